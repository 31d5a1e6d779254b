// What one name of a report tells of another: initials in brackets, the members of a list, the
// parts of a longer name.
#include <algorithm>

#include "extract/names/name_judge.h"

namespace nutgraf {
namespace {

constexpr std::size_t person = 0;
constexpr std::size_t other = 3;
constexpr std::uint8_t counted_times = 2;  // a sign counts so often for a type at most

std::size_t capitals_in(std::string_view words) {
  return static_cast<std::size_t>(
      std::count_if(words.begin(), words.end(), [](char c) { return c >= 'A' && c <= 'Z'; }));
}

}  // namespace

// "Kurdistan Workers' Party (PKK)": both are of one kind.
void NameJudge::add_brackets(const std::vector<NameCandidate>& candidates) {
  for (std::size_t i = 0; i + 1 < candidates.size(); ++i) {
    const TokenRange outer = candidates[i].tokens;
    const TokenRange inner = candidates[i + 1].tokens;
    if (inner.size() != 1 || inner.begin != outer.end + 1 ||
        analysis_.tokens[outer.end].tag != Tag::open_bracket) {
      continue;
    }
    constexpr std::uint32_t longest = 5;  // letters of initials with small ones: UpT, not McLaren
    const Token& letters = analysis_.tokens[inner.begin];
    if (capitals_in(analysis_.words(inner)) < 2) continue;
    if (!letters.shape.all_capitals && letters.span.size() > longest) continue;
    const NameType& bracketed = types_[type_of_[i + 1]];
    if (outer.size() < 2 || bracketed.place.feature == Feature::country) continue;
    add(types_[type_of_[i]], Sign::initials_in_brackets);
    add(types_[type_of_[i + 1]], Sign::initials_in_brackets);
    if (initials_of(inner, outer)) shortened_.emplace_back(type_of_[i], type_of_[i + 1]);
  }
}

// "PCA" of "Peanut Corp. of America": a letter for each word with a capital.
bool NameJudge::initials_of(TokenRange initials, TokenRange words) const {
  const std::string_view letters = reader_.key(initials.begin);
  std::size_t at = 0;
  for (std::uint32_t t = words.begin; t < words.end; ++t) {
    if (!analysis_.tokens[t].shape.capitalised) continue;
    if (at == letters.size() || folded(t).front() != letters[at]) return false;
    ++at;
  }
  return at == letters.size();
}

// What is told in full and with its initials is of one kind.
void NameJudge::link_initials() {
  constexpr std::int32_t surely = 60;
  for (const auto& [whole, initials] : shortened_) {
    const std::optional<Kind> kind = types_[whole].kind;
    if (kind && whole != initials) {
      types_[initials].evidence.at(static_cast<std::size_t>(*kind)) += surely;
    }
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

}  // namespace nutgraf
