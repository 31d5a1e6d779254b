#include "extract/syntax/analysis_trace.h"

#include <string>
#include <string_view>

namespace nutgraf {
namespace {

void add(std::string& out, std::string_view words) {
  if (!out.empty()) out += ' ';
  out += words;
}

std::string written(const Analysis& desk, std::uint32_t token) {
  return std::string(cut(desk.text(), desk.tokens[token].span));
}

std::string words_of(const Analysis& desk, TokenRange range) {
  std::string out;
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    const Token& token = desk.tokens[i];
    add(out, written(desk, i));
    out += '/' + std::string(to_string(token.tag));
    if (!token.lemma.empty() && token.lemma != token.folded) out += '/' + std::string(token.lemma);
  }
  return out;
}

std::string chunks_of(const Analysis& desk, TokenRange range) {
  std::string out;
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    const std::uint32_t noun = desk.noun_group_of[i];
    const std::uint32_t verb = desk.verb_group_of[i];
    const bool opens_noun = noun != npos && desk.noun_groups[noun].tokens.begin == i;
    const bool opens_verb = verb != npos && desk.verb_groups[verb].tokens.begin == i;
    add(out, (opens_noun ? "[" : opens_verb ? "<" : "") + written(desk, i));
    if (noun != npos && desk.noun_groups[noun].tokens.end == i + 1) out += ']';
    if (verb != npos && desk.verb_groups[verb].tokens.end == i + 1) out += '>';
  }
  return out;
}

// Relations inside a group tell nothing that its brackets do not.
bool inner(Relation relation) {
  switch (relation) {
    case Relation::none:
    case Relation::determiner:
    case Relation::auxiliary:
    case Relation::marker:
    case Relation::preposition:
    case Relation::coordinator:
    case Relation::punctuation:
    case Relation::name_part:
      return true;
    default:
      return false;
  }
}

std::string arcs_of(const Analysis& desk, TokenRange range) {
  std::string out;
  const auto put = [&](const Arc& arc) {
    if (inner(arc.relation)) return;
    std::string one = arc.extra ? "+" : "";
    one += std::string(to_string(arc.relation)) + '(';
    if (arc.governor != npos) one += written(desk, arc.governor) + ", ";
    if (arc.marker != npos) one += written(desk, arc.marker) + ' ';
    add(out, one + written(desk, arc.dependent) + ')');
  };
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if (desk.arc_to(i).governor == npos) put(desk.arc_to(i));
    for (const Arc& arc : desk.arcs_from(i)) put(arc);
  }
  return out;
}

}  // namespace

void tell_analysis(const Analysis& desk, Trace& trace) {
  for (const Sentence& sentence : desk.sentences) {
    trace.decisions.push_back({"words", sentence.span, true, {}, words_of(desk, sentence.tokens)});
    trace.decisions.push_back(
        {"chunks", sentence.span, true, {}, chunks_of(desk, sentence.tokens)});
    trace.decisions.push_back({"arcs", sentence.span, true, {}, arcs_of(desk, sentence.tokens)});
  }
}

}  // namespace nutgraf
