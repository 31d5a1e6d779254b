// Failure is a value: every operation that can fail returns Result<T>.
//
// Nothing found is std::optional; a broken promise of the caller is an assert; a Result holds what
// went wrong in the outside world (a file, a user's words, a damaged store). Library exceptions
// stop in the file that called the library and come out as an Error.
#ifndef NUTGRAF_EXTRACT_RESULT_H_
#define NUTGRAF_EXTRACT_RESULT_H_

#include <cstdint>
#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace nutgraf {

enum class ErrorCode : std::uint8_t {
  invalid,      // the input's words are wrong: a bad report, rule, date, query
  usage,        // the command line is wrong
  not_found,    // a name, report or file that is not there
  unavailable,  // the store is locked, damaged or of another format; another rule set is in force
  io,           // reading or writing failed
};

// One failure, told so that its reader can mend it.
struct Error {
  ErrorCode code = ErrorCode::invalid;
  std::string message;       // what stood there, what was expected, the nearest known name
  std::string file;          // where; empty when there is no file
  std::uint64_t line = 0;    // counted from 1; 0: no line
  std::uint64_t column = 0;  // in code points, counted from 1; 0: no column
  std::string excerpt;       // the offending line as it stands; empty when there is none

  friend bool operator==(const Error&, const Error&) = default;

  // "file:line:column: message", then the excerpt and a caret under the column; no newline at the
  // end.
  std::string text() const;
};

template <typename T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(ErrorCode code, std::string message) {
  return tl::unexpected<Error>(Error{code, std::move(message), {}, 0, 0, {}});
}
inline tl::unexpected<Error> fail(Error error) { return tl::unexpected<Error>(std::move(error)); }

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_RESULT_H_
