#include "extract/lexicon/compile_lexicon.h"

#include <algorithm>
#include <array>
#include <vector>

#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/list_file.h"

namespace nutgraf {
namespace {

constexpr std::uint8_t first_noun_file = 3;  // noun.Tops (lexnames(5WN))
constexpr std::size_t class_count = static_cast<std::size_t>(NounClass::count);

// The classes of a noun's senses with their shares, the first sense's class first.
void add_classes(const WordNet::Lemma& entry, Lexicon::Word& word,
                 std::vector<Lexicon::ClassShare>& out) {
  const auto& senses = entry.of(WordNetPos::noun);
  if (senses.empty()) return;
  std::array<std::uint32_t, class_count> weights{};
  for (const WordNet::Sense& sense : senses) {
    weights.at(sense.file - first_noun_file) += sense.count + 1;
  }
  const std::uint32_t total = entry.weight(WordNetPos::noun);
  const std::size_t first = senses.front().file - std::size_t{first_noun_file};
  word.first_class = static_cast<std::uint32_t>(out.size());
  const auto add = [&](std::size_t i) {
    out.push_back(
        {static_cast<std::uint16_t>(i), static_cast<std::uint16_t>(weights.at(i) * 1000 / total)});
    ++word.class_count;
  };
  add(first);
  for (std::size_t i = 0; i < class_count; ++i) {
    if (i != first && weights.at(i) > 0) add(i);
  }
}

std::uint8_t flags_of(const WordNet::Lemma& entry) {
  unsigned flags = 0;
  if (entry.is(WordNetPos::noun)) {
    flags |= entry.written_small(WordNetPos::noun) ? word_is_noun : word_is_name;
  }
  if (entry.is(WordNetPos::verb)) flags |= word_is_verb;
  if (entry.is(WordNetPos::adjective)) {
    flags |=
        entry.written_small(WordNetPos::adjective) ? word_is_adjective : word_is_capital_adjective;
  }
  if (entry.is(WordNetPos::adverb)) flags |= word_is_adverb;
  return static_cast<std::uint8_t>(flags);
}

std::size_t common_prefix(std::string_view a, std::string_view b) {
  return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first -
                                  a.begin());
}

// The verb that most of the noun's senses are derived from; of equals the one most alike.
std::string_view act_of(std::string_view noun, const WordNet::Lemma& entry) {
  std::string_view best;
  std::uint32_t best_weight = 0;
  for (const auto& [verb, weight] : entry.acts_of) {
    const bool closer =
        weight == best_weight && common_prefix(noun, verb) > common_prefix(noun, best);
    if (weight > best_weight || closer) {
      best = verb;
      best_weight = weight;
    }
  }
  return best;
}

}  // namespace

Result<void> compile_lexicon(const WordSources& sources, DataWriter& writer) {
  std::vector<Lexicon::Word> words(sources.ids.size() + 1);
  std::vector<Lexicon::ClassShare> classes;
  std::vector<std::pair<std::string, std::uint32_t>> entries;
  std::string pool;
  for (const auto& [text, id] : sources.ids) {
    Lexicon::Word& word = words[id];
    word.text = static_cast<std::uint32_t>(pool.size());
    word.size = static_cast<std::uint16_t>(text.size());
    pool += text;
    entries.emplace_back(text, id);
    const auto common = sources.commonness.find(text);
    if (common != sources.commonness.end()) word.commonness = common->second;
    if (sources.capital_adjectives.contains(text)) word.flags = word_is_capital_adjective;
    const WordNet::Lemma* entry = sources.wordnet.find(text);
    if (entry == nullptr) continue;
    word.frames = entry->frames;
    word.flags = static_cast<std::uint8_t>(word.flags | flags_of(*entry));
    word.act_of = sources.id(act_of(text, *entry));
    add_classes(*entry, word, classes);
  }
  const std::string path = sources.lists + "/nominalisations.txt";
  const auto rows = read_list(path, 2, 2);
  if (!rows) return fail(rows.error());
  for (const ListRow& row : *rows) {
    const WordId noun = sources.id(row.cells[0]);
    const bool none = row.cells[1] == "-";
    const WordId verb = none ? 0 : sources.id(row.cells[1]);
    if (noun == 0) return list_error(path, row, "unknown noun \"" + row.cells[0] + "\"");
    if (verb == 0 && !none) {
      return list_error(path, row, "unknown verb \"" + row.cells[1] + "\"; \"-\" means none");
    }
    words[noun].act_of = verb;
  }
  SectionWriter section;
  StringTable::write(section, entries);
  section.rows<Lexicon::Word>(words);
  section.rows<Lexicon::ClassShare>(classes);
  section.text(pool);
  writer.add("lexicon", section.take());
  return {};
}

}  // namespace nutgraf
