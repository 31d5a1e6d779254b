// `nutgraf who`, `what`, `where`, `when`: the same filters, other rows.
#include "tools/asking.h"
#include "tools/command.h"

namespace nutgraf {
namespace {

struct Question {
  const char* name;
  const char* summary;
  const char* example;
};

int run_question(Console& console, const Arguments& words, const Question& question) {
  StoreOptions store;
  FilterOptions filters;
  RowOptions rows;
  Options line(question.name, "[FILTERS]", question.summary);
  filters.add_to(line);
  rows.add_to(line);
  store.add_to(line, false);
  line.example(question.example);
  if (const auto code = line.parse(console, words)) return *code;
  const auto reading = Reading::open(console, store);
  if (!reading) return report_error(console, reading.error());
  const auto filter = filters.filter(console, reading->reader());
  if (!filter) return report_error(console, filter.error());
  return answer(console, reading->reader(), question.name, *filter, filters, rows);
}

}  // namespace

int run_who(Console& console, const Arguments& words) {
  return run_question(console, words,
                      {"who", "actors, those with the most events first",
                       "who --at Mosul --when 2016-10 --did attack"});
}

int run_what(Console& console, const Arguments& words) {
  return run_question(console, words,
                      {"what", "events, with who took part, where and when",
                       "what --by \"Islamic State\" --when 2016-10..2016-11"});
}

int run_where(Console& console, const Arguments& words) {
  return run_question(console, words,
                      {"where", "places, those with the most events first",
                       "where --by \"Islamic State\" --type assault"});
}

int run_when(Console& console, const Arguments& words) {
  return run_question(
      console, words,
      {"when", "days, with what happened and how often", "when --at Mosul --did attack"});
}

}  // namespace nutgraf
