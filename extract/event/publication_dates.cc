// Acts whose sentence tells no day: the day told of their doer's last deed, else what tense and
// clause say beside the day of publication.
#include "extract/event/publication_dates.h"

#include "extract/event/moments.h"

namespace nutgraf {
namespace {

constexpr int deepest = 12;
constexpr std::int32_t farthest_told = 7;  // days back to which a telling goes on

enum class Standing : std::uint8_t { main, background };

// Main: a finite verb of a main clause, or told by a verb of saying without "that".
Standing standing_of(const EventDesk& work, const Draft& draft) {
  if (draft.event.form != EventForm::verb || draft.group == nullptr || !draft.group->finite) {
    return Standing::background;
  }
  if (draft.group->perfect && draft.group->tense == Tense::past) return Standing::background;
  // The present is the day of publication in any clause: "planes, which come from the old range".
  if (draft.group->tense == Tense::present && !draft.group->perfect) return Standing::main;
  // "Although he said so": what is said is said to the reporter, in whatever clause.
  if (speaks(draft) && !is_participle_on_noun(work, draft.token)) return Standing::main;
  std::uint32_t token = draft.token;
  for (int depth = 0; depth < deepest; ++depth) {
    const Arc& up = work.desk.arc_to(token);
    if (up.governor == npos) return Standing::main;
    const bool open =
        up.relation == Relation::conjunct || up.relation == Relation::quotation ||
        (up.relation == Relation::complement && up.marker == npos && token < up.governor);
    if (!open) return Standing::background;
    token = up.governor;
  }
  return Standing::background;
}

bool shares_actor(const EventDesk& work, const Event& a, const Event& b) {
  const auto entity = [&](std::uint32_t mention) { return work.out.mentions[mention].entity; };
  for (const std::uint32_t x : a.actors) {
    for (const std::uint32_t y : b.actors) {
      if (entity(x) != npos && entity(x) == entity(y)) return true;
    }
  }
  return false;
}

bool narrates(const EventDesk& work, const Draft& draft) {
  return draft.event.form == EventForm::verb && draft.group != nullptr &&
         draft.group->tense == Tense::past && !draft.group->perfect &&
         draft.factuality == Factuality{} && standing_of(work, draft) == Standing::main;
}

bool acts(const Draft& draft) {
  return draft.verb.verb_class != VerbClass::speech && draft.verb.verb_class != VerbClass::state;
}

bool day_at_most(const DayRange& range) {
  return range.from && range.until && range.until->number - range.from->number <= 2;
}

// "The plane can fly ten hours": true on the day of publication.
bool is_ability(const EventDesk& work, const Draft& draft) {
  return draft.own_modal && draft.group != nullptr && draft.group->modal != npos &&
         draft.group->tense == Tense::present && work.token(draft.group->modal).folded == "can";
}

void date_one(EventDesk& work, Draft& draft, Day day) {
  const Modality modality = draft.factuality.modality;
  const Day next{day.number + 1};
  Event& event = draft.event;
  if (modality == Modality::planned || modality == Modality::requested) {
    event.when = {day, std::nullopt};
  } else if (modality != Modality::actual && !is_ability(work, draft)) {
    return;
  } else if (standing_of(work, draft) == Standing::main) {
    event.when = {day, next};
  } else {
    event.when = {std::nullopt, next};
  }
  event.when_from = Attachment::publication;
}

// Dated up to the day of publication, and no further.
bool is_background(const Draft& draft) {
  return draft.event.when_from == Attachment::publication && !draft.event.when.from &&
         draft.factuality == Factuality{};
}

// "The mayor resigned. … after his resignation": what the report tells as its news and then again
// in passing is of one day.
void share_news_in_chains(EventDesk& work) {
  std::vector<std::uint32_t> teller(work.drafts.size() + 1, npos);
  for (std::uint32_t i = 0; i < work.drafts.size(); ++i) {
    const Event& event = work.drafts[i].event;
    const bool news = event.when_from == Attachment::publication && event.when.from &&
                      event.when.until && work.drafts[i].factuality == Factuality{};
    if (news && teller[event.chain] == npos) teller[event.chain] = i;
  }
  for (Draft& draft : work.drafts) {
    const std::uint32_t news = teller[draft.event.chain];
    if (news != npos && is_background(draft)) draft.event.when = work.drafts[news].event.when;
  }
}

// "Gunmen shot a guard, wounding two": what shares the moment of a main act without a day of its
// own is of the day of publication too.
void spread_publication(EventDesk& work) {
  for (int pass = 0; pass < 2; ++pass) {
    for (Draft& draft : work.drafts) {
      const Arc& up = work.desk.arc_to(draft.token);
      if (!is_background(draft) || up.governor == npos) continue;
      const std::uint32_t light = draft.light;
      const bool noun = draft.event.form == EventForm::noun;
      const bool beside = noun && light == npos && up.relation == Relation::oblique;
      const std::uint32_t host = noun && !beside ? light : host_of(work, draft);
      if (host == npos || work.drafts[host].event.when_from != Attachment::publication) continue;
      if ((!noun || beside) && !shares_moment(work, draft, work.drafts[host], up)) continue;
      draft.event.when = work.drafts[host].event.when;
    }
  }
}

}  // namespace

void follow_actors(EventDesk& work, Day published) {
  for (std::uint32_t i = 0; i < work.drafts.size(); ++i) {
    Draft& draft = work.drafts[i];
    if (draft.dated || draft.event.when.known() || !narrates(work, draft)) continue;
    for (std::uint32_t k = i; k-- > 0;) {
      const Draft& before = work.drafts[k];
      if (!before.dated || before.event.sentence == draft.event.sentence) continue;
      if (!narrates(work, before) || !shares_actor(work, before.event, draft.event)) continue;
      const DayRange& when = before.event.when;
      const bool near = day_at_most(when) && when.from->number <= published.number &&
                        published.number - when.from->number <= farthest_told;
      // "He was elected in 2009. He appointed …": the background goes on.
      const bool goes_on = when.from && when.until && when.until->number <= published.number &&
                           before.event.sentence + 1 == draft.event.sentence && !speaks(before) &&
                           acts(draft);
      if (!near && !goes_on) break;
      take_date(draft, before);
      draft.event.when_from = Attachment::paragraph;
      work.tell(draft, true, "date/same-actor", "the day told of its actor's last deed");
      break;
    }
  }
}

void date_by_publication(EventDesk& work, Day published) {
  for (Draft& draft : work.drafts) {
    // "pilgrims arrive each year" tells of no day.
    if (draft.habitual && draft.group != nullptr && draft.group->tense == Tense::present) continue;
    if (!draft.event.when.known()) date_one(work, draft, published);
  }
  spread_publication(work);
  share_news_in_chains(work);
}

}  // namespace nutgraf
