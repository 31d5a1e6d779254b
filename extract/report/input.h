// Reports out of files, folders, globs and pipes, one after the other, in bounded memory.
#ifndef NUTGRAF_EXTRACT_REPORT_INPUT_H_
#define NUTGRAF_EXTRACT_REPORT_INPUT_H_

#include <cstdint>
#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/report/report.h"
#include "extract/result.h"

namespace nutgraf {

enum class InputKind : std::uint8_t { automatic, text, jsonl, html };

std::optional<InputKind> parse_input_kind(std::string_view word);  // "auto", "text", …

struct InputOptions {
  InputKind kind = InputKind::automatic;
  std::optional<Day> date;                            // of reports that tell none
  std::string source;                                 // of reports that tell none
  std::size_t report_limit = std::size_t{64} << 20U;  // bytes; a longer report is refused
};

struct InputReport {
  Report report;
  bool from_json = false;  // else its text was taken out of a file and has to be shown
};

// Reads what it is told in the order of the paths; a folder's files by path. With automatic kind a
// file's extension decides (.txt, .jsonl, .ndjson, .html, .htm, .xhtml), else its first letter;
// other files of a folder, and those whose name begins with a dot, are passed over; standard input
// is jsonl.
class Input {
 public:
  // No path, or "-", is `standard_input`, which must outlive the Input.
  Input(const std::vector<std::string>& paths, InputOptions options, std::istream& standard_input);
  Input(Input&&) noexcept;
  Input& operator=(Input&&) noexcept;
  ~Input();

  // The next report, or what is wrong with the next one (with file and line): reading goes on
  // behind it. nullopt at the end.
  std::optional<Result<InputReport>> next();

  std::uint64_t bytes_taken() const;
  // Of all files together; nullopt when a pipe is among them.
  std::optional<std::uint64_t> bytes_expected() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_REPORT_INPUT_H_
