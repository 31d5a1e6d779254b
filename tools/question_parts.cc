#include "tools/question_parts.h"

#include <algorithm>

#include "extract/syntax/tag.h"
#include "tools/asking.h"

namespace nutgraf {
namespace {

// Taggers take the one for the other.
bool participle(Tag tag) { return tag == Tag::VBN || tag == Tag::VBD; }

}  // namespace

QuestionParts::QuestionParts(const Analysis& told, const Extraction& extraction,
                             const QuestionWords& words, const KnownName& known)
    : desk(told) {
  const std::size_t size = desk.tokens.size();
  roles.resize(size, QuestionRole::none);
  taken.resize(size);
  dated.resize(size);
  find_roles(words);
  find_dates(extraction);
  find_names(known);
  find_action(extraction);
  find_unnamed(known);
}

std::optional<std::uint32_t> QuestionParts::find(QuestionRole role) const {
  for (std::uint32_t i = 0; i < size(); ++i) {
    if (roles[i] == role && !taken[i]) return i;
  }
  return std::nullopt;
}

QuestionRole QuestionParts::before(std::uint32_t token) const {
  while (token > 0 &&
         (desk.tokens[token - 1].tag == Tag::DT || roles[token - 1] == QuestionRole::skip)) {
    --token;
  }
  return token == 0 ? QuestionRole::none : roles[token - 1];
}

bool QuestionParts::after_name(std::uint32_t token) const {
  while (token > 0 &&
         (roles[token - 1] == QuestionRole::both || desk.tokens[token - 1].tag == Tag::DT)) {
    --token;
  }
  return std::any_of(names.begin(), names.end(),
                     [token](const QuestionName& name) { return name.end == token; });
}

std::string QuestionParts::words(std::uint32_t begin, std::uint32_t end) const {
  return std::string(desk.words({begin, end}));
}

void QuestionParts::take(std::uint32_t begin, std::uint32_t end) {
  std::fill(taken.begin() + begin, taken.begin() + end, true);
}

std::vector<std::uint32_t> QuestionParts::left_over() const {
  std::vector<std::uint32_t> out;
  for (std::uint32_t i = 0; i < size(); ++i) {
    const Token& token = desk.tokens[i];
    const bool adverb = token.tag == Tag::RB || token.tag == Tag::UH;
    const bool free = !taken[i] && roles[i] == QuestionRole::none && !token.shape.punctuation;
    if (free && !adverb && token.tag != Tag::DT && token.tag != Tag::POS) out.push_back(i);
  }
  return out;
}

// The longest phrases of the list first; the words behind a phrase's first carry no weight.
void QuestionParts::find_roles(const QuestionWords& words) {
  constexpr std::uint32_t longest = 4;
  for (std::uint32_t begin = 0; begin < size(); ++begin) {
    std::string phrase;
    std::uint32_t end = begin;
    for (std::uint32_t i = begin; i < std::min(size(), begin + longest); ++i) {
      phrase += (phrase.empty() ? "" : " ") + std::string(desk.tokens[i].folded);
      const QuestionRole role = words.role(phrase);
      if (role == QuestionRole::none) continue;
      roles[begin] = role;
      end = i + 1;
    }
    if (end == begin) roles[begin] = words.role(desk.tokens[begin].lemma);
    for (std::uint32_t i = begin + 1; i < end; ++i) roles[i] = QuestionRole::skip;
    if (end > begin) begin = end - 1;
  }
}

// --when of one range by the word before it: "since 2014", "before March".
std::string QuestionParts::bounded(const DayRange& range, std::uint32_t first) const {
  const auto last_of = [](Day until) { return iso(Day{until.number - 1}); };
  switch (before(first)) {
    case QuestionRole::since:
      if (range.from) return iso(*range.from) + "..";
      break;
    case QuestionRole::after:
      if (range.until) return iso(*range.until) + "..";
      break;
    case QuestionRole::before:
      if (range.from) return ".." + last_of(*range.from);
      break;
    case QuestionRole::until:
      if (range.until) return ".." + last_of(*range.until);
      break;
    default:
      break;
  }
  return days_words(range);
}

void QuestionParts::find_dates(const Extraction& extraction) {
  std::optional<DayRange> begun;  // by "between" or "from"
  for (const TimeExpression& time : extraction.times) {
    if (!time.range.known()) continue;
    std::uint32_t first = npos;
    for (std::uint32_t i = 0; i < size(); ++i) {
      if (!time.span.overlaps(desk.tokens[i].span)) continue;
      first = std::min(first, i);
      dated[i] = true;
      take(i, i + 1);
    }
    if (first == npos) continue;
    const QuestionRole word = before(first);
    if (begun && begun->from && time.range.until) {
      when = days_words({begun->from, time.range.until});
      begun.reset();
    } else if (when.empty()) {
      when = word == QuestionRole::from && time.range.from ? iso(*time.range.from) + ".."
                                                           : bounded(time.range, first);
      const bool opens = word == QuestionRole::between || word == QuestionRole::from;
      if (opens || word == QuestionRole::since) begun = time.range;
    }
    // The word before a date bounds the time and nothing else.
    if (first > 0 && roles[first - 1] != QuestionRole::none) take(first - 1, first);
  }
}

// The longest names that the graph knows, then capitalised words that it does not.
void QuestionParts::find_names(const KnownName& known) {
  constexpr std::uint32_t longest = 8;
  for (std::uint32_t begin = 0; begin < size(); ++begin) {
    if (taken[begin] || desk.tokens[begin].shape.punctuation) continue;
    const bool worded = roles[begin] != QuestionRole::none;
    if (worded && !(begin > 0 && desk.tokens[begin].shape.capitalised)) continue;
    std::optional<NodeKind> kind;
    std::uint32_t end = std::min(size(), begin + longest);
    for (; end > begin + (worded ? 1 : 0); --end) {
      const bool one_verb = end == begin + 1 && is_verb(desk.tokens[begin].tag) &&
                            !desk.tokens[begin].shape.capitalised;
      const bool free = std::none_of(taken.begin() + begin, taken.begin() + end,
                                     [](bool there) { return there; });
      if (free && !one_verb) kind = known(words(begin, end));
      if (kind) break;
    }
    if (!kind && worded) continue;
    if (!kind) {
      // "al-Abadi": what is tied to a name is of it.
      end = begin;
      while (end + 2 < size() && desk.tokens[end + 1].tag == Tag::HYPH &&
             !desk.tokens[end + 1].shape.space_before) {
        end += 2;
      }
      if (end > begin && !desk.tokens[end].shape.capitalised) end = begin;
      for (; end < size() && is_proper_noun(desk.tokens[end].tag) && !taken[end] &&
             roles[end] == QuestionRole::none;) {
        ++end;
      }
    }
    if (end == begin) continue;
    names.push_back({begin, end, kind});
    take(begin, end);
    for (std::uint32_t i = begin; i < end; ++i) roles[i] = QuestionRole::none;
    begin = end - 1;
  }
}

void QuestionParts::find_action(const Extraction& extraction) {
  const auto names_an_act = [&](const Token& token) {
    // A name right behind "did": what follows is its verb, whatever the tagger says.
    const auto at = static_cast<std::uint32_t>(&token - desk.tokens.data());
    const bool asked = auxiliary != npos || has(QuestionRole::planned);
    if (asked && !is_be(auxiliary) && after_name(at) && at > 0 && taken[at - 1]) return true;
    return std::any_of(extraction.events.begin(), extraction.events.end(),
                       [&](const Event& event) { return event.span.overlaps(token.span); });
  };
  std::uint32_t noun = npos;
  std::uint32_t light = npos;
  for (std::uint32_t i = 0; i < size(); ++i) {
    const Token& token = desk.tokens[i];
    if (taken[i]) continue;
    const bool helps = roles[i] == QuestionRole::passive || token.lemma == "do";
    if (helps && auxiliary == npos) auxiliary = i;
    if (roles[i] == QuestionRole::light && is_verb(token.tag)) light = i;
    const bool mutual = roles[i] == QuestionRole::mutual;
    if (roles[i] != QuestionRole::none && !mutual) continue;
    if (is_verb(token.tag) && action == npos) {
      action = i;
      passive = participle(token.tag) && is_passive(i);
    } else if (is_common_noun(token.tag) && names_an_act(token)) {
      noun = noun == npos ? i : noun;
    }
  }
  if (action == npos) action = noun;
  if (action == npos) action = light;  // "launched" with no noun of action behind it
  if (action != npos) take(action, action + 1);
  // A particle: "blew up".
  const bool particle = action != npos && action + 1 < size() && !taken[action + 1] &&
                        desk.tokens[action + 1].tag == Tag::RP;
  if (particle) take(action + 1, action + 2);
}

bool QuestionParts::is_be(std::uint32_t token) const {
  return token != npos && desk.tokens[token].lemma == "be";
}

// "was … arrested", or a participle right behind the noun that it describes: "people killed".
bool QuestionParts::is_passive(std::uint32_t verb) const {
  if (auxiliary != npos) return is_be(auxiliary);
  const QuestionRole noun = verb == 1 ? roles[0] : QuestionRole::none;
  const bool of_noun =
      noun == QuestionRole::person || noun == QuestionRole::group || noun == QuestionRole::place;
  const bool object = std::any_of(names.begin(), names.end(), [verb](const QuestionName& name) {
    return name.begin == verb + 1;
  });
  return of_noun && !object;
}

// Actors that no report names ("police officers"): the longest run of words left over that ends in
// a noun and that the graph knows.
void QuestionParts::find_unnamed(const KnownName& known) {
  for (std::uint32_t begin = 0; begin < size(); ++begin) {
    const auto free = [&](std::uint32_t i) {
      return i < size() && !taken[i] && roles[i] == QuestionRole::none &&
             (is_common_noun(desk.tokens[i].tag) || desk.tokens[i].tag == Tag::JJ ||
              desk.tokens[i].tag == Tag::CD);
    };
    std::uint32_t end = begin;
    while (free(end)) ++end;
    if (end == begin || !is_common_noun(desk.tokens[end - 1].tag)) continue;
    if (const auto kind = known(words(begin, end))) {
      names.push_back({begin, end, kind});
      take(begin, end);
    }
    begin = end - 1;
  }
  std::sort(names.begin(), names.end(),
            [](const QuestionName& a, const QuestionName& b) { return a.begin < b.begin; });
}

}  // namespace nutgraf
