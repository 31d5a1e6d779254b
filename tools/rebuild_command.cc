// `nutgraf rebuild`: extracts and derives anew, after a rule upgrade.
#include <fmt/format.h>

#include <utility>

#include "tools/command.h"
#include "tools/ordered_pool.h"
#include "tools/progress.h"
#include "tools/reading.h"
#include "tools/session.h"
#include "tools/witness.h"

namespace nutgraf {
namespace {

struct RebuildOptions {
  StoreOptions store;
  std::vector<std::string> rules;
  std::optional<std::uint64_t> jobs;
  bool quiet = false;
};

Result<std::vector<std::string>> report_ids(const GraphReader& reader) {
  std::vector<std::string> out;
  const auto seen = reader.reports([&out](const ReportRow& row) {
    out.push_back(row.report);
    return true;
  });
  if (!seen) return fail(seen.error());
  return out;
}

// Reads every report of the generation in force, extracts it, and writes it into the next one.
Result<void> rebuild(Console& console, Store& store, const Witness& witness,
                     const RebuildOptions& options) {
  const auto reader = store.reader();
  const auto ids = report_ids(*reader);
  if (!ids) return fail(ids.error());
  const auto next = store.begin_rebuild();
  if (!next) return fail(next.error());
  Progress progress(console, options.quiet, std::nullopt);
  Result<void> done;
  std::vector<Testimony> batch;
  std::size_t at = 0;
  std::uint64_t bytes = 0;
  const auto commit = [&] {
    const auto written = (*next)->ingest(std::exchange(batch, {}), false);
    if (!written) done = fail(written.error());
    return written.has_value();
  };
  run_ordered(
      options.jobs ? static_cast<std::size_t>(*options.jobs) : ReadingOptions().threads(),
      [&]() -> std::optional<Report> {
        if (at == ids->size()) return std::nullopt;
        auto report = reader->report((*ids)[at++]);
        if (report && *report) return std::move(**report);
        done = report ? fail(ErrorCode::unavailable, "the store has lost a report")
                      : fail(report.error());
        return std::nullopt;
      },
      [&] { return witness.worker(); },
      [&](Testimony testimony) {
        bytes += testimony.report.text.size();
        batch.push_back(std::move(testimony));
        progress.show(bytes, at);
        return batch.size() < 256 || commit();
      });
  if (done && !batch.empty()) commit();
  if (!done) return done;
  if (auto finished = store.finish_rebuild(); !finished) return finished;
  if (!options.quiet) console.err << fmt::format("{} reports extracted anew\n", ids->size());
  return store.close();
}

}  // namespace

int run_rebuild(Console& console, const Arguments& words) {
  RebuildOptions options;
  Options line("rebuild", "", "extracts the store's reports anew with the rules at hand");
  line.note("Readers see the old graph until all is done; interrupted, the old one stays.");
  line.number("-j,--jobs", "N", options.jobs, "threads; as many as the machine has cores");
  line.values("--rules", "FOLDER", options.rules, "a folder of your own rules; may be given again");
  line.flag("--quiet", options.quiet, "no bar and no count");
  options.store.add_to(line, true);
  line.example("rebuild --store news.store");
  if (const auto code = line.parse(console, words)) return *code;
  const auto witness = Witness::open(options.rules);
  if (!witness) return report_error(console, witness.error());
  auto store = options.store.open_to_write(console);
  if (!store) return report_error(console, store.error());
  const auto done = rebuild(console, *store, *witness, options);
  return done ? int{exit_done} : report_error(console, done.error());
}

}  // namespace nutgraf
