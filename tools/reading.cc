#include "tools/reading.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <thread>

#include "extract/report/head.h"

namespace nutgraf {

namespace fs = std::filesystem;

std::string data_file_path() {
  if (const char* told = std::getenv("NUTGRAF_DATA"); told != nullptr && *told != '\0') return told;
  std::error_code failure;
  const fs::path folder = fs::read_symlink("/proc/self/exe", failure).parent_path();
  const fs::path beside = folder / "nutgraf.data";
  if (fs::exists(beside, failure)) return beside.string();
  return (folder.parent_path() / "share" / "nutgraf" / "nutgraf.data").string();
}

Result<Extractor> open_extractor(const std::vector<std::string>& rule_folders) {
  return Extractor::open({data_file_path(), rule_folders});
}

void ReadingOptions::add_to(Options& options) {
  options
      .number("-j,--jobs", "N", jobs, "threads that read reports; as many as the machine has cores")
      .choice("--input", {"auto", "text", "jsonl", "html"}, input,
              "what the files hold; auto goes by their names")
      .value("--date", "DAY", date, "day of publication of reports that tell none: 2016-11-03")
      .value("--source", "NAME", source, "source of reports that tell none")
      .values("--rules", "FOLDER", rules, "a folder of your own rules; may be given again")
      .arguments("PATH", paths, 0);
}

Result<Input> ReadingOptions::open(Console& console) const {
  InputOptions wanted;
  wanted.kind = parse_input_kind(input).value_or(InputKind::automatic);
  wanted.source = source;
  if (!date.empty()) {
    wanted.date = read_head_day(date);
    if (!wanted.date) {
      return fail(ErrorCode::usage,
                  "--date: expected a day such as 2016-11-03, found \"" + date + '"');
    }
  }
  return Input(paths, std::move(wanted), console.in);
}

std::size_t ReadingOptions::threads() const {
  if (jobs) return std::max<std::uint64_t>(1, std::min<std::uint64_t>(*jobs, 256));
  return std::max(1U, std::thread::hardware_concurrency());
}

void tell_refused(Console& console, const Error& error) {
  console.err << "nutgraf: refused " << error.text() << '\n';
}

}  // namespace nutgraf
