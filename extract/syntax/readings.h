// What tags a unit of the tagger may have, before its neighbours are asked.
#ifndef NUTGRAF_EXTRACT_SYNTAX_READINGS_H_
#define NUTGRAF_EXTRACT_SYNTAX_READINGS_H_

#include <array>
#include <cstdint>
#include <span>

#include "extract/analysis.h"
#include "extract/lexicon/lexicon.h"
#include "extract/syntax/tag_model.h"

namespace nutgraf {

// How much a capital letter says in a sentence.
enum class CaseStyle : std::uint8_t {
  sentence,  // as usual: capitals are names or begin sentences
  title,     // Most Words Have One: a headline
  capitals,  // ALL LETTERS ARE: nothing is known from case
};

CaseStyle case_style(const Analysis& desk, TokenRange tokens);

// A word, or a hyphened compound, that the model sees as one.
struct Unit {
  static constexpr std::size_t most = 8;

  TokenRange tokens;
  std::uint32_t count = 0;  // at least one reading
  std::array<TagClass, most> classes{};
  std::array<std::int32_t, most> weights{};

  void add(TagClass tag_class, std::int32_t weight);
  void clear() { count = 0; }
};

// Whether this token is a hyphen that joins the words on both sides.
bool joins(const Analysis& desk, std::uint32_t token);

// The end of the unit that begins with token `begin`.
std::uint32_t unit_end(const Analysis& desk, std::uint32_t begin, std::uint32_t sentence_end);

// A URL or an e-mail address.
bool is_address(std::string_view folded);

class Reader {
 public:
  Reader(const Lexicon& lexicon, const TagModel& model) : lexicon_(lexicon), model_(model) {}

  // Fills the unit's readings.
  void read(const Analysis& desk, CaseStyle style, Unit& unit) const;
  // Tags for the parts of a compound that the model gave `chosen`.
  void tag_parts(Analysis& desk, CaseStyle style, TokenRange parts, Tag chosen) const;

 private:
  void read_word(const Token& token, std::string_view written, CaseStyle style, Unit& unit) const;
  void read_apostrophe(const Analysis& desk, const Token& token, Unit& unit) const;
  void read_compound(const Analysis& desk, CaseStyle style, Unit& unit) const;
  void weigh_case(const Token& token, std::string_view written, CaseStyle style, Unit& unit) const;
  void add_share(Unit& unit, Tag tag, std::uint64_t per_mille) const;
  void drop_rare(Unit& unit) const;
  Tag likeliest(const Analysis& desk, const Token& token, CaseStyle style) const;

  const Lexicon& lexicon_;
  const TagModel& model_;
};

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_SYNTAX_READINGS_H_
