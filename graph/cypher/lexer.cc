#include "graph/cypher/lexer.h"

#include <array>
#include <optional>
#include <utility>

namespace nutgraf::cypher {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }
bool hex_digit(char c) { return digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
bool letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         (static_cast<unsigned char>(c) & 0x80U) != 0;
}

void append_utf8(std::string& out, std::uint32_t code) {
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xC0U | code >> 6U);
    out += static_cast<char>(0x80U | (code & 0x3FU));
  } else if (code < 0x10000) {
    out += static_cast<char>(0xE0U | code >> 12U);
    out += static_cast<char>(0x80U | (code >> 6U & 0x3FU));
    out += static_cast<char>(0x80U | (code & 0x3FU));
  } else {
    out += static_cast<char>(0xF0U | code >> 18U);
    out += static_cast<char>(0x80U | (code >> 12U & 0x3FU));
    out += static_cast<char>(0x80U | (code >> 6U & 0x3FU));
    out += static_cast<char>(0x80U | (code & 0x3FU));
  }
}

class Lexer {
 public:
  explicit Lexer(std::string_view query) : query_(query) {}

  Outcome<std::vector<Token>> run() {
    while (!failure_ && skip_space()) take();
    if (failure_) return tl::unexpected<Failure>(*failure_);
    tokens_.push_back({TokenKind::end, query_.size(), query_.size(), {}, 0});
    pair_brackets();
    return std::move(tokens_);
  }

 private:
  char at(std::size_t offset) const { return offset < query_.size() ? query_[offset] : '\0'; }
  bool begins(std::string_view words) const { return query_.substr(at_, words.size()) == words; }
  void wrong(std::size_t offset, Problem problem, std::string message) {
    if (!failure_) {
      failure_ = failure_at(query_, offset, problem, Phase::compile, std::move(message));
    }
  }

  bool skip_space();
  void take();
  void take_number();
  std::size_t digits_end(std::size_t from, bool hex) const;
  void take_string(char quote);
  bool take_escape(std::string& out);
  void take_quoted_name();
  void take_name();
  void take_sign();
  void pair_brackets();

  std::string_view query_;
  std::size_t at_ = 0;
  std::vector<Token> tokens_;
  std::optional<Failure> failure_;
};

// False at the end.
bool Lexer::skip_space() {
  while (at_ < query_.size()) {
    if (begins("//")) {
      at_ = std::min(query_.find('\n', at_), query_.size());
    } else if (begins("/*")) {
      const std::size_t end = query_.find("*/", at_ + 2);
      if (end == std::string_view::npos) {
        wrong(at_, Problem::unexpected_syntax, "this comment has no end: expected */");
        return false;
      }
      at_ = end + 2;
    } else if (begins("\xC2\xA0")) {
      at_ += 2;
    } else if (std::string_view(" \t\n\r\f\v").find(query_[at_]) != std::string_view::npos) {
      ++at_;
    } else {
      return true;
    }
  }
  return false;
}

void Lexer::take() {
  const char c = query_[at_];
  if (digit(c) || (c == '.' && digit(at(at_ + 1)))) {
    take_number();
  } else if (c == '\'' || c == '"') {
    take_string(c);
  } else if (c == '`') {
    take_quoted_name();
  } else if (begins("\xE2\x80") || begins("\xE2\x81") || begins("\xE2\x88\x92")) {
    wrong(at_, Problem::invalid_unicode_character,
          "this is not a sign of the language, though it may look like a dash or a quote");
  } else if (letter(c)) {
    take_name();
  } else {
    take_sign();
  }
}

std::size_t Lexer::digits_end(std::size_t from, bool hex) const {
  while (hex ? hex_digit(at(from)) : digit(at(from))) ++from;
  return from;
}

void Lexer::take_number() {
  const std::size_t begin = at_;
  TokenKind kind = TokenKind::integer;
  std::size_t end = begin;
  const char base = at(begin + 1);
  if (at(begin) == '0' && (base == 'x' || base == 'o')) {
    end = digits_end(begin + 2, base == 'x');
    if (end == begin + 2) {
      wrong(begin, Problem::invalid_number_literal, "expected digits behind 0x or 0o");
      return;
    }
  } else {
    end = digits_end(begin, false);
    if (at(end) == '.' && digit(at(end + 1))) {
      kind = TokenKind::floating;
      end = digits_end(end + 1, false);
    }
    if (at(end) == 'e' || at(end) == 'E') {
      const std::size_t power = at(end + 1) == '-' || at(end + 1) == '+' ? end + 2 : end + 1;
      if (digit(at(power))) {
        kind = TokenKind::floating;
        end = digits_end(power, false);
      }
    }
  }
  if (letter(at(end)) || digit(at(end))) {
    kind = TokenKind::broken;  // a mistake wherever a number may stand
    while (letter(at(end)) || digit(at(end))) ++end;
  }
  tokens_.push_back({kind, begin, end, std::string(query_.substr(begin, end - begin)), 0});
  at_ = end;
}

bool Lexer::take_escape(std::string& out) {
  static constexpr std::string_view plain = "\\'\"`/bfnrt";
  static constexpr std::string_view meant = "\\'\"`/\b\f\n\r\t";
  const char c = at(at_ + 1);
  if (const std::size_t found = plain.find(c); found != std::string_view::npos) {
    out += meant[found];
    at_ += 2;
    return true;
  }
  const std::size_t count = c == 'u' ? 4 : c == 'U' ? 8 : 0;
  std::uint32_t code = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const char d = at(at_ + 2 + i);
    if (!hex_digit(d)) {
      wrong(at_, Problem::invalid_unicode_literal,
            "expected " + std::to_string(count) + " hexadecimal digits behind \\" + c);
      return false;
    }
    code = code * 16 + static_cast<std::uint32_t>(digit(d) ? d - '0' : (d | 0x20) - 'a' + 10);
  }
  if (count == 0 || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) {
    wrong(at_, Problem::invalid_unicode_literal, "this escape names no letter");
    return false;
  }
  append_utf8(out, code);
  at_ += 2 + count;
  return true;
}

void Lexer::take_string(char quote) {
  const std::size_t begin = at_++;
  std::string text;
  while (at_ < query_.size() && query_[at_] != quote) {
    if (query_[at_] != '\\') {
      text += query_[at_++];
    } else if (!take_escape(text)) {
      return;
    }
  }
  if (at_ >= query_.size()) {
    wrong(begin, Problem::unexpected_syntax, "this string has no end");
    return;
  }
  ++at_;
  tokens_.push_back({TokenKind::string, begin, at_, std::move(text), 0});
}

void Lexer::take_quoted_name() {
  const std::size_t begin = at_++;
  std::string text;
  while (at_ < query_.size()) {
    if (query_[at_] == '`') {
      if (at(at_ + 1) != '`') break;
      ++at_;
    }
    text += query_[at_++];
  }
  if (at_ >= query_.size()) {
    wrong(begin, Problem::unexpected_syntax, "this name has no end: expected `");
    return;
  }
  ++at_;
  tokens_.push_back({TokenKind::quoted_name, begin, at_, std::move(text), 0});
}

void Lexer::take_name() {
  const std::size_t begin = at_;
  while (letter(at(at_)) || digit(at(at_))) {
    if (begins("\xE2\x80") || begins("\xC2\xA0")) break;
    ++at_;
  }
  tokens_.push_back(
      {TokenKind::name, begin, at_, std::string(query_.substr(begin, at_ - begin)), 0});
}

void Lexer::take_sign() {
  // "<-" and "->" are two signs each: `a < -1` has them too.
  static constexpr std::array<std::string_view, 6> pairs{"<=", ">=", "<>", "..", "=~", "+="};
  std::size_t size = 1;
  for (const std::string_view pair : pairs) {
    if (begins(pair)) size = 2;
  }
  const std::string_view sign = query_.substr(at_, size);
  if (size == 1 &&
      std::string_view("()[]{},.:;|+-*/%^=<>$").find(sign[0]) == std::string_view::npos) {
    wrong(at_, Problem::unexpected_syntax,
          "\"" + std::string(sign) + "\" is no sign of the language");
    return;
  }
  tokens_.push_back({TokenKind::sign, at_, at_ + size, std::string(sign), 0});
  at_ += size;
}

void Lexer::pair_brackets() {
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    if (tokens_[i].kind != TokenKind::sign || tokens_[i].text.size() != 1) continue;
    const char c = tokens_[i].text[0];
    if (c == '(' || c == '[' || c == '{') open.push_back(i);
    if ((c == ')' || c == ']' || c == '}') && !open.empty()) {
      tokens_[open.back()].match = i;
      open.pop_back();
    }
  }
}

}  // namespace

Outcome<std::vector<Token>> tokens_of(std::string_view query) { return Lexer(query).run(); }

}  // namespace nutgraf::cypher
