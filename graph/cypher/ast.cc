#include "graph/cypher/ast.h"

#include <algorithm>

namespace nutgraf::cypher {

bool same(const Expression& one, const Expression& other) {
  const bool alike = one.kind == other.kind && one.operation == other.operation &&
                     one.operations == other.operations && one.word == other.word &&
                     one.words == other.words && one.variable == other.variable &&
                     one.distinct == other.distinct && one.parts.size() == other.parts.size() &&
                     one.value.kind() == other.value.kind() && order(one.value, other.value) == 0;
  if (!alike || !one.patterns.empty() || !other.patterns.empty()) return false;
  return std::equal(one.parts.begin(), one.parts.end(), other.parts.begin(),
                    [](const ExpressionPtr& a, const ExpressionPtr& b) {
                      return (a == nullptr) == (b == nullptr) && (a == nullptr || same(*a, *b));
                    });
}

}  // namespace nutgraf::cypher
