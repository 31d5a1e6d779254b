// What the parser knows of the sentence it is reading. Memory is kept from sentence to sentence.
//
// The chunker turns tokens into items; the attacher reads items from left to right once, keeping a
// stack of open clauses (frames), and gives every head its governor; the finisher hangs what
// stands inside the groups and turns governors into arcs.
#ifndef NUTGRAF_EXTRACT_SYNTAX_SHEET_H_
#define NUTGRAF_EXTRACT_SYNTAX_SHEET_H_

#include <cstdint>
#include <vector>

#include "extract/analysis.h"
#include "extract/syntax/grammar_lists.h"

namespace nutgraf {

enum class ItemKind : std::uint8_t {
  noun,
  verb,
  preposition,
  subordinator,
  that,
  relative,  // who, which, whose, where, when, what, …
  coordinator,
  comma,
  semicolon,
  colon,
  dash,
  open_quote,
  close_quote,
  open_bracket,
  close_bracket,
  stop,
  adjective,
  adverb,
  particle,
  other,
};

struct Item {
  ItemKind kind = ItemKind::other;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t head = 0;
  std::uint32_t group = npos;  // index into noun_groups or verb_groups
  Traits traits;               // of the head
};

// A clause that is being read.
struct Frame {
  ClauseKind kind = ClauseKind::main;
  Relation relation = Relation::root;
  bool after_comma = false;         // began after a comma
  bool fronted = false;             // stands before the clause it belongs to
  bool parenthetical = false;       // "the mayor said" between commas
  bool shared = false;              // a coordinated verb that takes its subject from another
  bool gapped = false;              // shares the auxiliary of the clause before
  std::uint32_t clause = npos;      // index into clauses
  std::uint32_t governor = npos;    // token
  std::uint32_t marker = npos;      // token
  std::uint32_t subject = npos;     // token
  std::uint32_t verb = npos;        // token of the verb; npos while it is awaited
  std::uint32_t group = npos;       // verb group of `verb`
  std::uint32_t first = npos;       // first verb of its coordination
  std::uint32_t object = npos;      // token
  std::uint32_t second = npos;      // token: second object or predicate of the object
  std::uint32_t predicate = npos;   // token: predicate noun or adjective
  std::uint32_t pronoun = npos;     // relative pronoun
  std::uint32_t antecedent = npos;  // noun a relative clause hangs on
  std::uint32_t last = npos;        // the noun, adjective or verb read last
  std::uint32_t waiting = 0;        // size of Sheet::waiting when the frame was opened
  Traits traits;                    // of `verb`
};

// What stands before its verb.
struct Waiting {
  std::uint32_t token = npos;
  Relation relation = Relation::none;
  std::uint32_t marker = npos;
};

struct Sheet {
  std::vector<Item> items;  // of the sentence
  std::vector<Frame> frames;
  std::vector<Waiting> waiting;
  // By token of the report.
  std::vector<std::uint32_t> governor;
  std::vector<std::uint32_t> marker;
  std::vector<Relation> relation;          // none: not decided yet
  std::vector<std::uint32_t> becomes;      // copula: its predicate, which takes its place
  std::vector<std::uint32_t> subject_of;   // verb or predicate: its own subject
  std::vector<std::uint32_t> object_of;    // verb: its own object
  std::vector<std::uint32_t> conjunct_of;  // noun: its first conjunct; then that one's next
  std::vector<std::uint8_t> state;         // scratch of walks
  std::vector<std::size_t> clause_end;     // by sentence: past its last clause
};

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_SYNTAX_SHEET_H_
