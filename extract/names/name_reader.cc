#include "extract/names/name_reader.h"

#include <algorithm>

#include "extract/text/fold.h"

namespace nutgraf {

NameReader::NameReader(const NameLists& lists, const Lexicon& lexicon, const Gazetteer& gazetteer,
                       const Analysis& analysis)
    : lists_(lists), lexicon_(lexicon), gazetteer_(gazetteer), analysis_(analysis) {
  page_ = page_of(analysis, lists);
  read_keys();
  read_case();
  careless_ = careless_writer();
}

void NameReader::read_keys() {
  keys_.reserve(analysis_.tokens.size());
  words_.reserve(analysis_.tokens.size());
  facts_.assign(analysis_.tokens.size(), std::nullopt);
  looks_.assign(analysis_.tokens.size(), 0);
  std::string scratch;
  for (const Token& token : analysis_.tokens) {
    const std::string_view key = name_key(token.folded, scratch);
    if (key.data() == token.folded.data()) {
      keys_.push_back(key);
    } else {
      keys_.push_back(pool_.emplace_back(key));
    }
    words_.push_back(&lists_.word(keys_.back()));
  }
}

// What the report's prose writes with a capital inside a sentence, and what in lower case.
void NameReader::read_case() {
  titled_.assign(analysis_.sentences.size(), false);
  for (std::size_t s = 0; s < analysis_.sentences.size(); ++s) {
    const Sentence& sentence = analysis_.sentences[s];
    std::uint32_t words = 0;
    std::uint32_t capitals = 0;
    std::uint32_t shouted = 0;
    bool running = false;       // a verb in lower case: no title
    std::uint32_t figures = 0;  // numbers, commas, brackets, of which a table is full
    for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      const Token& token = analysis_.tokens[t];
      const bool parts = token.folded == "," || token.folded == ";";
      if (parts || token.shape.number || token.tag == Tag::open_bracket) ++figures;
      if (!is_letter_word(token) || closed_class(token.tag)) continue;
      ++words;
      running = running || (!token.shape.capitalised && is_verb(token.tag));
      if (token.shape.capitalised) ++capitals;
      if (token.shape.all_capitals) ++shouted;
    }
    const bool line = sentence.kind != SentenceKind::prose && !running;
    titled_[s] = words >= 3 && (capitals * 20 >= words * (line ? 14 : 19) && words >= 4);
    titled_[s] = titled_[s] || (words >= 3 && shouted * 10 >= words * 9);
    titled_[s] = titled_[s] && figures * 3 < words;
  }
  const std::size_t count = analysis_.tokens.size();
  known_phrases_.assign(count, {});
  lower_.reset(count);
  capitalised_.reset(count);
  owned_.reset(count);
  surnames_.reset(count);
  for (std::uint32_t t = 0; t < count; ++t) {
    const Token& token = analysis_.tokens[t];
    if (!is_letter_word(token) || titled_[token.sentence]) continue;
    if (!token.shape.capitalised) {
      lower_.insert(keys_[t]);
    } else if (!token.shape.sentence_start) {
      capitalised_.insert(keys_[t]);
    }
    if (t + 2 < count && keys_[t + 1] == "'s") read_owned(t);
    const bool full = t > 0 && token.shape.capitalised && (word(t).flags & surname) != 0 &&
                      analysis_.tokens[t - 1].shape.capitalised &&
                      (word(t - 1).flags & given_any) != 0;
    if (full && analysis_.tokens[t - 1].sentence == token.sentence) surnames_.insert(keys_[t]);
  }
}

// "Kovel's said", "sold at Kovel's in June": a name with an 's that no noun follows.
void NameReader::read_owned(std::uint32_t token) {
  const Token& t = analysis_.tokens[token];
  const Token& next = analysis_.tokens[token + 2];
  if (!t.shape.capitalised || next.sentence != t.sentence) return;
  const bool says = (next.tag == Tag::VBD || next.tag == Tag::VBN || next.tag == Tag::VBZ) &&
                    lists_.context(next.lemma, ContextClass::say);
  const bool at = token > 0 && analysis_.tokens[token - 1].folded == "at" &&
                  (next.shape.punctuation || next.tag == Tag::IN) && next.tag != Tag::open_quote;
  if (says || at) owned_.insert(keys_[token]);
}

bool NameReader::owned(TokenRange tokens) {
  return tokens.size() > 1 && (known_group(tokens) || owned_.contains(keys_[tokens.end - 2]));
}

std::string_view NameReader::phrase_key(TokenRange tokens) {
  phrase_.clear();
  for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
    if (hyphen(t)) continue;
    if (!phrase_.empty()) phrase_ += ' ';
    phrase_ += keys_[t];
  }
  return phrase_;
}

NameFacts NameReader::place_facts(TokenRange tokens) {
  if (tokens.size() != 1) return gazetteer_.facts(place_key(tokens));
  std::optional<NameFacts>& facts = facts_[tokens.begin];
  if (!facts) facts = gazetteer_.facts(place_key(tokens));
  return *facts;
}

std::string_view NameReader::place_key(TokenRange tokens) {
  folded_.clear();
  bool plain = true;
  for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
    const Token& token = analysis_.tokens[t];
    if (!folded_.empty() && token.shape.space_before) folded_ += ' ';
    folded_ += token.folded;
    plain = plain && std::all_of(token.folded.begin(), token.folded.end(), [](char c) {
              return static_cast<unsigned char>(c) < 0x80 && c != '.' && c != '-';
            });
  }
  if (!plain) folded_ = fold_name(folded_);
  return folded_;
}

std::optional<KnownGroup> NameReader::known_group(TokenRange tokens) {
  const auto group = lists_.group(phrase_key(tokens));
  if (group && group->of_trade) {
    const bool trade = group->shown == "team" ? page_.sport : page_.market;
    return trade && place_facts(tokens).places == 0 ? group : std::nullopt;
  }
  if (!group || !group->capitals) return group;
  const std::string_view words = analysis_.words(tokens);
  if (words == group->written) return group;
  constexpr std::size_t spoken = 4;  // letters of initials that are spoken as a word: Nato
  if (tokens.size() == 1 && words.size() >= spoken && !ordinary(tokens.begin) &&
      analysis_.tokens[tokens.begin].shape.capitalised &&
      !titled(analysis_.tokens[tokens.begin].sentence) &&
      (word(tokens.begin).flags & (given_any | surname)) == 0 && place_facts(tokens).places == 0) {
    return group;
  }
  for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
    const std::string_view one = analysis_.words({t, t + 1});
    const auto capitals =
        std::count_if(one.begin(), one.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    const bool mixed = capitals > 1 && !hyphen(t);  // DoD
    if (!analysis_.tokens[t].shape.all_capitals && !mixed && !hyphen(t)) return std::nullopt;
  }
  return titled(analysis_.tokens[tokens.begin].sentence) && words != group->written ? std::nullopt
                                                                                    : group;
}

bool NameReader::hyphen(std::uint32_t token) const {
  return analysis_.tokens[token].tag == Tag::HYPH || analysis_.tokens[token].folded == "-";
}

bool NameReader::ordinary(std::uint32_t token) const {
  return lexicon_.commonness(analysis_.tokens[token].word) <= 50;
}

// A known name of several words begins here, though its first word alone looks like none.
bool NameReader::begins_phrase(std::uint32_t token, std::uint32_t end) {
  const Token& t = analysis_.tokens[token];
  if (!t.shape.capitalised || t.shape.punctuation) return false;
  if (closed_class(t.tag) && (begins_sentence(token) || titled(t.sentence))) return false;
  return known_phrase_end(token, end) > token + 1;
}

// The end of the longest known group, hidden name or place that begins at the token and whose
// words of weight all have capitals; the token itself when there is none.
std::uint32_t NameReader::known_phrase_end(std::uint32_t begin, std::uint32_t end) {
  KnownPhrase& known = known_phrases_[begin];
  if (known.end != end) known = {end, find_phrase_end(begin, end)};
  return known.found;
}

std::uint32_t NameReader::find_phrase_end(std::uint32_t begin, std::uint32_t end) {
  std::uint32_t longest =
      std::max(word(begin).phrase_length, std::uint32_t{place_facts({begin, begin + 1}).longest});
  longest = std::min(longest * 2, end - begin);
  for (std::uint32_t size = longest; size > 0; --size) {
    const TokenRange tokens{begin, begin + size};
    const Token& last = analysis_.tokens[tokens.end - 1];
    const bool own = keys_[tokens.end - 1] == "'s" && analysis_.tokens[begin].shape.capitalised;
    if (!last.shape.capitalised && !last.shape.number && size > 1 && !own) continue;
    if (known_group(tokens)) return tokens.end;
    if (size > 2 && lists_.title(phrase_key(tokens))) return tokens.end;
    if (hidden(tokens) == HiddenClass::other) return tokens.end;
    if (size > 1 && place_facts(tokens).places > 0) return tokens.end;
  }
  return begin;
}

// "van der Merwe", "al Shabaab": small words that begin a name; "a van Omar drove" has none.
bool NameReader::begins_with_particle(std::uint32_t token, std::uint32_t end) {
  constexpr std::uint32_t most = 3;  // small words
  const Token& t = analysis_.tokens[token];
  if (t.shape.capitalised || (word(token).flags & joined) == 0) return false;
  if (token > 0) {
    const Token& before = analysis_.tokens[token - 1];
    const bool noun_phrase = before.tag == Tag::DT || before.tag == Tag::PRPS ||
                             before.tag == Tag::POS || is_adjective(before.tag) ||
                             is_noun(before.tag);
    if (noun_phrase && before.sentence == t.sentence) return false;
  }
  std::uint32_t next = token + 1;
  while (next < end && next < token + most && (word(next).flags & particle) != 0 &&
         !analysis_.tokens[next].shape.capitalised) {
    ++next;
  }
  if (next >= end || !is_name_token(next)) return false;
  const Tag tag = analysis_.tokens[next].tag;  // "bin Laden" may pass for an adjective
  return (is_proper_noun(tag) || is_adjective(tag)) && !analysis_.tokens[next].shape.all_capitals;
}

// The first token of a name that begins at `token`, or npos.
std::uint32_t NameReader::begin_at(std::uint32_t token, std::uint32_t end) {
  if (is_name_token(token) || begins_phrase(token, end)) return token;
  const Token& t = analysis_.tokens[token];
  const bool tied =
      token + 2 < end && hyphen(token + 1) && !analysis_.tokens[token + 2].shape.space_before;
  if (begins_with_particle(token, end)) return token;
  // "Bank of Norway said": a lone noun over "of" that has no article.
  constexpr std::uint32_t body_over_of = takes_of | of_is_group;
  const bool over_of = t.shape.capitalised && token + 2 < end && keys_[token + 1] == "of" &&
                       (word(token).flags & body_over_of) == body_over_of;
  if (over_of && !titled(t.sentence) && is_name_token(token + 2)) return token;
  const bool numbered =
      t.shape.has_digit && token + 1 < end && analysis_.tokens[token + 1].shape.capitalised;
  if (!tied && !numbered) return npos;
  const NameWord& entry = word(token);
  // al-Baghdadi, anti-Balaka: a lower-case beginning tied to a capital.
  if (tied && (entry.flags & joined) != 0 && is_name_token(token + 2)) return token;
  if (numbered && numbers_street(token, end)) return token;
  // 5th Brigade
  if (numbered && (entry.flags & ordinal) != 0 && is_office(token + 1, end)) return token;
  return npos;
}

bool NameReader::ends_as_body(TokenRange chunk) const {
  const auto body = [&](std::uint32_t token) {
    const NameWord& entry = word(token);
    return entry.last[0] > 0 || entry.last[1] > 0 || entry.last[2] > 0 ||
           (entry.flags & corporate) != 0;
  };
  for (std::uint32_t t = chunk.begin; t + 1 < chunk.end; ++t) {
    const bool over_of = lists_.context(keys_[t + 1], ContextClass::name_of);
    if (over_of && (lists_.word(keys_[t]).flags & takes_of) != 0 && body(t)) return true;
  }
  // "Damon Hill" is no hill.
  const bool person = chunk.size() == 2 && (word(chunk.begin).flags & given_any) != 0;
  const bool surname_there = chunk.size() > 1 && (word(chunk.end - 2).flags & given_any) != 0 &&
                             (word(chunk.end - 1).flags & (surname | given_any)) != 0;
  // "Joseph A. Day": nor a day.
  const bool lettered =
      chunk.size() > 2 && initial(chunk.end - 2) && (word(chunk.end - 3).flags & given_any) != 0;
  if (lettered && word(chunk.end - 1).last[0] == 0) return false;
  if (!person && surname_there && word(chunk.end - 1).last[0] == 0) return false;
  return body(chunk.end - 1);
}

bool NameReader::new_line_before(std::uint32_t token) const {
  if (token == 0) return false;
  const Span gap{analysis_.tokens[token - 1].span.end, analysis_.tokens[token].span.begin};
  return cut(analysis_.text(), gap).find('\n') != std::string_view::npos;
}

std::uint32_t NameReader::chunk_end(std::uint32_t begin, std::uint32_t end) {
  std::uint32_t at = std::max(begin + 1, known_phrase_end(begin, end));
  if (!analysis_.tokens[begin].shape.capitalised && at == begin + 1 && begin + 1 < end) {
    at = hyphen(begin + 1) ? begin + 3 : begin + 2;
  }
  while (at < end) {
    std::uint32_t next = join(begin, at, end);
    if (next == at) break;
    at = std::min(next, end);
    const std::uint32_t known = known_phrase_end(at - 1, end);
    if (known > at) at = known;
  }
  return at;
}

std::vector<NameCandidate> NameReader::read() {
  for (const Sentence& sentence : analysis_.sentences) {
    std::uint32_t at = sentence.tokens.begin;
    while (at < sentence.tokens.end) {
      if (begin_at(at, sentence.tokens.end) == npos) {
        const std::uint32_t end = uncapitalised_place(at, sentence.tokens.end);
        if (end > at) found_.push_back({{at, end}, {}, std::nullopt, {}});
        at = std::max(at + 1, end);
        continue;
      }
      const std::uint32_t end = chunk_end(at, sentence.tokens.end);
      parse({at, end}, NameCandidate{});
      at = end;
    }
  }
  std::sort(found_.begin(), found_.end(),
            [](const NameCandidate& a, const NameCandidate& b) { return a.tokens < b.tokens; });
  return std::move(found_);
}

}  // namespace nutgraf
