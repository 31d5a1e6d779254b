// Which reports tell one story, and which are near-copies: judged from two word profiles alone.
//
// Reports are found through pairs of their rarest words. A pair of words that many reports share is
// led by its first ones, in the order of the hashes of their ids: a report is compared with these.
#include <algorithm>
#include <map>

#include "graph/bytes.h"
#include "graph/testimony.h"
#include "graph/update.h"

namespace nutgraf {
namespace {

std::optional<WordProfile> profile_of(const View& view, const ReportKey& report) {
  const std::optional<std::string> bytes = view.get(Table::profile, key_of(report));
  if (!bytes) return std::nullopt;
  Result<WordProfile> profile = decode_profile(*bytes);
  if (!profile) return std::nullopt;
  return std::move(*profile);
}

std::vector<std::string> word_blocks(const View& view, const ReportKey& report) {
  std::vector<std::string> out;
  const std::optional<WordProfile> profile = profile_of(view, report);
  if (!profile) return out;
  std::vector<std::uint64_t> words = profile->rarest;
  std::sort(words.begin(), words.end());
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (std::size_t k = i + 1; k < words.size(); ++k) {
      std::string block;
      append_u64(block, words[i] * 0x9E3779B97F4A7C15ULL ^ words[k]);
      out.push_back(std::move(block));
    }
  }
  return out;
}

std::vector<ReportKey> word_members(const View& view, const std::string& block, std::size_t count) {
  std::vector<ReportKey> out;
  view.scan_prefix(Table::word, block, [&](std::string_view key, std::string_view) {
    out.push_back(cut_id<ReportKey>(key, block.size()));
    return count == 0 || out.size() < count;
  });
  return out;
}

// Reports that began or ceased to lead a block.
void note_leaders(const std::vector<ReportKey>& before, const std::vector<ReportKey>& after,
                  std::set<ReportKey>& out) {
  std::set_symmetric_difference(before.begin(), before.end(), after.begin(), after.end(),
                                std::inserter(out, out.end()));
}

}  // namespace

std::vector<StoryLink> story_row(const View& view, const ReportKey& report) {
  std::vector<StoryLink> out;
  view.scan_prefix(Table::story, key_of(report), [&](std::string_view key, std::string_view value) {
    if (key.size() == 24 && value.size() == 3) {
      const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(value[i]); };
      out.push_back({cut_id<ReportKey>(key, 12), byte(0) * 256U + byte(1), byte(2) != 0});
    }
    return true;
  });
  return out;
}

const std::vector<StoryLink>& Update::story(const ReportKey& report) {
  const auto found = stories_.find(report);
  if (found != stories_.end()) return found->second;
  return stories_.emplace(report, story_row(work_, report)).first->second;
}

void Update::tell_stories() {
  std::set<std::string> blocks;
  for (const ReportKey& report : touched_) {
    const std::vector<std::string> before = word_blocks(work_.base(), report);
    const std::vector<std::string> after = word_blocks(work_, report);
    for (const std::string& block : before) work_.erase(Table::word, block + key_of(report));
    for (const std::string& block : after) work_.put(Table::word, block + key_of(report), {});
    if (before == after) continue;
    blocks.insert(before.begin(), before.end());
    blocks.insert(after.begin(), after.end());
  }
  std::set<ReportKey> changed = touched_;
  for (const std::string& block : blocks) {
    note_leaders(word_members(work_.base(), block, story_leaders),
                 word_members(work_, block, story_leaders), changed);
  }
  relinked_ = touched_;
  for (const ReportKey& report : changed) write_story(report, find_story(report));
  // A neighbour's statement is part of a report's story, so its neighbours are stirred as well.
  for (const ReportKey& report : touched_) {
    for (const View* view : {&work_.base(), static_cast<const View*>(&work_)}) {
      for (const StoryLink& link : story_row(*view, report)) relinked_.insert(link.report);
    }
  }
  stories_.clear();
  group_copies();
}

std::vector<StoryLink> Update::find_story(const ReportKey& report) {
  std::vector<StoryLink> out;
  const std::optional<WordProfile> mine = profile_of(work_, report);
  if (!mine || statement(report) == nullptr) return out;
  std::set<ReportKey> candidates;
  for (const std::string& block : word_blocks(work_, report)) {
    std::vector<ReportKey> members = word_members(work_, block, story_leaders);
    if (std::find(members.begin(), members.end(), report) != members.end()) {
      members = word_members(work_, block, 0);
    }
    candidates.insert(members.begin(), members.end());
  }
  candidates.erase(report);
  for (const ReportKey& candidate : candidates) {
    const std::optional<WordProfile> other = profile_of(work_, candidate);
    if (!other) continue;
    const std::uint32_t score = story_score(*mine, *other);
    const bool copy = copy_score(*mine, *other) >= copy_threshold;
    const bool story = score >= late_story_threshold ||
                       (score >= story_threshold && !story_over(report, candidate));
    if (story || copy) out.push_back({candidate, score, copy});
  }
  return out;
}

// A war's reports share their words for years: what came out longer apart tells one story only when
// it is told in much the same words.
bool Update::story_over(const ReportKey& one, const ReportKey& other) {
  const Statement* left = statement(one);
  const Statement* right = statement(other);
  if (left == nullptr || right == nullptr || !left->date || !right->date) return false;
  const auto [first, last] = std::minmax(left->date->number, right->date->number);
  return last - first > story_days;
}

void Update::write_story(const ReportKey& report, const std::vector<StoryLink>& links) {
  std::map<ReportKey, StoryLink> after;
  for (const StoryLink& link : links) after.emplace(link.report, link);
  const std::vector<StoryLink> before = story_row(work_, report);
  const auto both_ways = [&](const ReportKey& other, const auto& write) {
    relinked_.insert(report);
    relinked_.insert(other);
    if (touched_.count(report) == 0 && touched_.count(other) == 0) {
      restoried_.insert(std::minmax(report, other));
    }
    write(key_of(report) + key_of(other));
    write(key_of(other) + key_of(report));
  };
  for (const StoryLink& link : before) {
    const auto found = after.find(link.report);
    if (found != after.end() && found->second == link) {
      after.erase(found);
    } else if (found == after.end()) {
      both_ways(link.report, [&](const std::string& key) { work_.erase(Table::story, key); });
    }
  }
  for (const auto& [other, link] : after) {
    const std::string value{static_cast<char>(link.score / 256),
                            static_cast<char>(link.score % 256),
                            static_cast<char>(link.copy ? 1 : 0)};
    both_ways(other, [&](const std::string& key) { work_.put(Table::story, key, value); });
  }
}

// Near-copies of near-copies are one group; it goes by its smallest report.
void Update::group_copies() {
  std::set<ReportKey> done;
  for (const ReportKey& start : relinked_) {
    if (done.count(start) != 0) continue;
    std::vector<ReportKey> group{start};
    std::set<ReportKey> seen{start};
    for (std::size_t i = 0; i < group.size(); ++i) {
      for (const StoryLink& link : story_row(work_, group[i])) {
        if (link.copy && seen.insert(link.report).second) group.push_back(link.report);
      }
    }
    const ReportKey& first = *seen.begin();
    for (const ReportKey& report : seen) {
      done.insert(report);
      if (report == first) {
        work_.erase(Table::copy, key_of(report));
      } else {
        work_.put(Table::copy, key_of(report), key_of(first));
      }
    }
  }
}

}  // namespace nutgraf
