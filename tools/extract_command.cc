// `nutgraf extract`: reports in, one object or one table a report out; no store.
#include <memory>
#include <string>
#include <utility>

#include "extract/report/extraction_json.h"
#include "tools/asking.h"
#include "tools/command.h"
#include "tools/explanation.h"
#include "tools/listing.h"
#include "tools/ordered_pool.h"
#include "tools/reading.h"
#include "tools/sentence_table.h"

namespace nutgraf {
namespace {

struct ExtractOptions {
  ReadingOptions reading;
  std::string format;
  std::string offsets = "codepoints";
  std::string color = "auto";
  bool tokens = false;
  bool certain = false;
  bool explain = false;
};

// The JSON of an extraction is about twenty times as long as its text.
constexpr std::size_t room_for_each_byte = 24;

// The report's tuples as a table under its id.
std::string as_table(const Report& report, const Extraction& extraction, const Console& console,
                     bool color) {
  Listing listing;
  listing.columns = {"actor", "action", "type", "target", "place", "when", "how"};
  for (const Tuple& tuple : extraction.tuples) {
    const Event& event = extraction.events[tuple.event];
    std::string how(to_string(event.modality));
    if (event.polarity == Polarity::negative) how += ", negative";
    listing.rows.push_back({party_words(report, extraction, tuple.actor), tuple.action, event.type,
                            party_words(report, extraction, tuple.target),
                            party_words(report, extraction, tuple.place), days_words(tuple.when),
                            how});
  }
  std::string out = "# " + report.id;
  if (report.date) out += "  " + iso(*report.date);
  out += '\n';
  print_listing(out, listing, RowFormat::table, console.width, color);
  return out + '\n';
}

// Works on one report after the other at a desk of its own.
class Worker {
 public:
  Worker(const Extractor& extractor, const Console& console, const ExtractOptions& options)
      : extractor_(extractor),
        console_(console),
        options_(options),
        desk_(std::make_unique<Analysis>()) {}

  Result<std::string> operator()(Result<InputReport> read) {
    if (!read) return fail(read.error());
    if (options_.explain) return explanation(read->report);
    const Extraction extraction = extractor_.extract(read->report, *desk_);
    if (options_.format == "table") {
      const bool color = color_wanted(console_, options_.color);
      std::string out = as_table(read->report, extraction, console_, color);
      if (options_.tokens) print_sentences(out, *desk_, console_.width, color);
      return out;
    }
    ExtractionJsonOptions form;
    form.unit = parse_offset_unit(options_.offsets).value_or(OffsetUnit::codepoints);
    form.with_text = !read->from_json;
    form.certain = options_.certain;
    if (options_.tokens) form.analysis = desk_.get();
    std::string out;
    out.reserve(room_for_each_byte * read->report.text.size());
    append_extraction_json(out, read->report, extraction, form);
    out += '\n';
    return out;
  }

 private:
  std::string explanation(const Report& report) {
    Trace trace;
    const Extraction extraction = extractor_.extract(report, *desk_, &trace);
    std::string out;
    append_explanation(out, report, extraction, trace);
    return out + '\n';
  }

  const Extractor& extractor_;
  const Console& console_;
  const ExtractOptions& options_;
  std::unique_ptr<Analysis> desk_;
};

}  // namespace

int run_extract(Console& console, const Arguments& words) {
  ExtractOptions options;
  Options line("extract", "[PATH…]", "who, what, where and when of reports; touches no store");
  line.note(
      "Reads files, folders, globs, or standard input (no PATH, or -), where a line is a report:\n"
      "{\"id\": …, \"text\": …, \"date\": \"2016-11-03\", \"title\": …, \"source\": …}. Only text "
      "is "
      "required.\nReports come out in the order in which they went in.");
  line.choice("--format", {"jsonl", "table"}, options.format,
              "one JSON object a report, or a table to read (on a terminal)");
  line.flag("--tokens", options.tokens,
            "with tokens: tags, lemmas, governors; in a table groups and clauses too");
  line.choice("--offsets", {"codepoints", "utf8", "utf16"}, options.offsets,
              "what positions count; code points if nothing is said");
  line.flag(
      "--explain", options.explain,
      "instead, a page that tells what the rules made of each sentence, and why; words typed\n"
      "in are read as text, no JSON is needed");
  line.flag("--certain", options.certain, "without dates that only the day of publication gave");
  line.choice("--color", {"auto", "always", "never"}, options.color, "bold heads of tables");
  options.reading.add_to(line);
  line.example("extract --explain < sentence.txt");
  line.example("extract reports.jsonl > extracted.jsonl");
  line.example("extract --format table report.txt");
  line.example("extract --tokens --format table report.txt");
  if (const auto code = line.parse(console, words)) return *code;
  if (options.format.empty()) {
    options.format =
        default_format(console, {"jsonl", "table"}, console.out_is_terminal ? "table" : "jsonl");
  }

  const auto& paths = options.reading.paths;
  const bool typed = paths.empty() || (paths.size() == 1 && paths.front() == "-");
  if (options.explain && typed && options.reading.input == "auto") options.reading.input = "text";

  auto input = options.reading.open(console);
  if (!input) return report_error(console, input.error());
  const auto extractor = open_extractor(options.reading.rules);
  if (!extractor) return report_error(console, extractor.error());

  int code = exit_done;
  run_ordered(
      options.reading.threads(), [&input] { return input->next(); },
      [&] { return Worker(*extractor, console, options); },
      [&](Result<std::string> out) {
        if (out) {
          console.out << *out;
        } else {
          tell_refused(console, out.error());
          code = exit_refused;
        }
        return static_cast<bool>(console.out);
      });
  return code;
}

}  // namespace nutgraf
