#include "tests/tck/expected.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "graph/cypher/memory_graph.h"
#include "graph/cypher/query.h"

namespace nutgraf::tck {
namespace {

class Reader {
 public:
  Reader(std::string_view words, bool sort_lists) : words_(words), sort_lists_(sort_lists) {}

  std::string value() {
    skip();
    switch (peek()) {
      case '\'':
        return string();
      case '[':
        return list_or_relationship();
      case '{':
        return map();
      case '(':
        return node();
      case '<':
        return path();
      default:
        return plain();
    }
  }

 private:
  char peek() const { return at_ < words_.size() ? words_[at_] : '\0'; }
  void skip() {
    while (peek() == ' ') ++at_;
  }
  bool take(char letter) {
    skip();
    if (peek() != letter) return false;
    ++at_;
    return true;
  }

  std::string string() {
    std::string out = "'";
    for (++at_; at_ < words_.size() && words_[at_] != '\''; ++at_) {
      if (words_[at_] == '\\' && at_ + 1 < words_.size()) ++at_;
      out += words_[at_];
    }
    ++at_;
    return out + '\'';
  }

  std::string plain() {
    const std::size_t begin = at_;
    while (at_ < words_.size() &&
           std::string_view(",]})> ").find(words_[at_]) == std::string_view::npos) {
      ++at_;
    }
    const std::string out(words_.substr(begin, at_ - begin));
    const bool real = out.find_first_of(".eE") != std::string::npos &&
                      out.find_first_of("0123456789") != std::string::npos;
    if (!real) return out;
    return cypher::text_of(std::strtod(out.c_str(), nullptr));
  }

  std::string name() {
    const std::size_t begin = at_;
    while (at_ < words_.size() &&
           std::string_view(":{}()[], ").find(words_[at_]) == std::string_view::npos) {
      ++at_;
    }
    return std::string(words_.substr(begin, at_ - begin));
  }

  std::string map() {
    take('{');
    std::vector<std::string> parts;
    while (!take('}') && at_ < words_.size()) {
      skip();
      std::string key = name();
      take(':');
      parts.push_back(key + ": " + value());
      take(',');
    }
    std::sort(parts.begin(), parts.end());
    return '{' + joined(parts, ", ") + '}';
  }

  std::string list_or_relationship() {
    take('[');
    if (take(':')) {
      std::string out = "[:" + name();
      skip();
      if (peek() == '{') {
        const std::string properties = map();
        if (properties != "{}") out += ' ' + properties;
      }
      take(']');
      return out + ']';
    }
    std::vector<std::string> parts;
    while (!take(']') && at_ < words_.size()) {
      parts.push_back(value());
      take(',');
    }
    if (sort_lists_) std::sort(parts.begin(), parts.end());
    return '[' + joined(parts, ", ") + ']';
  }

  std::string node() {
    take('(');
    std::vector<std::string> labels;
    while (take(':')) labels.push_back(':' + name());
    std::sort(labels.begin(), labels.end());
    std::string out = '(' + joined(labels, "");
    skip();
    if (peek() == '{') {
      const std::string properties = map();
      if (properties != "{}") out += ' ' + properties;
    }
    take(')');
    return out + ')';
  }

  std::string path() {
    std::string out(1, words_[at_++]);
    while (at_ < words_.size() && !take('>')) {
      skip();
      if (peek() == '(') {
        out += node();
      } else if (peek() == '[') {
        out += list_or_relationship();
      } else {
        const bool arrow = words_.substr(at_, 2) == "->";
        out += words_.substr(at_, arrow ? 2 : 1);
        at_ += arrow ? 2 : 1;
      }
    }
    return out + '>';
  }

  static std::string joined(const std::vector<std::string>& parts, const char* by) {
    std::string out;
    for (const std::string& part : parts) out += (&part == &parts.front() ? "" : by) + part;
    return out;
  }

  std::string_view words_;
  bool sort_lists_;
  std::size_t at_ = 0;
};

}  // namespace

std::string canonical(std::string_view cell, bool sort_lists) {
  return Reader(cell, sort_lists).value();
}

cypher::Value literal(const std::string& words) {
  const cypher::MemoryGraph none;
  cypher::Value out;
  const auto query = cypher::Query::prepare("RETURN " + words, none);
  if (!query) return out;
  const auto done = query->run({}, {}, [&out](const cypher::List& row) {
    out = row.front();
    return true;
  });
  return done ? out : cypher::Value();
}

}  // namespace nutgraf::tck
