#include "extract/analysis.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstring>
#include <tuple>

namespace nutgraf {

std::string_view to_string(Relation relation) {
  static constexpr std::array<std::string_view, static_cast<std::size_t>(Relation::other) + 1>
      names{"none",
            "root",
            "subject",
            "passive_subject",
            "agent",
            "object",
            "indirect_object",
            "oblique",
            "nominal_modifier",
            "possessor",
            "complement",
            "adverbial_clause",
            "relative_clause",
            "participial_clause",
            "apposition",
            "conjunct",
            "compound",
            "adjective",
            "determiner",
            "number",
            "auxiliary",
            "negation",
            "particle",
            "copula",
            "predicate",
            "marker",
            "preposition",
            "coordinator",
            "adverb",
            "expletive",
            "name_part",
            "quotation",
            "punctuation",
            "other"};
  return names.at(static_cast<std::size_t>(relation));
}

void Analysis::begin(const Report& taken) {
  report_ = &taken;
  arena_.release();
  tokens.clear();
  sentences.clear();
  noun_groups.clear();
  verb_groups.clear();
  clauses.clear();
  quotations.clear();
  arcs.clear();
  noun_group_of.clear();
  verb_group_of.clear();
  clause_of.clear();
  basic_.clear();
  first_arc_.clear();
}

std::string_view Analysis::keep(std::string_view words) {
  if (words.empty()) return {};
  char* place = static_cast<char*>(arena_.allocate(words.size(), 1));
  std::memcpy(place, words.data(), words.size());
  return {place, words.size()};
}

std::span<const Arc> Analysis::arcs_from(std::uint32_t governor) const {
  assert(governor + 1 < first_arc_.size());
  return std::span<const Arc>(arcs).subspan(first_arc_[governor],
                                            first_arc_[governor + 1] - first_arc_[governor]);
}

void Analysis::index_arcs() {
  basic_.assign(tokens.size(), Arc{});
  first_arc_.assign(tokens.size() + 1, 0);
  for (const Arc& arc : arcs) {
    if (!arc.extra) basic_[arc.dependent] = arc;
    if (arc.governor != npos) ++first_arc_[arc.governor + 1];
  }
  for (std::size_t i = 1; i < first_arc_.size(); ++i) first_arc_[i] += first_arc_[i - 1];
  // By governor by counting, roots last; the few arcs of one governor by comparing.
  next_arc_.assign(first_arc_.begin(), first_arc_.end());
  sorted_.resize(arcs.size());
  for (const Arc& arc : arcs) {
    const std::size_t bucket = arc.governor == npos ? tokens.size() : arc.governor;
    sorted_[next_arc_[bucket]++] = arc;
  }
  arcs.swap(sorted_);
  const auto before = [](const Arc& a, const Arc& b) {
    return std::tie(a.dependent, a.relation, a.extra) < std::tie(b.dependent, b.relation, b.extra);
  };
  for (std::size_t i = 0; i + 1 < first_arc_.size(); ++i) {
    const auto begin = arcs.begin() + first_arc_[i];
    const auto end = arcs.begin() + first_arc_[i + 1];
    if (!std::is_sorted(begin, end, before)) std::sort(begin, end, before);
  }
  std::sort(arcs.begin() + first_arc_.back(), arcs.end(), before);
}

}  // namespace nutgraf
