#include "extract/event/source_line.h"

#include <algorithm>
#include <array>

#include "extract/text/nearest.h"

namespace nutgraf {
namespace {

constexpr std::array<std::string_view, 10> expectations = {
    "actor", "target", "at", "from", "to", "with", "reported", "modality", "polarity", "type"};

Result<void> read_expectations(SourceLine& line, RuleExample& example) {
  RuleCursor& cursor = line.cursor;
  do {
    cursor.skip_spaces();
    const std::size_t begin = cursor.at;
    const std::string role(cursor.word());
    if (std::find(expectations.begin(), expectations.end(), role) == expectations.end()) {
      return line.wrong(begin, "expected a role such as actor, target, at, but " +
                                   line.stood(begin) +
                                   suggest(role, {expectations.begin(), expectations.end()}));
    }
    cursor.skip_spaces();
    const std::size_t end = std::min(cursor.line.find(';', cursor.at), cursor.line.size());
    std::string_view words = cursor.line.substr(cursor.at, end - cursor.at);
    while (!words.empty() && words.back() == ' ') words.remove_suffix(1);
    if (words.empty()) {
      return line.wrong(cursor.at, "expected the words that fill \"" + role + "\"");
    }
    example.expected.push_back({role, std::string(words)});
    cursor.at = end;
  } while (cursor.take(';'));
  return {};
}

}  // namespace

tl::unexpected<Error> SourceLine::wrong(std::size_t byte, std::string message) const {
  return fail(Error{ErrorCode::invalid, std::move(message), file, number,
                    column_of(cursor.line, byte), std::string(cursor.line)});
}

std::string_view SourceLine::word_at(std::size_t byte) const {
  if (byte >= cursor.line.size()) return {};
  const std::size_t end = std::min(cursor.line.find(' ', byte), cursor.line.size());
  return cursor.line.substr(byte, std::max<std::size_t>(end - byte, 1));
}

std::string SourceLine::stood(std::size_t byte) const {
  if (byte >= cursor.line.size()) return "the line ends";
  return "\"" + std::string(word_at(byte)) + "\" stands here";
}

Result<void> SourceLine::end() {
  if (cursor.done()) return {};
  return wrong(cursor.at, "expected the end of the line, but " + stood(cursor.at));
}

std::string suggest(std::string_view word, const std::vector<std::string>& known) {
  return word.empty() ? std::string() : did_you_mean(nearest(word, known, 1));
}

Result<RuleExample> read_example(SourceLine& line, bool yes) {
  RuleCursor& cursor = line.cursor;
  cursor.skip_spaces();
  const std::size_t begin = cursor.at;
  const std::string_view rest = cursor.line.substr(begin);
  const std::size_t arrow = rest.find(" => ");
  RuleExample example;
  example.yes = yes;
  example.text = std::string(rest.substr(0, arrow));
  while (!example.text.empty() && example.text.back() == ' ') example.text.pop_back();
  if (example.text.empty()) {
    return line.wrong(begin, "expected a sentence, but " + line.stood(begin));
  }
  if (arrow != std::string_view::npos) {
    if (!yes) return line.wrong(begin + arrow + 1, "a \"no\" example expects nothing");
    cursor.at = begin + arrow + 4;
    const auto taken = read_expectations(line, example);
    if (!taken) return fail(taken.error());
  }
  return example;
}

}  // namespace nutgraf
