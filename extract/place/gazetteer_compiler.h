// Compiles data/gazetteer/ and scowl's common words into the section "gazetteer".
#ifndef NUTGRAF_EXTRACT_PLACE_GAZETTEER_COMPILER_H_
#define NUTGRAF_EXTRACT_PLACE_GAZETTEER_COMPILER_H_

#include <string>
#include <vector>

#include "extract/lexicon/data_file.h"
#include "extract/place/gazetteer_tables.h"
#include "extract/result.h"

namespace nutgraf {

Result<void> compile_gazetteer(const std::string& source_folder, DataWriter& writer);

// Every key under which a place is found: folded, each once, its own name's first.
struct PlaceKeys {
  std::vector<std::string> own;
  std::vector<std::string> other;
};
PlaceKeys place_keys(const GazetteerTables& tables, const TablePlace& place);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_PLACE_GAZETTEER_COMPILER_H_
