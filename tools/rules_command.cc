// `nutgraf rules`: the frames in force; their examples, run.
#include <algorithm>

#include "extract/event/rule_book.h"
#include "extract/event/rule_check.h"
#include "extract/lexicon/data_file.h"
#include "extract/text/nearest.h"
#include "tools/command.h"
#include "tools/reading.h"
#include "tools/row_options.h"

namespace nutgraf {
namespace {

std::vector<std::string> trigger_words(const std::vector<Trigger>& triggers) {
  std::vector<std::string> out;
  for (const Trigger& trigger : triggers) {
    std::string& words = out.emplace_back();
    for (const std::string& word : trigger) words += (words.empty() ? "" : " ") + word;
  }
  return out;
}

int list(Console& console, const std::vector<EventFrame>& frames, const RowOptions& rows) {
  Listing listing{{"rule", "type", "mode", "verbs", "nouns", "examples", "file"}, {}};
  for (const EventFrame& frame : frames) {
    listing.rows.push_back({frame.name, frame.type.empty() ? Cell() : Cell(frame.type),
                            frame.mode.empty() ? Cell() : Cell(frame.mode),
                            trigger_words(frame.verbs), trigger_words(frame.nouns),
                            count_cell(frame.examples.size()), frame.file});
  }
  return rows.print(console, listing);
}

// A rule as an event names it is "frame/pattern"; the frame's name is enough.
int show(Console& console, const std::vector<EventFrame>& frames, const std::string& rule) {
  const std::string name = rule.substr(0, rule.find('/'));
  std::vector<std::string> names;
  for (const EventFrame& frame : frames) {
    names.push_back(frame.name);
    if (frame.name != name) continue;
    console.out << print(frame);
    return exit_done;
  }
  return report_error(console, {ErrorCode::not_found,
                                "no rule is called " + name + did_you_mean(nearest(name, names)),
                                {},
                                0,
                                0,
                                {}});
}

int check(Console& console, const std::vector<EventFrame>& frames, const Extractor& extractor) {
  const RuleCheck checked = check_frames(extractor, frames);
  for (const FailedExample& one : checked.failed) {
    console.out << one.file << ':' << one.line << ": frame " << one.frame << ": " << one.reason
                << "\n  " << one.text << '\n';
  }
  console.err << checked.examples - checked.failed.size() << " of " << checked.examples
              << " examples hold\n";
  return checked.failed.empty() ? exit_done : exit_failed;
}

}  // namespace

int run_rules(Console& console, const Arguments& words) {
  RowOptions rows;
  std::string what;
  std::string rule;
  std::vector<std::string> folders;
  Options line("rules", "list|show RULE|check", "the rules of events in force");
  line.note(
      "list: one frame a row. show: a frame as its file has it. check: runs the frames'\n"
      "examples and tells those that fail.");
  line.argument("list|show|check", what).argument("RULE", rule, false);
  line.values("--rules", "FOLDER", folders, "a folder of your own rules; may be given again");
  rows.add_to(line);
  line.example("rules show attack");
  line.example("rules check --rules my-rules/");
  if (const auto code = line.parse(console, words)) return *code;
  const auto data = DataFile::open(data_file_path());
  if (!data) return report_error(console, data.error());
  const auto book = RuleBook::open(*data, folders);
  if (!book) return report_error(console, book.error());
  auto frames = book->frames();
  if (!frames) return report_error(console, frames.error());
  if (what == "list") return list(console, *frames, rows);
  if (what == "show" && !rule.empty()) return show(console, *frames, rule);
  if (what == "check") {
    const auto extractor = open_extractor(folders);
    if (!extractor) return report_error(console, extractor.error());
    if (!rule.empty()) {
      frames->erase(std::remove_if(frames->begin(), frames->end(),
                                   [&rule](const EventFrame& frame) { return frame.name != rule; }),
                    frames->end());
    }
    return check(console, *frames, *extractor);
  }
  return report_error(console, {ErrorCode::usage,
                                "rules: expected list, show RULE or check, found \"" + what + '"',
                                {},
                                0,
                                0,
                                {}});
}

}  // namespace nutgraf
