// Latin letters without their marks, and the punctuation of print, by a table: the part of
// fold_name that nearly every name needs. ICU knows the rest, but takes tens of milliseconds to
// make ready.
#ifndef NUTGRAF_EXTRACT_TEXT_PLAIN_LATIN_H_
#define NUTGRAF_EXTRACT_TEXT_PLAIN_LATIN_H_

#include <string>
#include <string_view>

namespace nutgraf {

// Appends the words in lower case, in ASCII as far as it has a spelling for them ("£" stays). False
// when a character is not in the table; what was appended then means nothing. Requires valid UTF-8.
bool append_plain_latin(std::string& out, std::string_view words);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_TEXT_PLAIN_LATIN_H_
