#include "extract/names/name_page.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace nutgraf {
namespace {

constexpr std::uint32_t told_sport = 4;      // different words of sport on such a page, at least
constexpr std::uint32_t told_market = 4;     // different words of markets
constexpr std::uint32_t title_words = 4;     // the first tokens, in which a page's head stands
constexpr std::uint32_t every_so_many = 30;  // tokens for each word of its trade, at most

bool short_number(const Token& token) {
  return token.shape.number && !token.shape.punctuation && token.span.size() <= 3;
}

// "SOCCER - ", "ICE HOCKEY - ": words in capitals and a dash between spaces.
bool dash_follows(const Analysis& analysis, std::uint32_t token) {
  const auto count = static_cast<std::uint32_t>(analysis.tokens.size());
  for (std::uint32_t t = token + 1; t < std::min(token + 3, count); ++t) {
    const Token& next = analysis.tokens[t];
    if (next.folded == "-") return next.shape.space_before;
    if (!next.shape.all_capitals) return false;
  }
  return false;
}

}  // namespace

bool score_at(const Analysis& analysis, std::uint32_t token, std::uint32_t end) {
  const auto& tokens = analysis.tokens;
  const bool date = token > 0 && tokens[token - 1].folded == "-";  // 1996-12-15
  return !date && token + 2 < end && short_number(tokens[token]) &&
         tokens[token + 1].folded == "-" && short_number(tokens[token + 2]);
}

bool goal_scorer(const Analysis& analysis, TokenRange name) {
  constexpr std::uint32_t reach = 40;  // tokens back to the bracket
  const auto& tokens = analysis.tokens;
  const Sentence& line = analysis.sentences[tokens[name.begin].sentence];
  if (name.end + 1 >= line.tokens.end || !short_number(tokens[name.end])) return false;
  const Token& next = tokens[name.end + 1];
  const bool ends = next.folded == "," || next.tag == Tag::close_bracket || next.shape.number ||
                    (!next.shape.capitalised && !next.shape.punctuation);
  std::uint32_t at = name.begin;
  while (ends && at > line.tokens.begin && name.begin - at < reach) {
    --at;
    if (tokens[at].tag == Tag::close_bracket) return false;
    if (tokens[at].tag != Tag::open_bracket) continue;
    return at > line.tokens.begin && short_number(tokens[at - 1]);
  }
  return false;
}

NamePage page_of(const Analysis& analysis, const NameLists& lists) {
  std::unordered_set<std::string_view> sport_words;
  std::unordered_set<std::string_view> market_words;
  std::uint32_t sport = 0;
  std::uint32_t market = 0;
  const auto count = static_cast<std::uint32_t>(analysis.tokens.size());
  bool headed = false;
  for (std::uint32_t t = 0; t < count; ++t) {
    const Token& token = analysis.tokens[t];
    if (token.shape.punctuation) continue;
    const std::uint64_t classes = lists.contexts(token.folded);
    if (NameLists::has_context(classes, ContextClass::sport)) {
      ++sport;
      sport_words.insert(token.folded);
    }
    if (NameLists::has_context(classes, ContextClass::market)) {
      ++market;
      market_words.insert(token.folded);
    }
    if (score_at(analysis, t, count)) ++sport;
    headed = headed || (t < title_words && token.shape.all_capitals &&
                        NameLists::has_context(classes, ContextClass::sport_head) &&
                        dash_follows(analysis, t));
  }
  NamePage page;
  page.press = count > 2;
  for (std::uint32_t t = 0; t < 2 && page.press; ++t) {
    const Token& token = analysis.tokens[t];
    page.press = token.shape.all_capitals && lists.context(token.folded, ContextClass::press_head);
  }
  page.sport = headed || (sport_words.size() >= told_sport && sport * every_so_many >= count);
  page.market =
      !page.sport && market_words.size() >= told_market && market * every_so_many >= count;
  return page;
}

}  // namespace nutgraf
