#include "extract/text/sentence_kind.h"

#include <array>

namespace nutgraf {
namespace {

constexpr std::uint32_t longest_headline = 25;
constexpr std::uint32_t longest_byline = 20;

class Teller {
 public:
  Teller(const Analysis& desk, const SegmentationLists& lists) : desk_(desk), lists_(lists) {}

  SentenceKind kind(std::uint32_t index) const {
    const Sentence& sentence = desk_.sentences[index];
    const bool alone = stands_alone(index);
    const bool first = index == 0 || desk_.sentences[index - 1].paragraph != sentence.paragraph;
    if (first && list_mark(sentence.tokens)) return SentenceKind::list_item;
    if (!alone) return SentenceKind::prose;
    if (byline(sentence.tokens)) return SentenceKind::byline;
    if (separators(sentence.tokens)) return SentenceKind::other;
    const std::string_view last = desk_.tokens[sentence.tokens.end - 1].folded;
    const bool stop = last == "." || last == "!" || last == "?" || last == ":" || last == "\"" ||
                      last == "”" || last == "…" || last == ")";
    if (stop || sentence.tokens.size() > longest_headline) return SentenceKind::prose;
    return day_only(sentence.tokens) ? SentenceKind::dateline : SentenceKind::headline;
  }

 private:
  bool stands_alone(std::uint32_t index) const {
    const std::uint32_t paragraph = desk_.sentences[index].paragraph;
    const bool before = index > 0 && desk_.sentences[index - 1].paragraph == paragraph;
    const bool after =
        index + 1 < desk_.sentences.size() && desk_.sentences[index + 1].paragraph == paragraph;
    return !before && !after;
  }

  bool list_mark(TokenRange tokens) const {
    const Token& first = desk_.tokens[tokens.begin];
    if (tokens.size() < 2) return false;
    const bool spaced = desk_.tokens[tokens.begin + 1].shape.space_before;
    const std::string_view words = first.folded;
    if (spaced && (words == "•" || words == "*" || words == "-" || words == "·" || words == "►" ||
                   words == "■")) {
      return true;
    }
    return first.shape.has_digit && words.size() <= 3 &&
           (words.ends_with('.') || words.ends_with(')'));
  }

  bool byline(TokenRange tokens) const {
    if (tokens.size() < 2 || tokens.size() > longest_byline) return false;
    const Token& first = desk_.tokens[tokens.begin];
    const Token& second = desk_.tokens[tokens.begin + 1];
    if (first.folded == "by") {
      return first.shape.capitalised && second.shape.capitalised && !day_opens(tokens);
    }
    if (!lists_.has(first.folded, SegmentationLists::byline)) return false;
    for (std::uint32_t i = tokens.begin + 1; i < tokens.end && i < tokens.begin + 4; ++i) {
      if (desk_.tokens[i].folded == "by") return true;
    }
    return false;
  }

  // "By June the army", not "By June Smith".
  bool day_opens(TokenRange tokens) const {
    const std::uint32_t next = tokens.begin + 2;
    return lists_.has(desk_.tokens[tokens.begin + 1].folded, SegmentationLists::calendar) &&
           (next >= tokens.end || !desk_.tokens[next].shape.capitalised);
  }

  bool separators(TokenRange tokens) const {
    std::uint32_t bars = 0;
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
      const std::string_view words = desk_.tokens[i].folded;
      if (words == "|" || words == "»" || words == "›" || words == ">") ++bars;
    }
    return bars >= 2;
  }

  // "March 3, 2014", "Sunday 3 March": a line of nothing but a day.
  bool day_only(TokenRange tokens) const {
    bool digits = false;
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
      const Token& token = desk_.tokens[i];
      if (token.shape.has_digit) {
        digits = true;
      } else if (!token.shape.punctuation &&
                 !lists_.has(token.folded, SegmentationLists::calendar)) {
        return false;
      }
    }
    return digits;
  }

  const Analysis& desk_;
  const SegmentationLists& lists_;
};

}  // namespace

void tell_kinds(Analysis& desk, const SegmentationLists& lists) {
  const Teller teller(desk, lists);
  for (std::uint32_t i = 0; i < desk.sentences.size(); ++i) {
    desk.sentences[i].kind = teller.kind(i);
  }
}

}  // namespace nutgraf
