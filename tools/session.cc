#include "tools/session.h"

#include <cstdlib>
#include <filesystem>
#include <utility>

#include "tools/interrupts.h"

namespace nutgraf {

namespace fs = std::filesystem;

std::optional<std::string> find_store(const std::string& told) {
  if (!told.empty()) return told;
  if (const char* named = std::getenv("NUTGRAF_STORE"); named != nullptr && *named != '\0') {
    return named;
  }
  std::error_code failure;
  fs::path here = fs::current_path(failure);
  while (!failure) {
    const fs::path candidate = here / ".nutgraf";
    if (Store::is_store(candidate.string())) return candidate.string();
    if (here == here.parent_path()) break;
    here = here.parent_path();
  }
  return std::nullopt;
}

void StoreOptions::add_to(Options& options, bool writes) {
  options.value("--store", "DIR", store,
                "the store; else $NUTGRAF_STORE, else the .nutgraf found upward from here");
  if (writes) options.number("--wait", "SECONDS", wait, "how long to wait for the lock; 10");
}

Result<std::string> StoreOptions::folder(const Console& console) const {
  const auto found = find_store(store.empty() ? console.store : store);
  if (!found) {
    return fail(ErrorCode::not_found,
                "no store: none is named by --store or $NUTGRAF_STORE, and there is no .nutgraf "
                "here or above; `nutgraf ingest REPORTS` makes one");
  }
  return *found;
}

Result<Store> StoreOptions::open_to_write(const Console& console) const {
  const auto found = folder(console);
  if (!found) return fail(found.error());
  return Store::open(*found, Access::write, static_cast<unsigned>(wait.value_or(10)));
}

Result<Reading> Session::reading(const std::string& folder) {
  if (opened_ != nullptr && folder == folder_) {
    const auto batch = opened_->store.batch();
    if (batch && *batch == batch_) return Reading(opened_);
  }
  opened_.reset();
  auto store = Store::open(folder, Access::read, 0);
  if (!store) return fail(store.error());
  const auto batch = store->batch();
  if (!batch) return fail(batch.error());
  store->stop_reads_when(Interrupts::seen);
  folder_ = folder;
  batch_ = *batch;
  opened_ = std::make_shared<Reading::Opened>(std::move(*store));
  return Reading(opened_);
}

Result<Reading> Reading::open(Console& console, const StoreOptions& options) {
  const auto folder = options.folder(console);
  if (!folder) return fail(folder.error());
  if (console.session != nullptr) return console.session->reading(*folder);
  return Session().reading(*folder);
}

}  // namespace nutgraf
