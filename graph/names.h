// When two named units may be one: pure functions of the two.
#ifndef NUTGRAF_GRAPH_NAMES_H_
#define NUTGRAF_GRAPH_NAMES_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/node.h"
#include "graph/rows.h"
#include "graph/statement.h"

namespace nutgraf {

// Blocks: eight bytes under which units that may be one are found together.
std::string name_block(NodeKind kind, std::string_view folded);
// Of an incomplete name, by its last word; and of a complete one that it may stand for.
std::string short_block(NodeKind kind, std::string_view folded);
// All blocks of a complete unit: its name, its aliases and how the name may be spelled otherwise.
std::vector<std::string> blocks_of(const UnitRow& unit);
// Blocks of the incomplete names that may mean it.
std::vector<std::string> short_blocks_of(const UnitRow& unit);

struct Likeness {
  std::uint32_t score = 0;  // 0 to 1000
  bool follows = false;     // the first is the weaker one: it joins the second or nobody
  bool leads = false;       // the second is
  std::string_view rule;
};

// nullopt when nothing speaks for it.
std::optional<Likeness> alike(const UnitRow& one, const UnitRow& other);
// The same of two places. Those that a table has are one by their id alone; others, by name, when
// what the one is said to lie in lies around the other as well. The one told more widely follows.
std::optional<Likeness> alike_places(const UnitRow& one, const UnitRow& other);
// Why they cannot be one; nullopt when nothing speaks against it.
std::optional<std::string_view> contradiction(const UnitRow& one, const UnitRow& other);

// All words of one that is never named, folded: "iraqi special forces". Its folded name is for
// named groups and leaves off the nouns behind a capital.
std::string described(const StatedUnit& unit);

// What two of two reports have to do with one event: nothing together; one part; one part, which
// neither report gives to a second person.
enum class SharedPart : std::uint8_t { none, some, sole };
// The same of two that are never named, of two reports.
std::optional<Likeness> alike_unnamed(const StatedUnit& one, const StatedUnit& other,
                                      bool one_story, SharedPart part);
// "the team", "a company", and not "officers": a group that is one body, as its head is uncounted
// and stands in the singular.
bool is_one_body(const StatedUnit& unit);

// Whether an incomplete name may stand for a complete one: its last words, or an alias of it.
bool stands_for(const StatedUnit& incomplete, const StatedUnit& complete);

// How a name sounds, roughly: vowels in three classes, no h within, doubled letters once; so that
// Gaddafi and Qadhafi, Mohammed and Muhammad, al- and el- agree.
std::string skeleton(std::string_view folded);
// The consonants that a name keeps in any script: no vowels, no w, y and h, doubled letters once,
// sounds that scripts do not tell apart as one (k and q, s and z, p and b), and no Arabic article.
// "mosul", "mwsl" and "almwsl" are all "msl". Empty when fewer than two are left.
std::string consonants(std::string_view folded);

}  // namespace nutgraf

#endif  // NUTGRAF_GRAPH_NAMES_H_
