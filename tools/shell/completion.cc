#include "tools/shell/completion.h"

#include <algorithm>

#include "extract/text/width.h"
#include "tools/words.h"

namespace nutgraf {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

std::vector<std::string> as_typed(const std::vector<std::string>& values) {
  std::vector<std::string> out;
  out.reserve(values.size());
  for (const std::string& value : values) out.push_back(typed({value}));
  return out;
}

std::vector<std::string> values_at(const Options::Place& place, const std::string& start,
                                   const CompletionSources& sources) {
  if (!place.choices.empty()) return beginning_with(start, place.choices);
  return as_typed(sources.values(place.holds, start));
}

const Options::Place* named(const std::vector<Options::Place>& places, std::string_view name) {
  const auto found = std::find_if(places.begin(), places.end(),
                                  [name](const Options::Place& one) { return one.name == name; });
  return found == places.end() ? nullptr : &*found;
}

// The argument that stands behind `before` other ones.
const Options::Place* argument_at(const std::vector<Options::Place>& places, std::size_t before) {
  for (const Options::Place& place : places) {
    if (place.again || before == 0) return &place;
    --before;
  }
  return nullptr;
}

// A word of a command: told.words, the last of which is completed when it is open.
Completion complete_word(const SplitLine& told, const CompletionSources& sources) {
  const std::string start = told.open ? told.words.back() : "";
  const std::size_t before = told.words.size() - (told.open ? 1 : 0);
  Completion out{told.last_begin, {}};
  const CommandWords known = sources.words(told.words.front());
  std::size_t arguments = 0;
  const Options::Place* waiting = nullptr;  // the option whose value comes next
  for (std::size_t i = 1; i < before; ++i) {
    const std::string& word = told.words[i];
    if (waiting != nullptr) {
      waiting = nullptr;
    } else if (word.size() > 1 && word.front() == '-') {
      waiting = named(known.options, word);
      if (waiting != nullptr && waiting->holds.empty()) waiting = nullptr;
    } else {
      ++arguments;
    }
  }
  if (waiting != nullptr) {
    out.candidates = values_at(*waiting, start, sources);
  } else if (!start.empty() && start.front() == '-') {
    const std::size_t equals = start.find('=');
    const Options::Place* option = named(known.options, start.substr(0, equals));
    if (equals != std::string::npos && option != nullptr) {
      for (const std::string& value : values_at(*option, start.substr(equals + 1), sources)) {
        out.candidates.push_back(option->name + '=' + value);
      }
    } else {
      std::vector<std::string> names;
      for (const Options::Place& place : known.options) names.push_back(place.name);
      out.candidates = beginning_with(start, names);
    }
  } else if (const Options::Place* place = argument_at(known.arguments, arguments)) {
    out.candidates = values_at(*place, start, sources);
  }
  return out;
}

Completion first_word(const SplitLine& told, const CompletionSources& sources) {
  const std::string start = told.open ? told.words.back() : "";
  Completion out{told.last_begin, {}};
  if (!start.empty() && start.front() == ':') {
    out.candidates = beginning_with(start, sources.colon_commands);
    return out;
  }
  out.candidates = beginning_with(start, sources.commands);
  if (!start.empty()) {
    const std::vector<std::string> queries{"MATCH", "OPTIONAL", "RETURN", "UNWIND",
                                           "WITH",  "EXPLAIN",  "PROFILE"};
    for (std::string& word : beginning_with(start, queries)) {
      out.candidates.push_back(std::move(word));
    }
  }
  return out;
}

}  // namespace

std::vector<std::string> beginning_with(std::string_view start,
                                        const std::vector<std::string>& words) {
  std::vector<std::string> out;
  for (const std::string& word : words) {
    const bool begins = word.size() >= start.size() &&
                        std::equal(start.begin(), start.end(), word.begin(),
                                   [](char a, char b) { return lower(a) == lower(b); });
    if (begins) out.push_back(word);
  }
  return out;
}

Completion complete_line(std::string_view pending, std::string_view line,
                         const CompletionSources& sources) {
  constexpr std::string_view explain = ":explain ";
  const bool explained = line.substr(0, explain.size()) == explain;
  const SplitLine told = split_line(line);
  const std::size_t before = told.words.size() - (told.open ? 1 : 0);
  const bool query = is_query(line) && before > 0;
  Completion out;
  if (!pending.empty() || query || (explained && is_query(line.substr(explain.size())))) {
    return complete_query(pending, line, sources);
  }
  if (before == 0) {
    out = first_word(told, sources);
  } else if (told.words.front() == "help" || told.words.front() == ":help") {
    const std::string start = told.open ? told.words.back() : "";
    out = {told.last_begin,
           before == 1 ? beginning_with(start, sources.topics) : std::vector<std::string>()};
  } else {
    out = complete_word(told, sources);
  }
  std::sort(out.candidates.begin(), out.candidates.end());
  return out;
}

std::string completed(const std::string& typed, const Completion& found) {
  if (found.candidates.empty()) return typed;
  if (found.candidates.size() == 1) {
    const std::string& one = found.candidates.front();
    const bool goes_on = one.back() == '/' || one.back() == '.';
    return goes_on || !found.blank ? one : one + ' ';
  }
  std::string shared = common_start(found.candidates);
  return letters_of(shared) > letters_of(typed) ? shared : typed;
}

std::size_t letters_of(std::string_view words) {
  return static_cast<std::size_t>(std::count_if(words.begin(), words.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

std::string common_start(const std::vector<std::string>& candidates) {
  if (candidates.empty()) return {};
  const std::string& first = candidates.front();
  std::size_t size = first.size();
  for (const std::string& one : candidates) {
    const auto differ = std::mismatch(first.begin(), first.end(), one.begin(), one.end());
    size = std::min(size, static_cast<std::size_t>(differ.first - first.begin()));
  }
  const auto inside = [&](std::size_t at) {
    return at < first.size() && (static_cast<unsigned char>(first[at]) & 0xC0U) == 0x80U;
  };
  while (size > 0 && inside(size)) --size;
  return first.substr(0, size);
}

std::string in_columns(const std::vector<std::string>& candidates, std::size_t width) {
  constexpr std::size_t most = 100;
  const std::size_t shown = std::min(candidates.size(), most);
  std::size_t widest = 1;
  for (std::size_t i = 0; i < shown; ++i) {
    widest = std::max(widest, display_width(candidates[i]));
  }
  const std::size_t columns = std::max<std::size_t>(1, (width + 2) / (widest + 2));
  const std::size_t rows = (shown + columns - 1) / columns;
  std::string out;
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::size_t i = row; i < shown; i += rows) {
      out += candidates[i];
      if (i + rows < shown) out.append(widest - display_width(candidates[i]) + 2, ' ');
    }
    out += '\n';
  }
  if (candidates.size() > shown) {
    out += "… and " + std::to_string(candidates.size() - shown) + " more\n";
  }
  return out;
}

}  // namespace nutgraf
