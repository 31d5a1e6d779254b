// Classes of lemmas that rules and the finder of things ask for: weapon, vehicle, money, sport, …
//
// data/lexicon/en/classes.txt, one class a row: name, then its lemmas parted by commas. A lemma of
// two words ("car bomb") counts when both stand together, the last being the head.
#ifndef NUTGRAF_EXTRACT_EVENT_WORD_CLASSES_H_
#define NUTGRAF_EXTRACT_EVENT_WORD_CLASSES_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/lexicon/data_file.h"
#include "extract/result.h"

namespace nutgraf {

// One bit a class. The lowest bits are kinds of mentions: person, group, place, and `name` for a
// mention with form name; the finder sets those.
using ClassMask = std::uint64_t;

class WordClasses {
 public:
  static constexpr ClassMask person = 1;
  static constexpr ClassMask group = 2;
  static constexpr ClassMask place = 4;
  static constexpr ClassMask name = 8;

  static Result<WordClasses> open(const DataFile& data);

  // The bit of a class; nullopt when there is none of that name.
  std::optional<ClassMask> find(std::string_view class_name) const;
  // The classes of a lemma (or of two words with one space); 0 for what is in none.
  ClassMask of(std::string_view lemma) const;
  // All names, in the order of their bits.
  const std::vector<std::string>& names() const { return names_; }
  // The prepositions that rules may name: the lemmas of the class `preposition`.
  const std::vector<std::string>& prepositions() const { return prepositions_; }

  // For the compiler of data: takes the list in, gives the section's bytes.
  static Result<std::string> compile(const std::string& path);
  static Result<WordClasses> read(Bytes bytes);

 private:
  struct Row {
    std::uint64_t mask = 0;
  };
  std::vector<std::string> names_;
  std::vector<std::string> prepositions_;
  StringTable table_;
  std::span<const Row> rows_;
};

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_EVENT_WORD_CLASSES_H_
