// Names of one report that are one: the same words, a known other name, initials, a surname.
#include <algorithm>
#include <map>
#include <set>

#include "extract/coref/chains.h"
#include "extract/coref/resolver.h"

namespace nutgraf {
namespace {

std::vector<std::string_view> words_of(std::string_view key) {
  std::vector<std::string_view> words;
  while (!key.empty()) {
    const std::size_t at = std::min(key.find(' '), key.size());
    if (at > 0) words.push_back(key.substr(0, at));
    key.remove_prefix(std::min(at + 1, key.size()));
  }
  return words;
}

// The initials of a name, small words left out and with them: "pkk" for Kurdistan Workers' Party
// is told by neither, so a first letter of each word that begins with it is enough.
bool initials_of(const CorefLists& lists, std::string_view acronym, std::string_view key) {
  std::string all;
  std::string without;
  for (std::string_view word : words_of(key)) {
    if (word.front() == '\'' || word == "&" || word == ",") continue;
    all += word.front();
    if (!lists.is(word, CorefWord::small)) without += word.front();
  }
  return acronym.size() >= 2 && (acronym == all || acronym == without);
}

std::set<std::string_view> content_words(const CorefLists& lists, std::string_view key) {
  std::set<std::string_view> words;
  for (std::string_view word : words_of(key)) {
    if (lists.is(word, CorefWord::small)) continue;
    if (word == "department" || word == "defence") {
      words.insert(word == "defence" ? "defense" : "ministry");
    } else {
      words.insert(word);
    }
  }
  return words;
}

// "joseph kemp", of "joseph kemp , jr": a person's name without what closes it.
std::vector<std::string_view> without_suffix(const CorefLists& lists,
                                             std::vector<std::string_view> words) {
  while (words.size() > 1 && (words.back() == "," || lists.is(words.back(), CorefWord::suffix))) {
    words.pop_back();
  }
  return words;
}

// The short name of a person is the long one's last words, its first, or first and last; what
// closes the long one may be left out.
bool short_person(const CorefLists& lists, std::string_view part, std::string_view whole) {
  const auto p = words_of(part);
  auto w = words_of(whole);
  if (p.size() >= w.size()) return false;
  if (without_suffix(lists, p).size() == p.size()) w = without_suffix(lists, std::move(w));
  if (p == w) return true;
  if (p.size() >= w.size()) return false;
  if (std::equal(p.rbegin(), p.rend(), w.rbegin())) return true;
  if (p.size() == 1) return p[0] == w[0] && !lists.is(p[0], CorefWord::particle);
  return p.front() == w.front() && p.back() == w.back();
}

bool short_group(const CorefLists& lists, std::string_view part, std::string_view whole) {
  const auto p = words_of(part);
  const auto w = words_of(whole);
  if (p.size() == 1 && initials_of(lists, part, whole)) return true;
  if (p.size() < w.size() && std::equal(p.begin(), p.end(), w.begin()) && p[0].size() > 3) {
    return w.size() - p.size() <= 2 && !lists.is(w[p.size()], CorefWord::small);
  }
  // "Chargers" of "San Diego Chargers": a club or a force without its town or nation.
  if (p.size() < w.size() && p.size() <= 2 && std::equal(p.rbegin(), p.rend(), w.rbegin()) &&
      p[0].size() > 3) {
    return true;
  }
  return p.size() > 1 && content_words(lists, part) == content_words(lists, whole);
}

// Distinct names of one kind, the fullest first, then by their first mention.
struct Name {
  std::string_view key;
  std::uint32_t words = 0;
  std::vector<std::uint32_t> mentions;
};

std::vector<Name> names_of(const Chains& chains, Kind kind) {
  std::map<std::string_view, Name> by_key;
  for (std::uint32_t m = 0; m < chains.count(); ++m) {
    const Mention& mention = chains.mention(m);
    if (mention.form != Form::name || mention.kind != kind) continue;
    Name& name = by_key[chains.note(m).key];
    name.key = chains.note(m).key;
    name.words = static_cast<std::uint32_t>(words_of(name.key).size());
    name.mentions.push_back(m);
  }
  std::vector<Name> names;
  names.reserve(by_key.size());
  for (auto& [key, name] : by_key) names.push_back(std::move(name));
  std::stable_sort(names.begin(), names.end(), [](const Name& a, const Name& b) {
    return a.words != b.words ? a.words > b.words : a.mentions.front() < b.mentions.front();
  });
  return names;
}

bool genders_differ(Gender a, Gender b) {
  return a != Gender::unknown && b != Gender::unknown && a != b;
}

bool same_name(const CorefLists& lists, const Chains& chains, const Chain& chain, const Name& name,
               Kind kind) {
  const MentionNote& note = chains.note(name.mentions.front());
  if (note.group != npos && note.group == chain.group) return true;
  if (kind == Kind::place && note.place != npos && note.place == chain.place) return true;
  return std::any_of(chain.names.begin(), chain.names.end(), [&](const std::string& full) {
    if (kind == Kind::person) {
      return short_person(lists, name.key, full) && !genders_differ(note.gender, chain.gender);
    }
    return kind == Kind::group && note.group == npos && short_group(lists, name.key, full);
  });
}

// "Kurdistan Workers' Party (PKK)": what stands in brackets behind a name is its other name.
std::uint32_t in_brackets_of(const Chains& chains, std::uint32_t m) {
  const TokenRange tokens = chains.mention(m).tokens;
  const auto& all = chains.analysis().tokens;
  if (m == 0 || tokens.begin < 2 || tokens.end >= all.size()) return npos;
  const Mention& before = chains.mention(m - 1);
  const bool bracketed = all[tokens.begin - 1].tag == Tag::open_bracket &&
                         all[tokens.end].tag == Tag::close_bracket &&
                         before.tokens.end + 1 == tokens.begin;
  const bool fits = before.form == Form::name && before.kind == chains.mention(m).kind &&
                    tokens.size() == 1 && all[tokens.begin].shape.all_capitals;
  return bracketed && fits && before.kind == Kind::group ? m - 1 : npos;
}

// The chains that the name may belong to; with two it belongs to none, unless the nearest before
// its first mention is of the same sentence or the one before.
std::uint32_t choose(const CorefLists& lists, const Chains& chains, const Name& name, Kind kind) {
  std::uint32_t only = npos;
  for (std::uint32_t c = 0; c < chains.size(); ++c) {
    if (chains.at(c).kind != kind || !same_name(lists, chains, chains.at(c), name, kind)) continue;
    if (only != npos) return npos;
    only = c;
  }
  return only;
}

}  // namespace

void chain_names(const CorefLists& lists, Chains& chains) {
  for (const Kind kind : {Kind::person, Kind::group, Kind::place}) {
    for (const Name& name : names_of(chains, kind)) {
      std::uint32_t chain = choose(lists, chains, name, kind);
      if (chain == npos) {
        const std::uint32_t outer = in_brackets_of(chains, name.mentions.front());
        if (outer != npos) chain = chains.of(outer);
      }
      for (const std::uint32_t m : name.mentions) {
        if (chain == npos) {
          chain = chains.begin_chain(m);
        } else {
          chains.join(m, chain);
        }
      }
    }
  }
}

}  // namespace nutgraf
