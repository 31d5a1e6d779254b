#include "extract/syntax/parser.h"

#include "extract/syntax/arc_writer.h"
#include "extract/syntax/attacher.h"
#include "extract/syntax/chunker.h"
#include "extract/syntax/finisher.h"
#include "extract/syntax/quotations.h"
#include "extract/syntax/sheet.h"

namespace nutgraf {
namespace {

void clear(Analysis& desk, Sheet& sheet) {
  const std::size_t tokens = desk.tokens.size();
  desk.noun_groups.clear();
  desk.verb_groups.clear();
  desk.clauses.clear();
  desk.quotations.clear();
  desk.arcs.clear();
  desk.noun_group_of.assign(tokens, npos);
  desk.verb_group_of.assign(tokens, npos);
  desk.clause_of.assign(tokens, npos);
  sheet.governor.assign(tokens, npos);
  sheet.marker.assign(tokens, npos);
  sheet.relation.assign(tokens, Relation::none);
  sheet.becomes.assign(tokens, npos);
  sheet.subject_of.assign(tokens, npos);
  sheet.object_of.assign(tokens, npos);
  sheet.conjunct_of.assign(tokens, npos);
  sheet.state.assign(tokens, 0);
  sheet.clause_end.clear();
}

}  // namespace

Result<Parser> Parser::open(const DataFile& data, const Lexicon& lexicon) {
  auto lists = GrammarLists::open(data);
  if (!lists) return fail(lists.error());
  return Parser(*lists, lexicon);
}

void Parser::parse(Analysis& desk) const {
  thread_local Sheet sheet;  // its memory serves report after report
  clear(desk, sheet);
  Chunker chunker(desk, lists_, *lexicon_, sheet);
  Attacher attacher(desk, lists_, *lexicon_, sheet);
  Finisher finisher(desk, sheet);
  ArcWriter writer(desk, lists_, sheet);
  for (const Sentence& sentence : desk.sentences) {
    const std::size_t first_clause = desk.clauses.size();
    if (!sentence.tokens.empty()) {
      chunker.read(sentence.tokens);
      const bool told =
          sentence.kind != SentenceKind::dateline && sentence.kind != SentenceKind::byline;
      if (told) attacher.read(sentence.tokens);
      finisher.finish(sentence.tokens, first_clause);
      writer.note(sentence.tokens);
    }
    sheet.clause_end.push_back(desk.clauses.size());
  }
  mark_quotations(desk, lists_, sheet, writer);
  std::size_t first = 0;
  for (std::size_t i = 0; i < desk.sentences.size(); ++i) {
    writer.write(desk.sentences[i].tokens, first, sheet.clause_end[i]);
    first = sheet.clause_end[i];
  }
  for (std::uint32_t i = 0; i < desk.clauses.size(); ++i) {
    const TokenRange range = desk.clauses[i].tokens;
    for (std::uint32_t t = range.begin; t < range.end; ++t) desk.clause_of[t] = i;
  }
  desk.index_arcs();
}

}  // namespace nutgraf
