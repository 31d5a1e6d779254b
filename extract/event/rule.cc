#include "extract/event/rule.h"

#include <array>

namespace nutgraf {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(FrameRole::count)> role_names = {
    "actor", "target", "at", "from", "to", "with"};

void print_line(std::string_view key, const std::string& value, std::string& out) {
  out += "  ";
  out += key;
  out.append(key.size() < 9 ? 9 - key.size() : 1, ' ');
  out += value;
  out += '\n';
}

void print_triggers(std::string_view key, const std::vector<Trigger>& triggers, std::string& out) {
  if (triggers.empty()) return;
  std::string value;
  for (const Trigger& trigger : triggers) {
    if (!value.empty()) value += ", ";
    value += to_string(trigger);
  }
  print_line(key, value, out);
}

std::string print_fillers(const std::vector<Filler>& fillers) {
  if (fillers.empty()) return {};
  std::string out = ":";
  for (const Filler& filler : fillers) {
    out += filler.is_class ? " @" : " ";
    out += filler.word;
  }
  return out;
}

std::string print_slots(const std::vector<RoleSlot>& slots) {
  if (slots.empty()) return "none";
  std::string out;
  for (const RoleSlot& slot : slots) {
    if (!out.empty()) out += ", ";
    out += to_string(slot);
  }
  return out;
}

std::string print_example(const RuleExample& example) {
  std::string out = example.text;
  for (std::size_t i = 0; i < example.expected.size(); ++i) {
    out += i == 0 ? " => " : "; ";
    out += example.expected[i].role + " " + example.expected[i].words;
  }
  return out;
}

}  // namespace

std::string_view to_string(FrameRole role) { return role_names[static_cast<std::size_t>(role)]; }

std::optional<FrameRole> parse_frame_role(std::string_view word) {
  for (std::size_t i = 0; i < role_names.size(); ++i) {
    if (role_names[i] == word) return static_cast<FrameRole>(i);
  }
  return std::nullopt;
}

std::string to_string(const RoleSlot& slot) {
  switch (slot.position) {
    case Position::subject:
      return "subject";
    case Position::object:
      return "object";
    case Position::indirect:
      return "indirect";
    case Position::preposition:
      return slot.preposition;
    case Position::complement:
      return "complement";
    case Position::before:
      return "before";
    case Position::sentence:
      return "sentence";
    case Position::within:
      return "within";
  }
  return {};
}

std::string to_string(const Trigger& trigger) {
  std::string out;
  for (const std::string& word : trigger) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

std::string to_string(const FrameCondition& condition) {
  return (condition.veto ? "veto " : "needs ") + to_string(condition.slot) +
         print_fillers(condition.fillers);
}

std::string print(const SynonymSet& set) {
  std::string out = "set " + set.name + "\n";
  print_triggers("words", set.words, out);
  return out;
}

std::string print(const EventFrame& frame) {
  std::string out = "frame " + frame.name + "\n";
  std::string type = frame.type.empty() ? "none" : frame.type;
  if (!frame.mode.empty()) type += " " + frame.mode;
  print_line("type", type, out);
  if (!frame.hostile.empty()) print_line("hostile", frame.hostile, out);
  print_triggers("verbs", frame.verbs, out);
  print_triggers("nouns", frame.nouns, out);
  print_triggers("adjectives", frame.adjectives, out);
  print_triggers("light", frame.light, out);
  for (const RoleLine& line : frame.roles) {
    print_line(to_string(line.role), print_slots(line.slots) + print_fillers(line.fillers), out);
  }
  for (const FrameCondition& condition : frame.conditions) {
    print_line(condition.veto ? "veto" : "needs",
               to_string(condition.slot) + print_fillers(condition.fillers), out);
  }
  if (!frame.casualty.empty()) print_line("casualty", frame.casualty, out);
  for (const RuleExample& example : frame.examples) {
    print_line(example.yes ? "yes" : "no", print_example(example), out);
  }
  return out;
}

}  // namespace nutgraf
