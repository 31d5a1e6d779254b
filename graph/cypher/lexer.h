// A query's words, cut into tokens.
//
// Key words are names here: the parser knows from where they stand what they mean, so that
// `(n:Match {return: 1})` is well formed. Offsets are bytes of the query.
#ifndef NUTGRAF_GRAPH_CYPHER_LEXER_H_
#define NUTGRAF_GRAPH_CYPHER_LEXER_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/cypher/failure.h"

namespace nutgraf::cypher {

// broken: digits that run into letters.
enum class TokenKind : std::uint8_t {
  end,
  name,
  quoted_name,
  integer,
  floating,
  broken,
  string,
  sign
};

struct Token {
  TokenKind kind = TokenKind::end;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string text;       // a name without its quotes; a string's letters; a sign: "<=", "(", "$"
  std::size_t match = 0;  // of an opening bracket: the index of its closing token; 0: it has none
};

// All tokens, one of kind end behind the last. Fails at what is no token: an open string, a letter
// that has no place in a query, a number that runs into letters. Requires valid UTF-8.
Outcome<std::vector<Token>> tokens_of(std::string_view query);

}  // namespace nutgraf::cypher

#endif  // NUTGRAF_GRAPH_CYPHER_LEXER_H_
