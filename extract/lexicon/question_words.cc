#include "extract/lexicon/question_words.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "extract/lexicon/list_file.h"
#include "extract/text/fold.h"

namespace nutgraf {
namespace {

constexpr const char* section_name = "question words";

constexpr std::array<std::string_view, 49> role_names{
    "",        "who",    "what",     "where",       "when",       "person",       "group",
    "place",   "event",  "at",       "by",          "with",       "to",           "on",
    "since",   "until",  "before",   "after",       "between",    "empty",        "passive",
    "planned", "denied", "possible", "requested",   "any",        "skip",         "from",
    "both",    "list",   "top",      "top-reports", "top-degree", "top-pagerank", "pairs",
    "actor",   "action", "count",    "often",       "show",       "near",         "evidence",
    "reports", "source", "certain",  "mutual",      "light",      "least",        "why"};

}  // namespace

Result<void> compile_questions(const std::string& source_folder, DataWriter& writer) {
  const std::string path = source_folder + "/data/lexicon/en/questions.tsv";
  const auto rows = read_list(path, 2, 2);
  if (!rows) return fail(rows.error());
  std::vector<std::pair<std::string, std::uint32_t>> entries;
  for (const ListRow& row : *rows) {
    const auto role = std::find(role_names.begin() + 1, role_names.end(), row.cells[1]);
    if (role == role_names.end()) {
      return list_error(path, row, "unknown role \"" + row.cells[1] + '"');
    }
    entries.emplace_back(fold(row.cells[0]), static_cast<std::uint32_t>(role - role_names.begin()));
  }
  SectionWriter section;
  StringTable::write(section, entries);
  const std::string examples_path = source_folder + "/data/lexicon/en/question-examples.txt";
  const auto examples = read_list(examples_path, 1, 1);
  if (!examples) return fail(examples.error());
  std::string text;
  for (const ListRow& row : *examples) text += row.cells[0] + '\n';
  section.text(text);
  writer.add(section_name, section.take());
  return {};
}

Result<QuestionWords> QuestionWords::open(const DataFile& data) {
  const auto bytes = data.section(section_name);
  if (!bytes) return fail(ErrorCode::unavailable, "the data file has no question words");
  SectionReader section(*bytes);
  QuestionWords out;
  out.words_ = StringTable::read(section);
  const std::string_view text = section.text();
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('\n', begin);
    out.examples_.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  if (!section.ok()) return fail(ErrorCode::unavailable, "the data file's question words are cut");
  return out;
}

QuestionRole QuestionWords::role(std::string_view words) const {
  const std::uint32_t found = words_.find(words);
  return found == StringTable::missing ? QuestionRole::none : static_cast<QuestionRole>(found);
}

}  // namespace nutgraf
