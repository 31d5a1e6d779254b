// `nutgraf why`: the rules, dates, places and merges that made a node, and what was turned down.
#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "tools/asking.h"
#include "tools/command.h"
#include "tools/explanation.h"
#include "tools/quotes.h"
#include "tools/witness.h"

namespace nutgraf {
namespace {

// What a report's sentences are asked about: the triggers and mentions of one node.
struct Asked {
  std::vector<Span> spans;
  std::vector<Span> sentences;
};

bool touches(const std::vector<Span>& spans, Span span) {
  return std::any_of(spans.begin(), spans.end(), [span](Span one) {
    return one.overlaps(span) || (span.empty() && one.contains(span));
  });
}

// An event's decisions are its own and those about the words, times and places of its sentences; a
// person's, group's or place's those about its own mentions.
bool concerns(const Decision& decision, const Asked& asked, bool event) {
  if (!event) return touches(asked.spans, decision.span);
  const bool own = decision.stage == "names" || decision.stage == "event";
  return touches(own ? asked.spans : asked.sentences, decision.span);
}

// The node of the mention that the words point at ("r17:204-209"); nullopt when they are no such
// words, or nothing is mentioned there.
Result<std::optional<NodeKey>> node_at(const GraphReader& reader, const std::string& words) {
  const std::size_t colon = words.rfind(':');
  if (colon == std::string::npos) return std::nullopt;
  const std::string id = words.substr(0, colon);
  const auto report = reader.report(id);
  if (!report) return fail(report.error());
  if (!*report) return std::nullopt;
  const OffsetMap offsets((**report).text, OffsetUnit::codepoints);
  const auto mentions = reader.mentions_of(id);
  if (!mentions) return fail(mentions.error());
  for (const MentionRow& mention : *mentions) {
    const Span shown = offsets.from_bytes(mention.span);
    const std::string span = std::to_string(shown.begin) + "-" + std::to_string(shown.end);
    if (words.compare(colon + 1, std::string::npos, span) == 0) return parse_key(mention.node);
  }
  return std::nullopt;
}

class Explainer {
 public:
  Explainer(const GraphReader& reader, const Witness& witness, Listing& listing)
      : reader_(reader), witness_(witness), listing_(listing) {}

  Result<void> decisions(const NodeKey& node, const std::vector<Evidence>& evidence);
  Result<void> merges(const NodeKey& node);
  // Reports whose testimony was made under another rule set than the one at hand.
  std::uint64_t outdated() const { return outdated_; }

 private:
  void add(const Report& report, const OffsetMap& offsets, const Decision& decision);

  const GraphReader& reader_;
  const Witness& witness_;
  Listing& listing_;
  Analysis desk_;
  std::uint64_t outdated_ = 0;
};

void Explainer::add(const Report& report, const OffsetMap& offsets, const Decision& decision) {
  const Span shown = offsets.from_bytes(decision.span);
  const std::string words(cut(report.text, decision.span));
  listing_.rows.push_back(
      {std::string(decision.stage), decision.taken ? "taken" : "turned down", words,
       decision.reason, decision.rule,
       report.id + ":" + std::to_string(shown.begin) + "-" + std::to_string(shown.end)});
}

Result<void> Explainer::decisions(const NodeKey& node, const std::vector<Evidence>& evidence) {
  std::map<std::string, Asked> asked;
  for (const Evidence& one : evidence) {
    asked[one.report].spans.push_back(one.span);
    asked[one.report].sentences.push_back(one.sentence);
  }
  for (const auto& [id, where] : asked) {
    const auto testimony = reader_.testimony(id);
    if (!testimony) return fail(testimony.error());
    if (!*testimony) continue;
    const Report& report = (**testimony).report;
    if ((**testimony).rule_set != witness_.rule_set()) ++outdated_;
    Trace trace;
    witness_.extractor().extract(report, desk_, &trace);
    const OffsetMap offsets(report.text, OffsetUnit::codepoints);
    for (const Decision& decision : trace.decisions) {
      if (concerns(decision, where, node.kind == NodeKind::event)) add(report, offsets, decision);
    }
  }
  return {};
}

Result<void> Explainer::merges(const NodeKey& node) {
  const auto reasons = reader_.merges(node);
  if (!reasons) return fail(reasons.error());
  for (const MergeReason& reason : *reasons) {
    listing_.rows.push_back({"merge", reason.taken ? "taken" : "turned down",
                             reason.one_name + " = " + reason.other_name,
                             "score " + std::to_string(reason.score) + " of 1000", reason.rule,
                             print_key(reason.one) + " " + print_key(reason.other)});
  }
  return {};
}

// For people: a decision a line, in the manner of extract --explain.
void print_page(Console& console, const Listing& listing) {
  constexpr std::size_t label_width = 8;
  enum Column : std::size_t { stage, decision, about, reason, rule };
  std::string page;
  for (const std::vector<Cell>& row : listing.rows) {
    const auto words = [&row](Column column) { return cell_words(row[column]); };
    const std::string name = words(stage);
    // What is said of a whole sentence stands under the sentence.
    const bool parse = name == "words" || name == "chunks" || name == "arcs";
    append_decision(page, words(decision) == "taken", name, label_width,
                    decision_words(parse ? "" : words(about), words(reason), words(rule)));
  }
  console.out << page;
}

}  // namespace

int run_why(Console& console, const Arguments& words) {
  StoreOptions store;
  RowOptions rows;
  std::string what;
  std::vector<std::string> rules;
  Options line("why", "NODE", "the rules, dates, places and merges that made a node");
  line.note(
      "Reads the reports behind the node again and tells each decision that touches it, those\n"
      "taken and those turned down. Of an event: the words and the parse of its sentence, its\n"
      "frame, the nearest frames that did not fit and the condition that failed, each role's\n"
      "reason, its day, place and factuality. A mention such as r17:204-209 stands for its node.");
  line.argument("NODE", what);
  line.values("--rules", "FOLDER", rules, "the folder of own rules that the store was made with");
  rows.add_to(line);
  store.add_to(line, false);
  line.example("why \"Abu Bakr al-Baghdadi\"");
  line.example("why r17:204-209");
  if (const auto code = line.parse(console, words)) return *code;
  const auto reading = Reading::open(console, store);
  if (!reading) return report_error(console, reading.error());
  const auto pointed = node_at(reading->reader(), what);
  if (!pointed) return report_error(console, pointed.error());
  const auto node =
      *pointed ? Result<NodeKey>(**pointed) : resolve_node(console, reading->reader(), what);
  if (!node) return report_error(console, node.error());
  const auto witness = Witness::open(rules);
  if (!witness) return report_error(console, witness.error());
  Listing listing{{"stage", "decision", "about", "reason", "rule", "where"}, {}};
  Explainer explainer(reading->reader(), *witness, listing);
  const auto evidence = reading->reader().evidence(*node);
  if (!evidence) return report_error(console, evidence.error());
  if (const auto done = explainer.decisions(*node, *evidence); !done) {
    return report_error(console, done.error());
  }
  if (const auto done = explainer.merges(*node); !done) return report_error(console, done.error());
  if (explainer.outdated() > 0) {
    console.err << "the store was made under another rule set; what is told is how today's rules "
                   "read its reports\n";
  }
  if (!rows.for_page(console)) return rows.print(console, listing);
  console.out << marked_sentences(*evidence, color_wanted(console, rows.color)) << '\n';
  print_page(console, listing);
  return exit_done;
}

}  // namespace nutgraf
