// When two event chains of two reports may be one event. All of it is a pure function of the two.
#include <algorithm>
#include <cstdint>

#include "graph/update.h"

namespace nutgraf {
namespace {

// Millionths of a degree, latitude and longitude together: some fifty kilometres.
constexpr std::int64_t neighbourhood = 500000;
// From this likeness of two texts on, in thousandths, nothing but the word for a deed need agree.
constexpr std::uint32_t clear_story = 400;
// And from this one when the two came out on days further apart: what the army denies each week is
// told in much the same words.
constexpr std::uint32_t clear_old_story = 600;
constexpr std::int64_t news_days = 3;
// Longer, nothing is told by many that has no name, place or day in words.
constexpr std::int64_t event_days = 14;
// A place, or a participant with a name, or days in words.
constexpr std::uint32_t named_agreement = 100;
// Two participants agree, or one and the place or the days.
constexpr std::uint32_t well_agreed = 300;

template <typename T>
std::size_t shared(const std::set<T>& one, const std::set<T>& other) {
  std::size_t count = 0;
  for (const T& value : one) count += other.count(value);
  return count;
}

bool share(const std::vector<std::string>& one, const std::vector<std::string>& other) {
  return std::any_of(one.begin(), one.end(), [&](const std::string& word) {
    return std::binary_search(other.begin(), other.end(), word);
  });
}

// One is the other or lies in it.
bool places_touch(const EventFacts& one, const EventFacts& other) {
  return shared(one.places, other.places) > 0 || shared(one.places, other.around) > 0 ||
         shared(one.around, other.places) > 0;
}

// Days told in the acts' own clauses. Where a named participant agrees a day more or less is the
// same: reports tell it where they stand, the place where it happened may be elsewhere.
bool days_touch(const StatedEvent& one, const StatedEvent& other, std::int64_t slack) {
  if (!one.own_day || !other.own_day) return true;
  const auto begins_before_end = [&](const StatedEvent& a, const StatedEvent& b) {
    return !a.when.from || !b.when.until ||
           static_cast<std::int64_t>(a.when.from->number) < b.when.until->number + slack;
  };
  return begins_before_end(one, other) && begins_before_end(other, one);
}

// Places of a gazetteer that are not one, nor in one another, nor next to each other. Others ("the
// house") have no position to differ in.
bool sites_differ(const EventFacts& one, const EventFacts& other) {
  if (one.sites.empty() || other.sites.empty() || places_touch(one, other)) return false;
  const auto near = [](const Place* a, const Place* b) {
    const auto apart = [](std::int64_t x, std::int64_t y) { return x < y ? y - x : x - y; };
    return apart(a->point.latitude, b->point.latitude) +
               apart(a->point.longitude, b->point.longitude) <
           neighbourhood;
  };
  return std::none_of(one.sites.begin(), one.sites.end(), [&](const Place* a) {
    return std::any_of(other.sites.begin(), other.sites.end(),
                       [&](const Place* b) { return near(a, b); });
  });
}

// Both name some of one kind there, and no name of the one has a word in common with the other's.
bool parties_differ(const EventFacts& one, const EventFacts& other, const std::set<Id>& left,
                    const std::set<Id>& right) {
  for (const NodeKind kind : {NodeKind::person, NodeKind::group}) {
    bool both = false;
    bool agree = false;
    for (const Id& a : left) {
      const EventFacts::Party& mine = one.parties.at(a);
      for (const Id& b : right) {
        const EventFacts::Party& theirs = other.parties.at(b);
        if (mine.kind != kind || theirs.kind != kind) continue;
        both = true;
        agree = agree || a == b || shared(mine.words, theirs.words) > 0;
      }
    }
    if (both && !agree) return true;
  }
  return false;
}

bool is_actor(std::string_view unnamed) {
  return unnamed.substr(0, unnamed.find(' ')) == to_string(Role::actor);
}

// "officers" of "target at least nine officers": English heads come last.
std::string_view head_of(std::string_view unnamed) {
  return unnamed.substr(unnamed.rfind(' ') + 1);
}

bool has_word(std::string_view words, std::string_view word) {
  for (std::size_t at = words.find(' '); at != std::string_view::npos;
       at = words.find(' ', at + 1)) {
    const std::string_view rest = words.substr(at + 1);
    if (rest.substr(0, rest.find(' ')) == word) return true;
  }
  return false;
}

// Unnamed ones of one side: the head of one is a word of the other.
bool descriptions_agree(const EventFacts& one, const EventFacts& other, bool actors) {
  return std::any_of(one.unnamed.begin(), one.unnamed.end(), [&](const std::string& a) {
    return is_actor(a) == actors &&
           std::any_of(other.unnamed.begin(), other.unnamed.end(), [&](const std::string& b) {
             return is_actor(b) == actors && (has_word(b, head_of(a)) || has_word(a, head_of(b)));
           });
  });
}

bool describes_target(const EventFacts& facts) {
  return std::any_of(facts.unnamed.begin(), facts.unnamed.end(),
                     [](const std::string& unnamed) { return !is_actor(unnamed); });
}

bool tells_actor(const EventFacts& facts) {
  return !facts.actors.empty() || std::any_of(facts.unnamed.begin(), facts.unnamed.end(), is_actor);
}

bool only_actors(const EventFacts& one, const EventFacts& other) {
  return tells_actor(one) && !describes_target(one) && one.targets.empty() && !tells_actor(other) &&
         (describes_target(other) || !other.targets.empty());
}

// Both describe whom it befell, and differently: others, if they do not agree who did it, and if
// one tells who did it or both count whom. ("A student" and "the girl" alone may be one.)
bool other_descriptions(const EventFacts& one, const EventFacts& other) {
  if (!describes_target(one) || !describes_target(other)) return false;
  if (shared(one.targets, other.targets) > 0) return false;
  if (shared(one.actors, other.actors) > 0) return false;
  if (descriptions_agree(one, other, false) || descriptions_agree(one, other, true)) return false;
  return tells_actor(one) || tells_actor(other) || (one.counts_targets && other.counts_targets);
}

// Both tell who did it, and not of one: "gunmen killed nine officers", "guards killed three
// others".
bool other_actors_told(const EventFacts& one, const EventFacts& other) {
  return tells_actor(one) && tells_actor(other) && shared(one.actors, other.actors) == 0 &&
         !descriptions_agree(one, other, true);
}

bool dated_to_a_month(const StatedEvent& event) {
  return event.told && length_class(event.when) <= 1;
}

// The first was over when the second began, by the days that they go by, told or not.
bool days_in_order(const StatedEvent& one, const StatedEvent& other) {
  return one.when.until && other.when.from && *one.when.until <= *other.when.from;
}

// No day is in both.
bool days_apart(const StatedEvent& one, const StatedEvent& other) {
  return days_in_order(one, other) || days_in_order(other, one);
}

// Between the two reports; 0 where one has no date.
std::int64_t days_between(const EventFacts& one, const EventFacts& other) {
  if (!one.published || !other.published) return 0;
  const auto [first, last] = std::minmax(one.published->number, other.published->number);
  return std::int64_t{last} - first;
}

bool clearly_one_story(const EventFacts& one, const EventFacts& other, std::uint32_t story) {
  return story >= (days_between(one, other) > news_days ? clear_old_story : clear_story);
}

// What two tellings agree on beside the deed.
struct Agreement {
  std::size_t named = 0;    // participants
  bool actor = false;       // named, or under one description
  bool month = false;       // both are dated to a month at least, and do not contradict
  bool any = false;         // a participant, a place or the very days
  std::uint32_t score = 0;  // 0 to 680
};

Agreement agreement_of(const EventFacts& one, const EventFacts& other) {
  const StatedEvent& a = *one.event;
  const StatedEvent& b = *other.event;
  Agreement out;
  const std::size_t actors = shared(one.actors, other.actors);
  out.named = actors + shared(one.targets, other.targets);
  out.month = dated_to_a_month(a) && dated_to_a_month(b);
  out.actor = actors > 0 || descriptions_agree(one, other, true);
  const bool place = shared(one.places, other.places) > 0;
  out.any = out.named > 0 || place || out.actor || descriptions_agree(one, other, false) ||
            (out.month && a.when == b.when);
  out.score = static_cast<std::uint32_t>(std::min<std::size_t>(out.named, 2)) * 150;
  if (place) {
    out.score += 150;
  } else if (places_touch(one, other)) {
    out.score += 100;
  }
  if (out.month) out.score += 150;
  if (shared(one.unnamed, other.unnamed) > 0) out.score += 80;
  return out;
}

}  // namespace

bool standings_agree(const StatedEvent& one, const StatedEvent& other) {
  const auto fact = [](Modality modality) {
    return modality == Modality::possible ? Modality::actual : modality;
  };
  return one.polarity == other.polarity && fact(one.modality) == fact(other.modality);
}

bool one_kind_of_deed(const StatedEvent& one, const StatedEvent& other) {
  return share(one.deeds, other.deeds) || share(one.frames, other.frames) ||
         share(one.lemmas, other.lemmas);
}

namespace {

// Standing aside.
std::optional<Against> deeds_differ(const EventFacts& one, const EventFacts& other) {
  const StatedEvent& a = *one.event;
  const StatedEvent& b = *other.event;
  const bool actor = shared(one.actors, other.actors) > 0;
  const bool target = shared(one.targets, other.targets) > 0;
  if (!days_touch(a, b, actor || target ? 1 : 0)) return Against{"on another day", Aspect::day};
  if (sites_differ(one, other)) return Against{"at another place", Aspect::place};
  // Reports name different actors of one deed, as long as its target is the same; and the reverse.
  if (!target && parties_differ(one, other, one.actors, other.actors)) {
    return Against{"of other actors", Aspect::party};
  }
  if (!actor && parties_differ(one, other, one.targets, other.targets)) {
    return Against{"of other targets", Aspect::party};
  }
  if (other_descriptions(one, other)) return Against{"of other targets", Aspect::party};
  return std::nullopt;
}

}  // namespace

std::optional<Against> contradiction(const EventFacts& one, const EventFacts& other) {
  if (!standings_agree(*one.event, *other.event)) {
    return Against{"of another standing", Aspect::standing};
  }
  return deeds_differ(one, other);
}

bool told_long_after(const EventFacts& one, const EventFacts& other) {
  return days_between(one, other) > event_days && agreement_of(one, other).score < named_agreement;
}

bool both_tell(Aspect aspect, const EventFacts& one, const EventFacts& other) {
  switch (aspect) {
    case Aspect::day:
      return one.event->own_day && other.event->own_day;
    case Aspect::place:
      return !one.sites.empty() && !other.sites.empty();
    default:
      return true;
  }
}

std::optional<Role> tie(const EventFacts& one, const EventFacts& other, std::uint32_t story) {
  const StatedEvent& a = *one.event;
  const StatedEvent& b = *other.event;
  if (story == no_story || !a.listed() || !b.listed() || a.another || b.another) {
    return std::nullopt;
  }
  if (b.modality != Modality::actual || b.polarity != Polarity::positive) return std::nullopt;
  const bool told_as_fact = a.modality == Modality::actual || a.modality == Modality::possible;
  const bool denies = a.polarity == Polarity::negative && told_as_fact;
  const bool plans = a.polarity == Polarity::positive && a.modality == Modality::planned;
  if (!denies && !plans) return std::nullopt;
  if (!share(a.deeds, b.deeds) && !share(a.frames, b.frames)) return std::nullopt;
  // What was over before the plan was told is another deed, and so is what the same report tells.
  if (plans && (story == one_report || days_in_order(b, a))) return std::nullopt;
  if (deeds_differ(one, other) || agreement_of(one, other).score < 150) return std::nullopt;
  return denies ? Role::denies : Role::plans;
}

std::optional<EventLikeness> alike(const EventFacts& one, const EventFacts& other,
                                   std::uint32_t story) {
  const StatedEvent& a = *one.event;
  const StatedEvent& b = *other.event;
  const bool deed = share(a.deeds, b.deeds);
  // A light verb's word alone is no word for the deed.
  const bool words = share(a.lemmas, b.lemmas) && (deed || a.deeds.empty() || b.deeds.empty());
  const bool frame = share(a.frames, b.frames);
  if (!(words || deed || frame) || contradiction(one, other)) return std::nullopt;
  const Agreement agreement = agreement_of(one, other);
  const std::uint32_t score = agreement.score +
                              (words  ? 150U
                               : deed ? 120U
                                      : 0U) +
                              (frame ? 100U : 0U);
  if (story == no_story) {
    if (!agreement.month || !places_touch(one, other) || agreement.named == 0) return std::nullopt;
    return EventLikeness{score, "same-day-place-party"};
  }
  if (story == one_report) {
    // What its own extraction left apart: the same deed told again, unless as one more of its kind.
    if (!deed || a.another || b.another || other_actors_told(one, other)) return std::nullopt;
    return EventLikeness{score + 100, "told-again"};
  }
  // "Similar raids", "an earlier attack": what one tells as another is hardly what the other tells.
  if (a.another != b.another && agreement.score < well_agreed) return std::nullopt;
  // Not where one tells only who did it, the other only whom it befell, and nothing else agrees.
  if (agreement.score == 0 && (only_actors(one, other) || only_actors(other, one))) {
    return std::nullopt;
  }
  const bool typed = !a.type.empty() && !b.type.empty();
  const bool clear = agreement.score >= named_agreement || clearly_one_story(one, other, story);
  if (words && (deed || typed)) {
    // Within a story the same word for a deed says enough by itself, if the story is clearly one.
    if (!clear) return std::nullopt;
    return EventLikeness{score + 200, "same-word"};
  }
  if (words) {
    // "say", "make", "begin" tell no deed: one does much of the kind in a story, and more each day.
    if (!clear || !agreement.actor || days_apart(a, b)) return std::nullopt;
    return EventLikeness{score + 200, "same-word-same-actor"};
  }
  if (deed && agreement.any && clear) return EventLikeness{score + 200, "same-deed"};
  if (frame && typed && agreement.score >= 150) return EventLikeness{score + 200, "same-frame"};
  return std::nullopt;
}

}  // namespace nutgraf
