#include "extract/names/name_judge.h"

#include <algorithm>
#include <cstddef>

#include "extract/names/club_reader.h"

namespace nutgraf {
namespace {

constexpr std::size_t person = 0;
constexpr std::size_t group = 1;
constexpr std::size_t place = 2;
constexpr std::size_t other = 3;
constexpr std::string_view club_facet =
    "\n";                                  // behind the key of a club that goes by a place's name
constexpr int known_place = 100;           // of 6,000 or so
constexpr std::uint8_t counted_times = 2;  // a sign of context counts so often for a type at most

// "XKT", "PKKS"; not a single letter, not more than eight.
bool acronym_shape(const Token& token) {
  return token.shape.all_capitals && token.span.size() >= 2 && token.span.size() <= 8 &&
         !token.shape.has_digit;
}

}  // namespace

NameJudge::NameJudge(const NameLists& lists, const Lexicon& lexicon, const Analysis& analysis,
                     NameReader& reader)
    : lists_(lists), lexicon_(lexicon), analysis_(analysis), reader_(reader) {}

void NameJudge::add(NameType& type, Sign sign, std::int32_t times) {
  std::uint8_t& seen = type.seen.at(static_cast<std::size_t>(sign));
  if (seen >= counted_times) return;
  ++seen;
  const Weights& weights = lists_.weights(sign);
  for (std::size_t kind = 0; kind < evidence_kinds; ++kind) {
    type.evidence.at(kind) += weights.at(kind) * times;
  }
}

void NameJudge::judge(const std::vector<NameCandidate>& candidates) {
  type_of_.reserve(candidates.size());
  const std::vector<bool> clubs = ClubReader(lists_, analysis_, reader_).read(candidates);
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const NameCandidate& candidate = candidates[i];
    std::string key(reader_.phrase_key(candidate.tokens));
    const auto [at, fresh] = by_key_.try_emplace(clubs[i] ? key + std::string(club_facet) : key,
                                                 static_cast<std::uint32_t>(types_.size()));
    type_of_.push_back(at->second);
    if (fresh) {
      NameType& type = types_.emplace_back();
      type.key = std::move(key);
      type.example = candidate.tokens;
      type.club = clubs[i];
      if (type.club) add(type, Sign::club_slot);
      type.group = reader_.known_group(candidate.tokens);
      type.place = reader_.place_facts(candidate.tokens);
      add_lists(type, candidate);
      add_words(type, candidate);
      add_ordinary(type, candidate);
      add_person_form(type, candidate);
      add_shape(type, candidate);
      add_end(type, candidate);
      if (reader_.page().market && unknown(type)) add(type, Sign::market_page);
    }
    NameType& type = types_[at->second];
    ++type.candidates;
    const Token& first = analysis_.tokens[candidate.tokens.begin];
    type.inside = type.inside || (!first.shape.sentence_start && !reader_.titled(first.sentence));
    add_before(type, candidate);
    if (i > 0) add_listed(type, candidates[i - 1], candidate);
    if (i > 0) add_led_list(type, candidates[i - 1], candidate);
    add_exemplar(type, i > 0 ? &candidates[i - 1] : nullptr, candidate);
    add_after(type, candidate);
    add_syntax(type, candidate);
    if (beside_score(candidate)) add(type, Sign::score_beside);
    if (reader_.page().sport) add_sport(type, candidate);
  }
  for (NameType& type : types_) {
    const bool unheard = reader_.page().sport && type.example.size() == 1 &&  // Warne took 3-45
                         lexicon_.commonness(analysis_.tokens[type.example.begin].word) == 100;
    if (!type.inside && !unheard) add(type, Sign::sentence_start_only);
  }
  add_brackets(candidates);
  for (NameType& type : types_) type.kind = decide(type);
  link_initials();
  link_mates(candidates);
  for (NameType& type : types_) type.kind = decide(type);
  link_parts();
  for (NameType& type : types_) type.kind = decide(type);
}

// In no list of groups and places, and its first word no given name.
bool NameJudge::unknown(const NameType& type) const {
  return !type.group && type.place.places == 0 &&
         (reader_.word(type.example.begin).flags & given_any) == 0;
}

void NameJudge::add_lists(NameType& type, const NameCandidate& candidate) {
  const Token& first = analysis_.tokens[candidate.tokens.begin];
  const bool single = candidate.tokens.size() == 1;
  if (type.group) {
    const bool plain = single && lexicon_.commonness(first.word) <= 50 && !type.group->capitals;
    add(type, plain ? Sign::known_group_plain : Sign::known_group);
  }
  const bool branch =
      candidate.tokens.size() == 2 && !type.group &&
      reader_.known_group({candidate.tokens.begin, candidate.tokens.begin + 1}) &&
      reader_.place_facts({candidate.tokens.begin + 1, candidate.tokens.end}).feature ==
          Feature::country;
  if (branch) add(type, Sign::known_group);  // Garuda Indonesia
  for (std::uint32_t t = candidate.tokens.begin + 1; t + 1 < candidate.tokens.end; ++t) {
    const bool of = lists_.context(folded(t), ContextClass::name_of);
    if (of && !type.group && reader_.known_group({candidate.tokens.begin, t})) {
      add(type, Sign::known_group);  // the House of Commons of Canada
    }
  }
  if (reader_.hidden(candidate.tokens) == HiddenClass::other) type.evidence.at(other) += 80;
  if (type.place.places == 0) return;
  if (type.place.feature == Feature::country || type.place.feature == Feature::continent) {
    add(type, Sign::country);
    return;
  }
  const bool acronym = single && first.shape.all_capitals && first.span.size() <= 4 &&
                       !reader_.titled(first.sentence) && !reader_.page().sport &&
                       analysis_.sentences[first.sentence].kind == SentenceKind::prose &&
                       !first.shape.sentence_start;
  if (acronym && type.place.prominence < large_place) return;  // the GAO is no town
  const int prominence = prominence_of(type, candidate);
  const Sign size = prominence >= large_place   ? Sign::place_large
                    : prominence >= known_place ? Sign::place_known
                                                : Sign::place_minor;
  add(type, size);
  const bool given = (reader_.word(candidate.tokens.begin).flags & given_any) != 0;
  if (!single || size == Sign::place_large) return;
  if (type.place.commonness <= 50 || given) add(type, Sign::place_common_word);
}

// How well known the place is that goes by the name; a division of a country that bears a given
// name
// ("Diana", "Kerry") is less so than its people make it.
int NameJudge::prominence_of(const NameType& type, const NameCandidate& candidate) const {
  constexpr int small_land = 165;  // of a million people or so
  const int told = type.place.prominence - (type.place.other ? 20 : 0);
  const bool division =
      type.place.feature == Feature::province || type.place.feature == Feature::county;
  const bool given =
      candidate.tokens.size() == 1 && (reader_.word(candidate.tokens.begin).flags & given_any) != 0;
  return division && given && told < small_land ? std::min(told, large_place - 1) : told;
}

// Words inside the name that tell its kind: its head, its first word, any other.
void NameJudge::add_words(NameType& type, const NameCandidate& candidate) {
  const TokenRange tokens = candidate.tokens;
  std::uint32_t head = tokens.end - 1;
  for (std::uint32_t t = tokens.begin; t + 1 < tokens.end; ++t) {
    if ((reader_.word(t).flags & (takes_of | corporate)) == 0) continue;
    if (lists_.context(folded(t + 1), ContextClass::name_head_of)) {
      head = t;
      break;
    }
  }
  const NameWord& last = reader_.word(head);
  const bool listed = !type.group && type.place.prominence >= large_place;  // the Soviet Union
  const auto give = [&](const std::array<std::int8_t, 3>& weights) {
    for (std::size_t i = 0; i < 3; ++i) {
      if (!listed || i + 1 == place) type.evidence.at(i + 1) += weights.at(i);
    }
  };
  if (tokens.size() > 1) {
    if (head != tokens.begin || tokens.size() > 2) give(last.last);
    if (head + 1 < tokens.end && is(head + 1, "for")) add(type, Sign::body_for);
    give(reader_.word(tokens.begin).first);
    for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
      if (t != head) give(reader_.word(t).any);
    }
    if (tied_initials(tokens)) add(type, Sign::acronym);
    const std::uint32_t flags = reader_.word(tokens.end - 1).flags;
    if ((flags & corporate) != 0) add(type, Sign::corporate_end);
    if ((flags & junior) != 0 && reader_.key(tokens.end - 1).size() > 1) {
      add(type, Sign::junior_end);
    }
  } else if (analysis_.tokens[tokens.begin].shape.all_capitals &&
             !reader_.titled(analysis_.tokens[tokens.begin].sentence)) {
    const bool ordinary_word =
        lexicon_.commonness(analysis_.tokens[tokens.begin].word) <= 50 && !type.group;
    const bool country = type.place.places > 0 && type.place.feature == Feature::country;
    if (acronym_shape(analysis_.tokens[tokens.begin]) && !ordinary_word && !country) {
      add(type, Sign::acronym);
    }
  }
}

// Words that are ordinary in lower case name less often, all the more when the report writes them
// so.
void NameJudge::add_ordinary(NameType& type, const NameCandidate& candidate) {
  if (type.group || (candidate.tokens.size() > 1 && type.place.places > 0)) return;
  const Token& first = analysis_.tokens[candidate.tokens.begin];
  const bool small_start = (reader_.word(candidate.tokens.begin).flags & joined) != 0;
  if (small_start && !first.shape.capitalised) return;  // bin Laden
  bool person_word = false;
  for (std::uint32_t t = candidate.tokens.begin; t < candidate.tokens.end; ++t) {
    const Token& token = analysis_.tokens[t];
    if (token.shape.punctuation || token.folded == "of" || token.folded == "the") continue;
    if (lexicon_.commonness(token.word) > 40) return;
    person_word = person_word || (reader_.word(t).flags & (given_any | surname)) != 0;
  }
  if (person_word && !reader_.seen_in_lower_case(candidate.tokens.begin)) return;
  add(type, Sign::ordinary_words);
  if (reader_.seen_in_lower_case(candidate.tokens.begin)) add(type, Sign::ordinary_words);
}

std::optional<Kind> NameJudge::decide(const NameType& type) {
  const Weights& e = type.evidence;
  std::size_t best = place;
  for (const std::size_t kind : {group, person, other}) {
    if (e.at(kind) > e.at(best)) best = kind;
  }
  if (best == other || e.at(best) <= 0) return std::nullopt;
  return static_cast<Kind>(best);
}

std::string NameJudge::rule(const NameType& type) const {
  const std::size_t kind = type.kind ? static_cast<std::size_t>(*type.kind) : other;
  std::int32_t most = 0;
  std::string_view told = "words";
  for (std::size_t s = 0; s < type.seen.size(); ++s) {
    const auto sign = static_cast<Sign>(s);
    const std::int32_t weight = lists_.weights(sign).at(kind) * type.seen.at(s);
    if (weight > most) {
      most = weight;
      told = to_string(sign);
    }
  }
  return "names/" + std::string(told);
}

}  // namespace nutgraf
