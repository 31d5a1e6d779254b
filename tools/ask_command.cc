// `nutgraf ask`: a question in words, read as a command and answered by it.
#include "extract/lexicon/data_file.h"
#include "extract/lexicon/question_words.h"
#include "extract/text/fold.h"
#include "tools/asking.h"
#include "tools/command.h"
#include "tools/dates.h"
#include "tools/place_names.h"
#include "tools/question.h"
#include "tools/reading.h"
#include "tools/unnamed.h"
#include "tools/words.h"

namespace nutgraf {
namespace {

// Each of the words begins with a letter that lower case changes.
bool all_capitalised(std::string_view words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool begins = i == 0 || words[i - 1] == ' ';
    if (begins && words[i] >= 'a' && words[i] <= 'z') return false;
  }
  return !words.empty();
}

// A name counts as known when reports call some node by just these words.
KnownName known_to(const GraphReader& reader, UnnamedNodes& unnamed) {
  return [&reader, &unnamed](std::string_view words) -> std::optional<NodeKind> {
    const auto begun = reader.complete(words, 1);
    if (begun && !begun->empty() && begun->front() == fold_name(words)) {
      const auto found = reader.find(words, std::nullopt, 1);
      if (found && !found->empty()) return found->front().node.key.kind;
    }
    // A part of a name, or a place that the gazetteer calls so.
    if (all_capitalised(words)) {
      const auto found = reader.find(words, std::nullopt, 1);
      const bool part = found && !found->empty() && found->front().match <= MatchKind::word;
      if (part) return found->front().node.key.kind;
      const auto place = place_by_gazetteer(reader, std::string(words));
      return place && *place ? std::optional(NodeKind::place) : std::nullopt;
    }
    // Words for actors that no report names.
    const auto others = unnamed.find(words);
    if (!others || others->empty()) return std::nullopt;
    return others->front().node.key.kind;
  };
}

Result<std::vector<std::string>> understand(const GraphReader& reader,
                                            const std::string& question) {
  const auto data = DataFile::open(data_file_path());
  if (!data) return fail(data.error());
  const auto words = QuestionWords::open(*data);
  if (!words) return fail(words.error());
  const auto extractor = open_extractor();
  if (!extractor) return fail(extractor.error());
  Report report;
  report.id = "question";
  report.text = question;
  report.date = today();  // "last June"
  Analysis desk;
  const Extraction extraction = extractor->extract(report, desk);
  UnnamedNodes unnamed(reader);
  QuestionReading reading = read_question(desk, extraction, *words, known_to(reader, unnamed));
  if (!reading.command.empty()) return std::move(reading.command);
  std::string message = "ask: \"" + question + "\" is not understood";
  if (!reading.odd.empty()) {
    message += ": no command has room for ";
    for (const std::string& one : reading.odd) {
      message += (&one == &reading.odd.front() ? "\"" : ", \"") + one + '"';
    }
  }
  return fail(ErrorCode::usage,
              message + "; the nearest question that is: \"" + reading.nearest + '"');
}

}  // namespace

int run_ask(Console& console, const Arguments& words) {
  StoreOptions store;
  RowOptions rows;
  std::vector<std::string> question;
  Options line("ask", "\"QUESTION\"", "a question in words, and the command it was read as");
  line.arguments("QUESTION", question, 1);
  rows.add_to(line);
  store.add_to(line, false);
  line.example("ask \"who acted in Mosul in October 2016\"");
  if (const auto code = line.parse(console, words)) return *code;
  std::string text;
  for (const std::string& word : question) text += (text.empty() ? "" : " ") + word;
  const auto reading = Reading::open(console, store);
  if (!reading) return report_error(console, reading.error());
  auto command = understand(reading->reader(), text);
  if (!command) return report_error(console, command.error());
  console.err << "read as: nutgraf " << typed(*command) << '\n';
  if (!store.store.empty()) command->insert(command->end(), {"--store", store.store});
  if (!rows.format.empty()) command->insert(command->end(), {"--format", rows.format});
  command->insert(command->end(), {"--color", rows.color});
  return run_command(console, *command);
}

}  // namespace nutgraf
