#include "extract/event/rule_lint.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "extract/event/compiler.h"

namespace nutgraf {
namespace {

std::string quoted(const std::string& words) { return '"' + words + '"'; }

bool holds_all(const std::vector<Filler>& wide, const std::vector<Filler>& narrow) {
  return std::all_of(narrow.begin(), narrow.end(), [&](const Filler& filler) {
    return std::find(wide.begin(), wide.end(), filler) != wide.end();
  });
}

// Whether `weak` holds wherever `strong` does.
bool follows(const FrameCondition& weak, const FrameCondition& strong) {
  if (weak.veto != strong.veto || weak.slot != strong.slot) return false;
  const FrameCondition& wide = weak.veto ? strong : weak;
  const FrameCondition& narrow = weak.veto ? weak : strong;
  if (wide.fillers.empty()) return true;
  return !narrow.fillers.empty() && holds_all(wide.fillers, narrow.fillers);
}

struct Pattern {
  const EventFrame* frame = nullptr;
  Trigger trigger;
  std::uint32_t specificity = 0;
};

// Whether `first` fits wherever `second` does.
bool covers(const Pattern& first, const Pattern& second) {
  const bool words = std::all_of(first.trigger.begin(), first.trigger.end(), [&](const auto& word) {
    return std::find(second.trigger.begin(), second.trigger.end(), word) != second.trigger.end();
  });
  return words && std::all_of(first.frame->conditions.begin(), first.frame->conditions.end(),
                              [&](const FrameCondition& weak) {
                                const auto& all = second.frame->conditions;
                                return std::any_of(all.begin(), all.end(), [&](const auto& strong) {
                                  return follows(weak, strong);
                                });
                              });
}

class Linter {
 public:
  Linter(const Rules& rules, const Lexicon& lexicon) : rules_(rules), lexicon_(lexicon) {}

  std::vector<RuleFinding> run() {
    for (const EventFrame& frame : rules_.frames) {
      check_conditions(frame);
      check_roles(frame);
      check_examples(frame);
      check_verbs(frame);
      for (const auto* triggers : {&frame.verbs, &frame.nouns, &frame.adjectives, &frame.light}) {
        check_sets(frame, *triggers);
      }
    }
    check_reach();
    check_unused();
    std::sort(found_.begin(), found_.end());
    return std::move(found_);
  }

 private:
  void add(const EventFrame& frame, std::string message) {
    found_.push_back({frame.file, frame.line, "frame " + frame.name, std::move(message)});
  }

  void check_conditions(const EventFrame& frame) {
    for (const FrameCondition& need : frame.conditions) {
      check_fillers(frame, to_string(need), need.fillers);
      if (need.veto) continue;
      for (const FrameCondition& veto : frame.conditions) {
        if (!veto.veto || veto.slot != need.slot) continue;
        const bool never = veto.fillers.empty() ||
                           (!need.fillers.empty() && holds_all(veto.fillers, need.fillers));
        if (never) {
          add(frame, "unreachable: " + quoted(to_string(veto)) + " forbids what " +
                         quoted(to_string(need)) + " asks for");
        }
      }
    }
  }

  void check_fillers(const EventFrame& frame, const std::string& line,
                     const std::vector<Filler>& fillers) {
    for (auto one = fillers.begin(); one != fillers.end(); ++one) {
      if (std::find(fillers.begin(), one, *one) == one) continue;
      add(frame, "duplicate: " + quoted((one->is_class ? "@" : "") + one->word) +
                     " stands twice in " + quoted(line));
    }
  }

  void check_roles(const EventFrame& frame) {
    for (auto line = frame.roles.begin(); line != frame.roles.end(); ++line) {
      check_fillers(frame, std::string(to_string(line->role)) + " line", line->fillers);
      for (auto other = frame.roles.begin(); other != line; ++other) {
        if (other->role != line->role || other->fillers != line->fillers) continue;
        for (const RoleSlot& slot : line->slots) {
          if (std::find(other->slots.begin(), other->slots.end(), slot) == other->slots.end()) {
            continue;
          }
          add(frame, "duplicate: " + std::string(to_string(line->role)) + " is read from " +
                         quoted(to_string(slot)) + " by two lines alike");
        }
      }
    }
  }

  void check_examples(const EventFrame& frame) {
    const auto& examples = frame.examples;
    const bool any = std::any_of(examples.begin(), examples.end(),
                                 [](const RuleExample& example) { return example.yes; });
    if (!any) add(frame, "untried: the frame has no \"yes\"");
    for (const RuleExample& example : examples) {
      const std::string key = frame.name + (example.yes ? " yes " : " no ") + example.text;
      if (!examples_.insert(key).second) {
        add(frame, "duplicate: this example stands twice: " + example.text);
      }
    }
  }

  // The verb's base form that the word is an inflection of, as far as endings tell; else empty.
  std::string base_of(const std::string& word) const {
    for (const std::string_view ending : {"ed", "d", "ing", "es", "s"}) {
      if (!word.ends_with(ending)) continue;
      std::string stem = word.substr(0, word.size() - ending.size());
      if (lexicon_.is_verb_lemma(stem)) return stem;
      if (lexicon_.is_verb_lemma(stem + "e")) return stem + "e";
    }
    return {};
  }

  void check_verbs(const EventFrame& frame) {
    for (const Trigger& trigger : expanded(frame.verbs, rules_.sets)) {
      const std::string& head = trigger.front();
      if (lexicon_.is_verb_lemma(head) || lexicon_.is_verb_lemma(to_string(trigger))) continue;
      const std::string base = base_of(head);
      constexpr unsigned other = word_is_noun | word_is_adjective | word_is_adverb | word_is_name;
      if (base.empty() && (lexicon_.flags(lexicon_.find(head)) & other) == 0) continue;
      add(frame, "unknown: " + quoted(to_string(trigger)) +
                     " does not begin with a verb's base form" +
                     (base.empty() ? "" : "; did you mean " + base + "?"));
    }
    if (!frame.light.empty() && frame.nouns.empty()) {
      add(frame, "unused: light verbs belong to nouns, and the frame has none");
    }
  }

  void check_sets(const EventFrame& frame, const std::vector<Trigger>& triggers) {
    for (const Trigger& trigger : triggers) {
      if (!names_set(trigger)) continue;
      const std::string name = trigger.front().substr(1);
      used_.insert(name);
      for (const Trigger& word : expanded({trigger}, rules_.sets)) {
        if (std::find(triggers.begin(), triggers.end(), word) == triggers.end()) continue;
        add(frame, "duplicate: " + quoted(to_string(word)) + " stands in set @" + name + " too");
      }
    }
  }

  void check_reach() {
    std::map<std::pair<EventForm, std::string>, std::vector<Pattern>> groups;
    for (const EventFrame& frame : rules_.frames) {
      for (const auto& [form, triggers] :
           {std::pair{EventForm::verb, &frame.verbs}, std::pair{EventForm::noun, &frame.nouns},
            std::pair{EventForm::adjective, &frame.adjectives}}) {
        for (const Trigger& trigger : expanded(*triggers, rules_.sets)) {
          const std::string& head = form == EventForm::verb ? trigger.front() : trigger.back();
          groups[{form, head}].push_back({&frame, trigger, specificity(trigger, frame.conditions)});
        }
      }
    }
    for (auto& [key, patterns] : groups) check_reach(patterns);
  }

  void check_reach(std::vector<Pattern>& patterns) {
    std::sort(patterns.begin(), patterns.end(), [](const Pattern& a, const Pattern& b) {
      if (a.specificity != b.specificity) return a.specificity > b.specificity;
      return std::tie(a.frame->name, a.trigger) < std::tie(b.frame->name, b.trigger);
    });
    for (auto second = patterns.begin(); second != patterns.end(); ++second) {
      const auto first = std::find_if(patterns.begin(), second, [&](const Pattern& before) {
        return before.frame != second->frame && covers(before, *second);
      });
      if (first == second) continue;
      add(*second->frame, "unreachable: wherever " + quoted(to_string(second->trigger)) +
                              " fits, frame " + first->frame->name + " (" + first->frame->file +
                              ":" + std::to_string(first->frame->line) + ") is taken");
    }
  }

  void check_unused() {
    for (const SynonymSet& set : rules_.sets) {
      if (used_.count(set.name) != 0) continue;
      found_.push_back(
          {set.file, set.line, "set " + set.name, "unused: no frame names @" + set.name});
    }
  }

  const Rules& rules_;
  const Lexicon& lexicon_;
  std::vector<RuleFinding> found_;
  std::set<std::string, std::less<>> used_;  // sets
  std::set<std::string, std::less<>> examples_;
};

}  // namespace

std::vector<RuleFinding> lint(const Rules& rules, const Lexicon& lexicon) {
  return Linter(rules, lexicon).run();
}

}  // namespace nutgraf
