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

EventFrame any_frame(int number) {
  EventFrame frame;
  frame.name = "f" + std::to_string(number);
  frame.type = "assault";
  Trigger trigger = {*rc::gen::elementOf(verbs)};
  if (*rc::gen::inRange(0, 3) == 0) trigger.push_back(*rc::gen::elementOf(words));
  frame.verbs = {trigger};
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

struct Sentence7 {
  std::string verb;
  std::vector<Argument> arguments;
};

Sentence7 any_sentence(const WordClasses& known) {
  Sentence7 out;
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

bool fits(const WordClasses& known, const EventFrame& frame, const Sentence7& sentence) {
  const Trigger& trigger = frame.verbs.front();
  if (trigger.front() != sentence.verb) return false;
  for (std::size_t i = 1; i < trigger.size(); ++i) {
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

const EventFrame* naive(const WordClasses& known, const std::vector<EventFrame>& frames,
                        const Sentence7& sentence) {
  const EventFrame* best = nullptr;
  const auto rank = [](const EventFrame& frame) {
    return specificity(frame.verbs.front(), frame.conditions);
  };
  for (const EventFrame& frame : frames) {
    if (!fits(known, frame, sentence)) continue;
    if (best == nullptr || rank(frame) > rank(*best) ||
        (rank(frame) == rank(*best) && frame.name < best->name)) {
      best = &frame;
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
    std::vector<EventFrame> frames;
    const int count = *rc::gen::inRange(1, 6);
    for (int i = 0; i < count; ++i) frames.push_back(any_frame(i));
    const auto bytes = compile_program(frames, {shipped().ontology(), known});
    RC_PRE(bytes.has_value());  // twins are refused
    const auto program = Program::own(*bytes);
    RC_ASSERT(program.has_value());
    const Sentence7 sentence = any_sentence(known);
    TriggerView view;
    view.form = EventForm::verb;
    view.lemma = sentence.verb;
    view.arguments = sentence.arguments;
    const FrameMatch found = match(*program, view);
    const EventFrame* wanted = naive(known, frames, sentence);
    RC_ASSERT((found.pattern != nullptr) == (wanted != nullptr));
    if (wanted == nullptr) return;
    const auto& row = program->frame(found.pattern->frame);
    RC_ASSERT(program->text(row.name) == wanted->name);
    for (const Argument& argument : sentence.arguments) {
      RC_ASSERT(roles_of(*program, row, argument) == naive_roles(known, *wanted, argument));
    }
  });
}

}  // namespace nutgraf
