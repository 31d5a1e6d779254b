#include "tools/dates.h"

#include <chrono>
#include <optional>

#include "graph/filter.h"

namespace nutgraf {
namespace {

DayRange week_of(Day day) {
  const Day monday{day.number - weekday(day)};
  return {monday, Day{monday.number + 7}};
}

DayRange month_of(Day day) {
  const CivilDate date = civil(day);
  const bool december = date.month == 12;
  return {day_of({date.year, date.month, 1}),
          day_of({december ? date.year + 1 : date.year, december ? 1 : date.month + 1, 1})};
}

DayRange year_of(std::int32_t year) { return {day_of({year, 1, 1}), day_of({year + 1, 1, 1})}; }

}  // namespace

Result<DayRange> parse_days_or_words(std::string_view words, Day today) {
  const DayRange month = month_of(today);
  if (words == "today") return DayRange{today, Day{today.number + 1}};
  if (words == "yesterday") return DayRange{Day{today.number - 1}, today};
  if (words == "this week") return week_of(today);
  if (words == "last week") return week_of(Day{today.number - 7});
  if (words == "this month") return month;
  if (words == "last month") return month_of(Day{month.from->number - 1});
  if (words == "this year") return year_of(civil(today).year);
  if (words == "last year") return year_of(civil(today).year - 1);
  return parse_days(words);
}

Day today() {
  const auto now = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  return Day{static_cast<std::int32_t>(now.time_since_epoch().count())};
}

Result<DayRange> parse_days_or_words(std::string_view words) {
  return parse_days_or_words(words, today());
}

}  // namespace nutgraf
