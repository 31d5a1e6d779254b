#include "extract/text/unmarked_ends.h"

#include <algorithm>

namespace nutgraf {
namespace {

constexpr std::uint32_t longest_greeting = 6;  // tokens
constexpr std::uint32_t longest_closing = 2;
constexpr std::uint32_t longest_source = 6;

}  // namespace

bool UnmarkedEnds::face(std::uint32_t i) const {
  const char first = folded(i).front();
  const bool mark = first == ':' || first == ';' || first == '=';
  return mark && folded(i).size() > 1 && has(i, SegmentationLists::whole);
}

bool UnmarkedEnds::address(std::uint32_t i) const {
  return folded(i).find("://") != std::string_view::npos;
}

// Whether nothing follows on the token's line.
bool UnmarkedEnds::line_ends(std::uint32_t i) const {
  if (!inside(i + 1)) return true;
  const std::uint32_t end = desk_.tokens[i].span.end;
  const std::uint32_t next = desk_.tokens[i + 1].span.begin;
  return desk_.text().substr(end, next - end).find('\n') != std::string_view::npos;
}

// "Sunday, October 21, 2007": the token after it; 0 where none begins.
std::uint32_t UnmarkedEnds::day_end(std::uint32_t i) const {
  if (!inside(i + 5) || !desk_.tokens[i + 3].shape.number) return 0;
  const bool commas = folded(i + 1) == "," && folded(i + 4) == ",";
  if (!commas || !has(i, SegmentationLists::calendar)) return 0;
  const bool month = has(i + 2, SegmentationLists::calendar);
  return month && desk_.tokens[i + 5].shape.number ? i + 6 : 0;
}

// "08/16/2000 12:05": when a message was sent.
bool UnmarkedEnds::stamp(std::uint32_t i) const {
  if (!inside(i + 1)) return false;
  const Token& day = desk_.tokens[i];
  const Token& hour = desk_.tokens[i + 1];
  return day.shape.number && hour.shape.number &&
         std::count(day.folded.begin(), day.folded.end(), '/') == 2 &&
         hour.folded.find(':') != std::string_view::npos;
}

bool UnmarkedEnds::beside_stamp(std::uint32_t i) const {
  if (stamp(i + 1)) {
    const bool small = !capital(i) && !desk_.tokens[i].shape.punctuation;
    return !small || folded(i).find('@') != std::string_view::npos;
  }
  const bool half = folded(i) == "am" || folded(i) == "pm";
  return half && i >= 2 && stamp(i - 2) && !desk_.tokens[i + 1].shape.punctuation;
}

bool UnmarkedEnds::beside_day(std::uint32_t begin, std::uint32_t i) const {
  const std::uint32_t end = day_end(i + 1);
  if (end > 0) return folded(i) != "," && line_ends(end - 1);
  return day_end(begin) == i + 1 && capital(i + 1);
}

bool UnmarkedEnds::beside_address(std::uint32_t i) const {
  const Token& next = desk_.tokens[i + 1];
  if (address(i)) return address(i + 1) || next.shape.capitalised;
  const bool bracketed = folded(i) == ">" && i > 0 && !desk_.tokens[i].shape.space_before &&
                         (address(i - 1) || folded(i - 1).find('@') != std::string_view::npos);
  return bracketed && (next.shape.capitalised || next.shape.has_digit);
}

// "Dear Osk," and "Regards," before a capital; "(Keld Post)" or "--" that begins.
bool UnmarkedEnds::letter_line(std::uint32_t begin, std::uint32_t i) const {
  if (!capital(i + 1)) return false;
  const std::string_view mark = folded(i);
  if (mark == "--") return begin == i;
  if (mark == ")") return i >= begin + 2 && i - begin <= longest_source && folded(begin) == "(";
  if ((mark != "," && mark != ":") || desk_.tokens[i].shape.in_quotes) return false;
  if (i == begin) return false;
  const bool closing =
      mark == "," && has(i - 1, SegmentationLists::farewell) && i - begin <= longest_closing;
  return closing || (has(begin, SegmentationLists::greeting) && i >= begin + 2 &&
                     i - begin <= longest_greeting);
}

// "... was right| They have been", "of Keld| In the north": a small word with a capital, which only
// the beginning of a sentence has.
bool UnmarkedEnds::starts_anew(std::uint32_t i) const {
  const Token& next = desk_.tokens[i + 1];
  if (!next.shape.capitalised || next.shape.all_capitals || next.folded.size() < 2) return false;
  if (!inside(i + 2) || desk_.tokens[i].shape.punctuation) return false;
  const Token& after = desk_.tokens[i + 2];
  const Token& last = desk_.tokens[i];
  if (after.shape.capitalised || after.shape.punctuation || last.shape.number) return false;
  if (!has(i + 1, SegmentationLists::starter)) return false;
  const bool pronoun = has(i + 1, SegmentationLists::clitic_base) && after.folded != "'s";
  return next.folded != "the" && (pronoun || after.folded == "the");  // not "Kabul Today on"
}

bool UnmarkedEnds::ends(std::uint32_t begin, std::uint32_t i) const {
  if (!inside(i + 1)) return false;
  const bool caption = inside(i + 3) && folded(i + 2) == ":" && capital(i + 3) &&
                       !desk_.tokens[i].shape.punctuation && has(i + 1, SegmentationLists::caption);
  return caption || (face(i) && capital(i + 1)) || beside_stamp(i) || beside_day(begin, i) ||
         beside_address(i) || letter_line(begin, i) || starts_anew(i);
}

}  // namespace nutgraf
