#include "tools/options.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <utility>

#include "extract/text/nearest.h"

namespace nutgraf {
namespace {

constexpr std::size_t any_number = std::numeric_limits<std::size_t>::max();

std::string joined(const std::vector<std::string>& words, std::string_view between) {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += between;
    out += word;
  }
  return out;
}

// A line of help: the option in its column, the words behind it broken at 100 columns.
std::string help_line(const std::string& left, const std::string& words) {
  constexpr std::size_t column = 26;
  constexpr std::size_t width = 100;
  std::string out = "  " + left;
  if (out.size() + 2 > column) {
    out += '\n' + std::string(column, ' ');
  } else {
    out.resize(column, ' ');
  }
  std::size_t at = column;
  std::size_t begin = 0;
  while (begin < words.size()) {
    const std::size_t end = std::min(words.find(' ', begin), words.size());
    if (at > column && at + 1 + end - begin > width) {
      out += '\n' + std::string(column, ' ');
      at = column;
    }
    if (at > column) {
      out += ' ';
      ++at;
    }
    out.append(words, begin, end - begin);
    at += end - begin;
    begin = end + 1;
  }
  return out + '\n';
}

}  // namespace

Options::Options(std::string command, std::string usage, std::string summary)
    : command_(std::move(command)), usage_(std::move(usage)), summary_(std::move(summary)) {}

Options& Options::add(std::string names, std::string placeholder, std::string help,
                      std::function<std::string(const std::string&)> take) {
  Option option{std::move(names), {}, std::move(placeholder), std::move(help), std::move(take)};
  if (const std::size_t comma = option.name.find(','); comma != std::string::npos) {
    option.short_name = option.name.substr(0, comma);
    option.name.erase(0, comma + 1);
  }
  options_.push_back(std::move(option));
  return *this;
}

Options& Options::flag(std::string name, bool& value, std::string help) {
  return add(std::move(name), "", std::move(help), [&value](const std::string&) {
    value = true;
    return std::string();
  });
}

Options& Options::value(std::string name, std::string placeholder, std::string& value,
                        std::string help) {
  return add(std::move(name), std::move(placeholder), std::move(help),
             [&value](const std::string& word) {
               value = word;
               return std::string();
             });
}

Options& Options::values(std::string name, std::string placeholder,
                         std::vector<std::string>& values, std::string help) {
  return add(std::move(name), std::move(placeholder), std::move(help),
             [&values](const std::string& word) {
               values.push_back(word);
               return std::string();
             });
}

Options& Options::each(std::string name, std::string placeholder,
                       std::function<void(const std::string&)> take, std::string help) {
  return add(std::move(name), std::move(placeholder), std::move(help),
             [take = std::move(take)](const std::string& word) {
               take(word);
               return std::string();
             });
}

Options& Options::number(std::string name, std::string placeholder,
                         std::optional<std::uint64_t>& value, std::string help) {
  return add(std::move(name), std::move(placeholder), std::move(help),
             [&value](const std::string& word) {
               std::uint64_t read = 0;
               const char* const end = word.data() + word.size();
               const auto [stopped, failure] = std::from_chars(word.data(), end, read);
               if (failure != std::errc() || stopped != end) return std::string("a whole number");
               value = read;
               return std::string();
             });
}

Options& Options::choice(std::string name, std::vector<std::string> words, std::string& value,
                         std::string help) {
  add(std::move(name), joined(words, "|"), std::move(help),
      [&value, words](const std::string& word) {
        if (std::find(words.begin(), words.end(), word) == words.end()) {
          return "one of " + joined(words, ", ");
        }
        value = word;
        return std::string();
      });
  options_.back().choices = std::move(words);
  return *this;
}

Options& Options::argument(std::string name, std::string& value, bool required) {
  arguments_.push_back({std::move(name), required ? std::size_t{1} : std::size_t{0}, 1,
                        [&value](const std::string& word) { value = word; }});
  return *this;
}

Options& Options::arguments(std::string name, std::vector<std::string>& values, std::size_t least) {
  arguments_.push_back({std::move(name), least, any_number,
                        [&values](const std::string& word) { values.push_back(word); }});
  return *this;
}

Options& Options::note(std::string paragraph) {
  notes_.push_back(std::move(paragraph));
  return *this;
}

Options& Options::example(std::string line) {
  examples_.push_back(std::move(line));
  return *this;
}

const Options::Option* Options::find(std::string_view name) const {
  for (const Option& option : options_) {
    if (option.name == name || (!option.short_name.empty() && option.short_name == name)) {
      return &option;
    }
  }
  return nullptr;
}

std::vector<std::string> Options::names() const {
  std::vector<std::string> out;
  for (const Option& option : options_) out.push_back(option.name);
  out.emplace_back("--help");
  return out;
}

std::vector<Options::Place> Options::option_places() const {
  std::vector<Place> out;
  for (const Option& option : options_)
    out.push_back({option.name, option.placeholder, option.choices, false});
  out.push_back({"--help", "", {}, false});
  return out;
}

std::vector<Options::Place> Options::argument_places() const {
  std::vector<Place> out;
  for (const Argument& argument : arguments_) {
    Place place{argument.name, argument.name, {}, argument.most == any_number};
    // "list|show": the words themselves, where NODE|REPORT names what they are.
    const bool words = argument.name.find('|') != std::string::npos && argument.name.front() >= 'a';
    for (std::size_t begin = 0; words && begin < argument.name.size();) {
      const std::size_t end = std::min(argument.name.find('|', begin), argument.name.size());
      place.choices.push_back(argument.name.substr(begin, end - begin));
      begin = end + 1;
    }
    out.push_back(std::move(place));
  }
  return out;
}

int Options::wrong(Console& console, const std::string& what) const {
  console.err << "nutgraf " << command_ << ": " << what << '\n';
  console.err << "usage: nutgraf " << command_ << (usage_.empty() ? "" : " ") << usage_
              << "    (nutgraf " << command_ << " --help tells more)\n";
  return exit_usage;
}

std::optional<int> Options::parse_option(Console& console, const Arguments& words,
                                         std::size_t& at) {
  const std::string& word = words[at];
  const std::size_t equals = word.rfind("--", 0) == 0 ? word.find('=') : std::string::npos;
  const std::string name = word.substr(0, equals);
  const Option* option = find(name);
  if (option == nullptr) {
    return wrong(console, "unknown option " + name + did_you_mean(nearest(name, names())));
  }
  std::string value;
  if (equals != std::string::npos) {
    if (option->placeholder.empty()) return wrong(console, name + " takes no value");
    value = word.substr(equals + 1);
  } else if (!option->placeholder.empty()) {
    if (++at == words.size()) return wrong(console, name + " needs a value");
    value = words[at];
  }
  const std::string expected = option->take(value);
  if (expected.empty()) return std::nullopt;
  return wrong(console, name + ": expected " + expected + ", found \"" + value + '"');
}

std::optional<int> Options::take_arguments(Console& console, const Arguments& plain) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < arguments_.size(); ++i) {
    const Argument& argument = arguments_[i];
    std::size_t taken = 0;
    while (taken < argument.most && at < plain.size()) {
      argument.take(plain[at++]);
      ++taken;
    }
    if (taken < argument.least) return wrong(console, argument.name + " is missing");
  }
  if (at < plain.size()) return wrong(console, "unexpected \"" + plain[at] + '"');
  return std::nullopt;
}

std::optional<int> Options::parse(Console& console, const Arguments& words) {
  if (console.on_options != nullptr) {
    (*console.on_options)(*this);
    return exit_done;
  }
  Arguments plain;
  bool only_plain = false;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const std::string& word = words[at];
    if (!only_plain && word == "--") {
      only_plain = true;
    } else if (!only_plain && (word == "--help" || word == "-h")) {
      console.out << help();
      return exit_done;
    } else if (!only_plain && word.size() > 1 && word.front() == '-') {
      if (const auto code = parse_option(console, words, at)) return code;
    } else {
      plain.push_back(word);
    }
  }
  return take_arguments(console, plain);
}

std::string Options::help() const {
  std::string out = "nutgraf " + command_ + ": " + summary_ + "\n\nusage: nutgraf " + command_;
  if (!usage_.empty()) out += ' ' + usage_;
  out += "\n";
  for (const std::string& note : notes_) out += '\n' + note + '\n';
  out += "\noptions:\n";
  for (const Option& option : options_) {
    std::string left = option.short_name.empty() ? "" : option.short_name + ", ";
    left += option.name;
    if (!option.placeholder.empty()) left += ' ' + option.placeholder;
    out += help_line(left, option.help);
  }
  out += help_line("-h, --help", "this page");
  out += examples_.size() == 1 ? "\nexample:\n" : "\nexamples:\n";
  for (const std::string& line : examples_) out += "  nutgraf " + line + '\n';
  return out;
}

}  // namespace nutgraf
