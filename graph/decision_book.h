// The active decisions of a moment, as belief asks for them.
#ifndef NUTGRAF_GRAPH_DECISION_BOOK_H_
#define NUTGRAF_GRAPH_DECISION_BOOK_H_

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "graph/decision.h"
#include "graph/node.h"
#include "graph/statement.h"
#include "graph/tables.h"

namespace nutgraf {

class DecisionBook {
 public:
  explicit DecisionBook(const View& view);

  const ReportDecisions& of_report(const std::string& report) const;
  // Reports that a split or rejection speaks of.
  const std::map<std::string, ReportDecisions>& reports() const { return reports_; }

  // Resolves the sides of `same` and `different` to the units that are present; call it again when
  // statements have changed.
  void resolve(const View& view);

  struct Bond {
    std::uint32_t number = 0;  // of the decision; the latest of a pair holds
    bool same = true;

    friend bool operator==(const Bond&, const Bond&) = default;
  };
  using Bonds = std::map<Id, std::map<Id, Bond>>;            // both ways
  const Bonds& bonds() const { return bonds_; }              // of entities
  const Bonds& event_bonds() const { return event_bonds_; }  // of event chains
  const std::map<Id, Bond>& bonds_of(const Id& unit) const;  // of either
  const Bond* bond(const Id& one, const Id& other) const;
  bool kept_apart(const Id& one, const Id& other) const;
  bool settled(const Id& unit) const;  // someone said what it is the same as

 private:
  std::vector<std::pair<std::uint32_t, CuratorDecision>> links_;
  std::map<std::string, ReportDecisions> reports_;
  Bonds bonds_;
  Bonds event_bonds_;
};

// The units that a side means, as far as they are present.
std::vector<Id> units_of_side(const View& view, const Side& side);

// The active decisions in their order.
std::vector<LoggedDecision> active_decisions(const View& view);

}  // namespace nutgraf

#endif  // NUTGRAF_GRAPH_DECISION_BOOK_H_
