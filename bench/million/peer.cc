#include "bench/million/peer.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <unordered_map>
#include <unordered_set>

namespace nutgraf {
namespace {

constexpr const char* schema = R"(
create table node(id integer primary key, key text, kind integer, name text);
create table event(id integer primary key, day integer, until integer, place integer, action text);
create table part(actor integer, event integer, role integer);
create table inside(place integer, around integer);
)";
constexpr const char* indexes = R"(
create index part_actor on part(actor, event, role);
create index part_event on part(event, actor, role);
create index event_place on event(place, day);
create index inside_around on inside(around, place);
create index node_key on node(key);
analyze;
)";

}  // namespace

Peer::Peer(const std::string& path) {
  if (sqlite3_open(path.c_str(), &database_) != SQLITE_OK) {
    fmt::print(stderr, "SQLite cannot open {}\n", path);
    std::exit(1);
  }
  run("pragma cache_size = -1000000; pragma mmap_size = 2000000000;");
}

Peer::~Peer() { sqlite3_close(database_); }

void Peer::run(const char* sql) {
  if (sqlite3_exec(database_, sql, nullptr, nullptr, nullptr) == SQLITE_OK) return;
  fmt::print(stderr, "SQLite: {}\n", sqlite3_errmsg(database_));
  std::exit(1);
}

sqlite3_stmt* Peer::prepare(const char* sql) const {
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(database_, sql, -1, &statement, nullptr) != SQLITE_OK) {
    fmt::print(stderr, "SQLite: {}\n", sqlite3_errmsg(database_));
    std::exit(1);
  }
  return statement;
}

std::size_t Peer::rows(sqlite3_stmt* statement) const {
  std::size_t count = 0;
  while (sqlite3_step(statement) == SQLITE_ROW) {
    for (int column = 0; column < sqlite3_column_count(statement); ++column) {
      static_cast<void>(sqlite3_column_text(statement, column));
    }
    ++count;
  }
  sqlite3_finalize(statement);
  return count;
}

std::int64_t Peer::id_of(const NodeKey& node) const {
  const auto found = ids_.find(node);
  if (found != ids_.end()) return found->second;
  sqlite3_stmt* statement = prepare("select id from node where key = ?");
  const std::string key = print_key(node);
  sqlite3_bind_text(statement, 1, key.c_str(), -1, SQLITE_TRANSIENT);
  const std::int64_t id =
      sqlite3_step(statement) == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : -1;
  sqlite3_finalize(statement);
  ids_[node] = id;
  return id;
}

void Peer::load(const GraphReader& reader) {
  if (rows(prepare("select 1 from sqlite_master where name = 'node'")) > 0) return;
  run("pragma journal_mode = off; pragma synchronous = off; begin;");
  run(schema);
  sqlite3_stmt* node = prepare("insert into node values(?, ?, ?, ?)");
  std::int64_t next = 0;
  const auto add_node = [&](const NodeKey& key, const std::string& name) {
    sqlite3_reset(node);
    sqlite3_bind_int64(node, 1, ++next);
    const std::string text = print_key(key);
    sqlite3_bind_text(node, 2, text.c_str(), -1, SQLITE_TRANSIENT);
    sqlite3_bind_int(node, 3, static_cast<int>(key.kind));
    sqlite3_bind_text(node, 4, name.c_str(), -1, SQLITE_TRANSIENT);
    sqlite3_step(node);
    ids_[key] = next;
  };
  static_cast<void>(reader.nodes(std::nullopt, [&](const NodeDetails& details) {
    if (details.node.key.kind != NodeKind::event) add_node(details.node.key, details.node.name);
    return true;
  }));
  load_places(reader);
  sqlite3_stmt* event = prepare("insert into event values(?, ?, ?, ?, ?)");
  sqlite3_stmt* part = prepare("insert into part values(?, ?, ?)");
  static_cast<void>(reader.events({}, [&](const EventDetails& details) {
    const std::int64_t id = ++next;
    std::int64_t place = 0;
    for (const Participant& one : details.participants) {
      if (one.node.kind == NodeKind::place) {
        place = ids_[one.node];
        continue;
      }
      sqlite3_reset(part);
      sqlite3_bind_int64(part, 1, ids_[one.node]);
      sqlite3_bind_int64(part, 2, id);
      sqlite3_bind_int(part, 3, static_cast<int>(one.role));
      sqlite3_step(part);
    }
    sqlite3_reset(event);
    sqlite3_bind_int64(event, 1, id);
    sqlite3_bind_int(event, 2, details.when.from ? details.when.from->number : -1'000'000);
    sqlite3_bind_int(event, 3, details.when.until ? details.when.until->number : 1'000'000);
    sqlite3_bind_int64(event, 4, place);
    sqlite3_bind_text(event, 5, details.action.c_str(), -1, SQLITE_TRANSIENT);
    sqlite3_step(event);
    return true;
  }));
  sqlite3_finalize(node);
  sqlite3_finalize(event);
  sqlite3_finalize(part);
  run("commit;");
  run(indexes);
}

// A place, and each place it lies in, itself among them.
void Peer::load_places(const GraphReader& reader) {
  sqlite3_stmt* inside = prepare("insert into inside values(?, ?)");
  const auto add = [&](std::int64_t place, std::int64_t around) {
    sqlite3_reset(inside);
    sqlite3_bind_int64(inside, 1, place);
    sqlite3_bind_int64(inside, 2, around);
    sqlite3_step(inside);
  };
  for (const auto& [node, id] : ids_) {
    if (node.kind != NodeKind::place) continue;
    add(id, id);
    const auto around = reader.around(node);
    if (!around) continue;
    for (const NodeKey& outer : *around) {
      const auto found = ids_.find(outer);
      if (found != ids_.end()) add(id, found->second);
    }
  }
  sqlite3_finalize(inside);
}

std::map<NodeKey, std::uint32_t> Peer::events_of_actors() const {
  std::map<NodeKey, std::uint32_t> out;
  sqlite3_stmt* statement = prepare(
      "select key, count(distinct event) from part join node on node.id = actor group by actor");
  while (sqlite3_step(statement) == SQLITE_ROW) {
    const auto key = parse_key(reinterpret_cast<const char*>(sqlite3_column_text(statement, 0)));
    if (key) out[*key] = static_cast<std::uint32_t>(sqlite3_column_int(statement, 1));
  }
  sqlite3_finalize(statement);
  return out;
}

std::size_t Peer::events_of(const NodeKey& actor) {
  sqlite3_stmt* statement = prepare(
      "select distinct event.id, day, until, action, place "
      "from part join event on event.id = event where actor = ?");
  sqlite3_bind_int64(statement, 1, id_of(actor));
  return rows(statement);
}

std::size_t Peer::who(const NodeKey& place, Day from, Day until) {
  sqlite3_stmt* statement = prepare(
      "select node.name, count(*) from inside join event on event.place = inside.place "
      "join part on part.event = event.id and role = 0 join node on node.id = actor "
      "where around = ? and day < ? and until > ? group by actor order by 2 desc, node.key");
  sqlite3_bind_int64(statement, 1, id_of(place));
  sqlite3_bind_int(statement, 2, until.number);
  sqlite3_bind_int(statement, 3, from.number);
  return rows(statement);
}

// As in openCypher, no part is walked twice.
std::size_t Peer::co_actors_of_co_actors(const NodeKey& actor) {
  sqlite3_stmt* statement = prepare(
      "select distinct d.actor from part a join part b on b.event = a.event and b.rowid <> a.rowid "
      "join part c on c.actor = b.actor and c.rowid not in (a.rowid, b.rowid) "
      "join part d on d.event = c.event and d.rowid not in (a.rowid, b.rowid, c.rowid) "
      "where a.actor = ?");
  sqlite3_bind_int64(statement, 1, id_of(actor));
  return rows(statement);
}

// The events, and who and where else they are, each with the number of its own.
std::size_t Peer::near(const NodeKey& actor) {
  sqlite3_stmt* statement = prepare(
      "select event.id, action, 1 from event where id in (select event from part where actor = ?1) "
      "union all select node.id, node.name, (select count(distinct event) from part "
      "where part.actor = node.id) + (select count(*) from event where place = node.id) from "
      "(select b.actor as other from part a join part b on b.event = a.event where a.actor = ?1 "
      "union select place from part a join event on event.id = a.event where a.actor = ?1) "
      "join node on node.id = other where other <> ?1");
  sqlite3_bind_int64(statement, 1, id_of(actor));
  return rows(statement);
}

// SQLite has no shortest path: a search from both ends, one query a node, as its users write it.
std::size_t Peer::path(const NodeKey& from, const NodeKey& to) {
  sqlite3_stmt* statement =
      prepare("select b.actor from part a join part b on b.event = a.event where a.actor = ?");
  std::unordered_map<std::int64_t, std::size_t> reached[2] = {{{id_of(from), 0}}, {{id_of(to), 0}}};
  std::vector<std::int64_t> edge[2] = {{id_of(from)}, {id_of(to)}};
  std::size_t found = 0;
  for (std::size_t step = 1; found == 0 && !edge[0].empty() && !edge[1].empty(); ++step) {
    const int side = edge[0].size() <= edge[1].size() ? 0 : 1;
    std::vector<std::int64_t> next;
    for (const std::int64_t node : edge[side]) {
      sqlite3_reset(statement);
      sqlite3_bind_int64(statement, 1, node);
      while (sqlite3_step(statement) == SQLITE_ROW) {
        const std::int64_t other = sqlite3_column_int64(statement, 0);
        if (!reached[side].emplace(other, reached[side][node] + 1).second) continue;
        next.push_back(other);
        const auto met = reached[1 - side].find(other);
        if (met == reached[1 - side].end()) continue;
        const std::size_t hops = reached[side][other] + met->second;
        if (found == 0 || hops * 2 + 1 < found) found = hops * 2 + 1;
      }
    }
    edge[side] = std::move(next);
  }
  sqlite3_finalize(statement);
  return found;
}

std::size_t Peer::top(const NodeKey& country, std::size_t limit) {
  sqlite3_stmt* statement = prepare(
      "select node.name, count(*) from inside join event on event.place = inside.place "
      "join part on part.event = event.id and role = 0 join node on node.id = actor "
      "where around = ? group by actor order by 2 desc, node.key limit ?");
  sqlite3_bind_int64(statement, 1, id_of(country));
  sqlite3_bind_int64(statement, 2, static_cast<std::int64_t>(limit));
  return rows(statement);
}

}  // namespace nutgraf
