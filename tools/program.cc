#include "tools/program.h"

#include <string>

#include "extract/text/nearest.h"
#include "tools/command.h"

namespace nutgraf {
namespace {

std::string overview() {
  std::string out =
      "nutgraf reads news reports and answers who did what, where and when.\n\n"
      "usage: nutgraf COMMAND [WORDS…]\n";
  std::string_view group;
  for (const Command& command : commands()) {
    if (command.group != group) {
      group = command.group;
      out += '\n' + std::string(group) + '\n';
    }
    std::string name(command.name);
    name.resize(12, ' ');
    out += "  " + name + std::string(command.summary) + '\n';
  }
  out +=
      "\nnutgraf COMMAND --help tells all about one. The store is --store DIR, else\n"
      "$NUTGRAF_STORE, else the .nutgraf found upward from here.\n"
      "$NUTGRAF_FORMAT is the --format where none is said; $COLUMNS the width off a terminal.\n"
      "\nexample:\n"
      "  nutgraf extract --format table report.txt\n";
  return out;
}

// "nutgraf --store DIR who …": the store may be told before the command.
Arguments without_store(Console& console, Arguments words) {
  const std::string first = words.empty() ? "" : words.front();
  const bool apart = first == "--store" && words.size() > 1;
  if (!apart && first.substr(0, 8) != "--store=") return words;
  console.store = apart ? words[1] : first.substr(8);
  words.erase(words.begin(), words.begin() + (apart ? 2 : 1));
  return words;
}

}  // namespace

const std::vector<Command>& commands() {
  static const std::vector<Command> table{
      {"extract", "Reading reports", "who, what, where and when of reports; touches no store",
       run_extract},
      {"ingest", "Reading reports", "reads reports into the store, which is made if there is none",
       run_ingest},
      {"retract", "Reading reports", "takes reports back, with all that only they say",
       run_retract},
      {"reports", "Reading reports", "the reports in the store", run_reports},
      {"who", "Asking", "actors, those with the most events first", run_who},
      {"what", "Asking", "events, with who took part, where and when", run_what},
      {"where", "Asking", "places, those with the most events first", run_where},
      {"when", "Asking", "days, with what happened and how often", run_when},
      {"ask", "Asking", "a question in words: \"who acted in Mosul in October 2016\"", run_ask},
      {"query", "Asking", "openCypher, reads only: 'MATCH …'", run_query},
      {"show", "Asking", "everything about a node; a report's text with its mentions marked",
       run_show},
      {"evidence", "Asking", "the sentences behind a node or an edge", run_evidence},
      {"why", "Asking", "the rules, dates, places and merges that made a node", run_why},
      {"near", "Walking", "the nodes around one", run_near},
      {"path", "Walking", "the shortest ways from one node to another", run_path},
      {"top", "Walking", "rankings of actors, places, actions, pairs", run_top},
      {"components", "Walking", "actors that common events connect, however indirectly",
       run_components},
      {"communities", "Walking", "actors that have more to do with each other than with others",
       run_communities},
      {"export", "Taking it elsewhere", "the graph for other tools: GraphML, GEXF, GeoJSON, CSV, …",
       run_export},
      {"dump", "Taking it elsewhere", "the whole store as sorted lines", run_dump},
      {"load", "Taking it elsewhere", "makes a store from a dump", run_load},
      {"same", "Deciding", "two nodes are one and the same", run_same},
      {"different", "Deciding", "two nodes are not the same", run_different},
      {"split", "Deciding", "some mentions of a node are another", run_split},
      {"reject", "Deciding", "an event that no report tells", run_reject},
      {"undo", "Deciding", "takes a decision back", run_undo},
      {"log", "Deciding", "the decisions", run_log},
      {"review", "Deciding", "the doubtful pairs, one by one", run_review},
      {"place", "Looking things up", "the places that bear a name, the likeliest first", run_place},
      {"rules", "Looking things up", "the rules of events in force, and their examples", run_rules},
      {"init", "Keeping the store", "an empty store", run_init},
      {"verify", "Keeping the store", "checks the store", run_verify},
      {"rebuild", "Keeping the store", "extracts and derives anew, after a rule upgrade",
       run_rebuild},
      {"backup", "Keeping the store", "a copy of the store as it is now", run_backup},
      {"compact", "Keeping the store", "gives disk back", run_compact},
      {"stats", "Keeping the store", "counts and sizes", run_stats},
      {"shell", "All of it",
       "all of the above without the program's name, with history and completion", run_shell},
  };
  return table;
}

int run_command(Console& console, const Arguments& words) {
  if (words.empty()) {
    console.err << overview();
    return exit_usage;
  }
  const std::string& name = words.front();
  if (name == "--help" || name == "-h" || name == "help") {
    if (words.size() < 2 || name != "help") {
      console.out << overview();
      return exit_done;
    }
    return run_command(console, {words[1], "--help"});
  }
  if (name == "--version") {
    console.out << "nutgraf " NUTGRAF_VERSION "\n";
    return exit_done;
  }
  std::vector<std::string> names;
  for (const Command& command : commands()) {
    if (command.name == name) return command.run(console, {words.begin() + 1, words.end()});
    names.emplace_back(command.name);
  }
  console.err << "nutgraf: unknown command " << name << did_you_mean(nearest(name, names))
              << "\nnutgraf --help lists the commands\n";
  return exit_usage;
}

int run_program(int argc, char** argv) {
  Console console = process_console();
  const int code = run_command(console, without_store(console, {argv + 1, argv + argc}));
  console.out.flush();
  if (!console.out) {
    console.err << "nutgraf: cannot write to standard output\n";
    return exit_failed;
  }
  return code;
}

}  // namespace nutgraf
