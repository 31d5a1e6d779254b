#include "graph/cypher/store_graph_access.h"

#include <algorithm>
#include <array>
#include <utility>

#include "extract/text/fold.h"

namespace nutgraf::cypher {
namespace {

constexpr std::array<std::string_view, 4> label_names{"Person", "Group", "Place", "Event"};

bool one_of(ProbeKind kind) { return kind == ProbeKind::equals || kind == ProbeKind::among; }

// The best that an index makes of one condition; no index: 0 rows.
std::pair<StoreIndex, ScanEstimate> serve(const ProbeShape& probe) {
  const bool equals = probe.kind == ProbeKind::equals;
  const bool id = probe.key == "id" || probe.key == "geonames";
  if (id && one_of(probe.kind)) return {StoreIndex::id, ScanEstimate{equals ? 1U : 10U, "id"}};
  if (probe.key == "name") {
    if (one_of(probe.kind)) {
      return {StoreIndex::name, ScanEstimate{equals ? 3U : 30U, "name index"}};
    }
    if (probe.kind == ProbeKind::begins) {
      return {StoreIndex::name, ScanEstimate{100, "name index"}};
    }
    if (probe.kind == ProbeKind::contains) {
      return {StoreIndex::name_part, ScanEstimate{2'000, "whole name index"}};
    }
  }
  if (is_action(probe)) {
    const bool one = equals || probe.kind == ProbeKind::holds;
    return {StoreIndex::action, ScanEstimate{one ? 20'000U : 40'000U, "action index"}};
  }
  if (is_day(probe)) return {StoreIndex::day, ScanEstimate{100'000, "day index"}};
  return {};
}

bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// From the first letter at or behind `from` to the last one before anything that folding may join
// to its neighbours: within, words fold alike wherever they stand.
std::pair<std::size_t, std::size_t> plain_run(std::string_view words, std::size_t from) {
  while (from < words.size() && !letter(words[from])) ++from;
  std::size_t until = from;
  for (std::size_t at = from; at < words.size(); ++at) {
    const char c = words[at];
    if (letter(c)) until = at + 1;
    if (!letter(c) && !(c >= '0' && c <= '9') && c != ' ' && c != '-' && c != '.') break;
  }
  return {from, until};
}

}  // namespace

std::string_view store_label(NodeKind kind) {
  return label_names.at(static_cast<std::size_t>(kind));
}

std::optional<NodeKind> store_kind(const std::vector<std::string>& labels, bool& none) {
  std::optional<NodeKind> out;
  for (const std::string& label : labels) {
    const auto found = std::find(label_names.begin(), label_names.end(), label);
    const auto kind = static_cast<NodeKind>(found - label_names.begin());
    if (found == label_names.end() || (out && *out != kind)) none = true;
    if (!none) out = kind;
  }
  return out;
}

bool is_day(const ProbeShape& probe) {
  const bool ordered = probe.kind == ProbeKind::from || probe.kind == ProbeKind::until;
  return (probe.key == "from" || probe.key == "until") && (ordered || one_of(probe.kind));
}

bool is_action(const ProbeShape& probe) {
  if (probe.kind == ProbeKind::holds) return probe.key == "actions" || probe.key == "frames";
  const bool words =
      one_of(probe.kind) || probe.kind == ProbeKind::begins || probe.kind == ProbeKind::contains;
  return words && (probe.key == "action" || probe.key == "type");
}

StoreAccess access_of(const std::vector<std::string>& labels,
                      const std::vector<ProbeShape>& probes) {
  StoreAccess out;
  out.kind = store_kind(labels, out.nothing);
  if (out.nothing) {
    out.estimate = {0, "no such label"};
    return out;
  }
  out.estimate = {1'200'000, "every node"};
  if (!labels.empty()) {
    static constexpr std::array<std::uint64_t, 4> sizes{100'000, 80'000, 20'000, 1'000'000};
    out.estimate = {sizes.at(static_cast<std::size_t>(*out.kind)), "label " + labels.front()};
  }
  // Only events have these properties, and what has none satisfies no condition on it.
  const bool of_events = std::any_of(probes.begin(), probes.end(), [](const ProbeShape& probe) {
    return is_day(probe) || is_action(probe);
  });
  if (!out.kind && of_events) out.kind = NodeKind::event;
  for (std::size_t i = 0; i < probes.size(); ++i) {
    auto [index, estimate] = serve(probes[i]);
    const bool other_kind =
        (index == StoreIndex::action || index == StoreIndex::day) && out.kind != NodeKind::event;
    if (index == StoreIndex::none || other_kind || estimate.rows >= out.estimate.rows) continue;
    out.index = index;
    out.probe = i;
    out.estimate = std::move(estimate);
  }
  return out;
}

std::optional<DayRange> days_of(const std::vector<Probe>& probes) {
  DayRange days;
  const auto narrow = [&days](ProbeKind kind, bool begins, std::int64_t number) {
    constexpr std::int64_t most = 4'000'000;
    const auto day = static_cast<std::int32_t>(std::clamp<std::int64_t>(number, -most, most));
    if (kind == ProbeKind::equals || kind == ProbeKind::from) {
      const Day from{begins ? day : day - 1};
      if (!days.from || *days.from < from) days.from = from;
    }
    if (kind == ProbeKind::equals || kind == ProbeKind::until) {
      const Day until{begins ? day + 1 : day};
      if (!days.until || until < *days.until) days.until = until;
    }
  };
  for (const Probe& probe : probes) {
    if (!is_day(probe.shape)) continue;
    const bool begins = probe.shape.key == "from";
    if (probe.shape.kind != ProbeKind::among) {
      if (probe.value.kind() != ValueKind::date) continue;
      narrow(probe.shape.kind, begins, probe.value.get<Date>().day);
      continue;
    }
    if (probe.value.kind() != ValueKind::list) continue;
    std::vector<std::int64_t> listed;
    for (const Value& each : probe.value.list()) {
      if (each.kind() == ValueKind::date) listed.push_back(each.get<Date>().day);
    }
    if (listed.empty()) continue;
    narrow(ProbeKind::from, begins, *std::min_element(listed.begin(), listed.end()));
    narrow(ProbeKind::until, begins, *std::max_element(listed.begin(), listed.end()));
  }
  return days.known() ? std::optional(days) : std::nullopt;
}

std::optional<std::vector<std::string>> strings_of(const Probe& probe) {
  const bool among = probe.shape.kind == ProbeKind::among;
  if (among && probe.value.kind() != ValueKind::list) return std::nullopt;
  std::vector<std::string> out;
  const auto add = [&out](const Value& value) {
    if (value.kind() == ValueKind::string) out.push_back(value.string());
  };
  if (among) {
    for (const Value& each : probe.value.list()) add(each);
  } else {
    add(probe.value);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::optional<std::vector<std::string>> ids_of(const Probe& probe) {
  if (probe.shape.key == "id") return strings_of(probe);
  const bool among = probe.shape.kind == ProbeKind::among;
  if (among && probe.value.kind() != ValueKind::list) return std::nullopt;
  const List values = among ? probe.value.list() : List{probe.value};
  std::vector<std::string> out;
  for (const Value& value : values) {
    if (value.kind() == ValueKind::floating) return std::nullopt;  // 99071.0 equals 99071
    if (value.kind() == ValueKind::integer) {
      out.push_back("loc:gn:" + std::to_string(value.integer()));
    }
  }
  return out;
}

std::string sure_prefix(std::string_view words) {
  if (words.empty() || !letter(words.front())) return {};
  return fold_name(words.substr(0, plain_run(words, 0).second));
}

std::string sure_part(std::string_view words) {
  std::string_view longest;
  for (std::size_t at = 0; at < words.size();) {
    const auto [from, until] = plain_run(words, at);
    if (until - from > longest.size()) longest = words.substr(from, until - from);
    at = std::max(until, at + 1);
  }
  return fold_name(longest);
}

}  // namespace nutgraf::cypher
