// From a report to its testimony: the extractor, the tables it needs, the rule set's name.
#ifndef NUTGRAF_TOOLS_WITNESS_H_
#define NUTGRAF_TOOLS_WITNESS_H_

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "extract/extractor.h"
#include "graph/testimony.h"

namespace nutgraf {

class Witness {
 public:
  // An Error as Extractor::open gives it.
  static Result<Witness> open(const std::vector<std::string>& rule_folders);

  // Works for one thread at a desk of its own; the Witness must outlive it.
  std::function<Testimony(Report)> worker() const;
  const Extractor& extractor() const { return extractor_; }
  const std::string& rule_set() const { return rule_set_; }

 private:
  Witness(Extractor extractor, WordWeight weight);

  Extractor extractor_;
  WordWeight weight_;  // how much a word tells of a story
  std::string rule_set_;
};

}  // namespace nutgraf

#endif  // NUTGRAF_TOOLS_WITNESS_H_
