// Reports, their mentions, and how many sources they come from.
#include <algorithm>
#include <tuple>

#include "graph/bytes.h"
#include "graph/table_reader.h"
#include "graph/testimony.h"

namespace nutgraf {
namespace {

ReportRow row_of(const Report& report) {
  return {report.id, report.date, report.source, report.title};
}

}  // namespace

const TableReader::ReportBrief* TableReader::brief(const ReportKey& report) const {
  const auto found = briefs_.find(report);
  if (found != briefs_.end()) return found->second ? &*found->second : nullptr;
  std::optional<ReportBrief> out;
  const std::optional<std::string> head = view_->get(Table::report, key_of(report));
  if (head) {
    if (const Result<Report> read = decode_report(*head)) {
      const std::optional<std::string> group = view_->get(Table::copy, key_of(report));
      const auto number = static_cast<std::uint32_t>(sources_.size());
      out = ReportBrief{row_of(*read), group ? cut_id<ReportKey>(*group, 0) : report,
                        sources_.try_emplace(read->source, number).first->second};
    }
  }
  const auto& kept = briefs_.emplace(report, std::move(out)).first->second;
  return kept ? &*kept : nullptr;
}

Result<void> TableReader::reports(const ReportVisitor& visit) const {
  std::vector<ReportRow> rows;
  view_->scan(Table::report, {}, {}, [&](std::string_view, std::string_view value) {
    if (const Result<Report> read = decode_report(value)) rows.push_back(row_of(*read));
    return true;
  });
  if (Result<void> status = view_->status(); !status) return status;
  std::sort(rows.begin(), rows.end(),
            [](const ReportRow& a, const ReportRow& b) { return a.report < b.report; });
  for (const ReportRow& row : rows) {
    if (!visit(row)) break;
  }
  return {};
}

Result<std::optional<ReportRow>> TableReader::report_row(const ReportKey& report) const {
  const ReportBrief* found = brief(report);
  return sound(found == nullptr ? std::nullopt : std::optional(found->row));
}

Result<std::optional<Report>> TableReader::report(std::string_view id) const {
  const std::string key = key_of(report_key(id));
  const std::optional<std::string> head = view_->get(Table::report, key);
  if (!head) return sound(std::optional<Report>());
  Result<Report> out = decode_report(*head);
  if (!out) return fail(out.error());
  out->text = view_->get(Table::text, key).value_or(std::string());
  return sound(std::optional<Report>(std::move(*out)));
}

Result<std::optional<Testimony>> TableReader::testimony(std::string_view id) const {
  Result<std::optional<Report>> told = report(id);
  if (!told) return fail(told.error());
  if (!*told) return std::optional<Testimony>();
  const std::string key = key_of(report_key(id));
  Testimony out;
  out.report = std::move(**told);
  out.rule_set = view_->get(Table::meta, "rule_set").value_or(std::string());
  const std::optional<std::string> body = view_->get(Table::testimony, key);
  const std::optional<std::string> words = view_->get(Table::profile, key);
  if (Result<void> status = view_->status(); !status) return fail(status.error());
  Result<Extraction> extraction = decode_extraction(body.value_or(std::string()));
  Result<WordProfile> profile = decode_profile(words.value_or(std::string()));
  if (!extraction) return fail(extraction.error());
  if (!profile) return fail(profile.error());
  out.extraction = std::move(*extraction);
  out.profile = std::move(*profile);
  return std::optional<Testimony>(std::move(out));
}

Result<std::vector<MentionRow>> TableReader::mentions_of(std::string_view report) const {
  trim();
  std::vector<MentionRow> out;
  const ReportKey key = report_key(report);
  const std::optional<std::string> body = view_->get(Table::testimony, key_of(key));
  const Statement* stated = statement(key);
  if (!body || stated == nullptr) return sound(std::move(out));
  const Result<Extraction> extraction = decode_extraction(*body);
  if (!extraction) return fail(extraction.error());
  const auto row = [&](Span span, NodeKind kind, const Id& unit) {
    out.push_back({std::string(report), span, kind, print({kind, node_of(unit)})});
  };
  for (const Mention& mention : extraction->mentions) {
    if (mention.entity >= stated->unit_of.size()) continue;
    const std::uint32_t unit = stated->unit_of[mention.entity];
    if (unit != npos) row(mention.span, stated->units[unit].kind, stated->units[unit].id);
  }
  for (std::size_t e = 0; e < std::min(extraction->events.size(), stated->chain_of.size()); ++e) {
    const std::uint32_t chain = stated->chain_of[e];
    if (chain == npos) continue;
    row(extraction->events[e].span, NodeKind::event, stated->events[chain].id);
  }
  const std::vector<Reference>& references = extraction->references;
  for (std::size_t r = 0; r < std::min(references.size(), stated->meant_by.size()); ++r) {
    const std::uint32_t chain = stated->meant_by[r];
    if (chain != npos) row(references[r].span, NodeKind::event, stated->events[chain].id);
  }
  std::sort(out.begin(), out.end(), [](const MentionRow& a, const MentionRow& b) {
    return std::tie(a.span, a.kind, a.node) < std::tie(b.span, b.kind, b.node);
  });
  return sound(std::move(out));
}

Result<void> TableReader::mentions(const MentionVisitor& visit) const {
  std::vector<std::string> ids;
  if (Result<void> done = reports([&](const ReportRow& row) {
        ids.push_back(row.report);
        return true;
      });
      !done) {
    return done;
  }
  for (const std::string& id : ids) {
    const Result<std::vector<MentionRow>> rows = mentions_of(id);
    if (!rows) return fail(rows.error());
    for (const MentionRow& row : *rows) {
      if (!visit(row)) return {};
    }
  }
  return {};
}

Result<std::vector<std::string>> TableReader::reports_of(const NodeKey& node) const {
  std::vector<std::string> out;
  for (const ReportKey& report : report_keys(node)) {
    if (const ReportBrief* found = brief(report)) out.push_back(found->row.report);
  }
  std::sort(out.begin(), out.end());
  return sound(std::move(out));
}

Result<std::uint64_t> TableReader::sources_of(const std::vector<ReportKey>& reports) const {
  std::vector<ReportKey> groups;
  std::vector<std::uint32_t> sources;
  for (const ReportKey& report : reports) {
    const ReportBrief* found = brief(report);
    if (found == nullptr) continue;
    groups.push_back(found->group);
    sources.push_back(found->source);
  }
  const auto distinct = [](auto& all) -> std::uint64_t {
    std::sort(all.begin(), all.end());
    return static_cast<std::uint64_t>(std::unique(all.begin(), all.end()) - all.begin());
  };
  return sound(std::min(distinct(groups), distinct(sources)));
}

}  // namespace nutgraf
