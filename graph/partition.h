// Items in sets that grow together, some of which must never be in one.
#ifndef NUTGRAF_GRAPH_PARTITION_H_
#define NUTGRAF_GRAPH_PARTITION_H_

#include <cstddef>
#include <cstdint>
#include <set>
#include <vector>

namespace nutgraf {

// Items are 0 to count - 1, each in a set of its own at first. Whatever the order of calls, what
// was kept apart is in two sets as long as it was not joined before.
class Partition {
 public:
  explicit Partition(std::size_t count);

  // The smallest item of its set.
  std::uint32_t find(std::uint32_t item) const { return first_[root(item)]; }
  // No effect on two that are in one set already.
  void keep_apart(std::uint32_t one, std::uint32_t other);
  // Makes their sets one; not if an item of the one is kept apart from one of the other. Cost: a
  // look-up when it does nothing; joined sets cost the enemies of the smaller one.
  void join(std::uint32_t one, std::uint32_t other);

 private:
  std::uint32_t root(std::uint32_t item) const;

  mutable std::vector<std::uint32_t> parent_;
  std::vector<std::uint32_t> first_;              // by root: the smallest item
  std::vector<std::uint32_t> size_;               // by root
  std::vector<std::set<std::uint32_t>> enemies_;  // by root: roots, both ways
};

}  // namespace nutgraf

#endif  // NUTGRAF_GRAPH_PARTITION_H_
