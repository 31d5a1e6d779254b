#include "extract/event/compiler.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <filesystem>
#include <fstream>
#include <map>
#include <span>
#include <tuple>

#include "extract/event/program.h"
#include "extract/event/rule_folder.h"

namespace nutgraf {
namespace {

// Collects the parts of the program; see program.h for what each holds.
class Builder {
 public:
  Builder(const RuleVocabulary& vocabulary, const std::vector<SynonymSet>& sets)
      : vocabulary_(vocabulary), sets_(sets) {}

  Result<void> add(const EventFrame& frame) {
    const auto index = static_cast<std::uint32_t>(frames_.size());
    Program::FrameRow row;
    row.name = text(frame.name);
    row.casualty = text(frame.casualty);
    if (!frame.type.empty()) row.type = *vocabulary_.ontology.find(frame.type, frame.mode);
    if (!frame.hostile.empty()) row.hostile = *vocabulary_.ontology.find(frame.hostile, "");
    row.roles = add_roles(roles_in_force(frame));
    row.light = words_of_light(expanded(frame.light, sets_));
    frames_.push_back(row);
    const Program::Range tests = add_tests(frame.conditions);
    for (const auto& [form, triggers] :
         {std::pair{EventForm::verb, &frame.verbs}, std::pair{EventForm::noun, &frame.nouns},
          std::pair{EventForm::adjective, &frame.adjectives}}) {
      for (const Trigger& trigger : expanded(*triggers, sets_)) {
        auto added = add_pattern(frame, index, form, trigger, tests);
        if (!added) return added;
      }
    }
    return {};
  }

  std::string take() {
    std::vector<Program::PatternRow> patterns;
    std::vector<Program::GroupRow> groups;
    std::array<std::vector<std::pair<std::string, std::uint32_t>>, 3> tables;
    for (auto& [key, list] : by_lemma_) {
      std::sort(list.begin(), list.end(), [](const Candidate& a, const Candidate& b) {
        if (a.row.specificity != b.row.specificity) return a.row.specificity > b.row.specificity;
        return std::tie(a.frame->name, a.trigger) < std::tie(b.frame->name, b.trigger);
      });
      const auto begin = static_cast<std::uint32_t>(patterns.size());
      for (const Candidate& candidate : list) patterns.push_back(candidate.row);
      tables[static_cast<std::size_t>(key.first)].emplace_back(
          key.second, static_cast<std::uint32_t>(groups.size()));
      groups.push_back(add_group({begin, static_cast<std::uint32_t>(patterns.size())}, list));
    }
    SectionWriter section;
    section.text(texts_);
    section.rows(std::span<const Program::FrameRow>(frames_));
    section.rows(std::span<const Program::PatternRow>(patterns));
    section.rows(std::span<const Program::TestRow>(tests_));
    section.rows(std::span<const Program::RoleRow>(roles_));
    section.rows(std::span<const Program::Text>(words_));
    section.rows(std::span<const Program::GroupRow>(groups));
    section.rows(std::span<const Program::KeyRow>(keys_));
    section.rows(std::span<const std::uint32_t>(open_));
    section.rows(std::span<const std::uint32_t>(class_keys()));
    StringTable::write(section, key_words_);
    for (const auto& table : tables) StringTable::write(section, table);
    return section.take();
  }

 private:
  struct Candidate {
    Program::PatternRow row;
    const EventFrame* frame = nullptr;
    Trigger trigger;
    EventForm form = EventForm::verb;
  };

  // The words and "@classes" one of which must be there for the pattern to fit, those of a
  // condition of words before those of one with classes; none: it may fit without any.
  static std::vector<std::string> keys_of(const Candidate& candidate) {
    const Trigger& trigger = candidate.trigger;
    if (trigger.size() > 1) {
      return {candidate.form == EventForm::verb ? trigger[1] : trigger.front()};
    }
    std::vector<std::string> keys;
    for (const FrameCondition& condition : candidate.frame->conditions) {
      if (condition.veto || condition.fillers.empty()) continue;
      const bool words = std::none_of(condition.fillers.begin(), condition.fillers.end(),
                                      [](const Filler& filler) { return filler.is_class; });
      if (!words && !keys.empty()) continue;
      keys.clear();
      for (const Filler& filler : condition.fillers) {
        keys.push_back(filler.is_class ? "@" + filler.word : filler.word);
      }
      if (words) break;
    }
    return keys;
  }

  // By the bit of a class: the number of its key.
  std::vector<std::uint32_t> class_keys() const {
    std::vector<std::uint32_t> out(Program::class_bits, StringTable::missing);
    for (const auto& [word, number] : key_words_) {
      if (!word.starts_with('@')) continue;
      const ClassMask bit = *vocabulary_.classes.find(std::string_view(word).substr(1));
      out[static_cast<std::size_t>(std::countr_zero(bit))] = number;
    }
    return out;
  }

  std::uint32_t key_word(const std::string& word) {
    const auto number = static_cast<std::uint32_t>(key_words_.size());
    const auto [known, added] = numbers_.emplace(word, number);
    if (added) key_words_.emplace_back(word, number);
    return known->second;
  }

  Program::GroupRow add_group(Program::Range patterns, const std::vector<Candidate>& list) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> keys;
    Program::GroupRow group;
    group.patterns = patterns;
    group.open.begin = static_cast<std::uint32_t>(open_.size());
    for (std::size_t i = 0; i < list.size(); ++i) {
      const auto index = patterns.begin + static_cast<std::uint32_t>(i);
      const std::vector<std::string> words = keys_of(list[i]);
      if (words.empty()) open_.push_back(index);
      for (const std::string& word : words) keys.emplace_back(key_word(word), index);
    }
    group.open.end = static_cast<std::uint32_t>(open_.size());
    std::sort(keys.begin(), keys.end());
    group.keys.begin = static_cast<std::uint32_t>(keys_.size());
    for (const auto& [word, index] : keys) keys_.push_back({word, index});
    group.keys.end = static_cast<std::uint32_t>(keys_.size());
    return group;
  }

  Program::Text text(std::string_view words) {
    const auto known = pooled_.find(words);
    if (known != pooled_.end()) return known->second;
    const Program::Text out{static_cast<std::uint32_t>(texts_.size()),
                            static_cast<std::uint32_t>(words.size())};
    texts_ += words;
    pooled_.emplace(words, out);
    return out;
  }

  Program::Range add_words(const std::vector<std::string>& list) {
    const auto begin = static_cast<std::uint32_t>(words_.size());
    for (const std::string& word : list) words_.push_back(text(word));
    return {begin, static_cast<std::uint32_t>(words_.size())};
  }

  Program::Range words_of_light(const std::vector<Trigger>& light) {
    std::vector<std::string> joined;
    for (const Trigger& trigger : light) {
      std::string words;
      for (const std::string& word : trigger) words += (words.empty() ? "" : " ") + word;
      joined.push_back(std::move(words));
    }
    return add_words(joined);
  }

  // The mask of the @classes and the range of the plain words.
  void add_fillers(const std::vector<Filler>& fillers, std::uint64_t& classes,
                   Program::Range& words) {
    std::vector<std::string> plain;
    for (const Filler& filler : fillers) {
      if (filler.is_class) {
        classes |= *vocabulary_.classes.find(filler.word);
      } else {
        plain.push_back(filler.word);
      }
    }
    words = add_words(plain);
  }

  Program::Range add_roles(const std::vector<RoleLine>& lines) {
    const auto begin = static_cast<std::uint32_t>(roles_.size());
    for (const RoleLine& line : lines) {
      for (const RoleSlot& slot : line.slots) {
        Program::RoleRow row;
        add_fillers(line.fillers, row.classes, row.words);
        row.preposition = text(slot.preposition);
        row.position = static_cast<std::uint32_t>(slot.position);
        row.role = static_cast<std::uint32_t>(line.role);
        roles_.push_back(row);
      }
    }
    return {begin, static_cast<std::uint32_t>(roles_.size())};
  }

  Program::Range add_tests(const std::vector<FrameCondition>& conditions) {
    const auto begin = static_cast<std::uint32_t>(tests_.size());
    for (const FrameCondition& condition : conditions) {
      Program::TestRow row;
      add_fillers(condition.fillers, row.classes, row.words);
      row.preposition = text(condition.slot.preposition);
      row.position = static_cast<std::uint32_t>(condition.slot.position);
      row.veto = condition.veto ? 1 : 0;
      tests_.push_back(row);
    }
    return {begin, static_cast<std::uint32_t>(tests_.size())};
  }

  Result<void> add_pattern(const EventFrame& frame, std::uint32_t index, EventForm form,
                           const Trigger& trigger, Program::Range tests) {
    Candidate candidate;
    candidate.frame = &frame;
    candidate.trigger = trigger;
    candidate.form = form;
    candidate.row.frame = index;
    candidate.row.tests = tests;
    candidate.row.specificity = specificity(trigger, frame.conditions);
    const bool head_first = form == EventForm::verb;
    const std::string& head = head_first ? trigger.front() : trigger.back();
    candidate.row.words = add_words(head_first ? Trigger(trigger.begin() + 1, trigger.end())
                                               : Trigger(trigger.begin(), trigger.end() - 1));
    auto& list = by_lemma_[{form, head}];
    for (const Candidate& other : list) {
      if (other.trigger != trigger || other.frame->conditions != frame.conditions) continue;
      return fail(Error{ErrorCode::invalid,
                        "\"" + head + "\" stands with the same conditions in frame \"" +
                            other.frame->name + "\" (" + other.frame->file + ":" +
                            std::to_string(other.frame->line) +
                            "): only one of them could ever be used",
                        frame.file, frame.line, 1, "frame " + frame.name});
    }
    list.push_back(std::move(candidate));
    return {};
  }

  const RuleVocabulary& vocabulary_;
  const std::vector<SynonymSet>& sets_;
  std::string texts_;
  std::map<std::string, Program::Text, std::less<>> pooled_;
  std::vector<Program::FrameRow> frames_;
  std::vector<Program::TestRow> tests_;
  std::vector<Program::RoleRow> roles_;
  std::vector<Program::Text> words_;
  std::vector<Program::KeyRow> keys_;
  std::vector<std::uint32_t> open_;
  std::map<std::string, std::uint32_t, std::less<>> numbers_;
  std::vector<std::pair<std::string, std::uint32_t>> key_words_;
  std::map<std::pair<EventForm, std::string>, std::vector<Candidate>> by_lemma_;
};

// The rules' own text, and behind it the place of each block: "file TAB line".
std::string text_of(const Rules& rules, const std::string& source_folder) {
  std::string text;
  std::string places;
  const auto add = [&](const auto& block) {
    text += print(block);
    places += std::filesystem::relative(block.file, source_folder).string() + '\t' +
              std::to_string(block.line) + '\n';
  };
  for (const SynonymSet& set : rules.sets) add(set);
  for (const EventFrame& frame : rules.frames) add(frame);
  SectionWriter section;
  section.text(text);
  section.text(places);
  return section.take();
}

Result<std::string> read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return fail(Error{ErrorCode::io, "cannot be read", path, 0, 0, {}});
  return std::string{std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

std::uint32_t specificity(const Trigger& trigger, const std::vector<FrameCondition>& conditions) {
  std::uint32_t out = 16 * static_cast<std::uint32_t>(trigger.size() - 1);
  for (const FrameCondition& condition : conditions) {
    const bool words = std::any_of(condition.fillers.begin(), condition.fillers.end(),
                                   [](const Filler& filler) { return !filler.is_class; });
    out += condition.veto ? 1U : words ? 8U : condition.fillers.empty() ? 4U : 6U;
  }
  return out;
}

std::vector<RoleLine> roles_in_force(const EventFrame& frame) {
  std::vector<RoleLine> out = frame.roles;
  const auto has = [&](FrameRole role) {
    return std::any_of(frame.roles.begin(), frame.roles.end(),
                       [&](const RoleLine& line) { return line.role == role; });
  };
  // Places may share a slot with a target (a town that is stormed); actor and target may not.
  const auto free = [&](Position position) {
    return std::none_of(frame.roles.begin(), frame.roles.end(), [&](const RoleLine& line) {
      if (line.role != FrameRole::actor && line.role != FrameRole::target) return false;
      return std::any_of(line.slots.begin(), line.slots.end(),
                         [&](const RoleSlot& slot) { return slot.position == position; });
    });
  };
  if (!has(FrameRole::actor) && free(Position::subject)) {
    out.push_back({FrameRole::actor, {{Position::subject, {}}}, {}});
  }
  if (!has(FrameRole::target)) {
    RoleLine line;
    line.role = FrameRole::target;
    if (free(Position::object)) line.slots.push_back({Position::object, {}});
    if (free(Position::indirect)) line.slots.push_back({Position::indirect, {}});
    if (!line.slots.empty()) out.push_back(std::move(line));
  }
  return out;
}

std::vector<Trigger> expanded(const std::vector<Trigger>& triggers,
                              const std::vector<SynonymSet>& sets) {
  std::vector<Trigger> out;
  const auto add = [&out](const Trigger& trigger) {
    if (std::find(out.begin(), out.end(), trigger) == out.end()) out.push_back(trigger);
  };
  for (const Trigger& trigger : triggers) {
    if (!names_set(trigger)) {
      add(trigger);
      continue;
    }
    const std::string_view name = std::string_view(trigger.front()).substr(1);
    // The last of its name is in force.
    const auto set = std::find_if(sets.rbegin(), sets.rend(),
                                  [name](const SynonymSet& other) { return other.name == name; });
    assert(set != sets.rend());
    for (const Trigger& word : set->words) add(word);
  }
  return out;
}

Result<std::string> compile_program(const Rules& rules, const RuleVocabulary& vocabulary) {
  std::map<std::string, const EventFrame*, std::less<>> by_name;
  for (const EventFrame& frame : rules.frames) by_name[frame.name] = &frame;
  Builder builder(vocabulary, rules.sets);
  for (const auto& [name, frame] : by_name) {
    const auto added = builder.add(*frame);
    if (!added) return fail(added.error());
  }
  return builder.take();
}

Result<void> compile_rules(const std::string& source_folder, DataWriter& writer) {
  auto added = compile_ontology(source_folder, writer);
  if (!added) return added;
  const std::string ontology_path = source_folder + "/schemas/ontology.txt";
  const auto ontology_text = read_file(ontology_path);
  if (!ontology_text) return fail(ontology_text.error());
  const auto ontology = Ontology::parse(*ontology_text, ontology_path);
  if (!ontology) return fail(ontology.error());
  auto class_bytes = WordClasses::compile(source_folder + "/data/lexicon/en/classes.txt");
  if (!class_bytes) return fail(class_bytes.error());
  const auto classes = WordClasses::read(std::as_bytes(std::span<const char>(*class_bytes)));
  if (!classes) return fail(classes.error());
  const RuleVocabulary vocabulary{*ontology, *classes, {}};
  const auto rules = read_rule_folder(source_folder + "/data/rules/en", vocabulary);
  if (!rules) return fail(rules.error());
  auto program = compile_program(*rules, vocabulary);
  if (!program) return fail(program.error());
  writer.add("event.rules", text_of(*rules, source_folder));
  writer.add("event.program", std::move(*program));
  writer.add("event.classes", std::move(*class_bytes));
  return {};
}

}  // namespace nutgraf
