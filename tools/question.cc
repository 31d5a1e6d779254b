#include "tools/question.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "extract/syntax/tag.h"
#include "tools/question_parts.h"

namespace nutgraf {
namespace {

const std::map<QuestionRole, std::string> standings{{QuestionRole::planned, "planned"},
                                                    {QuestionRole::denied, "denied"},
                                                    {QuestionRole::possible, "possible"},
                                                    {QuestionRole::requested, "requested"},
                                                    {QuestionRole::any, "any"}};
const std::map<QuestionRole, std::string> ranks{{QuestionRole::top, ""},
                                                {QuestionRole::top_reports, "reports"},
                                                {QuestionRole::top_degree, "degree"},
                                                {QuestionRole::top_pagerank, "pagerank"}};

class QuestionReader {
 public:
  explicit QuestionReader(QuestionParts& parts) : parts_(parts) {}

  // Empty when nothing asks.
  std::vector<std::string> command() {
    if (parts_.has(QuestionRole::why)) return {};
    if (auto walk = about_names(); !walk.empty()) return walk;
    find_word();
    if (word_.empty()) return {};
    std::vector<std::string> out{word_};
    if (const auto rank = ranked()) out = top(*rank);
    if (parts_.action != npos) set("--did", lemma(parts_.action));
    for (const QuestionName& name : parts_.names) add_name(name);
    if (!parts_.when.empty()) set("--when", parts_.when);
    add_standing();
    for (const auto& [option, value] : options_) {
      out.push_back(option);
      if (!value.empty()) out.push_back(value);
    }
    return out;
  }

 private:
  std::string lemma(std::uint32_t token) const {
    std::string out(parts_.desk.tokens[token].lemma);
    const bool particle = token + 1 < parts_.size() && parts_.taken[token + 1] &&
                          parts_.desk.tokens[token + 1].tag == Tag::RP;
    return particle ? out + ' ' + std::string(parts_.desk.tokens[token + 1].folded) : out;
  }
  std::string words(const QuestionName& name) const { return parts_.words(name.begin, name.end); }
  bool is_set(const std::string& option) const {
    return std::any_of(options_.begin(), options_.end(),
                       [&](const auto& one) { return one.first == option; });
  }
  void set(const std::string& option, std::string value) {
    if (!is_set(option)) options_.emplace_back(option, std::move(value));
  }
  // A name takes part as `option` says, or in the next way that is free.
  void put(const std::string& option, const QuestionName& name) {
    for (const std::string& way : {option, std::string("--with"), std::string("--by")}) {
      if (is_set(way)) continue;
      set(way, words(name));
      return;
    }
    // No room: its words are left over.
    std::fill(parts_.taken.begin() + name.begin, parts_.taken.begin() + name.end, false);
  }
  bool bare() const { return parts_.action == npos && parts_.when.empty(); }
  bool subject_name() const {
    return std::any_of(parts_.names.begin(), parts_.names.end(), [this](const auto& name) {
      return name.begin < parts_.action && free_standing(name);
    });
  }
  // No preposition before it.
  bool free_standing(const QuestionName& name) const {
    static const std::set<QuestionRole> prepositions{
        QuestionRole::at, QuestionRole::on,   QuestionRole::by,      QuestionRole::with,
        QuestionRole::to, QuestionRole::from, QuestionRole::between, QuestionRole::source};
    return prepositions.count(parts_.before(name.begin)) == 0;
  }
  bool object_name() const {
    return std::any_of(parts_.names.begin(), parts_.names.end(), [this](const auto& name) {
      return name.begin > parts_.action && free_standing(name);
    });
  }

  std::vector<std::string> about_names();
  void find_word();
  std::string word_of(std::uint32_t token);
  std::string word_of_which(std::uint32_t token);
  std::string without_word();
  std::optional<QuestionRole> ranked() const;
  std::vector<std::string> top(QuestionRole rank);
  void add_name(const QuestionName& name);
  bool does(const QuestionName& name) const;
  void add_subject(const QuestionName& name);
  void add_standing();

  QuestionParts& parts_;
  std::string word_;
  std::vector<std::pair<std::string, std::string>> options_;
};

// Questions about nodes alone: show, evidence, near, path.
std::vector<std::string> QuestionReader::about_names() {
  const std::size_t count = parts_.names.size();
  const bool act = parts_.action != npos;
  if (parts_.has(QuestionRole::evidence) && count > 0) {
    std::vector<std::string> out{"evidence", words(parts_.names[0])};
    if (count > 1) out.push_back(words(parts_.names[1]));
    return out;
  }
  if (parts_.has(QuestionRole::reports) && !parts_.has(QuestionRole::least) && !act) {
    return count == 0 ? std::vector<std::string>{"reports"}
                      : std::vector<std::string>{"evidence", words(parts_.names[0])};
  }
  if (parts_.has(QuestionRole::near) && count > 0 && !act) {
    std::vector<std::string> out{count > 1 ? "path" : "near", words(parts_.names[0])};
    if (count > 1) out.push_back(words(parts_.names[1]));
    if (!parts_.when.empty()) out.insert(out.end(), {"--when", parts_.when});
    return out;
  }
  const bool asks = parts_.has(QuestionRole::who) || parts_.has(QuestionRole::what) ||
                    parts_.has(QuestionRole::show);
  const bool other = parts_.has(QuestionRole::at) || parts_.has(QuestionRole::where) ||
                     parts_.has(QuestionRole::when) || parts_.has(QuestionRole::list);
  const bool one_name = count == 1 && bare() && free_standing(parts_.names[0]);
  const bool is = parts_.auxiliary != npos && parts_.desk.tokens[parts_.auxiliary].lemma == "be";
  const bool alone =
      count == 1 && parts_.names[0].begin == 0 && parts_.names[0].end + 1 >= parts_.size();
  if (one_name && !other && ((asks && is) || parts_.has(QuestionRole::show) || alone)) {
    return {"show", words(parts_.names[0])};
  }
  const bool of_place = one_name && parts_.names[0].kind == NodeKind::place;
  if (of_place && parts_.has(QuestionRole::where) && !parts_.has(QuestionRole::at)) {
    return {"show", words(parts_.names[0])};
  }
  return {};
}

void QuestionReader::find_word() {
  for (std::uint32_t i = 0; i < parts_.size() && word_.empty(); ++i) {
    if (!parts_.taken[i]) word_ = word_of(i);
  }
  if (word_.empty()) word_ = without_word();
  // Whom something was done to, and whom somebody did it to, is told by the events.
  if (word_ != "who" || parts_.action == npos) return;
  const auto by = parts_.find(QuestionRole::by);
  const bool mutual = parts_.role(parts_.action) == QuestionRole::mutual;
  // "who was X arrested by": its "by" asks.
  const bool by_name = by && std::any_of(parts_.names.begin(), parts_.names.end(), [&](auto& name) {
                         return name.begin > *by && parts_.before(name.begin) == QuestionRole::by;
                       });
  if (parts_.passive && (!by || by_name)) word_ = "what";
  if (!parts_.passive && subject_name() && !mutual) word_ = "what";
}

// The command that a token asks for; empty: none.
std::string QuestionReader::word_of(std::uint32_t token) {
  switch (parts_.role(token)) {
    case QuestionRole::who:
    case QuestionRole::actor:
      return "who";
    case QuestionRole::what:
    case QuestionRole::list:
      return word_of_which(token);
    case QuestionRole::where:
      return "where";
    case QuestionRole::when:
    case QuestionRole::often:
      return "when";
    case QuestionRole::count: {
      std::uint32_t next = token + 1;
      while (parts_.role(next) == QuestionRole::skip) ++next;
      return parts_.role(next) == QuestionRole::group ? word_of_which(token) : "what";
    }
    default:
      return {};
  }
}

// "which groups", "list the places": by the word behind.
std::string QuestionReader::word_of_which(std::uint32_t token) {
  for (std::uint32_t i = token + 1; i < parts_.size(); ++i) {
    switch (parts_.role(i)) {
      case QuestionRole::when:
        return "when";
      case QuestionRole::person:
      case QuestionRole::group:
        if (parts_.taken[i]) continue;
        set("--kind", parts_.role(i) == QuestionRole::person ? "person" : "group");
        return "who";
      case QuestionRole::who:
      case QuestionRole::actor:
        return "who";
      case QuestionRole::place: {
        // A country that does something is an actor.
        const bool acts = parts_.action != npos && i < parts_.action && !parts_.passive &&
                          !subject_name() && parts_.auxiliary == npos && !ranked();
        if (acts) set("--kind", "place");
        return acts ? "who" : "where";
      }
      case QuestionRole::skip:
      case QuestionRole::top:
        continue;
      default:
        break;
    }
    break;
  }
  return "what";
}

// Without a question word: "did X meet Y", "attacks in Mosul", "X in Mosul".
std::string QuestionReader::without_word() {
  if (parts_.size() == 0) return {};
  const bool yes_or_no = parts_.auxiliary == 0 || parts_.role(0) == QuestionRole::empty;
  const bool phrase = parts_.action != npos || !parts_.names.empty() || ranked();
  const bool of_people =
      parts_.role(0) == QuestionRole::person || parts_.role(0) == QuestionRole::group;
  if (of_people && phrase && !parts_.passive) {
    set("--kind", parts_.role(0) == QuestionRole::person ? "person" : "group");
    return "who";
  }
  if (parts_.role(0) == QuestionRole::place && phrase) return "where";
  return yes_or_no || phrase ? "what" : "";
}

std::optional<QuestionRole> QuestionReader::ranked() const {
  for (const auto& [role, rank] : ranks) {
    if (parts_.has(role)) return role;
  }
  return std::nullopt;
}

std::vector<std::string> QuestionReader::top(QuestionRole rank) {
  std::string what = word_ == "where" ? "places" : "actors";
  const bool acts = parts_.has(QuestionRole::action) || parts_.has(QuestionRole::event);
  if (acts && word_ == "what") what = "actions";
  if (parts_.has(QuestionRole::place)) what = "places";
  if (parts_.has(QuestionRole::pairs)) what = "pairs";
  if (word_ == "when") return {"when"};
  if (what == "actors" && parts_.has(QuestionRole::group)) set("--kind", "group");
  if (what == "actors" && parts_.has(QuestionRole::person)) set("--kind", "person");
  std::vector<std::string> out{"top", what};
  if (!ranks.at(rank).empty()) out.insert(out.end(), {"--rank", ranks.at(rank)});
  return out;
}

void QuestionReader::add_subject(const QuestionName& name) {
  const bool place = name.kind == NodeKind::place;
  const bool mutual = parts_.action != npos && parts_.role(parts_.action) == QuestionRole::mutual;
  if (parts_.passive) return put(place ? "--at" : "--to", name);
  if (parts_.action == npos) return put(does(name) ? "--by" : place ? "--at" : "--with", name);
  if (place && !object_name()) return put("--with", name);
  put(word_ == "who" && mutual ? "--with" : "--by", name);
}

// Behind "did": the one that does.
bool QuestionReader::does(const QuestionName& name) const {
  return parts_.auxiliary != npos && name.begin > parts_.auxiliary &&
         parts_.desk.tokens[parts_.auxiliary].lemma == "do";
}

void QuestionReader::add_name(const QuestionName& name) {
  const bool place = name.kind == NodeKind::place;
  switch (parts_.before(name.begin)) {
    case QuestionRole::at:
    case QuestionRole::from:
      return put(place || !name.kind ? "--at" : "--with", name);
    case QuestionRole::by:
    case QuestionRole::between:
      return put("--by", name);
    case QuestionRole::with:
      return put("--with", name);
    case QuestionRole::on:
    case QuestionRole::to:
      return put(place ? "--at" : "--to", name);
    case QuestionRole::source:
      return set("--source", words(name));
    case QuestionRole::both:
      if (parts_.after_name(name.begin)) return put("--with", name);
      break;
    default:
      break;
  }
  const bool of_noun =
      parts_.action != npos && is_common_noun(parts_.desk.tokens[parts_.action].tag);
  const bool before_verb = parts_.action == npos || name.begin < parts_.action;
  const bool subject = before_verb || (of_noun && does(name) && !subject_name());
  if (subject) return add_subject(name);
  const bool mutual = parts_.role(parts_.action) == QuestionRole::mutual;
  put(place && !mutual ? "--at" : mutual ? "--with" : "--to", name);
}

void QuestionReader::add_standing() {
  for (const auto& [role, standing] : standings) {
    if (parts_.has(role)) set("--modality", standing);
  }
  if (parts_.has(QuestionRole::certain)) set("--certain", "");
  // "at least three reports"
  if (const auto least = parts_.find(QuestionRole::least)) {
    std::uint32_t number = *least;
    while (number < parts_.size() && parts_.desk.tokens[number].tag != Tag::CD) ++number;
    if (parts_.role(number + 1) == QuestionRole::reports) {
      set("--min-reports", parts_.words(number, number + 1));
      parts_.take(number, number + 1);
    }
  }
}

// Of the examples the one that shares most words; of several the first.
std::string nearest_example(const Analysis& desk, const QuestionWords& words) {
  std::set<std::string> asked;
  for (const Token& token : desk.tokens) asked.emplace(token.folded);
  std::size_t most = 0;
  std::string out = words.examples().empty() ? "" : words.examples().front();
  for (const std::string& example : words.examples()) {
    std::size_t shared = 0;
    for (std::size_t begin = 0; begin < example.size();) {
      const std::size_t end = std::min(example.find(' ', begin), example.size());
      shared += asked.count(example.substr(begin, end - begin));
      begin = end + 1;
    }
    if (shared > most) out = example;
    most = std::max(most, shared);
  }
  return out;
}

// The question without these tokens and the articles and prepositions that led to them.
std::string without(const QuestionParts& parts, const std::vector<std::uint32_t>& odd) {
  std::vector<bool> gone(parts.size());
  for (const std::uint32_t token : odd) {
    gone[token] = true;
    for (std::uint32_t i = token; i > 0; --i) {
      const Tag tag = parts.desk.tokens[i - 1].tag;
      const bool leads = tag == Tag::DT || tag == Tag::IN || tag == Tag::TO;
      if (!leads && !gone[i - 1]) break;
      gone[i - 1] = true;
    }
  }
  std::string out;
  for (std::uint32_t i = 0; i < parts.size(); ++i) {
    if (gone[i]) continue;
    if (!out.empty() && parts.desk.tokens[i].shape.space_before) out += ' ';
    out += parts.role(i) == QuestionRole::why ? "when" : parts.words(i, i + 1);
  }
  return out;
}

}  // namespace

QuestionReading read_question(const Analysis& desk, const Extraction& extraction,
                              const QuestionWords& words, const KnownName& known) {
  QuestionParts parts(desk, extraction, words, known);
  QuestionReading out;
  out.command = QuestionReader(parts).command();
  const std::vector<std::uint32_t> odd = parts.left_over();
  for (const std::uint32_t token : odd) out.odd.push_back(parts.words(token, token + 1));
  if (out.command.empty()) {
    const bool why = parts.has(QuestionRole::why) && parts.action != npos;
    out.nearest = why ? without(parts, odd) : nearest_example(desk, words);
  } else if (!odd.empty()) {
    const bool asks_on = parts.action != npos || !parts.names.empty() || !parts.when.empty();
    out.nearest = asks_on ? without(parts, odd) : nearest_example(desk, words);
    out.command.clear();
  }
  return out;
}

}  // namespace nutgraf
