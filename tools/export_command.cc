// `nutgraf export`: the graph, or the part that the filters name, in the formats of other tools.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "extract/event/ontology.h"
#include "extract/lexicon/data_file.h"
#include "extract/report/json_text.h"
#include "graph/export/exporter.h"
#include "tools/asking.h"
#include "tools/command.h"
#include "tools/output_file.h"
#include "tools/progress.h"
#include "tools/quotes.h"
#include "tools/reading.h"

namespace nutgraf {
namespace {

struct ExportOptions {
  StoreOptions store;
  FilterOptions filters;
  std::string format;
  std::string file;
  std::string around;
  std::optional<std::uint64_t> hops;
  std::string project;
  bool quiet = false;
};

std::vector<std::string> formats() {
  std::vector<std::string> out = graph_formats();
  out.insert(out.end(), event_formats().begin(), event_formats().end());
  out.emplace_back("mentions");
  return out;
}

bool is_event_format(const std::string& format) {
  const std::vector<std::string>& names = event_formats();
  return std::find(names.begin(), names.end(), format) != names.end();
}

bool cut_end(std::string& words, std::string_view end) {
  if (words.size() <= end.size() || words.substr(words.size() - end.size()) != end) return false;
  words.resize(words.size() - end.size());
  return true;
}

// What --format says, else the name of the file, else jsonl.
std::string format_of(const ExportOptions& options) {
  if (!options.format.empty()) return options.format;
  std::string name = options.file;
  cut_end(name, ".gz");
  for (const std::string& format : formats()) {
    if (cut_end(name, '.' + format)) return format;
  }
  return cut_end(name, ".gv") ? "dot" : "jsonl";
}

// One or two files, or standard output.
class Output {
 public:
  explicit Output(Console& console) : console_(console) {}

  Result<void> open(const ExportOptions& options, const std::string& format) {
    if (options.file.empty()) return {};
    std::vector<std::string> paths{options.file};
    if (has_two_files(format)) {
      std::string name = options.file;
      const std::string end = cut_end(name, ".gz") ? ".csv.gz" : ".csv";
      cut_end(name, ".csv");
      paths = {name + ".nodes" + end, name + ".edges" + end};
    }
    for (const std::string& path : paths) {
      auto file = OutputFile::open(path);
      if (!file) return fail(file.error());
      files_.push_back(std::move(*file));
    }
    return {};
  }

  std::ostream& stream() { return files_.empty() ? console_.out : files_.front().stream(); }
  std::ostream* second() { return files_.size() < 2 ? nullptr : &files_.back().stream(); }

  std::uint64_t bytes() const {
    std::uint64_t out = 0;
    for (const OutputFile& file : files_) out += file.bytes();
    return out;
  }
  Result<void> status() const {
    for (const OutputFile& file : files_) {
      if (auto status = file.status(); !status) return status;
    }
    if (files_.empty() && !console_.out) {
      return fail(ErrorCode::io, "standard output cannot be written");
    }
    return {};
  }
  Result<void> commit() {
    console_.out.flush();
    if (auto written = status(); !written) return written;
    for (OutputFile& file : files_) {
      if (auto done = file.commit(); !done) return done;
    }
    return {};
  }

 private:
  Console& console_;
  std::vector<OutputFile> files_;
};

// The contract's lines: every mention of every report, by report and offset.
Result<void> export_mentions(const GraphReader& reader, const Filter& filter, Output& output,
                             const ExportProgress& progress) {
  std::vector<std::string> reports;
  const auto seen = reader.reports([&](const ReportRow& row) {
    const auto& days = filter.published;
    const bool in_days = !days || (row.date && (!days->from || *days->from <= *row.date) &&
                                   (!days->until || *row.date < *days->until));
    const bool wanted = (filter.report.empty() || filter.report == row.report) &&
                        (filter.source.empty() || filter.source == row.source) && in_days;
    if (wanted) reports.push_back(row.report);
    return true;
  });
  if (!seen) return seen;
  Texts texts(reader, OffsetUnit::codepoints);
  ExportCounts counts;
  for (const std::string& report : reports) {
    const auto mentions = reader.mentions_of(report);
    if (!mentions) return fail(mentions.error());
    const auto text = texts.of(report);
    if (!text) return fail(text.error());
    std::string lines;
    for (const MentionRow& mention : *mentions) {
      if (filter.kind && *filter.kind != mention.kind) continue;
      const Span shown = (*text)->offsets.from_bytes(mention.span);
      JsonText json(lines);
      json.open('{').key("report").string(mention.report).key("begin").number(shown.begin);
      json.key("end").number(shown.end).key("kind").string(to_string(mention.kind));
      json.key("node").string(mention.node).close('}');
      lines += '\n';
      ++counts.nodes;
    }
    output.stream() << lines;
    if (auto written = progress(counts); !written) return written;
  }
  return {};
}

Result<CodeBook> open_codes() {
  const auto data = DataFile::open(data_file_path());
  if (!data) return fail(data.error());
  auto ontology = Ontology::open(*data);
  if (!ontology) return fail(ontology.error());
  return CodeBook([kept = std::move(*ontology)](const std::string& type, const std::string& mode) {
    auto row = kept.find(type, mode);
    if (!row) row = kept.find(type, "");
    if (!row) return EventCodes{};
    return EventCodes{kept.types()[*row].plover, kept.types()[*row].cameo};
  });
}

// What does not go together.
std::string misfit(const ExportOptions& options, const std::string& format) {
  const FilterOptions& told = options.filters;
  if (options.around.empty() && options.hops) return "--hops counts from --around NODE";
  if (has_two_files(format) && options.file.empty()) {
    return "--format " + format +
           " writes two files: say -o NAME for NAME.nodes.csv and NAME.edges.csv";
  }
  if (!options.project.empty() && (is_event_format(format) || format == "mentions")) {
    return "--project makes a graph, which --format " + format + " does not hold";
  }
  const bool of_events = !told.at.empty() || !told.when.empty() || !told.did.empty() ||
                         !told.type.empty() || !told.by.empty() || !told.to.empty() ||
                         !told.with.empty() || !told.modality.empty() || !told.sort.empty() ||
                         told.min_reports || told.limit || told.undated || told.certain ||
                         !options.around.empty();
  if (format == "mentions" && of_events) {
    return "--format mentions has no events to filter: only --report, --source, --published and "
           "--kind narrow it";
  }
  return {};
}

Result<PartRequest> request_of(Console& console, const GraphReader& reader,
                               const ExportOptions& options) {
  PartRequest out;
  auto filter = options.filters.filter(console, reader);
  if (!filter) return fail(filter.error());
  out.filter = std::move(*filter);
  if (!options.around.empty()) {
    auto node = resolve_node(console, reader, options.around);
    if (!node) return fail(node.error());
    out.around = *node;
    const std::uint64_t otherwise = options.project.empty() ? 2 : 1;
    out.hops =
        static_cast<std::uint32_t>(std::min<std::uint64_t>(options.hops.value_or(otherwise), 1000));
  }
  return out;
}

Result<void> write(const GraphReader& reader, const PartRequest& request,
                   const ExportOptions& options, const std::string& format, Output& output,
                   const ExportProgress& progress) {
  if (format == "mentions") return export_mentions(reader, request.filter, output, progress);
  if (!options.project.empty()) {
    const auto sink = make_graph_sink(format, output.stream(), output.second());
    return export_co_actors(reader, request, *sink, progress);
  }
  const auto codes = open_codes();
  if (!codes) return fail(codes.error());
  const auto part = GraphPart::choose(reader, request);
  if (!part) return fail(part.error());
  if (is_event_format(format)) {
    const auto sink = make_event_sink(format, output.stream());
    return export_events(reader, *part, *codes, *sink, progress);
  }
  const auto sink = make_graph_sink(format, output.stream(), output.second());
  return export_graph(reader, *part, *codes, *sink, progress);
}

Result<void> run(Console& console, const ExportOptions& options, const std::string& format) {
  const auto reading = Reading::open(console, options.store);
  if (!reading) return fail(reading.error());
  const auto request = request_of(console, reading->reader(), options);
  if (!request) return fail(request.error());
  Output output(console);
  if (auto opened = output.open(options, format); !opened) return opened;
  Progress bar(console, options.quiet, std::nullopt);
  std::uint64_t calls = 0;
  const ExportProgress progress = [&](const ExportCounts& counts) -> Result<void> {
    if ((++calls & 0x3FU) != 0) return {};
    const bool graph = !is_event_format(format) && format != "mentions";
    std::string words = std::to_string(counts.nodes);
    words += graph ? " nodes, " + std::to_string(counts.edges) + " edges" : ' ' + format;
    bar.show(output.bytes(), words);
    return output.status();
  };
  auto done = write(reading->reader(), *request, options, format, output, progress);
  bar.clear();
  // A full disk is told as such, whatever it led to.
  if (auto written = output.status(); !written) return written;
  return done ? output.commit() : done;
}

}  // namespace

int run_export(Console& console, const Arguments& words) {
  ExportOptions options;
  Options line("export", "[FILTERS] [-o FILE]", "the graph, or the part that the filters name");
  line.choice("--format", formats(), options.format,
              "if nothing is said what FILE ends in, else jsonl");
  line.value("-o,--output", "FILE", options.file,
             "a file instead of standard output, there whole or not at all; FILE.gz: compressed");
  line.value("--around", "NODE", options.around, "only what is near a node");
  line.number("--hops", "N", options.hops, "how near: so many edges (2; of a projection 1)");
  line.choice("--project", {"co-actor"}, options.project,
              "who takes part in the same events, as a graph of its own with weights");
  options.filters.add_to(line);
  line.flag("--quiet", options.quiet, "no bar");
  options.store.add_to(line, false);
  line.note(
      "graphml, yed, gexf, nodelink, jsonld, dot, neo4j, jsonl: nodes and edges. csv: edges in "
      "rows. "
      "geojson: events on the map. events: event data with PLOVER and CAMEO codes. mentions: every "
      "mention with its node. docs/export.md says which tool opens which.");
  line.note(
      "A filter leaves events, what takes part in them, the places around those, and the edges "
      "between; --kind what of that kind takes part; --limit so many events, in the order of "
      "--sort "
      "(of a projection so many pairs, the heaviest).");
  line.example("export --format graphml --at Iraq -o iraq.graphml");
  line.example("export --project co-actor --when 2016 -o allies.gexf.gz");
  line.example("export --around \"Islamic State\" --hops 2 --format yed -o is.graphml");
  if (const auto code = line.parse(console, words)) return *code;
  const std::string format = format_of(options);
  if (const std::string wrong = misfit(options, format); !wrong.empty()) {
    return report_error(console, {ErrorCode::usage, wrong, {}, 0, 0, {}});
  }
  if (const auto done = run(console, options, format); !done) {
    return report_error(console, done.error());
  }
  return exit_done;
}

}  // namespace nutgraf
