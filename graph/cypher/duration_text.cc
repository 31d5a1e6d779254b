// Durations as words: "P1Y2M10DT2H30M", "P5M1.5D", "PT-1.5S", "P2012-02-02T14:37:21.545".
#include <charconv>
#include <cstdlib>
#include <string>

#include "graph/cypher/temporal.h"

namespace nutgraf::cypher {
namespace {

constexpr std::int64_t seconds_of_month = 2'629'746;  // a 4800th of 400 years

// A number with up to nine places behind the point, in billionths.
struct Amount {
  std::int64_t whole = 0;
  std::int64_t billionths = 0;  // of the same sign
};

std::optional<Amount> take_amount(std::string_view& words) {
  std::size_t at = 0;
  const bool below = !words.empty() && words[0] == '-';
  if (below || (!words.empty() && words[0] == '+')) ++at;
  const std::size_t begin = at;
  Amount out;
  while (at < words.size() && words[at] >= '0' && words[at] <= '9') {
    if (out.whole > 99'999'999'999'999) return std::nullopt;
    out.whole = out.whole * 10 + (words[at++] - '0');
  }
  if (at == begin) return std::nullopt;
  if (at < words.size() && (words[at] == '.' || words[at] == ',')) {
    std::int64_t unit = 100'000'000;
    for (++at; at < words.size() && words[at] >= '0' && words[at] <= '9'; ++at, unit /= 10) {
      out.billionths += unit * (words[at] - '0');
    }
  }
  if (below) out = {-out.whole, -out.billionths};
  words.remove_prefix(at);
  return out;
}

// Adds amount × unit seconds, and passes on what a part of a unit comes to.
void add_seconds(Duration& out, const Amount& amount, std::int64_t unit) {
  out.seconds += amount.whole * unit;
  const std::int64_t exact = amount.billionths * unit;  // at most 1e9 × 86400
  out.seconds += exact / nanos_of_second;
  out.nanos += exact % nanos_of_second;
}

bool add_part(Duration& out, const Amount& amount, char unit, bool clock) {
  switch (unit) {
    case 'Y':
      out.months += amount.whole * 12;
      out.months += amount.billionths * 12 / nanos_of_second;
      return !clock;
    case 'M':
      if (clock) {
        add_seconds(out, amount, 60);
        return true;
      }
      out.months += amount.whole;
      {
        const std::int64_t all = amount.billionths * seconds_of_month;  // billionths of seconds
        const std::int64_t seconds = all / nanos_of_second;
        out.days += seconds / seconds_of_day;
        out.seconds += seconds % seconds_of_day;
        out.nanos += all % nanos_of_second;
      }
      return true;
    case 'W':
    case 'D': {
      const std::int64_t days = unit == 'W' ? 7 : 1;
      out.days += amount.whole * days;
      const std::int64_t part = amount.billionths * days;
      out.days += part / nanos_of_second;
      add_seconds(out, {0, part % nanos_of_second}, seconds_of_day);
      return !clock;
    }
    case 'H':
      add_seconds(out, amount, 3600);
      return clock;
    case 'S':
      add_seconds(out, amount, 1);
      return clock;
    default:
      return false;
  }
}

// "2012-02-02T14:37:21.545": the parts of a date as numbers.
std::optional<Duration> parse_as_date(std::string_view words) {
  const auto time = parse_local_date_time(words);
  if (!time) return std::nullopt;
  const Civil civil = civil_of(Date{time->day});
  return duration_of(civil.year * 12 + civil.month, civil.day, time->nanos / nanos_of_second,
                     time->nanos % nanos_of_second);
}

}  // namespace

std::optional<Duration> parse_duration(std::string_view words) {
  const bool below = !words.empty() && words[0] == '-';
  if (below) words.remove_prefix(1);
  if (words.size() < 2 || words[0] != 'P') return std::nullopt;
  words.remove_prefix(1);
  if (words.find('-', 1) != std::string_view::npos &&
      words.find_first_of("YMWDHS") == std::string_view::npos) {
    return parse_as_date(words);
  }
  Duration out;
  bool clock = false;
  while (!words.empty()) {
    if (words[0] == 'T' && !clock) {
      clock = true;
      words.remove_prefix(1);
      continue;
    }
    const auto amount = take_amount(words);
    if (!amount || words.empty() || !add_part(out, *amount, words[0], clock)) return std::nullopt;
    if (!sound(out)) return std::nullopt;
    words.remove_prefix(1);
  }
  if (below) out = {-out.months, -out.days, -out.seconds, -out.nanos};
  return duration_of(out.months, out.days, out.seconds, out.nanos);
}

std::string text_of(const Duration& duration) {
  std::string out = "P";
  const auto part = [&out](std::int64_t number, char unit) {
    if (number != 0) out += std::to_string(number) + unit;
  };
  part(duration.months / 12, 'Y');
  part(duration.months % 12, 'M');
  part(duration.days, 'D');
  // Seconds and nanoseconds of one sign, for print.
  std::int64_t seconds = duration.seconds;
  std::int64_t nanos = duration.nanos;
  if (seconds < 0 && nanos > 0) {
    ++seconds;
    nanos -= nanos_of_second;
  }
  if (seconds == 0 && nanos == 0) return out == "P" ? "PT0S" : out;
  out += 'T';
  part(seconds / 3600, 'H');
  part(seconds / 60 % 60, 'M');
  if (seconds % 60 != 0 || nanos != 0) {
    const bool below = seconds % 60 < 0 || nanos < 0;
    out += (below ? "-" : "") + std::to_string(std::abs(seconds % 60));
    if (nanos != 0) {
      std::string digits = std::to_string(std::abs(nanos) + nanos_of_second).substr(1);
      while (digits.back() == '0') digits.pop_back();
      out += '.' + digits;
    }
    out += 'S';
  }
  return out;
}

}  // namespace nutgraf::cypher
