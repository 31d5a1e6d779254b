// Which acts of the report are one and the same act told again.
#include <algorithm>
#include <numeric>

#include "extract/event/event_desk.h"

namespace nutgraf {
namespace {

class Chains {
 public:
  explicit Chains(EventDesk& work) : work_(work), parent_(work.drafts.size()) {
    std::iota(parent_.begin(), parent_.end(), 0U);
  }

  void build() {
    for (std::uint32_t i = 0; i < work_.drafts.size(); ++i) {
      const Draft& draft = work_.drafts[i];
      if (draft.is_light) join(i, draft.light);
      if (draft.part_of != npos) join(i, draft.part_of);
    }
    for (std::uint32_t i = 0; i < work_.drafts.size(); ++i) link(i);
    number();
    inherit();
  }

 private:
  std::uint32_t root(std::uint32_t i) const {
    while (parent_[i] != i) i = parent_[i];
    return i;
  }

  // The earlier one leads.
  void join(std::uint32_t a, std::uint32_t b) {
    a = root(a);
    b = root(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

  bool told_as_other(const Draft& draft) const {
    for (const Arc& arc : work_.desk.arcs_from(draft.token)) {
      if (arc.relation != Relation::adjective && arc.relation != Relation::determiner) continue;
      const ClassMask mask = work_.tables.rules.classes().of(work_.token(arc.dependent).folded);
      if ((mask & work_.tables.bits.other) != 0) return true;
    }
    return false;
  }

  bool definite(const Draft& draft) const {
    const std::uint32_t group = work_.desk.noun_group_of[draft.token];
    if (group == npos) return false;
    const Determiner determiner = work_.desk.noun_groups[group].determiner;
    return determiner == Determiner::definite || determiner == Determiner::demonstrative;
  }

  std::uint32_t entity(std::uint32_t mention) const { return work_.out.mentions[mention].entity; }

  enum class Agreement : std::uint8_t { silent, agree, differ };

  Agreement compare(const std::vector<std::uint32_t>& a,
                    const std::vector<std::uint32_t>& b) const {
    if (a.empty() || b.empty()) return Agreement::silent;
    for (const std::uint32_t x : a) {
      for (const std::uint32_t y : b) {
        if (entity(x) != npos && entity(x) == entity(y)) return Agreement::agree;
      }
    }
    return Agreement::differ;
  }

  bool places_differ(const Event& a, const Event& b) const {
    if (a.places.empty() || b.places.empty()) return false;
    for (const EventPlace& x : a.places) {
      for (const EventPlace& y : b.places) {
        if (entity(x.mention) == entity(y.mention)) return false;
      }
    }
    return a.where_from == Attachment::clause && b.where_from == Attachment::clause;
  }

  static bool days_differ(const Draft& a, const Draft& b) {
    if (!a.dated || !b.dated) return false;
    const DayRange& x = a.event.when;
    const DayRange& y = b.event.when;
    return (x.until && y.from && *x.until <= *y.from) || (y.until && x.from && *y.until <= *x.from);
  }

  bool counts_casualties(const Draft& draft) const {
    const Program& program = work_.tables.rules.program();
    return draft.frame != npos && !program.text(program.frame(draft.frame).casualty).empty();
  }

  // "stormed the town … the assault", in the next sentence or the one after.
  bool told_by_force(const Draft& later, const Draft& earlier) const {
    const WordClasses& classes = work_.tables.rules.classes();
    const ClassMask force = work_.tables.bits.act_of_force;
    // The dead of an attack are no attack.
    if (counts_casualties(later) || counts_casualties(earlier)) return false;
    return later.event.form == EventForm::noun && definite(later) &&
           later.noun.event == IsEvent::yes && earlier.event.sentence < later.event.sentence &&
           later.event.sentence - earlier.event.sentence <= 2 &&
           (classes.of(later.event.act) & force) != 0 &&
           (classes.of(earlier.event.act) & force) != 0;
  }

  // The same lemma, a noun and its verb, or one frame.
  bool same_family(const Draft& a, const Draft& b) const {
    if (a.event.form == b.event.form && a.lemma == b.lemma) return true;
    if (a.event.form == EventForm::noun && a.noun.verb == b.lemma) return true;
    if (b.event.form == EventForm::noun && b.noun.verb == a.lemma) return true;
    if (told_by_force(a, b)) return true;
    if (a.event.type.empty() || a.event.act != b.event.act) return false;
    return a.frame == b.frame || (!a.event.mode.empty() && a.event.mode == b.event.mode);
  }

  static bool may_repeat(const Draft& draft) {
    if (draft.event.form == EventForm::noun) return draft.noun.event != IsEvent::maybe;
    const VerbClass kind = draft.verb.verb_class;
    return kind == VerbClass::none || kind == VerbClass::motion;
  }

  static bool things_told(const Draft& draft) { return !draft.event.things.empty(); }

  // The dead of a raid are not what it was aimed at.
  static const std::vector<std::uint32_t>& targets_of(const Draft& draft) {
    static const std::vector<std::uint32_t> none;
    return draft.lent_targets ? none : draft.event.targets;
  }

  bool one_act(const Draft& later, const Draft& earlier) const {
    if (!same_family(later, earlier)) return false;
    if (later.factuality.modality != earlier.factuality.modality ||
        later.factuality.polarity != earlier.factuality.polarity) {
      return false;
    }
    if (days_differ(later, earlier) || places_differ(later.event, earlier.event)) return false;
    const Agreement actors = compare(later.event.actors, earlier.event.actors);
    const Agreement targets = compare(targets_of(later), targets_of(earlier));
    if (actors == Agreement::differ || targets == Agreement::differ) return false;
    if (actors == Agreement::agree && targets == Agreement::agree) return true;
    const bool bare = later.event.actors.empty() && targets_of(later).empty();
    if (bare) return later.event.form == EventForm::noun && definite(later);
    const bool told_again = later.event.form == EventForm::noun && definite(later);
    const bool some = actors == Agreement::agree || targets == Agreement::agree;
    return some &&
           (told_again || later.lemma == earlier.lemma || earlier.event.form != later.event.form);
  }

  void link(std::uint32_t i) {
    const Draft& draft = work_.drafts[i];
    if (!may_repeat(draft) || told_as_other(draft)) return;
    for (std::uint32_t back = i; back-- > 0;) {
      const Draft& earlier = work_.drafts[back];
      if (!may_repeat(earlier) || root(back) == root(i)) continue;
      if (earlier.event.sentence == draft.event.sentence && draft.event.form == EventForm::verb) {
        continue;
      }
      if (!one_act(draft, earlier)) continue;
      join(i, back);
      work_.tell(draft, true, "chain", "the act of \"" + earlier.event.lemma + "\" told again");
      return;
    }
  }

  // A light verb's deed is its noun's: who orders an inquiry and who orders a curfew do two things.
  std::string deed_of_draft(const Draft& draft) const {
    if (draft.is_light && draft.light != npos) return deed_of_draft(work_.drafts[draft.light]);
    return deed_of(work_.tables.words, draft.event.form, draft.event.lemma, draft.noun);
  }

  void number() {
    std::vector<std::uint32_t> numbers(work_.drafts.size(), npos);
    std::uint32_t next = 0;
    for (std::uint32_t i = 0; i < work_.drafts.size(); ++i) {
      std::uint32_t& number = numbers[root(i)];
      if (number == npos) number = next++;
      work_.drafts[i].event.chain = number;
      work_.drafts[i].event.deed = deed_of_draft(work_.drafts[i]);
      work_.drafts[i].event.another = told_as_other(work_.drafts[i]);
    }
    members_.assign(next, {});
    for (std::uint32_t i = 0; i < work_.drafts.size(); ++i) {
      members_[work_.drafts[i].event.chain].push_back(i);
    }
  }

  // A year is too coarse to tell that two tellings mean one act.
  static bool is_month_at_most(const DayRange& range) {
    return range.from && range.until && range.until->number - range.from->number <= 31;
  }

  // What one telling lacks, another of its chain has; a date told once is the date of all.
  void inherit() {
    for (const auto& chain : members_) {
      if (chain.size() < 2) continue;
      for (const std::uint32_t i : chain) {
        for (const std::uint32_t k : chain) {
          if (i == k) continue;
          Draft& to = work_.drafts[i];
          const Draft& from = work_.drafts[k];
          take(to.event.actors, from.event.actors, to.event.inherited_actors);
          take(to.event.targets, from.event.targets, to.event.inherited_targets);
          if (!to.dated && from.dated && is_month_at_most(from.event.when)) {
            to.event.when = from.event.when;
            to.event.when_from = Attachment::paragraph;
            to.dated = true;
          }
        }
      }
    }
  }

  void take(const std::vector<std::uint32_t>& own, const std::vector<std::uint32_t>& from,
            std::vector<std::uint32_t>& inherited) const {
    if (!own.empty()) return;
    for (const std::uint32_t mention : from) {
      const bool known = std::any_of(inherited.begin(), inherited.end(), [&](std::uint32_t other) {
        return entity(other) == entity(mention);
      });
      if (!known) inherited.push_back(mention);
    }
  }

  EventDesk& work_;
  std::vector<std::uint32_t> parent_;
  std::vector<std::vector<std::uint32_t>> members_;
};

// Verbs that tell no deed by themselves: "say", "make", "begin", "have".
bool tells_no_deed(const EventLexicon& words, std::string_view verb) {
  const std::size_t space = verb.find(' ');
  const bool own_row = space == std::string_view::npos || words.has_verb(verb);
  const VerbClass kind = words.verb(own_row ? verb : verb.substr(0, space)).verb_class;
  return kind != VerbClass::none && kind != VerbClass::motion;
}

}  // namespace

std::string deed_of(const EventLexicon& words, EventForm form, std::string_view lemma,
                    const NounRow& noun) {
  const std::string_view family = words.deed_family(form, lemma);
  if (!family.empty()) return std::string(family);
  if (form != EventForm::verb) {
    if (noun.verb.empty()) return std::string(lemma);
    return deed_of(words, EventForm::verb, noun.verb, {});
  }
  return tells_no_deed(words, lemma) ? std::string() : std::string(lemma);
}

void find_chains(EventDesk& work) { Chains(work).build(); }

}  // namespace nutgraf
