// Mentions of persons, groups and places: names, unnamed actors, pronouns.
//
// Conventions 2 to 6 of the extraction contract say what a mention is and where it ends. Names are
// read by a grammar (name_reader.h) and judged by evidence summed over the report (name_judge.h);
// unnamed actors are noun groups whose head is a person, a body or a place by list or by WordNet.
#ifndef NUTGRAF_EXTRACT_NAMES_NAME_FINDER_H_
#define NUTGRAF_EXTRACT_NAMES_NAME_FINDER_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/analysis.h"
#include "extract/extraction.h"
#include "extract/lexicon/data_file.h"
#include "extract/lexicon/lexicon.h"
#include "extract/names/name_lists.h"
#include "extract/place/gazetteer.h"
#include "extract/trace.h"

namespace nutgraf {

// What the finder knows of a mention beyond the mention itself; for the resolver of coreference.
struct MentionNote {
  std::string key;               // of a name: its folded tokens without hyphens
  std::string_view role;         // of a title before a name, or of a nominal's head noun
  std::string_view country;      // of a demonym in it; ISO code
  std::string_view group_class;  // of a listed group: armed, party, company, …
  std::uint32_t group = npos;    // listed groups: the same for all aliases of one
  std::uint32_t place = npos;    // listed places: the row of the most prominent
  std::uint32_t noun_group = npos;
  Feature feature = Feature::city;  // of that place
  Gender gender = Gender::unknown;
  ActorClass actor_class = ActorClass::person;
  Determiner determiner = Determiner::none;
  bool plural = false;
};

class NameFinder {
 public:
  // The lists are mapped from `data`; lexicon and gazetteer must outlive the finder.
  static Result<NameFinder> open(const DataFile& data, const Lexicon& lexicon,
                                 const Gazetteer& gazetteer);

  // Writes out.mentions (sorted by span, entities not set) and gives a note for each of them.
  // Requires what Segmenter, Tagger and Parser write.
  std::vector<MentionNote> find(const Analysis& analysis, Extraction& out, Trace* trace) const;

  const NameLists& lists() const { return lists_; }

 private:
  NameFinder(const NameLists& lists, const Lexicon& lexicon, const Gazetteer& gazetteer)
      : lists_(lists), lexicon_(&lexicon), gazetteer_(&gazetteer) {}

  NameLists lists_;
  const Lexicon* lexicon_;
  const Gazetteer* gazetteer_;
};

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_NAMES_NAME_FINDER_H_
