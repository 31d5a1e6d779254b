// `nutgraf rules`: the frames in force; what is wrong with them; how often each is used.
#include <algorithm>

#include "extract/event/rule_book.h"
#include "extract/event/rule_check.h"
#include "extract/event/rule_lint.h"
#include "extract/lexicon/data_file.h"
#include "extract/lexicon/lexicon.h"
#include "extract/text/nearest.h"
#include "tools/command.h"
#include "tools/reading.h"
#include "tools/row_options.h"
#include "tools/rule_profile.h"

namespace nutgraf {
namespace {

std::vector<std::string> trigger_words(const std::vector<Trigger>& triggers) {
  std::vector<std::string> out;
  for (const Trigger& trigger : triggers) out.push_back(to_string(trigger));
  return out;
}

int list(Console& console, const Rules& rules, const RowOptions& rows) {
  Listing listing{{"rule", "type", "mode", "verbs", "nouns", "examples", "file"}, {}};
  for (const EventFrame& frame : rules.frames) {
    listing.rows.push_back({frame.name, frame.type.empty() ? Cell() : Cell(frame.type),
                            frame.mode.empty() ? Cell() : Cell(frame.mode),
                            trigger_words(frame.verbs), trigger_words(frame.nouns),
                            count_cell(frame.examples.size()), frame.file});
  }
  return rows.print(console, listing);
}

// A rule as an event names it is "frame/pattern"; the frame's name is enough. "@killing" is a set.
int show(Console& console, const Rules& rules, const std::string& rule) {
  const std::string name = rule.substr(0, rule.find('/'));
  std::vector<std::string> names;
  for (const EventFrame& frame : rules.frames) {
    names.push_back(frame.name);
    if (frame.name != name) continue;
    console.out << "# " << frame.file << ':' << frame.line << '\n' << print(frame);
    return exit_done;
  }
  for (const SynonymSet& set : rules.sets) {
    names.push_back("@" + set.name);
    if (names.back() != name) continue;
    console.out << "# " << set.file << ':' << set.line << '\n' << print(set);
    return exit_done;
  }
  return report_error(console, {ErrorCode::not_found,
                                "no rule is called " + name + did_you_mean(nearest(name, names)),
                                {},
                                0,
                                0,
                                {}});
}

// Only the frame of that name; all when it is empty.
int check(Console& console, const Rules& rules, const std::string& only, const Lexicon& lexicon,
          const Extractor& extractor) {
  const auto other = [&only](const auto& block) { return !only.empty() && block.name != only; };
  std::vector<EventFrame> frames = rules.frames;
  frames.erase(std::remove_if(frames.begin(), frames.end(), other), frames.end());
  std::size_t findings = 0;
  for (const RuleFinding& one : lint(rules, lexicon)) {
    if (!only.empty() && one.block != "frame " + only) continue;
    console.out << one.file << ':' << one.line << ": " << one.block << ": " << one.message << '\n';
    ++findings;
  }
  const RuleCheck checked = check_frames(extractor, frames);
  for (const FailedExample& one : checked.failed) {
    console.out << one.file << ':' << one.line << ": frame " << one.frame << ": " << one.reason
                << "\n  " << one.text << '\n';
  }
  console.err << frames.size() << (frames.size() == 1 ? " frame, " : " frames, ")
              << checked.examples - checked.failed.size() << " of " << checked.examples
              << " examples hold, " << findings << (findings == 1 ? " finding" : " findings")
              << '\n';
  return checked.failed.empty() && findings == 0 ? exit_done : exit_failed;
}

struct RulesOptions {
  RowOptions rows;
  std::string what;
  std::vector<std::string> words;  // RULE, or PATH… of profile
  std::vector<std::string> folders;
};

int run(Console& console, const RulesOptions& options) {
  const auto data = DataFile::open(data_file_path());
  if (!data) return report_error(console, data.error());
  const auto book = RuleBook::open(*data, options.folders);
  if (!book) return report_error(console, book.error());
  const auto rules = book->rules();
  if (!rules) return report_error(console, rules.error());
  const std::string rule = options.words.empty() ? "" : options.words.front();
  if (options.what == "list") return list(console, *rules, options.rows);
  if (options.what == "show" && !rule.empty()) return show(console, *rules, rule);
  if (options.what == "profile") {
    return profile_rules(console, *rules, options.words, options.folders, options.rows);
  }
  if (options.what == "check") {
    const auto lexicon = Lexicon::open(*data);
    if (!lexicon) return report_error(console, lexicon.error());
    const auto extractor = open_extractor(options.folders);
    if (!extractor) return report_error(console, extractor.error());
    return check(console, *rules, rule, *lexicon, *extractor);
  }
  return report_error(
      console, {ErrorCode::usage,
                "rules: expected list, show RULE, check or profile, found \"" + options.what + '"',
                {},
                0,
                0,
                {}});
}

}  // namespace

int run_rules(Console& console, const Arguments& words) {
  RulesOptions options;
  Options line("rules", "list|show RULE|check [RULE]|profile [PATH…]",
               "the rules of events in force");
  line.note(
      "list: one frame a row. show: a frame or set (@NAME) as its file has it. check: tells "
      "frames\n"
      "that can never be used, what stands twice or is used by nobody, and the examples that "
      "fail.\n"
      "profile: reads reports and counts how often each frame was taken and turned down.");
  line.argument("list|show|check|profile", options.what).arguments("RULE|PATH", options.words, 0);
  line.values("--rules", "FOLDER", options.folders,
              "a folder of your own rules; may be given again, later ones override");
  options.rows.add_to(line);
  line.example("rules show attack");
  line.example("rules check --rules my-rules/");
  line.example("rules profile reports.jsonl");
  if (const auto code = line.parse(console, words)) return *code;
  return run(console, options);
}

}  // namespace nutgraf
