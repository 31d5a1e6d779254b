#include "extract/place/place_resolver.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "extract/place/distance.h"
#include "extract/place/place_choice.h"
#include "extract/place/place_context.h"
#include "extract/place/place_scorer.h"
#include "extract/text/fold.h"

namespace nutgraf {
namespace {

constexpr std::int64_t neighbour_metres = 50'000;

class Resolution {
 public:
  Resolution(const Gazetteer& gazetteer, const PlaceLists& lists, const Analysis& desk,
             Extraction& extraction, Trace* trace)
      : gazetteer_(gazetteer), lists_(lists), extraction_(extraction), trace_(trace) {
    context_ = read_place_context(desk, extraction, lists);
    gather();
  }

  void run() {
    if (cases_.empty()) return;
    PlaceScorer scorer(gazetteer_, lists_, context_, cases_);
    scorer.choose();
    for (PlaceCase& place : cases_) {
      drop_weak(place);
      drop_elsewhere(place);
    }
    for (const PlaceCase& place : cases_) {
      if (!place.choices.empty() && !place.part) take(place);
    }
    for (const PlaceCase& place : cases_) {
      if (!place.choices.empty() && place.part) take_part(place);
    }
    for (const PlaceCase& place : cases_) {
      if (place.choices.empty()) stand_in(place, scorer);
    }
  }

 private:
  void gather() {
    std::vector<std::uint32_t> case_of(extraction_.entities.size(), npos);
    for (std::uint32_t i = 0; i < context_.named.size(); ++i) {
      const NamedPlace& named = context_.named[i];
      std::uint32_t& at = case_of[named.entity];
      if (at == npos) {
        at = static_cast<std::uint32_t>(cases_.size());
        cases_.push_back(open_case(named.entity));
      }
      cases_[at].named.push_back(i);
      if (named.kind && !cases_[at].kind) cases_[at].kind = named.kind;
    }
  }

  PlaceCase open_case(std::uint32_t entity) const {
    PlaceCase out;
    out.entity = entity;
    const Entity& it = extraction_.entities[entity];
    PlaceLookup found = look_up_place(gazetteer_, lists_, it.name);
    for (const std::string& alias : it.aliases) {
      if (!found.choices.empty() && !found.part) break;
      if (PlaceLookup other = look_up_place(gazetteer_, lists_, alias); !other.choices.empty())
        found = std::move(other);
    }
    out.choices = std::move(found.choices);
    out.part = found.part;
    return out;
  }

  // A small place far from all that the report tells is more likely one that no table has, and
  // "the West" is no province of Cameroon.
  void drop_weak(PlaceCase& place) const {
    if (place.choices.empty()) return;
    const PlaceChoice& best = place.choices.front();
    const bool direction = lists_.is_part(fold_name(extraction_.entities[place.entity].name));
    const bool large = !is_point(gazetteer_.feature(best.row)) ||
                       gazetteer_.prominence(best.row) >= lists_.limit(PlaceLimit::weak);
    if (best.supported() || (large && !direction)) return;
    const bool surroundings = std::any_of(
        cases_.begin(), cases_.end(),
        [&](const PlaceCase& other) { return other.entity != place.entity && other.sure; });
    if (!surroundings) return;
    tell(place, false, "place/gazetteer",
         describe(gazetteer_, best.row) +
             " is too small to be meant without a sign: " + reasons(best));
    place.choices.clear();
    place.part = false;
  }

  // The report says that it lies in a place that does not hold it.
  void drop_elsewhere(PlaceCase& place) const {
    if (place.choices.empty()) return;
    const PlaceRow best = place.choices.front().row;
    if (!is_point(gazetteer_.feature(best)) ||
        gazetteer_.prominence(best) >= lists_.limit(PlaceLimit::elsewhere))
      return;
    for (const std::uint32_t index : place.named) {
      const NamedPlace& named = context_.named[index];
      const PlaceCase* holder = named.holder == npos ? nullptr : case_at(named.holder);
      if (holder == nullptr || named.comma || named.beside || !holder->sure) continue;
      const PlaceRow there = holder->choices.front().row;
      if (gazetteer_.lies_in(best, there) || gazetteer_.lies_in(there, best)) continue;
      if (distance_metres(gazetteer_.point(best), gazetteer_.point(there)) < neighbour_metres)
        continue;
      tell(place, false, "place/gazetteer",
           describe(gazetteer_, best) + " does not lie in " + describe(gazetteer_, there));
      place.choices.clear();
      place.part = false;
      return;
    }
  }

  const PlaceCase* case_at(std::uint32_t named) const {
    for (const PlaceCase& place : cases_) {
      if (place.entity == context_.named[named].entity) return &place;
    }
    return nullptr;
  }

  void take(const PlaceCase& place) {
    const PlaceChoice& best = place.choices.front();
    extraction_.entities[place.entity].place = gazetteer_.place(best.row);
    if (trace_ == nullptr) return;
    tell(place, true, "place/gazetteer", describe(gazetteer_, best.row) + ": " + reasons(best));
    const std::size_t shown = std::min<std::size_t>(place.choices.size(), 4);
    for (std::size_t i = 1; i < shown; ++i) {
      tell(place, false, "place/gazetteer",
           describe(gazetteer_, place.choices[i].row) + ": " + reasons(place.choices[i]));
    }
  }

  void take_part(const PlaceCase& place) {
    const PlaceRow whole = place.choices.front().row;
    const Feature kind = gazetteer_.feature(whole);
    const Feature part = kind == Feature::city || kind == Feature::district ? Feature::district
                         : kind == Feature::physical                        ? kind
                                                                            : Feature::region;
    put_within(place, gazetteer_.place(whole), part, "place/part", "a part of ");
  }

  // The listed place that a name of no table stands with.
  void stand_in(const PlaceCase& place, const PlaceScorer& scorer) {
    for (const std::uint32_t index : place.named) {
      const std::uint32_t holder = context_.named[index].holder;
      if (holder != npos && holder_of(place, holder))
        return put(place, context_.named[holder].entity, "the report says it lies there: ");
    }
    if (const PlaceRow inner = inner_name(place, scorer); inner != npos) {
      put_within(place, gazetteer_.place(inner), kind_of(place), "place/container",
                 "its name holds that of ");
      return;
    }
    const std::uint32_t near = nearest_named(place);
    if (near != npos) put(place, context_.named[near].entity, "it stands with ");
  }

  bool holder_of(const PlaceCase& place, std::uint32_t named) const {
    const Entity& entity = extraction_.entities[context_.named[named].entity];
    return context_.named[named].entity != place.entity && entity.place && !entity.place->container;
  }

  // The listed town, else the smallest place, of the same sentence, of the dateline, of the
  // sentences before, of the report.
  std::uint32_t nearest_named(const PlaceCase& place) const {
    const NamedPlace& first = context_.named[place.named.front()];
    const std::uint32_t sentence = extraction_.mentions[first.mention].sentence;
    std::uint32_t best = npos;
    std::int64_t least = 0;
    for (std::uint32_t i = 0; i < context_.named.size(); ++i) {
      if (!holder_of(place, i)) continue;
      const NamedPlace& other = context_.named[i];
      const std::uint32_t other_sentence = extraction_.mentions[other.mention].sentence;
      const Feature feature = extraction_.entities[other.entity].place->feature;
      std::int64_t far = other.span.begin < first.span.begin
                             ? std::int64_t{first.span.begin} - other.span.end
                             : (std::int64_t{other.span.begin} - first.span.end) * 2;
      if (other_sentence != sentence) far += 400;
      far += coarseness(feature);
      if (i == context_.dateline && other_sentence != sentence) far -= 300;
      if (best == npos || far < least) {
        best = i;
        least = far;
      }
    }
    return best;
  }

  static std::int64_t coarseness(Feature feature) {
    switch (feature) {
      case Feature::continent:
        return 6000;
      case Feature::region:
      case Feature::physical:
        return 3000;
      case Feature::country:
        return 2500;
      case Feature::province:
        return 1000;
      case Feature::county:
        return 300;
      default:
        return 0;
    }
  }

  // A listed place whose name stands inside the name: "Manila Cathedral", "University of Mosul".
  PlaceRow inner_name(const PlaceCase& place, const PlaceScorer& scorer) const {
    const std::string key = fold_name(extraction_.entities[place.entity].name);
    if (lists_.is_street(std::string_view(key).substr(key.rfind(' ') + 1))) return npos;
    std::vector<std::size_t> starts = {0};
    for (std::size_t i = 0; i < key.size(); ++i) {
      if (key[i] == ' ') starts.push_back(i + 1);
    }
    PlaceChoice best;
    const std::string_view all = key;
    for (std::size_t length = starts.size() - 1; length > 0 && best.row == npos; --length) {
      for (std::size_t begin = 0; begin + length <= starts.size(); ++begin) {
        const std::size_t end =
            begin + length == starts.size() ? key.size() : starts[begin + length] - 1;
        consider_inner(all.substr(starts[begin], end - starts[begin]), place, scorer, best);
      }
    }
    return best.row;
  }

  void consider_inner(std::string_view key, const PlaceCase& place, const PlaceScorer& scorer,
                      PlaceChoice& best) const {
    const NameFacts facts = gazetteer_.facts(key);
    if (facts.places == 0 || facts.commonness < 100 ||
        facts.prominence < lists_.limit(PlaceLimit::inner))
      return;
    for (const PlaceChoice& choice : look_up_place(gazetteer_, lists_, key).choices) {
      const PlaceChoice scored = scorer.scored(place, choice);
      if (scored.has(PlaceSign::other_name)) continue;
      if (best.row == npos || scored.score > best.score) best = scored;
    }
  }

  Feature kind_of(const PlaceCase& place) const {
    if (place.kind) return *place.kind;
    const std::string key = fold_name(extraction_.entities[place.entity].name);
    const std::size_t space = key.rfind(' ');
    const auto kind =
        lists_.kind(std::string_view(key).substr(space == std::string::npos ? 0 : space + 1));
    return kind ? *kind : Feature::facility;
  }

  void put(const PlaceCase& place, std::uint32_t holder, const std::string& why) {
    put_within(place, *extraction_.entities[holder].place, kind_of(place), "place/container", why);
  }

  void put_within(const PlaceCase& place, Place holder, Feature feature, const char* rule,
                  const std::string& why) {
    Entity& entity = extraction_.entities[place.entity];
    tell(place, true, rule, why + holder.name + " (" + holder.id + ")");
    Place out;
    out.id = "x:" + holder.id + "/" + fold_name(entity.name);
    out.name = entity.name;
    out.point = holder.point;
    out.country = holder.country;
    out.feature = feature;
    out.container = true;
    out.within = std::exchange(holder.within, {});
    out.within.insert(out.within.begin(), std::move(holder));
    entity.place = std::move(out);
  }

  void tell(const PlaceCase& place, bool taken, const char* rule, std::string reason) const {
    if (trace_ == nullptr) return;
    const Span span = context_.named[place.named.front()].span;
    trace_->decisions.push_back({"place", span, taken, rule, std::move(reason)});
  }

  const Gazetteer& gazetteer_;
  const PlaceLists& lists_;
  Extraction& extraction_;
  Trace* trace_;
  PlaceContext context_;
  std::vector<PlaceCase> cases_;
};

}  // namespace

Result<PlaceResolver> PlaceResolver::open(const DataFile& data, const Gazetteer& gazetteer) {
  const auto lists = PlaceLists::open(data);
  if (!lists) return fail(lists.error());
  return PlaceResolver(gazetteer, *lists);
}

void PlaceResolver::resolve(const Analysis& desk, Extraction& extraction, Trace* trace) const {
  Resolution(*gazetteer_, lists_, desk, extraction, trace).run();
}

}  // namespace nutgraf
