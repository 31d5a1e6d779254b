// Law 7: the matcher agrees with a naive one that reads the symbolic frames.
#include <rapidcheck/catch.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "extract/event/compiler.h"
#include "extract/event/matcher.h"
#include "extract/event/rule_book.h"
#include "extract/lexicon/data_file.h"

namespace nutgraf {
namespace {

const RuleBook& shipped() {
  static const auto data = DataFile::open(NUTGRAF_DATA_FILE);
  static const auto book = RuleBook::open(*data, {});
  REQUIRE(book);
  return *book;
}

const std::vector<std::string> verbs = {"fire", "take", "hold"};
const std::vector<std::string> words = {"rocket", "minister", "talk", "city", "up", "goal"};
const std::vector<std::string> classes = {"person", "place", "weapon", "sport"};
const std::vector<std::string> prepositions = {"on", "against", "up"};

RoleSlot slot_of(int number) {
  if (number < 3) return {static_cast<Position>(number), {}};
  return {Position::preposition, prepositions[static_cast<std::size_t>(number) % 3]};
}

rc::Gen<RoleSlot> any_slot() { return rc::gen::map(rc::gen::inRange(0, 6), slot_of); }

rc::Gen<std::vector<Filler>> any_fillers() {
  const auto filler = rc::gen::oneOf(rc::gen::map(rc::gen::elementOf(words),
                                                  [](std::string w) {
                                                    return Filler{false, w};
                                                  }),
                                     rc::gen::map(rc::gen::elementOf(classes), [](std::string w) {
                                       return Filler{true, w};
                                     }));
  return rc::gen::resize(2, rc::gen::container<std::vector<Filler>>(filler));
}

// The head of a verb's trigger comes first, of a noun's last.
Trigger any_trigger(EventForm form) {
  Trigger trigger = {*rc::gen::elementOf(verbs)};
  if (*rc::gen::inRange(0, 3) == 0) {
    const std::string further = *rc::gen::elementOf(words);
    trigger.insert(form == EventForm::verb ? trigger.end() : trigger.begin(), further);
  }
  return trigger;
}

std::vector<SynonymSet> any_sets() {
  return {{"s", {any_trigger(EventForm::verb), any_trigger(EventForm::verb)}, {}, 0}};
}

EventFrame any_frame(int number) {
  EventFrame frame;
  frame.name = "f" + std::to_string(number);
  frame.type = "assault";
  switch (*rc::gen::inRange(0, 4)) {
    case 0:
      frame.nouns = {any_trigger(EventForm::noun)};
      break;
    case 1:
      frame.verbs = {{"@s"}};
      break;
    default:
      frame.verbs = {any_trigger(EventForm::verb)};
  }
  const int conditions = *rc::gen::inRange(0, 3);
  for (int i = 0; i < conditions; ++i) {
    frame.conditions.push_back({*rc::gen::arbitrary<bool>(), *any_slot(), *any_fillers()});
  }
  const int lines = *rc::gen::inRange(0, 3);
  for (int i = 0; i < lines; ++i) {
    const auto role = static_cast<FrameRole>(*rc::gen::inRange(0, 6));
    frame.roles.push_back({role, {*any_slot()}, *any_fillers()});
  }
  return frame;
}

// The triggers of a form, sets written out.
std::vector<Trigger> triggers_of(const EventFrame& frame, const std::vector<SynonymSet>& sets,
                                 EventForm form) {
  std::vector<Trigger> out;
  for (const Trigger& trigger : form == EventForm::verb ? frame.verbs : frame.nouns) {
    if (trigger.front() == "@s") {
      out.insert(out.end(), sets.front().words.begin(), sets.front().words.end());
    } else {
      out.push_back(trigger);
    }
  }
  return out;
}

// Frames that share a trigger and all conditions are refused by the compiler: the later is left
// out.
std::vector<EventFrame> any_frames(const std::vector<SynonymSet>& sets) {
  std::vector<EventFrame> out;
  const int count = *rc::gen::inRange(1, 40);
  for (int i = 0; i < count; ++i) {
    EventFrame frame = any_frame(i);
    const bool twin = std::any_of(out.begin(), out.end(), [&](const EventFrame& other) {
      if (other.conditions != frame.conditions) return false;
      for (const EventForm form : {EventForm::verb, EventForm::noun}) {
        const auto theirs = triggers_of(other, sets, form);
        for (const Trigger& own : triggers_of(frame, sets, form)) {
          if (std::find(theirs.begin(), theirs.end(), own) != theirs.end()) return true;
        }
      }
      return false;
    });
    if (!twin) out.push_back(std::move(frame));
  }
  return out;
}

struct Sentence7 {
  EventForm form = EventForm::verb;
  std::string verb;
  std::vector<Argument> arguments;
};

Sentence7 any_sentence(const WordClasses& known) {
  Sentence7 out;
  out.form = *rc::gen::inRange(0, 4) == 0 ? EventForm::noun : EventForm::verb;
  out.verb = *rc::gen::elementOf(verbs);
  const int count = *rc::gen::inRange(0, 5);
  for (int i = 0; i < count; ++i) {
    Argument argument;
    const RoleSlot slot = *any_slot();
    argument.position = slot.position;
    if (slot.position == Position::preposition) {
      const auto found = std::find(prepositions.begin(), prepositions.end(), slot.preposition);
      argument.preposition = *found;
    }
    argument.lemma = words[static_cast<std::size_t>(*rc::gen::inRange(0, 6))];
    argument.classes = known.of(argument.lemma);
    if (*rc::gen::inRange(0, 2) == 0) argument.classes |= WordClasses::person;
    argument.particle = *rc::gen::inRange(0, 4) == 0;
    argument.token = static_cast<std::uint32_t>(i);
    out.arguments.push_back(argument);
  }
  return out;
}

// The naive reading of the manual.
bool fills(const WordClasses& known, const std::vector<Filler>& fillers, const Argument& argument) {
  if (fillers.empty()) return true;
  for (const Filler& filler : fillers) {
    if (filler.is_class && (argument.classes & *known.find(filler.word)) != 0) return true;
    if (!filler.is_class && filler.word == argument.lemma) return true;
  }
  return false;
}

bool at(const RoleSlot& slot, const Argument& argument) {
  return !argument.particle && slot.position == argument.position &&
         (slot.position != Position::preposition || slot.preposition == argument.preposition);
}

bool fits(const WordClasses& known, const EventFrame& frame, const Trigger& trigger,
          const Sentence7& sentence) {
  const bool verb = sentence.form == EventForm::verb;
  if ((verb ? trigger.front() : trigger.back()) != sentence.verb) return false;
  for (std::size_t i = verb ? 1 : 0; i < trigger.size() - (verb ? 0 : 1); ++i) {
    bool found = false;
    for (const Argument& a : sentence.arguments) {
      found = found || a.lemma == trigger[i] || a.preposition == trigger[i];
    }
    if (!found) return false;
  }
  for (const FrameCondition& condition : frame.conditions) {
    bool found = false;
    for (const Argument& a : sentence.arguments) {
      found = found || (at(condition.slot, a) && fills(known, condition.fillers, a));
    }
    if (found == condition.veto) return false;
  }
  return true;
}

// Every trigger of every frame is tried.
const EventFrame* naive(const WordClasses& known, const std::vector<EventFrame>& frames,
                        const std::vector<SynonymSet>& sets, const Sentence7& sentence) {
  const EventFrame* best = nullptr;
  std::uint32_t best_rank = 0;
  for (const EventFrame& frame : frames) {
    for (const Trigger& trigger : triggers_of(frame, sets, sentence.form)) {
      if (!fits(known, frame, trigger, sentence)) continue;
      const std::uint32_t rank = specificity(trigger, frame.conditions);
      if (best == nullptr || rank > best_rank || (rank == best_rank && frame.name < best->name)) {
        best = &frame;
        best_rank = rank;
      }
    }
  }
  return best;
}

std::uint32_t naive_roles(const WordClasses& known, const EventFrame& frame,
                          const Argument& argument) {
  std::uint32_t out = 0;
  for (const RoleLine& line : roles_in_force(frame)) {
    for (const RoleSlot& slot : line.slots) {
      if (at(slot, argument) && fills(known, line.fillers, argument)) {
        out |= 1U << static_cast<std::uint32_t>(line.role);
      }
    }
  }
  return out;
}

}  // namespace

TEST_CASE("law 7: the matcher agrees with a naive one", "[rules][law]") {
  const WordClasses& known = shipped().classes();
  rc::prop("same frame, same roles", [&] {
    const std::vector<SynonymSet> sets = any_sets();
    const std::vector<EventFrame> frames = any_frames(sets);
    const auto bytes = compile_program({frames, sets}, {shipped().ontology(), known, {}});
    RC_ASSERT(bytes.has_value());
    const auto program = Program::own(*bytes);
    RC_ASSERT(program.has_value());
    const Sentence7 sentence = any_sentence(known);
    TriggerView view;
    view.form = sentence.form;
    view.lemma = sentence.verb;
    view.arguments = sentence.arguments;
    const Program::PatternRow* found = match(*program, view);
    const EventFrame* wanted = naive(known, frames, sets, sentence);
    RC_ASSERT((found != nullptr) == (wanted != nullptr));
    if (wanted == nullptr) return;
    const auto& row = program->frame(found->frame);
    RC_ASSERT(program->text(row.name) == wanted->name);
    for (const Argument& argument : sentence.arguments) {
      RC_ASSERT(roles_of(*program, row, argument) == naive_roles(known, *wanted, argument));
    }
  });
}

}  // namespace nutgraf
