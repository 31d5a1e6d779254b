// Ties between events that are not one: what is planned and what then happened, what is denied and
// what others assert.
//
// A tie is between two chains, a pure function of the two, and lies in the story of their reports;
// its edge runs between the events that the chains are in.
#include "graph/bytes.h"
#include "graph/rows.h"
#include "graph/update.h"

namespace nutgraf {
namespace {

std::string tie_key(const Id& one, Role role, bool from_other_end, const Id& other) {
  const auto end = static_cast<unsigned char>(role) | (from_other_end ? other_end : 0U);
  return key_of(one) + static_cast<char>(end) + key_of(other);
}

void put_tie(Workspace& work, const Id& one, Role role, const Id& other) {
  work.put(Table::tie, tie_key(one, role, false, other), {});
  work.put(Table::tie, tie_key(other, role, true, one), {});
}

void erase_ties(Workspace& work, const Id& chain) {
  std::vector<std::string> keys;
  work.scan_prefix(Table::tie, key_of(chain), [&](std::string_view key, std::string_view) {
    keys.emplace_back(key);
    return true;
  });
  for (const std::string& key : keys) {
    const auto end = static_cast<unsigned char>(key[16]);
    work.erase(Table::tie, key);
    work.erase(Table::tie, key.substr(17) + static_cast<char>(end ^ other_end) + key_of(chain));
  }
}

bool may_tie(const StatedEvent& event) {
  return event.polarity == Polarity::negative || event.modality == Modality::planned;
}

}  // namespace

std::map<Id, Role> Update::tied_events(const Id& id) {
  std::map<Id, Role> out;
  const StatedEvent* own = event(id);
  if (own == nullptr || !may_tie(*own)) return out;
  visit_kindred(id, [&](const Id& candidate, std::uint32_t kinship) {
    const StatedEvent* theirs = event(candidate);
    if (theirs == nullptr || may_tie(*theirs)) return;
    if (const auto role = tie(facts(id), facts(candidate), kinship)) out.emplace(candidate, *role);
  });
  return out;
}

std::map<Id, Role> Update::tying_events(const Id& id) {
  std::map<Id, Role> out;
  const StatedEvent* own = event(id);
  if (own == nullptr || may_tie(*own)) return out;
  visit_kindred(id, [&](const Id& candidate, std::uint32_t kinship) {
    const StatedEvent* theirs = event(candidate);
    if (theirs == nullptr || !may_tie(*theirs)) return;
    if (const auto role = tie(facts(candidate), facts(id), kinship)) out.emplace(candidate, *role);
  });
  return out;
}

// Chains of its own report and of those that tell its story which share a word for a deed with it.
void Update::visit_kindred(const Id& id,
                           const std::function<void(const Id&, std::uint32_t)>& visit) {
  const StatedEvent* own = event(id);
  if (own == nullptr) return;
  const std::vector<std::string> words = words_for_deed(*own);
  const auto visit_report = [&](const ReportKey& report, std::uint32_t kinship) {
    const std::map<std::string, std::vector<Id>>& told = deeds_told(report);
    std::set<Id> candidates;
    for (const std::string& word : words) {
      const auto same = told.find(word);
      if (same != told.end()) candidates.insert(same->second.begin(), same->second.end());
    }
    candidates.erase(id);
    for (const Id& candidate : candidates) visit(candidate, kinship);
  };
  const ReportKey report = report_of(id);
  visit_report(report, one_report);
  for (const StoryLink& link : story(report)) visit_report(link.report, std::max(link.score, 1U));
}

void Update::tie_events() {
  for (const Id& chain : changed_chains_) erase_ties(work_, chain);
  for (const Id& chain : changed_chains_) {
    for (const auto& [other, role] : tied_events(chain)) put_tie(work_, chain, role, other);
    for (const auto& [other, role] : tying_events(chain)) put_tie(work_, other, role, chain);
  }
}

}  // namespace nutgraf
