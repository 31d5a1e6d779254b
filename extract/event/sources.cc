// Who reports an act: the subject of the verb of saying above it, the speaker of its quotation.
#include <algorithm>

#include "extract/event/event_desk.h"

namespace nutgraf {
namespace {

constexpr int deepest = 12;

// The speaker of a verb or noun of saying; npos when it is none, or none is told.
std::uint32_t speaker_of(const EventDesk& work, std::uint32_t verb) {
  const std::uint32_t index = work.draft_at[verb];
  if (index == npos) return npos;
  const Draft& draft = work.drafts[index];
  // "said in a statement that …": the clause may hang on the noun.
  const VerbRow row =
      draft.event.form == EventForm::noun ? work.tables.words.verb(draft.noun.verb) : draft.verb;
  if (row.verb_class != VerbClass::speech) return npos;
  for (const Argument& argument : work.arguments_of(draft)) {
    if (argument.position != Position::subject || argument.particle) continue;
    const std::uint32_t mention = work.mention_of(argument.token);
    if (mention != npos) return mention;
  }
  return npos;
}

std::uint32_t source_by_arcs(const EventDesk& work, std::uint32_t token) {
  for (int depth = 0; depth < deepest; ++depth) {
    const Arc& up = work.desk.arc_to(token);
    if (up.governor == npos) return npos;
    const std::uint32_t group = work.desk.verb_group_of[token];
    const bool infinitive = group != npos && work.desk.verb_groups[group].head == token &&
                            work.desk.verb_groups[group].infinitive;
    // "urged them to leave" reports nothing.
    const bool told =
        up.relation == Relation::quotation || (up.relation == Relation::complement && !infinitive);
    if (told) {
      const std::uint32_t speaker = speaker_of(work, up.governor);
      if (speaker != npos) return speaker;
    }
    token = up.governor;
  }
  return npos;
}

std::uint32_t source_by_quotation(const EventDesk& work, std::uint32_t token) {
  for (const Quotation& quotation : work.desk.quotations) {
    if (quotation.tokens.contains(token) && quotation.speaker != npos) {
      return work.mention_of(quotation.speaker);
    }
  }
  return npos;
}

// "according to the mayor", anywhere in the sentence.
std::uint32_t source_by_according(const EventDesk& work, const Sentence& sentence) {
  for (std::uint32_t i = sentence.tokens.begin; i + 2 < sentence.tokens.end; ++i) {
    if (work.token(i).folded != "according" || work.token(i + 1).folded != "to") continue;
    for (std::uint32_t k = i + 2; k < sentence.tokens.end; ++k) {
      const std::uint32_t group = work.desk.noun_group_of[k];
      if (group == npos) continue;
      return work.mention_of(work.desk.noun_groups[group].head);
    }
  }
  return npos;
}

}  // namespace

void find_sources(EventDesk& work) {
  std::vector<std::uint32_t> according(work.desk.sentences.size(), npos);
  for (std::size_t i = 0; i < according.size(); ++i) {
    according[i] = source_by_according(work, work.desk.sentences[i]);
  }
  for (Draft& draft : work.drafts) {
    std::uint32_t source = source_by_arcs(work, draft.token);
    if (source == npos) source = source_by_quotation(work, draft.token);
    if (source == npos) source = according[draft.event.sentence];
    if (source == npos) continue;
    draft.event.reported_by = source;
  }
}

}  // namespace nutgraf
