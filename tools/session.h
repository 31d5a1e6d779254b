// The store that commands read: found as the contract says, opened once, reopened when it moved.
#ifndef NUTGRAF_TOOLS_SESSION_H_
#define NUTGRAF_TOOLS_SESSION_H_

#include <memory>
#include <optional>
#include <string>

#include "graph/reader.h"
#include "store/store.h"
#include "tools/console.h"
#include "tools/options.h"

namespace nutgraf {

// The folder: `told` (--store), else $NUTGRAF_STORE, else the .nutgraf found upward from here.
// nullopt when nothing names one.
std::optional<std::string> find_store(const std::string& told);

// The options of every command that opens a store.
struct StoreOptions {
  std::string store;
  std::optional<std::uint64_t> wait;

  void add_to(Options& options, bool writes);
  // The store there is; ErrorCode::not_found says how to make one.
  Result<Store> open_to_write(const Console& console) const;
  Result<std::string> folder(const Console& console) const;
};

// A store opened for reading, with one reader of it.
class Reading {
 public:
  // With a console that keeps a session the open store is shared from command to command.
  static Result<Reading> open(Console& console, const StoreOptions& options);

  const GraphReader& reader() const { return *opened_->reader; }
  Store& store() const { return opened_->store; }

 private:
  friend class Session;
  struct Opened {
    explicit Opened(Store taken) : store(std::move(taken)), reader(store.reader()) {}
    Store store;
    std::unique_ptr<GraphReader> reader;
  };
  explicit Reading(std::shared_ptr<Opened> opened) : opened_(std::move(opened)) {}
  std::shared_ptr<Opened> opened_;
};

// Kept by the shell: the store stays open between commands, until a writer has moved it on. Its
// readers end with an error when control-C is noted (tools/interrupts.h).
class Session {
 public:
  Result<Reading> reading(const std::string& folder);
  // Opens anew next time: a reader that control-C ended reads no more.
  void forget() { opened_.reset(); }

 private:
  std::string folder_;
  std::uint64_t batch_ = 0;
  std::shared_ptr<Reading::Opened> opened_;
};

}  // namespace nutgraf

#endif  // NUTGRAF_TOOLS_SESSION_H_
