#include "extract/event/rule_parser.h"

#include <algorithm>
#include <array>
#include <set>

#include "extract/event/rule_cursor.h"
#include "extract/text/nearest.h"

namespace nutgraf {
namespace {

constexpr std::array<std::string_view, 18> keys = {
    "type", "hostile", "verbs", "nouns", "adjectives", "light",    "actor", "target", "at",
    "from", "to",      "with",  "needs", "veto",       "casualty", "yes",   "no",     "frame"};
constexpr std::array<std::string_view, 5> states = {"dead", "wounded", "missing", "detained",
                                                    "displaced"};
constexpr std::array<std::string_view, 7> positions = {
    "subject", "object", "indirect", "complement", "before", "sentence", "within"};
constexpr std::array<std::string_view, 10> expectations = {
    "actor", "target", "at", "from", "to", "with", "reported", "modality", "polarity", "type"};

template <typename List>
std::vector<std::string> strings(const List& list) {
  return std::vector<std::string>(list.begin(), list.end());
}

std::string suggest(std::string_view word, const std::vector<std::string>& known) {
  return word.empty() ? std::string() : did_you_mean(nearest(word, known, 1));
}

class RuleReader {
 public:
  RuleReader(const std::string& file, const RuleVocabulary& vocabulary)
      : file_(file), vocabulary_(vocabulary) {}

  Result<void> take_line(std::string_view line) {
    ++number_;
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    cursor_ = {line, 0};
    const std::size_t tab = line.find('\t');
    if (tab != std::string_view::npos) return wrong(tab, "a tab: rules are indented with spaces");
    if (cursor_.done() || line[cursor_.at] == '#') return {};
    return line.front() == ' ' ? take_entry() : take_head();
  }

  Result<std::vector<EventFrame>> finish() {
    const auto closed = close_frame();
    if (!closed) return fail(closed.error());
    return std::move(frames_);
  }

 private:
  tl::unexpected<Error> wrong(std::size_t byte, std::string message) const {
    return fail(Error{ErrorCode::invalid, std::move(message), file_, number_,
                      column_of(cursor_.line, byte), std::string(cursor_.line)});
  }

  std::string stood(std::size_t begin) const {
    if (begin >= cursor_.line.size()) return "the line ends";
    std::size_t end = begin;
    while (end < cursor_.line.size() && cursor_.line[end] != ' ') ++end;
    return "\"" + std::string(cursor_.line.substr(begin, std::max<std::size_t>(end - begin, 1))) +
           "\" stands here";
  }

  Result<void> take_head() {
    const std::string_view key = cursor_.word();
    if (key != "frame") {
      const bool known = std::find(keys.begin(), keys.end(), key) != keys.end();
      return wrong(
          0, known ? "\"" + std::string(key) + "\" belongs to a frame: indent it by two spaces"
                   : "expected \"frame NAME\", but " + stood(0));
    }
    const auto closed = close_frame();
    if (!closed) return closed;
    cursor_.skip_spaces();
    const std::size_t begin = cursor_.at;
    const std::string name(cursor_.word());
    if (name.empty()) return wrong(begin, "expected the frame's name, but " + stood(begin));
    if (!cursor_.done()) return wrong(cursor_.at, "a frame's name is one word; use hyphens");
    if (!names_.insert(name).second) return wrong(begin, "a frame \"" + name + "\" stands above");
    frames_.emplace_back();
    frames_.back().name = name;
    frames_.back().file = file_;
    frames_.back().line = number_;
    head_ = std::string(cursor_.line);
    typed_ = false;
    return {};
  }

  Result<void> close_frame() const {
    if (frames_.empty()) return {};
    const EventFrame& frame = frames_.back();
    const auto lacks = [&](std::string what) {
      return fail(Error{ErrorCode::invalid,
                        "frame \"" + frame.name + "\" has no " + std::move(what), file_, frame.line,
                        1, head_});
    };
    if (!typed_) return lacks("type");
    if (frame.verbs.empty() && frame.nouns.empty() && frame.adjectives.empty()) {
      return lacks("verbs, nouns or adjectives");
    }
    return {};
  }

  Result<void> take_entry() {
    const std::size_t begin = cursor_.at;
    const std::string_view key = cursor_.word();
    if (frames_.empty()) return wrong(begin, "expected \"frame NAME\" before this line");
    EventFrame& frame = frames_.back();
    if (key == "type") return take_type(frame, begin);
    if (key == "hostile") return take_hostile(frame);
    if (key == "verbs") return take_triggers(frame.verbs);
    if (key == "nouns") return take_triggers(frame.nouns);
    if (key == "adjectives") return take_triggers(frame.adjectives);
    if (key == "light") return take_triggers(frame.light);
    if (key == "needs" || key == "veto") return take_condition(frame, key == "veto");
    if (key == "casualty") return take_casualty(frame);
    if (key == "yes" || key == "no") return take_example(frame, key == "yes");
    if (const auto role = parse_frame_role(key)) return take_role(frame, *role, begin);
    return wrong(begin, "no line of a frame begins with " +
                            (key.empty() ? stood(begin) : "\"" + std::string(key) + "\"") +
                            suggest(key, strings(keys)));
  }

  Result<void> end_of_line() {
    if (cursor_.done()) return {};
    return wrong(cursor_.at, "expected the end of the line, but " + stood(cursor_.at));
  }

  Result<std::string> known_type(std::size_t begin, std::string_view word) const {
    if (vocabulary_.ontology.find(word, "")) return std::string(word);
    std::vector<std::string> known = {"none"};
    for (const EventType& row : vocabulary_.ontology.types()) known.push_back(row.type);
    if (word.empty()) return wrong(begin, "expected a type, but " + stood(begin));
    return wrong(begin, "no type \"" + std::string(word) + "\" in schemas/ontology.txt" +
                            suggest(word, known));
  }

  Result<void> take_type(EventFrame& frame, std::size_t line_begin) {
    if (typed_) return wrong(line_begin, "the frame has a type already");
    typed_ = true;
    cursor_.skip_spaces();
    const std::size_t begin = cursor_.at;
    const std::string_view word = cursor_.word();
    if (word == "none") return end_of_line();
    auto type = known_type(begin, word);
    if (!type) return fail(type.error());
    frame.type = std::move(*type);
    if (cursor_.done()) return {};
    const std::size_t mode_begin = cursor_.at;
    const std::string mode(cursor_.word());
    if (!vocabulary_.ontology.find(frame.type, mode)) {
      std::vector<std::string> known;
      for (const EventType& row : vocabulary_.ontology.types()) {
        if (row.type == frame.type && !row.mode.empty()) known.push_back(row.mode);
      }
      return wrong(mode_begin,
                   "type " + frame.type + " has no mode \"" + mode + "\"" + suggest(mode, known));
    }
    frame.mode = mode;
    return end_of_line();
  }

  Result<void> take_hostile(EventFrame& frame) {
    cursor_.skip_spaces();
    const std::size_t begin = cursor_.at;
    auto type = known_type(begin, cursor_.word());
    if (!type) return fail(type.error());
    frame.hostile = std::move(*type);
    return end_of_line();
  }

  Result<void> take_triggers(std::vector<Trigger>& into) {
    do {
      cursor_.skip_spaces();
      const std::size_t begin = cursor_.at;
      Trigger trigger;
      for (auto word = cursor_.word(); !word.empty(); word = cursor_.word()) {
        trigger.emplace_back(word);
      }
      if (trigger.empty())
        return wrong(begin, "expected a word in lower case, but " + stood(begin));
      if (std::find(into.begin(), into.end(), trigger) != into.end()) {
        return wrong(begin, "this trigger stands in the frame already");
      }
      into.push_back(std::move(trigger));
    } while (cursor_.take(','));
    if (cursor_.done()) return {};
    return wrong(cursor_.at, "expected a comma or the end of the line, but " + stood(cursor_.at));
  }

  Result<RoleSlot> take_slot() {
    cursor_.skip_spaces();
    const std::size_t begin = cursor_.at;
    const std::string word(cursor_.word());
    for (std::size_t i = 0; i < positions.size(); ++i) {
      if (positions[i] != word) continue;
      constexpr std::array<Position, 7> values = {
          Position::subject, Position::object,   Position::indirect, Position::complement,
          Position::before,  Position::sentence, Position::within};
      return RoleSlot{values[i], {}};
    }
    const std::vector<std::string>& prepositions = vocabulary_.classes.prepositions();
    if (std::find(prepositions.begin(), prepositions.end(), word) != prepositions.end()) {
      return RoleSlot{Position::preposition, word};
    }
    std::vector<std::string> known = strings(positions);
    known.insert(known.end(), prepositions.begin(), prepositions.end());
    return wrong(begin,
                 "expected subject, object, indirect, complement, before, sentence, within "
                 "or a preposition, but " +
                     stood(begin) + suggest(word, known));
  }

  // ": @weapon @person heart", or nothing.
  Result<std::vector<Filler>> take_fillers() {
    std::vector<Filler> out;
    if (!cursor_.take(':')) return out;
    while (!cursor_.done()) {
      const std::size_t begin = cursor_.at;
      Filler filler;
      filler.is_class = cursor_.take('@');
      filler.word = std::string(cursor_.word());
      if (filler.word.empty()) {
        return wrong(begin, "expected a word or an @class, but " + stood(begin));
      }
      if (filler.is_class && !vocabulary_.classes.find(filler.word)) {
        return wrong(begin, "no class \"@" + filler.word + "\" in data/lexicon/en/classes.txt" +
                                suggest(filler.word, vocabulary_.classes.names()));
      }
      out.push_back(std::move(filler));
    }
    if (out.empty()) return wrong(cursor_.at, "expected a word or an @class after the colon");
    return out;
  }

  Result<void> take_role(EventFrame& frame, FrameRole role, std::size_t line_begin) {
    for (const RoleLine& line : frame.roles) {
      if (line.role != role) continue;
      if (line.slots.empty())
        return wrong(line_begin, "the frame says \"none\" for this role above");
    }
    RoleLine line;
    line.role = role;
    cursor_.skip_spaces();
    const std::size_t begin = cursor_.at;
    if (cursor_.word() == "none") {
      frame.roles.push_back(std::move(line));
      return end_of_line();
    }
    cursor_.at = begin;
    do {
      auto slot = take_slot();
      if (!slot) return fail(slot.error());
      if (slot->position == Position::sentence || slot->position == Position::complement) {
        return wrong(begin, "a role is filled from a noun of the clause, not from \"" +
                                to_string(*slot) + "\"");
      }
      line.slots.push_back(std::move(*slot));
    } while (cursor_.take(','));
    auto fillers = take_fillers();
    if (!fillers) return fail(fillers.error());
    line.fillers = std::move(*fillers);
    frame.roles.push_back(std::move(line));
    return end_of_line();
  }

  Result<void> take_condition(EventFrame& frame, bool veto) {
    cursor_.skip_spaces();
    const std::size_t begin = cursor_.at;
    auto slot = take_slot();
    if (!slot) return fail(slot.error());
    if (slot->position == Position::within) {
      return wrong(begin, "\"within\" fills roles; it is no condition");
    }
    auto fillers = take_fillers();
    if (!fillers) return fail(fillers.error());
    const bool words = std::any_of(fillers->begin(), fillers->end(),
                                   [](const Filler& filler) { return !filler.is_class; });
    if (slot->position == Position::sentence && (words || fillers->empty())) {
      return wrong(begin, "\"sentence\" asks for @classes only");
    }
    frame.conditions.push_back({veto, std::move(*slot), std::move(*fillers)});
    return end_of_line();
  }

  Result<void> take_casualty(EventFrame& frame) {
    cursor_.skip_spaces();
    const std::size_t begin = cursor_.at;
    const std::string word(cursor_.word());
    if (std::find(states.begin(), states.end(), word) == states.end()) {
      return wrong(begin, "expected dead, wounded, missing, detained or displaced, but " +
                              stood(begin) + suggest(word, strings(states)));
    }
    frame.casualty = word;
    return end_of_line();
  }

  Result<void> take_example(EventFrame& frame, bool yes) {
    cursor_.skip_spaces();
    const std::size_t begin = cursor_.at;
    const std::string_view rest = cursor_.line.substr(begin);
    const std::size_t arrow = rest.find(" => ");
    RuleExample example;
    example.yes = yes;
    example.text = std::string(rest.substr(0, arrow));
    while (!example.text.empty() && example.text.back() == ' ') example.text.pop_back();
    if (example.text.empty()) return wrong(begin, "expected a sentence, but " + stood(begin));
    if (arrow != std::string_view::npos) {
      if (!yes) return wrong(begin + arrow + 1, "a \"no\" example expects nothing");
      cursor_.at = begin + arrow + 4;
      const auto taken = take_expectations(example);
      if (!taken) return taken;
    }
    frame.examples.push_back(std::move(example));
    return {};
  }

  Result<void> take_expectations(RuleExample& example) {
    do {
      cursor_.skip_spaces();
      const std::size_t begin = cursor_.at;
      const std::string role(cursor_.word());
      if (std::find(expectations.begin(), expectations.end(), role) == expectations.end()) {
        return wrong(begin, "expected a role such as actor, target, at, but " + stood(begin) +
                                suggest(role, strings(expectations)));
      }
      cursor_.skip_spaces();
      const std::size_t end = std::min(cursor_.line.find(';', cursor_.at), cursor_.line.size());
      std::string_view words = cursor_.line.substr(cursor_.at, end - cursor_.at);
      while (!words.empty() && words.back() == ' ') words.remove_suffix(1);
      if (words.empty()) return wrong(cursor_.at, "expected the words that fill \"" + role + "\"");
      example.expected.push_back({role, std::string(words)});
      cursor_.at = end;
    } while (cursor_.take(';'));
    return {};
  }

  const std::string& file_;
  const RuleVocabulary& vocabulary_;
  std::uint64_t number_ = 0;
  RuleCursor cursor_;
  std::vector<EventFrame> frames_;
  std::set<std::string, std::less<>> names_;
  std::string head_;  // the last "frame NAME" line
  bool typed_ = false;
};

}  // namespace

Result<std::vector<EventFrame>> parse_rules(std::string_view text, const std::string& file,
                                            const RuleVocabulary& vocabulary) {
  RuleReader reader(file, vocabulary);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const auto taken = reader.take_line(text.substr(0, end));
    if (!taken) return fail(taken.error());
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return reader.finish();
}

}  // namespace nutgraf
