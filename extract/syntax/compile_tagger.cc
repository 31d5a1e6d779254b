#include "extract/syntax/compile_tagger.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <vector>

#include "extract/lexicon/inflection.h"
#include "extract/lexicon/list_file.h"
#include "extract/lexicon/milli_log.h"
#include "extract/syntax/tag_model.h"

namespace nutgraf {
namespace {

constexpr std::uint64_t once = 1000;          // counts are thousandths of a time
constexpr std::uint64_t rare = 10 * once;     // words met less often teach how endings are tagged
constexpr std::uint64_t known_reading = 500;  // all that WordNet adds to a word that was counted
constexpr std::size_t longest_ending = 6;
constexpr std::uint64_t least_for_ending = 4 * once;
constexpr std::size_t most_guesses = 6;

using Counts = std::map<TagClass, std::uint64_t>;

struct Model {
  std::vector<std::size_t> kept;  // the classes we keep: their index in Festival's model
  std::vector<Tag> tags;          // by kept class; none: punctuation
  std::vector<std::uint64_t> totals;
  std::map<Tag, TagClass> class_of;
};

Tag tag_of_class(std::string_view name) {
  if (name == "punc") return Tag::none;
  if (name == "of") return Tag::IN;
  std::string upper(name);
  for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return parse_tag(upper).value_or(Tag::none);
}

Model model_of(const Poslex& poslex) {
  Model out;
  const std::vector<double> totals = poslex.totals();
  for (std::size_t i = 0; i < poslex.classes.size(); ++i) {
    const Tag tag = tag_of_class(poslex.classes[i]);
    if (tag == Tag::none && poslex.classes[i] != "punc") continue;  // two classes of slips
    out.class_of.emplace(tag, static_cast<TagClass>(out.kept.size()));
    out.kept.push_back(i);
    out.tags.push_back(tag);
    out.totals.push_back(static_cast<std::uint64_t>(totals[i] * 1000.0));
  }
  out.class_of[Tag::PRPS] = out.class_of.at(Tag::PRP);
  out.class_of[Tag::WPS] = out.class_of.at(Tag::WP);
  return out;
}

// ln P(c | a, b), the counts of (a, b) leaning on those of b where they are few.
std::vector<std::int16_t> transitions(const Poslex& poslex, const Model& model) {
  const std::size_t all = poslex.classes.size();
  const std::size_t n = model.kept.size();
  constexpr double lean = 4.0;
  std::vector<double> after(all * all, 0);  // b, c
  for (std::size_t i = 0; i < poslex.trigrams.size(); ++i)
    after[i % (all * all)] += poslex.trigrams[i];
  std::vector<std::int16_t> out;
  out.reserve(n * n * n);
  for (const std::size_t a : model.kept) {
    for (const std::size_t b : model.kept) {
      double sum = 0;
      double sum_after = 0;
      for (const std::size_t c : model.kept) {
        sum += poslex.trigrams[(a * all + b) * all + c];
        sum_after += after[b * all + c];
      }
      for (const std::size_t c : model.kept) {
        const double share =
            (poslex.trigrams[(a * all + b) * all + c] + lean * after[b * all + c] / sum_after) /
            (sum + lean);
        const auto millionths = static_cast<std::uint64_t>(share * 1e9) + 1;
        out.push_back(static_cast<std::int16_t>(milli_log(millionths) - milli_log(1000000000)));
      }
    }
  }
  return out;
}

// How often Festival's texts had the word with each tag.
Counts counted(const WordSources& sources, const Model& model, std::string_view word) {
  Counts out;
  const auto found = sources.poslex.words.find(word);
  if (found == sources.poslex.words.end()) return out;
  for (const auto& [index, log_share] : found->second) {
    const auto kept = std::find(model.kept.begin(), model.kept.end(), index);
    if (kept == model.kept.end()) continue;
    const auto tag_class = static_cast<std::size_t>(kept - model.kept.begin());
    const double times =
        std::exp(log_share / 1000.0) * static_cast<double>(model.totals[tag_class]) / 1000.0;
    const auto rounded = static_cast<std::uint64_t>(std::llround(std::max(times, 1.0)));
    out[static_cast<TagClass>(tag_class)] += rounded * once;
  }
  return out;
}

std::uint64_t total(const Counts& counts) {
  std::uint64_t out = 0;
  for (const auto& [tag, count] : counts) out += count;
  return out;
}

// Adds the readings that WordNet has and the counted texts lack.
void add_known(const WordSources& sources, const Model& model, std::string_view word,
               Counts& counts) {
  const auto of = [&](Tag tag) { return model.class_of.at(tag); };
  Counts known;
  for (const Inflection& row : inflections(sources.wordnet, word)) {
    const std::uint64_t weight = row.weight;
    switch (row.tag) {
      case Tag::VB:
        known[of(Tag::VB)] += weight * 2;
        known[of(Tag::VBP)] += weight;
        break;
      case Tag::VBD:
        known[of(Tag::VBD)] += weight;
        known[of(Tag::VBN)] += weight;
        break;
      default:
        known[of(row.tag)] += weight;
    }
  }
  if (sources.names.contains(word)) known[of(Tag::NNP)] += 1;
  if (sources.capital_adjectives.contains(word)) known[of(Tag::JJ)] += 4;
  if (sources.nationals.contains(word)) known[of(Tag::NNPS)] += 4;
  const std::uint64_t sum = total(known);
  if (sum == 0) return;
  const bool fresh = counts.empty();
  // WordNet's irregular forms are past tense or participle; texts that have the word tell which.
  const bool told =
      !word.ends_with("ed") && (counts.contains(of(Tag::VBD)) || counts.contains(of(Tag::VBN)));
  for (const auto& [tag, weight] : known) {
    if (told && (tag == of(Tag::VBD) || tag == of(Tag::VBN))) continue;
    const std::uint64_t share = weight * (fresh ? once : known_reading) / sum;
    if (!counts.contains(tag)) counts[tag] = std::max<std::uint64_t>(share, 1);
  }
  // A regular past form seen only as one of VBD and VBN may be the other.
  if (known.contains(of(Tag::VBD)) && word.ends_with("ed")) {
    const std::uint64_t both = (counts[of(Tag::VBD)] + counts[of(Tag::VBN)]) / 8;
    counts[of(Tag::VBD)] = std::max(counts[of(Tag::VBD)], both);
    counts[of(Tag::VBN)] = std::max(counts[of(Tag::VBN)], both);
  }
}

class Builder {
 public:
  explicit Builder(const Model& model) : model_(model) {}

  TagModel::Range add(const Counts& counts) {
    TagModel::Range out;
    out.begin = static_cast<std::uint32_t>(readings_.size());
    for (const auto& [tag_class, count] : counts) {
      readings_.push_back(
          {tag_class, 0,
           static_cast<std::int16_t>(milli_log(count) - milli_log(model_.totals[tag_class]))});
    }
    out.end = static_cast<std::uint32_t>(readings_.size());
    return out;
  }

  std::vector<TagModel::Reading> readings_;

 private:
  const Model& model_;
};

// What tags rare small words with an ending have, shorter endings mixed in (Brants 2000).
using Endings = std::map<std::string, Counts, std::less<>>;

void learn_endings(const Model& model, std::string_view word, const Counts& counts, Endings& out) {
  for (std::size_t size = 0; size <= std::min(longest_ending, word.size() - 1); ++size) {
    Counts& row = out[std::string(word.substr(word.size() - size))];
    for (const auto& [tag_class, count] : counts) {
      const Tag tag = model.tags[tag_class];
      if (tag != Tag::NNP && tag != Tag::NNPS && tag != Tag::FW) row[tag_class] += count;
    }
  }
}

void mix_endings(Endings& endings) {
  constexpr std::uint64_t lean = 3 * once;
  Endings out;
  for (const auto& [ending, counts] : endings) {
    Counts mixed;
    const std::uint64_t sum = total(counts);
    if (sum < least_for_ending && !ending.empty()) continue;
    for (const auto& [tag, count] : counts) mixed[tag] += count;
    if (!ending.empty()) {
      const Counts& shorter = endings.find(std::string_view(ending).substr(1))->second;
      const std::uint64_t shorter_sum = total(shorter);
      for (const auto& [tag, count] : shorter) mixed[tag] += count * lean / shorter_sum;
    }
    std::vector<std::pair<std::uint64_t, TagClass>> order;
    for (const auto& [tag, count] : mixed) order.emplace_back(count, tag);
    std::sort(order.rbegin(), order.rend());
    if (order.size() > most_guesses) order.resize(most_guesses);
    const std::uint64_t mixed_sum = total(mixed);
    for (const auto& [count, tag] : order) {
      if (count * once >= mixed_sum) out[ending][tag] = count * once / mixed_sum;
    }
  }
  endings = std::move(out);
}

// For each word the set of its tags, and the tag that it has most often.
struct Summary {
  std::vector<std::uint64_t> may;
  std::vector<std::uint8_t> most;
};

Summary summary(const Model& model, const std::vector<TagModel::Range>& words,
                const std::vector<TagModel::Reading>& readings) {
  Summary out;
  for (const TagModel::Range& range : words) {
    std::uint64_t may = 0;
    auto most = Tag::none;
    std::int32_t best = std::numeric_limits<std::int32_t>::min();
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      const TagClass tag_class = readings[i].tag_class;
      const std::int32_t count = readings[i].weight + milli_log(model.totals[tag_class]);
      may |= std::uint64_t{1} << static_cast<unsigned>(model.tags[tag_class]);
      if (count <= best) continue;
      best = count;
      most = model.tags[tag_class];
    }
    out.may.push_back(may);
    out.most.push_back(static_cast<std::uint8_t>(most));
  }
  return out;
}

bool letters_only(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

Result<std::map<std::string, Counts, std::less<>>> read_word_tags(const std::string& path,
                                                                  const Model& model) {
  const auto rows = read_list(path, 3, 3);
  if (!rows) return fail(rows.error());
  std::map<std::string, Counts, std::less<>> out;
  for (const ListRow& row : *rows) {
    const auto tag = parse_tag(row.cells[1]);
    if (!tag || !model.class_of.contains(*tag)) {
      return list_error(path, row, "no tag of the model: \"" + row.cells[1] + "\"");
    }
    const auto times = list_integer(path, row, 2);
    if (!times) return fail(times.error());
    out[row.cells[0]][model.class_of.at(*tag)] = static_cast<std::uint64_t>(*times) * once;
  }
  return out;
}

Result<std::vector<std::pair<std::string, std::uint32_t>>> read_symbols(const std::string& path) {
  const auto rows = read_list(path, 2, 2);
  if (!rows) return fail(rows.error());
  std::vector<std::pair<std::string, std::uint32_t>> out;
  for (const ListRow& row : *rows) {
    const auto tag = parse_tag(row.cells[1]);
    if (!tag) return list_error(path, row, "no tag: \"" + row.cells[1] + "\"");
    out.emplace_back(row.cells[0], static_cast<std::uint32_t>(*tag));
  }
  return out;
}

}  // namespace

Result<void> compile_tagger(const WordSources& sources, DataWriter& writer) {
  const Model model = model_of(sources.poslex);
  const auto told = read_word_tags(sources.lists + "/word-tags.txt", model);
  if (!told) return fail(told.error());
  const auto symbols = read_symbols(sources.lists + "/symbols.txt");
  if (!symbols) return fail(symbols.error());

  Builder builder(model);
  std::vector<TagModel::Range> words(sources.ids.size() + 1);
  Endings endings;
  for (const auto& [word, id] : sources.ids) {
    const auto listed = told->find(word);
    if (listed != told->end()) {
      words[id] = builder.add(listed->second);
      continue;
    }
    if (word.find(' ') != std::string::npos) continue;
    Counts counts = counted(sources, model, word);
    if (!counts.empty() && total(counts) < rare && letters_only(word)) {
      learn_endings(model, word, counts, endings);
    }
    add_known(sources, model, word, counts);
    words[id] = builder.add(counts);
  }
  mix_endings(endings);
  std::vector<std::pair<std::string, std::uint32_t>> ending_entries;
  std::vector<TagModel::Range> ending_rows;  // the empty ending comes first
  for (const auto& [ending, counts] : endings) {
    ending_entries.emplace_back(ending, static_cast<std::uint32_t>(ending_rows.size()));
    ending_rows.push_back(builder.add(counts));
  }
  std::vector<std::uint8_t> tags;
  std::vector<std::int32_t> totals;
  for (std::size_t i = 0; i < model.tags.size(); ++i) {
    tags.push_back(static_cast<std::uint8_t>(model.tags[i]));
    totals.push_back(milli_log(model.totals[i]));
  }
  SectionWriter section;
  section.rows<std::uint8_t>(tags);
  section.rows<std::int16_t>(transitions(sources.poslex, model));
  section.rows<std::int32_t>(totals);
  section.rows<TagModel::Range>(words);
  section.rows<TagModel::Reading>(builder.readings_);
  const Summary summed = summary(model, words, builder.readings_);
  section.rows<std::uint64_t>(summed.may);
  section.rows<std::uint8_t>(summed.most);
  StringTable::write(section, ending_entries);
  section.rows<TagModel::Range>(ending_rows);
  StringTable::write(section, *symbols);
  writer.add("tagger", section.take());
  return {};
}

}  // namespace nutgraf
