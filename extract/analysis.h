// The desk on which one report is worked: tokens, tags, chunks, clauses, arcs.
//
// One Analysis serves a thread for report after report: clear() keeps the memory, so that the
// per-token path allocates nothing once it is warm. Each stage reads what earlier stages wrote and
// writes its own lists only:
//
//   Segmenter   tokens (span, folded, word, shape), sentences, paragraphs, datelines
//   Tagger      tokens (tag, lemma)
//   Parser      noun_groups, verb_groups, clauses, arcs, quotations
//
// Everything after that is written into an Extraction (extract/extraction.h).
#ifndef NUTGRAF_EXTRACT_ANALYSIS_H_
#define NUTGRAF_EXTRACT_ANALYSIS_H_

#include <cstdint>
#include <memory_resource>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "extract/extraction.h"
#include "extract/report/report.h"
#include "extract/span.h"
#include "extract/syntax/tag.h"

namespace nutgraf {

// Index into the lexicon's table of words; 0 is "not in the lexicon".
using WordId = std::uint32_t;

// What a token looks like, before anything is known of it.
struct Shape {
  bool capitalised : 1 = false;   // first letter upper case: "Mosul", "US", "O'Neill"
  bool all_capitals : 1 = false;  // two letters or more, none lower case: "US", "MOSUL"
  bool has_digit : 1 = false;
  bool number : 1 = false;          // digits with , . : / inside only: "1,000", "3.5", "10:30"
  bool punctuation : 1 = false;     // no letter and no digit
  bool space_before : 1 = false;    // white space stands before it
  bool sentence_start : 1 = false;  // first word of its sentence (quotes and brackets skipped)
  bool in_quotes : 1 = false;       // inside a pair of quotation marks
};

struct Token {
  Span span;
  // Folded for comparing: NFC, lower case, straight apostrophe. Lives in the report, the lexicon
  // or the Analysis's arena.
  std::string_view folded;
  std::string_view lemma;  // lower case; for names the folded form
  WordId word = 0;
  std::uint32_t sentence = 0;
  Tag tag = Tag::none;
  Shape shape;
};

enum class SentenceKind : std::uint8_t {
  prose,
  headline,  // a title, a crosshead: no final stop, title case or capitals or a line of its own
  dateline,  // "IRBIL, Iraq (AP) —", "March 3, 2014" on a line of its own
  byline,    // "By Jane Doe", "Reporting by …; editing by …"
  list_item,
  other,  // tables, share lists, navigation
};

// What stands before the words of a report and tells where and when it was written, its dash and
// what is in square brackets behind it ("[Text]") included. A byline before it counts to it.
struct Dateline {
  TokenRange tokens;  // from the first token of the sentence; empty: the sentence has none
  TokenRange place;   // "IRBIL, Iraq"; empty: not told
  TokenRange day;     // "20 Nov 89", "Sunday"; empty: not told

  friend bool operator==(const Dateline&, const Dateline&) = default;
};

struct Sentence {
  Span span;
  TokenRange tokens;
  std::uint32_t paragraph = 0;
  SentenceKind kind = SentenceKind::prose;
  Dateline dateline;
};

enum class Determiner : std::uint8_t {
  none,
  definite,
  indefinite,
  demonstrative,
  possessive,
  quantifier,
  negative,
  interrogative
};

// A base noun phrase: no relative clause, no "of" phrase, no coordination of heads.
struct NounGroup {
  TokenRange tokens;
  std::uint32_t head = npos;  // token; the last noun of the group as a rule
  Determiner determiner = Determiner::none;
  bool plural = false;
  bool proper = false;  // its head is a proper noun
  bool pronoun = false;
  bool temporal = false;           // "Tuesday", "last week": heads that name a time
  std::uint32_t possessor = npos;  // noun group whose 's stands before it
  std::optional<Count> count;      // "at least 30"
};

enum class Voice : std::uint8_t { active, passive };
enum class Tense : std::uint8_t { none, past, present, future };

// Auxiliaries, adverbs between them, the main verb and an adjacent particle.
struct VerbGroup {
  TokenRange tokens;
  std::uint32_t head = npos;      // token of the main verb (a copula is its own main verb)
  std::uint32_t particle = npos;  // token
  std::uint32_t modal = npos;     // token: would, may, must, "going to", "have to"
  std::uint32_t negation = npos;  // token: not, never, no longer, "failed"-like verbs do not count
  Voice voice = Voice::active;
  Tense tense = Tense::none;  // none: infinitives and participles without a finite auxiliary
  bool perfect = false;
  bool progressive = false;
  bool finite = false;
  bool infinitive = false;  // with or without "to"
  bool participle = false;  // present or past participle without an auxiliary
  bool elided = false;      // finite, its auxiliary left out: "10 killed, 20 hurt"
};

enum class ClauseKind : std::uint8_t {
  main,
  coordinate,   // joined to its governor by a conjunction, sharing its standing
  relative,     // "who took the town", "which …"
  participial,  // "killing the attacker", "backed by …"
  infinitive,   // "to retake Mosul"
  complement,   // "that the city fell", "the city fell, he said"
  adverbial,    // "after the city fell", "if …"
  quote,        // a quotation that is a clause of its own
  fragment,     // no verb: headlines, list items
};

struct Clause {
  ClauseKind kind = ClauseKind::main;
  TokenRange tokens;                // from its first to past its last token; clauses nest
  std::uint32_t verb_group = npos;  // index into verb_groups; npos for fragments
  std::uint32_t governor = npos;    // token it hangs on: a verb, a noun; npos for main clauses
  std::uint32_t marker = npos;      // token: that, who, after, if, to, …
  std::uint32_t parent = npos;      // clause
};

enum class Relation : std::uint8_t {
  none,
  root,
  subject,  // of an active verb, an adjective or noun with a copula
  passive_subject,
  agent,  // the noun after "by" of a passive verb or of a noun of action
  object,
  indirect_object,
  oblique,           // noun with a preposition (Arc::marker) or a bare time, on a verb or adjective
  nominal_modifier,  // noun with a preposition (Arc::marker) on a noun: "raid on Keld"
  possessor,         // noun or pronoun with 's: "the militia's raid"
  complement,        // finite or infinitive clause as object: its verb on the governing verb
  adverbial_clause,  // its verb on the governing verb; marker: after, if, when, …
  relative_clause,   // its verb on the noun
  participial_clause,  // its verb on the noun or verb
  apposition,          // second noun on the first
  conjunct,            // second head on the first; marker: and, or, but
  compound,            // noun before noun: "car bomb", "Kurdish-led"
  adjective,           // adjective or participle before its noun
  determiner,
  number,
  auxiliary,
  negation,
  particle,     // "carried out"
  copula,       // "is" on the predicate noun or adjective
  predicate,    // predicate noun or adjective on the copula's subject's verb when it is no be
  marker,       // that, after, to, who … on the clause's verb
  preposition,  // on its noun
  coordinator,  // and, or … on the conjunct that follows
  adverb,
  expletive,  // it, there
  name_part,  // flat parts of a name on its head
  quotation,  // the verb of a quotation on the verb of saying
  punctuation,
  other,
};

std::string_view to_string(Relation relation);

// Governor and dependent are tokens. Every token has exactly one arc that is not `extra` (root has
// governor npos); extra arcs are what coordination, control, relatives and participles add:
// "ordered troops to leave" gives leave -subject-> troops, extra.
struct Arc {
  std::uint32_t governor = npos;
  std::uint32_t dependent = npos;
  Relation relation = Relation::none;
  bool extra = false;
  std::uint32_t marker = npos;  // the token that joins them: preposition, conjunction
};

struct Quotation {
  TokenRange tokens;                 // between the marks
  std::uint32_t speech_verb = npos;  // token
  std::uint32_t speaker = npos;      // token: head of who says it
};

class Analysis {
 public:
  // Takes up a report; everything of the last one is forgotten, its memory kept. `taken` must
  // outlive the work on it.
  void begin(const Report& taken);

  const Report& report() const { return *report_; }
  std::string_view text() const { return report_->text; }
  std::string_view words(TokenRange range) const {
    return range.empty()
               ? std::string_view{}
               : cut(text(), {tokens[range.begin].span.begin, tokens[range.end - 1].span.end});
  }

  // Whether the token belongs to the dateline of its sentence.
  bool in_dateline(std::uint32_t token) const {
    return sentences[tokens[token].sentence].dateline.tokens.contains(token);
  }

  // Memory for strings that are neither in the report nor in the lexicon; freed by begin().
  std::string_view keep(std::string_view words);

  // Arcs by governor and by dependent, valid after index_arcs(). Arcs of one governor come by
  // dependent.
  std::span<const Arc> arcs_from(std::uint32_t governor) const;
  // The basic (not extra) arc whose dependent is `token`.
  const Arc& arc_to(std::uint32_t token) const { return basic_[token]; }
  // Sorts `arcs` by (governor, dependent, relation) and builds the two indexes. Requires one basic
  // arc for each token.
  void index_arcs();

  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<NounGroup> noun_groups;  // by first token
  std::vector<VerbGroup> verb_groups;  // by first token
  std::vector<Clause> clauses;         // by first token, outer before inner
  std::vector<Quotation> quotations;   // by first token
  std::vector<Arc> arcs;
  std::vector<std::uint32_t> noun_group_of;  // by token; npos outside
  std::vector<std::uint32_t> verb_group_of;
  std::vector<std::uint32_t> clause_of;  // innermost clause

 private:
  const Report* report_ = nullptr;
  std::pmr::monotonic_buffer_resource arena_{64 * 1024};
  std::vector<Arc> basic_;
  std::vector<std::uint32_t> first_arc_;  // by governor token; one more than tokens
  std::vector<std::uint32_t> next_arc_;   // scratch of index_arcs
  std::vector<Arc> sorted_;
};

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_ANALYSIS_H_
