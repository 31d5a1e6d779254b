// The parts of a question: what each token is, the names and dates, the action.
#ifndef NUTGRAF_TOOLS_QUESTION_PARTS_H_
#define NUTGRAF_TOOLS_QUESTION_PARTS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tools/question.h"

namespace nutgraf {

struct QuestionName {
  std::uint32_t begin = 0;  // tokens
  std::uint32_t end = 0;
  std::optional<NodeKind> kind;
};

// Tokens are taken by the part that reads them; what is left over is odd.
class QuestionParts {
 public:
  QuestionParts(const Analysis& desk, const Extraction& extraction, const QuestionWords& words,
                const KnownName& known);

  std::uint32_t size() const { return static_cast<std::uint32_t>(roles.size()); }
  bool has(QuestionRole role) const { return find(role).has_value(); }
  // The first token of the role that is neither taken nor part of a date or name.
  std::optional<std::uint32_t> find(QuestionRole role) const;
  QuestionRole role(std::uint32_t token) const {
    return token < size() ? roles[token] : QuestionRole::none;
  }
  // The role of what stands before the token, articles and words of no weight aside.
  QuestionRole before(std::uint32_t token) const;
  // The name that ends just before the token, "and" aside.
  bool after_name(std::uint32_t token) const;
  std::string words(std::uint32_t begin, std::uint32_t end) const;
  void take(std::uint32_t begin, std::uint32_t end);
  std::vector<std::uint32_t> left_over() const;

  const Analysis& desk;
  std::vector<QuestionRole> roles;
  std::vector<bool> taken;
  std::vector<bool> dated;  // stands in a date
  std::vector<QuestionName> names;
  std::string when;             // "" or as --when takes it
  std::uint32_t action = npos;  // token
  bool passive = false;
  std::uint32_t auxiliary = npos;  // the first one: "did"

 private:
  void find_roles(const QuestionWords& words);
  void find_dates(const Extraction& extraction);
  std::string bounded(const DayRange& range, std::uint32_t first) const;
  void find_names(const KnownName& known);
  void find_action(const Extraction& extraction);
  bool is_be(std::uint32_t token) const;
  bool is_passive(std::uint32_t verb) const;
  void find_unnamed(const KnownName& known);
};

}  // namespace nutgraf

#endif  // NUTGRAF_TOOLS_QUESTION_PARTS_H_
