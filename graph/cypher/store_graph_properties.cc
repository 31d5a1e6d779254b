// What nodes and relationships of the store tell of themselves, and the schema that says so.
#include <algorithm>
#include <functional>
#include <set>

#include "graph/cypher/store_graph.h"

namespace nutgraf::cypher {
namespace {

Value words_or_null(const std::string& words) { return words.empty() ? Value() : Value(words); }

Value list_of(const std::vector<std::string>& words) { return List(words.begin(), words.end()); }

Value words_of(const std::vector<Counted>& counted) {
  List out;
  for (const Counted& each : counted) out.emplace_back(each.words);
  return out;
}

Value day_of_value(const std::optional<Day>& day) {
  return day ? Value(Date{day->number}) : Value();
}

Value degrees(std::int32_t millionths) { return static_cast<double>(millionths) / 1e6; }

Value place_property(const NodeDetails& node, std::string_view key) {
  if (!node.place) return {};
  const Place& place = *node.place;
  if (key == "country") return words_or_null(place.country);
  if (key == "feature") return Value(to_string(place.feature));
  if (key == "latitude") return degrees(place.point.latitude);
  if (key == "longitude") return degrees(place.point.longitude);
  if (key == "geonames") {
    return place.geonames == 0 ? Value() : Value(static_cast<std::int64_t>(place.geonames));
  }
  if (key == "container") return place.container;
  return {};
}

Value node_property(const NodeDetails& node, std::string_view key) {
  if (key == "names") return words_of(node.names);
  if (key == "reports") return Value(static_cast<std::int64_t>(node.counts.reports));
  if (key == "sources") return Value(static_cast<std::int64_t>(node.counts.sources));
  if (key == "events") return Value(static_cast<std::int64_t>(node.counts.events));
  if (key == "handles") return list_of(node.handles);
  if (node.node.key.kind == NodeKind::place) return place_property(node, key);
  if (key == "roles") return words_of(node.roles);
  if (key == "countries") return words_of(node.states);
  if (key == "gender" && node.node.key.kind == NodeKind::person) {
    return node.gender == Gender::unknown ? Value() : Value(to_string(node.gender));
  }
  return {};
}

// The smaller of the number of near-copy groups and of sources.
std::int64_t sources_of(const EventDetails& event) {
  std::set<std::uint32_t> groups;
  std::set<std::uint32_t> sources;
  for (const EventMember& member : event.members) {
    groups.insert(member.group);
    sources.insert(member.source);
  }
  return static_cast<std::int64_t>(std::min(groups.size(), sources.size()));
}

Value bound(const std::optional<std::int64_t>& number) { return number ? Value(*number) : Value(); }

Value casualties(const EventDetails& event) {
  List out;
  for (const ToldCasualty& told : event.casualties) {
    out.emplace_back(Map{
        {"state", told.state}, {"least", bound(told.count.min)}, {"most", bound(told.count.max)}});
  }
  return out;
}

Value event_property(const EventDetails& event, std::string_view key) {
  if (key == "action") return words_or_null(event.action);
  if (key == "actions") return list_of(event.actions);
  if (key == "frames") return list_of(event.frames);
  if (key == "type") return words_or_null(event.type);
  if (key == "mode") return words_or_null(event.mode);
  if (key == "modality") return Value(to_string(event.modality));
  if (key == "denied") return event.polarity == Polarity::negative;
  if (key == "asserted") return event.asserted();
  if (key == "from") return day_of_value(event.when.from);
  if (key == "until") return day_of_value(event.when.until);
  if (key == "told") return event.told;
  if (key == "score") return Value(static_cast<std::int64_t>(event.score));
  if (key == "reports") return Value(static_cast<std::int64_t>(event.reports));
  if (key == "sources") return sources_of(event);
  if (key == "casualties") return casualties(event);
  return {};
}

std::vector<SchemaProperty> own_properties() {
  return {{"id", "String", "the node's id in print; looked up, not searched"},
          {"name", "String",
           "the name that most reports use; null where no report names it for sure; looked up"},
          {"words", "String", "how reports put it: the name, else the description"},
          {"names", "List", "all forms that reports use, most reports first"},
          {"handles", "List", "every id that leads here"},
          {"reports", "Integer", "reports that mention it"},
          {"sources", "Integer", "sources of those reports"},
          {"events", "Integer", "events that it takes part in"}};
}

std::vector<SchemaProperty> with(std::vector<SchemaProperty> first,
                                 const std::vector<SchemaProperty>& more) {
  first.insert(first.end(), more.begin(), more.end());
  return first;
}

std::vector<SchemaProperty> event_properties() {
  return {{"id", "String", "the event's id in print; looked up"},
          {"words", "String", "its action and its first day"},
          {"action", "String", "the lemma that most reports use; served by an index"},
          {"actions", "List", "all lemmas; 'x' IN e.actions is served by the index"},
          {"frames", "List", "the rules' frames; 'x' IN e.frames is served by the index"},
          {"type", "String", "the type of the ontology, null: none; served by an index"},
          {"mode", "String", "the mode of the ontology, null: none"},
          {"modality", "String", "actual, planned, possible, hypothetical or requested"},
          {"denied", "Boolean", "reports say that it did not happen"},
          {"asserted", "Boolean", "actual and not denied"},
          {"from", "Date", "its first possible day; an index serves comparisons"},
          {"until", "Date", "the day after its last possible one; an index serves comparisons"},
          {"told", "Boolean", "a report tells the day; else publication bounds it"},
          {"score", "Integer", "how central it is to its reports, 0 to 1000"},
          {"reports", "Integer", "reports that tell it"},
          {"sources", "Integer", "sources of those reports"},
          {"casualties", "List", "of maps {state, least, most}, latest report first"}};
}

}  // namespace

// Whether the unit that gave the node its id is known within one report only: no index has its
// name.
bool StoreGraph::known_in_one_report(const NodeKey& key) const {
  return sound(reader_.report_row(report_of(key.id))).has_value();
}

Value StoreGraph::name(std::uint64_t number) const {
  const NodeKey key = nodes_[number];
  if (key.kind == NodeKind::event) return {};
  bool local = known_in_one_report(key);
  if (local) {
    const NodeDetails* found = details(number);
    if (found == nullptr) return {};
    const std::vector<std::string> handles = found->handles;
    for (const std::string& handle : handles) {
      const std::optional<NodeKey> unit = parse_key(handle);
      if (unit && !known_in_one_report(*unit)) local = false;
    }
  }
  return local ? Value() : words_or_null(sound(reader_.named(key)).name);
}

Value StoreGraph::property(NodeRef node, std::string_view key) const {
  if (failure_) return {};
  const NodeKey own = nodes_[node.number];
  if (key == "id") return Value(sound(reader_.named(own)).node);
  if (key == "words") return words_or_null(sound(reader_.named(own)).name);
  if (key == "name") return name(node.number);
  if (own.kind == NodeKind::event) {
    const EventDetails* found = event(node.number);
    return found == nullptr ? Value() : event_property(*found, key);
  }
  const NodeDetails* found = details(node.number);
  return found == nullptr ? Value() : node_property(*found, key);
}

Map StoreGraph::properties(NodeRef node) const {
  Map out;
  const std::string label = labels(node).front();
  for (const SchemaLabel& known : schema().labels) {
    if (known.name != label) continue;
    for (const SchemaProperty& each : known.properties) {
      Value value = property(node, each.name);
      if (!value.is_null()) out.emplace(each.name, std::move(value));
    }
  }
  return out;
}

Value StoreGraph::property(RelationshipRef relationship, std::string_view key) const {
  const Hop hop = hop_of(relationship);
  if (key != "reports" || hop.role == Role::within) return {};
  if (nodes_[hop.to].kind == NodeKind::event || hop.role == Role::member_of) {
    return told_ties(hop);
  }
  const EventDetails* found = event(hop.from);
  if (found == nullptr) return {};
  std::set<ReportKey> reports;
  for (const Participant& part : found->participants) {
    if (part.node != nodes_[hop.to] || part.role != hop.role) continue;
    for (const std::uint32_t member : part.members) {
      if (member < found->members.size()) reports.insert(found->members[member].report);
    }
  }
  return reports.size();
}

// How many reports tell of a membership, a plan or a denial.
Value StoreGraph::told_ties(const Hop& hop) const {
  std::set<std::string> reports;
  for (const Edge& edge : sound(reader_.ties(nodes_[hop.from], true))) {
    if (edge.from != nodes_[hop.from] || edge.to != nodes_[hop.to] || edge.role != hop.role) {
      continue;
    }
    for (const Evidence& told : edge.evidence) reports.insert(told.report);
  }
  return reports.size();
}

Map StoreGraph::properties(RelationshipRef relationship) const {
  Map out;
  Value reports = property(relationship, "reports");
  if (!reports.is_null()) out.emplace("reports", std::move(reports));
  return out;
}

GraphSchema StoreGraph::schema() const { return store_schema(); }

const GraphSchema& store_schema() {
  static const GraphSchema known = [] {
    GraphSchema out;
    const SchemaProperty roles{"roles", "List", "\"president\", …, most reports first"};
    const SchemaProperty countries{"countries", "List", "nationality or side, ISO 3166-1 alpha-2"};
    const SchemaProperty gender{"gender", "String", "female or male; null: unknown"};
    out.labels.push_back(
        {"Person", "somebody", with(own_properties(), {roles, countries, gender})});
    out.labels.push_back({"Group", "an organisation, a people, a crowd",
                          with(own_properties(), {roles, countries})});
    out.labels.push_back(
        {"Place", "a place of the gazetteer, or within one",
         with(own_properties(),
              {{"country", "String", "ISO 3166-1 alpha-2"},
               {"feature", "String", "country, province, city, …"},
               {"latitude", "Float", "degrees north"},
               {"longitude", "Float", "degrees east"},
               {"geonames", "Integer", "the row of GeoNames; looked up"},
               {"container", "Boolean", "the point is that of what it lies in"}})});
    out.labels.push_back(
        {"Event", "something that happened, is planned or is denied", event_properties()});
    const std::vector<SchemaProperty> told{{"reports", "Integer", "reports that say so"}};
    const auto type = [&](Role role, const char* meaning, bool counted = true) {
      out.types.push_back(
          {std::string(to_string(role)), meaning, counted ? told : std::vector<SchemaProperty>()});
    };
    type(Role::actor, "from an event to who did it");
    type(Role::target, "from an event to whom or what it was done");
    type(Role::participant, "from an event to who else took part, its dead and wounded");
    type(Role::instrument, "from an event to what it was done with");
    type(Role::said_by, "from an event to who told it");
    type(Role::at, "from an event to where it happened");
    type(Role::from, "from an event to where it began");
    type(Role::to, "from an event to where it led");
    type(Role::plans, "from a planned event to the one that then happened");
    type(Role::denies, "from a denied event to the one that others assert");
    type(Role::member_of, "from a person or group to its group");
    type(Role::within, "from a place to the next one around it", false);
    return out;
  }();
  return known;
}

std::string print_schema(const GraphSchema& schema) {
  std::string out;
  const auto padded = [](std::string words, std::size_t width) {
    words.resize(std::max(width, words.size()), ' ');
    return words;
  };
  const auto print = [&](const SchemaLabel& label, const std::string& shown) {
    out += padded(shown, 18) + label.meaning + '\n';
    for (const SchemaProperty& property : label.properties) {
      out += "  " + padded(property.name, 12) + padded(property.type, 9) + property.meaning + '\n';
    }
  };
  for (const SchemaLabel& label : schema.labels) print(label, "(:" + label.name + ")");
  for (const SchemaLabel& type : schema.types) print(type, "[:" + type.name + "]");
  return out;
}

}  // namespace nutgraf::cypher
