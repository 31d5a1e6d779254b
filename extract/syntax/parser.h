// Noun groups, verb groups, clauses, quotations and the one list of arcs for each sentence.
//
// Chunk, then attach: chunker.h reads base groups, attacher.h gives each its governor in one pass,
// finisher.h makes a tree of it, arc_writer.h adds shared subjects and the like. Linear in the
// text; weights and word lists are data (grammar_lists.h).
#ifndef NUTGRAF_EXTRACT_SYNTAX_PARSER_H_
#define NUTGRAF_EXTRACT_SYNTAX_PARSER_H_

#include "extract/analysis.h"
#include "extract/lexicon/data_file.h"
#include "extract/lexicon/lexicon.h"
#include "extract/result.h"
#include "extract/syntax/grammar_lists.h"

namespace nutgraf {

class Parser {
 public:
  // Both must outlive the parser. An Error when the data file has no grammar of this version.
  static Result<Parser> open(const DataFile& data, const Lexicon& lexicon);

  // Reads tokens (tag, lemma, folded, shape) and sentences; fills noun_groups, verb_groups,
  // clauses, quotations, arcs and the indexes by token. Every token gets one basic arc, each
  // sentence is a tree. Safe to call from several threads, each with its own desk.
  void parse(Analysis& desk) const;

 private:
  Parser(GrammarLists lists, const Lexicon& lexicon) : lists_(lists), lexicon_(&lexicon) {}

  GrammarLists lists_;
  const Lexicon* lexicon_;
};

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_SYNTAX_PARSER_H_
