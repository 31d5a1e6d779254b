// Writes the arcs of a sentence, and those that nobody wrote: shared subjects, control,
// antecedents, conjuncts.
#ifndef NUTGRAF_EXTRACT_SYNTAX_ARC_WRITER_H_
#define NUTGRAF_EXTRACT_SYNTAX_ARC_WRITER_H_

#include <cstddef>
#include <cstdint>

#include "extract/analysis.h"
#include "extract/syntax/grammar_lists.h"
#include "extract/syntax/sheet.h"

namespace nutgraf {

class ArcWriter {
 public:
  ArcWriter(Analysis& desk, const GrammarLists& lists, Sheet& sheet)
      : desk_(desk), lists_(lists), sheet_(sheet) {}

  // Notes each verb's own subject and object and each noun's conjuncts. Requires a finished tree.
  void note(TokenRange sentence);
  // Adds the arcs of a noted sentence whose clauses are [first_clause, end_clause).
  void write(TokenRange sentence, std::size_t first_clause, std::size_t end_clause);
  // Who does what `verb` says: its own subject or the one it shares; npos when none is told.
  std::uint32_t subject(std::uint32_t verb, int depth = 0) const;

 private:
  void add(std::uint32_t governor, std::uint32_t dependent, Relation relation, bool extra,
           std::uint32_t marker);
  void relative(const Clause& clause, std::uint32_t verb);
  std::uint32_t governed_subject(std::uint32_t verb, std::uint32_t governor, int depth) const;
  std::uint32_t noun_holder(std::uint32_t noun, int depth) const;
  bool passive(std::uint32_t verb) const;
  std::uint32_t clause_head(const Clause& clause) const;

  Analysis& desk_;
  const GrammarLists& lists_;
  Sheet& sheet_;
};

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_SYNTAX_ARC_WRITER_H_
