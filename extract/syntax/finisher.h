// Makes a tree of what the attacher decided: copulas give way to their predicates, the words inside
// groups hang on their heads, what nothing claimed hangs on the root, circles are cut.
#ifndef NUTGRAF_EXTRACT_SYNTAX_FINISHER_H_
#define NUTGRAF_EXTRACT_SYNTAX_FINISHER_H_

#include <cstddef>
#include <cstdint>

#include "extract/analysis.h"
#include "extract/syntax/sheet.h"

namespace nutgraf {

class Finisher {
 public:
  Finisher(Analysis& desk, Sheet& sheet) : desk_(desk), sheet_(sheet) {}

  // Requires the sentence's items in sheet.items; `first_clause` is its first in desk.clauses.
  // Afterwards every token of the sentence has a relation, and one of them is the root.
  void finish(TokenRange sentence, std::size_t first_clause);

 private:
  void give_way(std::size_t first_clause);
  void noun_group(const NounGroup& group);
  void verb_group(const VerbGroup& group);
  void words();
  void adverb(std::size_t item);
  void root();
  void cut_circles();
  void hang(std::uint32_t token, std::uint32_t governor, Relation relation);
  bool hung(std::uint32_t token) const { return sheet_.relation[token] != Relation::none; }

  Analysis& desk_;
  Sheet& sheet_;
  TokenRange range_;
  std::uint32_t root_ = npos;
};

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_SYNTAX_FINISHER_H_
