// What every command needs that reads reports: the extractor, the input, the refused ones.
#ifndef NUTGRAF_TOOLS_READING_H_
#define NUTGRAF_TOOLS_READING_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "extract/extractor.h"
#include "extract/report/input.h"
#include "tools/console.h"
#include "tools/options.h"

namespace nutgraf {

// The compiled data file: $NUTGRAF_DATA, else nutgraf.data beside the program, else
// ../share/nutgraf/nutgraf.data from there.
std::string data_file_path();

// The extractor with the users' own rule folders, if any.
Result<Extractor> open_extractor(const std::vector<std::string>& rule_folders = {});

// The options of commands that read reports.
struct ReadingOptions {
  std::vector<std::string> paths;
  std::optional<std::uint64_t> jobs;
  std::string input = "auto";
  std::string date;
  std::string source;
  std::vector<std::string> rules;

  void add_to(Options& options);
  Result<Input> open(Console& console) const;
  std::size_t threads() const;
};

// Says on err why a report was refused.
void tell_refused(Console& console, const Error& error);

}  // namespace nutgraf

#endif  // NUTGRAF_TOOLS_READING_H_
