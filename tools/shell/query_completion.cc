// Completion inside a query: what may stand there is told by the few letters before the word.
#include <algorithm>
#include <optional>

#include "tools/shell/completion.h"

namespace nutgraf {
namespace {

bool in_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         (static_cast<unsigned char>(c) & 0x80U) != 0;
}

// Where the text ends: in a string or in the code, and between which brackets.
struct TextEnd {
  char quote = '\0';
  std::size_t quoted = 0;  // behind the mark that opens the string
  std::string brackets;    // those that are open, outermost first
};

TextEnd end_of(std::string_view text) {
  TextEnd out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (out.quote != '\0') {
      if (c == '\\' && out.quote != '`') {
        ++i;
      } else if (c == out.quote) {
        out.quote = '\0';
      }
      continue;
    }
    if (c == '\'' || c == '"' || c == '`') {
      out.quote = c;
      out.quoted = i + 1;
    } else if (c == '(' || c == '[' || c == '{') {
      out.brackets += c;
    } else if ((c == ')' || c == ']' || c == '}') && !out.brackets.empty()) {
      out.brackets.pop_back();
    }
  }
  return out;
}

std::string_view without_blanks(std::string_view text) {
  const std::size_t last = text.find_last_not_of(" \t\n");
  return last == std::string_view::npos ? std::string_view() : text.substr(0, last + 1);
}

// The word that the text ends with.
std::string_view last_word(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && in_word(text[begin - 1])) --begin;
  return text.substr(begin);
}

// What a string may hold: by the property that it is compared with.
std::string kind_of_string(std::string_view before) {
  const std::size_t end = before.find_last_not_of(" \t\n=:<>~(,[");
  if (end == std::string_view::npos) return "NODE";
  const std::string_view property = last_word(before.substr(0, end + 1));
  if (property == "action" || property == "IN" || property == "in") return "ACTION";
  if (property == "type") return "TYPE";
  if (property == "from" || property == "until" || property == "date") return "";
  return "NODE";
}

// Words that a bracket or AS names, for use further on.
std::vector<std::string> variables(std::string_view text) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!in_word(text[i]) || (i > 0 && (in_word(text[i - 1]) || text[i - 1] == '.'))) continue;
    std::size_t end = i;
    while (end < text.size() && in_word(text[end])) ++end;
    if (end == text.size()) break;  // the word that is being typed
    const std::string_view before = without_blanks(text.substr(0, i));
    const std::string_view as = last_word(before);
    const bool opened = !before.empty() && (before.back() == '(' || before.back() == '[');
    const bool called = opened && before.size() > 1 && in_word(before[before.size() - 2]);
    if ((opened && !called) || as == "AS" || as == "as") out.emplace_back(text.substr(i, end - i));
  }
  return out;
}

void add(std::vector<std::string>& out, std::string_view start,
         const std::vector<std::string>& words) {
  for (std::string& word : beginning_with(start, words)) out.push_back(std::move(word));
}

std::vector<std::string> code_words(std::string_view before, std::string_view start,
                                    const TextEnd& end, const CompletionSources& sources) {
  const QueryWords& query = sources.query;
  std::vector<std::string> out;
  const std::string_view lead = without_blanks(before);
  const char last = lead.empty() ? '\0' : lead.back();
  const char bracket = end.brackets.empty() ? '\0' : end.brackets.back();
  if (last == '$' && !before.empty() && before.back() == '$') {
    add(out, start, sources.values("PARAMETER", std::string(start)));
  } else if (last == '.') {
    add(out, start, query.properties);
  } else if (last == ':' && bracket == '{') {
    return out;  // a value
  } else if (last == ':' || (last == '|' && bracket == '[')) {
    add(out, start, bracket == '[' ? query.types : query.labels);
  } else if (bracket == '{' && (last == '{' || last == ',')) {
    add(out, start, query.properties);
  } else if (!start.empty()) {
    add(out, start, query.keywords);
    add(out, start, query.functions);
    add(out, start, variables(before));
  }
  return out;
}

}  // namespace

Completion complete_query(std::string_view pending, std::string_view line,
                          const CompletionSources& sources) {
  std::string text(pending);
  if (!text.empty()) text += '\n';
  const std::size_t above = text.size();
  text += line;
  const TextEnd end = end_of(text);
  Completion out{line.size(), {}};
  if (end.quote == '`' || (end.quote != '\0' && end.quoted < above)) return out;
  if (end.quote != '\0') {
    const std::string_view code(text.data(), end.quoted - 1);
    const std::string kind = kind_of_string(code);
    const std::string start = text.substr(end.quoted);
    if (kind.empty()) return out;
    out.begin = end.quoted - above;
    for (const std::string& value : sources.values(kind, start)) {
      std::string escaped;
      for (const char c : value) {
        if (c == end.quote || c == '\\') escaped += '\\';
        escaped += c;
      }
      out.candidates.push_back(escaped + end.quote);
    }
  } else {
    const std::string_view start = last_word(line);
    out.begin = line.size() - start.size();
    const std::string_view before = std::string_view(text).substr(0, text.size() - start.size());
    out.candidates = code_words(before, start, end, sources);
    // date.truncate and its like are one word.
    const std::size_t dotted =
        line.find_last_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.");
    const std::string_view whole = line.substr(dotted == std::string_view::npos ? 0 : dotted + 1);
    if (whole.find('.') != std::string_view::npos) {
      for (const std::string& name : beginning_with(whole, sources.query.functions)) {
        out.candidates.push_back(name.substr(whole.size() - start.size()));
      }
    }
  }
  std::sort(out.candidates.begin(), out.candidates.end());
  out.candidates.erase(std::unique(out.candidates.begin(), out.candidates.end()),
                       out.candidates.end());
  const auto& keywords = sources.query.keywords;
  out.blank = out.candidates.size() == 1 &&
              std::find(keywords.begin(), keywords.end(), out.candidates.front()) != keywords.end();
  return out;
}

}  // namespace nutgraf
