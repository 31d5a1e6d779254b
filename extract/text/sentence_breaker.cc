#include "extract/text/sentence_breaker.h"

#include <algorithm>

#include "extract/text/characters.h"
#include "extract/text/dateline.h"
#include "extract/text/unmarked_ends.h"

namespace nutgraf {
namespace {

// How a gap between two tokens is filled.
enum class Gap : std::uint8_t { none, space, line, blank_line };

constexpr std::uint32_t most_closing = 16;  // marks after the end of a sentence that belong to it

enum class Break : std::uint8_t { none, sentence, paragraph };

class Breaker {
 public:
  Breaker(Analysis& desk, const SegmentationLists& lists)
      : desk_(desk), lists_(lists), unmarked_(desk, lists) {}

  void run() {
    if (desk_.tokens.empty()) return;
    measure_lines();
    const auto count = static_cast<std::uint32_t>(desk_.tokens.size());
    std::uint32_t paragraph = 0;
    begin_ = 0;
    line_begin_ = 0;
    for (std::uint32_t i = 0; i < count; ++i) {
      mark_quotes(i);
      const Gap gap = i + 1 == count ? Gap::blank_line : gap_after(i);
      const Break kind = break_after(i, gap);
      if (gap >= Gap::line) line_begin_ = i + 1;
      if (kind == Break::none) continue;
      close({begin_, i + 1}, paragraph);
      begin_ = i + 1;
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
    for (std::uint32_t steps = 0; i > 0 && closes(i) && steps < most_closing; ++steps) --i;
    return final_mark(i) || written(i).back() == '.' || written(i) == ":";
  }

  // A quotation mark or bracket that closes what stands before it.
  bool closes(std::uint32_t i) const {
    const std::string_view words = written(i);
    if (words == ")" || words == "]" || words == "”" || words == "''" || words == "»") return true;
    const bool mark = words == "\"" || words == "'" || words == "’";
    return mark && !desk_.tokens[i].shape.in_quotes;
  }

  // "[7]", "[citation needed]": a note, which belongs to the sentence before it. Gives its last
  // token, 0 where none begins.
  std::uint32_t note_end(std::uint32_t i) const {
    constexpr std::uint32_t longest_note = 4;  // words
    if (written(i) != "[" || i + 1 >= desk_.tokens.size()) return 0;
    if (desk_.tokens[i + 1].shape.capitalised) return 0;  // "[The mayor] has left"
    for (std::uint32_t k = i + 1; k < desk_.tokens.size() && k <= i + longest_note + 1; ++k) {
      if (written(k) == "]") return k > i + 1 ? k : 0;
      if (desk_.tokens[k].shape.punctuation) return 0;
    }
    return 0;
  }

  // Where the note begins that ends with token `i`; `i` where none does.
  std::uint32_t note_begin(std::uint32_t i) const {
    if (written(i) != "]") return i;
    for (std::uint32_t k = i; k > 0 && i - k < 6; --k) {
      if (written(k - 1) == "[") return note_end(k - 1) == i ? k - 1 : i;
    }
    return i;
  }

  bool dash(std::uint32_t i) const {
    const std::string_view words = written(i);
    return words == "—" || words == "–" || words == "--" || words == "-";
  }

  // The token before what closes at `i`: quotation marks, brackets, notes.
  std::uint32_t mark_before(std::uint32_t i) const {
    for (std::uint32_t steps = 0; i > 0 && steps < most_closing; ++steps) {
      const std::uint32_t note = note_begin(i);
      if (note < i && note > 0) {
        i = note - 1;
      } else if (unmarked_.face(i) || (closes(i) && !desk_.tokens[i].shape.space_before)) {
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
    if (small && unmarked_.day(begin_, i + 1)) return Break::paragraph;
    if (small) return complete(i) && !wrapped_ ? Break::paragraph : Break::none;
    if (!wrapped_) return Break::paragraph;
    const std::uint32_t width = desk_.tokens[i].span.end - desk_.tokens[line_begin_].span.begin;
    const bool short_line = width * 3 < widest_ * 2;
    if (short_line) return Break::paragraph;
    return ends_sentence(i, Gap::space) ? Break::sentence : Break::none;
  }

  bool ends_sentence(std::uint32_t i, Gap gap) const {
    if (closes(i + 1) && gap == Gap::none) return false;  // the end comes after what closes
    if (note_end(i + 1) > 0 || unmarked_.face(i + 1)) return false;
    const std::uint32_t mark = mark_before(i);
    if (dash(i + 1)) return final_mark(mark) && written(i + 1) == "--";
    if (mark == line_begin_ && desk_.tokens[mark].shape.has_digit) return false;  // "1. The first"
    if (unmarked_.ends(begin_, i) || ends_unmarked_dateline(desk_, begin_, i)) return true;
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
    const bool small = letter.kind == CharKind::letter && !begins_small(next);
    if (small) {
      // ?" he asked; ... and so on; a dot that parts two small words ends a sentence.
      if (dots || quoted || gap == Gap::none || mark == 0) return false;
      const Token& before = desk_.tokens[mark - 1];
      if (words != ".") return !before.shape.capitalised;
      const bool word = before.folded.size() > (before.word != 0 ? 1 : 5);
      return word && !desk_.tokens[next].shape.punctuation;
    }
    if (gap == Gap::none) {
      return letter.kind == CharKind::upper && words != "." && !dots && !quoted;
    }
    if (final_mark(next)) return false;
    if (letter.kind != CharKind::digit && letter.letter()) return true;
    return !dots && !desk_.tokens[next].shape.punctuation;
  }

  // "iPhone", "https://": small letters that may begin a sentence.
  bool begins_small(std::uint32_t next) const {
    if (desk_.tokens[next].shape.punctuation) ++next;
    if (next >= desk_.tokens.size()) return false;
    const std::string_view words = written(next);
    const bool inner =
        std::any_of(words.begin(), words.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    return inner || unmarked_.address(next);
  }

  bool begins_after_abbreviation(std::uint32_t mark, std::uint32_t next) const {
    const Char letter = first_letter(next);
    if (letter.kind != CharKind::upper) return false;
    const std::uint32_t bits = lists_.bits(desk_.tokens[mark].folded);
    if ((bits & SegmentationLists::last) == SegmentationLists::last) return true;
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
  UnmarkedEnds unmarked_;
  bool wrapped_ = false;
  std::uint32_t widest_ = 0;
  std::uint32_t line_begin_ = 0;
  std::uint32_t begin_ = 0;  // the first token of the sentence
  bool open_quote_ = false;
};

}  // namespace

void break_sentences(Analysis& desk, const SegmentationLists& lists) { Breaker(desk, lists).run(); }

}  // namespace nutgraf
