#include "tools/explanation.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "tools/asking.h"
#include "tools/listing.h"

namespace nutgraf {
namespace {

constexpr std::size_t label_width = 12;
constexpr std::size_t rule_width = 20;

// The stages of a sentence in the order in which they are told; events come after them.
constexpr std::array<std::string_view, 7> stages = {"words", "chunks", "arcs", "names",
                                                    "coref", "time",   "place"};

std::string one_line(std::string_view words) {
  std::string out(words);
  std::replace(out.begin(), out.end(), '\n', ' ');
  return out;
}

class Page {
 public:
  Page(std::string& out, const Report& report, const Extraction& extraction, const Trace& trace)
      : out_(out), report_(report), extraction_(extraction), trace_(trace) {}

  void write() {
    out_ += "# " + report_.id;
    if (report_.date) out_ += "  " + iso(*report_.date);
    out_ += '\n';
    for (const Span sentence : extraction_.sentences) write_sentence(sentence);
  }

 private:
  void line(std::size_t indent, std::string_view label, bool taken, const std::string& words) {
    out_.append(indent, ' ');
    append_decision(out_, taken, label, indent == 0 ? label_width : rule_width, words);
  }

  void write_sentence(Span sentence) {
    out_ += '\n' + one_line(cut(report_.text, sentence)) + '\n';
    for (const std::string_view stage : stages) {
      for (const Decision& decision : trace_.decisions) {
        if (decision.stage != stage || !sentence.contains(decision.span)) continue;
        const bool whole = decision.span == sentence && decision.rule.empty();
        const std::string about = whole ? "" : std::string(cut(report_.text, decision.span));
        line(0, stage, decision.taken, decision_words(about, decision.reason, decision.rule));
      }
    }
    for (std::uint32_t i = 0; i < extraction_.events.size(); ++i) {
      if (sentence.contains(extraction_.events[i].span)) write_event(i);
    }
  }

  void write_event(std::uint32_t index) {
    const Event& event = extraction_.events[index];
    std::string title = std::string(cut(report_.text, event.span)) + " = " + event.lemma + ", ";
    title += event.type.empty() ? "no type" : event.type;
    if (!event.mode.empty()) title += " " + event.mode;
    line(0, "event", true, title + " [" + event.rule + "]");
    for (const Decision& decision : trace_.decisions) {
      if (decision.stage != "event" || decision.span != event.span) continue;
      line(2, decision.rule, decision.taken, decision.reason);
    }
    for (const Tuple& tuple : extraction_.tuples) {
      if (tuple.event == index) write_tuple(tuple);
    }
  }

  void write_tuple(const Tuple& tuple) {
    std::string words = party_words(report_, extraction_, tuple.actor) + " | " + tuple.action;
    words += " | " + party_words(report_, extraction_, tuple.target);
    words += " | " + party_words(report_, extraction_, tuple.place);
    words += " | " + days_words(tuple.when);
    line(2, "tuple", true, words);
  }

  std::string& out_;
  const Report& report_;
  const Extraction& extraction_;
  const Trace& trace_;
};

}  // namespace

std::string decision_words(const std::string& about, const std::string& reason,
                           const std::string& rule) {
  return (about.empty() ? "" : about + ": ") + reason + (rule.empty() ? "" : " [" + rule + "]");
}

void append_decision(std::string& out, bool taken, std::string_view label, std::size_t width,
                     std::string_view words) {
  out += taken ? "  " : "- ";
  out += label;
  const std::size_t used = display_width(label);
  out.append(used < width ? width - used : 1, ' ');
  out += one_line(words);
  out += '\n';
}

std::string party_words(const Report& report, const Extraction& extraction, std::uint32_t mention) {
  if (mention == npos) return {};
  const Mention& found = extraction.mentions[mention];
  const std::string& name = extraction.entities[found.entity].name;
  return name.empty() ? std::string(cut(report.text, found.span)) : name;
}

void append_explanation(std::string& out, const Report& report, const Extraction& extraction,
                        const Trace& trace) {
  Page(out, report, extraction, trace).write();
}

}  // namespace nutgraf
