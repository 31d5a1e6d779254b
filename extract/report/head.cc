#include "extract/report/head.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace nutgraf {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }
bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Space, tab, non-breaking space: what may stand around a field.
std::string_view skip_blanks(std::string_view words) {
  while (!words.empty()) {
    if (words.front() == ' ' || words.front() == '\t') {
      words.remove_prefix(1);
    } else if (words.substr(0, 2) == "\xC2\xA0") {
      words.remove_prefix(2);
    } else {
      break;
    }
  }
  return words;
}

std::string_view trim(std::string_view words) {
  words = skip_blanks(words);
  while (!words.empty()) {
    if (words.back() == ' ' || words.back() == '\t' || words.back() == '\r') {
      words.remove_suffix(1);
    } else if (words.size() >= 2 && words.substr(words.size() - 2) == "\xC2\xA0") {
      words.remove_suffix(2);
    } else {
      break;
    }
  }
  return words;
}

std::optional<std::int32_t> take_number(std::string_view& words, std::size_t least,
                                        std::size_t most) {
  std::size_t length = 0;
  std::int32_t value = 0;
  while (length < words.size() && length < most && digit(words[length])) {
    value = value * 10 + (words[length] - '0');
    ++length;
  }
  if (length < least || (length < words.size() && digit(words[length]))) return std::nullopt;
  words.remove_prefix(length);
  return value;
}

// A month by its first three letters, as RFC 5322 has them, whole names and a full stop too.
std::optional<std::int32_t> take_month(std::string_view& words) {
  static constexpr std::array<std::string_view, 12> months{
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
  std::size_t length = 0;
  while (length < words.size() && letter(words[length])) ++length;
  if (length < 3) return std::nullopt;
  const std::string start{lower(words[0]), lower(words[1]), lower(words[2])};
  for (std::size_t i = 0; i < months.size(); ++i) {
    if (start != months[i]) continue;
    words.remove_prefix(length);
    if (!words.empty() && words.front() == '.') words.remove_prefix(1);
    return static_cast<std::int32_t>(i) + 1;
  }
  return std::nullopt;
}

std::optional<CivilDate> take_iso(std::string_view& words) {
  const auto year = take_number(words, 4, 4);
  if (!year || words.empty() || (words.front() != '-' && words.front() != '/')) return std::nullopt;
  const char mark = words.front();
  words.remove_prefix(1);
  const auto month = take_number(words, 2, 2);
  if (!month || words.empty() || words.front() != mark) return std::nullopt;
  words.remove_prefix(1);
  const auto day = take_number(words, 2, 2);
  if (!day) return std::nullopt;
  return CivilDate{*year, *month, *day};
}

// "3 November 2016", "03 Nov 2016".
std::optional<CivilDate> take_day_first(std::string_view& words) {
  const auto day = take_number(words, 1, 2);
  if (!day) return std::nullopt;
  words = skip_blanks(words);
  const auto month = take_month(words);
  if (!month) return std::nullopt;
  words = skip_blanks(words);
  const auto year = take_number(words, 4, 4);
  if (!year) return std::nullopt;
  return CivilDate{*year, *month, *day};
}

// "November 3, 2016".
std::optional<CivilDate> take_month_first(std::string_view& words) {
  const auto month = take_month(words);
  if (!month) return std::nullopt;
  words = skip_blanks(words);
  const auto day = take_number(words, 1, 2);
  if (!day) return std::nullopt;
  if (!words.empty() && words.front() == ',') words.remove_prefix(1);
  words = skip_blanks(words);
  const auto year = take_number(words, 4, 4);
  if (!year) return std::nullopt;
  return CivilDate{*year, *month, *day};
}

// "T22:10:00.5Z", " 22:10:00 GMT", " 22:10 +03:00": passed over.
std::string_view skip_clock(std::string_view words) {
  std::string_view after = words;
  const bool marked = !after.empty() && after.front() == 'T';
  after = marked ? after.substr(1) : skip_blanks(after);
  if (!take_number(after, 2, 2) || after.empty() || after.front() != ':') return words;
  after.remove_prefix(1);
  if (!take_number(after, 2, 2)) return words;
  while (!after.empty() && (digit(after.front()) || after.front() == ':' || after.front() == '.')) {
    after.remove_prefix(1);
  }
  const std::string_view zone = skip_blanks(after);
  if (!after.empty() && after.front() == 'Z') return after.substr(1);
  if (zone.substr(0, 3) == "GMT" || zone.substr(0, 3) == "UTC") return zone.substr(3);
  if (!zone.empty() && (zone.front() == '+' || zone.front() == '-')) {
    std::string_view rest = zone.substr(1);
    while (!rest.empty() && (digit(rest.front()) || rest.front() == ':')) rest.remove_prefix(1);
    return rest;
  }
  return after;
}

}  // namespace

std::optional<Day> read_head_day(std::string_view words, std::string_view* rest) {
  words = skip_blanks(words);
  if (words.size() > 5 && letter(words[0]) && words.substr(3, 2) == ", ") words.remove_prefix(5);
  for (const auto form : {take_iso, take_day_first, take_month_first}) {
    std::string_view left = words;
    const auto date = form(left);
    if (!date) continue;
    const auto day = day_of(*date);
    if (!day) return std::nullopt;
    left = skip_clock(left);
    if (!left.empty() && (letter(left.front()) || digit(left.front()))) return std::nullopt;
    if (rest != nullptr) *rest = left;
    return day;
  }
  return std::nullopt;
}

namespace {

// "title" for "Title: …", its value after the colon; empty when the line is no header.
struct Header {
  std::string name;
  std::string_view value;
};

Header header_of(std::string_view line) {
  static constexpr std::array<std::string_view, 9> names{
      "date", "published", "title", "headline", "source", "id", "url", "lang", "language"};
  line = skip_blanks(line);
  std::string word;
  std::size_t at = 0;
  while (at < line.size() && letter(line[at])) word += lower(line[at++]);
  if (at >= line.size() || line[at] != ':') return {};
  for (const std::string_view name : names) {
    if (word == name) return {word, trim(line.substr(at + 1))};
  }
  return {};
}

// "date 2016-11-03 …": the word without a colon, as the first thing of the file only.
bool bare_date(std::string_view line, std::string_view& value) {
  line = skip_blanks(line);
  if (line.size() < 6 || line[4] != ' ') return false;
  for (std::size_t i = 0; i < 4; ++i) {
    if (lower(line[i]) != "date"[i]) return false;
  }
  value = skip_blanks(line.substr(5));
  return !value.empty() && digit(value.front());
}

bool contains_dash(std::string_view words) {
  for (const std::string_view dash : {" \xE2\x80\x94", " \xE2\x80\x93 ", " -- ", " - "}) {
    if (words.find(dash) != std::string_view::npos) return true;
  }
  return false;
}

// Does the rest of the date's line stand for itself, as titles do?
bool title_like(std::string_view words, bool alone) {
  if (!alone || words.empty() || words.size() > 200) return false;
  static constexpr std::string_view stops = ".!?:;\"";
  const bool sentence = stops.find(words.back()) != std::string_view::npos ||
                        (words.size() >= 3 && words.substr(words.size() - 3) == "\xE2\x80\x9D");
  if (sentence) return false;
  // "IRBIL, Iraq — The leader of …": capitals before the dash are a dateline.
  std::size_t capitals = 0;
  while (capitals < words.size() && words[capitals] >= 'A' && words[capitals] <= 'Z') ++capitals;
  return !(capitals >= 3 && contains_dash(words));
}

class HeadReader {
 public:
  explicit HeadReader(std::string_view content) : left_(content) {}

  Result<Report> read();

 private:
  std::string_view line() const { return left_.substr(0, left_.find('\n')); }
  void next_line() {
    const std::size_t end = left_.find('\n');
    left_.remove_prefix(end == std::string_view::npos ? left_.size() : end + 1);
    ++line_;
  }
  void skip_empty_lines() {
    while (!left_.empty() && trim(line()).empty()) next_line();
  }
  Result<void> field(const Header& header);
  Result<Report> finish();
  tl::unexpected<Error> wrong_date(std::string_view value) const {
    Error error{ErrorCode::invalid, {}, {}, line_, 0, {}};
    error.message =
        "expected a day such as 2016-11-03, found \"" + std::string(value.substr(0, 40)) + '"';
    return fail(std::move(error));
  }

  std::string_view left_;
  std::uint64_t line_ = 1;
  Report report_;
};

Result<void> HeadReader::field(const Header& header) {
  if (header.name == "date" || header.name == "published") {
    report_.date = read_head_day(header.value);
    if (!report_.date && !header.value.empty()) return wrong_date(header.value);
  } else if (header.name == "title" || header.name == "headline") {
    report_.title = header.value;
  } else if (header.name == "source") {
    report_.source = header.value;
  } else if (header.name == "id") {
    report_.id = header.value;
  } else if (header.name == "url") {
    report_.url = header.value;
  } else {
    report_.lang = header.value;
  }
  return {};
}

Result<Report> HeadReader::finish() {
  skip_empty_lines();
  std::size_t end = left_.size();
  while (end > 0 && (left_[end - 1] == '\n' || left_[end - 1] == ' ' || left_[end - 1] == '\t'))
    --end;
  report_.text = left_.substr(0, end);
  if (report_.text.empty()) {
    return fail(Error{ErrorCode::invalid, "the report has no text", {}, line_, 0, {}});
  }
  return std::move(report_);
}

Result<Report> HeadReader::read() {
  skip_empty_lines();
  std::string_view value;
  if (bare_date(line(), value)) {
    std::string_view rest;
    report_.date = read_head_day(value, &rest);
    if (!report_.date) return wrong_date(trim(value));
    const std::string_view words = trim(rest);
    std::string_view after = left_;
    after.remove_prefix(std::min(after.size(), line().size() + 1));
    const std::string_view second = trim(after.substr(0, after.find('\n')));
    const bool more = after.find_first_not_of(" \t\n") != std::string_view::npos;
    if (words.empty() || title_like(words, second.empty() && more)) {
      report_.title = words;
      next_line();
    } else {
      left_ = skip_blanks(left_.substr(static_cast<std::size_t>(rest.data() - left_.data())));
      return finish();
    }
  }
  while (true) {
    const Header header = header_of(line());
    if (header.name.empty()) break;
    if (auto read = field(header); !read) return fail(read.error());
    next_line();
  }
  return finish();
}

}  // namespace

Result<Report> read_headed_text(std::string_view content) { return HeadReader(content).read(); }

}  // namespace nutgraf
