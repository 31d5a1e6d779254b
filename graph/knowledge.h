// Knowledge: testimony and decisions go in, belief follows. Works on any Tables.
//
// Every call is one atomic batch: testimony and belief together. Belief is a pure function of the
// set of testimonies and the list of active decisions, whatever the order and the batches in which
// they came (laws 3 to 5).
#ifndef NUTGRAF_GRAPH_KNOWLEDGE_H_
#define NUTGRAF_GRAPH_KNOWLEDGE_H_

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "extract/result.h"
#include "graph/decision.h"
#include "graph/reader.h"
#include "graph/tables.h"
#include "graph/testimony.h"
#include "graph/workspace.h"

namespace nutgraf {

enum class Arrival : std::uint8_t { added, skipped, replaced, refused };

struct IngestOutcome {
  std::string report;
  Arrival arrival = Arrival::added;
  std::string reason;  // of a refusal
};

// What retracting some reports would do.
struct RetractPreview {
  std::vector<NamedNode> fall;                             // nodes that only they support
  std::vector<std::pair<NamedNode, std::uint64_t>> stand;  // others, with reports that are left
};

struct VerifyOutcome {
  std::uint64_t rows = 0;
  std::vector<std::string> problems;  // empty: all is well
};

using LineSink = std::function<Result<void>(std::string_view line)>;

class Knowledge {
 public:
  // `tables` outlives it.
  explicit Knowledge(Tables& tables);

  // Skips what is there with the same content, refuses an id that comes back with other content
  // unless `replace`; the reports of a batch come one after the other. Fails with
  // ErrorCode::unavailable when another rule set than the batch's is in force.
  Result<std::vector<IngestOutcome>> ingest(std::vector<Testimony> batch, bool replace);
  // The rule set in force; empty while no report was ever ingested.
  Result<std::string> rule_set() const;
  // Whether a report is there with this very content, so that extracting it can be spared.
  Result<Arrival> expect(const Report& report, bool replace) const;

  // Fails with not_found, and takes nothing back, when one of them is not there.
  Result<void> retract(const std::vector<std::string>& reports);
  Result<RetractPreview> preview_retract(const std::vector<std::string>& reports) const;

  // Gives the decision's number. `undoes` must name a decision that is active.
  Result<std::uint32_t> decide(CuratorDecision decision, std::string author, std::string reason,
                               std::string time);
  Result<std::vector<LoggedDecision>> log() const;
  // The sides of a node as it stands: what `same`, `different` and `reject` record.
  Result<std::vector<Side>> sides_of(const NodeKey& node) const;

  // Sorted lines, the same for the same knowledge; then one hash of them from the running sums.
  Result<void> dump(const LineSink& sink) const;
  Result<std::string> digest() const;
  // Counts the digests anew and compares; deep: recomputes belief from testimony and compares.
  Result<VerifyOutcome> verify(bool deep) const;

  // One line of a dump; gathers until `finish_load`.
  Result<void> load_line(std::string_view line);
  Result<void> finish_load();

  std::unique_ptr<GraphReader> reader() const;

 private:
  Result<void> commit(Workspace& work, const std::set<ReportKey>& reports, std::string_view verb,
                      const std::vector<std::string>& names);

  Tables& tables_;
  std::vector<CuratorDecision> loading_decisions_;
  std::map<std::string, Testimony> loading_parts_;
  std::string loading_rule_set_;
};

// A reader of one moment of any tables; it owns the view.
std::unique_ptr<GraphReader> make_reader(std::unique_ptr<View> view);

}  // namespace nutgraf

#endif  // NUTGRAF_GRAPH_KNOWLEDGE_H_
