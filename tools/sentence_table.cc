#include "tools/sentence_table.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "tools/listing.h"

namespace nutgraf {
namespace {

std::string_view to_string(ClauseKind kind) {
  static constexpr std::array<std::string_view, static_cast<std::size_t>(ClauseKind::fragment) + 1>
      names{"main",       "coordinate", "relative",  "participial", "infinitive",
            "complement", "adverbial",  "quotation", "fragment"};
  return names.at(static_cast<std::size_t>(kind));
}

// Words of a line of their own: without line breaks.
std::string on_one_line(std::string_view words) {
  std::string out(words);
  std::replace(out.begin(), out.end(), '\n', ' ');
  std::replace(out.begin(), out.end(), '\r', ' ');
  return out;
}

class SentencePrinter {
 public:
  SentencePrinter(const Analysis& desk, const Sentence& sentence)
      : desk_(desk), sentence_(sentence) {}

  Listing table() const {
    Listing out;
    out.columns = {"", "word", "tag", "lemma", "group", "clause", "relation", "of"};
    for (std::uint32_t i = sentence_.tokens.begin; i < sentence_.tokens.end; ++i) {
      const Arc& arc = desk_.arc_to(i);
      out.rows.push_back({static_cast<std::int64_t>(i - sentence_.tokens.begin), word(i),
                          std::string(nutgraf::to_string(desk_.tokens[i].tag)),
                          std::string(desk_.tokens[i].lemma), group(i), clause(i),
                          std::string(nutgraf::to_string(arc.relation)),
                          arc.governor == npos ? "" : word(arc.governor)});
    }
    return out;
  }

  // "also: subject(leave, rebels)"
  void add_extra(std::string& out) const {
    std::string_view before = "also: ";
    for (std::uint32_t i = sentence_.tokens.begin; i < sentence_.tokens.end; ++i) {
      for (const Arc& arc : desk_.arcs_from(i)) {
        if (!arc.extra) continue;
        out += before;
        out += nutgraf::to_string(arc.relation);
        out += '(' + word(i) + ", " + word(arc.dependent) + ')';
        before = ", ";
      }
    }
    if (before == ", ") out += '\n';
  }

 private:
  std::string word(std::uint32_t token) const {
    return on_one_line(cut(desk_.text(), desk_.tokens[token].span));
  }

  template <typename Group>
  std::string numbered(char letter, const std::vector<Group>& groups, std::uint32_t index,
                       std::uint32_t token) const {
    const auto first = std::partition_point(groups.begin(), groups.end(), [&](const Group& group) {
      return group.tokens.begin < sentence_.tokens.begin;
    });
    const auto number = static_cast<std::ptrdiff_t>(index) - (first - groups.begin()) + 1;
    return letter + std::to_string(number) + (groups[index].head == token ? "*" : "");
  }

  std::string group(std::uint32_t token) const {
    const std::uint32_t noun = desk_.noun_group_of[token];
    if (noun != npos) return numbered('n', desk_.noun_groups, noun, token);
    const std::uint32_t verb = desk_.verb_group_of[token];
    return verb == npos ? "" : numbered('v', desk_.verb_groups, verb, token);
  }

  std::string clause(std::uint32_t token) const {
    const std::uint32_t index = desk_.clause_of[token];
    if (index == npos || desk_.clauses[index].verb_group == npos) return "";
    const bool verb = desk_.verb_groups[desk_.clauses[index].verb_group].head == token;
    return verb ? std::string(to_string(desk_.clauses[index].kind)) : "";
  }

  const Analysis& desk_;
  const Sentence& sentence_;
};

}  // namespace

void print_sentences(std::string& out, const Analysis& desk, std::size_t width, bool color) {
  for (const Sentence& sentence : desk.sentences) {
    out += on_one_line(cut(desk.text(), sentence.span)) + '\n';
    const SentencePrinter printer(desk, sentence);
    print_listing(out, printer.table(), RowFormat::table, width, color);
    printer.add_extra(out);
    out += '\n';
  }
}

}  // namespace nutgraf
