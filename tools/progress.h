// A bar with rate and time left, for people who wait.
#ifndef NUTGRAF_TOOLS_PROGRESS_H_
#define NUTGRAF_TOOLS_PROGRESS_H_

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "tools/console.h"

namespace nutgraf {

// Draws only on a terminal's standard error and unless `quiet`; at most ten times a second.
class Progress {
 public:
  Progress(Console& console, bool quiet, std::optional<std::uint64_t> bytes_expected);
  ~Progress();  // takes the bar away
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void show(std::uint64_t bytes, std::uint64_t reports);
  // Anything else that is counted: "12000 nodes, 40000 edges". 0 bytes: nobody knows.
  void show(std::uint64_t bytes, std::string_view counted);
  void clear();  // before a message is written

 private:
  Console& console_;
  bool drawing_;
  bool drawn_ = false;
  std::optional<std::uint64_t> expected_;
  std::chrono::steady_clock::time_point started_;
  std::chrono::steady_clock::time_point last_;
};

// The same for a walk over the graph: how many steps are done, of how many when that is known.
class WalkBar {
 public:
  WalkBar(Console& console, bool quiet, std::string steps);
  ~WalkBar();  // takes the bar away
  WalkBar(const WalkBar&) = delete;
  WalkBar& operator=(const WalkBar&) = delete;

  void show(std::uint64_t done, std::uint64_t expected);
  // For graph/walk.h; empty where nothing is drawn. The bar must outlive it.
  std::function<void(std::uint64_t, std::uint64_t)> progress();

 private:
  Console& console_;
  bool drawing_;
  bool drawn_ = false;
  std::string steps_;  // what is counted: "events"
  std::chrono::steady_clock::time_point last_;
};

}  // namespace nutgraf

#endif  // NUTGRAF_TOOLS_PROGRESS_H_
