// Penn Treebank tags as UD English uses them (Marcus, Santorini, Marcinkiewicz 1993), with HYPH,
// ADD, NFP, AFX of the later OntoNotes guidelines.
#ifndef NUTGRAF_EXTRACT_SYNTAX_TAG_H_
#define NUTGRAF_EXTRACT_SYNTAX_TAG_H_

#include <cstdint>
#include <optional>
#include <string_view>

namespace nutgraf {

enum class Tag : std::uint8_t {
  none,
  CC,
  CD,
  DT,
  EX,
  FW,
  IN,
  JJ,
  JJR,
  JJS,
  LS,
  MD,
  NN,
  NNS,
  NNP,
  NNPS,
  PDT,
  POS,
  PRP,
  PRPS,
  RB,
  RBR,
  RBS,
  RP,
  SYM,
  TO,
  UH,
  VB,
  VBD,
  VBG,
  VBN,
  VBP,
  VBZ,
  WDT,
  WP,
  WPS,
  WRB,
  HYPH,
  ADD,
  NFP,
  AFX,
  comma,
  period,
  colon,
  open_quote,
  close_quote,
  open_bracket,
  close_bracket,
  dollar,
  hash,
  count
};

std::string_view to_string(Tag tag);  // "PRP$", ",", "``", "-LRB-", …
std::optional<Tag> parse_tag(std::string_view word);

inline bool is_noun(Tag t) { return t >= Tag::NN && t <= Tag::NNPS; }
inline bool is_common_noun(Tag t) { return t == Tag::NN || t == Tag::NNS; }
inline bool is_proper_noun(Tag t) { return t == Tag::NNP || t == Tag::NNPS; }
inline bool is_verb(Tag t) { return t >= Tag::VB && t <= Tag::VBZ; }
inline bool is_finite_verb(Tag t) { return t == Tag::VBD || t == Tag::VBP || t == Tag::VBZ; }
inline bool is_adjective(Tag t) { return t >= Tag::JJ && t <= Tag::JJS; }
inline bool is_adverb(Tag t) { return t >= Tag::RB && t <= Tag::RBS; }

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_SYNTAX_TAG_H_
