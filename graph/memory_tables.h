// Tables that live in memory: the model that tests hold the store to, and a graph for a moment.
#ifndef NUTGRAF_GRAPH_MEMORY_TABLES_H_
#define NUTGRAF_GRAPH_MEMORY_TABLES_H_

#include <array>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "graph/tables.h"

namespace nutgraf {

class MemoryTables : public Tables {
 public:
  using Rows = std::array<std::map<std::string, std::string, std::less<>>, table_count>;

  MemoryTables();

  // Cheap; the rows are copied when the next commit finds a snapshot still alive.
  std::unique_ptr<View> snapshot() const override;
  Result<void> commit(const std::vector<Change>& changes) override;

  const Rows& rows() const { return *rows_; }

 private:
  std::shared_ptr<Rows> rows_;
};

}  // namespace nutgraf

#endif  // NUTGRAF_GRAPH_MEMORY_TABLES_H_
