#include "graph/statement_parts.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

namespace nutgraf {
namespace {

StatedEvent named_event(const Reference& reference, const Statement& statement,
                        std::set<Id>& taken) {
  StatedEvent out;
  std::uint32_t offset = reference.span.begin;
  const ReportKey report = report_key(statement.report);
  while (!taken.insert(chain_id(report, offset)).second) ++offset;
  out.id = chain_id(report, offset);
  out.only_named = true;
  out.lemma = reference.lemma;
  out.lemmas = {reference.lemma};
  if (!reference.deed.empty()) out.deeds = {reference.deed};
  out.modality = Modality::possible;
  if (statement.date) out.when.until = Day{statement.date->number + 1};
  return out;
}

void sort_events(Statement& statement) {
  std::vector<std::uint32_t> order(statement.events.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return statement.events[a].id < statement.events[b].id;
  });
  std::vector<StatedEvent> sorted;
  std::vector<std::uint32_t> place(order.size());
  for (const std::uint32_t event : order) {
    place[event] = static_cast<std::uint32_t>(sorted.size());
    sorted.push_back(std::move(statement.events[event]));
  }
  statement.events = std::move(sorted);
  for (std::vector<std::uint32_t>* indexes : {&statement.chain_of, &statement.meant_by}) {
    for (std::uint32_t& index : *indexes) index = index == npos ? npos : place[index];
  }
}

}  // namespace

void state_references(const Extraction& extraction, Statement& statement) {
  statement.meant_by.assign(extraction.references.size(), npos);
  std::map<std::uint32_t, std::uint32_t> events;  // by chain
  for (std::uint32_t e = 0; e < extraction.events.size(); ++e) {
    if (extraction.events[e].chain != npos) {
      events[extraction.events[e].chain] = statement.chain_of[e];
    }
  }
  std::set<Id> taken;
  for (const StatedEvent& event : statement.events) taken.insert(event.id);
  for (std::uint32_t r = 0; r < extraction.references.size(); ++r) {
    const Reference& reference = extraction.references[r];
    if (reference.chain == npos) continue;
    const auto [meant, fresh] =
        events.try_emplace(reference.chain, static_cast<std::uint32_t>(statement.events.size()));
    if (fresh) statement.events.push_back(named_event(reference, statement, taken));
    statement.meant_by[r] = meant->second;
  }
  sort_events(statement);
}

void state_members(const Extraction& extraction, Statement& statement) {
  std::set<StatedMember> members;
  const auto unit_of = [&](std::uint32_t mention) {
    const std::uint32_t entity = mention < extraction.mentions.size()
                                     ? extraction.mentions[mention].entity
                                     : static_cast<std::uint32_t>(npos);
    return entity < statement.unit_of.size() ? statement.unit_of[entity] : npos;
  };
  for (const Membership& told : extraction.memberships) {
    const StatedMember member{unit_of(told.member), unit_of(told.group)};
    if (member.unit != npos && member.group != npos && member.unit != member.group) {
      members.insert(member);
    }
  }
  statement.members.assign(members.begin(), members.end());
}

}  // namespace nutgraf
