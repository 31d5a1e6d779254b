#include "extract/report/extraction_json.h"

#include "extract/report/json_text.h"
#include "extract/time/edtf.h"

namespace nutgraf {
namespace {

class Printer {
 public:
  Printer(std::string& out, const Report& report, const Extraction& extraction,
          const ExtractionJsonOptions& options)
      : json_(out),
        report_(report),
        extraction_(extraction),
        options_(options),
        offsets_(report.text, options.unit) {}

  void print();

 private:
  void span_fields(Span span);
  void span_pair(Span span);
  void index_or_null(std::uint32_t index);
  void indexes(std::string_view name, const std::vector<std::uint32_t>& list);
  void range(const DayRange& days);
  void strings(const std::vector<std::string>& list);
  void bounds(const Count& count);
  void tokens(const Analysis& desk);
  void mention(const Mention& mention);
  void place(const Place& place);
  void entity(const Entity& entity);
  void time(const TimeExpression& time);
  void thing(const Thing& thing);
  void event(const Event& event);
  void event_places(const Event& event);
  void event_extras(const Event& event);
  void reference(const Reference& reference);
  void membership(const Membership& membership);
  void tuple(const Tuple& tuple);

  // What is told of an event's time, publication left out where that is wished.
  DayRange when(const Event& event) const {
    return options_.certain && event.when_from == Attachment::publication ? DayRange{} : event.when;
  }

  template <typename Item>
  void list(std::string_view name, const std::vector<Item>& items,
            void (Printer::*one)(const Item&)) {
    json_.key(name).open('[');
    for (const Item& item : items) (this->*one)(item);
    json_.close(']');
  }

  JsonText json_;
  const Report& report_;
  const Extraction& extraction_;
  const ExtractionJsonOptions& options_;
  OffsetMap offsets_;
};

void Printer::span_fields(Span span) {
  const Span shown = offsets_.from_bytes(span);
  json_.key("begin").number(shown.begin).key("end").number(shown.end);
}

void Printer::span_pair(Span span) {
  const Span shown = offsets_.from_bytes(span);
  json_.open('[').number(shown.begin).number(shown.end).close(']');
}

void Printer::index_or_null(std::uint32_t index) {
  if (index == npos) {
    json_.null();
  } else {
    json_.number(index);
  }
}

void Printer::indexes(std::string_view name, const std::vector<std::uint32_t>& list) {
  json_.key(name).open('[');
  for (const std::uint32_t index : list) json_.number(index);
  json_.close(']');
}

void Printer::range(const DayRange& days) {
  json_.key("from").day(days.from).key("until").day(days.until);
}

void Printer::strings(const std::vector<std::string>& list) {
  json_.open('[');
  for (const std::string& one : list) json_.string(one);
  json_.close(']');
}

void Printer::bounds(const Count& count) {
  json_.key("min");
  count.min ? json_.number(*count.min) : json_.null();
  json_.key("max");
  count.max ? json_.number(*count.max) : json_.null();
}

void Printer::tokens(const Analysis& desk) {
  json_.key("tokens").open('[');
  for (std::uint32_t i = 0; i < desk.tokens.size(); ++i) {
    const Token& token = desk.tokens[i];
    json_.open('{');
    span_fields(token.span);
    json_.key("lemma").string(token.lemma.empty() ? token.folded : token.lemma);
    json_.key("tag").string(to_string(token.tag));
    const bool linked = !desk.arcs.empty();
    const Arc arc = linked ? desk.arc_to(i) : Arc{};
    json_.key("head").number(arc.governor == npos ? -1 : static_cast<std::int64_t>(arc.governor));
    json_.key("relation");
    linked ? json_.string(to_string(arc.relation)) : json_.null();
    json_.close('}');
  }
  json_.close(']');
}

void Printer::mention(const Mention& mention) {
  json_.open('{');
  span_fields(mention.span);
  json_.key("head");
  span_pair(mention.head);
  json_.key("kind").string(to_string(mention.kind));
  json_.key("form").string(to_string(mention.form));
  json_.key("entity");
  index_or_null(mention.entity);
  json_.key("sentence");
  index_or_null(mention.sentence);
  if (mention.number) {
    json_.key("number").open('{');
    bounds(*mention.number);
    json_.close('}');
  }
  json_.key("rule").string(mention.rule).close('}');
}

void Printer::place(const Place& place) {
  json_.open('{').key("lat").decimal(place.point.latitude, 6);
  json_.key("lon").decimal(place.point.longitude, 6);
  json_.key("country").string_or_null(place.country);
  json_.key("geonames");
  place.geonames == 0 ? json_.null() : json_.number(place.geonames);
  json_.key("feature").string(to_string(place.feature));
  json_.key("id").string(place.id).key("name").string(place.name);
  if (place.container) json_.key("precision").string("container");
  json_.key("within").open('[');
  for (const Place& around : place.within) {
    json_.open('{').key("id").string(around.id).key("name").string(around.name);
    json_.key("feature").string(to_string(around.feature)).close('}');
  }
  json_.close(']').close('}');
}

void Printer::entity(const Entity& entity) {
  json_.open('{').key("kind").string(to_string(entity.kind)).key("name").string(entity.name);
  json_.key("aliases");
  strings(entity.aliases);
  json_.key("place");
  if (entity.place) {
    place(*entity.place);
  } else {
    json_.null();
  }
  json_.key("named").boolean(entity.named).key("complete").boolean(entity.complete);
  json_.key("gender").string_or_null(entity.gender == Gender::unknown ? std::string_view{}
                                                                      : to_string(entity.gender));
  json_.key("role").string_or_null(entity.role);
  json_.key("country").string_or_null(entity.country).close('}');
}

void Printer::time(const TimeExpression& time) {
  json_.open('{');
  span_fields(time.span);
  json_.key("type").string(to_string(time.type)).key("value").string(time.value);
  json_.key("mod").string_or_null(time.mod);
  json_.key("edtf").string_or_null(print_edtf(time));
  range(time.range);
  json_.key("rule").string(time.rule).close('}');
}

void Printer::thing(const Thing& thing) {
  json_.open('{');
  span_fields(thing.span);
  json_.key("head");
  span_pair(thing.head);
  json_.key("class").string(thing.category).close('}');
}

void Printer::event_places(const Event& event) {
  json_.key("places").open('[');
  for (const EventPlace& where : event.places) json_.number(where.mention);
  json_.close(']').key("place_roles").open('[');
  for (const EventPlace& where : event.places) json_.string(to_string(where.role));
  json_.close(']');
}

void Printer::event_extras(const Event& event) {
  json_.key("mode").string_or_null(event.mode).key("act").string_or_null(event.act);
  json_.key("codes").open('[');
  for (const Code& code : event.codes) {
    json_.open('{').key("scheme").string(code.scheme).key("version").string(code.version);
    json_.key("value").string(code.value).close('}');
  }
  json_.close(']').key("inherited").open('{');
  indexes("actors", event.inherited_actors);
  indexes("targets", event.inherited_targets);
  json_.close('}').key("things").open('[');
  for (const EventThing& thing : event.things) {
    json_.open('{').key("thing").number(thing.thing);
    json_.key("role").string(to_string(thing.role)).close('}');
  }
  json_.close(']').key("casualties").open('[');
  for (const Casualty& casualty : event.casualties) {
    json_.open('{').key("state").string(casualty.state);
    bounds(casualty.count);
    json_.key("mention");
    index_or_null(casualty.mention);
    json_.key("part_of");
    index_or_null(casualty.part_of);
    json_.close('}');
  }
  json_.close(']');
  if (event.parts.empty()) return;
  json_.key("spans").open('[');
  for (const Span part : event.parts) span_pair(part);
  json_.close(']');
}

void Printer::event(const Event& event) {
  json_.open('{');
  span_fields(event.span);
  json_.key("sentence");
  index_or_null(event.sentence);
  json_.key("lemma").string(event.lemma).key("form").string(to_string(event.form));
  json_.key("type").string_or_null(event.type);
  json_.key("polarity").string(to_string(event.polarity));
  json_.key("modality").string(to_string(event.modality));
  json_.key("reported_by");
  index_or_null(event.reported_by);
  indexes("actors", event.actors);
  indexes("targets", event.targets);
  event_places(event);
  indexes("times", event.times);
  const DayRange days = when(event);
  range(days);
  json_.key("when_from")
      .string_or_null(days.known() ? to_string(event.when_from) : std::string_view{});
  json_.key("where_from").string_or_null(to_string(event.where_from));
  event_extras(event);
  json_.key("rule").string(event.rule).key("score").decimal(event.score, 3);
  json_.key("confidence").decimal(event.confidence, 3).key("chain");
  index_or_null(event.chain);
  json_.close('}');
}

void Printer::reference(const Reference& reference) {
  json_.open('{');
  span_fields(reference.span);
  json_.key("sentence");
  index_or_null(reference.sentence);
  json_.key("lemma").string(reference.lemma).key("chain");
  index_or_null(reference.chain);
  json_.close('}');
}

void Printer::membership(const Membership& membership) {
  json_.open('{').key("member").number(membership.member);
  json_.key("group").number(membership.group).close('}');
}

void Printer::tuple(const Tuple& tuple) {
  json_.open('{').key("event").number(tuple.event).key("actor");
  index_or_null(tuple.actor);
  json_.key("action").string(tuple.action).key("target");
  index_or_null(tuple.target);
  json_.key("place");
  index_or_null(tuple.place);
  const bool guessed =
      options_.certain && extraction_.events[tuple.event].when_from == Attachment::publication;
  range(guessed ? DayRange{} : tuple.when);
  json_.close('}');
}

void Printer::print() {
  json_.open('{').key("id").string(report_.id).key("date").day(report_.date);
  if (options_.with_text) {
    if (!report_.title.empty()) json_.key("title").string(report_.title);
    json_.key("text").string(report_.text);
  }
  json_.key("sentences").open('[');
  for (const Span sentence : extraction_.sentences) span_pair(sentence);
  json_.close(']');
  if (options_.analysis != nullptr) tokens(*options_.analysis);
  list("mentions", extraction_.mentions, &Printer::mention);
  list("entities", extraction_.entities, &Printer::entity);
  list("times", extraction_.times, &Printer::time);
  list("things", extraction_.things, &Printer::thing);
  list("events", extraction_.events, &Printer::event);
  list("tuples", extraction_.tuples, &Printer::tuple);
  list("references", extraction_.references, &Printer::reference);
  list("memberships", extraction_.memberships, &Printer::membership);
  json_.close('}');
}

}  // namespace

void append_extraction_json(std::string& out, const Report& report, const Extraction& extraction,
                            const ExtractionJsonOptions& options) {
  Printer(out, report, extraction, options).print();
}

}  // namespace nutgraf
