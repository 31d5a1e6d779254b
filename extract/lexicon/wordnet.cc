#include "extract/lexicon/wordnet.h"

#include <algorithm>
#include <charconv>
#include <fstream>

namespace nutgraf {
namespace {

constexpr std::array<std::string_view, 4> suffixes{"noun", "verb", "adj", "adv"};

// Lexicographer files whose nouns may name an act: tops, act, cognition, communication, event,
// feeling, phenomenon, possession, process, state.
bool names_an_act(std::uint8_t file) {
  switch (file) {
    case 3:
    case 4:
    case 9:
    case 10:
    case 11:
    case 12:
    case 19:
    case 21:
    case 22:
    case 26:
      return true;
    default:
      return false;
  }
}

std::string plain(std::string_view written) {
  std::string out;
  for (const char c : written) {
    if (c == '(') break;  // the syntactic marker of an adjective: "galore(ip)"
    out += c == '_' ? ' ' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}

bool has_capital(std::string_view written) {
  return std::any_of(written.begin(), written.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::vector<std::string_view> cells(std::string_view line) {
  std::vector<std::string_view> out;
  std::size_t at = 0;
  while (at < line.size()) {
    const std::size_t end = std::min(line.find(' ', at), line.size());
    if (end > at) out.push_back(line.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

std::uint32_t number(std::string_view digits, int base = 10) {
  std::uint32_t out = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), out, base);
  return out;
}

struct Synset {
  std::uint8_t file = 0;
  std::vector<std::string> words;
};
// By (part of speech, offset).
using Synsets = std::map<std::pair<WordNetPos, std::uint32_t>, Synset>;

struct Derivation {
  std::uint8_t file = 0;
  std::string noun;
  std::uint32_t noun_synset = 0;
  std::uint32_t verb_synset = 0;
  std::uint32_t verb_word = 0;  // counted from 1
};

Result<std::vector<std::string>> lines_of(const std::string& path) {
  std::ifstream in(path);
  if (!in) return fail(ErrorCode::io, "cannot read " + path + " (Debian package wordnet-base)");
  std::vector<std::string> out;
  std::string line;
  while (std::getline(in, line)) {
    if (!line.empty() && line[0] != ' ') out.push_back(line);  // licence lines begin with spaces
  }
  return out;
}

Result<void> read_senses(const std::string& folder, WordNet& out) {
  const auto lines = lines_of(folder + "/index.sense");
  if (!lines) return fail(lines.error());
  for (const std::string& line : *lines) {
    const auto parts = cells(line);
    const std::size_t mark = parts[0].find('%');
    if (parts.size() < 4 || mark == std::string_view::npos) continue;
    // lemma%ss_type:file:…
    const std::uint32_t type = number(parts[0].substr(mark + 1, 1));
    if (type < 1 || type > 5) continue;
    const std::size_t pos = type == 5 ? 2 : type - 1;
    WordNet::Sense sense;
    sense.file = static_cast<std::uint8_t>(number(parts[0].substr(mark + 3, 2)));
    sense.synset = number(parts[1]);
    sense.number = static_cast<std::uint8_t>(number(parts[2]));
    sense.count = number(parts[3]);
    out.lemmas[plain(parts[0].substr(0, mark))].senses.at(pos).push_back(sense);
  }
  for (auto& [lemma, entry] : out.lemmas) {
    for (auto& senses : entry.senses) {
      std::sort(senses.begin(), senses.end(),
                [](const auto& a, const auto& b) { return a.number < b.number; });
    }
  }
  return {};
}

// offset file type word-count(hex) {word lex-id}… pointer-count {symbol offset pos source/target}…
// and for verbs frame-count {+ frame word(hex)}…
void read_synset(WordNetPos pos, std::string_view line, WordNet& out, Synsets& synsets,
                 std::vector<Derivation>& derivations) {
  const auto parts = cells(line.substr(0, line.find(" | ")));
  Synset synset;
  synset.file = static_cast<std::uint8_t>(number(parts[1]));
  const std::uint32_t offset = number(parts[0]);
  const std::uint32_t word_count = number(parts[3], 16);
  std::size_t at = 4;
  for (std::uint32_t i = 0; i < word_count; ++i, at += 2) {
    synset.words.push_back(plain(parts[at]));
    if (!has_capital(parts[at])) {
      out.lemmas[synset.words.back()].lower.at(static_cast<std::size_t>(pos)) = true;
    }
  }
  const std::uint32_t pointer_count = number(parts[at++]);
  for (std::uint32_t i = 0; i < pointer_count; ++i, at += 4) {
    if (pos != WordNetPos::noun || parts[at] != "+" || parts[at + 2] != "v") continue;
    const std::uint32_t source = number(parts[at + 3].substr(0, 2), 16);
    if (source == 0 || !names_an_act(synset.file)) continue;
    derivations.push_back({synset.file, synset.words[source - 1], offset, number(parts[at + 1]),
                           number(parts[at + 3].substr(2, 2), 16)});
  }
  if (pos == WordNetPos::verb && at < parts.size()) {
    const std::uint32_t frame_count = number(parts[at++]);
    for (std::uint32_t i = 0; i < frame_count; ++i, at += 3) {
      const std::uint64_t bit = std::uint64_t{1} << (number(parts[at + 1]) - 1);
      const std::uint32_t word = number(parts[at + 2], 16);
      for (std::uint32_t k = 0; k < word_count; ++k) {
        if (word == 0 || word == k + 1) out.lemmas[synset.words[k]].frames |= bit;
      }
    }
  }
  synsets.emplace(std::pair(pos, offset), std::move(synset));
}

Result<void> read_irregular(const std::string& folder, WordNet& out) {
  for (std::size_t pos = 0; pos < suffixes.size(); ++pos) {
    const auto lines = lines_of(folder + "/" + std::string(suffixes.at(pos)) + ".exc");
    if (!lines) return fail(lines.error());
    for (const std::string& line : *lines) {
      const auto parts = cells(line);
      auto& lemmas = out.irregular.at(pos)[plain(parts[0])];
      for (std::size_t i = 1; i < parts.size(); ++i) lemmas.push_back(plain(parts[i]));
    }
  }
  return {};
}

}  // namespace

std::uint32_t WordNet::Lemma::weight(WordNetPos pos) const {
  std::uint32_t out = 0;
  for (const Sense& sense : of(pos)) out += sense.count + 1;
  return out;
}

const WordNet::Lemma* WordNet::find(std::string_view lemma) const {
  const auto found = lemmas.find(lemma);
  return found == lemmas.end() ? nullptr : &found->second;
}

bool WordNet::is(std::string_view lemma, WordNetPos pos) const {
  const Lemma* found = find(lemma);
  return found != nullptr && found->is(pos);
}

Result<WordNet> read_wordnet(const std::string& folder) {
  WordNet out;
  if (auto read = read_senses(folder, out); !read) return fail(read.error());
  Synsets synsets;
  std::vector<Derivation> derivations;
  for (std::size_t pos = 0; pos < suffixes.size(); ++pos) {
    const auto lines = lines_of(folder + "/data." + std::string(suffixes.at(pos)));
    if (!lines) return fail(lines.error());
    for (const std::string& line : *lines) {
      read_synset(static_cast<WordNetPos>(pos), line, out, synsets, derivations);
    }
  }
  for (const Derivation& derivation : derivations) {
    const auto verb = synsets.find({WordNetPos::verb, derivation.verb_synset});
    if (verb == synsets.end()) continue;
    const std::string& lemma = verb->second.words.at(derivation.verb_word - 1);
    WordNet::Lemma& noun = out.lemmas[derivation.noun];
    for (const WordNet::Sense& sense : noun.of(WordNetPos::noun)) {
      if (sense.synset == derivation.noun_synset) noun.acts_of[lemma] += sense.count + 1;
    }
  }
  if (auto read = read_irregular(folder, out); !read) return fail(read.error());
  return out;
}

}  // namespace nutgraf
