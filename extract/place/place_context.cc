#include "extract/place/place_context.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "extract/place/gazetteer_rows.h"
#include "extract/text/fold.h"

namespace nutgraf {
namespace {

constexpr std::size_t widest_gap = 32;  // bytes between two places that stand together

bool starts_word(char c) { return c != ' ' && c != '\n' && c != '\t'; }

// The first word of the text and what follows it.
std::pair<std::string_view, std::string_view> first_word(std::string_view text) {
  std::size_t begin = 0;
  while (begin < text.size() && !starts_word(text[begin])) ++begin;
  std::size_t end = begin;
  while (end < text.size() && starts_word(text[end])) ++end;
  return {text.substr(begin, end - begin), text.substr(end)};
}

std::string_view last_word(std::string_view text) {
  std::size_t end = text.size();
  while (end > 0 && !starts_word(text[end - 1])) --end;
  std::size_t begin = end;
  while (begin > 0 && starts_word(text[begin - 1])) --begin;
  return text.substr(begin, end - begin);
}

bool possessive(std::string_view gap) {
  return gap.starts_with("'s ") || gap.starts_with("\u2019s ");
}

// The word of the gap before articles and parts: "in" of " in the central ", "," of ", ".
std::string_view joining_word(std::string_view gap, const PlaceLists& lists) {
  while (true) {
    const std::string_view word = last_word(gap);
    if (word.empty()) return word;
    const bool passed = word == "the" || lists.is_part(word) || lists.kind(word).has_value();
    if (!passed) return word;
    gap = gap.substr(0, static_cast<std::size_t>(word.data() - gap.data()));
  }
}

// "England, Wales and Scotland": the comma parts equals when "and" follows without a comma after
// it.
void unjoin_lists(std::vector<NamedPlace>& named, std::string_view text) {
  for (std::size_t i = 0; i + 2 < named.size(); ++i) {
    if (!named[i].comma || named[i].holder != i + 1) continue;
    const NamedPlace& last = named[i + 2];
    if (last.span.begin < named[i + 1].span.end || last.comma) continue;
    const std::string_view gap = cut(text, {named[i + 1].span.end, last.span.begin});
    if (gap != " and " && gap != ", and " && gap != " or " && gap != " and the ") continue;
    for (std::size_t at = i + 1; at > 0 && named[at - 1].comma && named[at - 1].holder == at;
         --at) {
      named[at - 1].holder = npos;
      named[at - 1].comma = false;
    }
  }
}

void join(NamedPlace& first, std::uint32_t first_index, NamedPlace& second,
          std::uint32_t second_index, std::string_view gap, const PlaceLists& lists) {
  if (gap.size() > widest_gap || gap.find('\n') != std::string_view::npos) return;
  if (possessive(gap)) {
    second.holder = first_index;
    return;
  }
  const std::string_view word = joining_word(gap, lists);
  if (word == "," || word == "(" || lists.is_inside(word)) {
    first.holder = second_index;
    first.comma = !lists.is_inside(word);
  } else if (lists.is_beside(word)) {
    first.holder = second_index;
    first.beside = true;
  }
}

std::optional<Feature> told_kind(std::string_view text, Span span, const PlaceLists& lists) {
  const auto [word, rest] = first_word(text.substr(span.end, widest_gap));
  if (text.substr(span.end).starts_with(' ') && !rest.starts_with(" of ")) {
    if (const auto kind = lists.kind(word)) return kind;
    const std::string bare(word.substr(0, word.find_first_of(",.;:")));
    if (const auto kind = lists.kind(bare)) return kind;
  }
  std::string_view before = text.substr(0, span.begin);
  if (!before.ends_with(" of ")) return std::nullopt;
  before.remove_suffix(4);
  before = before.substr(before.size() - std::min(before.size(), widest_gap));
  return lists.kind(last_word(before));
}

// The first named place of the first dateline that names one; npos: none.
std::uint32_t named_in_dateline(const Analysis& desk, const std::vector<NamedPlace>& named) {
  for (const Sentence& sentence : desk.sentences) {
    const TokenRange place = sentence.dateline.place;
    if (place.empty()) continue;
    const Span words{desk.tokens[place.begin].span.begin, desk.tokens[place.end - 1].span.end};
    for (std::uint32_t i = 0; i < named.size() && named[i].span.begin < words.end; ++i) {
      if (words.contains(named[i].span)) return i;
    }
  }
  return npos;
}

}  // namespace

PlaceContext read_place_context(const Analysis& desk, const Extraction& extraction,
                                const PlaceLists& lists) {
  PlaceContext out;
  out.people.assign(country_codes + 1, 0);
  for (std::uint32_t i = 0; i < extraction.mentions.size(); ++i) {
    const Mention& mention = extraction.mentions[i];
    if (mention.entity == npos) continue;
    const Entity& entity = extraction.entities[mention.entity];
    if (mention.kind == Kind::place && mention.form == Form::name && entity.kind == Kind::place) {
      out.named.push_back({i, mention.entity, mention.span, npos, false, false, {}});
      out.named.back().kind = told_kind(desk.text(), mention.span, lists);
    } else if (mention.kind != Kind::place) {
      std::uint16_t& count = out.people[country_index(entity.country)];
      if (count != 0xFFFFU) ++count;
    }
  }
  out.people.back() = 0;
  for (std::uint32_t i = 0; i + 1 < out.named.size(); ++i) {
    NamedPlace& first = out.named[i];
    NamedPlace& second = out.named[i + 1];
    if (first.span.end > second.span.begin || first.entity == second.entity) continue;
    join(first, i, second, i + 1, cut(desk.text(), {first.span.end, second.span.begin}), lists);
  }
  unjoin_lists(out.named, desk.text());
  out.dateline = named_in_dateline(desk, out.named);
  return out;
}

}  // namespace nutgraf
