#include <map>
#include <vector>

#include "extract/lexicon/inflection.h"
#include "extract/lexicon/list_file.h"
#include "extract/syntax/compile_tagger.h"
#include "extract/syntax/lemmatizer.h"

namespace nutgraf {
namespace {

WordId lemma_with(const std::vector<Inflection>& rows, const WordSources& sources,
                  std::initializer_list<Tag> tags) {
  for (const Tag tag : tags) {
    for (const Inflection& row : rows) {
      if (row.tag == tag) return sources.id(row.lemma);
    }
  }
  return 0;
}

}  // namespace

Result<void> compile_lemmas(const WordSources& sources, DataWriter& writer) {
  std::vector<Lemmatizer::Word> words(sources.ids.size() + 1);
  for (const auto& [word, id] : sources.ids) {
    if (word.find(' ') != std::string::npos) continue;
    const std::vector<Inflection> rows = inflections(sources.wordnet, word);
    words[id].plural_of = lemma_with(rows, sources, {Tag::NNS});
    words[id].past_of = lemma_with(rows, sources, {Tag::VBD});
    words[id].other_verb_form_of = lemma_with(rows, sources, {Tag::VBG, Tag::VBZ});
    words[id].compared_of = lemma_with(rows, sources, {Tag::JJR, Tag::JJS});
  }
  const std::string path = sources.lists + "/lemmas.txt";
  const auto rows = read_list(path, 3, 3);
  if (!rows) return fail(rows.error());
  std::map<std::string, std::vector<const ListRow*>> by_form;
  for (const ListRow& row : *rows) by_form[row.cells[0]].push_back(&row);
  std::vector<std::pair<std::string, std::uint32_t>> entries;
  std::vector<Lemmatizer::Told> told;
  std::string pool;
  for (const auto& [form, listed] : by_form) {
    entries.emplace_back(form, static_cast<std::uint32_t>(told.size()));
    for (const ListRow* row : listed) {
      const auto tag = row->cells[1] == "*" ? std::optional(Tag::none) : parse_tag(row->cells[1]);
      if (!tag) return list_error(path, *row, "no tag: \"" + row->cells[1] + "\"");
      told.push_back({static_cast<std::uint32_t>(pool.size()),
                      static_cast<std::uint16_t>(row->cells[2].size()),
                      static_cast<std::uint8_t>(*tag), row == listed.back()});
      pool += row->cells[2];
    }
  }
  SectionWriter section;
  section.rows<Lemmatizer::Word>(words);
  StringTable::write(section, entries);
  section.rows<Lemmatizer::Told>(told);
  section.text(pool);
  writer.add("lemmas", section.take());
  return {};
}

}  // namespace nutgraf
