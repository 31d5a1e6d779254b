// How a curator's decision is written down: the options that all deciding commands share.
#ifndef NUTGRAF_TOOLS_DECISION_RECORDING_H_
#define NUTGRAF_TOOLS_DECISION_RECORDING_H_

#include <string>

#include "graph/decision.h"
#include "store/store.h"
#include "tools/console.h"
#include "tools/options.h"
#include "tools/session.h"

namespace nutgraf {

struct Recording {
  StoreOptions store;
  std::string author;
  std::string reason;

  void add_to(Options& options);
  // Decides and says how to take it back; the store stays open. Returns the exit code.
  int record(Console& console, Store& opened, CuratorDecision decision) const;
  // The same, and closes the store, so that what was decided is on disk.
  int record_and_close(Console& console, Store& opened, CuratorDecision decision) const;
};

}  // namespace nutgraf

#endif  // NUTGRAF_TOOLS_DECISION_RECORDING_H_
