// Frames as the matcher runs them: flat rows in the data file, or in memory for users' rules.
//
//   texts        one pool of characters; a Text is a range of it
//   frames       by name: type, hostile type, roles, casualty state
//   patterns     one a trigger of a frame, grouped by the trigger's lemma, most specific first
//   tests        conditions of patterns
//   roles        role lines, one row a slot
//   words        the further words of triggers, fillers
//   verbs, nouns, adjectives   lemma -> group of patterns
//
// Finding a trigger's patterns is one look-up, whatever the number of frames; only patterns of that
// lemma are tried, and each looks at the trigger's own arguments.
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

  static Result<Program> open(const DataFile& data);
  // Of bytes that compile_program made; the program keeps them.
  static Result<Program> own(std::string bytes);

  // The patterns of a lemma, most specific first.
  std::span<const PatternRow> patterns(EventForm form, std::string_view lemma) const;
  std::string_view text(Text range) const { return texts_.substr(range.begin, range.size); }
  const FrameRow& frame(std::uint32_t index) const { return frames_[index]; }
  std::size_t frame_count() const { return frames_.size(); }
  std::span<const TestRow> tests(const PatternRow& pattern) const {
    return tests_.subspan(pattern.tests.begin, pattern.tests.end - pattern.tests.begin);
  }
  std::span<const RoleRow> roles(const FrameRow& frame) const {
    return roles_.subspan(frame.roles.begin, frame.roles.end - frame.roles.begin);
  }
  std::span<const Text> words(Range range) const {
    return words_.subspan(range.begin, range.end - range.begin);
  }

 private:
  static Result<Program> read(Bytes bytes);

  std::vector<std::uint64_t> owned_;  // the bytes, aligned; empty when they lie in the data file
  std::string_view texts_;
  std::span<const FrameRow> frames_;
  std::span<const PatternRow> patterns_;
  std::span<const TestRow> tests_;
  std::span<const RoleRow> roles_;
  std::span<const Text> words_;
  std::span<const Range> groups_;
  StringTable verbs_;
  StringTable nouns_;
  StringTable adjectives_;
};

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_EVENT_PROGRAM_H_
