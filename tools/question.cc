#include "tools/question.h"

#include <algorithm>
#include <map>
#include <utility>

#include "extract/syntax/tag.h"
#include "tools/asking.h"

namespace nutgraf {
namespace {

struct Name {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::optional<NodeKind> kind;
};

class QuestionReader {
 public:
  QuestionReader(const Analysis& desk, const Extraction& extraction, const QuestionWords& words,
                 const KnownName& known)
      : desk_(desk), extraction_(extraction), words_(words), known_(known) {
    for (const Token& token : desk.tokens) roles_.push_back(role_of(token));
    taken_.resize(desk.tokens.size());
  }

  std::optional<std::vector<std::string>> read() {
    find_names();
    find_command();
    if (command_.empty()) return std::nullopt;
    find_dates();
    find_action();
    // Whom something was done to is told by the events, not by those who act.
    if (command_ == "who" && passive_) command_ = "what";
    for (const Name& name : names_) add_name(name);
    std::vector<std::string> out{command_};
    for (const auto& [option, value] : options_) {
      out.push_back(option);
      out.push_back(value);
    }
    return out;
  }

 private:
  QuestionRole role_of(const Token& token) const {
    const QuestionRole by_form = words_.role(token.folded);
    return by_form != QuestionRole::none ? by_form : words_.role(token.lemma);
  }
  std::string words(std::uint32_t begin, std::uint32_t end) const {
    return std::string(desk_.words({begin, end}));
  }
  QuestionRole before(std::uint32_t token) const {
    // Articles do not part a name from its preposition.
    while (token > 0 && desk_.tokens[token - 1].tag == Tag::DT) --token;
    return token == 0 ? QuestionRole::none : roles_[token - 1];
  }
  void take(std::uint32_t begin, std::uint32_t end) {
    std::fill(taken_.begin() + begin, taken_.begin() + end, true);
  }
  void set(const std::string& option, std::string value) {
    for (const auto& [name, there] : options_) {
      if (name == option) return;
    }
    options_.emplace_back(option, std::move(value));
  }

  void find_names();
  void find_command();
  void find_dates();
  void find_action();
  void add_name(const Name& name);

  const Analysis& desk_;
  const Extraction& extraction_;
  const QuestionWords& words_;
  const KnownName& known_;
  std::vector<QuestionRole> roles_;
  std::vector<bool> taken_;
  std::vector<Name> names_;
  std::string command_;
  std::vector<std::pair<std::string, std::string>> options_;
  std::uint32_t action_ = npos;  // token
  bool passive_ = false;
};

// The longest names that the graph knows, then capitalised words that it does not.
void QuestionReader::find_names() {
  constexpr std::uint32_t longest = 8;
  const auto size = static_cast<std::uint32_t>(desk_.tokens.size());
  for (std::uint32_t begin = 0; begin < size; ++begin) {
    if (roles_[begin] != QuestionRole::none || desk_.tokens[begin].shape.punctuation) continue;
    std::uint32_t end = std::min(size, begin + longest);
    std::optional<NodeKind> kind;
    for (; end > begin && !kind; --end) {
      const bool one_verb = end == begin + 1 && is_verb(desk_.tokens[begin].tag);
      if (!one_verb) kind = known_(words(begin, end));
    }
    ++end;
    if (!kind) {
      for (end = begin; end < size && is_proper_noun(desk_.tokens[end].tag); ++end) continue;
    }
    const bool of_a_date = std::any_of(
        extraction_.times.begin(), extraction_.times.end(), [&](const TimeExpression& time) {
          return time.range.known() && time.span.overlaps(desk_.tokens[begin].span);
        });
    if (of_a_date || (!kind && end == begin)) continue;
    names_.push_back({begin, end, kind});
    take(begin, end);
    begin = end - 1;
  }
}

void QuestionReader::find_command() {
  for (std::uint32_t i = 0; i < roles_.size(); ++i) {
    if (taken_[i]) continue;
    switch (roles_[i]) {
      case QuestionRole::who:
        command_ = "who";
        break;
      case QuestionRole::what:
        command_ = "what";
        break;
      case QuestionRole::where:
        command_ = "where";
        break;
      case QuestionRole::when:
        command_ = "when";
        break;
      default:
        continue;
    }
    const bool more = i + 1 < roles_.size();
    const QuestionRole next = more ? roles_[i + 1] : QuestionRole::none;
    if (next == QuestionRole::when) command_ = "when";
    if (next == QuestionRole::place) command_ = "where";
    if (next == QuestionRole::person || next == QuestionRole::group) {
      command_ = "who";
      set("--kind", next == QuestionRole::person ? "person" : "group");
    }
    take(i, i + 1);
    return;
  }
}

void QuestionReader::find_dates() {
  for (const TimeExpression& time : extraction_.times) {
    if (!time.range.known()) continue;
    std::uint32_t first = npos;
    for (std::uint32_t i = 0; i < desk_.tokens.size(); ++i) {
      if (!time.span.overlaps(desk_.tokens[i].span)) continue;
      first = std::min(first, i);
      take(i, i + 1);
    }
    if (first == npos) continue;
    const DayRange& range = time.range;
    std::string when = days_words(range);
    switch (before(first)) {
      case QuestionRole::since:
        when = range.from ? iso(*range.from) + ".." : when;
        break;
      case QuestionRole::after:
        when = range.until ? iso(*range.until) + ".." : when;
        break;
      case QuestionRole::before:
        when = range.from ? ".." + iso(Day{range.from->number - 1}) : when;
        break;
      case QuestionRole::until:
        when = range.until ? ".." + iso(Day{range.until->number - 1}) : when;
        break;
      case QuestionRole::between:
        if (&time != &extraction_.times.back()) {
          const DayRange& last = (&time)[1].range;
          if (range.from && last.until) {
            when = days_words({range.from, last.until});
          }
        }
        break;
      default:
        break;
    }
    set("--when", when);
  }
}

void QuestionReader::find_action() {
  static const std::map<QuestionRole, std::string> standings{{QuestionRole::planned, "planned"},
                                                             {QuestionRole::denied, "denied"},
                                                             {QuestionRole::possible, "possible"},
                                                             {QuestionRole::requested, "requested"},
                                                             {QuestionRole::any, "any"}};
  std::uint32_t noun = npos;
  bool auxiliary = false;
  for (std::uint32_t i = 0; i < roles_.size(); ++i) {
    const Token& token = desk_.tokens[i];
    if (roles_[i] == QuestionRole::passive) auxiliary = true;
    const auto standing = standings.find(roles_[i]);
    if (standing != standings.end() && !taken_[i]) set("--modality", standing->second);
    if (taken_[i] || roles_[i] != QuestionRole::none) continue;
    if (is_verb(token.tag) && action_ == npos) {
      action_ = i;
      passive_ = auxiliary && token.tag == Tag::VBN;
    } else if (is_common_noun(token.tag) && noun == npos) {
      noun = i;
    }
  }
  if (action_ == npos) action_ = noun;
  if (action_ != npos) set("--did", std::string(desk_.tokens[action_].lemma));
}

void QuestionReader::add_name(const Name& name) {
  const bool place = name.kind == NodeKind::place;
  const std::string value = words(name.begin, name.end);
  switch (before(name.begin)) {
    case QuestionRole::at:
    case QuestionRole::on:
      set(place || !name.kind ? "--at" : "--to", value);
      return;
    case QuestionRole::by:
      set("--by", value);
      return;
    case QuestionRole::with:
      set("--with", value);
      return;
    case QuestionRole::to:
      set(place ? "--at" : "--to", value);
      return;
    default:
      break;
  }
  const bool subject = action_ == npos || name.begin < action_;
  if (place) {
    set(subject ? "--with" : "--at", value);
  } else if (command_ == "where" && !subject) {
    set("--to", value);
  } else if (subject && !passive_) {
    set(command_ == "who" ? "--with" : "--by", value);
  } else {
    set("--to", value);
  }
}

}  // namespace

std::optional<std::vector<std::string>> read_question(const Analysis& desk,
                                                      const Extraction& extraction,
                                                      const QuestionWords& words,
                                                      const KnownName& known) {
  return QuestionReader(desk, extraction, words, known).read();
}

}  // namespace nutgraf
