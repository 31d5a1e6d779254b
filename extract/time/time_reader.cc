#include "extract/time/time_reader.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "extract/time/direction.h"
#include "extract/time/number_token.h"
#include "extract/time/resolve.h"

namespace nutgraf {
namespace {

struct Found {
  TokenRange tokens;
  Reading reading;
};

// Reused from report to report, so that reading allocates nothing once it is warm.
struct Scratch {
  std::vector<TimeToken> tokens;
  std::vector<Found> found;
};

Scratch& scratch() {
  thread_local Scratch own;
  return own;
}

// Before a date: "since June" has no end, "until June" no beginning.
enum class Side : std::int32_t { since = 1, until = 2, before = 3, after = 4 };

class ReportReader {
 public:
  ReportReader(const TimeGrammar& grammar, const Analysis& analysis, Extraction& out, Trace* trace)
      : grammar_(grammar),
        analysis_(analysis),
        out_(out),
        trace_(trace),
        tokens_(scratch().tokens),
        found_(scratch().found) {
    grammar_.look_up(analysis, tokens_);
    anchors_.now = analysis.report().date;
    anchors_.day_first = writes_day_first();
  }

  void read() {
    if (!anchors_.now) anchors_.now = day_of_dateline();
    for (std::uint32_t at = 0; at < analysis_.sentences.size(); ++at) {
      const TokenRange sentence = analysis_.sentences[at].tokens;
      find(sentence);
      share_years();
      for (const Found& found : found_) resolve_one(found, at, sentence);
    }
  }

 private:
  bool is(std::uint32_t at, WordClass word_class, TokenRange sentence) const {
    return at < sentence.end && grammar_.is(tokens_[at], word_class);
  }
  std::int32_t number(std::uint32_t at, WordClass word_class) const {
    return number_value(analysis_.tokens[at].folded, word_class);
  }

  // One date such as 25/12/2016 tells the habit of the whole report.
  bool writes_day_first() const {
    for (std::uint32_t at = 0; at < tokens_.size(); ++at) {
      if (!grammar_.is(tokens_[at], WordClass::NUMERIC)) continue;
      const std::int32_t packed = number(at, WordClass::NUMERIC);
      if (packed / 1'000'000 > 12 && packed / 1'000'000 <= 31) return true;
    }
    return false;
  }

  std::optional<Day> day_of_dateline() {
    for (const Sentence& sentence : analysis_.sentences) {
      const TokenRange told = sentence.dateline.day;
      if (told.empty()) continue;
      find(sentence.tokens);
      for (const Found& found : found_) {
        if (!told.contains(found.tokens)) continue;
        const bool whole = found.reading.has(Field::year) && found.reading.has(Field::day);
        if (!whole && !found.reading.has(Field::numeric)) continue;
        const auto time = resolve(found.reading, grammar_, anchors_, Direction::unknown);
        if (time && time->period && time->period->level == Level::day) return time->range.from;
      }
    }
    return std::nullopt;
  }

  // --- finding ----------------------------------------------------------------------------------

  void find(TokenRange sentence) {
    found_.clear();
    std::uint32_t at = sentence.begin;
    while (at < sentence.end) {
      if (const std::uint32_t past = day_before_date(at, sentence); past > at) {
        at = past;
        continue;
      }
      const auto match = grammar_.match(analysis_, tokens_, at, sentence);
      if (!match || match->end <= at) {
        ++at;
        continue;
      }
      if (match->reading.meaning == Meaning::nothing) {
        turn_down({at, match->end}, match->reading.rule);
      } else {
        found_.push_back({{at, match->end}, match->reading});
      }
      at = continue_date(match->end, sentence);
    }
  }

  // "3" of "3 to 5 November": the date behind lends its month. Returns the token past what was
  // read.
  std::uint32_t day_before_date(std::uint32_t at, TokenRange sentence) {
    if (!is(at, WordClass::DAY, sentence) || !is(at + 1, WordClass::LINK, sentence)) return at;
    if (!is(at + 2, WordClass::DAY, sentence) || !is(at + 3, WordClass::MONTH, sentence)) return at;
    const auto match = grammar_.match(analysis_, tokens_, at + 2, sentence);
    if (!match || !match->reading.has(Field::month)) return at;
    Found first{{at, at + 1}, match->reading};
    first.reading.set(Field::day, number(at, WordClass::DAY));
    found_.push_back(first);
    found_.push_back({{at + 2, match->end}, match->reading});
    return match->end;
  }

  // "5" of "Nov. 3-5", "16" of "2014-16": the date before lends what is missing. Returns the token
  // past what was read.
  std::uint32_t continue_date(std::uint32_t end, TokenRange sentence) {
    while (!found_.empty() && found_.back().tokens.end == end &&
           is(end, WordClass::LINK, sentence)) {
      Found next{{end + 1, end + 2}, found_.back().reading};
      const bool day = next.reading.has(Field::month) && next.reading.has(Field::day) &&
                       !next.reading.has(Field::year);
      const bool year = next.reading.has(Field::year) && !next.reading.has(Field::month) &&
                        analysis_.tokens[end].shape.punctuation;
      if (day &&
          (is(end + 1, WordClass::DAY, sentence) || is(end + 1, WordClass::DAYORD, sentence)) &&
          !counts(end + 2, sentence)) {
        next.reading.set(Field::day, number(end + 1, WordClass::DAY));
      } else if (year && is(end + 1, WordClass::TWO, sentence)) {
        const std::int32_t first = found_.back().reading.at(Field::year);
        const std::int32_t last = first / 100 * 100 + number(end + 1, WordClass::TWO) % 100;
        if (last <= first) break;
        next.reading.set(Field::year, last);
      } else {
        break;
      }
      end += 2;
      found_.push_back(next);
      if (day) end = take_year(end, sentence);
    }
    return end;
  }

  // "1991" of "March 3-4, 1991" is of both days. Returns the token past what was read.
  std::uint32_t take_year(std::uint32_t end, TokenRange sentence) {
    const std::uint32_t at =
        end < sentence.end && analysis_.tokens[end].folded == "," ? end + 1 : end;
    if (!is(at, WordClass::RECENT, sentence) || counts(at + 1, sentence)) return end;
    const std::int32_t year = number(at, WordClass::RECENT);
    Found& last = found_.back();
    Found& first = found_[found_.size() - 2];
    last.reading.set(Field::year, year);
    first.reading.set(Field::year, year);
    last.tokens.end = at + 1;
    return at + 1;
  }

  // Whether the token is something that figures before it count: "Nov. 3 and 5 people".
  bool counts(std::uint32_t at, TokenRange sentence) const {
    if (at >= sentence.end) return false;
    const Tag tag = analysis_.tokens[at].tag;
    return is_noun(tag) || is_adjective(tag) || tag == Tag::HYPH ||
           is(at, WordClass::UNIT, sentence);
  }

  // "from June to August 2014": the later end lends its year.
  void share_years() {
    for (std::size_t at = found_.size(); at-- > 1;) {
      const Reading& later = found_[at].reading;
      Reading& earlier = found_[at - 1].reading;
      const std::uint32_t gap = found_[at].tokens.begin - found_[at - 1].tokens.end;
      if (gap == 0 || gap > 2 ||
          !grammar_.is(tokens_[found_[at - 1].tokens.end], WordClass::LINK)) {
        continue;
      }
      if (later.has(Field::year) && earlier.meaning == Meaning::calendar &&
          earlier.has(Field::month) && later.has(Field::month) && !earlier.has(Field::year)) {
        earlier.set(Field::year, later.at(Field::year));
      }
    }
  }

  // --- resolving --------------------------------------------------------------------------------

  void resolve_one(const Found& found, std::uint32_t sentence_index, TokenRange sentence) {
    // The verb behind a dateline does not tell which day that is.
    const Direction direction =
        analysis_.in_dateline(found.tokens.begin)
            ? Direction::unknown
            : direction_at(analysis_, grammar_, found.tokens, analysis_.sentences[sentence_index]);
    const auto time = resolve(meant(found, sentence_index), grammar_, anchors_, direction);
    if (!time) {
      turn_down(found.tokens, found.reading.rule);
      return;
    }
    TimeExpression expression;
    expression.span = {analysis_.tokens[found.tokens.begin].span.begin,
                       analysis_.tokens[found.tokens.end - 1].span.end};
    expression.type = time->type;
    expression.value = time->value;
    expression.mod = to_string(time->modifier);
    expression.range = time->range;
    expression.sentence = sentence_index;
    expression.rule = "time/" + std::string(grammar_.rule_name(found.reading.rule));
    open_range(found.tokens, sentence, expression);
    if (trace_ != nullptr) explain(expression, direction);
    out_.times.push_back(std::move(expression));
    if (time->period) {
      anchors_.told = time->period;
      if (time->period->level == Level::day) anchors_.told_day = time->range.from;
    }
  }

  // "today" of a clause that tells what is true these days.
  Reading meant(const Found& found, std::uint32_t sentence) const {
    Reading reading = found.reading;
    const bool today = found.tokens.size() == 1 && reading.meaning == Meaning::unit &&
                       reading.at(Field::unit) == static_cast<std::int32_t>(Unit::day) &&
                       reading.at(Field::relation) == 0 && !reading.has(Field::part);
    if (today && tells_present(analysis_, grammar_, found.tokens, analysis_.sentences[sentence],
                               anchors_.now.has_value())) {
      reading.meaning = Meaning::reference;
      reading.set(Field::reference, 1);
    }
    return reading;
  }

  void open_range(TokenRange words, TokenRange sentence, TimeExpression& expression) const {
    if (!expression.range.known() || words.begin == sentence.begin) return;
    const auto side = grammar_.value(tokens_[words.begin - 1], WordClass::SIDE);
    if (!side || names_another(words.end, sentence)) return;
    DayRange& range = expression.range;
    switch (static_cast<Side>(*side)) {
      case Side::since:
        range.until.reset();
        break;
      case Side::until:
        range.from.reset();
        break;
      case Side::before:
        range = {std::nullopt, range.from};
        break;
      case Side::after:
        range = {range.until, std::nullopt};
        break;
    }
  }

  // "since Tuesday's vote", "after the 2014 election": the date is the noun's own.
  bool names_another(std::uint32_t at, TokenRange sentence) const {
    if (at >= sentence.end) return false;
    const Tag tag = analysis_.tokens[at].tag;
    return tag == Tag::POS || is_noun(tag) || is_adjective(tag);
  }

  void turn_down(TokenRange words, std::uint16_t rule) const {
    if (trace_ == nullptr) return;
    trace_->decisions.push_back(
        {"time",
         {analysis_.tokens[words.begin].span.begin, analysis_.tokens[words.end - 1].span.end},
         false,
         "time/" + std::string(grammar_.rule_name(rule)),
         "these words name no time"});
  }

  void explain(const TimeExpression& expression, Direction direction) const {
    std::string reason = "read as " + expression.value;
    if (anchors_.now) reason += ", the report being of " + iso(*anchors_.now);
    if (direction == Direction::past) reason += ", its clause in the past";
    if (direction == Direction::future) reason += ", its clause in the future";
    trace_->decisions.push_back(
        {"time", expression.span, true, expression.rule, std::move(reason)});
  }

  const TimeGrammar& grammar_;
  const Analysis& analysis_;
  Extraction& out_;
  Trace* trace_;
  std::vector<TimeToken>& tokens_;
  std::vector<Found>& found_;
  TimeAnchors anchors_;
};

}  // namespace

Result<TimeReader> TimeReader::open(const DataFile& data, const Lexicon& lexicon) {
  auto grammar = TimeGrammar::open(data, lexicon);
  if (!grammar) return fail(grammar.error());
  return TimeReader(std::move(*grammar));
}

void TimeReader::read(const Analysis& analysis, Extraction& out, Trace* trace) const {
  ReportReader(grammar_, analysis, out, trace).read();
}

}  // namespace nutgraf
