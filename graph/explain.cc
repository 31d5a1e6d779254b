#include "graph/explain.h"

#include <algorithm>
#include <string>
#include <tuple>

#include "graph/update.h"

namespace nutgraf {

std::vector<MergeReason> explain_merges(const View& view, const NodeKey& node) {
  Workspace work(view);
  Update update(work, {});
  std::vector<MergeReason> out =
      node.kind == NodeKind::event ? update.explain_event(node.id) : update.explain_node(node);
  std::sort(out.begin(), out.end(), [](const MergeReason& a, const MergeReason& b) {
    return std::tuple(!a.taken, 1000 - a.score, a.one, a.other) <
           std::tuple(!b.taken, 1000 - b.score, b.one, b.other);
  });
  return out;
}

MergeReason Update::reason(NodeKind kind, const Id& one, const Id& other) {
  const auto name = [&](const Id& id) {
    if (const StatedEvent* told = event(id)) return told->lemma;
    const std::optional<UnitRow> row = any_unit(id);
    return !row || row->forms.empty() ? std::string() : row->forms.begin()->first;
  };
  return {
      {kind, one}, {kind, other}, name(one), name(other), 0, {}, node_of(one) == node_of(other)};
}

std::vector<MergeReason> Update::explain_node(const NodeKey& node) {
  book_.resolve(work_);
  std::vector<MergeReason> out;
  const auto judge = [&](const Id& one, const Id& other) {
    MergeReason why = reason(node.kind, one, other);
    const UnitRow left = any_unit(one).value_or(UnitRow());
    const UnitRow right = any_unit(other).value_or(UnitRow());
    if (const DecisionBook::Bond* bond = book_.bond(one, other)) {
      why.score = 1000;
      why.rule = std::string("decision ") + std::to_string(bond->number);
    } else if (const std::optional<Likeness> likeness = alike(left, right)) {
      why.score = likeness->score;
      why.rule = likeness->rule;
      const auto against = contradiction(left, right);
      if (!why.taken) why.rule += against ? ": " + std::string(*against) : ": no single leader";
    } else {
      why.rule = "in one cluster";
    }
    out.push_back(std::move(why));
  };
  for (const Id& unit : units_of(node.id)) {
    for (const Id& near : near_units(work_, book_, unit)) {
      if (unit < near || node_of(near) != node_of(unit)) judge(unit, near);
    }
    const StatedUnit* local = local_unit(unit);
    if (local == nullptr || !book_.bonds_of(unit).empty()) continue;
    if (!local->named) {
      explain_unnamed(unit, node, out);
    } else if (unit != node.id) {
      MergeReason why = reason(node.kind, unit, node.id);
      why.score = 500;
      why.rule = "incomplete name in one story";
      out.push_back(std::move(why));
    }
  }
  return out;
}

void Update::explain_unnamed(const Id& unit, const NodeKey& node, std::vector<MergeReason>& out) {
  for (const auto& [near, likeness] : unnamed_neighbours(unit)) {
    MergeReason why = reason(node.kind, unit, near);
    if (why.taken && near < unit) continue;
    why.score = likeness.score;
    why.rule = likeness.rule;
    if (!why.taken) why.rule += ": two of one deed, or kept apart";
    out.push_back(std::move(why));
  }
  for (const auto& [leader, events] : named_in_its_part(unit)) {
    MergeReason why = reason(node.kind, unit, leader);
    why.score = std::min(300 + 100 * events, 1000U);
    why.rule = why.taken ? "named-in-its-part" : "named-in-its-part: another has more of its parts";
    out.push_back(std::move(why));
  }
}

// Of the tellings of two events, the first that speak against each other.
std::string Update::against(const Id& one, const Id& other) {
  for (const Id& mine : units_of(node_of(one))) {
    for (const Id& theirs : units_of(node_of(other))) {
      if (event(mine) == nullptr || event(theirs) == nullptr) continue;
      if (const auto found = contradiction(facts(mine), facts(theirs))) {
        return std::string(found->reason);
      }
    }
  }
  return "kept apart";
}

std::vector<MergeReason> Update::explain_event(const Id& node) {
  book_.resolve(work_);
  std::vector<MergeReason> out;
  for (const Id& chain : units_of(node)) {
    for (const auto& [near, likeness] : near_events(chain)) {
      const bool together = node_of(near) == node_of(chain);
      if (together && near < chain) continue;
      MergeReason why = reason(NodeKind::event, chain, near);
      why.score = std::min(likeness.score, 1000U);
      const DecisionBook::Bond* bond = book_.bond(chain, near);
      why.rule =
          bond != nullptr ? "decision " + std::to_string(bond->number) : std::string(likeness.rule);
      if (!together) why.rule += ": other tellings are " + against(chain, near);
      out.push_back(std::move(why));
    }
  }
  return out;
}

}  // namespace nutgraf
