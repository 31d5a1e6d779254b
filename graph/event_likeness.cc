// When two event chains of two reports may be one event. All of it is a pure function of the two.
#include <algorithm>
#include <cstdint>

#include "graph/update.h"

namespace nutgraf {
namespace {

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

// An event that no words date was over when it was published.
bool dates_touch(const StatedEvent& one, const StatedEvent& other) {
  const auto begins_before_end = [](const StatedEvent& a, const StatedEvent& b) {
    return !a.told || !a.when.from || !b.when.until || *a.when.from < *b.when.until;
  };
  if (!one.told && !other.told) return true;
  return begins_before_end(one, other) && begins_before_end(other, one);
}

bool disjoint(const std::set<Id>& one, const std::set<Id>& other) {
  return !one.empty() && !other.empty() && shared(one, other) == 0;
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

bool counts_targets(const EventFacts& facts) {
  return std::any_of(facts.unnamed.begin(), facts.unnamed.end(), [](const std::string& unnamed) {
    return !is_actor(unnamed) && unnamed.find_first_of("0123456789") != std::string::npos;
  });
}

// Both describe whom it befell, and differently: others, if they do not agree who did it, and if
// one tells who did it or both count whom. ("A student" and "the girl" alone may be one.)
bool other_descriptions(const EventFacts& one, const EventFacts& other) {
  if (!describes_target(one) || !describes_target(other)) return false;
  if (!one.targets.empty() || !other.targets.empty()) return false;
  if (shared(one.actors, other.actors) > 0) return false;
  if (descriptions_agree(one, other, false) || descriptions_agree(one, other, true)) return false;
  return tells_actor(one) || tells_actor(other) || (counts_targets(one) && counts_targets(other));
}

bool dated_to_a_month(const StatedEvent& event) {
  return event.told && length_class(event.when) <= 1;
}

}  // namespace

std::optional<std::string_view> contradiction(const EventFacts& one, const EventFacts& other) {
  if (one.event->modality != other.event->modality ||
      one.event->polarity != other.event->polarity) {
    return "of another standing";
  }
  if (!dates_touch(*one.event, *other.event)) return "on another day";
  if (!one.places.empty() && !other.places.empty() && !places_touch(one, other)) {
    return "at another place";
  }
  // Reports name different actors of one deed, as long as its target is the same; and the reverse.
  if (disjoint(one.actors, other.actors) && shared(one.targets, other.targets) == 0)
    return "other actors";
  if (disjoint(one.targets, other.targets) && shared(one.actors, other.actors) == 0)
    return "other targets";
  if (other_descriptions(one, other)) return "other targets";
  return std::nullopt;
}

std::optional<std::uint32_t> alike(const EventFacts& one, const EventFacts& other, bool story) {
  const StatedEvent& a = *one.event;
  const StatedEvent& b = *other.event;
  const bool words = share(a.lemmas, b.lemmas);
  const bool frame = share(a.frames, b.frames);
  const bool act = !a.act.empty() && a.act == b.act;
  if (!words && !frame && !act) return std::nullopt;
  if (contradiction(one, other)) return std::nullopt;
  const std::size_t named = shared(one.actors, other.actors) + shared(one.targets, other.targets);
  const bool day = dated_to_a_month(a) && dated_to_a_month(b);
  std::uint32_t agreement = static_cast<std::uint32_t>(std::min<std::size_t>(named, 2)) * 150;
  if (shared(one.places, other.places) > 0) {
    agreement += 150;
  } else if (places_touch(one, other)) {
    agreement += 100;
  }
  if (day) agreement += 150;
  if (shared(one.unnamed, other.unnamed) > 0) agreement += 80;
  const std::uint32_t score = agreement + (words ? 150U : 0U) + (frame ? 100U : 0U);
  if (!story) {
    const bool told = day && places_touch(one, other) && named > 0;
    if (!told || !(words || frame)) return std::nullopt;
    return score;
  }
  const bool typed = !a.type.empty() && !b.type.empty();
  if (words || frame) {
    // Within a story the same word for a deed says enough by itself.
    if (!typed && !words) return std::nullopt;
    // Not where one tells only who did it, the other only whom it befell, and nothing else agrees.
    if (agreement == 0 && (only_actors(one, other) || only_actors(other, one))) return std::nullopt;
  } else if (agreement < 250) {
    return std::nullopt;
  }
  return score + 200;
}

}  // namespace nutgraf
