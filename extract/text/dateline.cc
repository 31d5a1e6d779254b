#include "extract/text/dateline.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace nutgraf {
namespace {

constexpr std::uint32_t longest = 28;          // tokens before the mark
constexpr std::uint32_t longest_bracket = 12;  // tokens
constexpr std::uint32_t longest_plain = 6;     // "Irbil, Iraq —": no capitals, no day, no agency
constexpr std::uint32_t longest_small = 3;     // letters of "de", "of", "the" inside a place
constexpr std::uint32_t head_sentences = 8;    // where a dateline without an agency may stand

class DatelineReader {
 public:
  DatelineReader(const Analysis& desk, const SegmentationLists& lists)
      : desk_(desk), lists_(lists) {}

  Dateline read(std::uint32_t index) {
    const Sentence& sentence = desk_.sentences[index];
    out_ = {};
    agency_ = false;
    begin_ = at_ = sentence.tokens.begin;
    end_ = std::min(sentence.tokens.end, begin_ + longest);
    if (sentence.kind == SentenceKind::other) return {};
    skip_byline();
    if (!parts()) return {};
    if (at_ == sentence.tokens.end || figures_only(sentence)) return alone(sentence);
    if (!mark()) return {};
    if (at_ == sentence.tokens.end) return alone(sentence);
    if (!fits(sentence, index)) return {};
    skip_labels(sentence.tokens.end);
    out_.tokens = {begin_, at_};
    return out_;
  }

 private:
  const Token& token(std::uint32_t i) const { return desk_.tokens[i]; }
  bool inside(std::uint32_t i) const { return i < end_; }
  bool is(std::uint32_t i, std::string_view folded) const {
    return inside(i) && token(i).folded == folded;
  }
  bool calendar(std::uint32_t i) const {
    if (!inside(i) || !token(i).shape.capitalised) return false;
    const std::uint32_t bits = lists_.bits(token(i).folded);  // "the" and "of" are no days
    return (bits & SegmentationLists::calendar) != 0 && (bits & SegmentationLists::starter) == 0;
  }
  bool figures(std::uint32_t i) const { return inside(i) && token(i).shape.has_digit; }
  bool capitals(std::uint32_t i) const {
    return inside(i) && token(i).shape.all_capitals && token(i).span.size() >= 3;
  }
  bool name(std::uint32_t i) const {
    return inside(i) && token(i).shape.capitalised && !token(i).shape.has_digit && !calendar(i);
  }
  bool small(std::uint32_t i) const {
    return inside(i) && !token(i).shape.capitalised && !token(i).shape.punctuation &&
           !token(i).shape.has_digit && token(i).span.size() <= longest_small && name(i + 1);
  }
  // A hyphen, stop or slash inside a name.
  bool joint(std::uint32_t i) const {
    if (!inside(i) || !name(i + 1)) return false;
    const std::string_view words = token(i).folded;
    return words == "." || ((words == "-" || words == "/" || words == "'") && tied(i));
  }
  bool tied(std::uint32_t i) const {
    return !token(i).shape.space_before && !token(i + 1).shape.space_before;
  }

  // "By Jane Doe", "Photo", before a word in capitals: the place begins with that.
  void skip_byline() {
    std::uint32_t i = at_;
    while (inside(i) && !capitals(i) && (name(i) || is(i, ",") || small(i) || joint(i))) ++i;
    if (i > at_ + 1 || (i > at_ && lists_.has(token(at_).folded, SegmentationLists::caption))) {
      if (capitals(i) && !is(i - 1, ",")) at_ = i;
    }
  }

  // Place, day and agency, as far as they go.
  bool parts() {
    const std::uint32_t first = at_;
    while (inside(at_)) {
      if (day_at(at_)) {
        read_day();
      } else if (name(at_)) {
        read_name();
      } else if (is(at_, "(") && bracket()) {
        continue;
      } else if (is(at_, ",") && (name(at_ + 1) || day_at(at_ + 1) || is(at_ + 1, "("))) {
        ++at_;
      } else {
        break;
      }
    }
    return at_ > first && (!out_.place.empty() || !out_.day.empty());
  }

  bool day_at(std::uint32_t i) const {
    if (calendar(i)) return true;
    if (!figures(i)) return false;
    const bool month_behind = calendar(i + 1);
    const bool date = is(i + 1, "-") && figures(i + 2) && is(i + 3, "-") && figures(i + 4);
    const std::string_view words = token(i).folded;
    return month_behind || date || std::count(words.begin(), words.end(), '/') == 2 ||
           std::count(words.begin(), words.end(), '-') == 2;
  }

  void read_day() {
    if (out_.day.empty()) out_.day = {at_, at_};
    std::uint32_t i = at_;
    while (inside(i)) {
      const bool hyphen = is(i, "-") && figures(i + 1) && tied(i);
      const bool comma = is(i, ",") && (figures(i + 1) || calendar(i + 1));
      if (!calendar(i) && !figures(i) && !hyphen && !comma) break;
      ++i;
    }
    out_.day.end = at_ = i;
  }

  void read_name() {
    std::uint32_t i = at_;
    while (name(i) || small(i) || joint(i)) ++i;
    // What stands behind a day or an agency is the agency's: "March 3, Reuters -".
    if (out_.place.empty()) {
      out_.place = {at_, i};
    } else if (out_.day.empty() && !agency_) {
      out_.place.end = i;
    } else {
      agency_ = true;
    }
    at_ = i;
  }

  // "(AP)", "(AFP, March 3)"; before a comma it is the place's: "QUITO (ECUADOR), 7 Feb".
  bool bracket() {
    std::uint32_t close = at_ + 1;
    while (inside(close) && !is(close, ")") && close - at_ <= longest_bracket) ++close;
    if (!is(close, ")") || close == at_ + 1 || !(name(at_ + 1) || day_at(at_ + 1))) return false;
    const bool region = out_.day.empty() && !out_.place.empty() && is(close + 1, ",");
    for (std::uint32_t i = at_ + 1; i < close && out_.day.empty(); ++i) {
      if (!day_at(i)) continue;
      const std::uint32_t after = std::exchange(at_, i);
      read_day();
      at_ = after;
    }
    if (region) out_.place.end = close + 1;
    agency_ = agency_ || !region;
    at_ = close + 1;
    return true;
  }

  // The dash or colon that parts it from the text.
  bool mark() {
    if (!inside(at_)) return false;
    const std::string_view words = token(at_).folded;
    const bool next_space = inside(at_ + 1) && token(at_ + 1).shape.space_before;
    colon_ = words == ":";
    const bool dash = words == "--" || words == "\u2014" || words == "\u2013" ||
                      words == "\u2015" || ((words == "-" || words == "_") && next_space);
    if (!dash && !colon_) return false;
    ++at_;
    return true;
  }

  // Whether what was read, and its mark, make a dateline.
  bool fits(const Sentence& sentence, std::uint32_t index) const {
    if (index > 0 && desk_.sentences[index - 1].paragraph == sentence.paragraph &&
        index >= head_sentences) {
      return false;
    }
    const bool loud = !out_.place.empty() && capitals(out_.place.begin);
    if (agency_) return loud || begins(at_);
    if (index >= head_sentences || out_.place.empty()) return false;
    const bool told = !out_.day.empty();
    const bool shouted = loud && !in_capitals(sentence.tokens);
    if (colon_) return (told || shouted) && sentence.kind == SentenceKind::prose && !speaks(index);
    if (told || (shouted && begins(at_))) return true;
    const bool starter = lists_.has(token(out_.place.begin).folded, SegmentationLists::starter);
    return !starter && sentence.kind == SentenceKind::prose && begins(at_) && first_told(index) &&
           at_ - begin_ <= longest_plain;
  }

  // A sentence may begin here: a capital, a figure, a quotation.
  bool begins(std::uint32_t i) const {
    const Token& next = token(i);
    return next.shape.capitalised || next.shape.has_digit || next.shape.punctuation;
  }

  bool in_capitals(TokenRange tokens) const {
    for (std::uint32_t i = at_; i < tokens.end; ++i) {
      const Shape& shape = token(i).shape;
      if (!shape.punctuation && !shape.has_digit && !shape.all_capitals) return false;
    }
    return true;
  }

  bool first_told(std::uint32_t index) const {
    for (std::uint32_t i = 0; i < index; ++i) {
      if (desk_.sentences[i].kind == SentenceKind::prose) return false;
    }
    return true;
  }

  // "KARIM: We will …" where others speak so too.
  bool speaks(std::uint32_t index) const {
    for (std::uint32_t i = 0; i < desk_.sentences.size(); ++i) {
      if (i == index) continue;
      const TokenRange tokens = desk_.sentences[i].tokens;
      for (std::uint32_t k = tokens.begin; k < tokens.end && k < tokens.begin + 4; ++k) {
        if (token(k).folded == ":" && k > tokens.begin && token(k - 1).shape.all_capitals) {
          return true;
        }
      }
    }
    return false;
  }

  // "[Text]", "[By Jane Doe]".
  void skip_labels(std::uint32_t end) {
    while (at_ < end && token(at_).folded == "[") {
      std::uint32_t close = at_ + 1;
      while (close < end && token(close).folded != "]" && close - at_ <= longest_bracket) ++close;
      if (close >= end || token(close).folded != "]" || close + 1 >= end) return;
      at_ = close + 1;
    }
  }

  // "March 3, 2014." as all that a sentence says.
  bool figures_only(const Sentence& sentence) const {
    return out_.place.empty() && !out_.day.empty() && !agency_ && at_ + 1 == sentence.tokens.end &&
           (is(at_, ".") || is(at_, ":"));
  }

  Dateline alone(const Sentence& sentence) {
    const bool place = !out_.place.empty() && capitals(out_.place.begin);
    const bool told = !out_.day.empty() && (out_.place.empty() || place || agency_);
    bool digits = false;
    bool year = false;  // or a comma parts it from the place: "NBA RESULTS DEC 6" is none
    for (std::uint32_t i = out_.day.begin; i < out_.day.end; ++i) {
      digits = digits || figures(i);
      year = year || token(i).span.size() >= 4;
    }
    const bool apart =
        !place || agency_ || is(out_.place.end, ",") || (year && figures(out_.day.begin));
    if (!((told && digits && apart) || (place && agency_))) return {};
    out_.tokens = sentence.tokens;
    return out_;
  }

  const Analysis& desk_;
  const SegmentationLists& lists_;
  Dateline out_;
  bool agency_ = false;
  bool colon_ = false;
  std::uint32_t begin_ = 0;
  std::uint32_t end_ = 0;
  std::uint32_t at_ = 0;
};

}  // namespace

void mark_datelines(Analysis& desk, const SegmentationLists& lists) {
  DatelineReader reader(desk, lists);
  for (std::uint32_t i = 0; i < desk.sentences.size(); ++i) {
    Sentence& sentence = desk.sentences[i];
    if (sentence.tokens.empty()) continue;
    const bool first = i == 0 || desk.sentences[i - 1].paragraph != sentence.paragraph;
    if (!first && i >= head_sentences) continue;
    sentence.dateline = reader.read(i);
    if (sentence.kind == SentenceKind::dateline && sentence.dateline.tokens.empty()) {
      sentence.dateline = {sentence.tokens, {}, sentence.tokens};
    }
    const bool line = sentence.dateline.tokens == sentence.tokens;
    const std::string_view last = desk.tokens[sentence.tokens.end - 1].folded;
    if (line && last != "." && last != ":") sentence.kind = SentenceKind::dateline;
    const bool words = !line && !sentence.dateline.tokens.empty();
    if (words && sentence.kind == SentenceKind::byline) sentence.kind = SentenceKind::prose;
  }
}

bool ends_unmarked_dateline(const Analysis& desk, std::uint32_t begin, std::uint32_t at) {
  if (at < begin + 5 || at + 1 >= desk.tokens.size()) return false;
  const auto number = [&](std::uint32_t i, std::uint32_t size) {
    return desk.tokens[i].shape.number && desk.tokens[i].span.size() == size;
  };
  const auto hyphen = [&](std::uint32_t i) { return desk.tokens[i].folded == "-"; };
  const bool day =
      number(at, 2) && hyphen(at - 1) && number(at - 2, 2) && hyphen(at - 3) && number(at - 4, 4);
  if (!day || !desk.tokens[at + 1].shape.capitalised) return false;
  for (std::uint32_t i = begin; i + 4 < at; ++i) {
    const Shape& shape = desk.tokens[i].shape;
    if (!shape.all_capitals && !shape.punctuation) return false;
  }
  return true;
}

}  // namespace nutgraf
