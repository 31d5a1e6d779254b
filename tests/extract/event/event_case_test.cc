// Who did what in sentences that a linguist can read: tests/cases/events/*.case.
//
//   = the speaker is not the actor          a case begins
//   date 2016-11-03                         optional; this day when it is left out; "-": none told
//   Rebels shelled Aleppo, the mayor said.  the text: all lines up to the next with "> " or "! "
//   > shell; actor Rebels; target Aleppo    an event with this lemma and all of this
//   ! attack                                no event with this lemma (and all of this)
//
// Fields: type, mode, act, form, actor, target, at, from, to, thing, reported, modality, polarity,
// day (from..until), when (when_from), where (where_from), casualty ("dead 2"), tuples (how many).
// "none" is empty. Several fillers are parted by " + ". A filler is the mention's words or its
// head.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "extract/analysis.h"
#include "extract/extractor.h"

namespace nutgraf {
namespace {

struct Wish {
  bool wanted = true;
  std::string lemma;
  std::vector<std::pair<std::string, std::string>> fields;
  std::string line;
};

struct EventCase {
  std::string name;
  Report report;
  std::vector<Wish> wishes;
};

std::string trimmed(std::string words) {
  while (!words.empty() && words.back() == ' ') words.pop_back();
  words.erase(0, std::min(words.find_first_not_of(' '), words.size()));
  return words;
}

std::vector<std::string> split(const std::string& words, const std::string& mark) {
  std::vector<std::string> out;
  std::size_t begin = 0;
  for (std::size_t at = words.find(mark); at != std::string::npos; at = words.find(mark, begin)) {
    out.push_back(trimmed(words.substr(begin, at - begin)));
    begin = at + mark.size();
  }
  out.push_back(trimmed(words.substr(begin)));
  return out;
}

Wish read_wish(const std::string& line) {
  Wish wish;
  wish.wanted = line[0] == '>';
  wish.line = line;
  const std::vector<std::string> parts = split(line.substr(2), ";");
  wish.lemma = parts.front();
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const std::size_t space = std::min(parts[i].find(' '), parts[i].size());
    wish.fields.emplace_back(parts[i].substr(0, space), trimmed(parts[i].substr(space)));
  }
  return wish;
}

std::vector<EventCase> read_cases(const std::string& path) {
  std::vector<EventCase> out;
  std::ifstream file(path);
  REQUIRE(file);
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    if (line.starts_with("= ")) {
      out.emplace_back();
      out.back().name = line.substr(2);
      out.back().report.date = parse_iso_day("2016-11-03");
    } else if (line.starts_with("date ")) {
      out.back().report.date = parse_iso_day(line.substr(5));
    } else if (line.starts_with("> ") || line.starts_with("! ")) {
      out.back().wishes.push_back(read_wish(line));
    } else {
      std::string& text = out.back().report.text;
      text += (text.empty() ? "" : "\n") + line;
    }
  }
  return out;
}

std::string join(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " + ") + word;
  return out.empty() ? "none" : out;
}

class Reading {
 public:
  Reading(const Report& report, const Extraction& extraction)
      : report_(report), extraction_(extraction) {}

  std::string field(std::size_t index, const std::string& name) const {
    const Event& event = extraction_.events[index];
    if (name == "type") return event.type.empty() ? "none" : event.type;
    if (name == "mode") return event.mode.empty() ? "none" : event.mode;
    if (name == "act") return event.act.empty() ? "none" : event.act;
    if (name == "form") return std::string(to_string(event.form));
    if (name == "modality") return std::string(to_string(event.modality));
    if (name == "polarity") return std::string(to_string(event.polarity));
    if (name == "when") return std::string(to_string(event.when_from));
    if (name == "where") return std::string(to_string(event.where_from));
    if (name == "day") {
      return (event.when.from ? iso(*event.when.from) : "") + ".." +
             (event.when.until ? iso(*event.when.until) : "");
    }
    if (name == "tuples") {
      return std::to_string(
          std::count_if(extraction_.tuples.begin(), extraction_.tuples.end(),
                        [&](const Tuple& tuple) { return tuple.event == index; }));
    }
    return join(fillers(event, name));
  }

  bool fits(std::size_t index, const Wish& wish) const {
    if (extraction_.events[index].lemma != wish.lemma) return false;
    return std::all_of(wish.fields.begin(), wish.fields.end(), [&](const auto& wanted) {
      const std::string found = field(index, wanted.first);
      return found == wanted.second || same_fillers(found, wanted.second);
    });
  }

  std::string shown() const {
    std::string out;
    for (std::size_t i = 0; i < extraction_.events.size(); ++i) {
      out += extraction_.events[i].lemma;
      for (const char* name : {"type", "actor", "target", "at", "from", "to", "thing", "reported",
                               "modality", "polarity", "day", "when", "where", "casualty"}) {
        const std::string found = field(i, name);
        if (found != "none" && found != "actual" && found != "positive") {
          out += std::string("; ") + name + " " + found;
        }
      }
      out += '\n';
    }
    return out;
  }

 private:
  std::string words(std::uint32_t mention) const {
    return std::string(cut(report_.text, extraction_.mentions[mention].span));
  }

  std::vector<std::string> fillers(const Event& event, const std::string& name) const {
    std::vector<std::string> out;
    if (name == "actor") {
      for (const std::uint32_t m : event.actors) out.push_back(words(m));
    } else if (name == "target") {
      for (const std::uint32_t m : event.targets) out.push_back(words(m));
    } else if (name == "reported") {
      if (event.reported_by != npos) out.push_back(words(event.reported_by));
    } else if (name == "thing") {
      for (const EventThing& t : event.things) {
        out.push_back(std::string(cut(report_.text, extraction_.things[t.thing].span)) + " as " +
                      std::string(to_string(t.role)));
      }
    } else if (name == "casualty") {
      for (const Casualty& c : event.casualties) {
        out.push_back(c.state + " " + (c.count.min ? std::to_string(*c.count.min) : "?") +
                      (c.count.max == c.count.min ? ""
                       : c.count.max              ? " to " + std::to_string(*c.count.max)
                                                  : " or more"));
      }
    } else {
      for (const EventPlace& place : event.places) {
        if (to_string(place.role) == name) out.push_back(words(place.mention));
      }
    }
    return out;
  }

  // Each filler equal to the wanted one, or ending with it as its head.
  static bool same_fillers(const std::string& found, const std::string& wanted) {
    const auto have = split(found, " + ");
    const auto want = split(wanted, " + ");
    if (have.size() != want.size()) return false;
    for (std::size_t i = 0; i < have.size(); ++i) {
      const bool ends = have[i].size() > want[i].size() && have[i].ends_with(want[i]) &&
                        have[i][have[i].size() - want[i].size() - 1] == ' ';
      if (have[i] != want[i] && !ends) return false;
    }
    return true;
  }

  const Report& report_;
  const Extraction& extraction_;
};

void check_case(const Extractor& extractor, Analysis& desk, const EventCase& one) {
  const Extraction extraction = extractor.extract(one.report, desk);
  const Reading reading(one.report, extraction);
  for (const Wish& wish : one.wishes) {
    bool found = false;
    for (std::size_t i = 0; i < extraction.events.size(); ++i) {
      found = found || reading.fits(i, wish);
    }
    INFO("case: " << one.name << "\ntext: " << one.report.text << "\nwish: " << wish.line
                  << "\nfound:\n"
                  << reading.shown());
    CHECK(found == wish.wanted);
  }
}

}  // namespace

TEST_CASE("events of the cases", "[events]") {
  const auto extractor = Extractor::open({NUTGRAF_DATA_FILE, {}});
  REQUIRE(extractor);
  Analysis desk;
  std::vector<std::string> paths;
  const std::string folder = std::string(NUTGRAF_SOURCE_DIR) + "/tests/cases/events";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    paths.push_back(entry.path().string());
  }
  std::sort(paths.begin(), paths.end());
  REQUIRE_FALSE(paths.empty());
  for (const std::string& path : paths) {
    for (const EventCase& one : read_cases(path)) check_case(*extractor, desk, one);
  }
}

}  // namespace nutgraf
