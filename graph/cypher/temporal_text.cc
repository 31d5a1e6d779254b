// Dates, times and durations as words: ISO 8601.
#include <array>
#include <charconv>
#include <cstdio>

#include "graph/cypher/temporal.h"

namespace nutgraf::cypher {
namespace {

bool digit(char letter) { return letter >= '0' && letter <= '9'; }

// Reads words from left to right; each call that fails leaves the place where it was.
class Scanner {
 public:
  explicit Scanner(std::string_view words) : words_(words) {}

  bool done() const { return at_ == words_.size(); }
  std::size_t left() const { return words_.size() - at_; }
  char peek() const { return done() ? '\0' : words_[at_]; }
  bool take(char letter) {
    if (done() || words_[at_] != letter) return false;
    ++at_;
    return true;
  }
  std::optional<std::int64_t> digits(std::size_t count) {
    if (left() < count) return std::nullopt;
    std::int64_t out = 0;
    for (std::size_t i = 0; i < count; ++i) {
      if (!digit(words_[at_ + i])) return std::nullopt;
      out = out * 10 + (words_[at_ + i] - '0');
    }
    at_ += count;
    return out;
  }
  std::size_t digits_ahead() const {
    std::size_t count = 0;
    while (at_ + count < words_.size() && digit(words_[at_ + count])) ++count;
    return count;
  }
  // Digits behind a point, as billionths.
  std::optional<std::int64_t> fraction() {
    const std::size_t count = digits_ahead();
    if (count == 0) return std::nullopt;
    std::int64_t out = 0;
    for (std::size_t i = 0; i < 9; ++i) {
      out = out * 10 + (i < count ? words_[at_ + i] - '0' : 0);
    }
    at_ += count;
    return out;
  }
  std::string_view rest() const { return words_.substr(at_); }

 private:
  std::string_view words_;
  std::size_t at_ = 0;
};

std::optional<Date> scan_week(Scanner& in, std::int64_t year) {
  const auto week = in.digits(2);
  if (!week) return std::nullopt;
  if (in.done()) return date_of_week(year, *week, 1);
  in.take('-');
  const auto day = in.digits(1);
  if (!day || !in.done()) return std::nullopt;
  return date_of_week(year, *week, *day);
}

std::optional<Date> scan_ordinal(Scanner& in, std::int64_t year) {
  const auto day = in.digits(3);
  const auto first = date_of({year, 1, 1});
  if (!day || !first || *day < 1 || !in.done()) return std::nullopt;
  const Date found{first->day + *day - 1};
  return civil_of(found).year == year ? std::optional(found) : std::nullopt;
}

std::optional<std::int64_t> scan_clock(Scanner& in) {
  const auto hour = in.digits(2);
  if (!hour || *hour > 23) return std::nullopt;
  std::int64_t minute = 0;
  std::int64_t second = 0;
  std::int64_t nanos = 0;
  const bool colon = in.take(':');
  if (digit(in.peek())) {
    const auto minutes = in.digits(2);
    if (!minutes || *minutes > 59) return std::nullopt;
    minute = *minutes;
    if (colon ? in.take(':') : digit(in.peek())) {
      const auto seconds = in.digits(2);
      if (!seconds || *seconds > 59) return std::nullopt;
      second = *seconds;
      if (in.take('.')) {
        const auto part = in.fraction();
        if (!part) return std::nullopt;
        nanos = *part;
      }
    }
  } else if (colon) {
    return std::nullopt;
  }
  return ((*hour * 60 + minute) * 60 + second) * nanos_of_second + nanos;
}

std::string padded(std::int64_t number, int width) {
  std::array<char, 32> out{};
  std::snprintf(out.data(), out.size(), "%0*lld", width, static_cast<long long>(number));
  return out.data();
}

std::string fraction_text(std::int64_t nanos) {
  std::string out = '.' + padded(nanos, 9);
  while (out.back() == '0') out.pop_back();
  return out;
}

}  // namespace

std::optional<Date> parse_date(std::string_view words) {
  Scanner in(words);
  std::int64_t sign = 1;
  std::size_t width = 4;
  if (in.peek() == '+' || in.peek() == '-') {
    sign = in.take('-') ? -1 : 1;
    in.take('+');
    width = in.digits_ahead();
    if (width < 4 || width > 9) return std::nullopt;
  }
  const auto digits = in.digits(width);
  if (!digits) return std::nullopt;
  const std::int64_t year = *digits * sign;
  if (in.done()) return date_of({year, 1, 1});
  const bool dash = in.take('-');
  if (in.take('W')) return scan_week(in, year);
  if (in.digits_ahead() == 3) return scan_ordinal(in, year);
  const auto month = in.digits(2);
  if (!month) return std::nullopt;
  if (in.done()) return date_of({year, *month, 1});
  if (dash && !in.take('-')) return std::nullopt;
  const auto day = in.digits(2);
  if (!day || !in.done()) return std::nullopt;
  return date_of({year, *month, *day});
}

std::optional<LocalTime> parse_local_time(std::string_view words) {
  Scanner in(words);
  const auto clock = scan_clock(in);
  if (!clock || !in.done()) return std::nullopt;
  return LocalTime{*clock};
}

std::optional<std::int32_t> parse_offset(std::string_view words) {
  if (words == "Z") return 0;
  Scanner in(words);
  const bool west = in.take('-');
  if (!west && !in.take('+')) return std::nullopt;
  std::int64_t total = 0;
  std::int64_t unit = 3600;
  for (int part = 0; part < 3 && !in.done(); ++part, unit /= 60) {
    if (part > 0) in.take(':');
    const auto number = in.digits(2);
    if (!number || *number > (part == 0 ? 18 : 59)) return std::nullopt;
    total += *number * unit;
  }
  if (!in.done()) return std::nullopt;
  return static_cast<std::int32_t>(west ? -total : total);
}

std::optional<Time> parse_time(std::string_view words) {
  Scanner in(words);
  const auto clock = scan_clock(in);
  if (!clock) return std::nullopt;
  if (in.done()) return Time{*clock, 0};
  const auto offset = parse_offset(in.rest());
  if (!offset) return std::nullopt;
  return Time{*clock, *offset};
}

std::optional<LocalDateTime> parse_local_date_time(std::string_view words) {
  const std::size_t middle = words.find('T');
  const auto date = parse_date(words.substr(0, middle));
  if (!date) return std::nullopt;
  if (middle == std::string_view::npos) return LocalDateTime{date->day, 0};
  const auto time = parse_local_time(words.substr(middle + 1));
  if (!time) return std::nullopt;
  return LocalDateTime{date->day, time->nanos};
}

std::optional<DateTime> parse_date_time(std::string_view words) {
  const std::size_t middle = words.find('T');
  const auto date = parse_date(words.substr(0, middle));
  if (!date) return std::nullopt;
  if (middle == std::string_view::npos) return DateTime{date->day, 0, 0};
  const auto time = parse_time(words.substr(middle + 1));
  if (!time) return std::nullopt;
  return DateTime{date->day, time->nanos, time->offset};
}

std::string text_of(Date date) {
  const Civil civil = civil_of(date);
  std::string year = civil.year < 0 ? '-' + padded(-civil.year, 4) : padded(civil.year, 4);
  if (civil.year > 9999) year.insert(0, 1, '+');
  return year + '-' + padded(civil.month, 2) + '-' + padded(civil.day, 2);
}

std::string text_of(LocalTime time) {
  const std::int64_t seconds = time.nanos / nanos_of_second;
  std::string out = padded(seconds / 3600, 2) + ':' + padded(seconds / 60 % 60, 2);
  const std::int64_t nanos = time.nanos % nanos_of_second;
  if (seconds % 60 == 0 && nanos == 0) return out;
  out += ':' + padded(seconds % 60, 2);
  return nanos == 0 ? out : out + fraction_text(nanos);
}

std::string text_of_offset(std::int32_t offset) {
  if (offset == 0) return "Z";
  const std::int32_t size = offset < 0 ? -offset : offset;
  std::string out(1, offset < 0 ? '-' : '+');
  out += padded(size / 3600, 2) + ':' + padded(size / 60 % 60, 2);
  return size % 60 == 0 ? out : out + ':' + padded(size % 60, 2);
}

std::string text_of(Time time) {
  return text_of(LocalTime{time.nanos}) + text_of_offset(time.offset);
}
std::string text_of(LocalDateTime time) {
  return text_of(Date{time.day}) + 'T' + text_of(LocalTime{time.nanos});
}
std::string text_of(DateTime time) {
  return text_of(LocalDateTime{time.day, time.nanos}) + text_of_offset(time.offset);
}

}  // namespace nutgraf::cypher
