// One batch's work on belief, stage by stage; each stage reads only what earlier ones wrote.
//
// Every stage is the same bargain: what a row says is a pure function of earlier rows, so only what
// a changed row can reach is worked out again, and the outcome is that of doing all anew.
#ifndef NUTGRAF_GRAPH_UPDATE_H_
#define NUTGRAF_GRAPH_UPDATE_H_

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "graph/decision_book.h"
#include "graph/names.h"
#include "graph/reader.h"
#include "graph/rows.h"
#include "graph/statement.h"
#include "graph/workspace.h"

namespace nutgraf {

// How many units lead a block: pairs are looked at when one of them is among its first ones.
inline constexpr std::size_t block_leaders = 8;
inline constexpr std::size_t story_leaders = 16;
inline constexpr std::size_t sight_leaders = 16;
// Thousandths: when two texts tell one story, and when they are near-copies.
inline constexpr std::uint32_t story_threshold = 260;
inline constexpr std::uint32_t late_story_threshold = 500;
inline constexpr std::int32_t story_days = 7;
inline constexpr std::uint32_t copy_threshold = 500;

struct StoryLink {
  ReportKey report;
  std::uint32_t score = 0;
  bool copy = false;

  friend bool operator==(const StoryLink&, const StoryLink&) = default;
};

// What is compared of an event: nodes, not units.
struct EventFacts {
  struct Party {
    NodeKind kind = NodeKind::person;
    std::set<std::string> words;  // of its names in that report, folded
  };

  const StatedEvent* event = nullptr;  // null: not there
  std::optional<Day> published;        // its report
  std::set<Id> actors;                 // named persons and groups
  std::set<Id> targets;
  std::map<Id, Party> parties;      // both
  std::set<std::string> unnamed;    // role and folded words of the others
  bool counts_targets = false;      // some target that is never named is counted
  std::set<Id> places;              // where it was
  std::set<Id> around;              // and what they lie in
  std::vector<const Place*> sites;  // those of `places` that the gazetteer has
};

// What speaks against two event chains being one, and of what they differ.
enum class Aspect : std::uint8_t { standing, day, place, party };
struct Against {
  std::string_view reason;
  Aspect aspect = Aspect::standing;
};
// Told as a fact, or as what may be one ("allegedly shot"): of one standing.
bool standings_agree(const StatedEvent& one, const StatedEvent& other);
// They share a word, a deed or a frame.
bool one_kind_of_deed(const StatedEvent& one, const StatedEvent& other);
// Weeks lie between the two, and no name, place or day in words speaks for one event.
bool told_long_after(const EventFacts& one, const EventFacts& other);
// Whether both say anything of it, so that they agree where they do not differ.
bool both_tell(Aspect aspect, const EventFacts& one, const EventFacts& other);
// Nullopt: nothing.
std::optional<Against> contradiction(const EventFacts& one, const EventFacts& other);

struct EventLikeness {
  std::uint32_t score = 0;  // 0 to 1000
  std::string_view rule;
};
// How near two reports' texts are, for events: no story, or the score of their story, or one
// report.
inline constexpr std::uint32_t no_story = 0;
inline constexpr std::uint32_t full_story = 1000;
inline constexpr std::uint32_t one_report = 1001;
// How much speaks for it; nullopt: not enough, or something speaks against it.
std::optional<EventLikeness> alike(const EventFacts& one, const EventFacts& other,
                                   std::uint32_t story);

// What the first of two tellings is to the second: it plans what then happened, or denies it.
// Nullopt: neither, or too little agrees.
std::optional<Role> tie(const EventFacts& one, const EventFacts& other, std::uint32_t story);
// Under which an event's report lists it: without one in common no two events are alike.
std::vector<std::string> words_for_deed(const StatedEvent& event);

// Who plays what part in the tellings of one event.
struct Cast {
  struct Player {
    Role role = Role::actor;
    Id chain;
    const StatedUnit* unit = nullptr;
  };
  std::vector<Player> unnamed;  // those whom no curator has settled
  // Named persons and groups that act or suffer: of each node and gender in a part two chains,
  // which is enough to know whether another chain has them there.
  std::vector<Player> named;
};
using UnnamedNeighbours = std::vector<std::pair<Id, Likeness>>;  // by id, each once

// Union of sets of ids, each set named by its smallest. For the clustering stages.
class Clusters {
 public:
  explicit Clusters(const std::vector<Id>& units);
  const Id& find(const Id& unit) const;
  const std::vector<Id>& members(const Id& unit) const;  // sorted; of its cluster
  void join(const Id& one, const Id& other);

 private:
  std::map<Id, Id> leader_;
  std::map<Id, std::vector<Id>> members_;
};

class Update {
 public:
  // `reports`: what was added, replaced or taken; their testimony stands in `work` already, and so
  // do the decisions.
  Update(Workspace& work, std::set<ReportKey> reports);

  void run();

  // For readers (graph/explain.h): why, and what nearly was. Of a finished state.
  std::vector<MergeReason> explain_node(const NodeKey& node);
  std::vector<MergeReason> explain_event(const Id& node);

 private:
  MergeReason reason(NodeKind kind, const Id& one, const Id& other);
  void explain_unnamed(const Id& unit, const NodeKey& node, std::vector<MergeReason>& out);
  std::string against(const Id& one, const Id& other);

  // belief.cc: statements, units and their look-up rows
  void state();
  void unstate(const ReportKey& key, const Statement& statement);
  void restate(const ReportKey& key, const Statement& statement);
  UnitRow& touch_unit(const Id& id);
  void write_units();
  void write_unit(const Id& id, const UnitRow& after);

  // belief_story.cc
  void tell_stories();
  std::vector<StoryLink> find_story(const ReportKey& report);
  bool story_over(const ReportKey& one, const ReportKey& other);
  void write_story(const ReportKey& report, const std::vector<StoryLink>& links);
  void group_copies();

  // belief_units.cc: named entities and places
  void cluster_units();
  std::set<Id> near_units(const View& view, const DecisionBook& book, const Id& unit) const;
  std::set<Id> changed_company();
  void cluster_component(const std::vector<Id>& units);
  void seat(const std::vector<Id>& units, const std::map<Id, Id>& nodes);
  void note_shifted();

  // belief_short.cc: incomplete names
  void attach_short_names();
  std::set<Id> stirred_short_names();
  std::optional<Id> leader_of(const Id& unit);  // of an incomplete name: a node, if there is one
  std::optional<Id> find_leader(const ReportKey& report, const StatedUnit& unit);
  std::map<Id, std::uint32_t> short_neighbours(const Id& unit);  // each with its story's score
  void cluster_short(const std::vector<Id>& units);
  void move(const Id& unit, const Id& node);  // set_node, and notes it

  // belief_events.cc
  std::set<Id> changed_events();
  std::set<Id> told_alike(const ReportKey& one, const ReportKey& other);
  std::set<Id> events_of(const Id& unit);  // whose likenesses read the unit's node
  const EventFacts& facts(const Id& event);
  const std::map<Id, EventLikeness>& near_events(const Id& event);
  const std::map<std::string, std::vector<Id>>& deeds_told(const ReportKey& report);
  void write_sights(const Statement* before, const Statement* after);

  // belief_event_clusters.cc
  void cluster_events();
  // Those of the border that are with an item then (see Regions).
  std::vector<Id> join_events(const std::vector<Id>& items, const std::vector<Id>& border,
                              Clusters& clusters);
  bool kept_apart(const std::vector<Id>& left, const std::vector<Id>& right, std::uint32_t since);
  bool compatible(const std::vector<Id>& left, const std::vector<Id>& right);

  // belief_ties.cc: what was planned and then happened, what was denied
  void tie_events();
  std::map<Id, Role> tied_events(const Id& event);   // those that it plans or denies
  std::map<Id, Role> tying_events(const Id& event);  // those that plan or deny it
  void visit_kindred(const Id& event, const std::function<void(const Id&, std::uint32_t)>& visit);

  // belief_unnamed.cc
  void cluster_unnamed();
  std::set<Id> stirred_unnamed();
  const UnnamedNeighbours& unnamed_neighbours(const Id& unit);
  const Cast& cast_of(const Id& node);                            // once events are clustered
  std::map<Id, std::uint32_t> named_in_its_part(const Id& unit);  // nodes, each with events
  std::set<Id> partners_of(const Id& unit);  // who takes part in a deed with it, for its report
  bool in_other_deeds(const Id& unit, const Id& other);
  // Those of the border that are with an item then (see Regions).
  std::vector<Id> cluster_unnamed(const std::vector<Id>& items, const std::vector<Id>& border);
  void seat_unnamed(const std::vector<Id>& units, const std::function<Id(const Id&)>& cluster_of);

  // belief_rows.cc
  void write_events();
  std::optional<EventRow> event_row(const Id& node);  // nullopt: it does not stand in the indexes

  // What the stages share.
  const Statement* statement(const ReportKey& report);      // as it is now; null: not there
  const Statement* old_statement(const ReportKey& report);  // as it was
  const StatedUnit* local_unit(const Id& id);
  const StatedEvent* event(const Id& id);
  const std::vector<StoryLink>& story(const ReportKey& report);
  std::optional<UnitRow> any_unit(const Id& id);  // named or local
  Id node_of(const Id& unit);
  std::vector<Id> units_of(const Id& node) const;   // of a node that stands in `work`
  Id old_node_of(const Id& unit) const;             // before this batch
  std::vector<Id> old_mates(const Id& unit) const;  // who was in its node then
  // These, and all that are in their nodes or were before this batch.
  std::set<Id> company_of(const std::set<Id>& units);
  // Writes node and member rows.
  void set_node(const Id& unit, const Id& node);
  bool present(const Id& unit);

  Workspace& work_;
  DecisionBook old_book_;
  DecisionBook book_;
  std::set<ReportKey> touched_;                          // statements that came, went or changed
  std::set<ReportKey> relinked_;                         // and those whose stories changed
  std::set<std::pair<ReportKey, ReportKey>> restoried_;  // links changed between two not touched
  std::map<Id, UnitRow> units_;                          // rows at work in the first stage
  std::set<Id> changed_units_;
  std::set<std::string> changed_blocks_;
  std::set<std::string> changed_sights_;
  std::map<std::pair<Id, Id>, std::vector<Id>> parts_;  // old and new node: units that went so
  std::set<Id> shifted_;         // of any two units that changed company, one at least
  std::set<Id> moved_;           // those, and units whose node goes by another id now
  std::set<Id> changed_chains_;  // whose likenesses may not be what they were
  std::set<Id> stirred_;         // event units that were clustered again
  std::set<Id> recast_;          // of these, nodes whose tellings are not what they were
  std::unordered_map<ReportKey, std::optional<Statement>> statements_;
  std::unordered_map<ReportKey, std::optional<Statement>> old_statements_;
  std::unordered_map<ReportKey, std::vector<StoryLink>> stories_;
  std::unordered_map<Id, Id> nodes_;
  std::unordered_map<Id, EventFacts> facts_;
  std::unordered_map<ReportKey, std::map<std::string, std::vector<Id>>> deeds_told_;
  std::unordered_map<Id, std::map<Id, EventLikeness>> near_events_;
  std::unordered_map<Id, UnnamedNeighbours> unnamed_;  // once events are clustered
  std::unordered_map<Id, Cast> casts_;                 // by event
  std::unordered_map<Id, std::optional<Id>>
      leaders_;  // of incomplete names, once named units are clustered
};

std::vector<StoryLink> story_row(const View& view, const ReportKey& report);
// The first `count` ids of a block; all when `count` is 0.
std::vector<Id> block_members(const View& view, Table table, const std::string& block,
                              std::size_t count);

}  // namespace nutgraf

#endif  // NUTGRAF_GRAPH_UPDATE_H_
