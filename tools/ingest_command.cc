// `nutgraf ingest`: reports into the store.
#include <fmt/format.h>

#include <filesystem>
#include <utility>

#include "graph/knowledge.h"
#include "tools/command.h"
#include "tools/interrupts.h"
#include "tools/ordered_pool.h"
#include "tools/progress.h"
#include "tools/reading.h"
#include "tools/session.h"
#include "tools/witness.h"

namespace nutgraf {
namespace {

struct IngestOptions {
  ReadingOptions reading;
  StoreOptions store;
  std::optional<std::uint64_t> batch;
  bool replace = false;
  bool quiet = false;
};

struct Tally {
  std::uint64_t added = 0, skipped = 0, replaced = 0, refused = 0;
};

// Gathers testimonies and commits them batch by batch; tells what was refused.
class Writer {
 public:
  Writer(Console& console, Knowledge& knowledge, const IngestOptions& options, Progress& progress)
      : console_(console), knowledge_(knowledge), options_(options), progress_(progress) {}

  // nullopt in `read`: the store has the report already.
  bool take(Result<std::optional<Testimony>> read) {
    if (!read) {
      refuse(read.error());
    } else if (!*read) {
      ++tally_.skipped;
    } else {
      bytes_ += (*read)->report.text.size();
      batch_.push_back(std::move(**read));
      const bool full = batch_.size() >= options_.batch.value_or(256) || bytes_ > batch_bytes;
      if (full) return commit();
    }
    return true;
  }

  // False when the store failed: `error` has it.
  bool commit() {
    if (batch_.empty()) return true;
    auto outcomes = knowledge_.ingest(std::exchange(batch_, {}), options_.replace);
    bytes_ = 0;
    if (!outcomes) {
      error = outcomes.error();
      return false;
    }
    for (const IngestOutcome& outcome : *outcomes) {
      switch (outcome.arrival) {
        case Arrival::added:
          ++tally_.added;
          break;
        case Arrival::skipped:
          ++tally_.skipped;
          break;
        case Arrival::replaced:
          ++tally_.replaced;
          break;
        case Arrival::refused:
          refuse(Error{ErrorCode::invalid, outcome.report + ": " + outcome.reason, {}, 0, 0, {}});
          break;
      }
    }
    return true;
  }

  const Tally& tally() const { return tally_; }
  std::uint64_t seen() const { return tally_.added + tally_.skipped + tally_.replaced; }
  std::optional<Error> error;

 private:
  static constexpr std::size_t batch_bytes = std::size_t{16} << 20U;

  void refuse(const Error& why) {
    ++tally_.refused;
    progress_.clear();
    tell_refused(console_, why);
  }

  Console& console_;
  Knowledge& knowledge_;
  const IngestOptions& options_;
  Progress& progress_;
  std::vector<Testimony> batch_;
  std::size_t bytes_ = 0;
  Tally tally_;
};

std::string told(const Tally& tally) {
  std::string out = fmt::format("{} added", tally.added);
  if (tally.replaced > 0) out += fmt::format(", {} replaced", tally.replaced);
  if (tally.skipped > 0) out += fmt::format(", {} already there", tally.skipped);
  if (tally.refused > 0) out += fmt::format(", {} refused", tally.refused);
  return out + "\n";
}

// The store that the options name, made when there is none: .nutgraf here, if nothing is named.
Result<Store> open_or_make(Console& console, const StoreOptions& options, bool quiet) {
  const std::string told = options.store.empty() ? console.store : options.store;
  const std::string folder = find_store(told).value_or(".nutgraf");
  if (!Store::is_store(folder)) {
    auto made = Store::create(folder);
    if (made && !quiet) console.err << "a new store: " << folder << '\n';
    return made;
  }
  return Store::open(folder, Access::write, static_cast<unsigned>(options.wait.value_or(10)));
}

int ingest(Console& console, const IngestOptions& options) {
  auto input = options.reading.open(console);
  if (!input) return report_error(console, input.error());
  auto witness = Witness::open(options.reading.rules);
  if (!witness) return report_error(console, witness.error());
  auto store = open_or_make(console, options.store, options.quiet);
  if (!store) return report_error(console, store.error());
  Knowledge& knowledge = store->knowledge();
  const auto rules = knowledge.rule_set();
  if (!rules) return report_error(console, rules.error());
  if (!rules->empty() && *rules != witness->rule_set()) {
    return report_error(console, {ErrorCode::unavailable,
                                  "the store was made under another rule set; `nutgraf rebuild` "
                                  "extracts its reports anew",
                                  {},
                                  0,
                                  0,
                                  {}});
  }

  Progress progress(console, options.quiet, input->bytes_expected());
  Writer writer(console, knowledge, options, progress);
  using Item = std::pair<Result<InputReport>, bool>;  // and whether it is there already
  run_ordered(
      options.reading.threads(),
      [&]() -> std::optional<Item> {
        if (console.interactive && Interrupts::seen()) return std::nullopt;
        auto read = input->next();
        if (!read) return std::nullopt;
        const auto arrival = *read ? knowledge.expect((*read)->report, options.replace)
                                   : Result<Arrival>(Arrival::added);
        const bool there = arrival && *arrival == Arrival::skipped;
        return Item{std::move(*read), there};
      },
      [&] {
        return [work = witness->worker()](Item item) mutable -> Result<std::optional<Testimony>> {
          if (!item.first) return fail(item.first.error());
          if (item.second) return std::optional<Testimony>();
          return std::optional(work(std::move(item.first->report)));
        };
      },
      [&](Result<std::optional<Testimony>> read) {
        const bool going = writer.take(std::move(read));
        progress.show(input->bytes_taken(), writer.seen());
        return going;
      });
  if (!writer.error) writer.commit();
  progress.clear();
  const auto closed = store->close();
  if (writer.error) return report_error(console, *writer.error);
  if (!closed) return report_error(console, closed.error());
  if (!options.quiet) console.err << told(writer.tally());
  if (console.interactive && Interrupts::seen()) {
    return report_error(console, {ErrorCode::io, "interrupted", {}, 0, 0, {}});
  }
  return writer.tally().refused > 0 ? exit_refused : exit_done;
}

}  // namespace

int run_ingest(Console& console, const Arguments& words) {
  IngestOptions options;
  Options line("ingest", "[PATH…]", "reads reports into the store, which is made if there is none");
  line.note(
      "Reads files, folders, globs or - (standard input, a JSON object a line). Reports that are\n"
      "there with the same content are skipped; an id that comes back with other content is "
      "refused\n"
      "unless --replace. Safe to interrupt and to repeat.");
  line.number("--batch", "N", options.batch, "reports to one write; 256");
  line.flag("--replace", options.replace,
            "reports that come back with other content replace theirs");
  line.flag("--quiet", options.quiet, "no bar and no count");
  options.reading.add_to(line);
  options.store.add_to(line, true);
  line.example("ingest reports/ --store news.store");
  if (const auto code = line.parse(console, words)) return *code;
  return ingest(console, options);
}

}  // namespace nutgraf
