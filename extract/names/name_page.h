// What page of a newspaper a report stands on, where that decides how its names are read: on a page
// of sport a town may be its club, on a page of markets an unknown name is a company's.
#ifndef NUTGRAF_EXTRACT_NAMES_NAME_PAGE_H_
#define NUTGRAF_EXTRACT_NAMES_NAME_PAGE_H_

#include "extract/analysis.h"
#include "extract/names/name_lists.h"

namespace nutgraf {

struct NamePage {
  bool sport = false;
  bool market = false;
  bool press = false;  // what newspapers say, each under its name: PRESS DIGEST
};

// Told from the words of the lists (classes sport, sport-head, market, press-head of
// name-context.txt) and from how many results the report has. Needs tokens and tags.
NamePage page_of(const Analysis& analysis, const NameLists& lists);

// The tokens from `token` are a result as "2-1": number, hyphen, number, of three digits at most.
bool score_at(const Analysis& analysis, std::uint32_t token, std::uint32_t end);

// The name stands in the brackets behind a side's figure, before the minute of its goal:
// "Ajax 2 (Kovel 12, Teel 70)".
bool goal_scorer(const Analysis& analysis, TokenRange name);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_NAMES_NAME_PAGE_H_
