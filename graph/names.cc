#include "graph/names.h"

#include <xxhash.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <tuple>

#include "graph/bytes.h"

namespace nutgraf {
namespace {

std::string block(char tag, NodeKind kind, std::string_view words) {
  std::string bytes{tag, static_cast<char>('0' + static_cast<int>(kind))};
  bytes += words;
  std::string key;
  append_u64(key, XXH3_64bits(bytes.data(), bytes.size()));
  return key;
}

std::vector<std::string_view> words_of(std::string_view folded) {
  std::vector<std::string_view> out;
  while (!folded.empty()) {
    const std::size_t space = folded.find(' ');
    if (space != 0) out.push_back(folded.substr(0, space));
    if (space == std::string_view::npos) break;
    folded.remove_prefix(space + 1);
  }
  return out;
}

std::string_view last_word(std::string_view folded) {
  const std::size_t space = folded.rfind(' ');
  return space == std::string_view::npos ? folded : folded.substr(space + 1);
}

// A person's folded name, its commas left out.
struct PersonName {
  std::vector<std::string> words;
  std::string suffix;  // what closes it: "jr", "md"; empty: nothing
};

// "jr", "md", "phd", "iii": closing words that are no name by their form.
bool closes(std::string_view word) {
  const bool voiced = word.find_first_of("aeiouy") != std::string_view::npos;
  const bool numeral = word.size() > 1 && word.find_first_not_of("iv") == std::string_view::npos;
  return numeral || (!voiced && word.size() > 1 && word.size() <= 3);
}

// How many of a name's words come before what closes it, and before a comma.
std::size_t proper_words(const std::vector<std::string_view>& words) {
  for (std::size_t i = 2; i < words.size(); ++i) {
    if (words[i - 1].back() == ',') return i;
  }
  std::size_t size = words.size();
  while (size > 2 && closes(words[size - 1])) --size;
  return size;
}

PersonName person_name(std::string_view folded) {
  const std::vector<std::string_view> words = words_of(folded);
  PersonName out;
  const std::size_t size = proper_words(words);
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string word;
    std::copy_if(words[i].begin(), words[i].end(), std::back_inserter(word),
                 [](char c) { return c != ','; });
    if (i < size && !word.empty()) out.words.push_back(std::move(word));
    if (i >= size) out.suffix += word;
  }
  return out;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

bool is_initial_of(const std::string& letter, const std::string& word) {
  return letter.size() == 1 && word.size() > 1 && word.front() == letter.front();
}

// "mark felt" of "w mark felt", "jan lund" of "jan erik lund", "jan e lund" of it: middle names and
// a leading initial may be left out, and middle names be initials.
bool shortens(const std::vector<std::string>& part, const std::vector<std::string>& whole) {
  if (part.size() < 2 || part.size() > whole.size() || part.front().size() < 2) return false;
  if (part.back() != whole.back()) return false;
  std::size_t at = whole.size() > 2 && whole.front().size() == 1 ? 1 : 0;
  if (whole[at] != part.front()) return false;
  for (std::size_t i = 1; i + 1 < part.size(); ++i) {
    do {
      if (++at + 1 >= whole.size()) return false;
    } while (whole[at] != part[i] && !is_initial_of(part[i], whole[at]));
  }
  return true;
}

char sound(char c) {
  switch (c) {
    case 'e':
      return 'a';
    case 'y':
      return 'i';
    case 'u':
    case 'w':
      return 'o';
    case 'q':
    case 'c':
    case 'g':
      return 'k';
    case 'z':
      return 's';
    default:
      return c;
  }
}

// First and last word: middle names come and go, and an initial before them.
std::string outer_skeleton(const std::vector<std::string>& words) {
  const bool initial = words.size() > 2 && words.front().size() == 1;
  return skeleton(words[initial ? 1 : 0]) + " " + skeleton(words.back());
}

bool has(const std::vector<std::string>& words, const std::string& wanted) {
  return std::find(words.begin(), words.end(), wanted) != words.end();
}

// "is" of "islamic state": the first letters of the words, small words may be left out.
bool acronym_of(std::string_view letters, std::string_view name) {
  std::size_t at = 0;
  for (const std::string_view word : words_of(name)) {
    if (at < letters.size() && word.front() == letters[at]) ++at;
  }
  return letters.size() >= 2 && at == letters.size();
}

bool weaker(const std::string& one, const std::string& other) {
  return std::tuple(words_of(one).size(), one.size(), std::string_view(one)) <
         std::tuple(words_of(other).size(), other.size(), std::string_view(other));
}

bool faceted(const UnitRow& unit) {
  return !unit.first(feature::role).empty() || !unit.first(feature::country).empty();
}

// What is told of one only joins the other, never the reverse.
Likeness by_facet(std::uint32_t score, std::string_view rule, const UnitRow& one,
                  const UnitRow& other) {
  const bool first = faceted(one);
  const bool second = faceted(other);
  return {score, !first && second, first && !second, rule};
}

std::optional<Likeness> by_spelling(const UnitRow& one, const UnitRow& other,
                                    const std::string& name, const std::string& second) {
  if (one.kind != NodeKind::person) return std::nullopt;
  const PersonName left = person_name(name);
  const PersonName right = person_name(second);
  if (left.words.size() < 2 || right.words.size() < 2) return std::nullopt;
  if (!left.suffix.empty() && !right.suffix.empty() && left.suffix != right.suffix) {
    return std::nullopt;
  }
  const std::string sound = skeleton(joined(left.words));
  const bool alike =
      left.words == right.words || (left.words.size() == right.words.size() && sound.size() >= 6 &&
                                    sound == skeleton(joined(right.words)));
  if (alike && left.suffix == right.suffix) return by_facet(800, "spelling", one, other);
  if (alike) return Likeness{780, left.suffix.empty(), right.suffix.empty(), "suffix"};
  const bool first = shortens(left.words, right.words) && right.suffix.size() >= left.suffix.size();
  const bool last = shortens(right.words, left.words) && left.suffix.size() >= right.suffix.size();
  if (!first && !last) return std::nullopt;
  return Likeness{780, first, last, "middle-name"};
}

bool counts_differ(const std::vector<Count>& one, const std::vector<Count>& other) {
  if (one.empty() || other.empty()) return false;
  const auto below = [](const Count& a, const Count& b) {
    return a.max && b.min && *a.max < *b.min;
  };
  return std::all_of(one.begin(), one.end(), [&](const Count& a) {
    return std::all_of(other.begin(), other.end(),
                       [&](const Count& b) { return below(a, b) || below(b, a); });
  });
}

}  // namespace

std::string name_block(NodeKind kind, std::string_view folded) { return block('n', kind, folded); }

std::string short_block(NodeKind kind, std::string_view folded) {
  const std::string name =
      kind == NodeKind::person ? joined(person_name(folded).words) : std::string(folded);
  return block('l', kind, last_word(name));
}

std::vector<std::string> blocks_of(const UnitRow& unit) {
  std::vector<std::string> out;
  if (unit.reports == 0) return out;
  const std::string name = unit.first(feature::name);
  out.push_back(name_block(unit.kind, name));
  if (unit.kind != NodeKind::place && unit.first(feature::tag).empty()) {
    for (const std::string& alias : unit.told(feature::alias)) {
      out.push_back(name_block(unit.kind, alias));
    }
    const PersonName person = person_name(name);
    if (unit.kind == NodeKind::person && person.words.size() > 1) {
      out.push_back(block('s', unit.kind, outer_skeleton(person.words)));
    }
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::vector<std::string> short_blocks_of(const UnitRow& unit) {
  std::vector<std::string> out{short_block(unit.kind, unit.first(feature::name))};
  for (const std::string& alias : unit.told(feature::alias)) {
    out.push_back(short_block(unit.kind, alias));
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::optional<Likeness> alike(const UnitRow& one, const UnitRow& other) {
  if (one.kind != other.kind) return std::nullopt;
  if (!one.first(feature::tag).empty() || !other.first(feature::tag).empty()) return std::nullopt;
  if (one.kind == NodeKind::place) return alike_places(one, other);
  const std::string name = one.first(feature::name);
  const std::string second = other.first(feature::name);
  if (name == second) return by_facet(900, "same-name", one, other);
  if (has(one.told(feature::alias), second) || has(other.told(feature::alias), name)) {
    const bool first_weaker = weaker(name, second);
    const std::string& shorter = first_weaker ? name : second;
    const std::string& longer = first_weaker ? second : name;
    const bool letters = acronym_of(shorter, longer);
    return Likeness{letters ? 860U : 700U, first_weaker, !first_weaker,
                    letters ? "acronym" : "alias"};
  }
  return by_spelling(one, other, name, second);
}

std::optional<std::string_view> contradiction(const UnitRow& one, const UnitRow& other) {
  if (one.kind != other.kind) return "of another kind";
  if (one.first(feature::tag) != other.first(feature::tag)) return "split by a curator";
  const auto differ = [&](char tag) {
    const std::vector<std::string> left = one.told(tag);
    const std::vector<std::string> right = other.told(tag);
    return left.size() == 1 && right.size() == 1 && left != right;
  };
  if (differ(feature::gender)) return "of another gender";
  if (one.kind == NodeKind::person && differ(feature::country)) return "of another country";
  return std::nullopt;
}

std::string described(const StatedUnit& unit) { return unit_name(NodeKind::person, unit.name); }

std::optional<Likeness> alike_unnamed(const StatedUnit& one, const StatedUnit& other,
                                      bool one_story, SharedPart part) {
  if (one.kind != other.kind || !one.local || !other.local || one.named || other.named) {
    return std::nullopt;
  }
  const bool genders = one.gender != Gender::unknown && other.gender != Gender::unknown;
  if (genders && one.gender != other.gender) return std::nullopt;
  const bool one_deed = part != SharedPart::none;
  if (one_deed && one.folded == other.folded) return Likeness{600, false, false, "same-part"};
  const bool heads = std::any_of(one.heads.begin(), one.heads.end(), [&](const auto& head) {
    return std::binary_search(other.heads.begin(), other.heads.end(), head);
  });
  // How many took part in one deed may have become more; otherwise other numbers are others.
  if (heads && one_deed) return Likeness{550, false, false, "same-part"};
  // "Two guards" and "two officers", "a man" and "the driver" whom one deed befell.
  const bool numbers = !one.counts.empty() && one.counts == other.counts;
  if (one_deed && one.kind == NodeKind::group && numbers) {
    return Likeness{500, false, false, "same-number"};
  }
  if (part == SharedPart::sole && one.kind == NodeKind::person) {
    return Likeness{350, false, false, "same-sole-part"};
  }
  if (!heads || one_deed) return std::nullopt;
  if (!one_story || counts_differ(one.counts, other.counts)) return std::nullopt;
  // "Iraqi forces" and "Iraqi special forces": what its country tells is told in full.
  const bool nations = !one.country.empty() && !other.country.empty();
  if (nations && described(one) != described(other)) return std::nullopt;
  return Likeness{one.folded == other.folded ? 450U : 400U, false, false, "same-head"};
}

bool is_one_body(const StatedUnit& unit) {
  const std::string words = described(unit);
  return unit.kind == NodeKind::group && unit.counts.empty() &&
         std::binary_search(unit.heads.begin(), unit.heads.end(), std::string(last_word(words)));
}

bool stands_for(const StatedUnit& incomplete, const StatedUnit& complete) {
  if (incomplete.kind != complete.kind || complete.local || !complete.named || complete.around) {
    return false;
  }
  const std::string& part = incomplete.folded;
  if (part.empty() || !complete.tag.empty()) return false;
  const std::string whole = complete.kind == NodeKind::person
                                ? joined(person_name(complete.folded).words)
                                : complete.folded;
  const bool last_words = whole.size() > part.size() &&
                          whole[whole.size() - part.size() - 1] == ' ' &&
                          whole.compare(whole.size() - part.size(), part.size(), part) == 0;
  if (last_words && incomplete.kind == NodeKind::person) return true;
  return std::any_of(
      complete.aliases.begin(), complete.aliases.end(),
      [&](const std::string& alias) { return unit_name(complete.kind, alias) == part; });
}

std::string consonants(std::string_view folded) {
  static constexpr std::string_view left_out = "aeiouywh'";
  static constexpr std::string_view written = "qcjpvz";
  static constexpr std::string_view heard = "kkgbfs";
  const auto vowel = [](char c) {
    return std::string_view("aeiou").find(c) != std::string_view::npos;
  };
  std::string out;
  for (const std::string_view word : words_of(folded)) {
    if (word == "al" || word == "el") continue;
    const bool article = word.size() > 3 && word.substr(0, 2) == "al" && !vowel(word[2]);
    if (!out.empty()) out += ' ';
    char last = ' ';
    for (std::size_t i = article ? 2 : 0; i < word.size(); ++i) {
      const std::size_t at = written.find(word[i]);
      const char sound = at == std::string_view::npos ? word[i] : heard[at];
      if (left_out.find(sound) == std::string_view::npos && sound != last) out += sound;
      last = sound;
    }
  }
  return out.size() < 2 ? std::string() : out;
}

std::string skeleton(std::string_view folded) {
  std::string out;
  for (std::size_t i = 0; i < folded.size(); ++i) {
    const bool within = i > 0 && folded[i - 1] != ' ';
    if (folded[i] == '\'' || (folded[i] == 'h' && within)) continue;
    char c = sound(folded[i]);
    if (folded[i] == 'p' && i + 1 < folded.size() && folded[i + 1] == 'h') c = 'f';
    if (out.empty() || out.back() != c) out += c;
  }
  return out;
}

}  // namespace nutgraf
