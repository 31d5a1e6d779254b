// Which tokens are acts and events: convention 8 of the contract.
#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "extract/event/event_desk.h"

namespace nutgraf {
namespace {

// WordNet's share of senses in noun.act and noun.event from which a noun without a row in
// event-nouns.txt is one, in thousandths.
constexpr int least_event_share = 700;

bool heads_a_verb_group(const EventDesk& work, std::uint32_t token) {
  const std::uint32_t group = work.desk.verb_group_of[token];
  return group != npos && work.desk.verb_groups[group].head == token;
}

bool is_verb_trigger(const EventDesk& work, std::uint32_t index) {
  const Token& token = work.token(index);
  if (!heads_a_verb_group(work, index)) {
    // "the released emails"; "surrounding", "leading" and their like are no acts, and a compound
    // tells a standing, not an act: "rebel-held", "US-led"
    const bool attributive =
        token.tag == Tag::VBN && work.desk.arc_to(index).relation == Relation::adjective;
    const bool compound = index > 0 && work.token(index - 1).tag == Tag::HYPH;
    if (!attributive || compound) return false;
  }
  const Relation relation = work.desk.arc_to(index).relation;
  if (relation == Relation::auxiliary || relation == Relation::preposition ||
      relation == Relation::marker || relation == Relation::copula) {
    return false;
  }
  const WordClasses& classes = work.tables.rules.classes();
  return (classes.of(token.lemma) & work.tables.bits.no_verb_event) == 0 &&
         (classes.of(token.folded) & work.tables.bits.no_event) == 0;
}

bool part_of_name(const EventDesk& work, std::uint32_t index) {
  return is_proper_noun(work.token(index).tag) ||
         work.desk.arc_to(index).relation == Relation::name_part;
}

bool is_noun_trigger(const EventDesk& work, std::uint32_t index, const NounRow& row) {
  const Token& token = work.token(index);
  if (!is_common_noun(token.tag) || part_of_name(work, index)) return false;
  if (work.mention_at[index] != npos || work.time_at[index] != npos) return false;
  const Arc& up = work.desk.arc_to(index);
  const Relation relation = up.relation;
  if (relation == Relation::compound || relation == Relation::adjective) return false;
  // "in order to": a word of a fixed phrase
  const bool fixed = relation == Relation::other && up.governor != npos && up.governor < index;
  if (fixed && work.token(up.governor).tag == Tag::IN) return false;
  if (row.event == IsEvent::maybe) return true;
  if (row.event == IsEvent::unknown && work.thing_at[index] != npos) return false;
  return names_a_deed(work.tables, row, token);
}

// "left five people dead", "found him dead"
bool follows_noun(const EventDesk& work, std::uint32_t index) {
  const TokenRange range = work.desk.sentences[work.token(index).sentence].tokens;
  if (index == range.begin) return false;
  const Tag before = work.token(index - 1).tag;
  const bool noun = is_noun(before) || before == Tag::PRP || before == Tag::CD;
  return noun && (index + 1 == range.end || !is_noun(work.token(index + 1).tag));
}

// "was shot dead": the verb's own trigger tells the death.
bool told_by_verb(const EventDesk& work, std::uint32_t index) {
  const Arc& up = work.desk.arc_to(index);
  if (up.relation != Relation::predicate || up.governor == npos) return false;
  const Program& program = work.tables.rules.program();
  const auto patterns = program.patterns(EventForm::verb, work.lemma(up.governor));
  return std::any_of(patterns.begin(), patterns.end(), [&](const Program::PatternRow& pattern) {
    if (program.text(program.frame(pattern.frame).casualty).empty()) return false;
    const auto words = program.words(pattern.words);
    return std::any_of(words.begin(), words.end(), [&](Program::Text word) {
      return program.text(word) == work.token(index).folded;
    });
  });
}

// "dead", "wounded" said of somebody.
bool is_adjective_trigger(const EventDesk& work, std::uint32_t index) {
  const Token& token = work.token(index);
  if (!is_adjective(token.tag)) return false;
  if (work.tables.rules.program().patterns(EventForm::adjective, token.lemma).empty()) return false;
  if (told_by_verb(work, index)) return false;
  // "buried their dead"
  if (index > 0 && work.token(index - 1).tag == Tag::PRPS) return false;
  // "left a guard dead", "Three dead after blast": not what only stands before its noun.
  return work.desk.arc_to(index).relation != Relation::adjective || follows_noun(work, index);
}

std::uint32_t particle_of(const EventDesk& work, std::uint32_t index) {
  const std::uint32_t group = work.desk.verb_group_of[index];
  if (group != npos && work.desk.verb_groups[group].head == index &&
      work.desk.verb_groups[group].particle != npos) {
    return work.desk.verb_groups[group].particle;
  }
  for (const Arc& arc : work.desk.arcs_from(index)) {
    if (arc.relation == Relation::particle) return arc.dependent;
  }
  return npos;
}

void set_span(const EventDesk& work, Draft& draft) {
  const Span head = work.token(draft.token).span;
  draft.event.span = head;
  draft.event.lemma = std::string(draft.lemma);
  if (draft.particle == npos) return;
  const Span particle = work.token(draft.particle).span;
  draft.event.lemma += " " + std::string(work.token(draft.particle).folded);
  if (draft.particle == draft.token + 1) {
    draft.event.span.end = particle.end;
  } else {
    draft.event.parts = {head, particle};
  }
}

std::optional<EventForm> form_of(const EventDesk& work, std::uint32_t index, const NounRow& row) {
  if (is_verb_trigger(work, index)) return EventForm::verb;
  if (is_noun_trigger(work, index, row)) return EventForm::noun;
  if (is_adjective_trigger(work, index)) return EventForm::adjective;
  return std::nullopt;
}

}  // namespace

bool names_a_deed(const EventTables& tables, const NounRow& row, const Token& token) {
  if (row.event != IsEvent::unknown) return row.event == IsEvent::yes;
  if (!tables.rules.program().patterns(EventForm::noun, token.lemma).empty()) return true;
  const WordId lemma = tables.lexicon.lemma_of(token);
  const int share = tables.lexicon.noun_share(lemma, NounClass::act) +
                    tables.lexicon.noun_share(lemma, NounClass::event);
  return share >= least_event_share && !tables.lexicon.nominalised_verb(lemma).empty();
}

void find_triggers(EventDesk& work) {
  for (std::uint32_t i = 0; i < work.desk.tokens.size(); ++i) {
    const Token& token = work.token(i);
    const SentenceKind kind = work.desk.sentences[token.sentence].kind;
    if (kind == SentenceKind::byline || work.desk.in_dateline(i)) continue;
    const NounRow noun =
        is_common_noun(token.tag) ? work.tables.words.noun(token.lemma) : NounRow{};
    const auto form = form_of(work, i, noun);
    if (!form) continue;
    Draft draft;
    draft.token = i;
    draft.lemma = token.lemma;
    draft.event.form = *form;
    draft.event.sentence = token.sentence;
    if (*form == EventForm::verb) {
      draft.particle = particle_of(work, i);
      if (heads_a_verb_group(work, i)) {
        draft.group = &work.desk.verb_groups[work.desk.verb_group_of[i]];
      }
    } else {
      draft.noun = noun;
    }
    set_span(work, draft);
    if (*form == EventForm::verb) {
      const bool own_row = draft.particle != npos && work.tables.words.has_verb(draft.event.lemma);
      draft.verb = work.tables.words.verb(own_row ? std::string_view(draft.event.lemma)
                                                  : std::string_view(draft.lemma));
    }
    work.draft_at[i] = static_cast<std::uint32_t>(work.drafts.size());
    work.drafts.push_back(std::move(draft));
  }
}

}  // namespace nutgraf
