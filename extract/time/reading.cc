#include "extract/time/reading.h"

#include <algorithm>

#include "extract/time/word_class.h"

namespace nutgraf {
namespace {

constexpr std::array<std::string_view, field_count> field_names{
    "year",     "month",   "day",     "weekday",  "season",    "decade",   "century", "unit",
    "number",   "second",  "ordinal", "relation", "part",      "clock",    "hour",    "meridiem",
    "modifier", "holiday", "numeric", "era",      "reference", "secondary"};

constexpr std::array<std::string_view, 7> meaning_names{
    "calendar", "unit", "shift", "duration", "set", "reference", "nothing"};

constexpr std::array<std::string_view, 11> modifier_names{
    "",      "START",     "MID",       "END",           "APPROX",       "BEFORE",
    "AFTER", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE"};

struct ClassRow {
  std::string_view name;
  Field field;  // Field::count: none
};

constexpr std::array<ClassRow, static_cast<std::size_t>(WordClass::count)> classes{{
    {"MONTH", Field::month},      {"WEEKDAY", Field::weekday},   {"WEEKDAYX", Field::weekday},
    {"WEEKDAYS", Field::weekday}, {"DAYWORD", Field::relation},  {"SEASON", Field::season},
    {"SEASONS", Field::season},   {"UNIT", Field::unit},         {"UNIT1", Field::unit},
    {"UNITS", Field::unit},       {"UNITX", Field::unit},        {"PART", Field::part},
    {"PARTS", Field::part},       {"A", Field::number},          {"ORD", Field::ordinal},
    {"REL", Field::relation},     {"MOD", Field::modifier},      {"BOUND", Field::modifier},
    {"NAMED", Field::clock},      {"MERIDIEM", Field::meridiem}, {"ZONE", Field::count},
    {"EVERY", Field::count},      {"PERIODIC", Field::unit},     {"LENGTH", Field::unit},
    {"NINETIES", Field::decade},  {"CARDINAL", Field::count},    {"SCALE", Field::count},
    {"VAGUE", Field::count},      {"FRACTION", Field::count},    {"PLAN", Field::count},
    {"GOVERN", Field::count},     {"DEFER", Field::count},       {"UNTIL", Field::count},
    {"STILL", Field::count},      {"CURRENCY", Field::count},    {"SIDE", Field::count},
    {"LINK", Field::count},       {"DAY", Field::day},           {"DAYORD", Field::day},
    {"MONTHNUM", Field::month},   {"YEAR", Field::year},         {"RECENT", Field::year},
    {"YEAR2", Field::year},       {"TWO", Field::year},          {"DECADE", Field::decade},
    {"CLOCK", Field::clock},      {"DOTTED", Field::clock},      {"HOUR", Field::hour},
    {"MILITARY", Field::clock},   {"ISO", Field::numeric},       {"NUMERIC", Field::numeric},
    {"SMALLNUM", Field::year},    {"THREE", Field::year},        {"FISCAL", Field::year},
    {"DIGITS", Field::count},     {"NUM", Field::number},        {"DATE", Field::count},
    {"HOLIDAY", Field::holiday},
}};

template <typename Names>
std::optional<std::size_t> find_name(const Names& names, std::string_view word) {
  const auto at = std::find(names.begin(), names.end(), word);
  if (at == names.end()) return std::nullopt;
  return static_cast<std::size_t>(at - names.begin());
}

}  // namespace

std::optional<Field> parse_field(std::string_view word) {
  const auto at = find_name(field_names, word);
  return at ? std::optional(static_cast<Field>(*at)) : std::nullopt;
}

std::optional<Meaning> parse_meaning(std::string_view word) {
  const auto at = find_name(meaning_names, word);
  return at ? std::optional(static_cast<Meaning>(*at)) : std::nullopt;
}

std::string_view to_string(Modifier modifier) {
  return modifier_names[static_cast<std::size_t>(modifier)];
}

std::optional<WordClass> parse_word_class(std::string_view word) {
  for (std::size_t at = 0; at < classes.size(); ++at) {
    if (classes[at].name == word) return static_cast<WordClass>(at);
  }
  return std::nullopt;
}

std::string_view to_string(WordClass word_class) {
  return classes[static_cast<std::size_t>(word_class)].name;
}

std::optional<Field> field_of(WordClass word_class) {
  const Field field = classes[static_cast<std::size_t>(word_class)].field;
  return field == Field::count ? std::nullopt : std::optional(field);
}

}  // namespace nutgraf
