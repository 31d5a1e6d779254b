// Event data as ICEWS and POLECAT lay it out: one row for each pair of actor and recipient, with
// PLOVER's type, CAMEO's code and how precise day and place are. schemas/events.md has the columns.
#include <algorithm>
#include <array>

#include "graph/export/attributes.h"
#include "graph/export/formats.h"
#include "graph/export/text.h"

namespace nutgraf {
namespace {

// UCDP GED's date_prec, 1 a day to 5 up to a year; 6, which is ours: longer, or open at an end.
std::string date_precision(const DayRange& when) {
  if (!when.known()) return {};
  if (!when.from || !when.until) return "6";
  const std::int32_t days = when.until->number - when.from->number;
  static constexpr std::array<std::int32_t, 5> longest{1, 6, 7, 31, 366};
  const auto* found = std::find_if(longest.begin(), longest.end(),
                                   [days](std::int32_t most) { return days <= most; });
  return std::to_string(found - longest.begin() + 1);
}

// UCDP GED's where_prec; 7, which is ours: larger than a country.
std::string place_precision(const OutNode& place) {
  if (place.feature.empty()) return {};
  if (place.container) return "2";
  static constexpr std::array<std::pair<std::string_view, char>, 6> coarse{{{"county", '3'},
                                                                            {"province", '4'},
                                                                            {"physical", '5'},
                                                                            {"country", '6'},
                                                                            {"region", '7'},
                                                                            {"continent", '7'}}};
  for (const auto& [feature, code] : coarse) {
    if (place.feature == feature) return std::string(1, code);
  }
  return "1";
}

// CAMEO's quadrants: 1 verbal, 2 material cooperation; 3 verbal, 4 material conflict.
std::string quadrant(const std::string& cameo) {
  if (cameo.size() < 2) return {};
  const std::string root = cameo.substr(0, 2);
  if (root <= "05") return "1";
  if (root <= "08") return "2";
  return root <= "13" ? "3" : "4";
}

std::string upper(std::string words) {
  for (char& c : words) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return words;
}

// The place itself, or the first around it, that is of the feature.
std::string around(const OutNode& place, Feature feature) {
  if (place.feature == to_string(feature)) return place.name;
  for (const Place& outer : place.within) {
    if (outer.feature == feature) return outer.name;
  }
  return {};
}

// Where it was: AT before TO before FROM, of these the finest.
const OutNode* best_place(const OutEvent& event) {
  const OutNode* best = nullptr;
  std::string rank;
  static constexpr std::array<Role, 3> roles{Role::at, Role::to, Role::from};
  for (const OutPart& part : event.parts) {
    const auto* role = std::find(roles.begin(), roles.end(), part.role);
    if (role == roles.end() || !part.node.point) continue;
    const std::string own = std::to_string(role - roles.begin()) + place_precision(part.node);
    if (best != nullptr && rank <= own) continue;
    best = &part.node;
    rank = own;
  }
  return best;
}

std::vector<const OutPart*> parts_of(const OutEvent& event, Role role) {
  std::vector<const OutPart*> out;
  for (const OutPart& part : event.parts) {
    if (part.role == role) out.push_back(&part);
  }
  if (out.empty()) out.push_back(nullptr);
  return out;
}

std::string list_of(const std::vector<std::string>& words) { return joined(words, "; ", ','); }

class EventsSink : public EventSink {
 public:
  explicit EventsSink(std::ostream& out) : out_(out) {}

  void begin() override {
    print({"Event ID",          "Event Date",        "Event Date End",   "Date Precision",
           "Date Told",         "Event Type",        "Event Mode",       "PLOVER Code",
           "CAMEO Code",        "CAMEO Root",        "Quad Code",        "Action",
           "Modality",          "Actor ID",          "Actor Name",       "Actor Kind",
           "Actor Country",     "Actor Title",       "Recipient ID",     "Recipient Name",
           "Recipient Kind",    "Recipient Country", "Recipient Title",  "Placename",
           "Place ID",          "Feature Type",      "Place Precision",  "City",
           "District",          "Province",          "Country",          "Country Code",
           "Latitude",          "Longitude",         "GeoNames ID",      "Casualties",
           "Number of Reports", "Number of Sources", "Publication Date", "Source",
           "Reports",           "Handles",           "Version"});
  }

  void event(const OutEvent& event) override {
    const std::vector<std::string> head = head_cells(event);
    std::vector<std::string> tail = place_cells(best_place(event));
    for (std::string& cell : report_cells(event)) tail.push_back(std::move(cell));
    for (const OutPart* actor : parts_of(event, Role::actor)) {
      for (const OutPart* recipient : parts_of(event, Role::target)) {
        std::vector<std::string> cells = head;
        add_party(cells, actor);
        add_party(cells, recipient);
        cells.insert(cells.end(), tail.begin(), tail.end());
        print(cells);
      }
    }
  }

  void end() override {}

 private:
  static std::vector<std::string> head_cells(const OutEvent& event) {
    const OutNode& node = event.node;
    return {node.id,
            day_words(node.when.from),
            last_day_words(node.when),
            date_precision(node.when),
            node.when.known() ? node.told ? "1" : "0" : "",
            upper(node.type),
            node.mode,
            node.codes.plover,
            node.codes.cameo,
            node.codes.cameo.substr(0, 2),
            quadrant(node.codes.cameo),
            node.action,
            node.modality};
  }

  static void add_party(std::vector<std::string>& cells, const OutPart* part) {
    if (part == nullptr) {
      cells.resize(cells.size() + 5);
      return;
    }
    const OutNode& node = part->node;
    for (const std::string& cell :
         {node.id, node.name, std::string(to_string(node.kind)), node.country, node.role}) {
      cells.push_back(cell);
    }
  }

  static std::vector<std::string> place_cells(const OutNode* place) {
    if (place == nullptr) return std::vector<std::string>(12);
    return {place->name,
            place->id,
            place->feature,
            place_precision(*place),
            around(*place, Feature::city),
            around(*place, Feature::county),
            around(*place, Feature::province),
            around(*place, Feature::country),
            place->country,
            degrees(place->point->latitude),
            degrees(place->point->longitude),
            place->geonames == 0 ? std::string() : std::to_string(place->geonames)};
  }

  // "Publication Date" is the first report's.
  static std::vector<std::string> report_cells(const OutEvent& event) {
    std::vector<std::string> sources;
    std::vector<std::string> reports;
    std::optional<Day> first;
    for (const ReportRow& row : event.reports) {
      reports.push_back(row.report);
      if (!row.source.empty()) sources.push_back(row.source);
      if (row.date && (!first || *row.date < *first)) first = row.date;
    }
    std::sort(sources.begin(), sources.end());
    sources.erase(std::unique(sources.begin(), sources.end()), sources.end());
    std::vector<std::string> casualties;
    for (const ToldCasualty& told : event.node.casualties) {
      casualties.push_back(casualty_words(told));
    }
    return {list_of(casualties),
            std::to_string(event.node.reports),
            std::to_string(event.node.sources),
            day_words(first),
            list_of(sources),
            list_of(reports),
            list_of(event.node.handles),
            NUTGRAF_VERSION};
  }

  void print(const std::vector<std::string>& cells) {
    std::string text;
    append_csv(text, cells);
    out_ << text;
  }

  std::ostream& out_;
};

}  // namespace

std::unique_ptr<EventSink> make_events(std::ostream& out) {
  return std::make_unique<EventsSink>(out);
}

}  // namespace nutgraf
