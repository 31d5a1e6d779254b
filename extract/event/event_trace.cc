#include "extract/event/event_trace.h"

#include <algorithm>
#include <string>

#include "extract/event/match_report.h"
#include "extract/event/negation.h"

namespace nutgraf {
namespace {

constexpr std::size_t shown_misses = 3;
constexpr int farthest = 6;  // governing words that are looked at

std::string quoted(std::string_view words) { return '"' + std::string(words) + '"'; }

MatchTables tables_of(const EventDesk& work) {
  return {work.tables.rules.program(), work.tables.rules.classes()};
}

std::string frame_name(const EventDesk& work, std::uint32_t frame) {
  const Program& program = work.tables.rules.program();
  return std::string(program.text(program.frame(frame).name));
}

std::string words_of(const EventDesk& work, std::uint32_t mention) {
  return quoted(cut(work.desk.text(), work.out.mentions[mention].span));
}

// How a noun came to stand where the frame sees it.
std::string way_of(const EventDesk& work, const Draft& draft, const Argument& argument) {
  const Arc& arc = work.desk.arc_to(argument.token);
  std::string out(to_string(arc.relation));
  if (arc.marker != npos) out += " by " + quoted(work.token(arc.marker).folded);
  if (arc.governor == npos) return out;
  out += " of " + quoted(work.token(arc.governor).folded);
  return arc.governor == draft.token ? out : out + ", shared or understood";
}

std::string slot_of(const Argument& argument) {
  if (argument.position == Position::preposition) {
    return " stands behind " + quoted(argument.preposition);
  }
  return " is its " + to_string(RoleSlot{argument.position, {}});
}

std::string line_of(const EventDesk& work, const Draft& draft, const Argument& argument,
                    FrameRole role) {
  if (draft.frame == npos) return "no frame: by the open lexicon";
  const MatchTables tables = tables_of(work);
  const std::uint32_t bit = 1U << static_cast<std::uint32_t>(role);
  const Program::FrameRow& frame = tables.program.frame(draft.frame);
  if ((roles_of(tables.program, frame, argument) & bit) == 0) {
    return "by its preposition or class, no line of the frame says otherwise";
  }
  for (const Program::RoleRow& row : tables.program.roles(frame)) {
    if (row.role != static_cast<std::uint32_t>(role)) continue;
    if (row.position != static_cast<std::uint32_t>(argument.position)) continue;
    if (argument.position == Position::preposition &&
        tables.program.text(row.preposition) != argument.preposition) {
      continue;
    }
    return "the frame's line \"" + role_reason(tables, row) + "\"";
  }
  return {};
}

void tell_role(const EventDesk& work, const Draft& draft, const Argument& argument,
               std::string_view role, FrameRole line, const std::string& words) {
  work.tell(draft, true, std::string(role),
            words + slot_of(argument) + " (" + way_of(work, draft, argument) + "); " +
                line_of(work, draft, argument, line));
}

FrameRole frame_role(PlaceRole role) {
  return role == PlaceRole::from ? FrameRole::from
         : role == PlaceRole::to ? FrameRole::to
                                 : FrameRole::at;
}

bool changes(Effect effect) { return effect != Effect::fact; }

// The governing words that make less than a fact of what hangs on them, nearest first.
std::string governors_of(const EventDesk& work, std::uint32_t token) {
  std::string out;
  for (int step = 0; step < farthest; ++step) {
    const Arc& up = work.desk.arc_to(token);
    if (up.marker != npos) {
      const ClassMask mask = work.tables.rules.classes().of(work.token(up.marker).folded);
      if ((mask & work.tables.bits.condition) != 0) {
        out += "; under " + quoted(work.token(up.marker).folded);
      }
    }
    if (up.governor == npos) return out;
    token = up.governor;
    const std::uint32_t group = work.desk.verb_group_of[token];
    const VerbRow row = work.tables.words.verb(work.lemma(token));
    const NounRow noun = is_common_noun(work.token(token).tag)
                             ? work.tables.words.noun(work.lemma(token))
                             : NounRow{};
    if (changes(row.to) || changes(row.that) || changes(row.noun) || changes(noun.clause)) {
      out += "; under " + quoted(work.token(token).folded);
    }
    if (group == npos || work.desk.verb_groups[group].head != token) continue;
    if (work.desk.verb_groups[group].negation != npos) {
      out += "; above it " + quoted(work.token(work.desk.verb_groups[group].negation).folded);
    }
    if (work.desk.verb_groups[group].modal != npos) {
      out += "; above it " + quoted(work.token(work.desk.verb_groups[group].modal).folded);
    }
  }
  return out;
}

// The noun group of a head, as written.
std::string noun_words(const EventDesk& work, std::uint32_t head) {
  const std::uint32_t group = work.desk.noun_group_of[head];
  const TokenRange tokens =
      group == npos ? TokenRange{head, head + 1} : work.desk.noun_groups[group].tokens;
  return std::string(cut(work.desk.text(), {work.token(tokens.begin).span.begin,
                                            work.token(tokens.end - 1).span.end}));
}

std::string causes_of(const EventDesk& work, const Draft& draft) {
  std::string out;
  if (draft.group != nullptr && draft.group->negation != npos) {
    out += "; " + quoted(work.token(draft.group->negation).folded) + " in its verb group";
  }
  const std::uint32_t none = draft.group == nullptr ? npos : none_among_parts(work, draft.token);
  if (none != npos) out += "; " + quoted(noun_words(work, none)) + " takes part";
  if (draft.group != nullptr && draft.group->modal != npos) {
    out += "; " + quoted(work.token(draft.group->modal).folded) + " in its verb group";
  }
  const ClassBits& bits = work.tables.bits;
  const ClassMask modifiers =
      bits.planned | bits.possible | bits.negative | bits.negator | bits.hedge;
  for (const Arc& arc : work.desk.arcs_from(draft.token)) {
    const ClassMask mask = work.tables.rules.classes().of(work.token(arc.dependent).folded);
    if (draft.group != nullptr && draft.group->negation == arc.dependent) continue;
    if ((mask & modifiers) != 0 || arc.relation == Relation::negation) {
      out += "; " + quoted(work.token(arc.dependent).folded) + " beside it";
    }
  }
  const TokenRange sentence = work.desk.sentences[draft.event.sentence].tokens;
  if (!sentence.empty() && work.token(sentence.end - 1).folded == "?") out += "; a question";
  return out + governors_of(work, draft.token);
}

void tell_factuality(const EventDesk& work, const Draft& draft) {
  const Event& event = draft.event;
  const std::string told =
      std::string(to_string(event.polarity)) + ", " + std::string(to_string(event.modality));
  const std::string causes = causes_of(work, draft);
  const bool fact = event.polarity == Polarity::positive && event.modality == Modality::actual;
  std::string reason = told + causes;
  if (fact) {
    reason +=
        causes.empty() ? "; nothing beside or above it says otherwise" : ", which leaves it so";
  } else if (causes.empty()) {
    reason += "; by the form of its clause";
  }
  work.tell(draft, true, "factuality", std::move(reason));
}

std::string days(const DayRange& range) {
  const std::string from = range.from ? iso(*range.from) : "…";
  if (!range.until) return from + "..…";
  const std::string last = iso(Day{range.until->number - 1});
  return from == last ? from : from + ".." + last;
}

void tell_day(const EventDesk& work, const Draft& draft) {
  const Event& event = draft.event;
  if (!event.when.known()) return;
  std::string reason = days(event.when) + " by its " + std::string(to_string(event.when_from));
  for (const std::uint32_t time : event.times) {
    const TimeExpression& told = work.out.times[time];
    reason += "; " + quoted(cut(work.desk.text(), told.span)) + " is " + told.value;
  }
  if (event.when_from == Attachment::publication && work.published) {
    reason += "; no day is told, the report is of " + iso(*work.published);
  }
  work.tell(draft, true, "day", std::move(reason));
}

void tell_place(const EventDesk& work, const Draft& draft) {
  for (const EventPlace& place : draft.event.places) {
    work.tell(draft, true, "place",
              std::string(to_string(place.role)) + " " + words_of(work, place.mention) +
                  ", by its " + std::string(to_string(draft.event.where_from)));
  }
  if (draft.event.places.empty() && draft.tuple_place != npos) {
    work.tell(draft, true, "place",
              "told near it: " + words_of(work, draft.tuple_place) + ", for its tuples only");
  }
}

}  // namespace

void tell_frame(const EventDesk& work, const Draft& draft, const TriggerView& candidate,
                const Program::PatternRow* found) {
  const MatchTables tables = tables_of(work);
  if (found == nullptr) {
    work.tell(draft, true, "open/" + std::string(to_string(draft.event.form)),
              "no frame fits " + quoted(draft.event.lemma) + ": an act without a type");
  } else {
    const std::string rule =
        frame_name(work, found->frame) + "/" + std::string(to_string(draft.event.form));
    work.tell(draft, true, rule,
              why_it_fits(tables, *found, candidate) + "; specificity " +
                  std::to_string(found->specificity));
  }
  for (const NearMiss& miss : near_misses(tables, candidate, shown_misses)) {
    work.tell(draft, false, frame_name(work, miss.pattern->frame), miss.reason);
  }
}

void tell_roles(const EventDesk& work, const Draft& draft, const Argument& argument,
                const Filled& before) {
  const Event& event = draft.event;
  for (std::size_t i = before.actors; i < event.actors.size(); ++i) {
    tell_role(work, draft, argument, "actor", FrameRole::actor, words_of(work, event.actors[i]));
  }
  for (std::size_t i = before.targets; i < event.targets.size(); ++i) {
    tell_role(work, draft, argument, "target", FrameRole::target, words_of(work, event.targets[i]));
  }
  for (std::size_t i = before.places; i < event.places.size(); ++i) {
    const EventPlace& place = event.places[i];
    tell_role(work, draft, argument, to_string(place.role), frame_role(place.role),
              words_of(work, place.mention));
  }
  for (std::size_t i = before.things; i < event.things.size(); ++i) {
    const EventThing& thing = event.things[i];
    tell_role(work, draft, argument, to_string(thing.role), FrameRole::with,
              quoted(cut(work.desk.text(), work.out.things[thing.thing].span)));
  }
}

void tell_attachments(const EventDesk& work) {
  for (const Draft& draft : work.drafts) {
    if (draft.is_light) {
      work.tell(draft, true, "light",
                "what it tells is told by its noun " + quoted(work.drafts[draft.light].lemma) +
                    ": tuples come from the noun");
    }
    tell_factuality(work, draft);
    tell_day(work, draft);
    tell_place(work, draft);
    if (draft.event.reported_by != npos) {
      work.tell(draft, true, "source", words_of(work, draft.event.reported_by) + " reports it");
    }
  }
}

}  // namespace nutgraf
