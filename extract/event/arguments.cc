// What hangs on each act, in deep positions: passives, nominals, relatives and light verbs are
// turned back here, so that frames see subjects, objects and prepositions only.
#include <algorithm>
#include <string>

#include "extract/event/event_desk.h"
#include "extract/event/phrases.h"

namespace nutgraf {
namespace {

bool is_relative_pronoun(const Token& token) {
  return token.tag == Tag::WDT || token.tag == Tag::WP ||
         (token.folded == "that" && token.tag == Tag::IN);
}

class Collector {
 public:
  explicit Collector(EventDesk& work) : work_(work) {}

  void collect(Draft& draft) {
    first_ = work_.arguments.size();
    draft.first_argument = static_cast<std::uint32_t>(first_);
    if (draft.event.form == EventForm::noun) {
      collect_noun(draft);
    } else {
      collect_verb(draft);
    }
    draft.argument_count = static_cast<std::uint32_t>(work_.arguments.size() - first_);
  }

 private:
  bool has(Position position) const {
    return std::any_of(work_.arguments.begin() + static_cast<std::ptrdiff_t>(first_),
                       work_.arguments.end(), [&](const Argument& argument) {
                         return argument.position == position && !argument.particle;
                       });
  }

  std::string_view marker_of(const Arc& arc) const {
    return arc.marker == npos ? std::string_view() : work_.token(arc.marker).folded;
  }

  // "a number of diplomats": rules ask for the diplomats.
  std::uint32_t counted(std::uint32_t token) const {
    const ClassMask mask = work_.tables.rules.classes().of(work_.lemma(token));
    if ((mask & work_.tables.bits.quantity) == 0) return token;
    for (const Arc& arc : work_.desk.arcs_from(token)) {
      if (arc.relation == Relation::nominal_modifier && arc.marker == token + 1 &&
          marker_of(arc) == "of") {
        return arc.dependent;
      }
    }
    return token;
  }

  void add_one(Position position, std::string_view preposition, std::uint32_t token) {
    for (std::size_t i = first_; i < work_.arguments.size(); ++i) {
      const Argument& other = work_.arguments[i];
      if (other.token == token && (other.position == position || position == Position::object)) {
        return;
      }
    }
    Argument argument;
    argument.position = position;
    argument.preposition = preposition;
    argument.lemma = work_.lemma(counted(token));
    argument.token = token;
    argument.classes = work_.classes_of(token);
    work_.arguments.push_back(argument);
  }

  // The noun and what is joined to it by "and".
  void add(Position position, std::string_view preposition, std::uint32_t token) {
    token = person_behind(work_, token);
    add_one(position, preposition, token);
    for (const Arc& arc : work_.desk.arcs_from(token)) {
      if (arc.relation != Relation::conjunct || arc.dependent == token) continue;
      const Tag tag = work_.token(arc.dependent).tag;
      if (is_noun(tag) || tag == Tag::PRP || tag == Tag::CD) {
        add_one(position, preposition, arc.dependent);
      }
    }
  }

  void add_word(std::uint32_t token) {
    Argument argument;
    argument.lemma = work_.token(token).folded;
    argument.token = token;
    argument.particle = true;
    work_.arguments.push_back(argument);
  }

  void add_clause(const Arc& arc) {
    Argument argument;
    argument.position = Position::complement;
    argument.preposition = marker_of(arc);
    const std::uint32_t group = work_.desk.verb_group_of[arc.dependent];
    if (argument.preposition.empty() && group != npos && work_.desk.verb_groups[group].infinitive) {
      argument.preposition = "to";
    }
    argument.lemma = work_.lemma(arc.dependent);
    argument.token = arc.dependent;
    work_.arguments.push_back(argument);
  }

  // "who took the town", "whom it accused of stealing": the noun that the clause hangs on stands
  // for its pronoun.
  std::uint32_t antecedent(std::uint32_t verb, std::uint32_t token) const {
    constexpr int deepest = 3;  // verbs below that of the clause
    if (!is_relative_pronoun(work_.token(token))) return token;
    for (int depth = 0; depth <= deepest && verb != npos; ++depth) {
      const Arc& up = work_.desk.arc_to(verb);
      if (up.relation == Relation::relative_clause) return up.governor;
      verb = up.governor;
    }
    return npos;
  }

  void add_argument(const Draft& draft, const Arc& arc, Position position,
                    std::string_view preposition) {
    std::uint32_t noun = antecedent(draft.token, arc.dependent);
    if (noun == npos) return;
    const Arc& up = work_.desk.arc_to(draft.token);
    if (up.relation == Relation::relative_clause && up.governor == noun &&
        told_by_which(work_, noun, draft.token)) {
      noun = past_people(work_, noun);
    }
    add(position, preposition, noun);
  }

  void collect_verb(const Draft& draft) {
    for (const Arc& arc : work_.desk.arcs_from(draft.token)) take_verb_arc(draft, arc);
    add_from_above(draft);
    if (draft.event.form == EventForm::adjective && draft.token > 0 && !has(Position::subject) &&
        !has(Position::object) && work_.mention_of(draft.token - 1) != npos) {
      add(Position::object, {}, draft.token - 1);  // "left five people dead"
    }
    if (draft.event.form == EventForm::adjective) add_found(draft);
    if (draft.particle != npos &&
        !std::any_of(work_.arguments.begin() + static_cast<std::ptrdiff_t>(first_),
                     work_.arguments.end(),
                     [&](const Argument& a) { return a.token == draft.particle; })) {
      add_word(draft.particle);
    }
    if (draft.event.form == EventForm::verb) {
      add_behind_object(draft);
      demote_subject(draft);
    }
  }

  // "The mayor was found dead"
  void add_found(const Draft& draft) {
    const Arc& up = work_.desk.arc_to(draft.token);
    if (up.relation != Relation::predicate || has(Position::subject) || has(Position::object)) {
      return;
    }
    for (const Arc& arc : work_.desk.arcs_from(up.governor)) {
      if (arc.relation == Relation::passive_subject) add(Position::object, {}, arc.dependent);
    }
  }

  // "held positions against the rebels": what stands against somebody is done against them.
  void add_behind_object(const Draft& draft) {
    for (const Arc& arc : work_.desk.arcs_from(draft.token)) {
      if (arc.relation != Relation::object || work_.draft_at[arc.dependent] != npos) continue;
      for (const Arc& below : work_.desk.arcs_from(arc.dependent)) {
        if (below.relation != Relation::nominal_modifier || marker_of(below) != "against") continue;
        add(Position::preposition, "against", below.dependent);
      }
    }
  }

  // A past tense that was read as a participle: no auxiliary makes it passive, and it has an object
  // or needs none. Headlines do leave the auxiliary out.
  bool only_looks_passive(const Draft& draft) const {
    // Sentence frames 1 to 4, 12, 13, 22 and 23 of WordNet: without an object.
    constexpr std::uint64_t intransitive = 0xFULL | (3ULL << 11U) | (3ULL << 21U);
    if (draft.group == nullptr || draft.group->voice != Voice::passive) return false;
    if (draft.group->elided) return false;
    if (work_.desk.sentences[draft.event.sentence].kind != SentenceKind::prose) return false;
    const auto arcs = work_.desk.arcs_from(draft.token);
    const auto holds = [&](Relation relation) {
      return std::any_of(arcs.begin(), arcs.end(),
                         [&](const Arc& arc) { return arc.relation == relation; });
    };
    if (holds(Relation::auxiliary) || holds(Relation::agent) || !holds(Relation::passive_subject)) {
      return false;
    }
    if (!draft.group->finite || draft.group->tokens.begin != draft.token) return false;
    return holds(Relation::object) ||
           (work_.tables.lexicon.verb_frames(draft.lemma) & intransitive) != 0;
  }

  bool holds_subject(std::uint32_t token) const {
    return std::any_of(work_.arguments.begin() + static_cast<std::ptrdiff_t>(first_),
                       work_.arguments.end(), [&](const Argument& argument) {
                         return argument.position == Position::subject && argument.token == token;
                       });
  }

  void take_verb_arc(const Draft& draft, const Arc& arc) {
    const bool active = only_looks_passive(draft);
    const bool passive = draft.group != nullptr && draft.group->voice == Voice::passive && !active;
    switch (arc.relation) {
      case Relation::subject:
        if (!arc.extra && behind_preposition(work_, arc.dependent)) break;
        add_argument(draft, arc, passive ? Position::object : Position::subject, {});
        break;
      case Relation::passive_subject:
        add_argument(draft, arc, active ? Position::subject : Position::object, {});
        break;
      case Relation::agent:
        add(Position::subject, "by", arc.dependent);
        break;
      case Relation::object:
        add_argument(draft, arc, Position::object, {});
        break;
      case Relation::predicate:
        if (is_noun(work_.token(arc.dependent).tag)) {
          add(Position::object, {}, arc.dependent);
        } else {
          add_word(arc.dependent);  // "went bankrupt"
        }
        break;
      case Relation::indirect_object:
        add_argument(draft, arc, Position::indirect, {});
        break;
      case Relation::oblique:
        // "the storming of its embassy"
        if (draft.token > 0 && work_.token(draft.token).tag == Tag::VBG &&
            work_.token(draft.token - 1).tag == Tag::DT && marker_of(arc) == "of") {
          add_argument(draft, arc, Position::object, {});
          break;
        }
        // "called the king on Monday" is no "call on".
        if (arc.marker != npos && work_.time_at[arc.dependent] == npos) {
          add_argument(draft, arc, Position::preposition, marker_of(arc));
        }
        break;
      case Relation::complement:
        add_clause(arc);
        break;
      case Relation::particle:
      case Relation::adverb:
        add_word(arc.dependent);
        break;
      default:
        break;
    }
  }

  // Participles take a role of the word they hang on.
  void add_from_above(const Draft& draft) {
    const Arc& up = work_.desk.arc_to(draft.token);
    if (up.governor == npos) return;
    const bool on_noun =
        is_noun(work_.token(up.governor).tag) || work_.token(up.governor).tag == Tag::PRP;
    const bool past = work_.token(draft.token).tag == Tag::VBN;
    if ((up.relation == Relation::participial_clause || up.relation == Relation::adjective) &&
        on_noun) {
      if (past && !has(Position::object)) add(Position::object, {}, up.governor);
      if (!past && !has(Position::subject)) add(Position::subject, {}, up.governor);
      if (!past) add_author(up.governor);
    }
    if (up.relation == Relation::relative_clause && holds_subject(up.governor)) {
      add_author(up.governor);
    }
    if (up.relation == Relation::relative_clause && draft.group != nullptr &&
        draft.group->infinitive && !has(Position::subject)) {
      add(Position::subject, {}, up.governor);
    }
  }

  // "released a message urging followers to fight", "fired a rocket that hit the car": who released
  // it urges, who fired it hits.
  void add_author(std::uint32_t noun) {
    const std::uint32_t thing = work_.thing_at[noun];
    if (thing == npos) return;
    const std::string_view category = work_.out.things[thing].category;
    if (category != "document" && category != "weapon") return;
    const Arc& up = work_.desk.arc_to(noun);
    if (up.governor == npos || up.relation != Relation::object) return;
    // "vetoed a resolution condemning", "received a letter urging": who does that wrote nothing.
    const VerbRow row = work_.tables.words.verb(work_.lemma(up.governor));
    if (row.noun != Effect::fact || row.verb_class == VerbClass::light_target) return;
    for (const Arc& arc : work_.desk.arcs_from(up.governor)) {
      if (arc.relation != Relation::subject) continue;
      const std::uint32_t author = antecedent(up.governor, arc.dependent);
      if (author != npos) add(Position::subject, {}, author);
    }
  }

  // "The bridge collapsed": the one subject is what it happens to.
  void demote_subject(const Draft& draft) {
    const bool any = draft.verb.subject_is_target;
    if ((!any && !draft.verb.thing_is_target) || has(Position::object)) return;
    constexpr ClassMask party = WordClasses::person | WordClasses::group;
    constexpr ClassMask named_place = WordClasses::place | WordClasses::name;
    for (std::size_t i = first_; i < work_.arguments.size(); ++i) {
      Argument& argument = work_.arguments[i];
      if (argument.position == Position::subject && !argument.particle &&
          argument.preposition.empty() &&
          (any ||
           ((argument.classes & party) == 0 && (argument.classes & named_place) != named_place))) {
        argument.position = Position::object;
      }
    }
  }

  Position slot(NounSlot listed, Position otherwise) const {
    if (listed == NounSlot::subject) return Position::subject;
    if (listed == NounSlot::object) return Position::object;
    return otherwise;
  }

  // "of X" is the object of a transitive act, else its subject.
  Position of_slot(const Draft& draft) const {
    if (draft.noun.of != NounSlot::by_rule) return slot(draft.noun.of, Position::object);
    return Position::preposition;
  }

  void collect_noun(const Draft& draft) {
    for (const Arc& arc : work_.desk.arcs_from(draft.token)) {
      if (arc.relation == Relation::agent ||
          (arc.relation == Relation::nominal_modifier && marker_of(arc) == "by")) {
        add(Position::subject, "by", arc.dependent);
      }
    }
    for (const Arc& arc : work_.desk.arcs_from(draft.token)) take_noun_arc(draft, arc);
  }

  void take_noun_arc(const Draft& draft, const Arc& arc) {
    switch (arc.relation) {
      case Relation::nominal_modifier:
      case Relation::oblique:
        if (arc.marker == npos || marker_of(arc) == "by") return;
        if (marker_of(arc) == "of") {
          const Position position = of_slot(draft);
          add(position, position == Position::preposition ? "of" : "", arc.dependent);
        } else {
          const bool doer = comes_from_doer(work_, draft, marker_of(arc), arc.dependent);
          add(doer ? Position::subject : Position::preposition, marker_of(arc), arc.dependent);
        }
        break;
      case Relation::possessor: {
        const Position position = slot(draft.noun.possessive, Position::subject);
        add(has(position) && position == Position::subject ? Position::object : position, {},
            arc.dependent);
        break;
      }
      case Relation::compound:
      case Relation::adjective:
      case Relation::determiner:
        take_modifier(draft, arc.dependent);
        break;
      case Relation::complement:
        add_clause(arc);
        break;
      default:
        break;
    }
  }

  // "US-led coalition support": the support of the coalition that it leads, not its own.
  bool leads_another(const Draft& draft, std::uint32_t token) const {
    if (token + 3 >= draft.token || work_.token(token + 1).tag != Tag::HYPH) return false;
    const Tag participle = work_.token(token + 2).tag;
    return (participle == Tag::VBN || participle == Tag::VBD || participle == Tag::JJ) &&
           is_noun(work_.token(token + 3).tag);
  }

  // "a Latin America tour", "his China trip": where one goes.
  bool leads_to_place(const Draft& draft, std::uint32_t token) const {
    const std::uint32_t mention = work_.mention_at[token];
    if (mention == npos || work_.out.mentions[mention].kind != Kind::place) return false;
    if (draft.noun.verb.empty()) return false;
    return work_.tables.words.verb(draft.noun.verb).verb_class == VerbClass::motion;
  }

  // "the Israeli raid", "the rebel attack": who acts; other words say what kind of act it is.
  void take_modifier(const Draft& draft, std::uint32_t token) {
    if (is_site(work_, token)) {
      add(Position::preposition, "in", token);
      return;
    }
    if (leads_another(draft, token)) return;
    if (leads_to_place(draft, token)) {
      add(Position::preposition, "to", token);
      return;
    }
    if (work_.mention_at[token] != npos && draft.noun.compound != NounSlot::none) {
      add(slot(draft.noun.compound, Position::subject), {}, token);
      return;
    }
    Argument argument;
    argument.position = Position::before;
    argument.lemma = work_.lemma(token);
    argument.classes = work_.tables.rules.classes().of(argument.lemma);
    argument.token = token;
    work_.arguments.push_back(argument);
  }

  EventDesk& work_;
  std::size_t first_ = 0;
};

}  // namespace

void find_arguments(EventDesk& work) {
  Collector collector(work);
  for (Draft& draft : work.drafts) collector.collect(draft);
}

}  // namespace nutgraf
