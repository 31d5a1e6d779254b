#include "extract/names/club_reader.h"

#include <algorithm>

#include "extract/names/name_page.h"

namespace nutgraf {
namespace {

constexpr std::size_t group = 1;
constexpr std::size_t place = 2;

bool short_number(const Token& token) {
  return token.shape.number && !token.shape.punctuation && token.span.size() <= 3;
}

}  // namespace

bool ClubReader::region_follows(std::uint32_t at, std::uint32_t end) const {
  if (at + 1 >= end || !is(at, ",") || !analysis_.tokens[at + 1].shape.capitalised) return false;
  const NameFacts facts = reader_.place_facts({at + 1, at + 2});
  const bool region = facts.feature == Feature::country || facts.feature == Feature::province ||
                      facts.feature == Feature::county;
  const bool closed = at + 2 >= end || analysis_.tokens[at + 2].shape.punctuation ||
                      !analysis_.tokens[at + 2].shape.capitalised;
  return facts.places > 0 && region && closed &&
         analysis_.tokens[at - 1].shape.all_capitals == analysis_.tokens[at + 1].shape.all_capitals;
}

// A line of a table: a name, then numbers or what parts results.
bool ClubReader::row(std::uint32_t at, std::uint32_t end) const {
  if (at >= end || !short_number(analysis_.tokens[at])) return false;
  if (score_at(analysis_, at, end)) return true;
  if (at + 1 >= end) return true;
  const Token& next = analysis_.tokens[at + 1];
  return short_number(next) || next.shape.capitalised || next.shape.punctuation ||
         next.shape.number || next.tag == Tag::CC;
}

std::int32_t ClubReader::weigh(Sign sign) const {
  const Weights& weights = lists_.weights(sign);
  return weights.at(group) - weights.at(place);
}

std::int32_t ClubReader::after(std::uint32_t at, std::uint32_t end) const {
  if (at >= end) return 0;
  const Sentence& sentence = analysis_.sentences[analysis_.tokens[at].sentence];
  if (sentence.dateline.place.contains(at - 1) || region_follows(at, end)) {
    return weigh(Sign::place_of_play);
  }
  if (row(at, end)) return weigh(Sign::club_row);
  if (analysis_.tokens[at].tag == Tag::open_bracket) {  // Nimes (France) 0
    std::uint32_t close = at + 1;
    while (close < end && close < at + 4 && analysis_.tokens[close].shape.capitalised) ++close;
    const bool land = close < end && after_country(close, at) && row(close + 1, end);
    if (land) return weigh(Sign::club_row);
  }
  const Token& next = analysis_.tokens[at];
  if (next.tag == Tag::HYPH && !next.shape.space_before) return weigh(Sign::place_of_play);
  std::uint32_t noun = next.tag == Tag::POS ? at + 1 : at;
  if (next.tag == Tag::POS && won(noun, end)) return weigh(Sign::club_role);
  for (; noun < end && noun < at + 4; ++noun) {
    const Token& token = analysis_.tokens[noun];
    if (lists_.context(token.folded, ContextClass::sport_role) ||
        lists_.context(token.lemma, ContextClass::sport_role)) {
      return weigh(Sign::club_role);
    }
    if (!is_adjective(token.tag) && !is_common_noun(token.tag)) break;
  }
  if (next.tag != Tag::POS && is_common_noun(next.tag) && noun == at + 1) {
    return weigh(Sign::place_of_play) / 2;
  }
  return 0;
}

// "'s 2-0 win", "'s narrow defeat": what a side has behind it.
bool ClubReader::won(std::uint32_t at, std::uint32_t end) const {
  constexpr std::uint32_t reach = 6;  // tokens
  for (std::uint32_t t = at; t < std::min(at + reach, end); ++t) {
    const Token& token = analysis_.tokens[t];
    if (lists_.context(token.lemma, ContextClass::outcome)) return true;
    const bool score = token.shape.number || token.folded == "-" || token.tag == Tag::HYPH;
    if (!score && !is_adjective(token.tag) && !is_common_noun(token.tag)) return false;
  }
  return false;
}

bool ClubReader::versus(std::size_t i) const {
  const auto& all = *candidates_;
  const auto between = [&](std::size_t left, std::size_t right) {
    if (all[right].tokens.begin != all[left].tokens.end + 1) return false;
    const Token& token = analysis_.tokens[all[left].tokens.end];
    if (token.folded == "v" || token.folded == "vs" || token.folded == "vs.") return true;
    if (token.folded != "at") return false;
    const TokenRange line = analysis_.sentences[token.sentence].tokens;
    const bool whole = line.begin == all[left].tokens.begin && line.end == all[right].tokens.end;
    return whole || token.shape.all_capitals;
  };
  return (i > 0 && between(i - 1, i)) || (i + 1 < all.size() && between(i, i + 1));
}

// "Damon Hill (Britain) Williams": a country in the brackets that close at `close`.
bool ClubReader::after_country(std::uint32_t close, std::uint32_t begin) const {
  std::uint32_t open = close;
  while (open > begin && close - open < 4 && analysis_.tokens[open].tag != Tag::open_bracket)
    --open;
  if (analysis_.tokens[open].tag != Tag::open_bracket || open + 1 >= close) return false;
  const NameFacts facts = reader_.place_facts({open + 1, close});
  return facts.places > 0 && facts.feature == Feature::country;
}

std::int32_t ClubReader::before(std::size_t i, std::uint32_t begin) const {
  const auto& all = *candidates_;
  std::uint32_t at = all[i].tokens.begin;
  if (at == begin) return 0;
  --at;
  const Token& word = analysis_.tokens[at];
  const bool person_before = i > 0 && all[i - 1].tokens.end == at && sides_[i - 1] == Side::no;
  if (word.tag == Tag::open_bracket) return person_before ? weigh(Sign::club_bracket) : 0;
  if (word.tag == Tag::close_bracket && after_country(at, begin)) return weigh(Sign::club_bracket);
  if (word.folded == "," && i > 0 && all[i - 1].tokens.end == at && sides_[i - 1] == Side::town &&
      analysis_.tokens[at - 1].shape.all_capitals == analysis_.tokens[at + 1].shape.all_capitals) {
    return weigh(Sign::place_of_play);  // Silverstone, Northamptonshire
  }
  if (word.tag != Tag::IN && word.tag != Tag::TO) return 0;
  if (versus(i)) return 0;
  if (word.folded == "of") return person_before ? weigh(Sign::club_of) : 0;
  const bool first = at == begin || analysis_.tokens[at].shape.sentence_start;
  if (lists_.context(word.folded, ContextClass::locative)) return weigh(Sign::place_of_play);
  if (first && lists_.context(word.folded, ContextClass::toward)) {
    return weigh(Sign::place_of_play);
  }
  return 0;
}

std::int32_t ClubReader::syntax(const NameCandidate& candidate) const {
  const Arc* arc = nullptr;
  for (std::uint32_t t = candidate.tokens.begin; t < candidate.tokens.end && arc == nullptr; ++t) {
    const Arc& one = analysis_.arc_to(t);
    if (one.governor != npos && !candidate.tokens.contains(one.governor)) arc = &one;
  }
  if (arc == nullptr) return 0;
  const auto contest = [&](std::uint32_t verb) {
    return is_verb(analysis_.tokens[verb].tag) &&
           lists_.context(analysis_.tokens[verb].lemma, ContextClass::contest);
  };
  switch (arc->relation) {
    case Relation::subject:
      if (contest(arc->governor)) return weigh(Sign::club_side);
      return is_verb(analysis_.tokens[arc->governor].tag) ? weigh(Sign::club_acts) : 0;
    case Relation::object:
      return contest(arc->governor) ? weigh(Sign::club_side) : 0;
    case Relation::conjunct: {
      const Arc& first = analysis_.arc_to(arc->governor);
      const bool side = first.governor != npos && contest(first.governor) &&
                        (first.relation == Relation::subject || first.relation == Relation::object);
      return side ? weigh(Sign::club_side) : 0;
    }
    case Relation::oblique:
    case Relation::nominal_modifier: {
      if (arc->marker == npos) return 0;
      const std::string_view word = analysis_.tokens[arc->marker].folded;
      const bool other_side = lists_.context(word, ContextClass::contest_side);
      if (other_side || (word == "to" && contest(arc->governor))) return weigh(Sign::club_side);
      if (word == "of" &&
          lists_.context(analysis_.tokens[arc->governor].lemma, ContextClass::lead_over)) {
        return weigh(Sign::club_side);  // within two games of Boston
      }
      if (word == "at" && !contest(arc->governor)) return 0;
      if (word != "for" && word != "at" && word != "by") return 0;
      return weigh(Sign::club_acts);
    }
    default:
      return 0;
  }
}

// A word of a person who is told in full in the report: "Bolton" after "Michael Bolton".
bool ClubReader::of_person(const NameCandidate& candidate) const {
  if (candidate.tokens.size() != 1) return false;
  const std::string_view key = reader_.key(candidate.tokens.begin);
  return std::any_of(candidates_->begin(), candidates_->end(), [&](const NameCandidate& other) {
    return other.tokens.size() > 1 && reader_.key(other.tokens.end - 1) == key &&
           (reader_.word(other.tokens.begin).flags & given_any) != 0;
  });
}

// "b Silva 20", "Silva 14-5-30-1": a bowler of a scoreboard.
bool ClubReader::cricketer(const NameCandidate& candidate) const {
  const auto& tokens = analysis_.tokens;
  const std::uint32_t at = candidate.tokens.begin;
  if (at > 0 && !tokens[at - 1].shape.capitalised &&
      lists_.context(tokens[at - 1].folded, ContextClass::dismissal)) {
    return true;
  }
  const std::uint32_t end = candidate.tokens.end;
  return score_at(analysis_, end, static_cast<std::uint32_t>(tokens.size())) &&
         end + 3 < tokens.size() && tokens[end + 3].folded == "-";
}

ClubReader::Side ClubReader::side(const NameCandidate& candidate) const {
  if (!candidate.title.empty() || of_person(candidate) || cricketer(candidate)) return Side::no;
  if (goal_scorer(analysis_, candidate.tokens)) return Side::no;
  const NameFacts facts = reader_.place_facts(candidate.tokens);
  const bool given = (reader_.word(candidate.tokens.begin).flags & given_any) != 0;
  if (candidate.tokens.size() > 1 && given && facts.places == 0) return Side::no;
  if (facts.places == 0) return Side::no;
  if (facts.feature == Feature::continent) return Side::no;
  if (lists_.context(reader_.phrase_key(candidate.tokens), ContextClass::nation)) {
    return Side::country;
  }
  return facts.feature == Feature::country ? Side::country : Side::town;
}

std::int32_t ClubReader::slot(std::size_t i) const {
  const TokenRange tokens = (*candidates_)[i].tokens;
  const Sentence& sentence = analysis_.sentences[analysis_.tokens[tokens.begin].sentence];
  const std::int32_t around = after(tokens.end, sentence.tokens.end);
  std::int32_t led = before(i, sentence.tokens.begin);
  const bool owns =
      tokens.end < sentence.tokens.end && analysis_.tokens[tokens.end].tag == Tag::POS;
  if (owns && around > 0) led = std::max(led, 0);  // in Florida's 2-0 win
  std::int32_t sum = around + led;
  if (versus(i)) sum += weigh(Sign::club_versus);
  if (around >= 0 && led >= 0) sum += syntax((*candidates_)[i]);
  return sum;
}

std::vector<bool> ClubReader::read(const std::vector<NameCandidate>& candidates) {
  std::vector<bool> clubs(candidates.size(), false);
  if (!reader_.page().sport) return clubs;
  candidates_ = &candidates;
  sides_.clear();
  for (const NameCandidate& candidate : candidates) sides_.push_back(side(candidate));
  std::vector<std::int32_t> slots(candidates.size(), 0);
  std::unordered_map<std::string, std::int32_t> best;
  bool any = false;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    if (sides_[i] == Side::no) continue;
    slots[i] = slot(i);
    if (sides_[i] == Side::country) continue;
    any = any || slots[i] >= weigh(Sign::club_side);
    std::int32_t& most = best[std::string(reader_.phrase_key(candidates[i].tokens))];
    most = std::max(most, slots[i]);
  }
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    if (sides_[i] == Side::country) {
      clubs[i] = row_mate(i, slots);
      continue;
    }
    if (sides_[i] == Side::no) continue;
    std::int32_t sum = slots[i];
    const std::string key(reader_.phrase_key(candidates[i].tokens));
    if (sum >= 0 && best[key] >= weigh(Sign::club_side)) sum += weigh(Sign::club_elsewhere);
    const bool listed = lists_.group(key).has_value();
    if (listed) sum += weigh(Sign::club_listed);
    clubs[i] = sum > 0 && (any || (listed && slots[i] > 0));
  }
  return clubs;
}

// "Auxerre 1 Monaco 0": a country whose other side is a town is a club too.
bool ClubReader::row_mate(std::size_t i, const std::vector<std::int32_t>& slots) const {
  const std::int32_t told = lists_.weights(Sign::club_row).at(group);
  const std::uint32_t first = (*candidates_)[i].tokens.begin;
  const bool bracketed = first > 0 && analysis_.tokens[first - 1].tag == Tag::open_bracket;
  if (slots[i] < told || bracketed) return false;
  const std::uint32_t sentence = analysis_.tokens[(*candidates_)[i].tokens.begin].sentence;
  bool town = false;
  for (std::size_t k = 0; k < sides_.size(); ++k) {
    if (k == i || slots[k] < told) continue;
    if (analysis_.tokens[(*candidates_)[k].tokens.begin].sentence != sentence) continue;
    if (sides_[k] == Side::country) return false;
    town = town || sides_[k] == Side::town;
  }
  return town;
}

}  // namespace nutgraf
