#include "tools/shell/known_words.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <sstream>

#include "extract/text/fold.h"
#include "tools/action_words.h"
#include "tools/command.h"

namespace nutgraf {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most = 100;

bool begins(std::string_view words, std::string_view start) {
  return words.substr(0, start.size()) == start;
}

void sort_and_join(std::vector<std::string>& words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

std::vector<std::string> known_reports(const GraphReader& reader, const std::string& prefix) {
  std::vector<std::string> out;
  std::size_t looked_at = 0;
  const auto done = reader.reports([&](const ReportRow& row) {
    if (begins(row.report, prefix)) out.push_back(row.report);
    return out.size() < most && ++looked_at < 10 * most;
  });
  return done ? out : std::vector<std::string>();
}

}  // namespace

std::vector<std::string> known_names(const GraphReader& reader, std::string_view prefix,
                                     std::optional<NodeKind> kind) {
  if (invalid_utf8(prefix) != std::string_view::npos) return {};
  std::string folded = fold_name(prefix);
  if (folded.empty()) return {};
  if (prefix.back() == ' ') folded += ' ';  // the next word is asked for
  const auto names = reader.complete(folded, most);
  if (!names) return {};
  std::vector<std::string> out;
  for (const std::string& name : *names) {
    if (!begins(name, folded)) continue;
    const auto found = reader.find(name, kind, 1);
    if (!found) return {};
    if (found->empty() || found->front().match > MatchKind::folded) continue;
    const std::string& shown = found->front().node.name;
    out.push_back(fold_name(shown) == name ? shown : name);
  }
  sort_and_join(out);
  return out;
}

std::vector<std::string> known_files(const std::string& prefix, bool folders_only) {
  std::string folder = prefix.substr(0, prefix.rfind('/') + 1);
  if (prefix.find('/') == std::string::npos) folder.clear();
  std::string looked = folder;
  if (begins(looked, "~/") && std::getenv("HOME") != nullptr) {
    looked = std::getenv("HOME") + looked.substr(1);
  }
  const std::string start = prefix.substr(folder.size());
  std::vector<std::string> out;
  std::error_code failure;
  for (fs::directory_iterator at(looked.empty() ? "." : looked, failure), end;
       !failure && at != end; at.increment(failure)) {
    const std::string name = at->path().filename().string();
    if (!begins(name, start) || (start.empty() && name.front() == '.')) continue;
    std::error_code unknown;
    const bool is_folder = at->is_directory(unknown);
    if (folders_only && !is_folder) continue;
    out.push_back(folder + name + (is_folder ? "/" : ""));
  }
  sort_and_join(out);
  return out;
}

std::vector<std::string> known_values(const GraphReader* reader, std::string_view holds,
                                      const std::string& prefix) {
  if (holds == "FILE" || holds == "PATH") return known_files(prefix, false);
  if (holds == "DIR" || holds == "FOLDER") return known_files(prefix, true);
  if (holds == "DATES") {
    return beginning_with(prefix, {"last month", "last week", "last year", "this month",
                                   "this week", "this year", "today", "yesterday"});
  }
  if (reader == nullptr) return {};
  if (holds == "ACTION") return reader->actions(prefix, most).value_or(std::vector<std::string>());
  if (holds == "TYPE") return beginning_with(prefix, known_types());
  if (holds == "PLACE") return known_names(*reader, prefix, NodeKind::place);
  if (holds == "REPORT" || holds == "ID") return known_reports(*reader, prefix);
  std::vector<std::string> out;
  if (holds.find("REPORT") != std::string_view::npos && !prefix.empty()) {
    out = known_reports(*reader, prefix);
  }
  if (holds.find("NODE") != std::string_view::npos || holds == "NAME") {
    for (std::string& name : known_names(*reader, prefix, std::nullopt)) {
      out.push_back(std::move(name));
    }
  }
  return out;
}

CommandWords words_of_command(const std::string& name) {
  CommandWords out;
  const std::function<void(const Options&)> note = [&out](const Options& options) {
    out = {options.option_places(), options.argument_places()};
  };
  std::istringstream in;
  std::ostringstream ignored;
  Console console{in, ignored, ignored};
  console.on_options = &note;
  run_command(console, {name});
  return out;
}

}  // namespace nutgraf
