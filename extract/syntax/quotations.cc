#include "extract/syntax/quotations.h"

#include <algorithm>

namespace nutgraf {
namespace {

// Finds the verb of saying that governs the words in the marks; relabels what hangs on it.
void find_speech(Analysis& desk, const GrammarLists& lists, Sheet& sheet, Quotation& quotation) {
  for (std::uint32_t t = quotation.tokens.begin; t < quotation.tokens.end; ++t) {
    const std::uint32_t governor = sheet.governor[t];
    if (governor == npos || quotation.tokens.contains(governor)) continue;
    if (sheet.relation[t] != Relation::complement) continue;
    const Traits traits = lists.verb(desk.tokens[governor].lemma);
    if (!traits.has(Trait::speech) && !traits.has(Trait::that)) continue;
    sheet.relation[t] = Relation::quotation;
    if (quotation.speech_verb == npos) quotation.speech_verb = governor;
  }
}

// "Karim said:" at the end of the sentence before.
void find_speech_before(const Analysis& desk, const GrammarLists& lists, const ArcWriter& writer,
                        Quotation& quotation) {
  if (quotation.tokens.begin < 2) return;
  const std::uint32_t colon = quotation.tokens.begin - 2;
  if (desk.tokens[colon].folded != ":") return;
  const TokenRange before = desk.sentences[desk.tokens[colon].sentence].tokens;
  constexpr std::uint32_t reach = 16;
  for (std::uint32_t t = colon; t > before.begin && colon - t < reach; --t) {
    const std::uint32_t group = desk.verb_group_of[t - 1];
    if (group == npos || desk.verb_groups[group].head != t - 1) continue;
    const Traits traits = lists.verb(desk.tokens[t - 1].lemma);
    if (!traits.has(Trait::speech) && !traits.has(Trait::object_clause)) continue;
    quotation.speech_verb = t - 1;
    quotation.speaker = writer.subject(t - 1);
    return;
  }
}

// A quotation broken by "he said" goes on behind it; one that begins a sentence goes on from the
// last of its paragraph.
void inherit_speaker(const Analysis& desk, Quotation& quotation) {
  if (desk.quotations.empty() || quotation.tokens.empty()) return;
  const Quotation& before = desk.quotations.back();
  if (before.speech_verb == npos || before.tokens.empty()) return;
  const Token& first = desk.tokens[quotation.tokens.begin];
  const Token& last = desk.tokens[before.tokens.begin];
  const Sentence& sentence = desk.sentences[first.sentence];
  const bool same_sentence = first.sentence == last.sentence;
  const bool begins = quotation.tokens.begin <= sentence.tokens.begin + 1;
  const bool same_paragraph = sentence.paragraph == desk.sentences[last.sentence].paragraph;
  if (!same_sentence && !(begins && same_paragraph)) return;
  quotation.speech_verb = before.speech_verb;
  quotation.speaker = before.speaker;
}

// Finds who says it: by the verb that governs it, by "said:" before it, by the quotation before it.
void attribute(Analysis& desk, const GrammarLists& lists, Sheet& sheet, const ArcWriter& writer,
               Quotation& quotation) {
  find_speech(desk, lists, sheet, quotation);
  if (quotation.speech_verb != npos) {
    quotation.speaker = writer.subject(quotation.speech_verb);
    return;
  }
  find_speech_before(desk, lists, writer, quotation);
  if (quotation.speech_verb == npos) inherit_speaker(desk, quotation);
}

}  // namespace

void mark_quotations(Analysis& desk, const GrammarLists& lists, Sheet& sheet,
                     const ArcWriter& writer) {
  std::uint32_t open = npos;
  bool unclosed = false;
  for (std::uint32_t t = 0; t < desk.tokens.size(); ++t) {
    const Tag tag = desk.tokens[t].tag;
    if (tag == Tag::open_quote) {
      const std::uint32_t sentence = desk.tokens[t].sentence;
      if (open != npos && t > open + 1 &&
          desk.sentences[sentence].paragraph !=
              desk.sentences[desk.tokens[open].sentence].paragraph) {
        // A paragraph of a longer quotation has no closing mark.
        Quotation quotation;
        quotation.tokens = {open + 1, std::min(t, desk.sentences[sentence].tokens.begin)};
        attribute(desk, lists, sheet, writer, quotation);
        desk.quotations.push_back(quotation);
        unclosed = true;
      }
      open = t;
      continue;
    }
    if (tag != Tag::close_quote || open == npos) continue;
    Quotation quotation;
    quotation.tokens = {open + 1, t};
    open = npos;
    attribute(desk, lists, sheet, writer, quotation);
    if (unclosed && quotation.speech_verb == npos && !desk.quotations.empty()) {
      quotation.speech_verb = desk.quotations.back().speech_verb;
      quotation.speaker = desk.quotations.back().speaker;
    }
    unclosed = false;
    desk.quotations.push_back(quotation);
  }
  for (Clause& clause : desk.clauses) {
    if (clause.verb_group == npos || clause.kind == ClauseKind::relative) continue;
    std::uint32_t verb = desk.verb_groups[clause.verb_group].head;
    if (sheet.becomes[verb] != npos) verb = sheet.becomes[verb];
    if (sheet.relation[verb] == Relation::quotation) clause.kind = ClauseKind::quote;
  }
}

}  // namespace nutgraf
