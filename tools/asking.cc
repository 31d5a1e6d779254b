#include "tools/asking.h"

#include <algorithm>
#include <utility>

#include "extract/text/nearest.h"
#include "tools/action_words.h"
#include "tools/dates.h"
#include "tools/place_names.h"
#include "tools/unnamed.h"

namespace nutgraf {
namespace {

std::string described(const NamedNode& node) {
  return node.node + "  " + node.name + " (" + std::string(to_string(node.key.kind)) + ")";
}

Result<NodeKey> by_id(const GraphReader& reader, const std::string& id) {
  auto key = reader.resolve(id);
  if (!key) return fail(key.error());
  if (*key) return **key;
  auto gone = reader.vanished(id);
  if (!gone) return fail(gone.error());
  return fail(ErrorCode::not_found, gone->empty() ? "no node has the id " + id : *gone);
}

Error ambiguous(const std::string& words, const std::vector<NameMatch>& matches) {
  constexpr std::size_t most = 10;
  std::string message = "several nodes go by \"" + words + "\"; say which by its id:";
  for (const NameMatch& match : matches) {
    if (&match == matches.data() + most) {
      message += "\n  and " + std::to_string(matches.size() - most) + " more";
      break;
    }
    message += "\n  " + described(match.node) + ", " + std::to_string(match.reports) +
               (match.reports == 1 ? " report" : " reports");
  }
  return Error{ErrorCode::usage, std::move(message), {}, 0, 0, {}};
}

Error unknown(const std::string& words, const std::vector<NameMatch>& nearest) {
  std::vector<std::string> names;
  for (const NameMatch& match : nearest) {
    const bool there = std::find(names.begin(), names.end(), match.node.name) != names.end();
    if (!there) names.push_back(match.node.name);
  }
  return Error{ErrorCode::not_found,
               "nothing is called \"" + words + '"' + did_you_mean(names),
               {},
               0,
               0,
               {}};
}

// Matches come by reports: the first is clear when three times as many tell of it as of the next.
bool one_is_clear(const std::vector<NameMatch>& matches) {
  return matches.size() == 1 ||
         (matches[0].reports > 0 && matches[0].reports >= 3 * matches[1].reports);
}

Result<NodeKey> told(Console& console, const GraphReader& reader, const std::string& words,
                     const NodeKey& node) {
  const auto named = reader.named(node);
  if (!named) return fail(named.error());
  console.err << words << " is " << described(*named) << '\n';
  return node;
}

}  // namespace

Result<NodeKey> resolve_node(Console& console, const GraphReader& reader, const std::string& words,
                             std::optional<NodeKind> kind) {
  if (parse_key(words)) return by_id(reader, words);
  auto matches = reader.find(words, kind, 10);
  if (!matches) return fail(matches.error());
  if (matches->empty() || matches->front().match >= MatchKind::sound) {
    auto place = !kind || *kind == NodeKind::place ? place_by_gazetteer(reader, words)
                                                   : Result<std::optional<NodeKey>>();
    if (!place) return fail(place.error());
    if (*place) return told(console, reader, words, **place);
  }
  if (matches->empty() || matches->front().match == MatchKind::near) {
    auto unnamed = UnnamedNodes(reader).find(words);
    if (!unnamed) return fail(unnamed.error());
    if (unnamed->empty()) return fail(unknown(words, *matches));
    matches = std::move(unnamed);
  }
  if (!one_is_clear(*matches)) return fail(ambiguous(words, *matches));
  return told(console, reader, words, matches->front().node.key);
}

void FilterOptions::add_to(Options& options, bool ranked) {
  options.value("--at", "PLACE", at, "where; places within belong to it")
      .value("--when", "DATES", when,
             "2016, 2016-10, 2016-10-17, 2016-W42, 2016-10..2016-12, ..2016")
      .value("--did", "ACTION", did, "the action's verb or noun, or its frame: attack")
      .value("--type", "TYPE", type,
             "the action's type: assault, consult-visit, x:election; or cooperative, hostile")
      .value("--by", "NODE", by, "who acted: a name or an id")
      .value("--to", "NODE", to, "to whom")
      .value("--with", "NODE", with, "who else took part, in any role")
      .choice("--kind", {"person", "group", "place", "event"}, kind,
              "kind of the nodes in the rows")
      .value("--source", "NAME", source, "told by a report of this source")
      .value("--report", "ID", report, "told by this report")
      .value("--published", "DATES", published, "told by a report of these days")
      .number("--min-reports", "N", min_reports, "told by at least so many reports")
      .choice("--modality",
              {"asserted", "any", "actual", "planned", "possible", "hypothetical", "requested",
               "denied"},
              modality,
              "asserted (if nothing is said): it happened; any: also what is planned, "
              "denied or supposed")
      .flag("--undated", undated, "with --when: also what has no date at all")
      .flag("--certain", certain, "--when means surely within; else it may have happened then");
  if (!ranked) return;
  options
      .choice("--sort", {"events", "reports", "sources", "name", "date", "score"}, sort,
              "what comes first")
      .number("--limit", "N", limit, "so many rows; 0: all");
}

Result<Filter> FilterOptions::filter(Console& console, const GraphReader& reader) const {
  Filter out;
  const auto node = [&](const std::string& words, std::optional<NodeKey>& into,
                        std::optional<NodeKind> wanted) -> Result<void> {
    if (words.empty()) return {};
    auto key = resolve_node(console, reader, words, wanted);
    if (!key) return fail(key.error());
    into = *key;
    return {};
  };
  const auto days = [&](const char* option, const std::string& words,
                        std::optional<DayRange>& into) -> Result<void> {
    if (words.empty()) return {};
    auto range = console.interactive ? parse_days_or_words(words) : parse_days(words);
    if (!range) {
      Error error = range.error();
      error.code = ErrorCode::usage;
      error.message.insert(0, std::string(option) + ": ");
      return fail(std::move(error));
    }
    into = *range;
    return {};
  };
  for (const auto& done :
       {node(at, out.at, NodeKind::place), node(by, out.by, {}), node(to, out.to, {}),
        node(with, out.with, {}), days("--when", when, out.when),
        days("--published", published, out.published)}) {
    if (!done) return fail(done.error());
  }
  if (!did.empty()) {
    if (auto done = read_action(console, reader, did, out); !done) return fail(done.error());
  }
  if (!type.empty()) {
    if (auto done = read_type(type, out); !done) return fail(done.error());
  }
  out.kind = parse_node_kind(kind);
  out.source = source;
  out.report = report;
  out.min_reports = min_reports.value_or(0);
  out.standing = parse_standing(modality).value_or(Standing::asserted);
  out.undated = undated;
  out.certain = certain;
  out.sort = parse_sort(sort).value_or(SortBy::events);
  out.limit = static_cast<std::size_t>(limit.value_or(0));
  return out;
}

std::size_t FilterOptions::shown(const Console& console, const RowOptions& rows) const {
  if (limit) return static_cast<std::size_t>(*limit);
  return rows.most(console, 50);
}

}  // namespace nutgraf
