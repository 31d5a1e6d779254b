// The page of an event.
#include <fmt/format.h>

#include "extract/report/json_text.h"
#include "tools/asking.h"
#include "tools/colors.h"
#include "tools/pages.h"
#include "tools/quotes.h"

namespace nutgraf {
namespace {

Result<EventDetails> event_of(const GraphReader& reader, const NodeKey& node) {
  auto found = reader.event(node);
  if (!found) return fail(found.error());
  if (!*found) return fail(ErrorCode::not_found, "no such event: " + print_key(node));
  return std::move(**found);
}

std::string bounds_words(const Count& count) {
  if (count.min && count.max && *count.min == *count.max) return std::to_string(*count.min);
  if (count.min && count.max) return fmt::format("{} to {}", *count.min, *count.max);
  if (count.min) return fmt::format("at least {}", *count.min);
  if (count.max) return fmt::format("up to {}", *count.max);
  return "some";
}

void add_bound(JsonText& json, std::string_view name, const std::optional<std::int64_t>& bound) {
  json.key(name);
  bound ? json.number(*bound) : json.null();
}

}  // namespace

Result<void> add_event_page(std::string& out, const GraphReader& reader, const NodeKey& node,
                            const PageForm& form) {
  const auto event = event_of(reader, node);
  if (!event) return fail(event.error());
  const auto named = reader.named(node);
  if (!named) return fail(named.error());
  if (form.color) out += colors::bold;
  out += named->name;
  if (form.color) out += colors::none;
  out += "  (event, " + named->node + ")\n\n";
  const auto line = [&out](std::string_view name, const std::string& words) {
    if (!words.empty()) out += fmt::format("{:<12}{}\n", name, words);
  };
  line("type", event->mode.empty() ? event->type : event->type + ", " + event->mode);
  line("when", days_words(event->when) + (event->told ? "" : " (by the day of publication)"));
  line("standing", standing_word(event->modality, event->polarity));
  for (const Participant& one : event->participants) {
    const auto who = reader.named(one.node);
    if (!who) return fail(who.error());
    line(to_string(one.role), who->name + "  (" + who->node + ")");
  }
  const auto tied = tied_nodes(reader, node);
  if (!tied) return fail(tied.error());
  for (const TiedNode& one : *tied) line(one.words, one.node.name + "  (" + one.node.node + ")");
  for (const ToldCasualty& one : event->casualties) {
    const auto row = reader.report_row(event->members[one.member].report);
    if (!row) return fail(row.error());
    line(one.state, bounds_words(one.count) + (*row ? ", says " + (**row).report : ""));
  }
  const auto evidence = reader.evidence(node);
  if (!evidence) return fail(evidence.error());
  out +=
      fmt::format("\ntold by {} {}\n", event->reports, event->reports == 1 ? "report" : "reports");
  for (const Evidence& one : *evidence) {
    if (one.role != "event") continue;
    out += "  " + one.report + ": " +
           marked_quote(one.quote, one.sentence, {one.span}, form.color) + '\n';
  }
  return {};
}

Result<void> add_event_json(std::string& out, const GraphReader& reader, const NodeKey& node) {
  const auto event = event_of(reader, node);
  if (!event) return fail(event.error());
  const auto named = reader.named(node);
  if (!named) return fail(named.error());
  JsonText json(out);
  json.open('{').key("node").string(named->node).key("name").string(named->name);
  json.key("kind").string("event").key("type").string_or_null(event->type);
  json.key("mode").string_or_null(event->mode).key("action").string(event->action);
  json.key("actions").open('[');
  for (const std::string& action : event->actions) json.string(action);
  json.close(']').key("modality").string(to_string(event->modality));
  json.key("polarity").string(to_string(event->polarity));
  json.key("from").day(event->when.from).key("until").day(event->when.until);
  json.key("told").boolean(event->told).key("participants").open('[');
  for (const Participant& one : event->participants) {
    const auto who = reader.named(one.node);
    if (!who) return fail(who.error());
    json.open('{').key("role").string(to_string(one.role)).key("node").string(who->node);
    json.key("name").string(who->name).close('}');
  }
  json.close(']');
  if (auto done = add_tied_json(json, reader, node); !done) return done;
  json.key("casualties").open('[');
  for (const ToldCasualty& one : event->casualties) {
    json.open('{').key("state").string(one.state);
    add_bound(json, "min", one.count.min);
    add_bound(json, "max", one.count.max);
    const auto row = reader.report_row(event->members[one.member].report);
    if (!row) return fail(row.error());
    json.key("report").string_or_null(*row ? (**row).report : std::string()).close('}');
  }
  json.close(']').key("reports").open('[');
  const auto reports = reader.reports_of(node);
  if (!reports) return fail(reports.error());
  for (const std::string& report : *reports) json.string(report);
  json.close(']').close('}');
  out += '\n';
  return {};
}

}  // namespace nutgraf
