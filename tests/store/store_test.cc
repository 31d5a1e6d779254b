// The store: laws 4 to 6 on disk, other processes.
#include <fcntl.h>
#include <rapidcheck.h>
#include <rapidcheck/catch.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "graph/memory_tables.h"
#include "store/store.h"
#include "tests/support/store_folder.h"
#include "tests/support/testimony_builder.h"

using namespace nutgraf;
namespace fs = std::filesystem;

namespace {

constexpr unsigned reports_of_child = 60;
// Small sittings: the child flushes its tables and throws logs away while others read.
constexpr unsigned reports_of_short_sitting = 3;

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

std::vector<std::string> report_ids(const Store& store) {
  std::vector<std::string> out;
  REQUIRE(store.reader()
              ->reports([&](const ReportRow& row) {
                out.push_back(row.report);
                return true;
              })
              .has_value());
  return out;
}

void check_sound(Store& store) {
  const Result<VerifyOutcome> outcome = store.knowledge().verify(true);
  REQUIRE(outcome.has_value());
  for (const std::string& problem : outcome->problems) FAIL(problem);
}

// This program again, as the test case "child that ingests", writing a byte to `acks` for each
// report that is acknowledged. After each `sitting` reports it closes the store and opens it anew.
struct Child {
  pid_t process = -1;
  int acks = -1;

  explicit Child(const std::string& folder, unsigned sitting = reports_of_child) {
    int ends[2];
    REQUIRE(::pipe2(ends, O_CLOEXEC) == 0);
    const std::string self = fs::read_symlink("/proc/self/exe").string();
    process = ::fork();
    if (process == 0) {
      ::dup2(ends[1], 3);
      ::setenv("NUTGRAF_CHILD_STORE", folder.c_str(), 1);
      ::setenv("NUTGRAF_CHILD_SITTING", std::to_string(sitting).c_str(), 1);
      ::execl(self.c_str(), self.c_str(), "child that ingests", "-o", "/dev/null",
              static_cast<char*>(nullptr));
      ::_exit(127);
    }
    ::close(ends[1]);
    acks = ends[0];
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    kill();
    ::close(acks);
  }
  // Whether another report was acknowledged; false at the end.
  bool next() const {
    char byte = 0;
    return ::read(acks, &byte, 1) == 1;
  }
  void kill() {
    if (process < 0) return;
    ::kill(process, SIGKILL);
    ::waitpid(process, nullptr, 0);
    process = -1;
  }
  // Those that came before the pipe was empty and closed.
  unsigned rest() const {
    unsigned count = 0;
    while (next()) ++count;
    return count;
  }
};

}  // namespace

TEST_CASE("child that ingests", "[.child]") {
  const char* folder = std::getenv("NUTGRAF_CHILD_STORE");
  const char* sitting_words = std::getenv("NUTGRAF_CHILD_SITTING");
  if (folder == nullptr || sitting_words == nullptr) return;
  const auto sitting = static_cast<unsigned>(std::atoi(sitting_words));
  REQUIRE(sitting > 0);
  Result<Store> store =
      Store::is_store(folder) ? Store::open(folder, Access::write, 10) : Store::create(folder);
  REQUIRE(store.has_value());
  for (unsigned i = 0; i < reports_of_child; ++i) {
    const auto outcome = store->knowledge().ingest({numbered(i)}, false);
    REQUIRE(outcome.has_value());
    if (::write(3, ".", 1) != 1) break;
    if ((i + 1) % sitting == 0) {
      REQUIRE(store->close().has_value());
      store = Store::open(folder, Access::write, 10);
      REQUIRE(store.has_value());
    }
  }
}

// Takes back all that is there, decisions too.
void empty(Knowledge& knowledge) {
  const std::vector<LoggedDecision> log = knowledge.log().value();
  for (const LoggedDecision& logged : log) {
    if (logged.undone || logged.decision.verb == Verb::undo) continue;
    CuratorDecision undo;
    undo.verb = Verb::undo;
    undo.undoes = logged.number;
    REQUIRE(knowledge.decide(undo, "", "", "").has_value());
  }
  std::vector<std::string> reports;
  REQUIRE(knowledge.reader()
              ->reports([&](const ReportRow& row) {
                reports.push_back(row.report);
                return true;
              })
              .has_value());
  REQUIRE(knowledge.retract(reports).has_value());
}

TEST_CASE("law 5: the store agrees with tables in memory after any operations") {
  const Folder folder;
  Result<Store> store = Store::create(folder.store());
  REQUIRE(store.has_value());
  rc::prop("ingest, replace, retract, decide, reopen", [&] {
    MemoryTables tables;
    Knowledge model(tables);
    empty(store->knowledge());
    const auto steps = *rc::gen::resize(
        12, rc::gen::container<std::vector<std::pair<unsigned, unsigned>>>(
                rc::gen::pair(rc::gen::inRange(0U, 100U), rc::gen::inRange(0U, 40U))));
    for (const auto& [action, number] : steps) {
      const std::string id = "r" + std::to_string(action % 6);
      if (action < 60) {
        const Testimony said = generated_testimony(id, number % 5, number);
        RC_ASSERT(store->knowledge().ingest({said}, action % 2 == 0).has_value());
        RC_ASSERT(model.ingest({said}, action % 2 == 0).has_value());
      } else if (action < 80) {
        RC_ASSERT(store->knowledge().retract({id}).has_value() == model.retract({id}).has_value());
      } else if (action < 98) {
        CuratorDecision different;
        different.verb = Verb::different;
        different.one = {{NodeKind::person, "John Smith", {}, {}}};
        different.other = {{NodeKind::person, "John Adam Smith", {}, {}}};
        RC_ASSERT(store->knowledge().decide(different, "", "", "").has_value());
        RC_ASSERT(model.decide(different, "", "", "").has_value());
      } else {
        RC_ASSERT(store->close().has_value());
        store = Store::open(folder.store(), Access::write, 0);
        RC_ASSERT(store.has_value());
      }
    }
    RC_ASSERT(dump(store->knowledge()) == dump(model));
    RC_ASSERT(store->knowledge().digest().value() == model.digest().value());
  });
}

TEST_CASE("law 6: killed at any instant, the store opens, verifies and resumes") {
  MemoryTables tables;
  Knowledge whole(tables);
  for (unsigned i = 0; i < reports_of_child; ++i) {
    REQUIRE(whole.ingest({numbered(i)}, false).has_value());
  }
  const std::vector<std::string> expected = dump(whole);
  const char* wanted = std::getenv("NUTGRAF_KILLS");
  const unsigned kills = wanted == nullptr ? 10 : static_cast<unsigned>(std::atoi(wanted));
  for (unsigned round = 0; round < kills; ++round) {
    const Folder folder;
    unsigned acknowledged = 0;
    {
      Child child(folder.store());
      const unsigned until = 1 + (round * 37 + static_cast<unsigned>(::getpid())) % 50;
      while (acknowledged < until && child.next()) ++acknowledged;
      child.kill();
      acknowledged += child.rest();
    }
    INFO("killed after " << acknowledged << " reports");
    Result<Store> store = Store::open(folder.store(), Access::write, 10);
    REQUIRE(store.has_value());
    CHECK(report_ids(*store).size() >= acknowledged);
    check_sound(*store);
    for (unsigned i = 0; i < reports_of_child; ++i) {
      REQUIRE(store->knowledge().ingest({numbered(i)}, false).has_value());
    }
    CHECK(dump(store->knowledge()) == expected);
  }
}

TEST_CASE("another process reads while one ingests: no commit is missing in the middle") {
  const Folder folder;
  Child child(folder.store(), reports_of_short_sitting);
  REQUIRE(child.next());
  std::size_t seen = 0;
  unsigned acknowledged = 1;
  for (; child.next(); ++acknowledged) {
    const Result<Store> store = Store::open(folder.store(), Access::read, 0);
    if (!store) FAIL(store.error().message);
    const std::vector<std::string> ids = report_ids(*store);
    REQUIRE(ids.size() >= acknowledged);
    REQUIRE(ids.size() >= seen);
    seen = ids.size();
    for (unsigned i = 0; i < ids.size(); ++i) REQUIRE(ids[i] == numbered(i).report.id);
  }
  CHECK(acknowledged == reports_of_child);
}

TEST_CASE("one writes, a second writer is told so") {
  const Folder folder;
  const Result<Store> store = Store::create(folder.store());
  REQUIRE(store.has_value());
  const Result<Store> second = Store::open(folder.store(), Access::write, 0);
  REQUIRE_FALSE(second.has_value());
  CHECK(second.error().code == ErrorCode::unavailable);
  CHECK(second.error().message.find("locked") != std::string::npos);
}

TEST_CASE("a backup is a store of its own") {
  const Folder folder;
  Result<Store> store = Store::create(folder.store());
  REQUIRE(store->knowledge().ingest({numbered(1), numbered(2)}, false).has_value());
  REQUIRE(store->backup(folder.path + "/copies/one").has_value());
  REQUIRE(store->knowledge().retract({"r0001"}).has_value());
  Result<Store> copy = Store::open(folder.path + "/copies/one", Access::write, 0);
  REQUIRE(copy.has_value());
  CHECK(report_ids(*copy).size() == 2);
  check_sound(*copy);
  CHECK(store->backup(folder.path + "/copies/one").error().code == ErrorCode::usage);
}

TEST_CASE("another rule set is refused until the store is rebuilt") {
  const Folder folder;
  Result<Store> store = Store::create(folder.store());
  REQUIRE(store->knowledge().ingest({numbered(1), numbered(2)}, false).has_value());
  Testimony newer = numbered(3);
  newer.rule_set = "rules-2";
  const auto refused = store->knowledge().ingest({newer}, false);
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().code == ErrorCode::unavailable);
  CHECK(refused.error().message.find("rebuild") != std::string::npos);

  const Result<Knowledge*> next = store->begin_rebuild();
  REQUIRE(next.has_value());
  for (unsigned i = 1; i < 3; ++i) {
    Testimony said = numbered(i);
    said.rule_set = "rules-2";
    REQUIRE((*next)->ingest({said}, false).has_value());
  }
  CHECK(store->knowledge().rule_set().value() == "rules-1");
  REQUIRE(store->finish_rebuild().has_value());
  CHECK(store->knowledge().rule_set().value() == "rules-2");
  CHECK(report_ids(*store).size() == 2);
  CHECK(store->knowledge().ingest({newer}, false).has_value());
  check_sound(*store);
  REQUIRE(store->close().has_value());
  store = Store::open(folder.store(), Access::write, 0);
  REQUIRE(store.has_value());
  CHECK(report_ids(*store).size() == 3);
}

TEST_CASE("a rebuild that was killed leaves the old generation in force") {
  const Folder folder;
  Result<Store> store = Store::create(folder.store());
  REQUIRE(store->knowledge().ingest({numbered(1)}, false).has_value());
  const std::vector<std::string> before = dump(store->knowledge());
  Testimony said = numbered(2);
  said.rule_set = "rules-2";
  REQUIRE((*store->begin_rebuild())->ingest({said}, false).has_value());
  REQUIRE(store->close().has_value());
  store = Store::open(folder.store(), Access::write, 0);
  REQUIRE(store.has_value());
  CHECK(dump(store->knowledge()) == before);
  CHECK((*store->begin_rebuild())->rule_set().value().empty());
}

TEST_CASE("the shell sees that the store has moved on") {
  const Folder folder;
  Result<Store> store = Store::create(folder.store());
  const std::uint64_t before = store->batch().value();
  REQUIRE(store->knowledge().ingest({numbered(1)}, false).has_value());
  const Result<Store> other = Store::open(folder.store(), Access::read, 0);
  REQUIRE(other.has_value());
  CHECK(other->batch().value() == before + 1);
  REQUIRE(store->knowledge().ingest({numbered(2)}, false).has_value());
  CHECK(other->batch().value() == before + 2);
  CHECK(report_ids(*other).size() == 1);
}
