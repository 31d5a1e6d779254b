#include "extract/time/matcher.h"

#include <algorithm>
#include <tuple>

#include "extract/time/number_token.h"
#include "extract/time/rule_file.h"

namespace nutgraf {
namespace {

constexpr int deepest = 2;  // "the night of | early on | Nov. 3"
// Classes of more than one word: whether they hold takes more than a look at one token.
constexpr ClassMask phrases =
    mask_of(WordClass::DATE) | mask_of(WordClass::NUM) | mask_of(WordClass::HOLIDAY);
constexpr std::int64_t largest_amount = 100'000'000;  // tenths

}  // namespace

std::optional<TimeMatch> TimeMatcher::best(std::uint32_t begin) {
  begin_ = begin;
  best_.reset();
  if (!grammar_.starts(tokens_[begin])) return {};
  walk(0, begin, Reading{});
  return best_;
}

void TimeMatcher::walk(std::uint32_t node, std::uint32_t at, const Reading& so_far) {
  const TimeNodeRow& row = grammar_.nodes_[node];
  for (const TimeFinalRow& final : grammar_.finals_.subspan(row.first_final, row.finals)) {
    finish(final, at, so_far);
  }
  if (at >= sentence_.end) return;
  // The edges of words come first, by word; then classes and tags.
  const auto edges = grammar_.edges_.subspan(row.first_edge, row.edges);
  const auto others = std::partition_point(edges.begin(), edges.end(), [](const TimeEdgeRow& edge) {
    return static_cast<TimeSymbol::Kind>(edge.symbol.kind) == TimeSymbol::Kind::literal;
  });
  const auto own = std::lower_bound(
      edges.begin(), others, tokens_[at].word,
      [](const TimeEdgeRow& edge, std::uint32_t word) { return edge.symbol.code < word; });
  if (own != others && own->symbol.code == tokens_[at].word) walk(own->target, at + 1, so_far);
  const ClassMask here = tokens_[at].classes | phrases;
  for (auto edge = others; edge != edges.end(); ++edge) {
    const bool by_class =
        static_cast<TimeSymbol::Kind>(edge->symbol.kind) == TimeSymbol::Kind::word_class;
    if (by_class && (here & mask_of(static_cast<WordClass>(edge->symbol.code))) == 0) continue;
    follow(*edge, at, so_far);
  }
}

void TimeMatcher::follow(const TimeEdgeRow& edge, std::uint32_t at, const Reading& so_far) {
  if (static_cast<TimeSymbol::Kind>(edge.symbol.kind) == TimeSymbol::Kind::word_class) {
    follow_class(static_cast<WordClass>(edge.symbol.code), edge.target, at, so_far);
  } else if (holds(edge.symbol, at)) {
    walk(edge.target, at + 1, so_far);
  }
}

void TimeMatcher::follow_class(WordClass word_class, std::uint32_t target, std::uint32_t at,
                               const Reading& so_far) {
  Step step{at + 1, 0};
  if (word_class == WordClass::DATE) {
    const bool first = at == begin_;
    if (depth_ >= deepest || (first && !date_first_)) return;
    TimeMatcher inner(*this);
    ++inner.depth_;
    inner.date_first_ = !first;
    const std::optional<TimeMatch> match = inner.best(at);
    if (!match || match->reading.meaning > Meaning::shift) return;
    Reading reading = match->reading;
    for (std::size_t field = 0; field < field_count; ++field) {
      const auto name = static_cast<Field>(field);
      if (so_far.has(name)) reading.set(name, so_far.at(name));
    }
    reading.nested = true;
    walk(target, match->end, reading);
    return;
  }
  if (word_class == WordClass::NUM || word_class == WordClass::HOLIDAY) {
    const auto phrase = word_class == WordClass::NUM ? amount(at) : holiday(at);
    if (!phrase) return;
    step = *phrase;
  } else {
    if (!in(at, word_class)) return;
    step.value = value_of(at, word_class);
  }
  Reading reading = so_far;
  if (tokens_[at].mid) reading.set(Field::modifier, static_cast<std::int32_t>(Modifier::mid));
  if (std::optional<Field> field = field_of(word_class)) {
    const bool again = reading.has(*field);
    if (again && field == Field::number) field = Field::second;
    if (again && field == Field::unit) field = Field::secondary;
    reading.set(*field, step.value);
  }
  walk(target, step.end, reading);
}

void TimeMatcher::finish(const TimeFinalRow& final, std::uint32_t end, const Reading& so_far) {
  const TimeRuleRow& rule = grammar_.rules_[final.rule];
  const auto rank = [](const TimeMatch& m) { return std::tuple(m.end, m.weight, m.words); };
  TimeMatch match{end, rule.weight, final.words, so_far};
  if (best_ && rank(*best_) >= rank(match)) return;
  if (!allowed(rule, end)) return;
  Reading& reading = match.reading;
  if (!reading.nested || static_cast<Meaning>(rule.meaning) != Meaning::calendar) {
    reading.meaning = static_cast<Meaning>(rule.meaning);
    reading.anchor = static_cast<Anchor>(rule.anchor);
  }
  reading.rule = static_cast<std::uint16_t>(final.rule);
  const auto constants = grammar_.constants_.subspan(rule.constants.first, rule.constants.count);
  for (const TimeConstantRow& row : constants) {
    reading.set(static_cast<Field>(row.field), row.value);
  }
  best_ = match;
}

bool TimeMatcher::allowed(const TimeRuleRow& rule, std::uint32_t end) const {
  const bool left = begin_ > sentence_.begin;
  const bool right = end < sentence_.end;
  if (left && any(rule.left_none, begin_ - 1)) return false;
  if (right && any(rule.right_none, end)) return false;
  if (rule.left_some.count > 0 && !(left && any(rule.left_some, begin_ - 1))) return false;
  return rule.right_some.count == 0 || (right && any(rule.right_some, end));
}

bool TimeMatcher::any(TimeListRow list, std::uint32_t at) const {
  const auto symbols = grammar_.conditions_.subspan(list.first, list.count);
  return std::any_of(symbols.begin(), symbols.end(),
                     [&](const TimeSymbolRow& symbol) { return holds(symbol, at); });
}

bool TimeMatcher::holds(const TimeSymbolRow& symbol, std::uint32_t at) const {
  const Token& token = analysis_.tokens[at];
  switch (static_cast<TimeSymbol::Kind>(symbol.kind)) {
    case TimeSymbol::Kind::literal:
      return tokens_[at].word == symbol.code;
    case TimeSymbol::Kind::word_class:
      return in(at, static_cast<WordClass>(symbol.code));
    case TimeSymbol::Kind::tag:
      return token.tag == static_cast<Tag>(symbol.code);
    case TimeSymbol::Kind::capital:
      return token.shape.capitalised && !token.shape.sentence_start;
  }
  return false;
}

std::int32_t TimeMatcher::value_of(std::uint32_t at, WordClass word_class) const {
  if (const auto value = grammar_.value(tokens_[at], word_class)) return *value;
  return number_value(without_mid(word(at)), word_class);
}

std::optional<TimeMatcher::Step> TimeMatcher::amount(std::uint32_t at) const {
  if (in(at, WordClass::VAGUE)) {
    const bool of = word(at + 1) == "of";
    return Step{at + (of ? 2 : 1), value_of(at, WordClass::VAGUE)};
  }
  if (in(at, WordClass::FRACTION)) {
    const bool a = in(at + 1, WordClass::A);
    return Step{at + (a ? 2 : 1), value_of(at, WordClass::FRACTION)};
  }
  if (in(at, WordClass::A) && in(at + 1, WordClass::VAGUE)) return amount(at + 1);
  std::optional<Step> step = amount_in_words(at);
  if (!step) return step;
  // "two and a half", "two-and-a-half"
  std::uint32_t next = step->end;
  const bool hyphens = word(next) == "-";
  if (hyphens) ++next;
  if (word(next) != "and") return step;
  next += hyphens ? 2 : 1;
  if (!in(next, WordClass::A)) return step;
  next += hyphens ? 2 : 1;
  if (!in(next, WordClass::FRACTION)) return step;
  return Step{next + 1, step->value + value_of(next, WordClass::FRACTION)};
}

std::optional<TimeMatcher::Step> TimeMatcher::amount_in_words(std::uint32_t at) const {
  std::int64_t sum = 0;
  std::int64_t last = 0;
  std::uint32_t end = at;
  if (in(at, WordClass::A) && in(at + 1, WordClass::SCALE)) {
    sum = 10;
    end = at + 1;
  } else if (in(at, WordClass::DIGITS)) {
    sum = tenths(word(at)).value_or(0);
    end = at + 1;
  }
  while (end < sentence_.end) {
    const bool hyphen = end > at && last >= 200 && word(end) == "-";
    const std::uint32_t next = hyphen ? end + 1 : end;
    if (in(next, WordClass::SCALE) && end > at && !hyphen) {
      sum = std::min(sum * value_of(next, WordClass::SCALE), largest_amount);
      last = 0;
    } else if (in(next, WordClass::CARDINAL) && (end == at || sum % 1000 == 0 || last >= 200) &&
               !(end > at && last == 0 && in(at, WordClass::DIGITS))) {
      last = 10 * value_of(next, WordClass::CARDINAL);
      sum += last;
    } else {
      break;
    }
    end = next + 1;
  }
  if (end == at) return std::nullopt;
  return Step{end, static_cast<std::int32_t>(std::min(sum, largest_amount))};
}

std::optional<TimeMatcher::Step> TimeMatcher::holiday(std::uint32_t at) const {
  std::optional<Step> found;
  std::uint32_t node = 1;
  for (std::uint32_t next = at; next < sentence_.end; ++next) {
    if (!analysis_.tokens[at].shape.capitalised) return std::nullopt;
    const TimeNodeRow& row = grammar_.nodes_[node];
    const auto edges = grammar_.edges_.subspan(row.first_edge, row.edges);
    const auto edge = std::find_if(edges.begin(), edges.end(), [&](const TimeEdgeRow& candidate) {
      return holds(candidate.symbol, next);
    });
    if (edge == edges.end()) break;
    node = edge->target;
    const TimeNodeRow& reached = grammar_.nodes_[node];
    if (reached.finals > 0) {
      found = Step{next + 1, static_cast<std::int32_t>(grammar_.finals_[reached.first_final].rule)};
    }
  }
  return found;
}

}  // namespace nutgraf
