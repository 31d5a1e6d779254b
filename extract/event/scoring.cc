// How central each act is to its report, and the writing of events and tuples.
#include <algorithm>

#include "extract/event/main_event.h"

namespace nutgraf {
namespace {

// The lead tells the main event; every further sentence counts for less.
constexpr int lead = 1000;
constexpr int step = 70;
constexpr int least = 100;
// A headline tells its event in short; the lead tells it in full.
constexpr int headline_step = 1;
constexpr std::size_t most_tuples = 16;  // of one event

int score_of(const EventDesk& work, const Draft& draft, int order, int retellings) {
  const Event& event = draft.event;
  int score = std::max(lead - step * order, least);
  if (!event.type.empty()) score += 200;
  if (!event.actors.empty()) score += 200;
  if (!event.targets.empty()) score += 150;
  if (!event.things.empty()) score += 120;
  if (!event.places.empty()) score += 80;
  const Attachment when = event.when_from;
  if (when == Attachment::clause || when == Attachment::sentence) score += 60;
  if (event.polarity == Polarity::positive && event.modality == Modality::actual) score += 80;
  if (draft.group != nullptr && draft.group->finite) score += 60;
  const std::uint32_t clause = work.desk.clause_of[draft.token];
  if (clause != npos && work.desk.clauses[clause].kind == ClauseKind::main) score += 150;
  const VerbClass kind = draft.verb.verb_class;
  if (event.form == EventForm::noun) score -= 60;
  const bool named = std::any_of(event.actors.begin(), event.actors.end(), [&](std::uint32_t m) {
    return work.out.mentions[m].form == Form::name;
  });
  if (named) score += 60;
  if (kind == VerbClass::speech) score -= 350;
  if (kind == VerbClass::state || kind == VerbClass::aspect) score -= 250;
  if (draft.event.form == EventForm::noun && draft.noun.event == IsEvent::maybe) score -= 200;
  return std::max(score + 40 * std::min(retellings, 5), 1);
}

// "The alliance includes Norway", "the town has a hospital": true, but nobody did anything.
bool tells_no_act(const Draft& draft) {
  // "the released emails": half a fact at best.
  if (draft.event.form == EventForm::verb && draft.group == nullptr) {
    return draft.event.actors.empty() || draft.event.targets.empty();
  }
  return draft.verb.verb_class == VerbClass::state && draft.event.type.empty();
}

void add_tuples(const EventDesk& work, const Draft& draft, std::uint32_t index,
                std::vector<Tuple>& tuples) {
  const Event& event = draft.event;
  if (event.actors.empty() && event.targets.empty()) return;
  const std::vector<std::uint32_t> nobody = {npos};
  const auto& actors = event.actors.empty() ? nobody : event.actors;
  const auto& targets = event.targets.empty() ? nobody : event.targets;
  std::size_t count = 0;
  for (const std::uint32_t actor : actors) {
    for (const std::uint32_t target : targets) {
      if (++count > most_tuples) return;
      Tuple tuple;
      tuple.event = index;
      tuple.actor = actor;
      tuple.action = event.lemma;
      tuple.target = target;
      tuple.place = best_place(work, draft);
      tuple.when = event.when;
      tuples.push_back(std::move(tuple));
    }
  }
}

// Days told in a sentence, for the main event that has none: the nearest before its end, of a week
// at most and not after publication; in its dateline, or behind it.
// "respond to all attacks": a noun of which nothing is told and that no other telling backs is an
// event, but too little to code.
void leave_uncoded(Event& event) {
  event.type.clear();
  event.mode.clear();
  event.act.clear();
  event.codes.clear();
}

bool tells_nothing(const Draft& draft) {
  const Event& event = draft.event;
  return event.form == EventForm::noun && draft.light == npos && event.actors.empty() &&
         event.targets.empty() && event.places.empty() && event.things.empty() && !draft.dated &&
         event.inherited_actors.empty() && event.inherited_targets.empty();
}

}  // namespace

void find_scores(EventDesk& work) {
  std::vector<int> order(work.desk.sentences.size(), 0);
  int prose = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const bool tells = work.desk.sentences[i].kind == SentenceKind::prose;
    order[i] = tells ? prose : prose + headline_step;
    if (tells) ++prose;
  }
  std::vector<int> told(work.drafts.size() + 1, 0);
  for (const Draft& draft : work.drafts) ++told[draft.event.chain];
  std::vector<int> scores;
  for (const Draft& draft : work.drafts) {
    scores.push_back(
        score_of(work, draft, order[draft.event.sentence], told[draft.event.chain] - 1));
  }
  if (scores.empty()) return;
  const auto best = std::max_element(scores.begin(), scores.end());
  for (std::size_t i = 0; i < scores.size(); ++i) {
    work.drafts[i].event.score = static_cast<std::uint16_t>(scores[i] * 1000 / *best);
  }
  Draft& main = work.drafts[static_cast<std::size_t>(best - scores.begin())];
  complete_main_event(work, main);
}

void write_events(EventDesk& work) {
  for (Draft& draft : work.drafts) {
    const auto index = static_cast<std::uint32_t>(work.out.events.size());
    if (tells_nothing(draft) || draft.part_of != npos) leave_uncoded(draft.event);
    const bool leaves = draft.is_light || draft.part_of != npos;
    if (!leaves && !tells_no_act(draft)) add_tuples(work, draft, index, work.out.tuples);
    work.out.events.push_back(std::move(draft.event));
  }
}

}  // namespace nutgraf
