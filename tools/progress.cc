#include "tools/progress.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

namespace nutgraf {

Progress::Progress(Console& console, bool quiet, std::optional<std::uint64_t> bytes_expected)
    : console_(console),
      drawing_(console.err_is_terminal && !quiet),
      expected_(bytes_expected),
      started_(std::chrono::steady_clock::now()),
      last_(started_) {}

Progress::~Progress() { clear(); }

void Progress::show(std::uint64_t bytes, std::uint64_t reports) {
  if (drawing_) show(bytes, fmt::format("{} reports", reports));
}

void Progress::show(std::uint64_t bytes, std::string_view counted) {
  if (!drawing_) return;
  const auto now = std::chrono::steady_clock::now();
  if (now - last_ < std::chrono::milliseconds(100)) return;
  last_ = now;
  const double seconds = std::chrono::duration<double>(now - started_).count();
  const double megabytes = static_cast<double>(bytes) / 1e6;
  std::string bar;
  std::string left;
  if (expected_ && *expected_ > 0) {
    const std::uint64_t done = std::min(bytes, *expected_);
    const auto part = static_cast<std::size_t>(done * 24 / *expected_);
    bar = '[' + std::string(part, '#') + std::string(24 - part, '.') + "] ";
    const double rate = static_cast<double>(done) / seconds;
    const double rest = static_cast<double>(*expected_ - done) / std::max(rate, 1.0);
    left = fmt::format(", {}:{:02} left", static_cast<int>(rest) / 60, static_cast<int>(rest) % 60);
  }
  console_.err << fmt::format("\r\x1b[K{}{}", bar, counted);
  if (bytes > 0) {
    console_.err << fmt::format(", {:.1f} MB, {:.1f} MB/s{}", megabytes, megabytes / seconds, left);
  }
  console_.err << std::flush;
  drawn_ = true;
}

void Progress::clear() {
  if (drawn_) console_.err << "\r\x1b[K" << std::flush;
  drawn_ = false;
}

WalkBar::WalkBar(Console& console, bool quiet, std::string steps)
    : console_(console),
      drawing_(console.err_is_terminal && !quiet),
      steps_(std::move(steps)),
      last_(std::chrono::steady_clock::now()) {}

WalkBar::~WalkBar() {
  if (drawn_) console_.err << "\r\x1b[K" << std::flush;
}

void WalkBar::show(std::uint64_t done, std::uint64_t expected) {
  const auto now = std::chrono::steady_clock::now();
  if (now - last_ < std::chrono::milliseconds(100)) return;
  last_ = now;
  if (expected == 0) {
    console_.err << fmt::format("\r\x1b[K{} {}", done, steps_) << std::flush;
  } else {
    const auto part = static_cast<std::size_t>(std::min(done, expected) * 24 / expected);
    console_.err << fmt::format("\r\x1b[K[{}{}] {} of {}", std::string(part, '#'),
                                std::string(24 - part, '.'), done, expected)
                 << std::flush;
  }
  drawn_ = true;
}

std::function<void(std::uint64_t, std::uint64_t)> WalkBar::progress() {
  if (!drawing_) return {};
  return [this](std::uint64_t done, std::uint64_t expected) { show(done, expected); };
}

}  // namespace nutgraf
