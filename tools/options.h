// The words of one command: its options, its arguments, its help.
//
// A command names each option once, with the variable it fills and a line of help; the list then
// parses, answers --help, tells what is near an unknown word, and completes in the shell.
#ifndef NUTGRAF_TOOLS_OPTIONS_H_
#define NUTGRAF_TOOLS_OPTIONS_H_

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tools/console.h"

namespace nutgraf {

using Arguments = std::vector<std::string>;

class Options {
 public:
  // `usage` is what stands after the command's name: "[PATH…]".
  Options(std::string command, std::string usage, std::string summary);

  // Each returns *this. Names are whole ("--jobs") or with a short form ("-o,--output"). The
  // variables must outlive parse().
  Options& flag(std::string name, bool& value, std::string help);
  Options& value(std::string name, std::string placeholder, std::string& value, std::string help);
  Options& values(std::string name, std::string placeholder, std::vector<std::string>& values,
                  std::string help);  // may be given several times
  Options& each(std::string name, std::string placeholder,
                std::function<void(const std::string&)> take,
                std::string help);  // may be given several times; in the order of the words
  Options& number(std::string name, std::string placeholder, std::optional<std::uint64_t>& value,
                  std::string help);
  Options& choice(std::string name, std::vector<std::string> words, std::string& value,
                  std::string help);
  // Exactly one word, required; or any number of words, at least `least` of them.
  Options& argument(std::string name, std::string& value, bool required = true);
  Options& arguments(std::string name, std::vector<std::string>& values, std::size_t least);
  Options& note(std::string paragraph);  // a paragraph of the help page
  Options& example(std::string line);    // a command line without the program's name

  // Reads the words behind the command's name. A value returned is the exit code to leave with:
  // help was shown, or the words were wrong and have been answered.
  std::optional<int> parse(Console& console, const Arguments& words);

  std::string help() const;
  // The names of the options, "--jobs" and so on.
  std::vector<std::string> names() const;

  // What may stand where, for completion.
  struct Place {
    std::string name;                  // "--format", or an argument's: "NODE"
    std::string holds;                 // what its value is: "NODE", "FILE"; empty: a flag
    std::vector<std::string> choices;  // all that it may be; empty: anything
    bool again = false;                // takes any number of words
  };
  std::vector<Place> option_places() const;
  std::vector<Place> argument_places() const;

 private:
  struct Option {
    std::string name;         // "--jobs"
    std::string short_name;   // "-j" or empty
    std::string placeholder;  // empty: a flag
    std::string help;
    std::function<std::string(const std::string&)> take;  // what is wrong with a value, or ""
    std::vector<std::string> choices = {};
  };
  struct Argument {
    std::string name;
    std::size_t least;
    std::size_t most;
    std::function<void(const std::string&)> take;
  };

  Options& add(std::string names, std::string placeholder, std::string help,
               std::function<std::string(const std::string&)> take);
  const Option* find(std::string_view name) const;
  int wrong(Console& console, const std::string& what) const;
  std::optional<int> parse_option(Console& console, const Arguments& words, std::size_t& at);
  std::optional<int> take_arguments(Console& console, const Arguments& plain);

  std::string command_;
  std::string usage_;
  std::string summary_;
  std::vector<Option> options_;
  std::vector<Argument> arguments_;
  std::vector<std::string> notes_;
  std::vector<std::string> examples_;
};

}  // namespace nutgraf

#endif  // NUTGRAF_TOOLS_OPTIONS_H_
