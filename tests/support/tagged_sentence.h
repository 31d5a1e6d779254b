// Sentences written with their tags, for tests that shall not hang on the tagger:
// "Rebels/NNS shelled/VBD Arvo/NNP ./."
#ifndef NUTGRAF_TESTS_SUPPORT_TAGGED_SENTENCE_H_
#define NUTGRAF_TESTS_SUPPORT_TAGGED_SENTENCE_H_

#include <memory>
#include <string>
#include <vector>

#include "tests/support/analysis.h"

namespace nutgraf {

// One word of such a sentence: what stands before its last slash and behind it.
struct TaggedWord {
  std::string word;
  Tag tag = Tag::none;
};
std::vector<TaggedWord> tagged_words(const std::string& sentence);

// The words parted by spaces as a report of one sentence, with these tags, the lemmatizer's lemmas
// and what the parser makes of them. Nothing after the parser has worked on it.
std::unique_ptr<Analysed> parsed_from_tags(const std::string& sentence);

// The words as newspapers print them: "killed , he said" becomes "killed, he said".
std::string plain_text(const std::string& sentence);

// All arcs as "subject(shelled, Rebels)", extra ones too, by governor and dependent. A word that
// comes twice in the sentence is written with its number: "said#2".
std::vector<std::string> relations_of(const Analysis& desk);

// The tree as lines "token tag relation governor +extras", for messages.
std::string printed_tree(const Analysis& desk);

}  // namespace nutgraf

#endif  // NUTGRAF_TESTS_SUPPORT_TAGGED_SENTENCE_H_
