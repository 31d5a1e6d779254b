// Which mentions of a report are one: names, titles, definite descriptions, pronouns.
//
// Mentions are taken in the order of the text, after names have found each other (chains.h); each
// nominal and pronoun looks back for an antecedent that agrees and stands nearest by weights
// (Lappin and Leass 1994; sieves after Raghunathan and others 2010). With no sure one it is an
// entity of its own.
#ifndef NUTGRAF_EXTRACT_COREF_RESOLVER_H_
#define NUTGRAF_EXTRACT_COREF_RESOLVER_H_

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/analysis.h"
#include "extract/coref/chains.h"
#include "extract/extraction.h"
#include "extract/lexicon/data_file.h"
#include "extract/names/name_finder.h"
#include "extract/place/gazetteer.h"
#include "extract/trace.h"

namespace nutgraf {

// The weights of coref.txt, in the order of that file.
enum class CorefWeight : std::uint8_t {
  subject,
  main_subject,
  object,
  possessor,
  same_sentence,
  sentence_back,
  name,
  nominal,
  pronoun,
  salience,
  parallel,
  place_for_it,
  name_for_they,
  place_for_they,
  person_list,
  thing,
  least_lead,
  lead_for_it,
  other_number,
  speaks_of,
  count
};

// The rows "words" of coref.txt.
enum class CorefWord : std::uint8_t {
  small,      // in names: "of", "the"
  suffix,     // closes a person's name: "jr", "md"
  particle,   // of persons' names, no name of their own: "bin"
  speaker,    // pronouns of who speaks
  speakers,   // of several who speak
  addressed,  // of who is spoken to
  inside,     // prepositions before what one can be in
  weak,       // before a noun, telling nothing of it: "same"
  around,     // prepositions of phrases that are no verb's arguments: "among them"
  says,       // verbs whose subject is no thing
  names,      // participles that name what they stand with: "a man identified as Karim"
  as,         // the preposition before that name
  weather,    // verbs whose "it" stands for nothing: "rain"
  strikes,    // verbs whose object is another's: "attacked his car"
  house,      // prepositions between a speaker and whom he speaks for: "a spokesman for"
  count
};

// coref.txt, mapped from the section "coref".
class CorefLists {
 public:
  static Result<CorefLists> open(const DataFile& data);

  // Whether one noun may stand for another: equal, or in one row of "same".
  bool same(std::string_view lemma, std::string_view other) const;
  bool for_feature(std::string_view lemma, Feature feature) const;
  bool for_class(std::string_view lemma, std::string_view group_class) const;
  bool is(std::string_view word, CorefWord kind) const;
  std::int32_t weight(CorefWeight weight) const {
    return weights_[static_cast<std::size_t>(weight)];
  }

 private:
  // The rows (bits of a number) in which a word stands, by "kind/word".
  StringTable same_, features_, classes_, class_names_, words_;
  std::array<std::int32_t, static_cast<std::size_t>(CorefWeight::count)> weights_{};
};

class Resolver {
 public:
  // The gazetteer must outlive the resolver.
  static Result<Resolver> open(const DataFile& data, const Gazetteer& gazetteer);

  // Gives every mention of `out` its entity and fills out.entities (all but `place`), numbered by
  // first mention. Mentions of "it" that stand for a thing are taken out. Requires one note a
  // mention, as NameFinder gives them.
  void resolve(const Analysis& analysis, const std::vector<MentionNote>& notes, Extraction& out,
               Trace* trace) const;

 private:
  Resolver(const CorefLists& lists, const Gazetteer& gazetteer)
      : lists_(lists), gazetteer_(&gazetteer) {}

  CorefLists lists_;
  const Gazetteer* gazetteer_;
};

// Compiles data/lexicon/en/coref.txt; an Error tells file, line and what is wrong.
Result<void> compile_coref(const std::string& source_folder, DataWriter& writer);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_COREF_RESOLVER_H_
