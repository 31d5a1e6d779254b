#include "graph/partition.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace nutgraf {

Partition::Partition(std::size_t count)
    : parent_(count), first_(count), size_(count, 1), enemies_(count) {
  std::iota(parent_.begin(), parent_.end(), 0U);
  std::iota(first_.begin(), first_.end(), 0U);
}

std::uint32_t Partition::root(std::uint32_t item) const {
  while (parent_[item] != item) {
    parent_[item] = parent_[parent_[item]];
    item = parent_[item];
  }
  return item;
}

void Partition::keep_apart(std::uint32_t one, std::uint32_t other) {
  const std::uint32_t left = root(one);
  const std::uint32_t right = root(other);
  if (left == right) return;
  enemies_[left].insert(right);
  enemies_[right].insert(left);
}

void Partition::join(std::uint32_t one, std::uint32_t other) {
  std::uint32_t kept = root(one);
  std::uint32_t gone = root(other);
  if (kept == gone || enemies_[kept].count(gone) != 0) return;
  if (size_[kept] < size_[gone]) std::swap(kept, gone);
  parent_[gone] = kept;
  size_[kept] += size_[gone];
  first_[kept] = std::min(first_[kept], first_[gone]);
  for (const std::uint32_t enemy : enemies_[gone]) {
    enemies_[enemy].erase(gone);
    enemies_[enemy].insert(kept);
    enemies_[kept].insert(enemy);
  }
  enemies_[gone].clear();
}

}  // namespace nutgraf
