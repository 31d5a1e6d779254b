// The types of events and their codes, from schemas/ontology.txt.
#ifndef NUTGRAF_EXTRACT_EVENT_ONTOLOGY_H_
#define NUTGRAF_EXTRACT_EVENT_ONTOLOGY_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/extraction.h"
#include "extract/lexicon/data_file.h"
#include "extract/result.h"

namespace nutgraf {

// Whether an act helps or harms its target: what PLOVER needs to read "will" into a type.
enum class Stance : std::uint8_t { neutral, cooperative, hostile };

struct EventType {
  std::string type;
  std::string mode;  // empty: the type itself
  std::string parent;
  Stance stance = Stance::neutral;
  std::string plover;  // empty: none
  std::string cameo;
};

class Ontology {
 public:
  // Reads the text of schemas/ontology.txt; `file` is for errors only.
  static Result<Ontology> parse(std::string_view text, const std::string& file);
  static Result<Ontology> open(const DataFile& data);

  const std::vector<EventType>& types() const { return types_; }
  // Index into types(); nullopt when there is no such type, or the type has no such mode.
  std::optional<std::uint32_t> find(std::string_view type, std::string_view mode) const;
  // Writes type, mode, act and codes of types()[index] into the event.
  void apply(std::uint32_t index, Event& event) const;

 private:
  std::vector<EventType> types_;
};

// Puts the ontology into the data file.
Result<void> compile_ontology(const std::string& source_folder, DataWriter& writer);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_EVENT_ONTOLOGY_H_
