// Curators' decisions: same, different, split, reject, undo, log.
#include <chrono>
#include <cstdlib>

#include "tools/asking.h"
#include "tools/command.h"
#include "tools/decision_recording.h"
#include "tools/mention_words.h"

namespace nutgraf {
namespace {

std::string now() {
  const auto time = std::chrono::system_clock::now();
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(time - day).count();
  const auto two = [](long long value) { return (value < 10 ? "0" : "") + std::to_string(value); };
  const Day today{static_cast<std::int32_t>(day.time_since_epoch().count())};
  return iso(today) + "T" + two(seconds / 3600) + ":" + two(seconds / 60 % 60) + ":" +
         two(seconds % 60) + "Z";
}

}  // namespace

void Recording::add_to(Options& options) {
  options.value("--reason", "WORDS", reason, "why; kept in the log")
      .value("--author", "NAME", author, "who decides; else $USER");
  store.add_to(options, true);
}

int Recording::record(Console& console, Store& opened, CuratorDecision decision) const {
  std::string who = author;
  if (const char* user = std::getenv("USER"); who.empty() && user != nullptr) who = user;
  const auto number = opened.knowledge().decide(std::move(decision), who, reason, now());
  if (!number) return report_error(console, number.error());
  console.err << "decision " << *number << "; `nutgraf undo " << *number << "` takes it back\n";
  return exit_done;
}

int Recording::record_and_close(Console& console, Store& opened, CuratorDecision decision) const {
  const int code = record(console, opened, std::move(decision));
  if (code != exit_done) return code;
  if (const auto closed = opened.close(); !closed) return report_error(console, closed.error());
  return exit_done;
}

namespace {

Result<std::vector<Side>> sides(Console& console, Store& store, const std::string& words) {
  const auto reader = store.reader();
  const auto node = resolve_node(console, *reader, words);
  if (!node) return fail(node.error());
  return store.knowledge().sides_of(*node);
}

int run_pair(Console& console, const Arguments& words, Verb verb, const char* summary) {
  Recording recording;
  std::string one;
  std::string other;
  const std::string name(to_string(verb));
  Options line(name, "NODE NODE", summary);
  line.argument("NODE", one).argument("NODE", other);
  recording.add_to(line);
  line.example(name + " \"Jane Karim\" per:3v9… --reason \"two reports spell her so\"");
  if (const auto code = line.parse(console, words)) return *code;
  auto store = recording.store.open_to_write(console);
  if (!store) return report_error(console, store.error());
  CuratorDecision decision;
  decision.verb = verb;
  auto first = sides(console, *store, one);
  if (!first) return report_error(console, first.error());
  auto second = sides(console, *store, other);
  if (!second) return report_error(console, second.error());
  decision.one = std::move(*first);
  decision.other = std::move(*second);
  return recording.record_and_close(console, *store, std::move(decision));
}

}  // namespace

int run_same(Console& console, const Arguments& words) {
  return run_pair(console, words, Verb::same, "two nodes are one and the same");
}

int run_different(Console& console, const Arguments& words) {
  return run_pair(console, words, Verb::different, "two nodes are not the same");
}

int run_split(Console& console, const Arguments& words) {
  Recording recording;
  std::string what;
  std::vector<std::string> mentions;
  std::string name;
  Options line("split", "NODE --mentions REPORT:BEGIN-END…", "some mentions of a node are another");
  line.argument("NODE", what);
  line.arguments("REPORT:BEGIN-END", mentions, 0);
  line.values("--mentions", "REPORT:BEGIN-END", mentions,
              "a mention that is another, in code points; more may follow");
  line.value("--as", "NAME", name, "the name of the other");
  recording.add_to(line);
  line.example("split Karim --mentions r17:204-209 r18:0-5 --as \"Omar Karim\"");
  if (const auto code = line.parse(console, words)) return *code;
  if (mentions.empty()) {
    return report_error(console, {ErrorCode::usage, "split: --mentions is missing", {}, 0, 0, {}});
  }
  auto store = recording.store.open_to_write(console);
  if (!store) return report_error(console, store.error());
  const auto reader = store->reader();
  const auto node = resolve_node(console, *reader, what);
  if (!node) return report_error(console, node.error());
  CuratorDecision decision;
  decision.verb = Verb::split;
  decision.name = name;
  for (const std::string& mention : mentions) {
    const auto side = mention_side(*reader, *node, mention);
    if (!side) return report_error(console, side.error());
    decision.one.push_back(*side);
  }
  return recording.record_and_close(console, *store, std::move(decision));
}

int run_reject(Console& console, const Arguments& words) {
  Recording recording;
  std::string what;
  Options line("reject", "EVENT", "an event that no report tells: taken out of the graph");
  line.argument("EVENT", what);
  recording.add_to(line);
  line.example("reject evt:3v9… --reason \"a figure of speech\"");
  if (const auto code = line.parse(console, words)) return *code;
  auto store = recording.store.open_to_write(console);
  if (!store) return report_error(console, store.error());
  const auto reader = store->reader();
  const auto node = resolve_node(console, *reader, what, NodeKind::event);
  if (!node) return report_error(console, node.error());
  CuratorDecision decision;
  decision.verb = Verb::reject;
  auto told = store->knowledge().sides_of(*node);
  if (!told) return report_error(console, told.error());
  decision.one = std::move(*told);
  return recording.record_and_close(console, *store, std::move(decision));
}

int run_undo(Console& console, const Arguments& words) {
  Recording recording;
  std::string which;
  Options line("undo", "OP", "takes a decision back; OP is its number in the log");
  line.argument("OP", which);
  recording.add_to(line);
  line.example("undo 3");
  if (const auto code = line.parse(console, words)) return *code;
  const bool number = !which.empty() && which.size() < 10 &&
                      which.find_first_not_of("0123456789") == std::string::npos;
  if (!number) {
    return report_error(console, {ErrorCode::usage,
                                  "undo: expected the number of a decision, found \"" + which + '"',
                                  {},
                                  0,
                                  0,
                                  {}});
  }
  auto store = recording.store.open_to_write(console);
  if (!store) return report_error(console, store.error());
  CuratorDecision decision;
  decision.verb = Verb::undo;
  decision.undoes = static_cast<std::uint32_t>(std::stoul(which));
  return recording.record_and_close(console, *store, std::move(decision));
}

namespace {

std::string side_words(const std::vector<Side>& sides) {
  std::string out;
  for (const Side& side : sides) {
    if (!out.empty()) out += ", ";
    out += side.report.empty() ? side.name
                               : side.report + ":" + std::to_string(side.span.begin) + "-" +
                                     std::to_string(side.span.end);
  }
  return out;
}

}  // namespace

int run_log(Console& console, const Arguments& words) {
  StoreOptions store;
  RowOptions rows;
  Options line("log", "", "the decisions, oldest first");
  rows.add_to(line);
  store.add_to(line, false);
  line.example("log");
  if (const auto code = line.parse(console, words)) return *code;
  const auto reading = Reading::open(console, store);
  if (!reading) return report_error(console, reading.error());
  const auto log = reading->store().knowledge().log();
  if (!log) return report_error(console, log.error());
  Listing listing{{"op", "time", "author", "verb", "one", "other", "undone", "reason"}, {}};
  for (const LoggedDecision& one : *log) {
    const CuratorDecision& decision = one.decision;
    const std::string first =
        decision.verb == Verb::undo ? std::to_string(decision.undoes) : side_words(decision.one);
    listing.rows.push_back({count_cell(one.number), one.time, one.author,
                            std::string(to_string(decision.verb)), first,
                            decision.name.empty() ? side_words(decision.other) : decision.name,
                            one.undone ? "undone" : "", one.reason});
  }
  return rows.print(console, listing);
}

}  // namespace nutgraf
