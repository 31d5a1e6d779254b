// From items to governors: one pass from left to right over a sentence, with a stack of open
// clauses; the second half of parsing.
//
// Never goes back. What a noun group or a verb begins is decided when it is read, by the open
// clauses, the words between, and a look ahead of a bounded number of items; where a phrase hangs
// is decided by the weights of attachment.tsv.
#ifndef NUTGRAF_EXTRACT_SYNTAX_ATTACHER_H_
#define NUTGRAF_EXTRACT_SYNTAX_ATTACHER_H_

#include <cstddef>
#include <cstdint>

#include "extract/analysis.h"
#include "extract/lexicon/lexicon.h"
#include "extract/syntax/grammar_lists.h"
#include "extract/syntax/look_ahead.h"
#include "extract/syntax/sheet.h"

namespace nutgraf {

class Attacher {
 public:
  Attacher(Analysis& desk, const GrammarLists& lists, const Lexicon& lexicon, Sheet& sheet)
      : desk_(desk), lists_(lists), lexicon_(lexicon), sheet_(sheet), ahead_(lists, desk, sheet) {}

  // Reads sheet.items; decides governor, relation and marker of the heads of the sentence, and adds
  // its clauses to the desk.
  void read(TokenRange sentence);

 private:
  using Index = std::size_t;  // of an item

  // What stood between the last group and this one.
  struct Between {
    bool comma = false;
    bool coordinator_first = false;
    std::uint32_t coordinator = npos;  // token
    Index preposition = 0;             // item + 1; 0: none
    bool quote = false;
  };

  // Nouns (attach_nouns.cc, attach_objects.cc).
  void on_noun(Index i);
  bool gapped_clause(Index i);
  bool on_noun_before_verb(Index i);
  void on_noun_after_verb(Index i);
  bool begins_clause(Index i, bool joined = true);
  bool new_clause(Index i);
  void begin_speech(std::uint32_t begin, std::uint32_t speech_verb);
  bool parenthetical_speech(Index i);
  bool complement_or_relative(Index i, bool after_noun);
  void take_object(Index i);
  void place_predicate(Index i);
  bool list_or_apposition(Index i);
  bool is_post(std::uint32_t head, const NounGroup& group) const;
  std::uint32_t conjunct_site(Index i) const;
  bool joins_that(Index i);
  std::uint32_t person_before(Index i) const;
  Relation beside(Index i) const;
  bool is_person(std::uint32_t noun) const;
  bool apposes(std::uint32_t first, const Item& second) const;
  void set_subject(Index i);
  void on_adjective(Index i);

  // Verbs (attach_verbs.cc, attach_participles.cc).
  void on_verb(Index i);
  void on_finite(Index i);
  void on_infinitive(Index i);
  void on_participle(Index i);
  void on_bare(Index i);
  void on_gerund(Index i);
  bool coordinate_verb(Index i);
  bool inverted_speech(Index i);
  void take_verb(Index i);
  bool undergone_by_count(Index i) const;
  void participle_on(Index i, std::uint32_t governor, Relation relation);
  std::uint32_t whole_list(std::uint32_t last) const;
  bool acts_as_finite(Index i) const;
  bool joins_as_active(Index i);
  bool has_object(Index i) const;
  bool headline_future(Index i);
  void close_to_speech(std::uint32_t end);
  const Frame* around_reduced() const;
  void close_reduced(std::uint32_t end);
  bool is_tool(std::uint32_t noun) const;
  bool has_of(const Frame& frame) const;
  bool is_message(const Item& object) const;
  int likeness(const VerbGroup& first, const VerbGroup& second) const;
  void inherit(const VerbGroup& model, VerbGroup& joined) const;

  // Phrases and markers (attach_phrases.cc).
  void on_preposition(Index i);
  void close_packed(std::uint32_t preposition);
  void attach_phrase(Index preposition, std::uint32_t noun, Relation on_noun_relation);
  std::uint32_t best_site(std::uint32_t preposition, const Item& object, bool& waits) const;
  int noun_weight(std::uint32_t noun, std::string_view preposition) const;
  void on_subordinator(Index i);
  void on_that(Index i);
  void on_relative(Index i);
  void open_relative(Index i, std::uint32_t antecedent);
  bool titled_person(std::uint32_t head) const;
  std::uint32_t antecedent_for(Index i) const;
  std::uint32_t antecedent_for_that(Index i, std::uint32_t nearest) const;
  void on_colon(Index i);
  void on_semicolon(Index i);
  Index skip_brackets(Index i);
  Index skip_dateline();

  // Frames (attacher.cc).
  Frame& top() { return sheet_.frames.back(); }
  const Frame& top() const { return sheet_.frames.back(); }
  Frame& open(ClauseKind kind, std::uint32_t begin, std::uint32_t governor, Relation relation,
              std::uint32_t marker);
  void close(std::uint32_t end);
  void close_to(std::size_t size, std::uint32_t end);
  void close_fronted(Index i);
  void speak(std::size_t frame, std::uint32_t speech_verb);
  void hang(std::uint32_t token, std::uint32_t governor, Relation relation,
            std::uint32_t marker = npos);
  void wait(std::uint32_t token, Relation relation, std::uint32_t marker);
  void settle_waiting(Frame& frame, std::uint32_t governor);
  bool awaits_verb(const Frame& frame) const { return frame.verb == npos; }
  bool hung(std::uint32_t token) const { return sheet_.relation[token] != Relation::none; }

  const Token& token(std::uint32_t t) const { return desk_.tokens[t]; }
  const Item& item(Index i) const { return sheet_.items[i]; }
  bool is_kind(Index i, ItemKind kind) const {
    return i < sheet_.items.size() && sheet_.items[i].kind == kind;
  }
  const NounGroup& noun(const Item& item) const { return desk_.noun_groups[item.group]; }
  const VerbGroup& verb(const Item& item) const { return desk_.verb_groups[item.group]; }
  const NounGroup* noun_at(std::uint32_t t) const {
    return desk_.noun_group_of[t] == npos ? nullptr : &desk_.noun_groups[desk_.noun_group_of[t]];
  }

  Analysis& desk_;
  const GrammarLists& lists_;
  const Lexicon& lexicon_;
  Sheet& sheet_;
  LookAhead ahead_;
  TokenRange range_;
  Between between_;
  Index previous_ =
      0;  // item read last that was no punctuation, coordinator or adverb; +1; 0: none
};

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_SYNTAX_ATTACHER_H_
