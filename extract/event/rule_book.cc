#include "extract/event/rule_book.h"

#include <xxhash.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

#include "extract/event/compiler.h"
#include "extract/event/rule_folder.h"

namespace nutgraf {
namespace {

// Gives a block its place: the next line of `places`.
template <typename Block>
void put_place(Block& block, std::string_view& places) {
  const std::string_view line = places.substr(0, places.find('\n'));
  places.remove_prefix(std::min(places.size(), line.size() + 1));
  const std::size_t tab = line.find('\t');
  if (tab == std::string_view::npos) return;
  block.file = std::string(line.substr(0, tab));
  std::from_chars(line.data() + tab + 1, line.data() + line.size(), block.line);
}

// The blocks by name; later ones override.
template <typename Block>
std::vector<Block> by_name(std::vector<Block> below, const std::vector<Block>& above) {
  std::map<std::string, Block, std::less<>> named;
  for (Block& block : below) named[block.name] = std::move(block);
  for (const Block& block : above) named[block.name] = block;
  std::vector<Block> out;
  out.reserve(named.size());
  for (auto& [name, block] : named) out.push_back(std::move(block));
  return out;
}

}  // namespace

Result<RuleBook> RuleBook::open(const DataFile& data, const std::vector<std::string>& folders) {
  RuleBook out;
  auto ontology = Ontology::open(data);
  if (!ontology) return fail(ontology.error());
  out.ontology_ = std::move(*ontology);
  auto classes = WordClasses::open(data);
  if (!classes) return fail(classes.error());
  out.classes_ = std::move(*classes);
  const auto bytes = data.section("event.rules");
  if (!bytes) return fail(bytes.error());
  SectionReader section(*bytes);
  out.text_ = section.text();
  out.places_ = section.text();
  RuleVocabulary vocabulary{out.ontology_, out.classes_, sets_of(out.text_)};
  for (const std::string& folder : folders) {
    auto rules = read_rule_folder(folder, vocabulary);
    if (!rules) return fail(rules.error());
    for (SynonymSet& set : rules->sets) {
      vocabulary.sets.push_back(set.name);
      out.own_.sets.push_back(std::move(set));
    }
    for (EventFrame& frame : rules->frames) out.own_.frames.push_back(std::move(frame));
  }
  auto program = Program::open(data);
  if (!out.own_.frames.empty() || !out.own_.sets.empty()) {
    const auto all = out.rules();
    if (!all) return fail(all.error());
    auto compiled = compile_program(*all, vocabulary);
    if (!compiled) return fail(compiled.error());
    const std::string_view made = *compiled;
    out.hash_ = XXH3_64bits(made.data(), made.size());
    program = Program::own(std::move(*compiled));
  }
  if (!program) return fail(program.error());
  out.program_ = std::move(*program);
  return out;
}

Result<Rules> RuleBook::rules() const {
  auto shipped = parse_rules(text_, "data/rules/en", {ontology_, classes_, {}});
  if (!shipped) return shipped;
  std::string_view places = places_;
  for (SynonymSet& set : shipped->sets) put_place(set, places);
  for (EventFrame& frame : shipped->frames) put_place(frame, places);
  return Rules{by_name(std::move(shipped->frames), own_.frames),
               by_name(std::move(shipped->sets), own_.sets)};
}

}  // namespace nutgraf
