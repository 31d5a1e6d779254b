// Acts that share what they are told with: light verbs and their nouns, requests and those asked,
// infinitives and the verb above them.
#include <algorithm>
#include <string>
#include <string_view>

#include "extract/event/event_desk.h"

namespace nutgraf {
namespace {

bool has_subject(const EventDesk& work, const Draft& draft) {
  const auto arguments = work.arguments_of(draft);
  return std::any_of(arguments.begin(), arguments.end(), [](const Argument& argument) {
    return argument.position == Position::subject && !argument.particle;
  });
}

// Writes the draft's arguments anew, with the other's subjects behind them.
void add_subjects(EventDesk& work, Draft& draft, const Draft& other) {
  const auto first = static_cast<std::uint32_t>(work.arguments.size());
  for (std::uint32_t i = 0; i < draft.argument_count; ++i) {
    const Argument own = work.arguments[draft.first_argument + i];
    work.arguments.push_back(own);
  }
  for (std::uint32_t i = 0; i < other.argument_count; ++i) {
    const Argument subject = work.arguments[other.first_argument + i];
    if (subject.position == Position::subject && !subject.particle) {
      work.arguments.push_back(subject);
    }
  }
  draft.first_argument = first;
  draft.argument_count = static_cast<std::uint32_t>(work.arguments.size()) - first;
}

// "announced job cuts", "negotiated the purchase": whoever does the one does the other.
void share_actors(EventDesk& work, const Draft& verb) {
  if (verb.event.form != EventForm::verb || verb.group == nullptr) return;
  const ClassMask mask = work.tables.rules.classes().of(verb.lemma);
  if ((mask & work.tables.bits.shares_actor) == 0) return;
  for (std::uint32_t i = 0; i < verb.argument_count; ++i) {
    const Argument object = work.arguments[verb.first_argument + i];
    if (object.position != Position::object || object.particle) continue;
    const std::uint32_t n = work.draft_at[object.token];
    if (n == npos || work.drafts[n].event.form != EventForm::noun) continue;
    if (!has_subject(work, work.drafts[n])) add_subjects(work, work.drafts[n], verb);
  }
}

// "said in a statement": whoever speaks makes the statement.
void share_speakers(EventDesk& work) {
  for (Draft& draft : work.drafts) {
    if (draft.event.form != EventForm::noun || has_subject(work, draft)) continue;
    const Arc& up = work.desk.arc_to(draft.token);
    if (up.relation != Relation::oblique || up.governor == npos) continue;
    const std::uint32_t host = work.draft_at[up.governor];
    if (host == npos || !work.is_marked(up, work.tables.bits.range_same)) continue;
    const bool both_speak = work.drafts[host].verb.verb_class == VerbClass::speech &&
                            work.tables.words.verb(draft.noun.verb).verb_class == VerbClass::speech;
    if (both_speak) add_subjects(work, draft, work.drafts[host]);
  }
}

bool lists_light_verb(const EventDesk& work, std::string_view noun, std::string_view verb) {
  const Program& program = work.tables.rules.program();
  for (const Program::PatternRow& pattern : program.patterns(EventForm::noun, noun)) {
    const auto words = program.words(program.frame(pattern.frame).light);
    if (std::any_of(words.begin(), words.end(),
                    [&](Program::Text word) { return program.text(word) == verb; })) {
      return true;
    }
  }
  return false;
}

// "summoned the envoy to protest": whoever summons protests.
bool told_by_summoner(const EventDesk& work, const Draft& summons, const Draft& act) {
  return work.tables.words.has_verb(summons.event.lemma + " to " + std::string(act.lemma));
}

// Writes the draft's arguments anew, with the other's subjects for its own.
void take_subjects(EventDesk& work, Draft& draft, const Draft& other) {
  for (std::uint32_t i = 0; i < draft.argument_count; ++i) {
    Argument& own = work.arguments[draft.first_argument + i];
    if (own.position == Position::subject) own.particle = true;
  }
  add_subjects(work, draft, other);
}

// "urged followers to attack", "called on the rebels to leave": whoever is asked is to act, not who
// asks.
void give_requests_to_the_asked(EventDesk& work) {
  for (Draft& draft : work.drafts) {
    if (draft.event.form != EventForm::verb || draft.group == nullptr || !draft.group->infinitive) {
      continue;
    }
    const Arc& up = work.desk.arc_to(draft.token);
    if (up.governor == npos) continue;
    std::uint32_t governor = up.governor;
    if (is_noun(work.token(governor).tag)) governor = work.desk.arc_to(governor).governor;
    if (governor == npos || work.draft_at[governor] == npos) continue;
    const Draft& asking = work.drafts[work.draft_at[governor]];
    if (asking.verb.to != Effect::requested) continue;
    if (told_by_summoner(work, asking, draft)) {
      take_subjects(work, draft, asking);
      draft.for_summoner = true;
      continue;
    }
    const Argument* asked = nullptr;
    for (const Argument& argument : work.arguments_of(asking)) {
      if ((argument.classes & (WordClasses::person | WordClasses::group | WordClasses::place)) ==
          0) {
        continue;
      }
      const bool object =
          argument.position == Position::object || argument.position == Position::indirect;
      const bool on =
          argument.position == Position::preposition &&
          (work.tables.rules.classes().of(argument.preposition) & work.tables.bits.prep_asked) != 0;
      if (!argument.particle && (object || on) && argument.token < draft.token) asked = &argument;
    }
    if (asked == nullptr) continue;
    const Argument taken = *asked;
    for (std::uint32_t i = 0; i < draft.argument_count; ++i) {
      Argument& own = work.arguments[draft.first_argument + i];
      if (own.position == Position::subject && own.preposition.empty() && !own.particle) {
        own.token = taken.token;
        own.lemma = taken.lemma;
        own.classes = taken.classes;
      }
    }
  }
}

// "called the strike illegal": the verb says what its object is, and is no light verb of it.
bool judges_object(const EventDesk& work, std::uint32_t verb) {
  const auto arcs = work.desk.arcs_from(verb);
  return std::any_of(arcs.begin(), arcs.end(), [&](const Arc& arc) {
    return arc.relation == Relation::predicate && is_adjective(work.token(arc.dependent).tag);
  });
}

// The row of a verb with a preposition and its noun: "come under attack".
VerbRow with_phrase(const EventDesk& work, const Draft& verb, std::string_view preposition,
                    std::string_view noun) {
  std::string key(verb.lemma);
  key.append(" ").append(preposition).append(" ").append(noun);
  return work.tables.words.verb(key);
}

// Joins "launched" and "attack": each knows the other's draft.
void join_light_verbs(EventDesk& work) {
  for (std::uint32_t v = 0; v < work.drafts.size(); ++v) {
    Draft& verb = work.drafts[v];
    if (verb.event.form != EventForm::verb || verb.group == nullptr) continue;
    if (judges_object(work, verb.token)) continue;
    const bool light =
        verb.verb.verb_class == VerbClass::light || verb.verb.verb_class == VerbClass::light_target;
    for (const Argument& argument : work.arguments_of(verb)) {
      if (argument.token == npos) continue;
      const std::uint32_t n = work.draft_at[argument.token];
      if (n == npos || work.drafts[n].event.form != EventForm::noun) continue;
      Draft& noun = work.drafts[n];
      if (noun.light != npos || noun.noun.event == IsEvent::no) continue;
      if (argument.position == Position::preposition) {  // "came under attack"
        const VerbRow row = with_phrase(work, verb, argument.preposition, noun.lemma);
        if (row.verb_class != VerbClass::light_target) continue;
        verb.verb = row;
        noun.light = v;
        if (verb.light == npos) verb.light = n;
        continue;
      }
      if (argument.position != Position::object) continue;
      // Who stops a protest is not who protests.
      const bool aspect =
          verb.verb.verb_class == VerbClass::aspect &&
          (work.tables.rules.classes().of(verb.lemma) & work.tables.bits.shares_actor) != 0;
      if (!light && !aspect && !lists_light_verb(work, noun.lemma, verb.event.lemma)) continue;
      noun.light = v;
      if (verb.light == npos) verb.light = n;
    }
  }
}

bool stands_in(const EventDesk& work, std::size_t first, Position position) {
  return std::any_of(work.arguments.begin() + static_cast<std::ptrdiff_t>(first),
                     work.arguments.end(), [&](const Argument& argument) {
                       return argument.position == position && !argument.particle;
                     });
}

// A noun takes over what its light verb says: its subject, its prepositions. The noun's list of
// arguments is written anew at the end.
void share_with_noun(EventDesk& work, Draft& noun, const Draft& verb) {
  const std::size_t first = work.arguments.size();
  for (std::uint32_t i = 0; i < noun.argument_count; ++i) {
    const Argument copy = work.arguments[noun.first_argument + i];
    work.arguments.push_back(copy);
  }
  const bool target = verb.verb.verb_class == VerbClass::light_target;
  const Position into = target ? Position::object : Position::subject;
  const bool full = stands_in(work, first, into);
  for (std::uint32_t i = 0; i < verb.argument_count; ++i) {
    Argument copy = work.arguments[verb.first_argument + i];
    if (copy.particle || copy.token == noun.token) continue;
    if (copy.position == Position::subject) {
      if (full) continue;
      copy.position = into;
    } else if (comes_from_doer(work, noun, copy.preposition, copy.token)) {
      copy.position = Position::subject;
    } else if (copy.position != Position::preposition && copy.position != Position::indirect) {
      continue;
    }
    work.arguments.push_back(copy);
  }
  noun.first_argument = static_cast<std::uint32_t>(first);
  noun.argument_count = static_cast<std::uint32_t>(work.arguments.size() - first);
}

bool tells_harm(const EventDesk& work, std::string_view verb) {
  const Program& program = work.tables.rules.program();
  const auto patterns = program.patterns(EventForm::verb, verb);
  return std::any_of(patterns.begin(), patterns.end(), [&](const Program::PatternRow& pattern) {
    return program.words(pattern.words).empty() &&
           !program.text(program.frame(pattern.frame).casualty).empty();
  });
}

// "The bus was attacked by gunmen, killing two": not the bus killed them, but who attacked it.
void give_harm_to_agents(EventDesk& work) {
  for (Draft& draft : work.drafts) {
    if (draft.group == nullptr || !draft.group->participle) continue;
    const Arc& up = work.desk.arc_to(draft.token);
    const bool result = up.relation == Relation::participial_clause && up.governor < draft.token &&
                        work.draft_at[up.governor] != npos;
    if (!result || draft.group->voice == Voice::passive) continue;
    const Draft& host = work.drafts[work.draft_at[up.governor]];
    if (host.group == nullptr || host.group->voice != Voice::passive) continue;
    if (tells_harm(work, draft.lemma)) take_subjects(work, draft, host);
  }
}

// Whether all that acts is a thing, and the act above has the same thing and somebody who uses it:
// "fired a rocket that blew up the car, killing the driver".
bool shares_thing(const EventDesk& work, const Draft& draft, const Draft& above) {
  const auto acts_above = work.arguments_of(above);
  for (const Argument& own : work.arguments_of(draft)) {
    if (own.position != Position::subject || own.particle) continue;
    const bool there =
        std::any_of(acts_above.begin(), acts_above.end(), [&](const Argument& other) {
          return other.position == Position::subject && other.token == own.token;
        });
    if (!there || work.mention_of(own.token) != npos) return false;
  }
  return true;
}

// A verb behind "and" with a subject of its own, whatever became of it.
bool told_with_subject(const EventDesk& work, const Draft& draft) {
  const auto arcs = work.desk.arcs_from(draft.token);
  return work.desk.arc_to(draft.token).relation == Relation::conjunct &&
         std::any_of(arcs.begin(), arcs.end(), [](const Arc& arc) {
           return arc.relation == Relation::subject && !arc.extra;
         });
}

// Infinitives, participles and second verbs whose subject the parser left open: that of the verb
// above, if that is no request.
void inherit_subjects(EventDesk& work) {
  for (Draft& draft : work.drafts) {
    if (draft.event.form != EventForm::verb || draft.group == nullptr) continue;
    if (draft.group->voice == Voice::passive) continue;
    const Arc& up = work.desk.arc_to(draft.token);
    if (up.governor == npos || work.draft_at[up.governor] == npos) continue;
    const bool hangs =
        up.relation == Relation::complement || up.relation == Relation::adverbial_clause ||
        up.relation == Relation::participial_clause || up.relation == Relation::conjunct ||
        up.relation == Relation::relative_clause;
    const bool open =
        draft.group->infinitive || draft.group->participle || up.relation == Relation::conjunct;
    const Draft& above = work.drafts[work.draft_at[up.governor]];
    if (told_with_subject(work, draft)) continue;  // "found the bomb, and it exploded"
    if (!hangs || !open || (has_subject(work, draft) && !shares_thing(work, draft, above))) {
      continue;
    }
    if (above.event.form == EventForm::verb && above.verb.to == Effect::requested) continue;
    add_subjects(work, draft, above);
  }
}

bool has_object(const EventDesk& work, const Draft& draft) {
  const auto arguments = work.arguments_of(draft);
  return std::any_of(arguments.begin(), arguments.end(), [](const Argument& argument) {
    return !argument.particle &&
           (argument.position == Position::object || argument.position == Position::complement ||
            argument.position == Position::preposition);
  });
}

// Whether only verbs, adverbs and conjunctions stand between two verbs.
bool side_by_side(const EventDesk& work, std::uint32_t first, std::uint32_t second) {
  for (std::uint32_t i = first + 1; i < second; ++i) {
    const Tag tag = work.token(i).tag;
    if (!is_verb(tag) && !is_adverb(tag) && tag != Tag::CC && tag != Tag::comma) return false;
  }
  return first < second;
}

// "shot and killed a journalist", "kidnapped, tortured and murdered two men in Keld", "were raped
// and killed by soldiers": the verbs before have the last one's object or agent, and its place.
void share_objects(EventDesk& work) {
  // Sentence frames 8 to 11 of WordNet: with an object.
  constexpr std::uint64_t transitive = 0xFULL << 7U;
  for (std::size_t i = work.drafts.size(); i-- > 1;) {
    const Draft& last = work.drafts[i];
    Draft& first = work.drafts[i - 1];
    if (first.event.form != EventForm::verb || last.event.form != EventForm::verb) continue;
    if (first.group == nullptr || last.group == nullptr) continue;
    const bool passive = first.group->voice == Voice::passive;
    if (passive != (last.group->voice == Voice::passive)) continue;
    const Arc& up = work.desk.arc_to(last.token);
    const Arc& beside = work.desk.arc_to(first.token);
    const bool joined = up.relation == Relation::conjunct &&
                        (up.governor == first.token ||
                         (beside.relation == Relation::conjunct && beside.governor == up.governor));
    if (!joined || !side_by_side(work, first.token, last.token)) continue;
    if (passive ? has_subject(work, first) : has_object(work, first)) continue;
    if ((work.tables.lexicon.verb_frames(first.lemma) & transitive) == 0) continue;
    const auto begin = static_cast<std::uint32_t>(work.arguments.size());
    for (std::uint32_t k = 0; k < first.argument_count; ++k) {
      const Argument own = work.arguments[first.first_argument + k];
      work.arguments.push_back(own);
    }
    for (std::uint32_t k = 0; k < last.argument_count; ++k) {
      const Argument shared = work.arguments[last.first_argument + k];
      const bool place =
          shared.position == Position::preposition && (shared.classes & WordClasses::place) != 0;
      const bool object = shared.position == Position::object && shared.token > last.token;
      const bool agent = passive && shared.position == Position::subject;
      if (!shared.particle && (agent || (object && !passive) || place)) {
        work.arguments.push_back(shared);
      }
    }
    first.first_argument = begin;
    first.argument_count = static_cast<std::uint32_t>(work.arguments.size()) - begin;
  }
}

}  // namespace

void join_arguments(EventDesk& work) {
  share_objects(work);
  give_requests_to_the_asked(work);
  give_harm_to_agents(work);
  inherit_subjects(work);
  join_light_verbs(work);
  for (Draft& draft : work.drafts) {
    const bool owns = draft.lemma == "have" && draft.light == npos;
    if (owns && draft.event.form == EventForm::verb) draft.verb.verb_class = VerbClass::state;
  }
  for (const Draft& draft : work.drafts) share_actors(work, draft);
  share_speakers(work);
  for (Draft& draft : work.drafts) {
    if (draft.event.form == EventForm::noun && draft.light != npos) {
      share_with_noun(work, draft, work.drafts[draft.light]);
    }
  }
}

}  // namespace nutgraf
