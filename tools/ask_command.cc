// `nutgraf ask`: a question in words, read as a command and answered by it.
#include "extract/lexicon/data_file.h"
#include "extract/lexicon/question_words.h"
#include "tools/asking.h"
#include "tools/command.h"
#include "tools/completion.h"
#include "tools/question.h"
#include "tools/reading.h"
#include "tools/unnamed.h"

namespace nutgraf {
namespace {

// A name counts as known when reports call some node by just these words.
KnownName known_to(const GraphReader& reader, UnnamedNodes& unnamed) {
  return [&reader, &unnamed](std::string_view words) -> std::optional<NodeKind> {
    const auto found = reader.find(words, std::nullopt, 1);
    if (found && !found->empty()) {
      const NameMatch& match = found->front();
      const bool sure = match.match == MatchKind::exact || match.match == MatchKind::folded;
      if (sure) return match.node.key.kind;
    }
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
  Analysis desk;
  const Extraction extraction = extractor->extract(report, desk);
  UnnamedNodes unnamed(reader);
  auto command = read_question(desk, extraction, *words, known_to(reader, unnamed));
  if (!command) {
    return fail(ErrorCode::usage,
                "ask: no word of \"" + question +
                    "\" asks who, what, where or when; say for instance \"who acted in Mosul in "
                    "October 2016\"");
  }
  return std::move(*command);
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
