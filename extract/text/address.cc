#include <algorithm>
#include <array>

#include "extract/text/tokenizer.h"

namespace nutgraf {
namespace {

constexpr std::size_t farthest = 256;

bool plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// The end of what is neither white space nor a bracket or quotation mark, without the marks of the
// sentence at its end.
std::size_t path_end(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const Char c = char_at(text, at);
    if (c.white() || c.code == '"' || c.code == '<' || c.code == '>' || c.code == 0x201C ||
        c.code == 0x201D || c.code == '|') {
      break;
    }
    at += c.size;
  }
  while (at > 0 && std::string_view(".,;:!?)]}'*").find(text[at - 1]) != std::string_view::npos) {
    if (text[at - 1] == ')' || text[at - 1] == ']') {
      const char open = text[at - 1] == ')' ? '(' : '[';
      const std::size_t near = at > farthest ? at - farthest : 0;
      const std::size_t opened = text.rfind(open, at);
      if (opened != std::string_view::npos && opened >= near &&
          text.substr(opened, at - opened).find_first_of(" \n") == std::string_view::npos) {
        break;
      }
    }
    --at;
  }
  return at;
}

// The end of "a.b-c.d" from `at`: labels of letters, digits, - and _ with dots between.
std::size_t labels_end(std::string_view text, std::size_t at) {
  const std::size_t limit = std::min(text.size(), at + farthest);
  std::size_t end = at;
  for (std::size_t i = at; i < limit; ++i) {
    if (plain(text[i])) {
      end = i + 1;
    } else if (text[i] != '.' && text[i] != '-' && text[i] != '_' && text[i] != '+') {
      break;
    } else if (i > at && text[i] == '.' && text[i - 1] == '.' && end + 3 < i) {
      break;
    }
  }
  return end;
}

bool ends_in_domain(std::string_view name, const SegmentationLists& lists) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || name.size() - dot > 7) return false;
  std::array<char, 8> folded{};
  const std::size_t size = fold_into(name.substr(dot + 1), folded.data(), folded.size());
  if (size == std::string_view::npos) return false;
  const std::uint32_t bits = lists.bits({folded.data(), size});
  if ((bits & SegmentationLists::domain) != 0) return true;
  const bool deep = std::count(name.begin(), name.end(), '.') >= 2 || name.starts_with("www.");
  return deep && (bits & SegmentationLists::country_domain) != 0;
}

}  // namespace

std::size_t address_end(std::string_view text, std::size_t begin, std::size_t run_end,
                        const SegmentationLists& lists) {
  if (run_end >= text.size()) return begin;
  const char next = text[run_end];
  if (next == ':') {
    const bool scheme = text.substr(run_end, 3) == "://" && run_end - begin <= 8;
    return scheme || text.substr(begin, 7) == "mailto:" ? path_end(text, run_end) : begin;
  }
  if (next != '@' && next != '.' && next != '-' && next != '_' && next != '+') return begin;
  const std::size_t end = labels_end(text, begin);
  if (end < text.size() && end > begin && (text[end] == '@' || text.substr(end, 4) == "...@")) {
    const std::size_t host = text.find('@', end) + 1;
    const std::size_t host_end = labels_end(text, host);
    if (host_end > host) return host_end;
  }
  const std::string_view name = text.substr(begin, end - begin);
  if (next == '.' && (name.starts_with("www.") || ends_in_domain(name, lists))) {
    const bool path = end < text.size() && (text[end] == '/' || text[end] == '?');
    return path ? path_end(text, end) : end;
  }
  return begin;
}

}  // namespace nutgraf
