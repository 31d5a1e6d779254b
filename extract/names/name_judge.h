// What kind of thing each name of a report is: evidence summed over the whole report.
//
// All candidates of the same folded words are one type, and a type has one kind in a report (one
// sense per discourse: Gale, Church, Yarowsky 1992). The signs and their weights stand in
// data/lexicon/en/name-evidence.txt.
#ifndef NUTGRAF_EXTRACT_NAMES_NAME_JUDGE_H_
#define NUTGRAF_EXTRACT_NAMES_NAME_JUDGE_H_

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "extract/names/name_reader.h"
#include "extract/trace.h"

namespace nutgraf {

struct NameType {
  std::string key;     // folded tokens, without hyphens
  TokenRange example;  // its first candidate
  Weights evidence{};  // person, group, place, other
  std::optional<KnownGroup> group;
  NameFacts place;
  std::array<std::uint8_t, static_cast<std::size_t>(Sign::count)> seen{};  // signs, how often
  std::uint32_t candidates = 0;
  bool club = false;         // of candidates that are clubs by a place's name
  bool inside = false;       // some candidate stands inside a sentence of prose
  bool titled = false;       // some candidate has a title before it
  std::optional<Kind> kind;  // what it was judged to be; nothing: no mention
};

inline constexpr int large_place = large_town;  // prominence

class NameJudge {
 public:
  NameJudge(const NameLists& lists, const Lexicon& lexicon, const Analysis& analysis,
            NameReader& reader);

  // Judges all candidates. types()[type_of()[i]] is the type of candidate i.
  void judge(const std::vector<NameCandidate>& candidates);

  const std::vector<NameType>& types() const { return types_; }
  const std::vector<std::uint32_t>& type_of() const { return type_of_; }
  // Its words are ordinary ones, written with a capital: "the Coalition".
  static bool ordinary_words(const NameType& type) {
    return type.seen.at(static_cast<std::size_t>(Sign::ordinary_words)) > 0;
  }
  // The rule that told: the strongest sign for the kind, "names/SIGN".
  std::string rule(const NameType& type) const;
  void explain(const std::vector<NameCandidate>& candidates, Trace& trace) const;

 private:
  void add(NameType& type, Sign sign, std::int32_t times = 1);
  bool unknown(const NameType& type) const;
  bool surely_person(const NameType& whole) const;
  void add_words(NameType& type, const NameCandidate& candidate);
  void add_ordinary(NameType& type, const NameCandidate& candidate);
  void add_person_form(NameType& type, const NameCandidate& candidate);
  int prominence_of(const NameType& type, const NameCandidate& candidate) const;
  void add_shape(NameType& type, const NameCandidate& candidate);
  bool camel_case(std::uint32_t token) const;
  bool divided_place(TokenRange tokens, bool given) const;
  void add_end(NameType& type, const NameCandidate& candidate);
  std::uint32_t exemplified(std::uint32_t begin) const;
  void add_exemplar(NameType& type, const NameCandidate* before, const NameCandidate& candidate);
  void add_listed(NameType& type, const NameCandidate& before, const NameCandidate& candidate);
  void add_led_list(NameType& type, const NameCandidate& before, const NameCandidate& candidate);
  void add_staff(NameType& type, std::uint32_t preposition, std::uint32_t begin);
  bool surname_inside(TokenRange tokens) const;
  bool clan_prefix(std::uint32_t token) const;
  bool ends_in_initials(TokenRange tokens) const;
  bool tied_initials(TokenRange tokens) const;
  void add_owner(NameType& type, std::uint32_t verb);
  bool bearing_follows(std::uint32_t at, std::uint32_t end) const;
  bool result_row(const NameCandidate& candidate) const;
  void add_lists(NameType& type, const NameCandidate& candidate);
  void add_before(NameType& type, const NameCandidate& candidate);
  void add_after(NameType& type, const NameCandidate& candidate);
  void add_syntax(NameType& type, const NameCandidate& candidate);
  void add_sport(NameType& type, const NameCandidate& candidate);
  enum class Contest : std::uint8_t { none, score, verb };
  Contest contest_in(const Sentence& sentence);
  bool beside_score(const NameCandidate& candidate);
  void add_noun_beside(NameType& type, std::uint32_t noun, bool several);
  void add_brackets(const std::vector<NameCandidate>& candidates);
  bool initials_of(TokenRange initials, TokenRange words) const;
  void link_initials();
  bool in_one_list(TokenRange left, TokenRange right) const;
  void link_mates(const std::vector<NameCandidate>& candidates);
  void link_parts();
  void link_storms();
  bool company(const NameType& type) const;
  static bool team(const NameType& type);
  static std::optional<Kind> decide(const NameType& type);
  std::string_view folded(std::uint32_t token) const { return analysis_.tokens[token].folded; }
  bool is(std::uint32_t token, std::string_view word) const {
    return token < analysis_.tokens.size() && folded(token) == word;
  }

  const NameLists& lists_;
  const Lexicon& lexicon_;
  const Analysis& analysis_;
  NameReader& reader_;
  std::uint32_t contest_sentence_ = npos;  // its first token
  Contest contest_ = Contest::none;        // what contest_in said of it
  std::uint32_t listed_until_ = npos;      // the end of the last member of a list of places
  std::uint32_t led_until_ = npos;         // the same of a list behind "in"
  std::uint32_t exemplar_noun_ = npos;     // "companies" of "companies such as Teel and Varn"
  std::uint32_t exemplar_until_ = npos;    // the end of the last of its examples
  std::vector<NameType> types_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> shortened_;  // types: in full, in initials
  std::vector<std::uint32_t> type_of_;
  std::unordered_map<std::string, std::uint32_t> by_key_;
};

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_NAMES_NAME_JUDGE_H_
