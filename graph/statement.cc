#include "graph/statement.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <set>
#include <utility>

#include "extract/text/fold.h"
#include "graph/statement_parts.h"

namespace nutgraf {
namespace {

NodeKind node_kind(Kind kind) {
  static constexpr std::array<NodeKind, 3> kinds{NodeKind::person, NodeKind::group,
                                                 NodeKind::place};
  return kinds.at(static_cast<std::size_t>(kind));
}

// The first mention of each entity, and whether one is more than a pronoun.
struct FirstMention {
  std::uint32_t mention = npos;
  bool spoken = false;
};

std::vector<FirstMention> first_mentions(const Extraction& extraction) {
  std::vector<FirstMention> out(extraction.entities.size());
  for (std::uint32_t m = 0; m < extraction.mentions.size(); ++m) {
    const Mention& mention = extraction.mentions[m];
    if (mention.entity >= out.size()) continue;
    FirstMention& first = out[mention.entity];
    if (first.mention == npos || mention.span < extraction.mentions[first.mention].span) {
      first.mention = m;
    }
    first.spoken = first.spoken || mention.form != Form::pronoun;
  }
  return out;
}

const ReportDecisions::Split* split_of(const Extraction& extraction, std::uint32_t entity,
                                       const ReportDecisions& decisions) {
  const ReportDecisions::Split* found = nullptr;
  for (const Mention& mention : extraction.mentions) {
    if (mention.entity != entity) continue;
    for (const ReportDecisions::Split& split : decisions.splits) {
      if (split.mention == mention.span) found = &split;  // the later decision holds
    }
  }
  return found;
}

class Maker {
 public:
  Maker(const Report& report, const Extraction& extraction, const ReportDecisions& decisions)
      : extraction_(extraction), decisions_(decisions), key_(report_key(report.id)) {
    out_.report = report.id;
    out_.date = report.date;
    out_.source = report.source;
  }

  Statement make() {
    make_units();
    make_events();
    state_references(extraction_, out_);
    state_members(extraction_, out_);
    return std::move(out_);
  }

 private:
  void make_units() {
    const std::vector<FirstMention> firsts = first_mentions(extraction_);
    out_.unit_of.assign(extraction_.entities.size(), npos);
    for (std::uint32_t e = 0; e < firsts.size(); ++e) {
      if (firsts[e].mention == npos) continue;
      const std::uint32_t unit = add(unit_of(e, extraction_.mentions[firsts[e].mention]));
      out_.unit_of[e] = unit;
      if (firsts[e].spoken) out_.units[unit].spoken = true;
    }
    const std::size_t own = out_.units.size();
    for (std::size_t u = 0; u < own; ++u) {
      if (!out_.units[u].place) continue;
      const std::vector<Place> within = out_.units[u].place->within;
      for (std::size_t i = 0; i < within.size(); ++i) add_around(within, i);
    }
  }

  StatedUnit unit_of(std::uint32_t e, const Mention& first) {
    const Entity& entity = extraction_.entities[e];
    StatedUnit unit;
    unit.kind = node_kind(entity.kind);
    unit.named = entity.named;
    unit.offset = first.span.begin;
    unit.name = entity.name;
    unit.aliases = entity.aliases;
    unit.role = entity.role;
    unit.country = entity.country;
    unit.gender = entity.gender;
    if (!entity.named) {
      unit.heads = entity.heads;
      for (const Mention& mention : extraction_.mentions) {
        if (mention.entity == e && mention.number) unit.counts.push_back(*mention.number);
      }
    }
    if (const ReportDecisions::Split* split = split_of(extraction_, e, decisions_)) {
      unit.tag = split->tag;
      if (!split->name.empty()) {
        unit.name = split->name;
        unit.aliases.clear();
        unit.named = true;
      }
    }
    unit.folded = unit_name(unit.kind, unit.name);
    name_it(unit, entity, first);
    return unit;
  }

  void name_it(StatedUnit& unit, const Entity& entity, const Mention& first) {
    const bool place = unit.kind == NodeKind::place;
    if (place && (unit.named || entity.place)) {
      unit.place_id = entity.place ? entity.place->id : "x:/" + unit.folded;
      if (!unit.tag.empty()) unit.place_id += "#" + unit.tag;
      unit.place = entity.place;
      unit.id = place_id(unit.place_id);
    } else if (unit.named && (entity.complete || !unit.tag.empty())) {
      unit.id = named_id(unit.kind, unit.folded,
                         unit.tag.empty() ? unit.facet() : unit.facet() + "#" + unit.tag);
    } else {
      unit.local = true;
      unit.id = local_id(key_, free_offset(first.head.begin));
    }
  }

  std::uint32_t free_offset(std::uint32_t offset) {
    while (!offsets_.insert(offset).second) ++offset;
    return offset;
  }

  // Two entities of one name are one unit: what either tells is told.
  std::uint32_t add(StatedUnit unit) {
    for (std::uint32_t u = 0; u < out_.units.size(); ++u) {
      StatedUnit& there = out_.units[u];
      if (there.id != unit.id || there.kind != unit.kind) continue;
      there.aliases.insert(there.aliases.end(), unit.aliases.begin(), unit.aliases.end());
      if (unit.name != there.name) there.aliases.push_back(unit.name);
      std::sort(there.aliases.begin(), there.aliases.end());
      there.aliases.erase(std::unique(there.aliases.begin(), there.aliases.end()),
                          there.aliases.end());
      there.offset = std::min(there.offset, unit.offset);
      there.gender = std::max(there.gender, unit.gender);
      return u;
    }
    out_.units.push_back(std::move(unit));
    return static_cast<std::uint32_t>(out_.units.size() - 1);
  }

  void add_around(const std::vector<Place>& within, std::size_t i) {
    StatedUnit unit;
    unit.kind = NodeKind::place;
    unit.named = true;
    unit.around = true;
    unit.place_id = within[i].id;
    unit.id = place_id(unit.place_id);
    for (const StatedUnit& there : out_.units) {
      if (there.id == unit.id && there.kind == NodeKind::place) return;
    }
    unit.name = within[i].name;
    unit.folded = unit_name(unit.kind, unit.name);
    unit.place = within[i];
    unit.place->within.assign(within.begin() + static_cast<std::ptrdiff_t>(i) + 1, within.end());
    out_.units.push_back(std::move(unit));
  }

  void make_events() {
    std::map<std::uint32_t, std::vector<std::uint32_t>> chains;
    for (std::uint32_t e = 0; e < extraction_.events.size(); ++e) {
      const std::uint32_t chain = extraction_.events[e].chain;
      // Without a chain an event stands alone; such keys lie beyond all chains.
      chains[chain == npos ? 0x80000000U + e : chain].push_back(e);
    }
    out_.chain_of.assign(extraction_.events.size(), npos);
    std::vector<std::pair<std::uint32_t, const std::vector<std::uint32_t>*>> order;
    for (const auto& [chain, members] : chains) {
      if (!rejected(members)) order.emplace_back(first_trigger(members), &members);
    }
    std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first < b.first : *a.second < *b.second;
    });
    std::set<std::uint32_t> taken;
    for (auto [offset, members] : order) {
      while (!taken.insert(offset).second) ++offset;
      for (const std::uint32_t e : *members) {
        out_.chain_of[e] = static_cast<std::uint32_t>(out_.events.size());
      }
      out_.events.push_back(event_of(*members, offset));
    }
  }

  bool rejected(const std::vector<std::uint32_t>& members) const {
    return std::any_of(members.begin(), members.end(), [&](std::uint32_t e) {
      return std::find(decisions_.rejected.begin(), decisions_.rejected.end(),
                       extraction_.events[e].span) != decisions_.rejected.end();
    });
  }

  std::uint32_t first_trigger(const std::vector<std::uint32_t>& members) const {
    std::uint32_t offset = npos;
    for (const std::uint32_t e : members) {
      offset = std::min(offset, extraction_.events[e].span.begin);
    }
    return offset;
  }

  // Typed before untyped, asserted before not, a verb before what renames the deed by a noun, then
  // the more central, the surer, the earlier.
  bool speaks_before(const Event& a, const Event& b) const {
    const auto rank = [](const Event& event) {
      return std::tuple(event.type.empty(),
                        event.modality != Modality::actual || event.polarity == Polarity::negative,
                        event.form != EventForm::verb, 1000 - static_cast<int>(event.score),
                        1000 - static_cast<int>(event.confidence), event.span.begin);
    };
    return rank(a) < rank(b);
  }

  StatedEvent event_of(const std::vector<std::uint32_t>& members, std::uint32_t offset) {
    const Event* speaker = &extraction_.events[members.front()];
    for (const std::uint32_t e : members) {
      if (speaks_before(extraction_.events[e], *speaker)) speaker = &extraction_.events[e];
    }
    StatedEvent out;
    out.id = chain_id(key_, offset);
    out.type = speaker->type;
    out.act = speaker->act.empty() ? speaker->type : speaker->act;
    out.mode = speaker->mode;
    out.lemma = speaker->lemma;
    out.modality = speaker->modality;
    out.polarity = speaker->polarity;
    std::set<std::string> lemmas;
    std::set<std::string> frames;
    std::set<std::string> deeds;
    std::set<StatedRole> roles;
    for (const std::uint32_t e : members) {
      const Event& event = extraction_.events[e];
      lemmas.insert(event.lemma);
      deeds.insert(event.deed);
      out.another = out.another || event.another;
      if (!event.type.empty()) frames.insert(event.rule.substr(0, event.rule.find('/')));
      out.score = std::max(out.score, event.score);
      add_roles(event, roles);
      for (const Casualty& casualty : event.casualties) {
        out.casualties.push_back({casualty.state, casualty.count});
      }
    }
    frames.erase("");
    deeds.erase("");
    out.deeds.assign(deeds.begin(), deeds.end());
    out.lemmas.assign(lemmas.begin(), lemmas.end());
    out.frames.assign(frames.begin(), frames.end());
    out.roles.assign(roles.begin(), roles.end());
    date(out, *speaker, members);
    return out;
  }

  // Of its day: 2 when its own clause tells it, 1 when words around do, 0 when none do.
  static int nearness(const Event& event) {
    if (!event.when.known()) return 0;
    if (event.when_from == Attachment::clause) return 2;
    return event.when_from == Attachment::sentence || event.when_from == Attachment::paragraph ? 1
                                                                                               : 0;
  }

  // The day that one's own clause tells, the speaker's first; else one that other words tell; else
  // the speaker's; what has no date at all ended by the day of publication.
  void date(StatedEvent& out, const Event& speaker,
            const std::vector<std::uint32_t>& members) const {
    const Event* teller = &speaker;
    for (const std::uint32_t e : members) {
      if (nearness(extraction_.events[e]) > nearness(*teller)) teller = &extraction_.events[e];
    }
    out.when = teller->when;
    out.told = nearness(*teller) > 0;
    out.own_day = nearness(*teller) == 2;
    if (!out.when.known() && out_.date) out.when.until = Day{out_.date->number + 1};
  }

  void add_role(std::uint32_t mention, Role role, std::set<StatedRole>& roles) const {
    if (mention >= extraction_.mentions.size()) return;
    const std::uint32_t entity = extraction_.mentions[mention].entity;
    if (entity >= out_.unit_of.size()) return;
    const std::uint32_t unit = out_.unit_of[entity];
    if (unit != npos && out_.units[unit].spoken) roles.insert({unit, role});
  }

  void add_roles(const Event& event, std::set<StatedRole>& roles) const {
    for (const std::uint32_t m : event.actors) add_role(m, Role::actor, roles);
    for (const std::uint32_t m : event.inherited_actors) add_role(m, Role::actor, roles);
    for (const std::uint32_t m : event.targets) add_role(m, Role::target, roles);
    for (const std::uint32_t m : event.inherited_targets) add_role(m, Role::target, roles);
    for (const Casualty& casualty : event.casualties) {
      add_role(casualty.mention, Role::participant, roles);
    }
    add_role(event.reported_by, Role::said_by, roles);
    for (const EventPlace& place : event.places) {
      if (place.mention >= extraction_.mentions.size() ||
          extraction_.mentions[place.mention].kind != Kind::place) {
        continue;
      }
      static constexpr std::array<Role, 3> place_roles{Role::at, Role::from, Role::to};
      add_role(place.mention, place_roles.at(static_cast<std::size_t>(place.role)), roles);
    }
  }

  const Extraction& extraction_;
  const ReportDecisions& decisions_;
  ReportKey key_;
  Statement out_;
  std::set<std::uint32_t> offsets_;
};

bool lower(char c) { return c >= 'a' && c <= 'z'; }

}  // namespace

std::string StatedUnit::facet() const {
  if (kind != NodeKind::person || (role.empty() && country.empty())) return {};
  return role + "/" + country;
}

bool StatedEvent::listed() const {
  return std::any_of(roles.begin(), roles.end(), [&](const StatedRole& role) {
    return role.role == Role::actor || role.role == Role::target ||
           role.role == Role::participant || (!type.empty() && role.role == Role::at);
  });
}

Statement make_statement(const Report& report, const Extraction& extraction,
                         const ReportDecisions& decisions) {
  return Maker(report, extraction, decisions).make();
}

std::string unit_name(NodeKind kind, std::string_view raw) {
  if (kind == NodeKind::group) {
    for (;;) {
      const std::size_t space = raw.rfind(' ');
      if (space == std::string_view::npos || space + 1 >= raw.size() || !lower(raw[space + 1]) ||
          lower(raw.front())) {
        break;
      }
      raw = raw.substr(0, space);
    }
  }
  std::string folded = fold_name(raw);
  if (folded.size() > 4 && folded.compare(0, 4, "the ") == 0) folded.erase(0, 4);
  return folded;
}

std::uint8_t length_class(const DayRange& range) {
  if (!range.known()) return 5;
  if (!range.from || !range.until) return 4;
  const std::int64_t days = static_cast<std::int64_t>(range.until->number) - range.from->number;
  return days <= 1 ? 0 : days <= 31 ? 1 : days <= 366 ? 2 : 3;
}

}  // namespace nutgraf
