// The frame of each act, and who fills its roles.
#include <algorithm>
#include <string>

#include "extract/event/event_desk.h"
#include "extract/event/event_trace.h"
#include "extract/event/phrases.h"

namespace nutgraf {
namespace {

constexpr std::uint32_t bit(FrameRole role) { return 1U << static_cast<std::uint32_t>(role); }

// Sentence frames 8 to 11 of WordNet: "Somebody ----s something", … "Something ----s something".
constexpr std::uint64_t transitive_frames = 0xFULL << 7U;

class Framer {
 public:
  explicit Framer(EventDesk& work) : work_(work), program_(work.tables.rules.program()) {}

  void frame(Draft& draft) {
    choose_frame(draft);
    for (const Argument& argument : work_.arguments_of(draft)) {
      if (argument.particle || argument.token == npos || is_trigger(argument)) continue;
      const std::uint32_t roles = draft.frame == npos
                                      ? open_roles(draft, argument)
                                      : roles_of(program_, program_.frame(draft.frame), argument);
      const Filled before(draft.event);
      fill(draft, argument, roles == 0 ? from_doer(draft, argument) : roles);
      if (work_.trace != nullptr) tell_roles(work_, draft, argument, before);
    }
    drop_own_pronouns(draft);
  }

 private:
  // "They want to replace them": a pronoun that is not reflexive is never who acts.
  void drop_own_pronouns(Draft& draft) {
    std::erase_if(draft.event.targets, [&](std::uint32_t mention) {
      const Mention& found = work_.out.mentions[mention];
      if (found.form != Form::pronoun || found.head_token == npos) return false;
      const std::string_view word = work_.token(found.head_token).folded;
      const bool reflexive = word.ends_with("self") || word.ends_with("selves");
      return !reflexive && word != "other" && acts_itself(work_, draft, mention);
    });
  }

  void choose_frame(Draft& draft) {
    TriggerView candidate;
    candidate.form = draft.event.form;
    candidate.lemma = draft.lemma;
    candidate.arguments = work_.arguments_of(draft);
    candidate.sentence = work_.sentences[draft.event.sentence];
    const Program::PatternRow* found = match(program_, candidate);
    trigger_ = found == nullptr ? Program::Range() : found->words;
    if (work_.trace != nullptr) tell_frame(work_, draft, candidate, found);
    if (found == nullptr) {
      draft.event.rule = "open/" + std::string(to_string(draft.event.form));
      draft.event.confidence = 600;
      return;
    }
    draft.frame = found->frame;
    claim_noun(draft);
    const Program::FrameRow& row = program_.frame(draft.frame);
    if (row.type != npos) work_.tables.rules.ontology().apply(row.type, draft.event);
    draft.event.rule =
        std::string(name_of(draft.frame)) + "/" + std::string(to_string(draft.event.form));
    draft.event.confidence =
        static_cast<std::uint16_t>(std::min<std::uint32_t>(800 + 10 * found->specificity, 950));
  }

  bool is_trigger(const Argument& argument) const {
    if (argument.position != Position::object) return false;
    const auto words = program_.words(trigger_);
    return std::any_of(words.begin(), words.end(),
                       [&](Program::Text word) { return program_.text(word) == argument.lemma; });
  }

  // "set fire to the bus": the noun belongs to the trigger.
  void claim_noun(const Draft& draft) {
    if (draft.event.form != EventForm::verb) return;
    for (const Argument& argument : work_.arguments_of(draft)) {
      if (argument.token == npos || argument.particle || !is_trigger(argument)) continue;
      const std::uint32_t noun = work_.draft_at[argument.token];
      if (noun == npos || work_.drafts[noun].event.form != EventForm::noun) continue;
      work_.drafts[noun].part_of = work_.draft_at[draft.token];
    }
  }

  std::string_view name_of(std::uint32_t frame) const {
    return program_.text(program_.frame(frame).name);
  }

  // Without a frame: the subject acts, the object is acted on.
  std::uint32_t open_roles(const Draft& draft, const Argument& argument) const {
    const bool is_party = (argument.classes & (WordClasses::person | WordClasses::group)) != 0;
    switch (argument.position) {
      case Position::subject:
        return bit(FrameRole::actor);
      case Position::object:
      case Position::indirect:
        return bit(FrameRole::target);
      case Position::preposition:
        break;
      default:
        return 0;
    }
    if (argument.preposition == "against") return bit(FrameRole::target);
    if (argument.preposition == "to" && is_party) return bit(FrameRole::target);
    if (argument.preposition == "of" && draft.event.form == EventForm::noun) {
      std::string_view verb = draft.noun.verb;
      if (verb.empty()) verb = work_.tables.lexicon.nominalised_verb(draft.lemma);
      const bool transitive = (work_.tables.lexicon.verb_frames(verb) & transitive_frames) != 0;
      return bit(transitive ? FrameRole::target : FrameRole::actor);
    }
    return 0;
  }

  // "an attack from the rebels", "criticism from Russia": words and force come from who does them.
  std::uint32_t from_doer(const Draft& draft, const Argument& argument) const {
    if (draft.event.form != EventForm::noun || argument.preposition != "from") return 0;
    if (!draft.event.actors.empty() || draft.event.act.starts_with("x:")) return 0;
    const std::uint32_t mention = work_.mention_of(argument.token);
    if (mention == npos) return 0;
    const ClassMask act = work_.tables.rules.classes().of(draft.event.act);
    const bool words = (act & work_.tables.bits.act_of_words) != 0;
    const bool force = (act & work_.tables.bits.act_of_force) != 0;
    const Mention& found = work_.out.mentions[mention];
    const bool country = found.kind == Kind::place && found.entity != npos &&
                         work_.out.entities[found.entity].place &&
                         work_.out.entities[found.entity].place->feature == Feature::country;
    const bool doer = found.kind == Kind::place ? words && country : words || force;
    return doer ? bit(FrameRole::actor) : 0;
  }

  // "clashes between the army and rebels": the first of two sides acts on the second.
  bool has_other_side(const Draft& draft, const Argument& first) const {
    const auto arguments = work_.arguments_of(draft);
    return std::any_of(arguments.begin(), arguments.end(), [&](const Argument& other) {
      return other.preposition == "between" && other.token > first.token &&
             work_.mention_of(other.token) != npos;
    });
  }

  void fill(Draft& draft, const Argument& argument, std::uint32_t roles) {
    const std::uint32_t mention = work_.mention_of(argument.token);
    if (mention == npos) {
      fill_thing(draft, argument, roles);
      return;
    }
    const Mention& found = work_.out.mentions[mention];
    // "was elected president": what one becomes is nobody else.
    if (found.form == Form::nominal && !draft.event.targets.empty() &&
        work_.desk.arc_to(argument.token).relation == Relation::predicate) {
      return;
    }
    const bool place = found.kind == Kind::place;
    const bool acts = !place || found.form != Form::nominal ||
                      (argument.classes & work_.tables.bits.acting_place) != 0;
    bool used = false;
    const bool side = argument.preposition == "between" && draft.event.actors.empty() &&
                      (roles & bit(FrameRole::target)) != 0 && has_other_side(draft, argument);
    if (((roles & bit(FrameRole::actor)) != 0 || side) && acts) {
      add(draft.event.actors, mention);
      used = true;
    } else if ((roles & bit(FrameRole::target)) != 0 && !only_where(draft, argument, place)) {
      add(draft.event.targets, mention);
      used = true;
    }
    if (!place) {
      if (!used) place_of_group(draft, argument);
      return;
    }
    if ((roles & bit(FrameRole::at)) != 0) return add_place(draft, argument.token, PlaceRole::at);
    if ((roles & bit(FrameRole::from)) != 0)
      return add_place(draft, argument.token, PlaceRole::from);
    if ((roles & bit(FrameRole::to)) != 0) return add_place(draft, argument.token, PlaceRole::to);
    if (argument.position == Position::preposition &&
        (!used || (work_.tables.rules.classes().of(argument.preposition) &
                   work_.tables.bits.prep_at) != 0)) {
      place_by_preposition(draft, argument);
    } else if (!used && argument.position == Position::subject && !acts) {
      return;
    }
  }

  // "fired on worshippers at a church": people were struck, and the church tells where.
  bool only_where(const Draft& draft, const Argument& argument, bool place) const {
    const auto& targets = draft.event.targets;
    const bool stands = place || (argument.classes & work_.tables.bits.building) != 0;
    return stands && argument.position == Position::preposition && argument.preposition == "at" &&
           std::any_of(targets.begin(), targets.end(), [&](std::uint32_t target) {
             return work_.out.mentions[target].kind != Kind::place;
           });
  }

  void fill_thing(Draft& draft, const Argument& argument, std::uint32_t roles) {
    const std::uint32_t thing = work_.thing_at[argument.token];
    if (thing == npos) return;
    const WordClasses& classes = work_.tables.rules.classes();
    const bool tool =
        argument.position == Position::preposition &&
        (classes.of(argument.preposition) & work_.tables.bits.prep_with) != 0 &&
        (argument.classes & (work_.tables.bits.weapon | work_.tables.bits.vehicle)) != 0 &&
        (argument.preposition != "in" || draft.verb.verb_class == VerbClass::motion);
    EventThing filled{thing, ThingRole::object};
    if ((roles & bit(FrameRole::with)) != 0 || tool) {
      filled.role = ThingRole::instrument;
    } else if (argument.position == Position::subject) {
      filled.role = ThingRole::agent;
    } else if (argument.position == Position::preposition &&
               (roles & bit(FrameRole::target)) == 0) {
      return;
    }
    const auto same = [&](const EventThing& other) { return other.thing == thing; };
    auto& things = draft.event.things;
    if (std::none_of(things.begin(), things.end(), same)) things.push_back(filled);
  }

  static void add(std::vector<std::uint32_t>& list, std::uint32_t mention) {
    if (std::find(list.begin(), list.end(), mention) == list.end()) list.push_back(mention);
  }

  // A place inside the phrase that has a name: "the eastern district of Gogjali".
  std::uint32_t named_within(std::uint32_t head, int depth = 1) const {
    for (const Arc& arc : work_.desk.arcs_from(head)) {
      if (arc.relation != Relation::nominal_modifier && arc.relation != Relation::possessor &&
          arc.relation != Relation::compound && arc.relation != Relation::apposition) {
        continue;
      }
      const std::uint32_t mention = work_.mention_at[arc.dependent];
      if (mention != npos && work_.out.mentions[mention].kind != Kind::place) continue;
      if (mention != npos && work_.out.mentions[mention].form == Form::name) return mention;
      // "a station in the city of Kirkuk", "two villages in Borno state"
      const std::uint32_t deeper = arc.relation == Relation::nominal_modifier && depth > 0
                                       ? named_within(arc.dependent, depth - 1)
                                       : npos;
      if (deeper != npos) return deeper;
    }
    return npos;
  }

  void add_place(Draft& draft, std::uint32_t token, PlaceRole role) {
    std::uint32_t mention = work_.mention_of(token);
    const Mention& found = work_.out.mentions[mention];
    if (found.form == Form::nominal) {
      const bool known = found.entity != npos && work_.out.entities[found.entity].place;
      const std::uint32_t named = named_within(token);
      const bool same = named != npos && work_.out.mentions[named].tokens.begin > token &&
                        work_.out.mentions[named].entity == found.entity;
      if (named != npos && (!known || same)) mention = named;
    }
    put_place(draft, mention, role);
  }

  static void put_place(Draft& draft, std::uint32_t mention, PlaceRole role) {
    auto& places = draft.event.places;
    const auto same = [&](const EventPlace& other) { return other.mention == mention; };
    if (std::any_of(places.begin(), places.end(), same)) return;
    places.push_back({mention, role});
    draft.event.where_from = Attachment::clause;
  }

  // "outside a court in Lahore": where the body is.
  void place_of_group(Draft& draft, const Argument& argument) {
    const bool from = (argument.classes & work_.tables.bits.building) != 0 &&
                      (work_.tables.rules.classes().of(argument.preposition) &
                       work_.tables.bits.prep_from) != 0;  // "abducted from a church in Keld"
    const bool at = from || tells_where(work_, argument.preposition);
    if (argument.position != Position::preposition || !at) return;
    std::uint32_t named = npos;
    for (const Arc& arc : work_.desk.arcs_from(argument.token)) {
      const std::uint32_t mention = work_.mention_at[arc.dependent];
      if (arc.relation != Relation::nominal_modifier || mention == npos || named != npos) continue;
      const Mention& found = work_.out.mentions[mention];
      if (found.kind != Kind::place) continue;
      named = found.form == Form::name ? mention : named_within(arc.dependent);
    }
    if (named != npos) put_place(draft, named, PlaceRole::at);
  }

  void place_by_preposition(Draft& draft, const Argument& argument) {
    const ClassMask mask = work_.tables.rules.classes().of(argument.preposition);
    const ClassBits& bits = work_.tables.bits;
    if ((mask & bits.prep_from) != 0) {
      add_place(draft, argument.token, PlaceRole::from);
    } else if ((mask & bits.prep_to) != 0) {
      add_place(draft, argument.token, PlaceRole::to);
    } else if ((mask & bits.prep_at) != 0) {
      add_place(draft, argument.token, PlaceRole::at);
    }
  }

  EventDesk& work_;
  const Program& program_;
  Program::Range trigger_;  // the further words of the trigger at work
};

}  // namespace

void find_frames(EventDesk& work) {
  Framer framer(work);
  for (Draft& draft : work.drafts) framer.frame(draft);
}

}  // namespace nutgraf
