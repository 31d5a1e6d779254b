#include "extract/text/sentence_breaker.h"

#include <algorithm>

#include "extract/text/characters.h"

namespace nutgraf {
namespace {

// How a gap between two tokens is filled.
enum class Gap : std::uint8_t { none, space, line, blank_line };

enum class Break : std::uint8_t { none, sentence, paragraph };

class Breaker {
 public:
  Breaker(Analysis& desk, const SegmentationLists& lists, const Lexicon& lexicon)
      : desk_(desk), lists_(lists), lexicon_(lexicon) {}

  void run() {
    if (desk_.tokens.empty()) return;
    measure_lines();
    const auto count = static_cast<std::uint32_t>(desk_.tokens.size());
    std::uint32_t begin = 0;
    std::uint32_t paragraph = 0;
    line_begin_ = 0;
    for (std::uint32_t i = 0; i < count; ++i) {
      mark_quotes(i);
      const Gap gap = i + 1 == count ? Gap::blank_line : gap_after(i);
      const Break kind = break_after(i, gap);
      if (gap >= Gap::line) line_begin_ = i + 1;
      if (kind == Break::none) continue;
      close({begin, i + 1}, paragraph);
      begin = i + 1;
      if (kind == Break::paragraph) {
        ++paragraph;
        open_quote_ = false;
      }
    }
  }

 private:
  std::string_view written(std::uint32_t i) const {
    return cut(desk_.text(), desk_.tokens[i].span);
  }
  Char first_char(std::uint32_t i) const {
    return char_at(desk_.text(), desk_.tokens[i].span.begin);
  }

  Gap gap_after(std::uint32_t i) const {
    const std::uint32_t end = desk_.tokens[i + 1].span.begin;
    std::uint32_t at = desk_.tokens[i].span.end;
    if (at == end) return Gap::none;
    int lines = 0;
    while (at < end) {
      const Char c = char_at(desk_.text(), at);
      if (c.kind == CharKind::newline) {
        const bool pair = c.code == '\r' && at + 1 < end && desk_.text()[at + 1] == '\n';
        if (!pair) ++lines;
        if (c.code == 0x2029) ++lines;
      }
      at += c.size;
    }
    return lines == 0 ? Gap::space : lines == 1 ? Gap::line : Gap::blank_line;
  }

  // Text is hard-wrapped when a good part of its single line breaks stand before a small letter.
  void measure_lines() {
    std::uint32_t lines = 0;
    std::uint32_t continued = 0;
    std::uint32_t begin = 0;
    for (std::uint32_t i = 0; i + 1 < desk_.tokens.size(); ++i) {
      if (!desk_.tokens[i + 1].shape.space_before) continue;
      const Gap gap = gap_after(i);
      if (gap < Gap::line) continue;
      const std::uint32_t width = desk_.tokens[i].span.end - desk_.tokens[begin].span.begin;
      begin = i + 1;
      if (gap == Gap::blank_line) continue;
      ++lines;
      if (first_char(i + 1).kind != CharKind::letter || final_mark(i)) continue;
      ++continued;
      widest_ = std::max(widest_, width);
    }
    wrapped_ = continued >= 2 && continued * 4 >= lines && widest_ <= 200;
  }

  // Straight quotation marks open and close in turn; curly ones tell it themselves.
  void mark_quotes(std::uint32_t i) {
    Token& token = desk_.tokens[i];
    const std::string_view words = written(i);
    if (words == "\"") {
      const bool next_space =
          i + 1 == desk_.tokens.size() || desk_.tokens[i + 1].shape.space_before;
      if (token.shape.space_before != next_space) {
        open_quote_ = token.shape.space_before;
      } else {
        open_quote_ = !open_quote_;
      }
      token.shape.in_quotes = open_quote_;  // an opening mark counts itself in
      return;
    }
    if (words == "“" || words == "„" || words == "``" || words == "«") open_quote_ = true;
    token.shape.in_quotes = open_quote_;
    if (words == "”" || words == "''" || words == "»") {
      open_quote_ = false;
      token.shape.in_quotes = false;
    }
    if ((words == "'" || words == "‘") && token.shape.space_before) token.shape.in_quotes = true;
    if (words == "'" && !token.shape.space_before) token.shape.in_quotes = false;
  }

  bool final_mark(std::uint32_t i) const {
    const std::string_view words = written(i);
    const char c = words.front();
    return c == '.' || c == '?' || c == '!' || words == "…" || words == "。";
  }

  // Whether the token ends a sentence when nothing but a mark of closing follows.
  bool complete(std::uint32_t i) const {
    while (i > 0 && closes(i)) --i;
    return final_mark(i) || written(i).back() == '.' || written(i) == ":";
  }

  // A quotation mark or bracket that closes what stands before it.
  bool closes(std::uint32_t i) const {
    const std::string_view words = written(i);
    if (words == ")" || words == "]" || words == "”" || words == "''" || words == "»") return true;
    const bool mark = words == "\"" || words == "'" || words == "’";
    return mark && !desk_.tokens[i].shape.in_quotes;
  }

  // "[7]": the number of a note, which belongs to the sentence before it.
  bool note(std::uint32_t i) const {
    return i + 2 < desk_.tokens.size() && written(i) == "[" && written(i + 2) == "]" &&
           desk_.tokens[i + 1].shape.number;
  }

  bool dash(std::uint32_t i) const {
    const std::string_view words = written(i);
    return words == "—" || words == "–" || words == "--" || words == "-";
  }

  // The token before what closes at `i`: quotation marks, brackets, notes.
  std::uint32_t mark_before(std::uint32_t i) const {
    while (i > 0) {
      if (i > 2 && note(i - 2)) {
        i -= 3;
      } else if (closes(i) && !desk_.tokens[i].shape.space_before) {
        --i;
      } else {
        break;
      }
    }
    return i;
  }

  bool bullet(std::uint32_t i) const {
    const std::string_view words = written(i);
    const bool mark = words == "•" || words == "*" || words == "-" || words == "·" ||
                      words == "–" || words == "—" || words == "►" || words == "■" ||
                      words == "o" || words == "--";
    return mark && i + 1 < desk_.tokens.size() && desk_.tokens[i + 1].shape.space_before;
  }

  Break break_after(std::uint32_t i, Gap gap) const {
    if (gap == Gap::blank_line) return Break::paragraph;
    if (gap == Gap::line) return break_at_line(i);
    if (i + 1 < desk_.tokens.size() && ends_sentence(i, gap)) return Break::sentence;
    return Break::none;
  }

  Break break_at_line(std::uint32_t i) const {
    const bool small = first_char(i + 1).kind == CharKind::letter;
    if (bullet(i + 1)) return Break::paragraph;
    if (small) return complete(i) && !wrapped_ ? Break::paragraph : Break::none;
    if (!wrapped_) return Break::paragraph;
    const std::uint32_t width = desk_.tokens[i].span.end - desk_.tokens[line_begin_].span.begin;
    const bool short_line = width * 3 < widest_ * 2;
    if (short_line) return Break::paragraph;
    return ends_sentence(i, Gap::space) ? Break::sentence : Break::none;
  }

  bool ends_sentence(std::uint32_t i, Gap gap) const {
    if (closes(i + 1) && gap == Gap::none) return false;  // the end comes after what closes
    if (note(i + 1) || dash(i + 1)) return false;
    const std::uint32_t mark = mark_before(i);
    const bool quoted = closes(mark + 1) && written(mark + 1) != ")" && written(mark + 1) != "]";
    const std::string_view words = written(mark);
    if (final_mark(mark) && desk_.tokens[mark].shape.punctuation) {
      return begins_after_mark(mark, i + 1, gap, quoted);
    }
    if (words.size() > 1 && words.back() == '.' && gap != Gap::none) {
      return begins_after_abbreviation(mark, i + 1);
    }
    return false;
  }

  // The first character of a sentence that may stand after opening quotes and brackets.
  Char first_letter(std::uint32_t i) const {
    const std::uint32_t limit =
        std::min<std::uint32_t>(i + 3, static_cast<std::uint32_t>(desk_.tokens.size()) - 1);
    while (i < limit && desk_.tokens[i].shape.punctuation && !final_mark(i)) ++i;
    return first_char(i);
  }

  bool begins_after_mark(std::uint32_t mark, std::uint32_t next, Gap gap, bool quoted) const {
    const Char letter = first_letter(next);
    const std::string_view words = written(mark);
    const bool dots = words.size() > 1 && words.front() == '.';
    if (letter.kind == CharKind::letter) {
      // ?" he asked; ... and so on; a dot that parts two small words ends a sentence.
      if (dots || quoted || gap == Gap::none || mark == 0) return false;
      const Token& before = desk_.tokens[mark - 1];
      if (words != ".") return !before.shape.capitalised;
      const bool word = before.word != 0 && before.folded.size() > 3;
      return word && !desk_.tokens[next].shape.punctuation;
    }
    if (gap == Gap::none) {
      return letter.kind == CharKind::upper && words != "." && !dots && !quoted;
    }
    if (final_mark(next)) return false;
    if (letter.kind == CharKind::upper) return true;
    return !dots && !desk_.tokens[next].shape.punctuation;
  }

  bool begins_after_abbreviation(std::uint32_t mark, std::uint32_t next) const {
    const Char letter = first_letter(next);
    if (letter.kind != CharKind::upper) return false;
    const std::uint32_t bits = lists_.bits(desk_.tokens[mark].folded);
    if ((bits & (SegmentationLists::title | SegmentationLists::before_digit)) != 0) return false;
    std::uint32_t word = next;
    if (desk_.tokens[word].shape.punctuation && desk_.tokens[word].shape.in_quotes) ++word;
    const bool starter = lists_.has(desk_.tokens[word].folded, SegmentationLists::starter);
    const bool initial = desk_.tokens[mark].span.size() == 2;
    if (initial) return starter && desk_.tokens[word].folded != "a";
    return starter || word != next;
  }

  void close(TokenRange tokens, std::uint32_t paragraph) {
    Sentence made;
    made.tokens = tokens;
    made.span = {desk_.tokens[tokens.begin].span.begin, desk_.tokens[tokens.end - 1].span.end};
    made.paragraph = paragraph;
    const auto index = static_cast<std::uint32_t>(desk_.sentences.size());
    bool started = false;
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
      Token& token = desk_.tokens[i];
      token.sentence = index;
      token.shape.sentence_start = !started && !token.shape.punctuation;
      started = started || token.shape.sentence_start;
    }
    desk_.sentences.push_back(made);
  }

  Analysis& desk_;
  const SegmentationLists& lists_;
  const Lexicon& lexicon_;
  bool wrapped_ = false;
  std::uint32_t widest_ = 0;
  std::uint32_t line_begin_ = 0;
  bool open_quote_ = false;
};

}  // namespace

void break_sentences(Analysis& desk, const SegmentationLists& lists, const Lexicon& lexicon) {
  Breaker(desk, lists, lexicon).run();
}

}  // namespace nutgraf
