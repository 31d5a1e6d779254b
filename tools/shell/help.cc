// What :help shows.
#include <algorithm>
#include <string>
#include <vector>

#include "extract/text/nearest.h"
#include "tools/colors.h"
#include "tools/command.h"
#include "tools/shell/colon_commands.h"

namespace nutgraf {
namespace {

struct Topic {
  std::string_view name;
  std::string_view summary;
  std::string_view page;
};

const std::vector<Topic>& topics() {
  static const std::vector<Topic> table{
      {"queries", "openCypher, over as many lines as it takes",
       "A line that begins with MATCH, OPTIONAL, UNWIND, WITH, RETURN, EXPLAIN or PROFILE begins "
       "a\n"
       "query, which goes on until a ; that stands in no string. :schema shows what there is to "
       "ask\n"
       "for, :param and :node give values to $names, :explain shows how a query is answered.\n"
       "  MATCH (p:Person)<-[:ACTOR]-(e:Event)\n"
       "  RETURN p.name, count(e) AS events ORDER BY events DESC LIMIT 10;\n"},
      {"questions", "a line that ends with ? is asked as it is",
       "  who acted in Mosul in October 2016?\n"
       "The command that it was read as is shown, so that it can be changed and run again.\n"},
      {"keys", "editing, history, completion",
       "Tab           completes commands, options, their values, names, words of queries\n"
       "Up, Down      earlier statements; control-R looks for one\n"
       "control-A, E  the line's begin and end; control-W, U, K cut\n"
       "control-C     drops what is typed; ends what runs\n"
       "control-D     ends the shell, on an empty line\n"
       "~/.editrc     changes keys (libedit)\n"},
      {"dates", "what --when and --published read",
       "2016, 2016-10, 2016-10-17, 2016-W42; 2016-10..2016-12 with both ends, 2016-10.., ..2016;\n"
       "in the shell also today, yesterday, and this or last week, month and year:\n"
       "  who --at Mosul --when \"last week\"\n"},
      {"scripts", "files, -c, standard input, the rc file",
       "nutgraf shell -f FILE, -c 'STATEMENT' and statements on standard input run without "
       "asking;\n"
       "they end at the first that fails, with its line and exit code, unless --keep-going.\n"
       "Each shell first runs $NUTGRAF_RC, else ~/.nutgrafrc, else ~/.config/nutgraf/rc; --no-rc\n"
       "leaves it out. # and // begin comments; a command whose line ends with \\ goes on.\n"},
  };
  return table;
}

std::string padded(std::string words, std::size_t width) {
  words.resize(std::max(width, words.size() + 1), ' ');
  return words;
}

void show_all(Console& console) {
  const bool color = color_wanted(console, "auto");
  const auto head = [&](std::string_view words) {
    if (color) console.out << colors::bold;
    console.out << words;
    if (color) console.out << colors::none;
    console.out << '\n';
  };
  head("The shell's own");
  for (const ColonCommand& command : colon_commands()) {
    const std::string left = ':' + std::string(command.name) + ' ' + std::string(command.usage);
    console.out << "  " << padded(left, 25) << command.summary << '\n';
  }
  std::string_view group;
  for (const Command& command : commands()) {
    if (command.name == "shell") continue;
    if (command.group != group) {
      group = command.group;
      console.out << '\n';
      head(group);
    }
    console.out << "  " << padded(std::string(command.name), 25) << command.summary << '\n';
  }
  console.out << '\n';
  head("Topics");
  for (const Topic& topic : topics()) {
    console.out << "  " << padded(std::string(topic.name), 25) << topic.summary << '\n';
  }
  console.out << "\n:help NAME tells all about one.\n";
}

}  // namespace

std::vector<std::string> help_topics() {
  std::vector<std::string> out;
  for (const Topic& topic : topics()) out.emplace_back(topic.name);
  for (const ColonCommand& command : colon_commands()) out.emplace_back(command.name);
  for (const Command& command : commands()) out.emplace_back(command.name);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

int show_help(Console& console, const std::string& topic) {
  if (topic.empty()) {
    show_all(console);
    return exit_done;
  }
  const std::string name = topic.substr(topic.front() == ':' ? 1 : 0);
  for (const ColonCommand& command : colon_commands()) {
    if (command.name != name) continue;
    console.out << ':' << name << (command.usage.empty() ? "" : " ") << command.usage << ": "
                << command.summary << '\n'
                << command.more;
    return exit_done;
  }
  for (const Topic& one : topics()) {
    if (one.name != name) continue;
    console.out << one.name << ": " << one.summary << '\n' << one.page;
    return exit_done;
  }
  for (const Command& command : commands()) {
    if (command.name == name) return run_command(console, {name, "--help"});
  }
  return report_error(console, {ErrorCode::usage,
                                "no help on " + topic + did_you_mean(nearest(name, help_topics())) +
                                    "\n:help lists the topics",
                                {},
                                0,
                                0,
                                {}});
}

}  // namespace nutgraf
