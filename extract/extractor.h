// Text in, tuples out: the stages of extract/ in their order.
#ifndef NUTGRAF_EXTRACT_EXTRACTOR_H_
#define NUTGRAF_EXTRACT_EXTRACTOR_H_

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "extract/analysis.h"
#include "extract/extraction.h"
#include "extract/report/report.h"
#include "extract/result.h"
#include "extract/trace.h"

namespace nutgraf {

struct ExtractorOptions {
  std::string data_path;                  // the compiled data file
  std::vector<std::string> rule_folders;  // users' own rules; a later frame of a name overrides
};

class Extractor {
 public:
  // An Error when the data file is missing or of another version, or when a rule folder has a wrong
  // line (file, line, column and excerpt are told).
  static Result<Extractor> open(const ExtractorOptions& options);

  Extractor(Extractor&&) noexcept;
  Extractor& operator=(Extractor&&) noexcept;
  ~Extractor();

  // Reads a report whose text is valid UTF-8. The same report gives the same Extraction, whatever
  // the desk was used for before. Safe to call from several threads, each with its own desk.
  Extraction extract(const Report& report, Analysis& desk, Trace* trace = nullptr) const;

  // One hash of program version, data file and users' rules: what testimony is keyed by.
  std::uint64_t rule_set() const;

 private:
  struct Stages;
  explicit Extractor(std::unique_ptr<Stages> stages);
  std::unique_ptr<Stages> stages_;
};

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_EXTRACTOR_H_
