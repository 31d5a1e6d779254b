#include "tools/unnamed.h"

#include <algorithm>

#include "extract/text/fold.h"

namespace nutgraf {
namespace {

std::string key_of(std::string_view words) {
  std::string key = fold_name(words);
  for (const std::string_view article : {"the ", "an ", "a "}) {
    if (key.compare(0, article.size(), article) == 0) return key.substr(article.size());
  }
  return key;
}

}  // namespace

Result<void> UnnamedNodes::walk() {
  walked_ = true;
  const auto seen = reader_.nodes(std::nullopt, [this](const NodeDetails& details) {
    if (details.named || details.node.key.kind == NodeKind::event) return true;
    const auto reports = static_cast<std::uint32_t>(details.counts.reports);
    for (const Counted& form : details.names) {
      auto& matches = by_words_[key_of(form.words)];
      const bool there = !matches.empty() && matches.back().node.key == details.node.key;
      if (!there) matches.push_back({details.node, MatchKind::folded, form.words, reports});
    }
    return true;
  });
  for (auto& [words, matches] : by_words_) {
    std::stable_sort(matches.begin(), matches.end(),
                     [](const NameMatch& a, const NameMatch& b) { return a.reports > b.reports; });
  }
  return seen;
}

Result<std::vector<NameMatch>> UnnamedNodes::find(std::string_view words) {
  if (!walked_) {
    if (auto done = walk(); !done) return fail(done.error());
  }
  const auto found = by_words_.find(key_of(words));
  return found == by_words_.end() ? std::vector<NameMatch>() : found->second;
}

}  // namespace nutgraf
