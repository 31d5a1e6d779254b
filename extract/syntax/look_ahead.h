// What follows an item, as far as a bounded number of items tells.
#ifndef NUTGRAF_EXTRACT_SYNTAX_LOOK_AHEAD_H_
#define NUTGRAF_EXTRACT_SYNTAX_LOOK_AHEAD_H_

#include <cstddef>
#include <cstdint>

#include "extract/analysis.h"
#include "extract/syntax/grammar_lists.h"
#include "extract/syntax/sheet.h"

namespace nutgraf {

class LookAhead {
 public:
  LookAhead(const GrammarLists& lists, const Analysis& desk, const Sheet& sheet)
      : lists_(lists), desk_(desk), sheet_(sheet) {}

  // Whether the noun group `i`, with what hangs on it, is followed by a finite verb: it is a
  // subject. `joined`: a coordinated noun may stand between.
  bool leads_to_finite(std::size_t i, bool joined = true) const {
    return finite_after(i + 1, joined) != 0;
  }
  // The item of the finite verb that follows position `i` of a noun group's tail; 0 when none.
  std::size_t finite_after(std::size_t i, bool joined = true, bool nested = false) const;
  // Whether a finite verb stands somewhere behind item `i`.
  bool any_finite(std::size_t i) const;
  // Whether the next finite verb behind item `i` is joined to it by a coordinator, with no mark and
  // no clause between.
  bool joined_to_finite(std::size_t i) const;
  // Whether noun groups parted by commas go on from `i` to a coordinator and a last one.
  bool is_list(std::size_t i) const;
  // Whether the subordinator or preposition at `i` is followed by a clause.
  bool clause_follows(std::size_t i) const;
  bool is_finite(std::size_t i) const;
  bool is_kind(std::size_t i, ItemKind kind) const {
    return i < sheet_.items.size() && sheet_.items[i].kind == kind;
  }

 private:
  std::size_t past_phrase(std::size_t i) const;
  bool of_verb(std::size_t i) const;
  const GrammarLists& lists_;
  const Analysis& desk_;
  const Sheet& sheet_;
};

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_SYNTAX_LOOK_AHEAD_H_
