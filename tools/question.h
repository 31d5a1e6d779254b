// A question in words, read as one of the asking commands.
#ifndef NUTGRAF_TOOLS_QUESTION_H_
#define NUTGRAF_TOOLS_QUESTION_H_

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/analysis.h"
#include "extract/extraction.h"
#include "extract/lexicon/question_words.h"
#include "graph/node.h"

namespace nutgraf {

// The kind of node that some words name in the graph; nullopt when they name none.
using KnownName = std::function<std::optional<NodeKind>(std::string_view words)>;

struct QuestionReading {
  // The command line without the program's name; empty when the question is not understood.
  std::vector<std::string> command;
  // The words that no part of the command stands for, in their order.
  std::vector<std::string> odd;
  // The nearest question that is understood; empty when this one is.
  std::string nearest;
};

// What a question means. Its question word gives the command, its dates --when, names that the
// graph knows the filters that their prepositions and their side of the verb say, its verb or noun
// of action --did. `desk` and `extraction` are those of the question's own text, whose report's
// date anchors "last June". A question with a word that the command would have to drop is not
// understood, adverbs aside: its nearest is the question without that word.
QuestionReading read_question(const Analysis& desk, const Extraction& extraction,
                              const QuestionWords& words, const KnownName& known);

}  // namespace nutgraf

#endif  // NUTGRAF_TOOLS_QUESTION_H_
