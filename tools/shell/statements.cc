#include "tools/shell/statements.h"

#include <utility>

#include "tools/graph_query.h"

namespace nutgraf {
namespace {

std::string_view trimmed(std::string_view words) {
  constexpr std::string_view blanks = " \t\r\n";
  const std::size_t begin = words.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return {};
  return words.substr(begin, words.find_last_not_of(blanks) - begin + 1);
}

// Behind what opens at `at` in a query: a string, a quoted name or a comment; npos: it goes on.
std::size_t behind(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (text.substr(at, 2) == "//") return text.find('\n', at);
  if (text.substr(at, 2) == "/*") {
    const std::size_t end = text.find("*/", at + 2);
    return end == std::string_view::npos ? end : end + 2;
  }
  if (c != '\'' && c != '"' && c != '`') return at + 1;
  for (++at; at < text.size(); ++at) {
    if (text[at] == '\\' && c != '`') {
      ++at;
    } else if (text[at] == c) {
      return at + 1;
    }
  }
  return std::string_view::npos;
}

// The first ";" of a query that ends it.
std::size_t end_of_query(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); at = behind(text, at)) {
    if (text[at] == ';') return at;
  }
  return std::string_view::npos;
}

constexpr std::string_view explain = ":explain ";

}  // namespace

void Statements::finish(Statement::Kind kind, std::string text) {
  whole_.push_back({kind, std::move(text), first_});
}

void Statements::begin(std::string_view line) {
  line = trimmed(line);
  if (line.empty() || line.front() == '#' || line.substr(0, 2) == "//") return;
  first_ = line_;
  std::string explained;
  if (line.substr(0, explain.size()) == explain && is_query(line.substr(explain.size()))) {
    explained = "EXPLAIN " + std::string(line.substr(explain.size()));
    line = explained;
  }
  if (line.front() == ':') return finish(Statement::Kind::colon, std::string(line));
  kind_ = is_query(line) ? Statement::Kind::query : Statement::Kind::command;
  pending_ = line;
  go_on();
}

void Statements::go_on() {
  if (kind_ == Statement::Kind::command) {
    if (pending_.back() == '\\') {
      pending_.back() = ' ';
      return;
    }
    while (!pending_.empty() && pending_.back() == ';') pending_.pop_back();
    const std::string text(trimmed(pending_));
    pending_.clear();
    if (!text.empty()) finish(kind_, text);
    return;
  }
  const std::size_t end = end_of_query(pending_);
  if (end == std::string::npos) return;
  const std::string text(trimmed(std::string_view(pending_).substr(0, end)));
  const std::string rest = pending_.substr(end + 1);
  pending_.clear();
  if (!text.empty()) finish(kind_, text);
  begin(rest);
}

void Statements::add(std::string_view line) {
  ++line_;
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  if (pending_.empty()) return begin(line);
  if (kind_ == Statement::Kind::query) pending_ += '\n';
  pending_ += line;
  go_on();
}

std::optional<Statement> Statements::next() {
  if (whole_.empty()) return std::nullopt;
  Statement out = std::move(whole_.front());
  whole_.pop_front();
  return out;
}

void Statements::end() {
  const std::string text(trimmed(pending_));
  pending_.clear();
  if (!text.empty()) finish(kind_, text);
}

}  // namespace nutgraf
