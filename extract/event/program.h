// Frames as the matcher runs them: flat rows in the data file, or in memory for users' rules.
//
//   texts        one pool of characters; a Text is a range of it
//   frames       by name: type, hostile type, roles, casualty state
//   patterns     one a trigger of a frame, grouped by the trigger's lemma, most specific first
//   tests        conditions of patterns
//   roles        role lines, one row a slot
//   words        the further words of triggers, fillers
//   verbs, nouns, adjectives   lemma -> group of patterns
//   key words    word or "@class" -> its number
//   keys         of a group: number -> pattern that asks for the word or class, by number
//   open         of a group: patterns that ask for neither
//   class keys   bit of a class -> number of its key
//
// Finding a trigger's patterns is one look-up, whatever the number of frames. A pattern that asks
// for a word or a class is looked at only when one stands there: a group is an automaton whose
// first step goes by the words and classes of the trigger's arguments.
#ifndef NUTGRAF_EXTRACT_EVENT_PROGRAM_H_
#define NUTGRAF_EXTRACT_EVENT_PROGRAM_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/event/rule.h"
#include "extract/event/word_classes.h"
#include "extract/lexicon/data_file.h"
#include "extract/result.h"

namespace nutgraf {

class Program {
 public:
  struct Text {
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
  };
  struct Range {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };
  struct FrameRow {
    Text name;
    Text casualty;
    std::uint32_t type = npos;     // index into the ontology; npos: none
    std::uint32_t hostile = npos;  // the same
    Range roles;
    Range light;  // words: light verbs of its nouns
  };
  struct PatternRow {
    std::uint32_t frame = 0;
    Range words;  // of the trigger, without its head
    Range tests;
    std::uint32_t specificity = 0;
  };
  struct TestRow {
    std::uint64_t classes = 0;
    Range words;
    Text preposition;
    std::uint32_t position = 0;
    std::uint32_t veto = 0;
  };
  struct RoleRow {
    std::uint64_t classes = 0;
    Range words;
    Text preposition;
    std::uint32_t position = 0;
    std::uint32_t role = 0;
  };

  struct GroupRow {
    Range patterns;
    Range keys;
    Range open;
  };
  struct KeyRow {
    std::uint32_t word = 0;  // as key_word() numbers them
    std::uint32_t pattern = 0;
  };

  static constexpr std::size_t class_bits = 64;  // of a ClassMask

  static Result<Program> open(const DataFile& data);
  // Of bytes that compile_program made; the program keeps them.
  static Result<Program> own(std::string bytes);

  // The patterns of a lemma, most specific first.
  std::span<const PatternRow> patterns(EventForm form, std::string_view lemma) const;
  // nullptr: no frame has the lemma.
  const GroupRow* group(EventForm form, std::string_view lemma) const;
  const PatternRow& pattern(std::uint32_t index) const { return patterns_[index]; }
  std::span<const PatternRow> patterns(const GroupRow& group) const {
    return part(patterns_, group.patterns);
  }
  // The number of a word that some pattern asks for; StringTable::missing for other words.
  std::uint32_t key_word(std::string_view word) const { return key_words_.find(word); }
  // The same of the class with one bit of a mask.
  std::uint32_t class_key(int bit) const { return class_keys_[static_cast<std::size_t>(bit)]; }
  std::span<const KeyRow> keys(const GroupRow& group) const { return part(keys_, group.keys); }
  // Indexes of patterns, most specific first.
  std::span<const std::uint32_t> open_patterns(const GroupRow& group) const {
    return part(open_, group.open);
  }
  std::string_view text(Text range) const { return texts_.substr(range.begin, range.size); }
  const FrameRow& frame(std::uint32_t index) const { return frames_[index]; }
  std::size_t frame_count() const { return frames_.size(); }
  std::span<const TestRow> tests(const PatternRow& pattern) const {
    return part(tests_, pattern.tests);
  }
  std::span<const RoleRow> roles(const FrameRow& frame) const { return part(roles_, frame.roles); }
  std::span<const Text> words(Range range) const { return part(words_, range); }

 private:
  template <typename Row>
  static std::span<const Row> part(std::span<const Row> rows, Range range) {
    return rows.subspan(range.begin, range.end - range.begin);
  }
  static Result<Program> read(Bytes bytes);

  std::vector<std::uint64_t> owned_;  // the bytes, aligned; empty when they lie in the data file
  std::string_view texts_;
  std::span<const FrameRow> frames_;
  std::span<const PatternRow> patterns_;
  std::span<const TestRow> tests_;
  std::span<const RoleRow> roles_;
  std::span<const Text> words_;
  std::span<const GroupRow> groups_;
  std::span<const KeyRow> keys_;
  std::span<const std::uint32_t> open_;
  std::span<const std::uint32_t> class_keys_;
  StringTable key_words_;
  StringTable verbs_;
  StringTable nouns_;
  StringTable adjectives_;
};

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_EVENT_PROGRAM_H_
