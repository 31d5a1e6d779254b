// What a durable ingest costs: generated testimonies into a store on disk, in batches.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "store/store.h"
#include "tests/support/testimony_builder.h"

namespace {

using namespace nutgraf;

void durable_ingest(benchmark::State& state) {
  const auto batch = static_cast<unsigned>(state.range(0));
  std::string folder = (std::filesystem::temp_directory_path() / "nutgraf-bench-XXXXXX").string();
  if (::mkdtemp(folder.data()) == nullptr) return state.SkipWithError("no temporary folder");
  Result<Store> store = Store::create(folder + "/store");
  if (!store) return state.SkipWithError(store.error().message.c_str());
  unsigned next = 0;
  std::size_t bytes = 0;
  for (auto _ : state) {
    state.PauseTiming();
    std::vector<Testimony> reports;
    for (unsigned i = 0; i < batch; ++i, ++next) {
      reports.push_back(generated_testimony("r" + std::to_string(next), next / 4, next, 100000));
      bytes += reports.back().report.text.size();
    }
    state.ResumeTiming();
    const auto done = store->knowledge().ingest(std::move(reports), false);
    if (!done) state.SkipWithError(done.error().message.c_str());
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(next));
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
  static_cast<void>(store->close());
  std::filesystem::remove_all(folder);
}
BENCHMARK(durable_ingest)->Arg(1)->Arg(16)->Arg(256)->Unit(benchmark::kMillisecond);

}  // namespace
