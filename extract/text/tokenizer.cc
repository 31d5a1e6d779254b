#include "extract/text/tokenizer.h"

#include <algorithm>
#include <array>

namespace nutgraf {
namespace {

constexpr std::size_t longest_listed = 32;

// A folded form in a buffer of its own; empty when the words are longer than any list's.
struct Folded {
  explicit Folded(std::string_view words) {
    if (words.size() > longest_listed) return;
    const std::size_t made = fold_into(words, bytes.data(), bytes.size());
    size = made == std::string_view::npos ? 0 : made;
  }
  std::string_view view() const { return {bytes.data(), size}; }

  std::array<char, longest_listed + 4> bytes{};
  std::size_t size = 0;
};

bool digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

Shape shape_of(std::string_view token) {
  Shape out;
  bool letters = false;
  bool small = false;
  bool others = false;
  std::size_t count = 0;
  for (std::size_t at = 0; at < token.size();) {
    const Char c = char_at(token, at);
    at += c.size;
    if (c.letter()) {
      if (!letters) out.capitalised = c.kind == CharKind::upper;
      letters = true;
      small = small || c.kind == CharKind::letter;
      ++count;
    } else if (c.kind == CharKind::digit) {
      out.has_digit = true;
    } else if (c.code != '.' && c.code != ',' && c.code != ':' && c.code != '/') {
      others = true;
    }
  }
  out.all_capitals = count >= 2 && !small;
  out.number = out.has_digit && !letters && !others;
  out.punctuation = !letters && !out.has_digit;
  return out;
}

// One walk over a text.
class Tokenizer::Cutter {
 public:
  Cutter(const SegmentationLists& lists, std::string_view text, std::vector<Token>& out)
      : lists_(lists), text_(text), out_(out) {}

  void run() {
    std::size_t at = 0;
    while (at < text_.size()) {
      const Char c = char_at(text_, at);
      if (c.white()) {
        space_ = true;
        line_start_ = line_start_ || c.kind == CharKind::newline;
        at += c.size;
        continue;
      }
      at = token(at, c);
      space_ = false;
      line_start_ = false;
    }
  }

 private:
  void put(std::size_t begin, std::size_t end) {
    Token made;
    made.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    made.shape = shape_of(text_.substr(begin, end - begin));
    made.shape.space_before = space_;
    out_.push_back(made);
    space_ = false;
  }

  std::size_t token(std::size_t at, Char c) {
    if (line_start_ && c.kind == CharKind::digit) {
      const std::size_t end = list_number_end(at);
      if (end > at) {
        put(at, end);
        return end;
      }
    }
    if (c.word()) return word(at);
    if (c.kind == CharKind::apostrophe) return apostrophe(at, c);
    if (c.code == '.' && at + 1 < text_.size() && digit(text_[at + 1]) && space_) return word(at);
    if (c.code == '#' || c.code == '@') {
      const Char next = char_at(text_, at + 1);
      if (next.letter() || next.code == '_') {
        const std::size_t end = tag_end(at + 1);
        put(at, end);
        return end;
      }
    }
    const std::size_t face = c.code < 0x80 ? face_end(at) : at;
    const std::size_t end = face > at ? face : mark_end(at, c);
    put(at, end);
    return end;
  }

  // "2." or "12)" at the start of a line, with a space after it; `at` when there is none.
  std::size_t list_number_end(std::size_t at) const {
    std::size_t end = at;
    while (end < text_.size() && digit(text_[end])) ++end;
    if (end > at + 2 || end >= text_.size()) return at;
    const bool mark = text_[end] == '.' || text_[end] == ')';
    const Char after = char_at(text_, end + 1);
    return mark && after.white() && after.size > 0 ? end + 1 : at;
  }

  // A face of two or three marks that whole-words.txt has; `at` when there is none.
  std::size_t face_end(std::size_t at) const {
    if (!space_) return at;
    for (const std::size_t size : {std::size_t{3}, std::size_t{2}}) {
      if (at + size > text_.size() || char_at(text_, at + size).word()) continue;
      const Folded folded(text_.substr(at, size));
      if (lists_.has(folded.view(), SegmentationLists::whole)) return at + size;
    }
    return at;
  }

  std::size_t tag_end(std::size_t at) const {
    while (true) {
      const Char c = char_at(text_, at);
      if (!c.word() && c.code != '_') return at;
      at += c.size;
    }
  }

  // Dots, dashes and marks that stand several times are one token; so are "?!" and ``.
  std::size_t mark_end(std::size_t at, Char c) const {
    std::size_t end = at + c.size;
    const bool ending = c.code == '!' || c.code == '?';
    const bool alone = c.code == '(' || c.code == ')' || c.code == '[' || c.code == ']' ||
                       c.code == '{' || c.code == '}' || c.code == '"' || c.code == ',' ||
                       c.code == ';' || c.code == ':' || c.code == '$' || c.code == '%' ||
                       c.code == '/' || c.code == 0x201C || c.code == 0x201D;
    if (alone) return end;
    while (true) {
      const Char next = char_at(text_, end);
      const bool same = next.code == c.code || (ending && (next.code == '!' || next.code == '?'));
      const bool joined = next.code == 0xFE0F || next.code == 0x200D ||
                          (next.code >= 0x1F3FB && next.code <= 0x1F3FF);
      if (next.size == 0 || (!same && !joined)) return end;
      end += next.size;
    }
  }

  // A clitic that its word did not keep (U.S.'s), '90s, 'em, a pair '', or a mark.
  std::size_t apostrophe(std::size_t at, Char c) {
    const std::size_t after = at + c.size;
    const Char next = char_at(text_, after);
    if (next.code == c.code) {
      put(at, after + next.size);
      return after + next.size;
    }
    std::size_t end = after;
    while (char_at(text_, end).word()) end += char_at(text_, end).size;
    const std::string_view words = text_.substr(at, end - at);
    const std::string_view body = text_.substr(after, end - after);
    const bool years = body.size() >= 2 && digit(body[0]) && digit(body[1]) &&
                       (body.size() == 2 || (body.size() == 3 && body[2] == 's'));
    const Folded folded(words);
    const bool clitic =
        !space_ && (folded.view() == "'s" || folded.view() == "'ll" || folded.view() == "'re" ||
                    folded.view() == "'ve" || folded.view() == "'d");
    const bool listed = lists_.has(folded.view(), SegmentationLists::whole);
    if (end > after && ((years && space_) || clitic || listed)) {
      put(at, end);
      return end;
    }
    put(at, after);
    return after;
  }

  std::size_t word(std::size_t begin) {
    std::size_t run_end = begin;
    while (char_at(text_, run_end).word()) run_end += char_at(text_, run_end).size;
    const std::size_t address = address_end(text_, begin, run_end, lists_);
    if (address > begin) {
      put(begin, address);
      return address;
    }
    const std::size_t end = word_end(begin);
    put_word(begin, end);
    return end;
  }

  // The end of the word that begins here, before its clitics are parted.
  std::size_t word_end(std::size_t begin) {
    std::size_t at = begin;
    std::size_t segment = begin;  // after the last inner dot
    bool number = true;           // only digits and their marks so far
    bool initials = false;        // has inner dots: U.S
    while (true) {
      const Char c = char_at(text_, at);
      if (c.letter()) {
        if (number && at > begin && begins_unit(at)) return at;
        number = false;
        at += c.size;
        continue;
      }
      if (c.kind == CharKind::digit) {
        at += c.size;
        continue;
      }
      if (c.size == 0 || c.white()) return at;
      const Char next = char_at(text_, at + c.size);
      if (c.code == '.') {
        if (number && next.kind == CharKind::digit) {
          at += c.size;
          continue;
        }
        if (inner_dot(begin, segment, at)) {
          initials = true;
          at += c.size;
          segment = at;
          continue;
        }
        return keeps_dot(begin, segment, at, initials) ? at + 1 : at;
      }
      if (c.code == '$' && dollar_of(begin, at, next)) return at + 1;
      if (!joins(begin, at, c, next, number)) return at;
      at += c.size;
    }
  }

  // Whether the letters after digits are a unit: 5|pm.
  bool begins_unit(std::size_t at) const {
    std::size_t end = at;
    while (char_at(text_, end).letter()) end += char_at(text_, end).size;
    std::size_t dotted = end;
    if (text_.substr(end, 3) == ".m." || text_.substr(end, 3) == ".M.") dotted = end + 2;
    const Folded folded(text_.substr(at, dotted - at));
    return !char_at(text_, end).word() && lists_.has(folded.view(), SegmentationLists::unit);
  }

  // A dot between single letters (U.S, e.g), or inside a listed abbreviation (Ph.D.).
  bool inner_dot(std::size_t begin, std::size_t segment, std::size_t at) const {
    const Char first = char_at(text_, segment);
    const Char next = char_at(text_, at + 1);
    if (!next.letter() || !first.letter()) return false;
    const std::size_t next_end = at + 1 + next.size;
    const bool one = segment + first.size == at;
    if (one && !char_at(text_, next_end).word()) return true;
    std::size_t end = next_end;
    while (end < begin + longest_listed && char_at(text_, end).word()) {
      end += char_at(text_, end).size;
    }
    if (end >= text_.size() || text_[end] != '.') return false;
    return lists_.bits(Folded(text_.substr(begin, end + 1 - begin)).view()) != 0;
  }

  bool keeps_dot(std::size_t begin, std::size_t segment, std::size_t at, bool initials) const {
    const Char first = char_at(text_, begin);
    if (text_.substr(at, 2) == "..") return false;
    if (initials && segment + char_at(text_, segment).size == at) return true;
    const std::uint32_t bits = lists_.bits(Folded(text_.substr(begin, at + 1 - begin)).view());
    const bool written = (bits & SegmentationLists::capital) == 0 || first.kind == CharKind::upper;
    if (written && (bits & (SegmentationLists::title | SegmentationLists::may_end)) != 0) {
      return true;
    }
    std::size_t next = at + 1;
    while (next < text_.size() && (text_[next] == ' ' || text_.substr(next, 2) == "\xC2\xA0")) {
      ++next;
    }
    const Char after = char_at(text_, next);
    if (written && (bits & SegmentationLists::before_digit) != 0) {
      // "p. 45"; "P. Strang" is an initial all the same.
      const bool capital = first.kind == CharKind::upper && begin + first.size == at;
      if (!capital || after.kind != CharKind::upper) return after.kind == CharKind::digit;
    }
    // An initial: "J. Smith", "J.Smith", not "Plan B." at the end of a line.
    return first.kind == CharKind::upper && begin + first.size == at && after.letter();
  }

  // Whether a mark inside a word or number belongs to it.
  bool joins(std::size_t begin, std::size_t at, Char c, Char next, bool number) const {
    const bool digits = number && at > begin && next.kind == CharKind::digit;
    switch (c.code) {
      case ',':
      case '/':
      case ':':
        return digits || (c.code == '/' && listed_whole(begin, at));
      case '&': {
        const bool capital = char_at(text_, at - 1).kind == CharKind::upper;
        return capital && next.kind == CharKind::upper;
      }
      case '_':
        return at > begin && next.word();
      case 0x2018:
      case 0x02BB:
      case '`':
        return !number && next.letter();
      default:
        break;
    }
    if (c.kind == CharKind::apostrophe) return next.word() && (next.letter() || !number);
    if (c.kind == CharKind::hyphen) return keeps_hyphen(begin, at, next, number);
    return false;
  }

  // US$5, HK$3: the sign stays with its country.
  bool dollar_of(std::size_t begin, std::size_t at, Char next) const {
    return next.kind == CharKind::digit && at - begin <= 2 && at > begin &&
           char_at(text_, begin).kind == CharKind::upper;
  }

  bool listed_whole(std::size_t begin, std::size_t at) const {
    std::size_t end = at + 1;
    while (end < begin + longest_listed && char_at(text_, end).word()) {
      end += char_at(text_, end).size;
    }
    return lists_.has(Folded(text_.substr(begin, end - begin)).view(), SegmentationLists::whole);
  }

  // After a prefix (pro-government), inside a telephone number (555-0100, 212-555-0100).
  bool keeps_hyphen(std::size_t begin, std::size_t at, Char next, bool number) const {
    if (!next.word()) return false;
    if (number) {
      const std::size_t size = at - begin;
      std::size_t after = 0;
      while (at + 1 + after < text_.size() && digit(text_[at + 1 + after])) ++after;
      const bool area = size == 3 && after == 3 && text_.substr(at + 4, 1) == "-";
      return (size == 3 && after == 4) || area || (size == 7 && after == 4);
    }
    // Not inside a name: Qala-i-Naw, Ile-de-France.
    if (begin > 1 && text_[begin - 1] == '-' && text_[begin - 2] != ' ') return false;
    return lists_.has(Folded(text_.substr(begin, at - begin)).view(), SegmentationLists::prefix);
  }

  // Puts a word, its clitics parted.
  void put_word(std::size_t begin, std::size_t end) {
    if (end - begin > 1 && text_[end - 1] == '$') {
      put(begin, end);
      return;
    }
    const std::string_view words = text_.substr(begin, end - begin);
    const Folded folded(words);
    const std::uint32_t bits = lists_.bits(folded.view());
    const std::size_t first = bits >> SegmentationLists::split_shift;
    if (first > 0 && folded.size == words.size()) {
      put(begin, begin + first);
      put(begin + first, end);
      return;
    }
    std::size_t part = (bits & SegmentationLists::whole) != 0 ? end : clitic_begin(begin, end);
    if (part == end) {
      put(begin, end);
      return;
    }
    put_word(begin, part);
    put(part, end);
  }

  // Where the last clitic of the word begins; `end` when there is none.
  std::size_t clitic_begin(std::size_t begin, std::size_t end) const {
    const std::string_view words = text_.substr(begin, end - begin);
    std::size_t mark = words.rfind('\'');
    std::size_t width = 1;
    const std::size_t curly = words.rfind("\xE2\x80\x99");
    if (curly != std::string_view::npos && (mark == std::string_view::npos || curly > mark)) {
      mark = curly;
      width = 3;
    }
    if (mark == std::string_view::npos || mark == 0 || words.size() - mark > width + 2) return end;
    const Folded tail(words.substr(mark + width));
    const std::string_view t = tail.view();
    if (t == "s" || t == "ll" || t == "re" || t == "ve") return begin + mark;
    const bool n = words[mark - 1] == 'n' || words[mark - 1] == 'N';
    if (t == "t" && n && mark >= 2) return begin + mark - 1;
    if (t == "d" || t == "m") {
      const Folded base(words.substr(0, mark));
      if (lists_.has(base.view(), SegmentationLists::clitic_base)) return begin + mark;
    }
    return end;
  }

  const SegmentationLists& lists_;
  std::string_view text_;
  std::vector<Token>& out_;
  bool space_ = true;
  bool line_start_ = true;
};

void Tokenizer::tokenize(std::string_view text, std::vector<Token>& out) const {
  Cutter(*lists_, text, out).run();
}

}  // namespace nutgraf
