#include "extract/names/name_finder.h"

#include <algorithm>
#include <utility>

#include "extract/names/name_judge.h"
#include "extract/names/name_reader.h"
#include "extract/names/nominal_reader.h"

namespace nutgraf {
namespace {

// The token that stands for the whole: a person's first name (as Universal Dependencies' flat), a
// body's head noun ("Ministry of Oil"), else the last token.
std::uint32_t head_of(const NameCandidate& candidate, Kind kind, const Analysis& analysis,
                      const NameReader& reader) {
  const TokenRange tokens = candidate.tokens;
  if (kind == Kind::person) return tokens.begin;
  for (std::uint32_t t = tokens.begin; t + 1 < tokens.end; ++t) {
    if (reader.lists().context(analysis.tokens[t + 1].folded, ContextClass::phrase_of)) return t;
  }
  std::uint32_t head = tokens.end - 1;
  while (head > tokens.begin + 1 && (reader.word(head).flags & corporate) != 0 &&
         analysis.tokens[head - 1].shape.punctuation) {
    head -= 2;
  }
  return head;
}

Gender gender_of(const NameCandidate& candidate, const NameReader& reader) {
  if (candidate.told_title && candidate.told_title->gender != Gender::unknown) {
    return candidate.told_title->gender;
  }
  const std::uint32_t flags = reader.word(candidate.tokens.begin).flags;
  if ((flags & given_any) == 0 || (flags & given_either) != 0) return Gender::unknown;
  // "Reid" alone is rather Tara Reid than a man of that name.
  if (candidate.tokens.size() == 1 && (flags & surname) != 0) return Gender::unknown;
  if ((flags & given_female) != 0 && (flags & given_male) != 0) return Gender::unknown;
  return (flags & given_female) != 0 ? Gender::female : Gender::male;
}

TokenName token_name_of(std::optional<Kind> kind) {
  if (!kind) return TokenName::hidden;
  return *kind == Kind::person  ? TokenName::person
         : *kind == Kind::group ? TokenName::group
                                : TokenName::place;
}

FoundMention named_mention(const NameCandidate& candidate, const NameType& type,
                           const NameJudge& judge, const Analysis& analysis,
                           const NameReader& reader) {
  FoundMention made;
  const TokenRange tokens = candidate.tokens;
  made.mention.span = {analysis.tokens[tokens.begin].span.begin,
                       analysis.tokens[tokens.end - 1].span.end};
  made.mention.kind = *type.kind;
  made.mention.form = Form::name;
  made.mention.sentence = analysis.tokens[tokens.begin].sentence;
  made.mention.tokens = tokens;
  made.mention.head_token = head_of(candidate, *type.kind, analysis, reader);
  made.mention.head = analysis.tokens[made.mention.head_token].span;
  made.mention.rule = judge.rule(type);
  made.note.key = type.key;
  if (candidate.told_title) made.note.role = candidate.told_title->role;
  made.note.country = candidate.demonym_country;
  if (*type.kind == Kind::person) made.note.gender = gender_of(candidate, reader);
  if (*type.kind == Kind::group && type.group) {
    made.note.group = type.group->group;
    made.note.group_class = type.group->shown;
    made.note.country = type.group->country;
  }
  return made;
}

}  // namespace

Result<NameFinder> NameFinder::open(const DataFile& data, const Lexicon& lexicon,
                                    const Gazetteer& gazetteer) {
  auto lists = NameLists::open(data);
  if (!lists) return fail(lists.error());
  return NameFinder(*lists, lexicon, gazetteer);
}

std::vector<MentionNote> NameFinder::find(const Analysis& analysis, Extraction& out,
                                          Trace* trace) const {
  NameReader reader(lists_, *lexicon_, *gazetteer_, analysis);
  const std::vector<NameCandidate> candidates = reader.read();
  NameJudge judge(lists_, *lexicon_, analysis, reader);
  judge.judge(candidates);
  if (trace != nullptr) judge.explain(candidates, *trace);

  std::vector<FoundMention> found;
  NamedTokens named(analysis.tokens.size(), TokenName::none);
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const NameType& type = judge.types()[judge.type_of()[i]];
    const TokenRange tokens = candidates[i].tokens;
    const bool ordinary = !type.kind && NameJudge::ordinary_words(type);
    const TokenName token_name = ordinary ? TokenName::none : token_name_of(type.kind);
    std::fill(&named[tokens.begin], &named[tokens.begin] + tokens.size(), token_name);
    if (!type.kind) continue;
    found.push_back(named_mention(candidates[i], type, judge, analysis, reader));
    if (*type.kind != Kind::place || type.place.places == 0) continue;
    const auto rows = gazetteer_->find(reader.place_key(tokens));
    if (rows.empty()) continue;
    found.back().note.place = rows.front().row;
    found.back().note.feature = gazetteer_->feature(rows.front().row);
  }
  NominalReader(lists_, *lexicon_, *gazetteer_, analysis, named).read(found);

  std::sort(found.begin(), found.end(), [](const FoundMention& a, const FoundMention& b) {
    const Span left = a.mention.span;
    const Span right = b.mention.span;
    return left.begin != right.begin ? left.begin < right.begin : left.end > right.end;
  });
  std::vector<MentionNote> notes;
  notes.reserve(found.size());
  for (FoundMention& one : found) {
    out.mentions.push_back(std::move(one.mention));
    notes.push_back(std::move(one.note));
  }
  return notes;
}

}  // namespace nutgraf
