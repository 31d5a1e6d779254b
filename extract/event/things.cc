// Vehicles, weapons, products, money, documents: noun groups whose head is of such a class and that
// are no mention.
#include <array>
#include <string>

#include "extract/event/event_desk.h"

namespace nutgraf {
namespace {

constexpr std::array<std::string_view, 5> categories = {"vehicle", "weapon", "product", "money",
                                                        "document"};

bool leads(const Token& token) {
  return token.tag == Tag::DT || token.tag == Tag::PRPS || token.tag == Tag::PDT ||
         token.tag == Tag::POS || token.shape.punctuation;
}

}  // namespace

void find_things(EventDesk& work) {
  const WordClasses& classes = work.tables.rules.classes();
  std::array<ClassMask, categories.size()> masks{};
  for (std::size_t i = 0; i < categories.size(); ++i) {
    masks[i] = classes.find(categories[i]).value_or(0);
  }
  for (const NounGroup& group : work.desk.noun_groups) {
    if (group.head == npos || group.pronoun || group.temporal) continue;
    const Token& head = work.token(group.head);
    if (!is_common_noun(head.tag) || work.mention_at[group.head] != npos) continue;
    if (work.time_at[group.head] != npos) continue;
    ClassMask found = 0;
    if (group.head > group.tokens.begin) {
      const std::string pair =
          std::string(work.lemma(group.head - 1)) + " " + std::string(head.lemma);
      found = classes.of(pair);
    }
    if (found == 0) found = classes.of(head.lemma);
    for (std::size_t i = 0; i < categories.size(); ++i) {
      if ((found & masks[i]) == 0) continue;
      std::uint32_t begin = group.tokens.begin;
      if (group.possessor != npos) begin = work.desk.noun_groups[group.possessor].tokens.end;
      while (begin < group.head && leads(work.token(begin))) ++begin;
      work.thing_at[group.head] = static_cast<std::uint32_t>(work.out.things.size());
      work.out.things.push_back(
          {{work.token(begin).span.begin, head.span.end}, head.span, std::string(categories[i])});
      break;
    }
  }
}

}  // namespace nutgraf
