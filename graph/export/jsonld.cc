// JSON-LD: persons, groups, events and reports in FollowTheMoney's terms, where each event comes
// from in PROV's; what neither has in our own. schemas/export.context.jsonld says which is which.
//
// One node object a line. What is known of a node stands in several of them: its attributes in one,
// each of its edges in another; JSON-LD's readers put together what has one @id.
#include "extract/report/json_text.h"
#include "graph/export/attributes.h"
#include "graph/export/formats.h"
#include "graph/export/text.h"

namespace nutgraf {
namespace {

// The same as "@context" of schemas/export.context.jsonld; a test compares them.
constexpr std::string_view context = R"({
"ftm":"https://schema.followthemoney.tech/#","prov":"http://www.w3.org/ns/prov#",
"xsd":"http://www.w3.org/2001/XMLSchema#","skos":"http://www.w3.org/2004/02/skos/core#",
"rdfs":"http://www.w3.org/2000/01/rdf-schema#","nutgraf":"urn:nutgraf:terms:",
"per":"urn:nutgraf:per:","grp":"urn:nutgraf:grp:","loc":"urn:nutgraf:loc:","evt":"urn:nutgraf:evt:",
"report":"urn:nutgraf:report:",
"Person":"ftm:Person","Group":"ftm:Organization","Place":"ftm:Address","Event":"ftm:Event",
"Report":"ftm:Article","Entity":"prov:Entity","SoftwareAgent":"prov:SoftwareAgent",
"label":"rdfs:label","name":"ftm:Thing:name","names":"ftm:Thing:alias",
"country":"ftm:Thing:country","position":"ftm:Person:position",
"latitude":{"@id":"ftm:Address:latitude","@type":"xsd:decimal"},
"longitude":{"@id":"ftm:Address:longitude","@type":"xsd:decimal"},
"geonames":{"@id":"skos:exactMatch","@type":"@id"},
"startDate":{"@id":"ftm:Interval:startDate","@type":"xsd:date"},
"endDate":{"@id":"ftm:Interval:endDate","@type":"xsd:date"},
"title":"ftm:Document:title","publisher":"ftm:Thing:publisher",
"publishedAt":{"@id":"ftm:Document:publishedAt","@type":"xsd:date"},
"involved":{"@id":"ftm:Event:involved","@type":"@id"},
"addressEntity":{"@id":"ftm:Thing:addressEntity","@type":"@id"},
"proof":{"@id":"ftm:Thing:proof","@type":"@id"},
"wasDerivedFrom":{"@id":"prov:wasDerivedFrom","@type":"@id"},
"wasAttributedTo":{"@id":"prov:wasAttributedTo","@type":"@id"},
"id":"nutgraf:id","handles":"nutgraf:handle","type":"nutgraf:type","mode":"nutgraf:mode",
"plover":"nutgraf:plover","cameo":"nutgraf:cameo","action":"nutgraf:action",
"modality":"nutgraf:modality","told":"nutgraf:told","casualties":"nutgraf:casualties",
"feature":"nutgraf:feature","role":"nutgraf:role","reports":"nutgraf:reports",
"sources":"nutgraf:sources","events":"nutgraf:events","weight":"nutgraf:weight",
"from":{"@id":"nutgraf:from","@type":"xsd:date"},
"until":{"@id":"nutgraf:until","@type":"xsd:date"},
"ACTOR":{"@id":"nutgraf:ACTOR","@type":"@id"},"TARGET":{"@id":"nutgraf:TARGET","@type":"@id"},
"PARTICIPANT":{"@id":"nutgraf:PARTICIPANT","@type":"@id"},
"INSTRUMENT":{"@id":"nutgraf:INSTRUMENT","@type":"@id"},
"SAID_BY":{"@id":"nutgraf:SAID_BY","@type":"@id"},"AT":{"@id":"nutgraf:AT","@type":"@id"},
"FROM":{"@id":"nutgraf:FROM","@type":"@id"},"TO":{"@id":"nutgraf:TO","@type":"@id"},
"PLANS":{"@id":"nutgraf:PLANS","@type":"@id"},"DENIES":{"@id":"nutgraf:DENIES","@type":"@id"},
"MEMBER_OF":{"@id":"nutgraf:MEMBER_OF","@type":"@id"},
"WITHIN":{"@id":"nutgraf:WITHIN","@type":"@id"},
"CO_ACTOR":{"@id":"nutgraf:CO_ACTOR","@type":"@id"}
})";

constexpr std::string_view program = "nutgraf:program";

std::string_view class_of(NodeKind kind) {
  static constexpr std::array<std::string_view, 4> classes{"Person", "Group", "Place", "Event"};
  return classes.at(static_cast<std::size_t>(kind));
}

// An id as an IRI: what IRIs cannot hold is percent-encoded.
std::string iri(std::string_view id) {
  static constexpr std::string_view hex = "0123456789ABCDEF";
  static constexpr std::string_view never = " \"<>\\^`{|}%#?[]";
  std::string out;
  for (const char c : id) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte != 0x7F && never.find(c) == std::string_view::npos) {
      out += c;
    } else {
      out += '%';
      out += hex[byte >> 4U];
      out += hex[byte & 0xFU];
    }
  }
  return out;
}

class JsonldSink : public GraphSink {
 public:
  explicit JsonldSink(std::ostream& out) : out_(out) {}

  void begin(bool) override {
    out_ << "{\"@context\":" << context << ",\"@graph\":[\n{\"@id\":\"" << program
         << "\",\"@type\":\"SoftwareAgent\",\"label\":\"nutgraf " NUTGRAF_VERSION "\"}";
  }

  void node(const OutNode& node) override {
    std::string text;
    JsonText json(text);
    json.open('{').key("@id").string(iri(node.id)).key("@type");
    if (node.kind == NodeKind::event) {
      json.open('[').string("Event").string("Entity").close(']');
      json.key("wasAttributedTo").string(program);
      if (node.when.from) json.key("startDate").day(node.when.from);
      if (node.when.until) json.key("endDate").string(last_day_words(node.when));
    } else {
      json.string(class_of(node.kind));
    }
    json.key("id").string(node.id);
    for (const NodeAttribute& attribute : node_attributes()) add(json, attribute, node);
    if (node.kind == NodeKind::person && !node.role.empty()) json.key("position").string(node.role);
    json.close('}');
    write(text);
  }

  // Of a weighted pair the weight stands in a node of its own, since a property has none.
  void edge(const OutEdge& edge) override {
    std::string text;
    JsonText json(text);
    json.open('{').key("@id").string(iri(edge.from.id)).key(edge.role).string(iri(edge.to.id));
    const bool from_event = edge.from.kind == NodeKind::event;
    if (from_event && edge.to.kind == NodeKind::place && edge.role != "ACTOR") {
      json.key("addressEntity").string(iri(edge.to.id));
    } else if (from_event &&
               (edge.role == "ACTOR" || edge.role == "TARGET" || edge.role == "PARTICIPANT")) {
      json.key("involved").string(iri(edge.to.id));
    }
    json.close('}');
    write(text);
  }

  void end() override { out_ << "\n]}\n"; }

  bool wants_reports() const override { return true; }

  void report(const ReportRow& row) override {
    std::string text;
    JsonText json(text);
    json.open('{').key("@id").string("report:" + iri(row.report)).key("@type").open('[');
    json.string("Report").string("Entity").close(']').key("id").string(row.report);
    if (!row.title.empty()) json.key("title").string(row.title);
    if (row.date) json.key("publishedAt").day(row.date);
    if (!row.source.empty()) json.key("publisher").string(row.source);
    json.close('}');
    write(text);
  }

  void tells(const std::string& event, const std::string& report) override {
    std::string text;
    JsonText json(text);
    json.open('{').key("@id").string(iri(event)).key("proof").string("report:" + iri(report));
    json.key("wasDerivedFrom").string("report:" + iri(report)).close('}');
    write(text);
  }

 private:
  static void add(JsonText& json, const NodeAttribute& attribute, const OutNode& node) {
    if (attribute.name == "kind" || attribute.name == "year") return;
    if (attribute.type == AttributeType::list) {
      const std::vector<std::string> values = attribute.list(node);
      if (values.empty()) return;
      json.key(attribute.name).open('[');
      for (const std::string& value : values) json.string(value);
      json.close(']');
      return;
    }
    const std::string value = attribute.value(node);
    if (value.empty()) return;
    json.key(attribute.name);
    if (attribute.name == "geonames") {
      json.string("https://sws.geonames.org/" + value + "/");
    } else if (attribute.type == AttributeType::integer) {
      json.raw(value);
    } else {
      json.string(value);
    }
  }

  void write(const std::string& text) { out_ << ",\n" << text; }

  std::ostream& out_;
};

}  // namespace

std::unique_ptr<GraphSink> make_jsonld(std::ostream& out) {
  return std::make_unique<JsonldSink>(out);
}

}  // namespace nutgraf
