#include "graph/knowledge.h"

#include <algorithm>
#include <utility>

#include "graph/belief.h"
#include "graph/bytes.h"
#include "graph/decision_book.h"
#include "graph/digest.h"
#include "graph/rows.h"

namespace nutgraf {
namespace {

constexpr std::string_view rule_set_key = "rule_set";
constexpr std::string_view batch_key = "batch";

void put_testimony(Workspace& work, const Testimony& testimony) {
  const std::string key = key_of(report_key(testimony.report.id));
  work.put(Table::report, key, encode(testimony.report));
  work.put(Table::text, key, testimony.report.text);
  work.put(Table::testimony, key, encode(testimony.extraction));
  work.put(Table::profile, key, encode(testimony.profile));
}

void erase_testimony(Workspace& work, const ReportKey& report) {
  const std::string key = key_of(report);
  for (const Table table : {Table::report, Table::text, Table::testimony, Table::profile}) {
    work.erase(table, key);
  }
}

// Added: not there. Skipped: there just so. Replaced or refused: there with other content.
Arrival arrival_of(const View& view, const Report& report, bool replace) {
  const std::string key = key_of(report_key(report.id));
  const std::optional<std::string> head = view.get(Table::report, key);
  if (!head) return Arrival::added;
  if (*head == encode(report) && view.get(Table::text, key) == report.text) {
    return Arrival::skipped;
  }
  return replace ? Arrival::replaced : Arrival::refused;
}

bool has_reports(const View& view) {
  bool any = false;
  view.scan(Table::report, {}, {}, [&](std::string_view, std::string_view) {
    any = true;
    return false;
  });
  return any;
}

Error other_rule_set() {
  return {ErrorCode::unavailable,
          "the store was made with another rule set (other program, data or rules); run `nutgraf "
          "rebuild` to extract its reports anew, or ingest into another store",
          {},
          0,
          0,
          {}};
}

// Named units that are no more, so that their ids can be answered.
std::string audit_row(std::string_view verb, const std::vector<std::string>& names,
                      const std::vector<Change>& changes) {
  Packer packer;
  pack(packer, std::string(verb));
  pack(packer, names);
  std::vector<Id> gone;
  for (const Change& change : changes) {
    if (change.table == Table::unit && !change.after) gone.push_back(cut_id<Id>(change.key, 0));
  }
  pack(packer, gone);
  return packer.take();
}

std::uint64_t batch_number(const View& view) {
  const std::optional<std::string> bytes = view.get(Table::meta, batch_key);
  if (!bytes) return 0;
  return static_cast<std::uint64_t>(cut_u32(*bytes, 0)) << 32U | cut_u32(*bytes, 4);
}

// Where the report mentions the unit, or tells the chain, first.
std::optional<Side> side_in(const View& view, const ReportKey& report, NodeKind kind,
                            const Id& unit) {
  const std::optional<Statement> stated = statement_row(view, report);
  const std::optional<std::string> body = view.get(Table::testimony, key_of(report));
  if (!stated || !body) return std::nullopt;
  const Result<Extraction> extraction = decode_extraction(*body);
  if (!extraction) return std::nullopt;
  if (kind == NodeKind::event) {
    for (std::size_t e = 0; e < extraction->events.size() && e < stated->chain_of.size(); ++e) {
      const std::uint32_t chain = stated->chain_of[e];
      if (chain != npos && stated->events[chain].id == unit) {
        return Side{kind, {}, stated->report, extraction->events[e].span};
      }
    }
    for (std::size_t r = 0; r < stated->meant_by.size(); ++r) {
      const std::uint32_t chain = stated->meant_by[r];
      if (r < extraction->references.size() && chain != npos && stated->events[chain].id == unit) {
        return Side{kind, {}, stated->report, extraction->references[r].span};
      }
    }
    return std::nullopt;
  }
  for (const Mention& mention : extraction->mentions) {
    const std::uint32_t at =
        mention.entity < stated->unit_of.size() ? stated->unit_of[mention.entity] : npos;
    if (at != npos && stated->units[at].id == unit) {
      return Side{kind, {}, stated->report, mention.span};
    }
  }
  return std::nullopt;
}

}  // namespace

Knowledge::Knowledge(Tables& tables) : tables_(tables) {}

Result<void> Knowledge::commit(Workspace& work, const std::set<ReportKey>& reports,
                               std::string_view verb, const std::vector<std::string>& names) {
  if (Result<void> done = update_belief(work, reports); !done) return done;
  if (!has_reports(work)) work.erase(Table::meta, rule_set_key);
  std::vector<Change> changes = work.changes();
  if (Result<void> status = work.status(); !status) return status;
  if (changes.empty()) return {};
  std::string number;
  append_u64(number, batch_number(work.base()) + 1);
  changes.push_back({Table::audit, number, std::nullopt, audit_row(verb, names, changes)});
  changes.push_back(
      {Table::meta, std::string(batch_key), work.base().get(Table::meta, batch_key), number});
  changes = with_digests(work.base(), std::move(changes));
  if (Result<void> status = work.status(); !status) return status;
  return tables_.commit(changes);
}

Result<std::vector<IngestOutcome>> Knowledge::ingest(std::vector<Testimony> batch, bool replace) {
  const std::unique_ptr<View> view = tables_.snapshot();
  Workspace work(*view);
  std::vector<IngestOutcome> outcomes;
  std::set<ReportKey> touched;
  std::vector<std::string> names;
  for (const Testimony& testimony : batch) {
    IngestOutcome outcome{testimony.report.id, arrival_of(work, testimony.report, replace), {}};
    if (outcome.arrival == Arrival::refused) {
      outcome.reason = "a report with this id and other content is there; --replace takes it back";
    } else if (outcome.arrival != Arrival::skipped) {
      const std::optional<std::string> in_force = work.get(Table::meta, rule_set_key);
      if (in_force && *in_force != testimony.rule_set) return fail(other_rule_set());
      work.put(Table::meta, std::string(rule_set_key), testimony.rule_set);
      put_testimony(work, testimony);
      touched.insert(report_key(testimony.report.id));
      names.push_back(testimony.report.id);
    }
    outcomes.push_back(std::move(outcome));
  }
  if (Result<void> status = work.status(); !status) return fail(status.error());
  if (touched.empty()) return outcomes;
  if (Result<void> done = commit(work, touched, "ingest", names); !done) {
    return fail(done.error());
  }
  return outcomes;
}

Result<std::string> Knowledge::rule_set() const {
  const std::unique_ptr<View> view = tables_.snapshot();
  std::string rule_set = view->get(Table::meta, rule_set_key).value_or(std::string());
  if (Result<void> status = view->status(); !status) return fail(status.error());
  return rule_set;
}

Result<Arrival> Knowledge::expect(const Report& report, bool replace) const {
  const std::unique_ptr<View> view = tables_.snapshot();
  const Arrival arrival = arrival_of(*view, report, replace);
  if (Result<void> status = view->status(); !status) return fail(status.error());
  return arrival;
}

Result<void> Knowledge::retract(const std::vector<std::string>& reports) {
  const std::unique_ptr<View> view = tables_.snapshot();
  Workspace work(*view);
  std::set<ReportKey> touched;
  for (const std::string& report : reports) {
    const ReportKey key = report_key(report);
    if (!view->get(Table::report, key_of(key))) {
      if (Result<void> status = view->status(); !status) return status;
      return fail(ErrorCode::not_found, "no report '" + report + "' in the store");
    }
    erase_testimony(work, key);
    touched.insert(key);
  }
  return commit(work, touched, "retract", reports);
}

Result<std::uint32_t> Knowledge::decide(CuratorDecision decision, std::string author,
                                        std::string reason, std::string time) {
  const std::unique_ptr<View> view = tables_.snapshot();
  Workspace work(*view);
  std::uint32_t number = 1;
  view->scan(Table::decision, {}, {}, [&](std::string_view key, std::string_view) {
    number = cut_u32(key, 0) + 1;
    return true;
  });
  if (decision.verb == Verb::undo) {
    std::string key;
    append_u32(key, decision.undoes);
    const std::optional<std::string> bytes = view->get(Table::decision, key);
    Result<LoggedDecision> undone =
        bytes ? decode_decision(*bytes)
              : fail(ErrorCode::not_found,
                     "no decision " + std::to_string(decision.undoes) + "; `nutgraf log` has them");
    if (!undone) return fail(undone.error());
    if (undone->undone || undone->decision.verb == Verb::undo) {
      return fail(ErrorCode::invalid, "decision " + std::to_string(decision.undoes) +
                                          " is not active; nothing to undo");
    }
    undone->undone = true;
    work.put(Table::decision, key, encode(*undone));
  }
  LoggedDecision logged{
      number, std::move(decision), std::move(author), std::move(reason), std::move(time), false};
  std::string key;
  append_u32(key, number);
  work.put(Table::decision, key, encode(logged));
  if (Result<void> done = commit(work, {}, to_string(logged.decision.verb), {}); !done) {
    return fail(done.error());
  }
  return number;
}

Result<std::vector<LoggedDecision>> Knowledge::log() const {
  const std::unique_ptr<View> view = tables_.snapshot();
  std::vector<LoggedDecision> out;
  std::optional<Error> damage;
  view->scan(Table::decision, {}, {}, [&](std::string_view key, std::string_view value) {
    Result<LoggedDecision> logged = decode_decision(value);
    if (!logged) {
      damage = logged.error();
      return false;
    }
    logged->number = cut_u32(key, 0);
    out.push_back(std::move(*logged));
    return true;
  });
  if (damage) return fail(*damage);
  if (Result<void> status = view->status(); !status) return fail(status.error());
  return out;
}

std::unique_ptr<GraphReader> Knowledge::reader() const { return make_reader(tables_.snapshot()); }

// Named units are told by their names; the others by the report and span that made them.
Result<std::vector<Side>> Knowledge::sides_of(const NodeKey& node) const {
  const std::unique_ptr<View> view = tables_.snapshot();
  std::vector<Id> units{node.id};
  view->scan_prefix(Table::member, key_of(node.id), [&](std::string_view key, std::string_view) {
    units.push_back(cut_id<Id>(key, 16));
    return true;
  });
  std::vector<Side> out;
  for (const Id& unit : units) {
    const std::optional<UnitRow> row = unit_row(*view, unit);
    if (row && row->first(feature::tag).empty()) {
      const std::string folded = row->first(feature::name);
      for (const auto& [form, count] : row->forms) {
        if (unit_name(node.kind, form) != folded) continue;
        out.push_back({node.kind, form, {}, {}});
        break;
      }
      continue;
    }
    std::vector<ReportKey> reports;
    if (!row) reports.push_back(report_of(unit));
    view->scan_prefix(Table::post, key_of(unit), [&](std::string_view key, std::string_view) {
      reports.push_back(cut_id<ReportKey>(key, 16));
      return row.has_value();
    });
    for (const ReportKey& report : reports) {
      if (std::optional<Side> side = side_in(*view, report, node.kind, unit)) {
        out.push_back(std::move(*side));
      }
    }
  }
  if (Result<void> status = view->status(); !status) return fail(status.error());
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

Result<RetractPreview> Knowledge::preview_retract(const std::vector<std::string>& reports) const {
  const std::unique_ptr<View> view = tables_.snapshot();
  const std::unique_ptr<GraphReader> before = make_reader(tables_.snapshot());
  std::set<NodeKey> nodes;
  for (const std::string& report : reports) {
    const std::optional<Statement> stated = statement_row(*view, report_key(report));
    if (!stated) return fail(ErrorCode::not_found, "no report '" + report + "' in the store");
    for (const StatedUnit& unit : stated->units) {
      if (unit.spoken && unit.named) nodes.insert({unit.kind, unit.id});
    }
    for (const StatedEvent& event : stated->events) {
      if (event.listed()) nodes.insert({NodeKind::event, event.id});
    }
  }
  RetractPreview out;
  std::set<NodeKey> seen;
  for (const NodeKey& unit : nodes) {
    const Result<std::optional<NodeKey>> node = before->resolve(print_key(unit));
    if (!node) return fail(node.error());
    if (!*node || !seen.insert(**node).second) continue;
    const Result<NamedNode> named = before->named(**node);
    const Result<std::vector<std::string>> told_by = before->reports_of(**node);
    if (!named || !told_by) return fail(named ? told_by.error() : named.error());
    std::uint64_t left = 0;
    for (const std::string& report : *told_by) {
      left += std::find(reports.begin(), reports.end(), report) == reports.end() ? 1U : 0U;
    }
    if (left == 0) {
      out.fall.push_back(*named);
    } else {
      out.stand.emplace_back(*named, left);
    }
  }
  return out;
}

}  // namespace nutgraf
