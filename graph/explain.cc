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
    if (local == nullptr || unit == node.id || !book_.bonds_of(unit).empty()) continue;
    MergeReason why = reason(node.kind, unit, node.id);
    why.score = 500;
    why.rule = local->named ? "incomplete name in one story" : "same part in one event";
    out.push_back(std::move(why));
  }
  return out;
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
      if (!together) why.rule += ": another telling of it stands against it";
      out.push_back(std::move(why));
    }
  }
  return out;
}

}  // namespace nutgraf
