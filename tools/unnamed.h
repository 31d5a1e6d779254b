// Actors that no report names ("Iraqi special forces", "gunmen"), found by the words reports use.
#ifndef NUTGRAF_TOOLS_UNNAMED_H_
#define NUTGRAF_TOOLS_UNNAMED_H_

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "graph/reader.h"

namespace nutgraf {

// The store has no index of such words, since one phrase stands for many actors. The first question
// walks all nodes, later ones look up.
class UnnamedNodes {
 public:
  // `reader` must outlive it.
  explicit UnnamedNodes(const GraphReader& reader) : reader_(reader) {}

  // All nodes that some report calls by these words (case, accents and a leading article aside),
  // those with most reports first.
  Result<std::vector<NameMatch>> find(std::string_view words);

 private:
  Result<void> walk();

  const GraphReader& reader_;
  bool walked_ = false;
  std::map<std::string, std::vector<NameMatch>> by_words_;
};

}  // namespace nutgraf

#endif  // NUTGRAF_TOOLS_UNNAMED_H_
