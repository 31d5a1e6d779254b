#include "tools/shell/colon_commands.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "extract/text/nearest.h"
#include "tools/asking.h"
#include "tools/graph_query.h"
#include "tools/listing.h"
#include "tools/words.h"

namespace nutgraf {
namespace {

int wrong(Console& console, const std::string& what) {
  return report_error(console, {ErrorCode::usage, what, {}, 0, 0, {}});
}

// ":timing" shows the switch, ":timing on" sets it.
int switch_on_off(Console& console, const char* name, bool& value, const std::string& rest) {
  if (rest.empty()) {
    console.out << name << ' ' << (value ? "on" : "off") << '\n';
  } else if (rest == "on" || rest == "off") {
    value = rest == "on";
  } else {
    return wrong(console, ":" + std::string(name) + ": expected on or off, found \"" + rest + '"');
  }
  return exit_done;
}

int help(Shell& /*shell*/, Console& console, const std::string& rest) {
  return show_help(console, rest);
}

int mode(Shell& shell, Console& console, const std::string& rest) {
  std::string& format = shell.console().format;
  if (rest.empty()) {
    console.out << "mode " << (format.empty() ? "auto" : format) << '\n';
    return exit_done;
  }
  if (rest == "auto" || parse_row_format(rest)) {
    format = rest == "auto" ? "" : rest;
    return exit_done;
  }
  std::vector<std::string> known = row_formats();
  known.emplace_back("auto");
  const auto near = nearest(rest, known);
  std::string message = "no mode " + rest + did_you_mean(near);
  if (near.empty()) {
    message += "; there are";
    for (const std::string& one : known) message += (&one == known.data() ? " " : ", ") + one;
  }
  return wrong(console, message);
}

int timing(Shell& shell, Console& console, const std::string& rest) {
  return switch_on_off(console, "timing", shell.settings().timing, rest);
}

int pager(Shell& shell, Console& console, const std::string& rest) {
  return switch_on_off(console, "pager", shell.settings().pager, rest);
}

int max_rows(Shell& shell, Console& console, const std::string& rest) {
  std::optional<std::uint64_t>& most = shell.console().max_rows;
  if (rest.empty()) {
    console.out << "max_rows " << (most ? std::to_string(*most) : "auto") << '\n';
    return exit_done;
  }
  if (rest == "auto") {
    most.reset();
    return exit_done;
  }
  std::uint64_t read = 0;
  const char* const end = rest.data() + rest.size();
  const auto [stopped, failure] = std::from_chars(rest.data(), end, read);
  if (failure != std::errc() || stopped != end) {
    return wrong(console, ":max_rows: expected a whole number or auto, found \"" + rest + '"');
  }
  most = read;
  return exit_done;
}

int show_parameters(const Shell& shell, Console& console, const std::string& name) {
  const auto& all = shell.settings().parameters;
  if (!name.empty() && all.count(name) == 0) {
    std::vector<std::string> names;
    for (const auto& [known, value] : all) names.push_back(known);
    return wrong(console, "no parameter " + name + did_you_mean(nearest(name, names)));
  }
  for (const auto& [known, value] : all) {
    if (name.empty() || name == known) console.out << '$' << known << " = " << value << '\n';
  }
  return exit_done;
}

// ":param name = value"; "=>", ":" or a blank stand for "=".
int param(Shell& shell, Console& console, const std::string& rest) {
  const std::size_t begin = rest.find_first_not_of('$');
  const std::string words = begin == std::string::npos ? "" : rest.substr(begin);
  const std::size_t end = std::min(words.find_first_of(" \t=:"), words.size());
  const std::string name = words.substr(0, end);
  std::size_t value = words.find_first_not_of(" \t", end);
  if (value == std::string::npos) return show_parameters(shell, console, name);
  if (words[value] == '=' || words[value] == ':') {
    value += words.compare(value, 2, "=>") == 0 ? 2 : 1;
    value = std::min(words.find_first_not_of(" \t", value), words.size());
  }
  const auto read = parse_query_parameter(name + '=' + words.substr(value));
  if (!read) return report_error(console, read.error());
  shell.settings().parameters[name] = words.substr(value);
  return exit_done;
}

int unset(Shell& shell, Console& console, const std::string& rest) {
  if (rest.empty()) {
    shell.settings().parameters.clear();
    return exit_done;
  }
  const std::string name = rest.substr(rest.front() == '$' ? 1 : 0);
  if (shell.settings().parameters.erase(name) > 0) return exit_done;
  return show_parameters(shell, console, name);
}

int node(Shell& shell, Console& console, const std::string& rest) {
  const std::vector<std::string> words = split_words(rest);
  if (words.size() != 2)
    return wrong(console, ":node: expected a parameter and a node: :node at Mosul");
  const auto reading = Reading::open(console, {});
  if (!reading) return report_error(console, reading.error());
  const auto key = resolve_node(console, reading->reader(), words[1]);
  if (!key) return report_error(console, key.error());
  const auto named = reading->reader().named(*key);
  if (!named) return report_error(console, named.error());
  shell.settings().parameters[words[0]] = '\'' + named->node + '\'';
  return exit_done;
}

int source(Shell& shell, Console& console, const std::string& rest) {
  const std::vector<std::string> words = split_words(rest);
  if (words.size() != 1) return wrong(console, ":source: expected one file");
  console.out.flush();
  return shell.run_file(words.front());
}

int output(Shell& shell, Console& console, const std::string& rest) {
  const std::vector<std::string> words = split_words(rest);
  if (words.size() > 1) return wrong(console, ":output: expected one file, or none");
  const auto done = shell.write_to(words.empty() ? "" : words.front());
  return done ? exit_done : report_error(console, done.error());
}

int explain(Shell& shell, Console& console, const std::string& rest) {
  const bool on_off = rest.empty() || rest == "on" || rest == "off";
  if (on_off) return switch_on_off(console, "explain", shell.settings().explain, rest);
  return wrong(console, ":explain: expected on, off or a query, found \"" + rest + '"');
}

int schema(Shell& /*shell*/, Console& console, const std::string& rest) {
  const std::string all = query_schema();
  if (rest.empty()) {
    console.out << all;
    return exit_done;
  }
  // A label or type begins its line; its properties stand under it, set in.
  std::vector<std::string> names = query_words().labels;
  names.insert(names.end(), query_words().types.begin(), query_words().types.end());
  const std::string name = rest.substr(rest.front() == ':' ? 1 : 0);
  const std::size_t begin = std::min(all.find("(:" + name + ')'), all.find("[:" + name + ']'));
  if (begin == std::string::npos) {
    return wrong(console, "no label or type " + name + did_you_mean(nearest(name, names)));
  }
  std::size_t end = all.find('\n', begin);
  while (end + 1 < all.size() && all[end + 1] == ' ') end = all.find('\n', end + 1);
  console.out << all.substr(begin, end + 1 - begin);
  return exit_done;
}

int store(Shell& shell, Console& console, const std::string& rest) {
  const std::vector<std::string> words = split_words(rest);
  if (words.size() > 1) return wrong(console, ":store: expected one folder, or none");
  if (words.empty()) {
    const auto folder = StoreOptions().folder(console);
    if (!folder) return report_error(console, folder.error());
    console.out << "store " << *folder << '\n';
    return exit_done;
  }
  StoreOptions told;
  told.store = words.front();
  const auto reading = Reading::open(console, told);
  if (!reading) return report_error(console, reading.error());
  shell.console().store = words.front();
  return exit_done;
}

int quit(Shell& shell, Console& /*console*/, const std::string& /*rest*/) {
  shell.end();
  return exit_done;
}

}  // namespace

const std::vector<ColonCommand>& colon_commands() {
  static const std::vector<ColonCommand> table{
      {"help", "[TOPIC]", "this page, or all about a command or topic", "", help},
      {"mode", "[NAME]", "how rows are written",
       "table, box, line and markdown are for reading, csv, tsv, json and jsonl for programs; "
       "auto\n"
       "is a table on a terminal and TSV elsewhere. --format of one command goes before it.\n",
       mode},
      {"max_rows", "[N|auto]", "rows that are shown of an answer",
       "Holds in the modes for reading; 0 shows all, auto 50 rows on a terminal, of queries 1000.\n"
       "--limit of one command goes before it.\n",
       max_rows},
      {"pager", "[on|off]", "shows what is longer than the terminal page by page",
       "The pager is $NUTGRAF_PAGER, else $PAGER, else less -RFX.\n", pager},
      {"timing", "[on|off]", "tells how long each statement took", "", timing},
      {"output", "[FILE]", "what is printed goes to a file; back again without one",
       "The file is written anew. Errors and notes stay on the terminal.\n", output},
      {"source", "FILE", "runs the statements of a file",
       "It ends at the first that fails, told with its line; nutgraf shell --keep-going goes on.\n",
       source},
      {"param", "[NAME [= VALUE]]", "a value for $NAME in queries; shows them",
       "A value is a number, true, false, null, 'a string', [a list], {a: map} or a day as\n"
       "2016-10-17; other words are a string.\n"
       "  :param since = 2016-10-17\n"
       "  MATCH (e:Event) WHERE e.from >= $since RETURN e;\n",
       param},
      {"node", "NAME NODE", "$NAME is the id of the node that the words mean",
       "  :node at Mosul\n"
       "  MATCH (e:Event)-[:AT]->(:Place {id: $at}) RETURN e;\n",
       node},
      {"unset", "[NAME]", "takes a parameter away, or all", "", unset},
      {"explain", "[on|off|QUERY]", "shows how a query, or each, is answered", "", explain},
      {"schema", "[LABEL|TYPE]", "labels, relationship types and properties", "", schema},
      {"store", "[DIR]", "another store; says which it is", "", store},
      {"quit", "", "ends the shell, as control-D does", "", quit},
  };
  return table;
}

int run_colon_command(Shell& shell, Console& console, const std::string& line) {
  const std::size_t end = std::min(line.find_first_of(" \t"), line.size());
  std::string name = line.substr(1, end - 1);
  while (!name.empty() && name.back() == ';') name.pop_back();
  const std::size_t begin = line.find_first_not_of(" \t", end);
  std::string rest = begin == std::string::npos ? "" : line.substr(begin);
  while (!rest.empty() && (rest.back() == ';' || rest.back() == ' ')) rest.pop_back();
  std::vector<std::string> names;
  std::vector<const ColonCommand*> begun;
  for (const ColonCommand& command : colon_commands()) {
    if (command.name == name) return command.run(shell, console, rest);
    if (command.name.substr(0, name.size()) == name) begun.push_back(&command);
    names.push_back(':' + std::string(command.name));
  }
  if (begun.size() == 1 && !name.empty()) return begun.front()->run(shell, console, rest);
  std::vector<std::string> near;
  for (const ColonCommand* command : begun) near.push_back(':' + std::string(command->name));
  if (begun.empty() || name.empty()) near = nearest(':' + name, names);
  return wrong(console, "unknown command :" + name + did_you_mean(near) + "\n:help lists them");
}

std::vector<Options::Place> colon_arguments(std::string_view name) {
  const std::vector<std::string> on_off{"on", "off"};
  if (name == "mode") {
    std::vector<std::string> modes = row_formats();
    modes.emplace_back("auto");
    return {{"NAME", "NAME", std::move(modes), false}};
  }
  if (name == "timing" || name == "pager" || name == "explain") return {{"", "", on_off, false}};
  if (name == "max_rows") return {{"N", "N", {"auto"}, false}};
  if (name == "source" || name == "output") return {{"FILE", "FILE", {}, false}};
  if (name == "store") return {{"DIR", "DIR", {}, false}};
  if (name == "param" || name == "unset") return {{"PARAMETER", "PARAMETER", {}, false}};
  if (name == "node") return {{"PARAMETER", "PARAMETER", {}, false}, {"NODE", "NODE", {}, false}};
  if (name == "schema") {
    std::vector<std::string> names = query_words().labels;
    names.insert(names.end(), query_words().types.begin(), query_words().types.end());
    return {{"LABEL", "LABEL", std::move(names), false}};
  }
  return {};
}

}  // namespace nutgraf
