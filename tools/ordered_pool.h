// Many threads, one order: what goes in first comes out first.
#ifndef NUTGRAF_TOOLS_ORDERED_POOL_H_
#define NUTGRAF_TOOLS_ORDERED_POOL_H_

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace nutgraf {

// Takes `next()` (an optional; nullopt ends it) and hands `use()` the results of `work(item)` in
// the order of the items. `make_worker()` makes for each thread a `work` of its own. next() and
// use() run in the calling thread only; at most 4 * jobs items are under way. When use() returns
// false nothing more is taken. With one job everything runs in the calling thread.
template <typename Next, typename MakeWorker, typename Use>
void run_ordered(std::size_t jobs, Next next, MakeWorker make_worker, Use use) {
  using Item = typename decltype(next())::value_type;
  using Out = decltype(make_worker()(std::declval<Item>()));

  if (jobs <= 1) {
    auto work = make_worker();
    while (auto item = next()) {
      if (!use(work(std::move(*item)))) return;
    }
    return;
  }

  struct Slot {
    std::optional<Item> item;
    std::optional<Out> out;
  };
  std::mutex mutex;
  std::condition_variable changed;
  std::deque<Slot> slots;     // under way, oldest first; a deque keeps its slots in place
  std::deque<Slot*> waiting;  // not yet taken by a worker
  bool ended = false;

  std::vector<std::thread> threads;
  threads.reserve(jobs);
  for (std::size_t i = 0; i < jobs; ++i) {
    threads.emplace_back([&] {
      auto work = make_worker();
      std::unique_lock lock(mutex);
      while (true) {
        changed.wait(lock, [&] { return ended || !waiting.empty(); });
        if (waiting.empty()) return;
        Slot* const slot = waiting.front();
        waiting.pop_front();
        Item item = std::move(*slot->item);
        lock.unlock();
        Out out = work(std::move(item));
        lock.lock();
        slot->out = std::move(out);
        changed.notify_all();
      }
    });
  }

  bool more = true;
  bool wanted = true;
  std::unique_lock lock(mutex);
  while (wanted && (more || !slots.empty())) {
    if (more && slots.size() < 4 * jobs && (slots.empty() || !slots.front().out)) {
      lock.unlock();
      auto item = next();
      lock.lock();
      more = item.has_value();
      if (more) {
        slots.push_back({std::move(item), std::nullopt});
        waiting.push_back(&slots.back());
        changed.notify_all();
      }
      continue;
    }
    changed.wait(lock, [&] { return slots.front().out.has_value(); });
    Out out = std::move(*slots.front().out);
    slots.pop_front();
    lock.unlock();
    wanted = use(std::move(out));
    lock.lock();
  }
  ended = true;
  waiting.clear();
  lock.unlock();
  changed.notify_all();
  for (std::thread& thread : threads) thread.join();
}

}  // namespace nutgraf

#endif  // NUTGRAF_TOOLS_ORDERED_POOL_H_
