#include "extract/event/rule_folder.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string_view>
#include <vector>

namespace nutgraf {
namespace {

struct RuleFile {
  std::string path;
  std::string text;
};

Result<std::vector<RuleFile>> read_files(const std::string& folder) {
  std::vector<RuleFile> out;
  std::error_code problem;
  for (const auto& entry : std::filesystem::directory_iterator(folder, problem)) {
    if (entry.path().extension() == ".rules") out.push_back({entry.path().string(), {}});
  }
  if (problem) return fail(Error{ErrorCode::io, problem.message(), folder, 0, 0, {}});
  if (out.empty()) {
    return fail(Error{
        ErrorCode::not_found, "the folder has no file that ends in .rules", folder, 0, 0, {}});
  }
  std::sort(out.begin(), out.end(),
            [](const RuleFile& a, const RuleFile& b) { return a.path < b.path; });
  for (RuleFile& one : out) {
    std::ifstream file(one.path, std::ios::binary);
    if (!file) return fail(Error{ErrorCode::io, "cannot be read", one.path, 0, 0, {}});
    one.text.assign(std::istreambuf_iterator<char>(file), {});
  }
  return out;
}

// Moves the blocks over; an Error when one of that name is there already.
template <typename Block>
Result<void> add(std::vector<Block>& into, std::vector<Block> blocks, std::string_view kind) {
  for (Block& block : blocks) {
    const auto twin = std::find_if(into.begin(), into.end(),
                                   [&](const Block& other) { return other.name == block.name; });
    if (twin != into.end()) {
      const std::string what(kind);
      return fail(Error{ErrorCode::invalid,
                        "a " + what + " \"" + block.name + "\" stands in " + twin->file + ":" +
                            std::to_string(twin->line) + " too",
                        block.file, block.line, 1, what + " " + block.name});
    }
    into.push_back(std::move(block));
  }
  return {};
}

}  // namespace

Result<Rules> read_rule_folder(const std::string& folder, const RuleVocabulary& vocabulary) {
  const auto files = read_files(folder);
  if (!files) return fail(files.error());
  std::vector<std::string> sets = vocabulary.sets;
  for (const RuleFile& file : *files) {
    const std::vector<std::string> own = sets_of(file.text);
    sets.insert(sets.end(), own.begin(), own.end());
  }
  const RuleVocabulary known{vocabulary.ontology, vocabulary.classes, std::move(sets)};
  Rules out;
  for (const RuleFile& file : *files) {
    auto rules = parse_rules(file.text, file.path, known);
    if (!rules) return fail(rules.error());
    if (auto added = add(out.frames, std::move(rules->frames), "frame"); !added) {
      return fail(added.error());
    }
    if (auto added = add(out.sets, std::move(rules->sets), "set"); !added) {
      return fail(added.error());
    }
  }
  return out;
}

}  // namespace nutgraf
