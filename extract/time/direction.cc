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
    if (put_off_to(words.begin)) return Direction::future;
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
      at = past_relative(at);
      if (at >= sentence_.end) break;
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

  // "was postponed until Tuesday".
  bool put_off_to(std::uint32_t at) const {
    if (at == sentence_.begin || !grammar_.word_is(tokens_[at - 1].folded, WordClass::UNTIL)) {
      return false;
    }
    for (std::uint32_t step = 2; step <= group_reach && at >= sentence_.begin + step; ++step) {
      if (grammar_.word_is(tokens_[at - step].folded, WordClass::DEFER)) return true;
    }
    return false;
  }

  // The comma behind ", which makes pumps,"; `at` where no such clause begins.
  std::uint32_t past_relative(std::uint32_t at) const {
    const Tag tag = tokens_[at].tag;
    const bool relative = tag == Tag::WDT || tag == Tag::WP || tag == Tag::WPS;
    if (!relative || at == sentence_.begin || tokens_[at - 1].tag != Tag::comma) return at;
    std::uint32_t end = at + 1;
    while (end < sentence_.end && tokens_[end].tag != Tag::comma) ++end;
    return end < sentence_.end ? end : at;
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

bool tells_present(const Analysis& analysis, const TimeGrammar& grammar, TokenRange words,
                   const Sentence& sentence, bool dated) {
  const auto& tokens = analysis.tokens;
  bool still = !dated;
  for (std::uint32_t at = sentence.tokens.begin; at < sentence.tokens.end; ++at) {
    still = still || grammar.word_is(tokens[at].folded, WordClass::STILL);
  }
  if (!still) return false;
  const auto finite = [](Tag tag) {
    return tag == Tag::VBD || tag == Tag::VBZ || tag == Tag::VBP || tag == Tag::MD;
  };
  std::uint32_t verb = npos;
  for (std::uint32_t at = words.begin; at > sentence.tokens.begin && verb == npos; --at) {
    if (finite(tokens[at - 1].tag)) verb = at - 1;
  }
  for (std::uint32_t at = words.end; at < sentence.tokens.end && verb == npos; ++at) {
    if (finite(tokens[at].tag)) verb = at;
  }
  return verb != npos && (tokens[verb].tag == Tag::VBZ || tokens[verb].tag == Tag::VBP);
}

Direction direction_at(const Analysis& analysis, const TimeGrammar& grammar, TokenRange words,
                       const Sentence& sentence) {
  return DirectionReader(analysis, grammar, sentence).read(words);
}

}  // namespace nutgraf
