// A store in trouble: no space, a limit on file sizes, a rule change.
#include <fcntl.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "store/store.h"
#include "tests/support/store_folder.h"

using namespace nutgraf;
namespace fs = std::filesystem;

namespace {

Testimony ruled(unsigned number, const std::string& rules = "rules-1") {
  Testimony out = generated_testimony("r" + std::to_string(number), number % 7, number);
  out.rule_set = rules;
  return out;
}

std::vector<std::string> dump(const Knowledge& knowledge) {
  std::vector<std::string> lines;
  REQUIRE(knowledge
              .dump([&](std::string_view line) {
                lines.emplace_back(line);
                return Result<void>();
              })
              .has_value());
  return lines;
}

// Ingests until the store fails; gives how many reports were acknowledged. All went well: nullopt.
std::optional<std::pair<unsigned, Error>> ingest_until_failure(Store& store, unsigned most) {
  for (unsigned i = 0; i < most; ++i) {
    const auto done = store.knowledge().ingest({ruled(i)}, false);
    if (!done) return std::pair(i, done.error());
  }
  return std::nullopt;
}

// What was acknowledged is there, nothing else is wrong, and the store goes on.
void check_recovered(const std::string& folder, unsigned acknowledged) {
  Result<Store> store = Store::open(folder, Access::write, 0);
  REQUIRE(store.has_value());
  unsigned reports = 0;
  REQUIRE(store->reader()
              ->reports([&](const ReportRow&) {
                ++reports;
                return true;
              })
              .has_value());
  CHECK(reports >= acknowledged);
  const Result<VerifyOutcome> outcome = store->knowledge().verify(true);
  REQUIRE(outcome.has_value());
  CHECK(outcome->problems == std::vector<std::string>());
  CHECK(store->knowledge().ingest({ruled(9999)}, false).has_value());
  CHECK(store->close().has_value());
}

// A file system of a few megabytes where that may be mounted.
class SmallDisk {
 public:
  explicit SmallDisk(const std::string& path) : path_(path) {
    fs::create_directories(path);
    mounted_ = ::mount("nutgraf", path.c_str(), "tmpfs", 0, "size=6m") == 0;
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;
  ~SmallDisk() {
    if (mounted_) ::umount2(path_.c_str(), MNT_DETACH);
  }
  bool mounted() const { return mounted_; }
  bool grow() const {
    return ::mount("nutgraf", path_.c_str(), "tmpfs", MS_REMOUNT, "size=256m") == 0;
  }

 private:
  std::string path_;
  bool mounted_ = false;
};

}  // namespace

TEST_CASE("a full disk is told in a sentence; with space again the store goes on") {
  const Folder folder;
  const SmallDisk disk(folder.path + "/disk");
  if (!disk.mounted()) {
    WARN("not run: no file system may be mounted here");
    return;
  }
  const std::string place = folder.path + "/disk/store";
  unsigned acknowledged = 0;
  {
    Result<Store> store = Store::create(place);
    REQUIRE(store.has_value());
    const auto failed = ingest_until_failure(*store, 5000);
    REQUIRE(failed.has_value());
    INFO(failed->second.message);
    CHECK((failed->second.code == ErrorCode::io || failed->second.code == ErrorCode::unavailable));
    CHECK(failed->second.message.find("space") != std::string::npos);
    acknowledged = failed->first;
    CHECK(acknowledged > 0);
    static_cast<void>(store->close());
  }
  REQUIRE(disk.grow());
  check_recovered(place, acknowledged);
}

TEST_CASE("a limit on the size of files fails a write, and loses nothing acknowledged") {
  const Folder folder;
  const std::string place = folder.path + "/store";
  REQUIRE(Store::create(place)->close().has_value());
  int ends[2];
  REQUIRE(::pipe2(ends, O_CLOEXEC) == 0);
  const std::string self = fs::read_symlink("/proc/self/exe").string();
  const pid_t child = ::fork();
  if (child == 0) {
    ::dup2(ends[1], 3);
    ::setenv("NUTGRAF_CHILD_STORE", place.c_str(), 1);
    ::execl(self.c_str(), self.c_str(), "child whose files are limited", "-o", "/dev/null",
            static_cast<char*>(nullptr));
    ::_exit(127);
  }
  ::close(ends[1]);
  unsigned acknowledged = 0;
  char byte = 0;
  while (::read(ends[0], &byte, 1) == 1) acknowledged += byte == '.' ? 1U : 0U;
  ::close(ends[0]);
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  CHECK(WIFEXITED(status));  // no crash,
  CHECK(WEXITSTATUS(status) == 0);
  CHECK(byte == '!');  // but a failure that was told
  CHECK(acknowledged > 0);
  check_recovered(place, acknowledged);
}

TEST_CASE("child whose files are limited", "[.child]") {
  const char* place = std::getenv("NUTGRAF_CHILD_STORE");
  if (place == nullptr) return;
  ::signal(SIGXFSZ, SIG_IGN);
  const rlimit limit{rlim_t{200000}, rlim_t{200000}};
  Result<Store> store = Store::open(place, Access::write, 0);
  REQUIRE(store.has_value());
  REQUIRE(::setrlimit(RLIMIT_FSIZE, &limit) == 0);
  for (unsigned i = 0; i < 5000; ++i) {
    const auto done = store->knowledge().ingest({ruled(i)}, false);
    const bool told = !done && !done.error().message.empty();
    if (::write(3, done ? "." : told ? "!" : "?", 1) != 1 || !done) break;
  }
  static_cast<void>(store->close());
}

TEST_CASE("law 4: rebuild after a rule change gives what a fresh ingest would") {
  const Folder folder;
  Result<Store> rebuilt = Store::create(folder.path + "/rebuilt");
  Result<Store> fresh = Store::create(folder.path + "/fresh");
  REQUIRE(rebuilt.has_value());
  REQUIRE(fresh.has_value());
  // The new rules hear another telling of each report.
  const auto anew = [](unsigned i) {
    Testimony said = generated_testimony("r" + std::to_string(i), i % 7, i);
    said.rule_set = "rules-2";
    if (i % 3 == 0 && !said.extraction.events.empty()) {
      said.extraction.events.front().lemma = "storm";
      said.extraction.events.front().type = "assault";
    }
    return said;
  };
  CuratorDecision decision;
  decision.verb = Verb::different;
  decision.one = {{NodeKind::person, "John Smith", {}, {}}};
  decision.other = {{NodeKind::person, "John Adam Smith", {}, {}}};
  for (unsigned i = 0; i < 30; ++i) {
    REQUIRE(rebuilt->knowledge().ingest({ruled(i)}, false).has_value());
  }
  REQUIRE(rebuilt->knowledge().decide(decision, "", "", "").has_value());
  const Result<Knowledge*> next = rebuilt->begin_rebuild();
  REQUIRE(next.has_value());
  std::vector<Testimony> batch;
  for (unsigned i = 0; i < 30; ++i) {
    batch.push_back(anew(i));
    if (batch.size() == 8) REQUIRE((*next)->ingest(std::exchange(batch, {}), false).has_value());
  }
  REQUIRE((*next)->ingest(std::move(batch), false).has_value());
  REQUIRE(rebuilt->finish_rebuild().has_value());
  REQUIRE(fresh->knowledge().decide(decision, "", "", "").has_value());
  for (unsigned i = 30; i > 0; --i) {
    REQUIRE(fresh->knowledge().ingest({anew(i - 1)}, false).has_value());
  }
  CHECK(dump(rebuilt->knowledge()) == dump(fresh->knowledge()));
  CHECK(rebuilt->knowledge().digest().value() == fresh->knowledge().digest().value());
}
