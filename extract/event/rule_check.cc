#include "extract/event/rule_check.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace nutgraf {
namespace {

// "shell/verb+open/noun" names the frames shell and open.
bool made_by(const Event& event, std::string_view frame) {
  std::string_view rest = event.rule;
  while (!rest.empty()) {
    const std::string_view one = rest.substr(0, rest.find('+'));
    if (one.substr(0, one.rfind('/')) == frame) return true;
    rest.remove_prefix(std::min(rest.size(), one.size() + 1));
  }
  return false;
}

class ExampleRun {
 public:
  ExampleRun(const Report& report, const Extraction& extraction)
      : report_(report), extraction_(extraction) {}

  // What is wrong with the event, empty when it is all that was expected.
  std::string wrong(const Event& event, const std::vector<Expectation>& expected) const {
    for (const Expectation& one : expected) {
      std::string found;
      if (!fits(event, one, found)) {
        return "expected " + one.role + " " + one.words + ", found " +
               (found.empty() ? "none" : found);
      }
    }
    return {};
  }

 private:
  bool fits(const Event& event, const Expectation& one, std::string& found) const {
    if (one.role == "modality") return same(to_string(event.modality), one.words, found);
    if (one.role == "type") return same(event.type, one.words, found);
    if (one.role == "polarity") return same(to_string(event.polarity), one.words, found);
    for (const std::uint32_t mention : mentions(event, one.role)) {
      const Mention& there = extraction_.mentions[mention];
      const std::string_view words = cut(report_.text, there.span);
      if (words == one.words || cut(report_.text, there.head) == one.words ||
          words.find(one.words) != std::string_view::npos ||
          extraction_.entities[there.entity].name == one.words) {
        return true;
      }
      found += (found.empty() ? "" : ", ") + std::string(words);
    }
    return false;
  }

  static bool same(std::string_view there, const std::string& wanted, std::string& found) {
    found = there;
    return there == wanted;
  }

  std::vector<std::uint32_t> mentions(const Event& event, const std::string& role) const {
    if (role == "actor") return event.actors;
    if (role == "target") return event.targets;
    std::vector<std::uint32_t> out;
    if (role == "reported" && event.reported_by != npos) out.push_back(event.reported_by);
    for (const EventPlace& place : event.places) {
      if (to_string(place.role) == role) out.push_back(place.mention);
    }
    if (role != "with") return out;
    out = event.actors;
    out.insert(out.end(), event.targets.begin(), event.targets.end());
    return out;
  }

  const Report& report_;
  const Extraction& extraction_;
};

// Why the example fails; nullopt when it holds.
std::optional<std::string> failure(const Extractor& extractor, Analysis& desk,
                                   const EventFrame& frame, const RuleExample& example) {
  Report report;
  report.id = "example";
  report.text = example.text;
  report.date = Day{17108};
  const Extraction extraction = extractor.extract(report, desk);
  const ExampleRun run(report, extraction);
  std::string others;
  std::optional<std::string> first_wrong;
  for (const Event& event : extraction.events) {
    if (!made_by(event, frame.name)) {
      others += (others.empty() ? "" : ", ") + event.rule;
      continue;
    }
    if (!example.yes) return "expected no event of " + frame.name + ", found " + event.lemma;
    std::string wrong = run.wrong(event, example.expected);
    if (wrong.empty()) return std::nullopt;
    if (!first_wrong) first_wrong = std::move(wrong);
  }
  if (!example.yes) return std::nullopt;
  if (first_wrong) return first_wrong;
  return "expected an event of " + frame.name + ", found " + (others.empty() ? "none" : others);
}

}  // namespace

RuleCheck check_frames(const Extractor& extractor, const std::vector<EventFrame>& frames) {
  RuleCheck out;
  Analysis desk;
  for (const EventFrame& frame : frames) {
    for (const RuleExample& example : frame.examples) {
      ++out.examples;
      auto why = failure(extractor, desk, frame, example);
      if (why) {
        out.failed.push_back({frame.name, frame.file, frame.line, example.text, std::move(*why)});
      }
    }
  }
  return out;
}

}  // namespace nutgraf
