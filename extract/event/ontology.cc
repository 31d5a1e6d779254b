#include "extract/event/ontology.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>

namespace nutgraf {
namespace {

constexpr std::string_view section_name = "event.ontology";
constexpr std::string_view plover_version = "2021";
constexpr std::string_view cameo_version = "1.1b3";

std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> cells(1);
  for (const char c : line) {
    if (c == '\t') {
      cells.emplace_back();
    } else {
      cells.back() += c;
    }
  }
  for (std::string& cell : cells) {
    if (cell == "-") cell.clear();
  }
  return cells;
}

std::optional<Stance> parse_stance(std::string_view word) {
  if (word == "neutral") return Stance::neutral;
  if (word == "cooperative") return Stance::cooperative;
  if (word == "hostile") return Stance::hostile;
  return std::nullopt;
}

}  // namespace

Result<Ontology> Ontology::parse(std::string_view text, const std::string& file) {
  Ontology out;
  std::istringstream lines{std::string(text)};
  std::string line;
  for (std::uint64_t number = 1; std::getline(lines, line); ++number) {
    if (line.empty() || line.front() == '#') continue;
    const std::vector<std::string> cells = cells_of(line);
    const auto wrong = [&](std::string message) {
      return fail(Error{ErrorCode::invalid, std::move(message), file, number, 1, line});
    };
    if (cells.size() != 6)
      return wrong("a type needs six cells: type, mode, parent, stance, codes");
    const auto stance = parse_stance(cells[3]);
    if (!stance) return wrong("the stance is cooperative, hostile or neutral");
    if (out.find(cells[0], cells[1])) return wrong("this type and mode stand here twice");
    if (!cells[2].empty() && !out.find(cells[2], ""))
      return wrong("its parent must stand above it");
    out.types_.push_back({cells[0], cells[1], cells[2], *stance, cells[4], cells[5]});
  }
  return out;
}

Result<Ontology> Ontology::open(const DataFile& data) {
  const auto bytes = data.section(section_name);
  if (!bytes) return fail(bytes.error());
  SectionReader section(*bytes);
  return parse(section.text(), "schemas/ontology.txt");
}

std::optional<std::uint32_t> Ontology::find(std::string_view type, std::string_view mode) const {
  const auto found = std::find_if(types_.begin(), types_.end(), [&](const EventType& row) {
    return row.type == type && row.mode == mode;
  });
  if (found == types_.end()) return std::nullopt;
  return static_cast<std::uint32_t>(found - types_.begin());
}

void Ontology::apply(std::uint32_t index, Event& event) const {
  const EventType& row = types_[index];
  event.type = row.type;
  event.mode = row.mode;
  event.act = row.type;
  event.codes.clear();
  if (!row.plover.empty()) {
    event.codes.push_back({"plover", std::string(plover_version), row.plover});
  }
  if (!row.cameo.empty()) {
    event.codes.push_back({"cameo", std::string(cameo_version), row.cameo});
  }
}

Result<void> compile_ontology(const std::string& source_folder, DataWriter& writer) {
  const std::string path = source_folder + "/schemas/ontology.txt";
  std::ifstream file(path, std::ios::binary);
  if (!file) return fail(Error{ErrorCode::io, "cannot be read", path, 0, 0, {}});
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const auto ontology = Ontology::parse(text, path);
  if (!ontology) return fail(ontology.error());
  SectionWriter section;
  section.text(text);
  writer.add(std::string(section_name), section.take());
  return {};
}

}  // namespace nutgraf
