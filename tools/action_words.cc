#include "tools/action_words.h"

#include <algorithm>
#include <vector>

#include "extract/event/ontology.h"
#include "extract/lexicon/data_file.h"
#include "extract/lexicon/lexicon.h"
#include "extract/syntax/lemmatizer.h"
#include "extract/text/fold.h"
#include "extract/text/nearest.h"
#include "tools/reading.h"

namespace nutgraf {
namespace {

std::string_view word_of(Stance stance) {
  switch (stance) {
    case Stance::cooperative:
      return "cooperative";
    case Stance::hostile:
      return "hostile";
    case Stance::neutral:
      break;
  }
  return "neutral";
}

// The forms that a dictionary may list the words under, the likeliest first; a particle stays.
std::vector<std::string> dictionary_forms(const std::string& folded) {
  std::vector<std::string> out;
  const auto data = DataFile::open(data_file_path());
  if (!data) return out;
  const auto lexicon = Lexicon::open(*data);
  if (!lexicon) return out;
  const auto lemmatizer = Lemmatizer::open(*data, *lexicon);
  if (!lemmatizer) return out;
  const std::size_t end = std::min(folded.find(' '), folded.size());
  const std::string first = folded.substr(0, end);
  Analysis desk;
  for (const Tag tag : {Tag::VBD, Tag::VBZ, Tag::VBG, Tag::NNS}) {
    const std::string_view lemma = lemmatizer->lemma(first, lexicon->find(first), tag, desk);
    out.push_back(std::string(lemma) + folded.substr(end));
    out.emplace_back(lexicon->nominalised_verb(lemma));
  }
  out.erase(std::remove(out.begin(), out.end(), std::string()), out.end());
  return out;
}

Result<bool> some_event_has(const GraphReader& reader, const std::string& action) {
  const auto found = reader.actions(action, 1);
  if (!found) return fail(found.error());
  return !found->empty() && found->front() == action;
}

}  // namespace

Result<void> read_action(Console& console, const GraphReader& reader, const std::string& did,
                         Filter& filter) {
  filter.did = did;
  const std::string folded = fold(did);
  auto there = some_event_has(reader, folded);
  if (!there) return fail(there.error());
  if (*there) return {};
  for (const std::string& form : dictionary_forms(folded)) {
    there = some_event_has(reader, form);
    if (!there) return fail(there.error());
    if (!*there) continue;
    console.err << "--did " << did << " is " << form << '\n';
    filter.did = form;
    return {};
  }
  const auto known = reader.actions({}, 0);
  if (!known) return fail(known.error());
  console.err << "no event's action is " << did << did_you_mean(nearest(folded, *known)) << '\n';
  return {};
}

std::vector<std::string> known_types() {
  const auto data = DataFile::open(data_file_path());
  if (!data) return {};
  const auto ontology = Ontology::open(*data);
  if (!ontology) return {};
  std::vector<std::string> out{"cooperative", "hostile", "neutral"};
  for (const EventType& one : ontology->types()) {
    out.push_back(one.mode.empty() ? one.type : one.type + "-" + one.mode);
  }
  std::sort(out.begin(), out.end());
  return out;
}

Result<void> read_type(const std::string& type, Filter& filter) {
  const auto data = DataFile::open(data_file_path());
  if (!data) return fail(data.error());
  const auto ontology = Ontology::open(*data);
  if (!ontology) return fail(ontology.error());
  std::vector<std::string> known;
  const std::string folded = fold(type);
  for (const EventType& one : ontology->types()) {
    const std::string name = one.mode.empty() ? one.type : one.type + "-" + one.mode;
    if (name == folded) {
      filter.type = one.type;
      filter.mode = one.mode;
      return {};
    }
    if (one.mode.empty() && word_of(one.stance) == folded) filter.types.push_back(one.type);
    known.push_back(name);
  }
  if (!filter.types.empty()) return {};
  known.insert(known.end(), {"cooperative", "hostile", "neutral"});
  return fail(ErrorCode::usage,
              "--type: \"" + type + "\" is no type" + did_you_mean(nearest(folded, known)));
}

}  // namespace nutgraf
