// `nutgraf review`: the doubtful pairs, those that would change most first; on a terminal a walk
// that asks of each: the same, not the same, later.
#include <algorithm>
#include <map>
#include <sstream>
#include <tuple>
#include <utility>

#include "tools/asking.h"
#include "tools/command.h"
#include "tools/decision_recording.h"
#include "tools/quotes.h"

namespace nutgraf {
namespace {

// Two nodes that a rule would make one and something kept apart.
struct Doubt {
  NamedNode one;
  NamedNode other;
  std::uint64_t change = 0;  // the events (of events: the reports) of the smaller of the two
  std::uint32_t score = 0;
  std::string rule;
};

class Doubts {
 public:
  explicit Doubts(const GraphReader& reader) : reader_(reader) {}

  Result<std::vector<Doubt>> find();

 private:
  Result<void> look_at(const NamedNode& node);
  Result<std::uint64_t> weight(const NodeKey& node);

  const GraphReader& reader_;
  std::map<std::pair<NodeKey, NodeKey>, Doubt> found_;
  std::map<NodeKey, std::uint64_t> weights_;
};

Result<std::uint64_t> Doubts::weight(const NodeKey& node) {
  if (const auto known = weights_.find(node); known != weights_.end()) return known->second;
  std::uint64_t out = 0;
  if (node.kind == NodeKind::event) {
    const auto event = reader_.event(node);
    if (!event) return fail(event.error());
    if (*event) out = (**event).reports;
  } else {
    const auto details = reader_.node(node);
    if (!details) return fail(details.error());
    if (*details) out = (**details).counts.events;
  }
  weights_.emplace(node, out);
  return out;
}

Result<void> Doubts::look_at(const NamedNode& node) {
  const auto reasons = reader_.merges(node.key);
  if (!reasons) return fail(reasons.error());
  for (const MergeReason& reason : *reasons) {
    if (reason.taken) continue;
    const auto one = reader_.resolve(print_key(reason.one));
    const auto other = reader_.resolve(print_key(reason.other));
    if (!one || !other || !*one || !*other || **one == **other) continue;
    const std::pair<NodeKey, NodeKey> pair = std::minmax(**one, **other);
    if (const auto known = found_.find(pair); known != found_.end()) {
      if (known->second.score < reason.score) {
        known->second.score = reason.score;
        known->second.rule = reason.rule;
      }
      continue;
    }
    const auto first = reader_.named(pair.first);
    const auto second = reader_.named(pair.second);
    if (!first || !second) continue;
    const auto left = weight(pair.first);
    if (!left) return fail(left.error());
    const auto right = weight(pair.second);
    if (!right) return fail(right.error());
    found_.emplace(pair,
                   Doubt{*first, *second, std::min(*left, *right), reason.score, reason.rule});
  }
  return {};
}

Result<std::vector<Doubt>> Doubts::find() {
  std::vector<NamedNode> all;
  const auto nodes = reader_.nodes(std::nullopt, [&](const NodeDetails& node) {
    if (!node.pronoun_only) all.push_back(node.node);
    return true;
  });
  if (!nodes) return fail(nodes.error());
  const auto events = reader_.events({}, [&](const EventDetails& event) {
    all.push_back({event.node, print_key(event.node), event.action});
    return true;
  });
  if (!events) return fail(events.error());
  for (const NamedNode& node : all) {
    if (const auto done = look_at(node); !done) return fail(done.error());
  }
  std::vector<Doubt> out;
  for (auto& [pair, doubt] : found_) out.push_back(std::move(doubt));
  std::sort(out.begin(), out.end(), [](const Doubt& a, const Doubt& b) {
    return std::tuple(~a.change, ~a.score, a.one.node, a.other.node) <
           std::tuple(~b.change, ~b.score, b.one.node, b.other.node);
  });
  return out;
}

// The first two sentences that tell of a node, marked and set in, for who is asked about it.
Result<std::string> shown(const GraphReader& reader, const NodeKey& node, bool color) {
  const auto evidence = reader.evidence(node);
  if (!evidence) return fail(evidence.error());
  std::istringstream lines(marked_sentences(*evidence, color));
  std::string out;
  std::string line;
  for (int i = 0; i < 2 && std::getline(lines, line); ++i) out += "      " + line + '\n';
  return out;
}

// Asks of each pair that still is one; every answer but "later" is a decision of its own.
int walk(Console& console, const StoreOptions& options, const Recording& recording,
         const std::vector<Doubt>& doubts, bool color) {
  auto store = options.open_to_write(console);
  if (!store) return report_error(console, store.error());
  std::size_t at = 0;
  for (const Doubt& doubt : doubts) {
    ++at;
    const auto reader = store->reader();
    const auto one = reader->resolve(doubt.one.node);
    const auto other = reader->resolve(doubt.other.node);
    if (!one || !other || !*one || !*other || **one == **other) continue;
    const auto left = shown(*reader, **one, color);
    if (!left) return report_error(console, left.error());
    const auto right = shown(*reader, **other, color);
    if (!right) return report_error(console, right.error());
    console.out << at << " of " << doubts.size() << ": are these the same?\n  " << doubt.one.name
                << " (" << doubt.one.node << ")\n"
                << *left << "  " << doubt.other.name << " (" << doubt.other.node << ")\n"
                << *right << "  " << doubt.rule << ", score " << doubt.score
                << " of 1000\n  [y]es, [n]o, [l]ater, [q]uit: " << std::flush;
    std::string answer;
    if (!std::getline(console.in, answer) || answer == "q") break;
    if (answer != "y" && answer != "n") continue;
    CuratorDecision decision;
    decision.verb = answer == "y" ? Verb::same : Verb::different;
    auto first = store->knowledge().sides_of(**one);
    if (!first) return report_error(console, first.error());
    auto second = store->knowledge().sides_of(**other);
    if (!second) return report_error(console, second.error());
    decision.one = std::move(*first);
    decision.other = std::move(*second);
    const int code = recording.record(console, *store, std::move(decision));
    if (code != exit_done) return code;
  }
  if (const auto closed = store->close(); !closed) return report_error(console, closed.error());
  return exit_done;
}

}  // namespace

int run_review(Console& console, const Arguments& words) {
  Recording recording;
  RowOptions rows;
  std::optional<std::uint64_t> limit;
  Options line("review", "", "pairs that a rule would make one and something kept apart");
  line.note(
      "Those that would change most come first. On a terminal it asks of each pair whether the "
      "two\n"
      "are the same; a pair that is left for later comes again.");
  line.number("--limit", "N", limit, "so many pairs; else all");
  rows.add_to(line);
  recording.add_to(line);
  line.example("review --limit 20");
  if (const auto code = line.parse(console, words)) return *code;
  std::vector<Doubt> doubts;
  {
    const auto reading = Reading::open(console, recording.store);
    if (!reading) return report_error(console, reading.error());
    auto found = Doubts(reading->reader()).find();
    if (!found) return report_error(console, found.error());
    doubts = std::move(*found);
  }
  if (limit && *limit < doubts.size()) doubts.resize(*limit);
  if (console.in_is_terminal && rows.for_page(console)) {
    return walk(console, recording.store, recording, doubts, color_wanted(console, rows.color));
  }
  Listing listing{{"change", "score", "one", "other", "rule", "one_node", "other_node"}, {}};
  for (const Doubt& doubt : doubts) {
    listing.rows.push_back({count_cell(doubt.change), count_cell(doubt.score), doubt.one.name,
                            doubt.other.name, doubt.rule, doubt.one.node, doubt.other.node});
  }
  return rows.print(console, listing);
}

}  // namespace nutgraf
