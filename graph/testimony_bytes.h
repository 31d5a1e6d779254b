// How the values of a report are packed. One function a struct, for both directions; `A` is Packer
// with a const value, or Unpacker.
#ifndef NUTGRAF_GRAPH_TESTIMONY_BYTES_H_
#define NUTGRAF_GRAPH_TESTIMONY_BYTES_H_

#include <cstdint>
#include <type_traits>
#include <vector>

#include "extract/extraction.h"
#include "extract/report/report.h"
#include "graph/bytes.h"
#include "graph/testimony.h"

namespace nutgraf {

template <typename T, typename Struct>
inline constexpr bool is_a = std::is_same_v<std::remove_const_t<T>, Struct>;
template <typename T, typename Struct>
using If = std::enable_if_t<is_a<T, Struct>, int>;

template <typename A, typename T, If<T, Span> = 0>
void pack(A& a, T& span) {
  pack(a, span.begin);
  pack(a, span.end);
}
template <typename A, typename T, If<T, Day> = 0>
void pack(A& a, T& day) {
  pack(a, day.number);
}
template <typename A, typename T, If<T, DayRange> = 0>
void pack(A& a, T& range) {
  pack(a, range.from);
  pack(a, range.until);
}
template <typename A, typename T, If<T, Count> = 0>
void pack(A& a, T& count) {
  pack(a, count.min);
  pack(a, count.max);
}

// All of a place but those around it.
template <typename A, typename T>
void pack_row(A& a, T& place) {
  pack(a, place.id);
  pack(a, place.name);
  pack(a, place.point.latitude);
  pack(a, place.point.longitude);
  pack(a, place.country);
  pack(a, place.geonames);
  pack_enum(a, place.feature, Feature::physical);
  pack(a, place.container);
}
template <typename A, typename T, If<T, Place> = 0>
void pack(A& a, T& place) {
  pack_row(a, place);
  pack_list(a, place.within, [](auto& each, auto& outer) { pack_row(each, outer); });
}

template <typename A>
void pack_indexes(A& a, std::conditional_t<A::writing, const std::vector<std::uint32_t>,
                                           std::vector<std::uint32_t>>& indexes) {
  pack_list(a, indexes, [](auto& each, auto& index) { pack_index(each, index); });
}

template <typename A, typename T, If<T, Mention> = 0>
void pack(A& a, T& mention) {
  pack(a, mention.span);
  pack(a, mention.head);
  pack_enum(a, mention.kind, Kind::place);
  pack_enum(a, mention.form, Form::pronoun);
  pack_index(a, mention.entity);
  pack_index(a, mention.sentence);
  pack(a, mention.tokens.begin);
  pack(a, mention.tokens.end);
  pack_index(a, mention.head_token);
  pack(a, mention.number);
  pack(a, mention.rule);
}
template <typename A, typename T, If<T, Entity> = 0>
void pack(A& a, T& entity) {
  pack_enum(a, entity.kind, Kind::place);
  pack(a, entity.name);
  pack(a, entity.aliases);
  pack(a, entity.named);
  pack(a, entity.complete);
  pack_enum(a, entity.gender, Gender::male);
  pack(a, entity.role);
  pack(a, entity.country);
  pack(a, entity.heads);
  pack(a, entity.place);
}
template <typename A, typename T, If<T, TimeExpression> = 0>
void pack(A& a, T& time) {
  pack(a, time.span);
  pack_enum(a, time.type, TimeType::set);
  pack(a, time.value);
  pack(a, time.mod);
  pack(a, time.range);
  pack_index(a, time.sentence);
  pack(a, time.rule);
}
template <typename A, typename T, If<T, Thing> = 0>
void pack(A& a, T& thing) {
  pack(a, thing.span);
  pack(a, thing.head);
  pack(a, thing.category);
}
template <typename A, typename T, If<T, EventPlace> = 0>
void pack(A& a, T& place) {
  pack_index(a, place.mention);
  pack_enum(a, place.role, PlaceRole::to);
}
template <typename A, typename T, If<T, EventThing> = 0>
void pack(A& a, T& thing) {
  pack_index(a, thing.thing);
  pack_enum(a, thing.role, ThingRole::instrument);
}
template <typename A, typename T, If<T, Casualty> = 0>
void pack(A& a, T& casualty) {
  pack(a, casualty.state);
  pack(a, casualty.count);
  pack_index(a, casualty.mention);
  pack_index(a, casualty.part_of);
}
template <typename A, typename T, If<T, Code> = 0>
void pack(A& a, T& code) {
  pack(a, code.scheme);
  pack(a, code.version);
  pack(a, code.value);
}

template <typename A, typename T, If<T, Event> = 0>
void pack(A& a, T& event) {
  pack(a, event.span);
  pack(a, event.parts);
  pack_index(a, event.sentence);
  pack(a, event.lemma);
  pack(a, event.deed);
  pack_enum(a, event.form, EventForm::adjective);
  pack(a, event.type);
  pack(a, event.mode);
  pack(a, event.act);
  pack(a, event.codes);
  pack_enum(a, event.polarity, Polarity::negative);
  pack_enum(a, event.modality, Modality::requested);
  pack_index(a, event.reported_by);
  pack_indexes(a, event.actors);
  pack_indexes(a, event.targets);
  pack_indexes(a, event.inherited_actors);
  pack_indexes(a, event.inherited_targets);
  pack(a, event.places);
  pack_indexes(a, event.times);
  pack(a, event.when);
  pack_enum(a, event.when_from, Attachment::publication);
  pack_enum(a, event.where_from, Attachment::publication);
  pack(a, event.things);
  pack(a, event.casualties);
  pack(a, event.rule);
  pack(a, event.score);
  pack(a, event.confidence);
  pack_index(a, event.chain);
  pack(a, event.another);
}
template <typename A, typename T, If<T, Tuple> = 0>
void pack(A& a, T& tuple) {
  pack_index(a, tuple.event);
  pack_index(a, tuple.actor);
  pack(a, tuple.action);
  pack_index(a, tuple.target);
  pack_index(a, tuple.place);
  pack(a, tuple.when);
}
template <typename A, typename T, If<T, Reference> = 0>
void pack(A& a, T& reference) {
  pack(a, reference.span);
  pack_index(a, reference.sentence);
  pack(a, reference.lemma);
  pack(a, reference.deed);
  pack_index(a, reference.chain);
}
template <typename A, typename T, If<T, Membership> = 0>
void pack(A& a, T& membership) {
  pack_index(a, membership.member);
  pack_index(a, membership.group);
}
template <typename A, typename T, If<T, Extraction> = 0>
void pack(A& a, T& extraction) {
  pack(a, extraction.sentences);
  pack(a, extraction.mentions);
  pack(a, extraction.entities);
  pack(a, extraction.times);
  pack(a, extraction.things);
  pack(a, extraction.events);
  pack(a, extraction.tuples);
  pack(a, extraction.references);
  pack(a, extraction.memberships);
}
template <typename A, typename T, If<T, Report> = 0>
void pack(A& a, T& report) {
  pack(a, report.id);
  pack(a, report.date);
  pack(a, report.title);
  pack(a, report.source);
  pack(a, report.url);
  pack(a, report.lang);
}
template <typename A, typename T, If<T, WordProfile::Word> = 0>
void pack(A& a, T& word) {
  pack(a, word.hash);
  pack(a, word.weight);
}
template <typename A, typename T, If<T, WordProfile> = 0>
void pack(A& a, T& profile) {
  pack(a, profile.words);
  pack(a, profile.rarest);
  pack(a, profile.shingles);
}

}  // namespace nutgraf

#endif  // NUTGRAF_GRAPH_TESTIMONY_BYTES_H_
