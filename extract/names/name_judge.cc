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

std::size_t capitals_in(std::string_view words) {
  return static_cast<std::size_t>(
      std::count_if(words.begin(), words.end(), [](char c) { return c >= 'A' && c <= 'Z'; }));
}

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
    if (!type.inside) add(type, Sign::sentence_start_only);
  }
  add_brackets(candidates);
  for (NameType& type : types_) type.kind = decide(type);
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

// "Kurdistan Workers' Party (PKK)": both are of one kind.
void NameJudge::add_brackets(const std::vector<NameCandidate>& candidates) {
  for (std::size_t i = 0; i + 1 < candidates.size(); ++i) {
    const TokenRange outer = candidates[i].tokens;
    const TokenRange inner = candidates[i + 1].tokens;
    if (inner.size() != 1 || inner.begin != outer.end + 1 ||
        analysis_.tokens[outer.end].tag != Tag::open_bracket) {
      continue;
    }
    if (capitals_in(analysis_.words(inner)) < 2) continue;
    const NameType& bracketed = types_[type_of_[i + 1]];
    if (outer.size() < 2 || bracketed.place.feature == Feature::country) continue;
    add(types_[type_of_[i]], Sign::initials_in_brackets);
    add(types_[type_of_[i + 1]], Sign::initials_in_brackets);
  }
}

// Whether nothing but what parts the members of a list stands between two candidates: commas,
// "and", numbers, brackets with what is in them.
bool NameJudge::in_one_list(TokenRange left, TokenRange right) const {
  bool parted = false;
  bool bracketed = false;
  for (std::uint32_t t = left.end; t < right.begin; ++t) {
    const Token& token = analysis_.tokens[t];
    if (token.tag == Tag::open_bracket) bracketed = true;
    const bool joint = token.folded == "," || token.folded == ";" || token.tag == Tag::CC;
    if (!bracketed && !joint && !token.shape.number) return false;
    if (!bracketed) parted = parted || joint;
    if (token.tag == Tag::close_bracket) bracketed = false;
  }
  return parted && !bracketed;
}

// The members of a list are of one kind as a rule: "Marta Kovel, Ordrak Teel and Omar Petersen".
void NameJudge::link_mates(const std::vector<NameCandidate>& candidates) {
  constexpr std::size_t reach = 3;  // candidates, those in brackets counted
  const auto tell = [&](std::size_t from, std::size_t to) {
    const NameType& mate = types_[type_of_[from]];
    NameType& type = types_[type_of_[to]];
    if (!mate.kind || &mate == &type) return;
    std::uint8_t& seen = type.seen.at(static_cast<std::size_t>(Sign::list_mate));
    if (seen >= counted_times) return;
    ++seen;
    const auto kind = static_cast<std::size_t>(*mate.kind);
    type.evidence.at(kind) += lists_.weights(Sign::list_mate).at(kind);
  };
  for (std::size_t i = 0; i + 1 < candidates.size(); ++i) {
    for (std::size_t k = i + 1; k < std::min(candidates.size(), i + 1 + reach); ++k) {
      if (!in_one_list(candidates[i].tokens, candidates[k].tokens)) continue;
      tell(i, k);
      tell(k, i);
      break;
    }
  }
}

// A title, the form of its name or much else tells a person; not "the Hyatt Regency Houston".
bool NameJudge::surely_person(const NameType& whole) const {
  constexpr std::int32_t much = 60;  // evidence
  if (whole.titled || whole.evidence.at(person) >= much) return true;
  constexpr std::uint32_t of_persons = given_any | surname | particle | joined;
  const TokenRange tokens = whole.example;
  const auto bears = [&](std::uint32_t t) { return (reader_.word(t).flags & of_persons) != 0; };
  if (!bears(tokens.begin)) return false;
  return tokens.size() != 3 || bears(tokens.begin + 1) || reader_.key(tokens.begin + 1).size() == 1;
}

// A surname or a given name of a person told in full is that person's, unless more speaks for
// another kind.
void NameJudge::link_parts() {
  for (NameType& part : types_) {
    const bool small_start = (reader_.word(part.example.begin).flags & joined) != 0;
    if (part.key.find(' ') != std::string::npos && !small_start) continue;
    for (const NameType& whole : types_) {
      if (whole.kind != Kind::person || whole.key.size() <= part.key.size() + 1) continue;
      if (part.place.prominence >= large_place && !surely_person(whole)) continue;
      const bool ends =
          whole.key.ends_with(part.key) && whole.key[whole.key.size() - part.key.size() - 1] == ' ';
      const bool begins = whole.key.starts_with(part.key) && whole.key[part.key.size()] == ' ';
      if (ends || begins) {
        add(part, Sign::from_longer);
        break;
      }
    }
  }
  link_storms();
  for (NameType& part : types_) {
    if (part.club || part.group || part.place.prominence >= large_place) continue;
    const bool told = std::any_of(types_.begin(), types_.end(), [&](const NameType& whole) {
      return whole.kind == Kind::group && whole.key.size() > part.key.size() + 1 &&
             whole.key.starts_with(part.key) && whole.key[part.key.size()] == ' ' &&
             (company(whole) || (reader_.page().sport && team(whole)));
    });
    if (told) add(part, Sign::from_company);
  }
}

// "Rita" after "Hurricane Rita".
void NameJudge::link_storms() {
  constexpr std::int8_t surely = 70;
  for (const NameType& whole : types_) {
    const TokenRange tokens = whole.example;
    if (whole.kind || tokens.size() != 2) continue;
    if (reader_.word(tokens.begin).first[2] < surely) continue;
    const auto name = by_key_.find(std::string(reader_.key(tokens.begin + 1)));
    if (name == by_key_.end()) continue;
    types_[name->second].evidence.at(other) += surely;
  }
}

// Its last word is one of a company's name: "Harlan Industries Inc".
bool NameJudge::company(const NameType& type) const {
  const NameWord& last = reader_.word(type.example.end - 1);
  return (last.flags & corporate) != 0 || last.last[0] == 45;
}

// A side of a contest: "Stefanel Milan" where the page goes on with "Stefanel".
bool NameJudge::team(const NameType& type) {
  const auto seen = [&](Sign sign) { return type.seen.at(static_cast<std::size_t>(sign)) > 0; };
  return type.club || seen(Sign::result_row) || (type.group && type.group->shown == "team");
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
