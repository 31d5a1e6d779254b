#include "extract/time/rule_file.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <fstream>
#include <string_view>
#include <system_error>

#include "extract/syntax/tag.h"
#include "extract/text/fold.h"
#include "extract/time/word_class.h"

namespace nutgraf {
namespace {

using Sequence = std::vector<TimeSymbol>;
using Sequences = std::vector<Sequence>;

constexpr std::size_t most_ways = 4096;  // through one pattern

std::string_view trimmed(std::string_view words) {
  while (!words.empty() && (words.front() == ' ' || words.front() == '\t')) words.remove_prefix(1);
  while (!words.empty() && (words.back() == ' ' || words.back() == '\t' || words.back() == '\r')) {
    words.remove_suffix(1);
  }
  return words;
}

bool is_class_name(std::string_view word) {
  return word.size() > 1 &&
         std::all_of(word.begin(), word.end(),
                     [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }) &&
         word.front() >= 'A';
}

// One word of a pattern or condition; an empty message when it is sound.
std::string read_symbol(std::string_view word, TimeSymbol& out) {
  if (word.size() > 2 && word.front() == '<' && word.back() == '>') {
    const auto tag = parse_tag(word.substr(1, word.size() - 2));
    if (!tag) return "no such tag: " + std::string(word);
    out = {TimeSymbol::Kind::tag, {}, static_cast<std::uint32_t>(*tag)};
    return {};
  }
  if (word == "CAPITAL") {
    out = {TimeSymbol::Kind::capital, {}, 0};
    return {};
  }
  if (is_class_name(word) || word == "A") {
    const auto known = parse_word_class(word);
    if (!known) return "no such class of words: " + std::string(word);
    out = {TimeSymbol::Kind::word_class, {}, static_cast<std::uint32_t>(*known)};
    return {};
  }
  out = {TimeSymbol::Kind::literal, fold(word), 0};
  return {};
}

// Recursive descent over one pattern; `|` binds tighter than sequence, `?` tightest.
class PatternParser {
 public:
  explicit PatternParser(std::string_view pattern) : rest_(pattern), size_(pattern.size()) {}

  // Every way through the pattern, or message() tells what is wrong at column().
  Sequences parse() {
    Sequences ways = sequence();
    if (message_.empty() && !trimmed(rest_).empty()) message_ = "unexpected \")\"";
    return ways;
  }
  const std::string& message() const { return message_; }
  std::size_t column() const { return size_ - rest_.size(); }

 private:
  void skip() {
    while (!rest_.empty() && rest_.front() == ' ') rest_.remove_prefix(1);
  }

  Sequences sequence() {
    Sequences ways{{}};
    for (skip(); message_.empty() && !rest_.empty() && rest_.front() != ')'; skip()) {
      const Sequences next = alternatives();
      Sequences product;
      for (const Sequence& head : ways) {
        for (const Sequence& tail : next) {
          product.push_back(head);
          product.back().insert(product.back().end(), tail.begin(), tail.end());
        }
      }
      ways = std::move(product);
      if (ways.size() > most_ways) message_ = "the pattern can be read in too many ways";
    }
    return ways;
  }

  Sequences alternatives() {
    Sequences ways = atom();
    while (message_.empty() && !rest_.empty() && rest_.front() == '|') {
      rest_.remove_prefix(1);
      for (Sequence& way : atom()) ways.push_back(std::move(way));
    }
    return ways;
  }

  Sequences atom() {
    Sequences ways;
    if (!rest_.empty() && rest_.front() == '(') {
      rest_.remove_prefix(1);
      ways = sequence();
      if (message_.empty() && rest_.empty()) message_ = "expected \")\"";
      if (!rest_.empty()) rest_.remove_prefix(1);
    } else {
      const std::string_view word = rest_.substr(0, rest_.find_first_of(" |?()"));
      TimeSymbol symbol;
      if (word.empty()) {
        message_ = "expected a word or a class";
      } else if (message_ = read_symbol(word, symbol); message_.empty()) {
        rest_.remove_prefix(word.size());
        ways.push_back({symbol});
      }
    }
    if (message_.empty() && !rest_.empty() && rest_.front() == '?') {
      rest_.remove_prefix(1);
      ways.emplace_back();
    }
    return ways;
  }

  std::string_view rest_;
  std::size_t size_;
  std::string message_;
};

class RuleReader {
 public:
  explicit RuleReader(const std::string& path) : path_(path) {}

  Result<std::vector<TimeRule>> read() {
    std::ifstream in(path_, std::ios::binary);
    if (!in) {
      const std::string why = std::generic_category().message(errno);
      return fail(Error{ErrorCode::io, "cannot read the rules: " + why, path_, 0, 0, {}});
    }
    while (std::getline(in, line_)) {
      ++number_;
      const std::string_view words = trimmed(line_);
      if (words.empty() || words.front() == '#') continue;
      const std::size_t space = std::min(words.find(' '), words.size());
      column_ = static_cast<std::size_t>(words.data() - line_.data());
      const std::string message = take(words.substr(0, space), trimmed(words.substr(space)));
      if (!message.empty()) return wrong(message);
    }
    if (const std::string message = check_last(); !message.empty()) return wrong(message);
    std::sort(rules_.begin(), rules_.end(),
              [](const TimeRule& a, const TimeRule& b) { return a.name < b.name; });
    for (std::size_t at = 1; at < rules_.size(); ++at) {
      if (rules_[at].name != rules_[at - 1].name) continue;
      number_ = rules_[at].line;
      return wrong("a second rule of the name " + rules_[at].name);
    }
    return std::move(rules_);
  }

 private:
  tl::unexpected<Error> wrong(const std::string& message) const {
    return fail(Error{ErrorCode::invalid, message, path_, number_, column_ + 1, line_});
  }

  std::string check_last() const {
    if (rules_.empty()) return {};
    if (rules_.back().sequences.empty()) return "the rule before has no match line";
    if (!meant_) return "the rule before has no means line";
    return {};
  }

  std::string take(std::string_view key, std::string_view rest) {
    if (!rest.empty()) column_ = static_cast<std::size_t>(rest.data() - line_.data());
    if (key == "rule") return begin_rule(rest);
    if (rules_.empty()) return "expected \"rule NAME\" first";
    if (key == "match") return take_pattern(rest);
    if (key == "means") return take_meaning(rest);
    if (key == "left") return take_condition(rest, rule().left_none, rule().left_some);
    if (key == "right") return take_condition(rest, rule().right_none, rule().right_some);
    if (key == "weight") return take_number(rest, rule().weight);
    if (key == "on") return take_date(rest);
    if (key == "yes") return take_yes(rest);
    if (key == "no") {
      rule().examples.push_back({number_, std::string(rest), 0, 0, {}, published_});
      return {};
    }
    return "unknown line \"" + std::string(key) +
           "\"; expected rule, match, means, left, right, weight, on, yes or no";
  }

  TimeRule& rule() { return rules_.back(); }

  std::string begin_rule(std::string_view name) {
    if (std::string message = check_last(); !message.empty()) return message;
    if (name.empty()) return "expected the rule's name";
    rules_.emplace_back();
    rule().name = std::string(name);
    rule().line = number_;
    meant_ = false;
    published_ = *day_of({2016, 11, 3});
    return {};
  }

  std::string take_pattern(std::string_view rest) {
    PatternParser parser(rest);
    Sequences ways = parser.parse();
    if (!parser.message().empty()) {
      column_ += parser.column();
      return parser.message();
    }
    for (Sequence& way : ways) {
      if (way.empty()) return "the pattern matches nothing at all";
      rule().sequences.push_back(std::move(way));
    }
    return {};
  }

  std::string take_meaning(std::string_view rest) {
    bool first = true;
    while (!rest.empty()) {
      const std::string_view word = rest.substr(0, rest.find(' '));
      rest = trimmed(rest.substr(word.size()));
      if (first) {
        const auto meaning = parse_meaning(word);
        if (!meaning) return "no such meaning: " + std::string(word);
        rule().meaning = *meaning;
        first = false;
      } else if (word == "told") {
        rule().anchor = Anchor::told;
      } else {
        const std::size_t equals = std::min(word.find('='), word.size());
        const auto field = parse_field(word.substr(0, equals));
        std::int32_t value = 0;
        if (!field) return "no such field: " + std::string(word.substr(0, equals));
        if (equals == word.size()) return "expected " + std::string(word) + "=NUMBER";
        if (auto message = take_number(word.substr(equals + 1), value); !message.empty()) {
          return message;
        }
        rule().constants.emplace_back(*field, value);
      }
    }
    meant_ = !first;
    return first ? "expected a meaning" : std::string{};
  }

  static std::string take_number(std::string_view words, std::int32_t& out) {
    const auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), out);
    if (error == std::errc{} && end == words.data() + words.size()) return {};
    return "expected a number, found \"" + std::string(words) + "\"";
  }

  static std::string take_condition(std::string_view rest, std::vector<TimeSymbol>& none,
                                    std::vector<TimeSymbol>& some) {
    const std::string_view kind = rest.substr(0, rest.find(' '));
    if (kind != "none" && kind != "some") return "expected none or some";
    std::vector<TimeSymbol>& items = kind == "none" ? none : some;
    rest = trimmed(rest.substr(kind.size()));
    while (!rest.empty()) {
      const std::string_view word = rest.substr(0, rest.find(' '));
      rest = trimmed(rest.substr(word.size()));
      if (std::string message = read_symbol(word, items.emplace_back()); !message.empty()) {
        return message;
      }
    }
    return {};
  }

  std::string take_date(std::string_view rest) {
    const auto day = parse_iso_day(rest);
    if (!day) return "expected a day as YYYY-MM-DD";
    published_ = *day;
    return {};
  }

  std::string take_yes(std::string_view rest) {
    const std::size_t equals = rest.rfind(" = ");
    const std::size_t open = rest.find('[');
    const std::size_t close = rest.find(']');
    if (equals == std::string_view::npos || open == std::string_view::npos || close < open ||
        close == std::string_view::npos || close > equals) {
      return "expected: yes WORDS [EXPRESSION] WORDS = VALUE";
    }
    std::string text(rest.substr(0, open));
    text += rest.substr(open + 1, close - open - 1);
    text += rest.substr(close + 1, equals - close - 1);
    rule().examples.push_back({number_, std::move(text), open, close - 1,
                               std::string(trimmed(rest.substr(equals + 3))), published_});
    return {};
  }

  std::string path_;
  std::string line_;
  std::uint64_t number_ = 0;
  std::size_t column_ = 0;
  std::vector<TimeRule> rules_;
  bool meant_ = true;
  Day published_;
};

}  // namespace

Result<std::vector<TimeRule>> read_time_rules(const std::string& path) {
  return RuleReader(path).read();
}

}  // namespace nutgraf
