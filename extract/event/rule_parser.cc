#include "extract/event/rule_parser.h"

#include <algorithm>
#include <array>
#include <set>

#include "extract/event/source_line.h"
#include "extract/text/fold.h"

namespace nutgraf {
namespace {

constexpr std::array<std::string_view, 20> keys = {
    "type", "hostile", "verbs", "nouns", "adjectives", "light", "actor", "target", "at",    "from",
    "to",   "with",    "needs", "veto",  "casualty",   "yes",   "no",    "words",  "frame", "set"};
constexpr std::array<std::string_view, 5> states = {"dead", "wounded", "missing", "detained",
                                                    "displaced"};
constexpr std::array<std::string_view, 7> positions = {
    "subject", "object", "indirect", "complement", "before", "sentence", "within"};

template <typename List>
std::vector<std::string> strings(const List& list) {
  return std::vector<std::string>(list.begin(), list.end());
}

class RuleReader {
 public:
  RuleReader(const std::string& file, const RuleVocabulary& vocabulary)
      : line_{file}, vocabulary_(vocabulary), sets_(vocabulary.sets) {}

  // Also the sets of the file itself may be named, wherever they stand in it.
  void know_sets(const std::vector<std::string>& names) {
    sets_.insert(sets_.end(), names.begin(), names.end());
  }

  Result<void> take_line(std::string_view line) {
    ++line_.number;
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    line_.cursor = {line, 0};
    if (const std::size_t bad = invalid_utf8(line); bad != std::string_view::npos) {
      line_.cursor.line = line.substr(0, bad);
      return line_.wrong(bad, "not UTF-8: rule files are UTF-8 text");
    }
    const std::size_t tab = line.find('\t');
    if (tab != std::string_view::npos)
      return line_.wrong(tab, "a tab: rules are indented with spaces");
    if (line_.cursor.done() || line[line_.cursor.at] == '#') return {};
    return line.front() == ' ' ? take_entry() : take_head();
  }

  Result<Rules> finish() {
    auto closed = close();
    if (!closed) return fail(closed.error());
    return std::move(rules_);
  }

 private:
  enum class Block : std::uint8_t { none, frame, set };

  Result<void> take_head() {
    const std::string_view key = line_.cursor.word();
    if (key != "frame" && key != "set") {
      const bool known = std::find(keys.begin(), keys.end(), key) != keys.end();
      return line_.wrong(
          0, known ? "\"" + std::string(key) + "\" belongs to a block: indent it by two spaces"
                   : "expected \"frame NAME\" or \"set NAME\", but " + line_.stood(0) +
                         suggest(key, {"frame", "set"}));
    }
    auto closed = close();
    if (!closed) return closed;
    line_.cursor.skip_spaces();
    const std::size_t begin = line_.cursor.at;
    const std::string kind(key);
    const std::string name(line_.cursor.word());
    if (name.empty()) {
      return line_.wrong(begin, "expected the " + kind + "'s name, but " + line_.stood(begin));
    }
    if (!line_.cursor.done()) {
      return line_.wrong(line_.cursor.at, "a " + kind + "'s name is one word; use hyphens");
    }
    if (!names_.insert(kind + ' ' + name).second) {
      return line_.wrong(begin, "a " + kind + " \"" + name + "\" stands above");
    }
    head_ = std::string(line_.cursor.line);
    typed_ = false;
    if (kind == "set") {
      block_ = Block::set;
      rules_.sets.push_back({name, {}, line_.file, line_.number});
      return {};
    }
    block_ = Block::frame;
    EventFrame& frame = rules_.frames.emplace_back();
    frame.name = name;
    frame.file = line_.file;
    frame.line = line_.number;
    return {};
  }

  // What a block must have.
  Result<void> close() const {
    const auto lacks = [&](const std::string& what, std::uint64_t line) {
      return fail(Error{ErrorCode::invalid, what, line_.file, line, 1, head_});
    };
    if (block_ == Block::set) {
      const SynonymSet& set = rules_.sets.back();
      if (set.words.empty()) return lacks("set \"" + set.name + "\" has no words", set.line);
    }
    if (block_ != Block::frame) return {};
    const EventFrame& frame = rules_.frames.back();
    if (!typed_) return lacks("frame \"" + frame.name + "\" has no type", frame.line);
    if (frame.verbs.empty() && frame.nouns.empty() && frame.adjectives.empty()) {
      return lacks("frame \"" + frame.name + "\" has no verbs, nouns or adjectives", frame.line);
    }
    return {};
  }

  Result<void> take_entry() {
    const std::size_t begin = line_.cursor.at;
    const std::string_view key = line_.cursor.word();
    if (block_ == Block::none) {
      return line_.wrong(begin, "expected \"frame NAME\" or \"set NAME\" before this line");
    }
    if (block_ == Block::set) {
      if (key == "words") return take_triggers(rules_.sets.back().words);
      return line_.wrong(
          begin, "a set has lines that begin with \"words\" only, but " + line_.stood(begin));
    }
    EventFrame& frame = rules_.frames.back();
    if (key == "type") return take_type(frame, begin);
    if (key == "hostile") return take_hostile(frame, begin);
    if (key == "verbs") return take_triggers(frame.verbs);
    if (key == "nouns") return take_triggers(frame.nouns);
    if (key == "adjectives") return take_triggers(frame.adjectives);
    if (key == "light") return take_triggers(frame.light);
    if (key == "needs" || key == "veto") return take_condition(frame, key == "veto", begin);
    if (key == "casualty") return take_casualty(frame, begin);
    if (key == "yes" || key == "no") return take_example(frame, key == "yes");
    if (const auto role = parse_frame_role(key)) return take_role(frame, *role, begin);
    if (key == "words") return line_.wrong(begin, "\"words\" belongs to a set, not to a frame");
    const std::string stands(line_.word_at(begin));
    return line_.wrong(begin, "no line of a frame begins with \"" + stands + "\"" +
                                  suggest(fold(stands), strings(keys)));
  }

  Result<void> take_example(EventFrame& frame, bool yes) {
    auto example = read_example(line_, yes);
    if (!example) return fail(example.error());
    frame.examples.push_back(std::move(*example));
    return {};
  }

  Result<std::string> known_type(std::size_t begin, std::string_view word) const {
    if (vocabulary_.ontology.find(word, "")) return std::string(word);
    std::vector<std::string> known = {"none"};
    for (const EventType& row : vocabulary_.ontology.types()) known.push_back(row.type);
    if (word.empty()) return line_.wrong(begin, "expected a type, but " + line_.stood(begin));
    return line_.wrong(begin, "no type \"" + std::string(word) + "\" in schemas/ontology.txt" +
                                  suggest(word, known));
  }

  Result<void> take_type(EventFrame& frame, std::size_t line_begin) {
    if (typed_) return line_.wrong(line_begin, "the frame has a type already");
    typed_ = true;
    line_.cursor.skip_spaces();
    const std::size_t begin = line_.cursor.at;
    const std::string_view word = line_.cursor.word();
    if (word == "none") return line_.end();
    auto type = known_type(begin, word);
    if (!type) return fail(type.error());
    frame.type = std::move(*type);
    if (line_.cursor.done()) return {};
    const std::size_t mode_begin = line_.cursor.at;
    const std::string mode(line_.cursor.word());
    if (!vocabulary_.ontology.find(frame.type, mode)) {
      std::vector<std::string> known;
      for (const EventType& row : vocabulary_.ontology.types()) {
        if (row.type == frame.type && !row.mode.empty()) known.push_back(row.mode);
      }
      return line_.wrong(mode_begin, "type " + frame.type + " has no mode \"" + mode + "\"" +
                                         suggest(mode, known));
    }
    frame.mode = mode;
    return line_.end();
  }

  Result<void> take_hostile(EventFrame& frame, std::size_t line_begin) {
    if (!frame.hostile.empty()) {
      return line_.wrong(line_begin, "the frame has a hostile type already");
    }
    line_.cursor.skip_spaces();
    const std::size_t begin = line_.cursor.at;
    auto type = known_type(begin, line_.cursor.word());
    if (!type) return fail(type.error());
    frame.hostile = std::move(*type);
    return line_.end();
  }

  Result<Trigger> take_trigger() {
    line_.cursor.skip_spaces();
    const std::size_t begin = line_.cursor.at;
    Trigger trigger;
    if (line_.cursor.take('@')) {
      const std::string name(line_.cursor.word());
      if (block_ == Block::set) return line_.wrong(begin, "a set holds words, no other sets");
      if (name.empty()) return line_.wrong(begin + 1, "expected a set's name after the \"@\"");
      if (std::find(sets_.begin(), sets_.end(), name) == sets_.end()) {
        return line_.wrong(begin,
                           "no set \"@" + name + "\" in the rule files" + suggest(name, sets_));
      }
      return Trigger{"@" + name};
    }
    for (auto word = line_.cursor.word(); !word.empty(); word = line_.cursor.word()) {
      trigger.emplace_back(word);
    }
    if (trigger.empty()) {
      return line_.wrong(begin, "expected a word in lower case, but " + line_.stood(begin));
    }
    return trigger;
  }

  Result<void> take_triggers(std::vector<Trigger>& into) {
    do {
      line_.cursor.skip_spaces();
      const std::size_t begin = line_.cursor.at;
      auto trigger = take_trigger();
      if (!trigger) return fail(trigger.error());
      if (std::find(into.begin(), into.end(), *trigger) != into.end()) {
        return line_.wrong(begin, block_ == Block::set
                                      ? "this trigger stands in the set already"
                                      : "this trigger stands in the frame already");
      }
      into.push_back(std::move(*trigger));
    } while (line_.cursor.take(','));
    if (line_.cursor.done()) return {};
    return line_.wrong(line_.cursor.at, "expected a comma or the end of the line, but " +
                                            line_.stood(line_.cursor.at));
  }

  Result<RoleSlot> take_slot() {
    line_.cursor.skip_spaces();
    const std::size_t begin = line_.cursor.at;
    const std::string word(line_.cursor.word());
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
    return line_.wrong(begin,
                       "expected subject, object, indirect, complement, before, sentence, within "
                       "or a preposition, but " +
                           line_.stood(begin) + suggest(word, known));
  }

  // ": @weapon @person heart", or nothing.
  Result<std::vector<Filler>> take_fillers() {
    std::vector<Filler> out;
    if (!line_.cursor.take(':')) return out;
    while (!line_.cursor.done()) {
      const std::size_t begin = line_.cursor.at;
      Filler filler;
      filler.is_class = line_.cursor.take('@');
      filler.word = std::string(line_.cursor.word());
      if (filler.word.empty()) {
        return line_.wrong(begin, "expected a word or an @class, but " + line_.stood(begin));
      }
      if (filler.is_class && !vocabulary_.classes.find(filler.word)) {
        return line_.wrong(begin, "no class \"@" + filler.word +
                                      "\" in data/lexicon/en/classes.txt" +
                                      suggest(filler.word, vocabulary_.classes.names()));
      }
      out.push_back(std::move(filler));
    }
    if (out.empty())
      return line_.wrong(line_.cursor.at, "expected a word or an @class after the colon");
    return out;
  }

  Result<void> take_role(EventFrame& frame, FrameRole role, std::size_t line_begin) {
    const auto above = std::find_if(frame.roles.begin(), frame.roles.end(),
                                    [role](const RoleLine& line) { return line.role == role; });
    if (above != frame.roles.end() && above->slots.empty()) {
      return line_.wrong(line_begin, "the frame says \"none\" for this role above");
    }
    RoleLine line;
    line.role = role;
    line_.cursor.skip_spaces();
    const std::size_t begin = line_.cursor.at;
    if (line_.cursor.word() == "none") {
      if (above != frame.roles.end()) {
        return line_.wrong(begin, "the frame has a line for this role above");
      }
      frame.roles.push_back(std::move(line));
      return line_.end();
    }
    line_.cursor.at = begin;
    do {
      auto slot = take_slot();
      if (!slot) return fail(slot.error());
      if (slot->position == Position::sentence || slot->position == Position::complement) {
        return line_.wrong(begin, "a role is filled from a noun of the clause, not from \"" +
                                      to_string(*slot) + "\"");
      }
      line.slots.push_back(std::move(*slot));
    } while (line_.cursor.take(','));
    auto fillers = take_fillers();
    if (!fillers) return fail(fillers.error());
    line.fillers = std::move(*fillers);
    frame.roles.push_back(std::move(line));
    return line_.end();
  }

  Result<void> take_condition(EventFrame& frame, bool veto, std::size_t line_begin) {
    line_.cursor.skip_spaces();
    const std::size_t begin = line_.cursor.at;
    auto slot = take_slot();
    if (!slot) return fail(slot.error());
    if (slot->position == Position::within) {
      return line_.wrong(begin, "\"within\" fills roles; it is no condition");
    }
    auto fillers = take_fillers();
    if (!fillers) return fail(fillers.error());
    const bool words = std::any_of(fillers->begin(), fillers->end(),
                                   [](const Filler& filler) { return !filler.is_class; });
    if (slot->position == Position::sentence && (words || fillers->empty())) {
      return line_.wrong(begin, "\"sentence\" asks for @classes only");
    }
    FrameCondition condition{veto, std::move(*slot), std::move(*fillers)};
    const auto& known = frame.conditions;
    if (std::find(known.begin(), known.end(), condition) != known.end()) {
      return line_.wrong(line_begin, "this condition stands in the frame already");
    }
    frame.conditions.push_back(std::move(condition));
    return line_.end();
  }

  Result<void> take_casualty(EventFrame& frame, std::size_t line_begin) {
    if (!frame.casualty.empty()) return line_.wrong(line_begin, "the frame has a casualty already");
    line_.cursor.skip_spaces();
    const std::size_t begin = line_.cursor.at;
    const std::string word(line_.cursor.word());
    if (std::find(states.begin(), states.end(), word) == states.end()) {
      return line_.wrong(begin, "expected dead, wounded, missing, detained or displaced, but " +
                                    line_.stood(begin) + suggest(word, strings(states)));
    }
    frame.casualty = word;
    return line_.end();
  }

  SourceLine line_;
  const RuleVocabulary& vocabulary_;
  std::vector<std::string> sets_;
  Rules rules_;
  std::set<std::string, std::less<>> names_;  // "frame NAME", "set NAME"
  Block block_ = Block::none;
  std::string head_;  // the first line of the block
  bool typed_ = false;
};

}  // namespace

std::vector<std::string> sets_of(std::string_view text) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    RuleCursor cursor{text.substr(0, end), 0};
    if (!cursor.line.starts_with(' ') && cursor.word() == "set") {
      out.emplace_back(cursor.word());
      if (out.back().empty()) out.pop_back();
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

Result<Rules> parse_rules(std::string_view text, const std::string& file,
                          const RuleVocabulary& vocabulary) {
  RuleReader reader(file, vocabulary);
  reader.know_sets(sets_of(text));
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const auto taken = reader.take_line(text.substr(0, end));
    if (!taken) return fail(taken.error());
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return reader.finish();
}

}  // namespace nutgraf
