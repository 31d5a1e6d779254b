#include "extract/time/direction.h"

#include <optional>

namespace nutgraf {
namespace {

constexpr std::uint32_t group_reach = 4;  // tokens between an auxiliary and its verb

class DirectionReader {
 public:
  DirectionReader(const Analysis& analysis, const TimeGrammar& grammar, const Sentence& sentence)
      : tokens_(analysis.tokens),
        grammar_(grammar),
        sentence_(sentence.tokens),
        headline_(sentence.kind == SentenceKind::headline) {}

  Direction read(TokenRange words) const {
    Direction left = Direction::unknown;
    std::uint32_t at = words.begin;
    bool clause_begins = false;  // the words open a clause: "that on Tuesday it will"
    if (at > sentence_.begin) {
      std::uint32_t before = at - 1;
      if (tokens_[before].tag == Tag::IN && before > sentence_.begin) --before;
      clause_begins = tokens_[before].folded == "that" || tokens_[before].tag == Tag::comma;
    }
    while (at > sentence_.begin && left == Direction::unknown) left = sign(--at);
    if (left != Direction::unknown && !clause_begins) return left;
    for (at = words.end; at < sentence_.end; ++at) {
      if (const Direction right = sign(at); right != Direction::unknown) return right;
    }
    return left;
  }

 private:
  bool governs(std::uint32_t at) const {
    return grammar_.word_is(tokens_[at].folded, WordClass::GOVERN);
  }
  bool plans(std::uint32_t at) const {
    return grammar_.word_is(tokens_[at].folded, WordClass::PLAN);
  }

  // The auxiliary that the verb form stands behind; nullopt when there is none near.
  std::optional<std::uint32_t> auxiliary(std::uint32_t at) const {
    for (std::uint32_t step = 1; step <= group_reach && at >= sentence_.begin + step; ++step) {
      const Token& token = tokens_[at - step];
      if (token.tag == Tag::MD || token.tag == Tag::TO) return at - step;
      if (is_verb(token.tag)) {
        const bool helps = token.lemma == "be" || token.lemma == "have" || token.lemma == "do";
        return helps ? std::optional(at - step) : std::nullopt;
      }
      if (!is_adverb(token.tag) && !is_noun(token.tag) && token.tag != Tag::PRP) break;
    }
    return std::nullopt;
  }

  Direction of_auxiliary(std::uint32_t at, std::uint32_t verb) const {
    const Token& token = tokens_[at];
    if (token.tag == Tag::MD) return Direction::future;
    if (token.tag == Tag::TO) return of_infinitive(at);
    const bool have = token.lemma == "have";
    if (token.tag == Tag::VB && have) return Direction::past;  // "may have been killed"
    if (token.tag == Tag::VBD) return plans(verb) ? Direction::future : Direction::past;
    if (token.tag == Tag::VBZ || token.tag == Tag::VBP) {
      if (have) return Direction::past;
      const bool going = tokens_[verb].tag == Tag::VBG;
      return going || plans(verb) ? Direction::future : Direction::unknown;
    }
    return sign(at);
  }

  // "plans to meet", "is to meet": future; "tried to enter": as its governor.
  Direction of_infinitive(std::uint32_t to) const {
    for (std::uint32_t step = 1; step <= group_reach && to >= sentence_.begin + step; ++step) {
      const std::uint32_t at = to - step;
      if (governs(at)) return Direction::future;
      if (is_verb(tokens_[at].tag)) {
        return tokens_[at].lemma == "be" ? Direction::future : sign(at);
      }
    }
    return Direction::unknown;
  }

  // What one token says of its clause; unknown for what is no verb.
  Direction sign(std::uint32_t at) const {
    const Token& token = tokens_[at];
    const bool calls_for = is_verb(token.tag) && at + 1 < sentence_.end &&
                           tokens_[at + 1].folded == "for" && governs(at);
    if (calls_for) return Direction::future;
    switch (token.tag) {
      case Tag::MD:
        return Direction::future;
      case Tag::VBD:
        return plans(at) && token.folded == "planned" ? Direction::future : Direction::past;
      case Tag::VBZ:
      case Tag::VBP:
        return present(at);
      case Tag::VB:
      case Tag::VBN:
      case Tag::VBG: {
        const auto helper = auxiliary(at);
        if (helper) return of_auxiliary(*helper, at);
        if (token.tag != Tag::VBN) return Direction::unknown;
        return plans(at) ? Direction::future : Direction::past;
      }
      case Tag::JJ:
      case Tag::RB:
      case Tag::IN:
        return plans(at) ? Direction::future : Direction::unknown;
      default:
        return Direction::unknown;
    }
  }

  Direction present(std::uint32_t at) const {
    const Token& token = tokens_[at];
    const bool helps = token.lemma == "have" || token.lemma == "be" || token.lemma == "do";
    if (!helps && headline_) return Direction::past;  // "Gunmen kill five Tuesday"
    if (!helps) return token.lemma != "say" ? Direction::future : Direction::past;
    return token.lemma == "have" && at + 1 < sentence_.end ? Direction::past : Direction::unknown;
  }

  const std::vector<Token>& tokens_;
  const TimeGrammar& grammar_;
  TokenRange sentence_;
  bool headline_;
};

}  // namespace

Direction direction_at(const Analysis& analysis, const TimeGrammar& grammar, TokenRange words,
                       const Sentence& sentence) {
  return DirectionReader(analysis, grammar, sentence).read(words);
}

}  // namespace nutgraf
