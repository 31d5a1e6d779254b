#include "extract/place/place_scorer.h"

#include <algorithm>
#include <limits>

#include "extract/place/distance.h"
#include "extract/place/gazetteer_rows.h"

namespace nutgraf {
namespace {

constexpr std::size_t holders_looked_at = 12;
constexpr std::size_t most_choices = 48;  // of a name; the best without the others' help

}  // namespace

PlaceScorer::PlaceScorer(const Gazetteer& gazetteer, const PlaceLists& lists,
                         const PlaceContext& context, std::vector<PlaceCase>& cases)
    : gazetteer_(gazetteer), lists_(lists), context_(context), cases_(cases) {
  case_of_.assign(context.named.size(), npos);
  for (std::uint32_t i = 0; i < cases.size(); ++i) {
    for (const std::uint32_t named : cases[i].named) case_of_[named] = i;
  }
}

const PlaceCase* PlaceScorer::case_of(std::uint32_t named) const {
  if (named == npos || case_of_[named] == npos) return nullptr;
  return &cases_[case_of_[named]];
}

void PlaceScorer::choose() {
  for (PlaceCase& place : cases_) {
    order(place);
    if (place.choices.size() > most_choices) place.choices.resize(most_choices);
  }
  together_ = true;
  for (int round = 0; round < 3; ++round) {
    count_countries();
    for (PlaceCase& place : cases_) order(place);
  }
}

void PlaceScorer::order(PlaceCase& place) {
  const Countries beside = together_ ? countries_beside(place) : Countries{};
  for (PlaceChoice& choice : place.choices) choice = scored(place, choice, beside);
  std::stable_sort(place.choices.begin(), place.choices.end(),
                   [](const PlaceChoice& a, const PlaceChoice& b) { return a.score > b.score; });
  if (place.choices.empty() || place.part) return;
  const PlaceChoice& best = place.choices.front();
  // A city and the province that bears its name are no rivals here.
  const auto rival =
      std::find_if(place.choices.begin() + 1, place.choices.end(), [&](const PlaceChoice& other) {
        return !gazetteer_.lies_in(best.row, other.row) && !gazetteer_.lies_in(other.row, best.row);
      });
  const bool leads = rival == place.choices.end() ||
                     best.score - rival->score >= lists_.limit(PlaceLimit::sure_lead);
  const bool large = gazetteer_.prominence(best.row) >= lists_.limit(PlaceLimit::weak);
  place.sure = leads && (large || best.supported());
}

void PlaceScorer::count_countries() {
  told_.assign(context_.people.begin(), context_.people.end());
  spoken_ = told_;
  for (const PlaceCase& place : cases_) {
    if (!place.sure) continue;
    const PlaceRow row = place.choices.front().row;
    const std::size_t country = country_index(gazetteer_.country(row));
    const auto mentions = static_cast<std::uint32_t>(place.named.size());
    if (gazetteer_.feature(row) == Feature::country) told_[country] += mentions;
    spoken_[country] += mentions;
  }
  told_.back() = 0;
  spoken_.back() = 0;
  counted_.clear();
  for (std::size_t i = 0; i < country_codes; ++i) {
    if (spoken_[i] != 0) counted_.push_back(static_cast<std::uint16_t>(i));
  }
}

PlaceChoice PlaceScorer::scored(const PlaceCase& place, const PlaceChoice& looked_up) const {
  return scored(place, looked_up, countries_beside(place));
}

PlaceChoice PlaceScorer::scored(const PlaceCase& place, const PlaceChoice& looked_up,
                                const Countries& beside) const {
  PlaceChoice out;
  out.row = looked_up.row;
  for (const PlaceSign sign : {PlaceSign::prominence, PlaceSign::other_name})
    out.add(sign, looked_up.signs[static_cast<std::size_t>(sign)]);
  if (place.kind) {
    add(out, *place.kind == gazetteer_.feature(out.row) ? PlaceSign::kind : PlaceSign::other_kind);
  }
  add_phrases(place, out);
  if (!together_) return out;
  add_countries(beside, out);
  add_dateline(place, out);
  add_others(place, out);
  return out;
}

void PlaceScorer::add_phrases(const PlaceCase& place, PlaceChoice& choice) const {
  for (const std::uint32_t index : place.named) {
    const NamedPlace& named = context_.named[index];
    if (const PlaceCase* holder = case_of(named.holder); holder != nullptr && !named.beside) {
      const std::size_t count = std::min(holder->choices.size(), holders_looked_at);
      for (std::size_t i = 0; i < count && !choice.has(PlaceSign::phrase); ++i) {
        const PlaceRow row = holder->choices[i].row;
        if (row != choice.row && gazetteer_.lies_in(choice.row, row))
          add(choice, PlaceSign::phrase);
      }
    }
    for (const std::uint32_t near : {index - 1, index + 1}) {
      if (near >= context_.named.size() || context_.named[near].holder != index) continue;
      const PlaceCase* held = case_of(near);
      if (held == nullptr || choice.has(PlaceSign::phrase_holder)) continue;
      for (const PlaceChoice& other : held->choices) {
        if (other.row == choice.row || !gazetteer_.lies_in(other.row, choice.row)) continue;
        add(choice, PlaceSign::phrase_holder);
        break;
      }
    }
  }
}

// What a case said itself when countries were counted does not speak for it again.
PlaceScorer::Countries PlaceScorer::countries_beside(const PlaceCase& place) const {
  Countries out;
  if (place.sure && !place.choices.empty()) {
    const PlaceRow row = place.choices.front().row;
    out.own = country_index(gazetteer_.country(row));
    out.mentions = static_cast<std::uint32_t>(place.named.size());
    out.told = gazetteer_.feature(row) == Feature::country;
  }
  for (const std::uint16_t country : counted_) {
    out.most = std::max(out.most, spoken_[country] - (country == out.own ? out.mentions : 0U));
  }
  return out;
}

void PlaceScorer::add_countries(const Countries& beside, PlaceChoice& choice) const {
  const std::size_t country = country_index(gazetteer_.country(choice.row));
  if (country == country_codes) return;
  const bool own = country == beside.own;
  if (told_[country] > (own && beside.told ? beside.mentions : 0U)) add(choice, PlaceSign::country);
  if (beside.most != 0 && spoken_[country] - (own ? beside.mentions : 0U) == beside.most)
    add(choice, PlaceSign::main_country);
}

void PlaceScorer::add_dateline(const PlaceCase& place, PlaceChoice& choice) const {
  const PlaceCase* dateline = case_of(context_.dateline);
  if (dateline == nullptr || dateline == &place || !dateline->sure) return;
  const PlaceRow row = dateline->choices.front().row;
  if (!gazetteer_.country(choice.row).empty() &&
      gazetteer_.country(choice.row) == gazetteer_.country(row))
    add(choice, PlaceSign::dateline_country);
  for (PlaceRow at = row; at != npos; at = gazetteer_.parent(at)) {
    if (gazetteer_.feature(at) == Feature::province && gazetteer_.lies_in(choice.row, at) &&
        choice.row != at)
      add(choice, PlaceSign::dateline_division);
  }
}

void PlaceScorer::add_others(const PlaceCase& place, PlaceChoice& choice) const {
  std::int64_t nearest = std::numeric_limits<std::int64_t>::max();
  const Feature own = gazetteer_.feature(choice.row);
  for (const PlaceCase& other : cases_) {
    if (&other == &place || other.choices.empty() || other.part) continue;
    const PlaceRow row = other.choices.front().row;
    // A division speaks for what it holds even when it leads by little.
    const Feature feature = gazetteer_.feature(row);
    const bool division = feature == Feature::province || feature == Feature::county;
    if (division && row != choice.row && !choice.has(PlaceSign::division) &&
        gazetteer_.lies_in(choice.row, row))
      add(choice, PlaceSign::division);
    if (!other.sure) continue;
    if (row == choice.row) {
      if (!choice.has(PlaceSign::same)) add(choice, PlaceSign::same);
      continue;
    }
    if (!choice.has(PlaceSign::holds) && gazetteer_.lies_in(row, choice.row))
      add(choice, PlaceSign::holds);
    if (is_point(feature) && (is_point(own) || own == Feature::physical))
      nearest =
          std::min(nearest, distance_metres(gazetteer_.point(row), gazetteer_.point(choice.row)));
  }
  if (nearest <= 25'000) {
    add(choice, PlaceSign::near_25);
  } else if (nearest <= 100'000) {
    add(choice, PlaceSign::near_100);
  } else if (nearest <= 300'000) {
    add(choice, PlaceSign::near_300);
  } else if (nearest <= 1'000'000) {
    add(choice, PlaceSign::near_1000);
  }
}

}  // namespace nutgraf
