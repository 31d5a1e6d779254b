// What the open store, the ontology and the file system offer for completion.
#ifndef NUTGRAF_TOOLS_SHELL_KNOWN_WORDS_H_
#define NUTGRAF_TOOLS_SHELL_KNOWN_WORDS_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/reader.h"
#include "tools/shell/completion.h"

namespace nutgraf {

// Names that begin so, as reports write them, whatever the case, accents and script of `prefix`; at
// most a hundred are looked at. `kind` empty: of persons, groups and places.
std::vector<std::string> known_names(const GraphReader& reader, std::string_view prefix,
                                     std::optional<NodeKind> kind);

// What a value may be that options call so; `reader` is nullptr without a store.
std::vector<std::string> known_values(const GraphReader* reader, std::string_view holds,
                                      const std::string& prefix);

// Files and folders that begin so, folders with a "/" behind them; or folders only.
std::vector<std::string> known_files(const std::string& prefix, bool folders_only);

// The options and arguments of a command of the program, from its own option list.
CommandWords words_of_command(const std::string& name);

}  // namespace nutgraf

#endif  // NUTGRAF_TOOLS_SHELL_KNOWN_WORDS_H_
