#include "graph/decision_book.h"

#include <algorithm>

#include "graph/bytes.h"
#include "graph/names.h"
#include "graph/rows.h"

namespace nutgraf {
namespace {

// The report-level entity or chain whose mention or trigger has just this span.
std::vector<Id> units_at(const View& view, const Side& side) {
  std::vector<Id> out;
  const ReportKey key = report_key(side.report);
  const std::optional<std::string> bytes = view.get(Table::testimony, key_of(key));
  const std::optional<Statement> statement = statement_row(view, key);
  if (!bytes || !statement) return out;
  const Result<Extraction> extraction = decode_extraction(*bytes);
  if (!extraction) return out;
  if (side.kind == NodeKind::event) {
    for (std::size_t e = 0; e < extraction->events.size() && e < statement->chain_of.size(); ++e) {
      const std::uint32_t chain = statement->chain_of[e];
      if (extraction->events[e].span == side.span && chain != npos) {
        out.push_back(statement->events[chain].id);
      }
    }
    for (std::size_t r = 0; r < statement->meant_by.size(); ++r) {
      const std::uint32_t chain = statement->meant_by[r];
      if (r < extraction->references.size() && extraction->references[r].span == side.span &&
          chain != npos) {
        out.push_back(statement->events[chain].id);
      }
    }
    return out;
  }
  for (const Mention& mention : extraction->mentions) {
    if (mention.span != side.span || mention.entity >= statement->unit_of.size()) continue;
    const std::uint32_t unit = statement->unit_of[mention.entity];
    if (unit != npos) out.push_back(statement->units[unit].id);
  }
  return out;
}

std::vector<Id> units_named(const View& view, const Side& side) {
  std::vector<Id> out;
  const std::string folded = unit_name(side.kind, side.name);
  const std::string prefix = name_block(side.kind, folded);
  view.scan_prefix(Table::block, prefix, [&](std::string_view key, std::string_view) {
    const Id id = cut_id<Id>(key, prefix.size());
    const std::optional<UnitRow> row = unit_row(view, id);
    if (row && row->kind == side.kind && row->first(feature::name) == folded) out.push_back(id);
    return true;
  });
  return out;
}

}  // namespace

std::vector<Id> units_of_side(const View& view, const Side& side) {
  return side.report.empty() ? units_named(view, side) : units_at(view, side);
}

std::vector<LoggedDecision> active_decisions(const View& view) {
  std::vector<LoggedDecision> out;
  view.scan(Table::decision, {}, {}, [&](std::string_view key, std::string_view value) {
    Result<LoggedDecision> logged = decode_decision(value);
    if (logged && !logged->undone && logged->decision.verb != Verb::undo) {
      logged->number = cut_u32(key, 0);
      out.push_back(std::move(*logged));
    }
    return true;
  });
  return out;
}

DecisionBook::DecisionBook(const View& view) {
  for (LoggedDecision& logged : active_decisions(view)) {
    CuratorDecision& decision = logged.decision;
    switch (decision.verb) {
      case Verb::same:
      case Verb::different:
        links_.emplace_back(logged.number, std::move(decision));
        break;
      case Verb::split: {
        // The tag says what was split off, not when, so that an undone number leaves no trace.
        std::string tag;
        for (const Side& side : decision.one) {
          tag += side.report + ":" + std::to_string(side.span.begin) + "-" +
                 std::to_string(side.span.end) + " ";
        }
        for (const Side& side : decision.one) {
          reports_[side.report].splits.push_back({side.span, tag, decision.name});
        }
        break;
      }
      case Verb::reject:
        for (const Side& side : decision.one) {
          reports_[side.report].rejected.push_back(side.span);
        }
        break;
      case Verb::undo:
        break;
    }
  }
}

const ReportDecisions& DecisionBook::of_report(const std::string& report) const {
  static const ReportDecisions none;
  const auto found = reports_.find(report);
  return found == reports_.end() ? none : found->second;
}

void DecisionBook::resolve(const View& view) {
  bonds_.clear();
  event_bonds_.clear();
  for (const auto& [number, decision] : links_) {
    for (const Side& one : decision.one) {
      for (const Side& other : decision.other) {
        for (const Id& a : units_of_side(view, one)) {
          for (const Id& b : units_of_side(view, other)) {
            if (a == b || one.kind != other.kind) continue;
            const Bond bond{number, decision.verb == Verb::same};
            Bonds& bonds = one.kind == NodeKind::event ? event_bonds_ : bonds_;
            bonds[a][b] = bond;
            bonds[b][a] = bond;
          }
        }
      }
    }
  }
}

const std::map<Id, DecisionBook::Bond>& DecisionBook::bonds_of(const Id& unit) const {
  static const std::map<Id, Bond> none;
  const auto found = bonds_.find(unit);
  if (found != bonds_.end()) return found->second;
  const auto chain = event_bonds_.find(unit);
  return chain == event_bonds_.end() ? none : chain->second;
}

const DecisionBook::Bond* DecisionBook::bond(const Id& one, const Id& other) const {
  const std::map<Id, Bond>& bonds = bonds_of(one);
  const auto found = bonds.find(other);
  return found == bonds.end() ? nullptr : &found->second;
}

bool DecisionBook::kept_apart(const Id& one, const Id& other) const {
  const Bond* found = bond(one, other);
  return found != nullptr && !found->same;
}

bool DecisionBook::settled(const Id& unit) const {
  const std::map<Id, Bond>& bonds = bonds_of(unit);
  return std::any_of(bonds.begin(), bonds.end(),
                     [](const auto& entry) { return entry.second.same; });
}

}  // namespace nutgraf
