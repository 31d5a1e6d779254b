#include "extract/report/input.h"

#include <glob.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "extract/report/byte_stream.h"
#include "extract/report/head.h"
#include "extract/report/html.h"
#include "extract/report/report_json.h"
#include "extract/text/fold.h"

namespace nutgraf {
namespace {

namespace fs = std::filesystem;

std::optional<InputKind> kind_by_extension(const fs::path& path) {
  const std::string extension = fold(path.extension().string());
  if (extension == ".txt" || extension == ".text") return InputKind::text;
  if (extension == ".jsonl" || extension == ".ndjson") return InputKind::jsonl;
  if (extension == ".html" || extension == ".htm" || extension == ".xhtml") return InputKind::html;
  return std::nullopt;
}

bool hidden(const fs::path& path) { return path.filename().string().rfind('.', 0) == 0; }

// The files under a folder, by path; hidden ones and (with automatic kind) unknown ones left out.
std::vector<std::string> files_under(const fs::path& folder, InputKind kind) {
  std::vector<std::string> out;
  std::error_code failure;
  fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied,
                                      failure);
  for (; !failure && at != fs::recursive_directory_iterator(); at.increment(failure)) {
    std::error_code unknown;
    if (hidden(at->path())) {
      if (at->is_directory(unknown)) at.disable_recursion_pending();
      continue;
    }
    const bool wanted = kind != InputKind::automatic || kind_by_extension(at->path());
    if (wanted && !at->is_directory(unknown)) out.push_back(at->path().string());
  }
  std::sort(out.begin(), out.end());
  return out;
}

// Standard glob patterns; the pattern itself when nothing matches.
std::vector<std::string> matches(const std::string& pattern) {
  std::vector<std::string> out;
  glob_t found{};
  if (::glob(pattern.c_str(), 0, nullptr, &found) == 0) {
    for (std::size_t i = 0; i < found.gl_pathc; ++i) out.emplace_back(found.gl_pathv[i]);
  }
  ::globfree(&found);
  if (out.empty()) out.push_back(pattern);
  return out;
}

std::vector<std::string> expand(const std::vector<std::string>& paths, InputKind kind) {
  std::vector<std::string> out;
  for (const std::string& path : paths) {
    std::error_code unknown;
    const bool pattern = path.find_first_of("*?[") != std::string::npos;
    const std::vector<std::string> named = path != "-" && pattern && !fs::exists(path, unknown)
                                               ? matches(path)
                                               : std::vector<std::string>{path};
    for (const std::string& one : named) {
      if (one != "-" && fs::is_directory(one, unknown)) {
        for (std::string& file : files_under(one, kind)) out.push_back(std::move(file));
      } else {
        out.push_back(one);
      }
    }
  }
  if (paths.empty()) out.emplace_back("-");
  return out;
}

std::string even_line_ends(std::string content) {
  if (content.find('\r') == std::string::npos) return content;
  std::string out;
  out.reserve(content.size());
  for (std::size_t i = 0; i < content.size(); ++i) {
    if (content[i] != '\r') {
      out += content[i];
    } else if (i + 1 == content.size() || content[i + 1] != '\n') {
      out += '\n';
    }
  }
  return out;
}

Error at(Error error, const std::string& file, std::uint64_t line) {
  if (error.file.empty()) error.file = file;
  if (error.line == 0) error.line = line;
  return error;
}

std::uint64_t line_of(std::string_view content, std::size_t position) {
  return 1 + static_cast<std::uint64_t>(std::count(
                 content.begin(), content.begin() + static_cast<std::ptrdiff_t>(position), '\n'));
}

// The beginning of a wrong line, so that its reader finds it.
std::string beginning(std::string_view line, std::uint64_t column) {
  if (line.size() > 160 || column > 100 || invalid_utf8(line) != std::string_view::npos) return {};
  return std::string(line);
}

}  // namespace

std::optional<InputKind> parse_input_kind(std::string_view word) {
  if (word == "auto") return InputKind::automatic;
  if (word == "text") return InputKind::text;
  if (word == "jsonl") return InputKind::jsonl;
  if (word == "html") return InputKind::html;
  return std::nullopt;
}

struct Input::State {
  std::vector<std::string> files;
  std::size_t next_file = 0;
  InputOptions options;
  std::istream* standard_input = nullptr;
  std::optional<LineReader> lines;  // of the jsonl file that is being read
  std::string lines_name;
  std::uint64_t done = 0;  // bytes of the files before it

  std::optional<Result<InputReport>> next();
  std::optional<Result<InputReport>> next_line();
  std::optional<Result<InputReport>> next_path();
  Result<InputReport> read_whole(ByteStream stream, const std::string& name, InputKind kind);
  Result<InputReport> parse_whole(const std::string& content, const std::string& name,
                                  InputKind kind) const;
  InputReport complete(Report report, bool from_json) const;
};

InputReport Input::State::complete(Report report, bool from_json) const {
  if (!report.date) report.date = options.date;
  if (report.source.empty()) report.source = options.source;
  return {std::move(report), from_json};
}

std::optional<Result<InputReport>> Input::State::next_line() {
  std::string_view line;
  while (true) {
    const auto outcome = lines->next(line);
    const std::uint64_t number = lines->line_number();
    if (!outcome || *outcome == LineReader::Outcome::end) {
      done += lines->taken();
      lines.reset();
      if (!outcome) return fail(at(outcome.error(), lines_name, number));
      return std::nullopt;
    }
    if (*outcome == LineReader::Outcome::too_long) {
      return fail(
          Error{ErrorCode::invalid,
                "the line is longer than " + std::to_string(options.report_limit) + " bytes",
                lines_name,
                number,
                0,
                {}});
    }
    if (line.find_first_not_of(" \t") == std::string_view::npos) continue;
    if (const std::size_t bad = invalid_utf8(line); bad != std::string_view::npos) {
      return fail(Error{ErrorCode::invalid,
                        "not valid UTF-8 at byte " + std::to_string(bad + 1) + " of the line",
                        lines_name,
                        number,
                        0,
                        {}});
    }
    auto report = parse_report(line);
    if (report) return complete(std::move(*report), true);
    Error error = at(report.error(), lines_name, number);
    error.excerpt = beginning(line, error.column);
    return fail(std::move(error));
  }
}

Result<InputReport> Input::State::parse_whole(const std::string& content, const std::string& name,
                                              InputKind kind) const {
  if (content.empty()) return fail(Error{ErrorCode::invalid, "the file is empty", name, 0, 0, {}});
  if (const std::size_t zero = content.find('\0'); zero != std::string::npos) {
    return fail(Error{
        ErrorCode::invalid, "the file is binary, not text", name, line_of(content, zero), 0, {}});
  }
  if (const std::size_t bad = invalid_utf8(content); bad != std::string::npos) {
    return fail(Error{ErrorCode::invalid,
                      "not valid UTF-8 at byte " + std::to_string(bad + 1),
                      name,
                      line_of(content, bad),
                      0,
                      {}});
  }
  auto report =
      kind == InputKind::html ? read_html(content) : read_headed_text(even_line_ends(content));
  if (!report) return fail(at(report.error(), name, 0));
  if (report->id.empty() && name != "-") report->id = fs::path(name).stem().string();
  if (report->id.empty() || invalid_utf8(report->id) != std::string::npos) {
    report->id = derived_id(*report);
  }
  return complete(std::move(*report), false);
}

Result<InputReport> Input::State::read_whole(ByteStream stream, const std::string& name,
                                             InputKind kind) {
  std::string content;
  while (content.size() <= options.report_limit) {
    auto more = stream.read(content);
    if (!more) return fail(at(more.error(), name, 0));
    if (*more) continue;
    done += stream.taken();
    return parse_whole(content, name, kind);
  }
  done += stream.taken();
  return fail(Error{ErrorCode::invalid,
                    "the file is longer than " + std::to_string(options.report_limit) + " bytes",
                    name,
                    0,
                    0,
                    {}});
}

std::optional<Result<InputReport>> Input::State::next_path() {
  const std::string name = files[next_file++];
  InputKind kind = options.kind;
  if (name == "-") {
    if (kind == InputKind::automatic) kind = InputKind::jsonl;
    if (kind != InputKind::jsonl) {
      return read_whole(ByteStream::of(*standard_input), name, kind);
    }
    lines.emplace(ByteStream::of(*standard_input), options.report_limit);
    lines_name = name;
    return std::nullopt;
  }
  std::error_code unknown;
  if (fs::is_directory(name, unknown)) {
    return fail(Error{ErrorCode::io, "is a folder", name, 0, 0, {}});
  }
  auto stream = ByteStream::open(name);
  if (!stream) return fail(stream.error());
  if (kind == InputKind::automatic) kind = kind_by_extension(name).value_or(kind);
  std::string start;
  if (kind == InputKind::automatic) {
    auto first = ByteStream::open(name);
    if (auto read = first ? first->read(start) : fail(first.error()); !read) {
      return fail(at(read.error(), name, 0));
    }
    const std::size_t letter = start.find_first_not_of(" \t\r\n");
    const char sign = letter == std::string::npos ? ' ' : start[letter];
    kind = sign == '{' ? InputKind::jsonl : sign == '<' ? InputKind::html : InputKind::text;
  }
  if (kind != InputKind::jsonl) return read_whole(std::move(*stream), name, kind);
  lines.emplace(std::move(*stream), options.report_limit);
  lines_name = name;
  return std::nullopt;
}

std::optional<Result<InputReport>> Input::State::next() {
  while (lines || next_file < files.size()) {
    auto report = lines ? next_line() : next_path();
    if (report) return report;
  }
  return std::nullopt;
}

Input::Input(const std::vector<std::string>& paths, InputOptions options,
             std::istream& standard_input)
    : state_(std::make_unique<State>()) {
  state_->files = expand(paths, options.kind);
  state_->options = std::move(options);
  state_->standard_input = &standard_input;
}

Input::Input(Input&&) noexcept = default;
Input& Input::operator=(Input&&) noexcept = default;
Input::~Input() = default;

std::optional<Result<InputReport>> Input::next() { return state_->next(); }

std::uint64_t Input::bytes_taken() const {
  return state_->done + (state_->lines ? state_->lines->taken() : 0);
}

std::optional<std::uint64_t> Input::bytes_expected() const {
  std::uint64_t sum = 0;
  for (const std::string& file : state_->files) {
    std::error_code unknown;
    const auto size = file == "-" ? static_cast<std::uintmax_t>(-1) : fs::file_size(file, unknown);
    if (file == "-" || unknown) return std::nullopt;
    sum += size;
  }
  return sum;
}

}  // namespace nutgraf
