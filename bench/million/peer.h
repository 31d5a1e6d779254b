// The peer of the big bench: the same graph in SQLite, with the indexes that its questions want.
#ifndef NUTGRAF_BENCH_MILLION_PEER_H_
#define NUTGRAF_BENCH_MILLION_PEER_H_

#include <sqlite3.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "graph/reader.h"

namespace nutgraf {

// Ends the program with a message when SQLite fails. Answers are row counts; each row is read
// whole.
class Peer {
 public:
  explicit Peer(const std::string& path);
  ~Peer();
  Peer(const Peer&) = delete;
  Peer& operator=(const Peer&) = delete;

  // Fills the database from the graph, unless it is filled.
  void load(const GraphReader& reader);
  std::map<NodeKey, std::uint32_t> events_of_actors() const;

  std::size_t events_of(const NodeKey& actor);
  std::size_t who(const NodeKey& place, Day from, Day until);
  std::size_t near(const NodeKey& actor);
  std::size_t co_actors_of_co_actors(const NodeKey& actor);
  std::size_t path(const NodeKey& from, const NodeKey& to);  // nodes on it
  std::size_t top(const NodeKey& country, std::size_t limit);

 private:
  void run(const char* sql);
  sqlite3_stmt* prepare(const char* sql) const;
  std::size_t rows(sqlite3_stmt* statement) const;
  std::int64_t id_of(const NodeKey& node) const;
  void load_places(const GraphReader& reader);

  sqlite3* database_ = nullptr;
  mutable std::map<NodeKey, std::int64_t> ids_;
};

}  // namespace nutgraf

#endif  // NUTGRAF_BENCH_MILLION_PEER_H_
