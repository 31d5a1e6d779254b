#include <array>
#include <string>
#include <string_view>

#include "extract/time/resolve.h"

namespace nutgraf {
namespace {

// How a unit is written behind P, and what half of it is.
struct UnitRow {
  std::string_view code;
  bool of_the_day = false;  // behind PT
  std::int32_t times = 1;   // a fortnight is two weeks
  std::string_view half;    // "30M": the whole value of one half; empty: written as a fraction
};

constexpr std::array<UnitRow, 14> unit_rows{{
    {"S", true, 1, ""},
    {"M", true, 1, "PT30S"},
    {"H", true, 1, "PT30M"},
    {"D", false, 1, "PT12H"},
    {"W", false, 1, ""},
    {"W", false, 2, "P1W"},
    {"WE", false, 1, ""},
    {"M", false, 1, ""},
    {"Q", false, 1, ""},
    {"Y", false, 1, "P6M"},
    {"DE", false, 1, "P5Y"},
    {"CE", false, 1, "P50Y"},
    {"Y", false, 1, ""},
    {"Q", false, 1, ""},
}};

}  // namespace

std::string print_duration(std::int32_t tenths, Unit unit) {
  const UnitRow& row = unit_rows[static_cast<std::size_t>(unit)];
  if (tenths == 5 && !row.half.empty()) return std::string(row.half);
  std::string value = row.of_the_day ? "PT" : "P";
  if (tenths < 0) {
    value += 'X';
  } else {
    const std::int64_t amount = std::int64_t{tenths} * row.times;
    value += std::to_string(amount / 10);
    if (amount % 10 != 0) value += "." + std::to_string(amount % 10);
  }
  return value += row.code;
}

}  // namespace nutgraf
