// Where patterns begin: scans of the store's belief, by the index that serves best.
#include <algorithm>
#include <set>

#include "extract/text/fold.h"
#include "graph/cypher/store_graph.h"

namespace nutgraf::cypher {
namespace {

bool has(const std::vector<std::string>& sorted, const std::string& word) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

// The first of the sorted words that leads to the event: an event that several lead to is visited
// by one.
const std::string& first_of(const std::vector<std::string>& words, const EventDetails& event) {
  const std::string* first = has(words, event.type) ? &event.type : &words.back();
  for (const std::vector<std::string>* own : {&event.actions, &event.frames}) {
    for (const std::string& word : *own) {
      if (word < *first && has(words, word)) first = &word;
    }
  }
  return *first;
}

}  // namespace

ScanEstimate StoreGraph::estimate(const std::vector<std::string>& labels,
                                  const std::vector<ProbeShape>& probes) const {
  return access_of(labels, probes).estimate;
}

bool StoreGraph::serves(const ProbeShape& probe) const {
  const bool one_word = probe.kind == ProbeKind::equals || probe.kind == ProbeKind::holds;
  return is_day(probe) || (is_action(probe) && one_word);
}

void StoreGraph::nodes(const NodeScan& scan, const NodeVisit& visit) const {
  std::vector<ProbeShape> shapes;
  for (const Probe& probe : scan.probes) shapes.push_back(probe.shape);
  const StoreAccess access = access_of(scan.labels, shapes);
  if (access.nothing || failure_) return;
  const bool indexed = access.index != StoreIndex::none;
  if (indexed && scan_index(access, scan.probes[access.probe], visit)) return;
  bool more = true;
  if (access.kind != NodeKind::event) {
    sound(reader_.nodes(access.kind, [&](const NodeDetails& found) {
      const NodeRef ref = node(found.node.key);
      keep(ref, found);
      more = visit(ref);
      return more;
    }));
  }
  if (more && access.kind.value_or(NodeKind::event) == NodeKind::event) scan_events(scan, visit);
}

// False: the value is none that the index knows of, or the index is one of events.
bool StoreGraph::scan_index(const StoreAccess& access, const Probe& probe,
                            const NodeVisit& visit) const {
  if (access.index == StoreIndex::id) {
    const std::optional<std::vector<std::string>> ids = ids_of(probe);
    if (ids) scan_ids(*ids, access.kind, visit);
    return ids.has_value();
  }
  if (access.index != StoreIndex::name && access.index != StoreIndex::name_part) return false;
  std::set<NodeRef> seen;
  const NodeVisit once = [&](NodeRef found) {
    const NodeKind kind = nodes_[found.number].kind;
    if (kind == NodeKind::event || kind != access.kind.value_or(kind)) return true;
    return !seen.insert(found).second || visit(found);
  };
  const bool words = probe.value.kind() == ValueKind::string;
  if (probe.shape.kind == ProbeKind::begins && words) {
    scan_names(sure_prefix(probe.value.string()), {}, once);
    return true;
  }
  if (probe.shape.kind == ProbeKind::contains && words) {
    scan_names({}, sure_part(probe.value.string()), once);
    return true;
  }
  const bool whole = probe.shape.kind == ProbeKind::equals || probe.shape.kind == ProbeKind::among;
  const auto names = whole ? strings_of(probe) : std::nullopt;
  if (names) scan_named(*names, once);
  return names.has_value();
}

void StoreGraph::scan_ids(const std::vector<std::string>& ids, std::optional<NodeKind> kind,
                          const NodeVisit& visit) const {
  std::set<NodeKey> found;  // several ids may lead to one node
  for (const std::string& id : ids) {
    const std::optional<NodeKey> key = sound(reader_.resolve(id));
    if (key && (!kind || key->kind == *kind)) found.insert(*key);
  }
  for (const NodeKey& key : found) {
    if (!visit(node(key))) return;
  }
}

// Nodes that go by one of the names.
void StoreGraph::scan_named(const std::vector<std::string>& names, const NodeVisit& visit) const {
  for (const std::string& name : names) {
    if (name.empty()) continue;
    const std::string folded = fold_name(name);
    bool more = true;
    sound(reader_.names(folded + '\0', {}, [&](std::string_view, const NodeKey& key) {
      more = visit(node(key));
      return more;
    }));
    if (!more) return;
  }
}

void StoreGraph::scan_names(const std::string& prefix, const std::string& part,
                            const NodeVisit& visit) const {
  sound(reader_.names(prefix, part,
                      [&](std::string_view, const NodeKey& key) { return visit(node(key)); }));
}

// The words of the index that may satisfy the condition, sorted; nullopt: it is of no use.
std::optional<std::vector<std::string>> StoreGraph::actions_of(const Probe& probe) const {
  const ProbeKind kind = probe.shape.kind;
  std::optional<std::vector<std::string>> out;
  if (kind != ProbeKind::begins && kind != ProbeKind::contains) {
    out = strings_of(probe);
    // The index has no word without letters.
    return out && has(*out, "") ? std::nullopt : out;
  }
  if (probe.value.kind() != ValueKind::string) return out;
  const std::string& wanted = probe.value.string();
  const bool begins = kind == ProbeKind::begins;
  const bool is_folded = fold(wanted) == wanted;
  out = sound(reader_.actions(begins && is_folded ? wanted : std::string(), 0));
  std::erase_if(*out, [&](const std::string& word) {
    return begins ? !word.starts_with(wanted) : word.find(wanted) == std::string::npos;
  });
  return out;
}

void StoreGraph::scan_events(const NodeScan& scan, const NodeVisit& visit) const {
  EventScan events;
  events.days = days_of(scan.probes);
  std::optional<std::vector<std::string>> words;
  for (const Probe& probe : scan.probes) {
    if (!is_action(probe.shape)) continue;
    std::optional<std::vector<std::string>> own = actions_of(probe);
    if (own && (!words || own->size() < words->size())) words = std::move(own);
  }
  bool more = true;
  const auto scan_one = [&] {
    sound(reader_.events(events, [&](EventDetails& found) {
      if (words && words->size() > 1 && first_of(*words, found) != events.action) return true;
      const NodeRef ref = node(found.node);
      keep(ref, std::move(found));
      more = visit(ref);
      return more;
    }));
  };
  if (!words) return scan_one();
  for (const std::string& word : *words) {
    if (!more) return;
    events.action = word;
    scan_one();
  }
}

}  // namespace nutgraf::cypher
