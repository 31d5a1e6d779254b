// Commands about the store as a whole: init, retract, dump, load, verify, backup, compact, stats.
#include <fmt/format.h>

#include <fstream>
#include <iostream>

#include "tools/asking.h"
#include "tools/command.h"
#include "tools/session.h"

namespace nutgraf {

int run_init(Console& console, const Arguments& words) {
  std::string folder = ".nutgraf";
  Options line("init", "[DIR]", "makes an empty store: DIR, else .nutgraf here");
  line.argument("DIR", folder, false);
  line.example("init news.store");
  if (const auto code = line.parse(console, words)) return *code;
  auto made = Store::create(folder);
  if (!made) return report_error(console, made.error());
  if (const auto closed = made->close(); !closed) return report_error(console, closed.error());
  console.err << "a new store: " << folder << '\n';
  return exit_done;
}

namespace {

// What would fall and what would stand on other reports.
int preview(Console& console, const Knowledge& knowledge, const std::vector<std::string>& reports,
            const RowOptions& rows) {
  const auto would = knowledge.preview_retract(reports);
  if (!would) return report_error(console, would.error());
  Listing listing{{"node", "name", "kind", "reports_left"}, {}};
  for (const NamedNode& node : would->fall) {
    listing.rows.push_back(
        {node.node, node.name, std::string(to_string(node.key.kind)), count_cell(0)});
  }
  for (const auto& [node, left] : would->stand) {
    listing.rows.push_back(
        {node.node, node.name, std::string(to_string(node.key.kind)), count_cell(left)});
  }
  return rows.print(console, listing);
}

}  // namespace

int run_retract(Console& console, const Arguments& words) {
  StoreOptions options;
  RowOptions rows;
  std::vector<std::string> reports;
  bool dry = false;
  Options line("retract", "REPORT… [--dry-run]", "takes reports back, with all that only they say");
  line.arguments("REPORT", reports, 1);
  line.flag("--dry-run", dry, "changes nothing; lists the nodes, with the reports they still have");
  rows.add_to(line);
  options.add_to(line, true);
  line.example("retract report-17 --dry-run");
  if (const auto code = line.parse(console, words)) return *code;
  auto store = options.open_to_write(console);
  if (!store) return report_error(console, store.error());
  const auto would = store->knowledge().preview_retract(reports);
  if (!would) return report_error(console, would.error());
  if (dry) return preview(console, store->knowledge(), reports, rows);
  const auto done = store->knowledge().retract(reports);
  if (!done) return report_error(console, done.error());
  if (const auto closed = store->close(); !closed) return report_error(console, closed.error());
  console.err << fmt::format("{} taken back; {} nodes fell, {} stand on other reports\n",
                             reports.size(), would->fall.size(), would->stand.size());
  return exit_done;
}

int run_dump(Console& console, const Arguments& words) {
  StoreOptions options;
  bool digest = false;
  Options line("dump", "[--digest]",
               "the whole store as sorted lines, the same for the same knowledge");
  line.flag("--digest", digest, "one hash of it instead");
  options.add_to(line, false);
  line.example("dump > news.dump");
  if (const auto code = line.parse(console, words)) return *code;
  const auto reading = Reading::open(console, options);
  if (!reading) return report_error(console, reading.error());
  const Knowledge& knowledge = reading->store().knowledge();
  if (digest) {
    const auto hash = knowledge.digest();
    if (!hash) return report_error(console, hash.error());
    console.out << *hash << '\n';
    return exit_done;
  }
  const auto done = knowledge.dump([&console](std::string_view text) -> Result<void> {
    console.out << text << '\n';
    if (!console.out) return fail(ErrorCode::io, "cannot write to standard output");
    return {};
  });
  return done ? int{exit_done} : report_error(console, done.error());
}

int run_load(Console& console, const Arguments& words) {
  std::string file;
  StoreOptions options;
  Options line("load", "FILE --store DIR", "makes a store from a dump (- reads standard input)");
  line.argument("FILE", file);
  options.add_to(line, true);
  line.example("load news.dump --store copy.store");
  if (const auto code = line.parse(console, words)) return *code;
  std::ifstream opened;
  if (file != "-") opened.open(file);
  if (file != "-" && !opened) {
    return report_error(console, {ErrorCode::io, "cannot be opened", file, 0, 0, {}});
  }
  std::istream& in = file == "-" ? console.in : opened;
  auto store = Store::create(options.store.empty() ? ".nutgraf" : options.store);
  if (!store) return report_error(console, store.error());
  std::uint64_t number = 0;
  for (std::string text; std::getline(in, text);) {
    ++number;
    if (auto loaded = store->knowledge().load_line(text); !loaded) {
      Error error = loaded.error();
      error.file = file;
      error.line = number;
      return report_error(console, error);
    }
  }
  if (const auto done = store->knowledge().finish_load(); !done) {
    return report_error(console, done.error());
  }
  const auto closed = store->close();
  return closed ? int{exit_done} : report_error(console, closed.error());
}

int run_verify(Console& console, const Arguments& words) {
  StoreOptions options;
  bool deep = false;
  Options line("verify", "[--deep]", "checks the store against its own digests");
  line.flag("--deep", deep, "recomputes belief from testimony too, and compares");
  options.add_to(line, false);
  line.example("verify --deep");
  if (const auto code = line.parse(console, words)) return *code;
  const auto reading = Reading::open(console, options);
  if (!reading) return report_error(console, reading.error());
  const auto outcome = reading->store().knowledge().verify(deep);
  if (!outcome) return report_error(console, outcome.error());
  for (const std::string& problem : outcome->problems) console.out << problem << '\n';
  if (outcome->problems.empty()) {
    console.out << fmt::format("{} rows are as they should be\n", outcome->rows);
    return exit_done;
  }
  return exit_unavailable;
}

int run_backup(Console& console, const Arguments& words) {
  StoreOptions options;
  std::string folder;
  Options line("backup", "DIR", "a copy of the store as it is now: a store of its own");
  line.argument("DIR", folder);
  options.add_to(line, false);
  line.example("backup news.backup");
  if (const auto code = line.parse(console, words)) return *code;
  const auto reading = Reading::open(console, options);
  if (!reading) return report_error(console, reading.error());
  const auto done = reading->store().backup(folder);
  return done ? int{exit_done} : report_error(console, done.error());
}

int run_compact(Console& console, const Arguments& words) {
  StoreOptions options;
  Options line("compact", "", "gives disk back that retracted reports took");
  options.add_to(line, true);
  line.example("compact");
  if (const auto code = line.parse(console, words)) return *code;
  auto store = options.open_to_write(console);
  if (!store) return report_error(console, store.error());
  if (const auto done = store->compact(); !done) return report_error(console, done.error());
  const auto closed = store->close();
  return closed ? int{exit_done} : report_error(console, closed.error());
}

int run_stats(Console& console, const Arguments& words) {
  StoreOptions options;
  RowOptions rows;
  Options line("stats", "", "counts and sizes");
  rows.add_to(line);
  options.add_to(line, false);
  line.example("stats");
  if (const auto code = line.parse(console, words)) return *code;
  const auto reading = Reading::open(console, options);
  if (!reading) return report_error(console, reading.error());
  const auto stats = reading->store().stats();
  if (!stats) return report_error(console, stats.error());
  Listing listing{{"what", "count"}, {}};
  const auto add = [&listing](const std::string& what, std::uint64_t count) {
    listing.rows.push_back({what, count_cell(count)});
  };
  const GraphCounts& graph = stats->graph;
  add("reports", graph.reports);
  add("persons", graph.persons);
  add("groups", graph.groups);
  add("places", graph.places);
  add("events", graph.events);
  add("batches written", stats->batch);
  add("bytes on disk", stats->bytes_on_disk);
  for (const auto& [table, count] : stats->rows) add("rows of " + table, count);
  for (const auto& [table, size] : stats->bytes) add("bytes of " + table, size);
  listing.rows.push_back({"format", count_cell(stats->format)});
  listing.rows.push_back({"rule set", stats->rule_set});
  return rows.print(console, listing);
}

}  // namespace nutgraf
