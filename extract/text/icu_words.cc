#include "extract/text/icu_words.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

#include <memory>

namespace nutgraf {

std::size_t count_icu_words(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  UText* bytes =
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
  std::size_t count = 0;
  if (U_SUCCESS(status)) {
    words->setText(bytes, status);
    while (words->next() != icu::BreakIterator::DONE) ++count;
  }
  utext_close(bytes);
  return count;
}

}  // namespace nutgraf
