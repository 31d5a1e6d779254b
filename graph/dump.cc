// Dump, digest, verify, load: the whole of what is known as text, and whether it is sound.
//
// A line is table, tab, key in hexadecimal, tab, value with backslash escapes; lines are sorted.
// Decisions stand in their order without number, time, author and reason.
#include <algorithm>
#include <map>
#include <utility>

#include "graph/belief.h"
#include "graph/bytes.h"
#include "graph/decision_book.h"
#include "graph/digest.h"
#include "graph/knowledge.h"
#include "graph/memory_tables.h"
#include "graph/testimony.h"

namespace nutgraf {
namespace {

constexpr std::string_view digits = "0123456789abcdef";

std::string hex(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) {
    out += digits[static_cast<unsigned char>(c) >> 4U];
    out += digits[static_cast<unsigned char>(c) & 15U];
  }
  return out;
}

std::optional<unsigned> hex_byte(std::string_view two) {
  if (two.size() != 2) return std::nullopt;
  const std::size_t high = digits.find(two[0]);
  const std::size_t low = digits.find(two[1]);
  if (high == std::string_view::npos || low == std::string_view::npos) return std::nullopt;
  return static_cast<unsigned>(high * 16 + low);
}

std::string escape(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) {
    if (c >= ' ' && c <= '~' && c != '\\') {
      out += c;
    } else {
      out += "\\x";
      out += hex(std::string_view(&c, 1));
    }
  }
  return out;
}

std::optional<std::string> unescape(std::string_view words) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] != '\\') {
      out += words[i];
      continue;
    }
    const std::optional<unsigned> byte = hex_byte(words.substr(std::min(i + 2, words.size()), 2));
    if (!byte || words[i + 1] != 'x') return std::nullopt;
    out += static_cast<char>(*byte);
    i += 3;
  }
  return out;
}

std::vector<Table> dumped_tables() {
  std::vector<Table> out;
  for (std::size_t i = 0; i < table_count; ++i) {
    const auto table = static_cast<Table>(i);
    if (table != Table::decision && table < Table::meta) out.push_back(table);
  }
  std::sort(out.begin(), out.end(), [](Table a, Table b) { return to_string(a) < to_string(b); });
  return out;
}

// What belief reads of a decision.
std::string bare(const CuratorDecision& decision) {
  return encode(LoggedDecision{0, decision, {}, {}, {}, false});
}

class Dump {
 public:
  Dump(const View& view, const LineSink& sink) : view_(view), sink_(sink) {}

  Result<void> write() {
    for (const Table table : dumped_tables()) {
      if (to_string(table) > "decision" && !decisions_written_) {
        if (Result<void> done = write_decisions(); !done) return done;
      }
      if (to_string(table) > "rule_set" && !rule_set_written_) {
        if (Result<void> done = write_rule_set(); !done) return done;
      }
      if (Result<void> done = write_table(table); !done) return done;
    }
    return view_.status();
  }

 private:
  Result<void> line(std::string_view table, std::string_view key, std::string_view value) {
    return sink_(std::string(table) + "\t" + hex(key) + "\t" + escape(value));
  }

  Result<void> write_table(Table table) {
    Result<void> done;
    view_.scan(table, {}, {}, [&](std::string_view key, std::string_view value) {
      done = line(to_string(table), key, value);
      return done.has_value();
    });
    return done;
  }

  Result<void> write_decisions() {
    decisions_written_ = true;
    std::uint32_t ordinal = 0;
    for (const LoggedDecision& logged : active_decisions(view_)) {
      std::string key;
      append_u32(key, ordinal++);
      if (Result<void> done = line("decision", key, bare(logged.decision)); !done) return done;
    }
    return {};
  }

  Result<void> write_rule_set() {
    rule_set_written_ = true;
    const std::optional<std::string> rule_set = view_.get(Table::meta, "rule_set");
    return rule_set ? line("rule_set", {}, *rule_set) : Result<void>();
  }

  const View& view_;
  const LineSink& sink_;
  bool decisions_written_ = false;
  bool rule_set_written_ = false;
};

std::vector<ReportKey> all_reports(const View& view) {
  std::vector<ReportKey> out;
  view.scan(Table::report, {}, {}, [&](std::string_view key, std::string_view) {
    out.push_back(cut_id<ReportKey>(key, 0));
    return true;
  });
  return out;
}

// Rows of belief that differ, told by table and key.
void compare(const View& found, const View& expected, Table table,
             std::vector<std::string>& problems) {
  std::map<std::string, std::string> rows;
  expected.scan(table, {}, {}, [&](std::string_view key, std::string_view value) {
    rows.emplace(key, value);
    return true;
  });
  std::uint64_t wrong = 0;
  std::string first;
  const auto note = [&](std::string_view key, std::string_view what) {
    if (++wrong == 1) first = hex(key) + " " + std::string(what);
  };
  found.scan(table, {}, {}, [&](std::string_view key, std::string_view value) {
    const auto row = rows.find(std::string(key));
    if (row == rows.end()) {
      note(key, "should not be there");
    } else {
      if (row->second != value) note(key, "has another value than testimony gives");
      rows.erase(row);
    }
    return true;
  });
  for (const auto& [key, value] : rows) note(key, "is missing");
  if (wrong > 0) {
    problems.push_back("table " + std::string(to_string(table)) + ": " + std::to_string(wrong) +
                       " rows are not what testimony gives, first " + first);
  }
}

void recompute(const View& view, std::vector<std::string>& problems) {
  MemoryTables nothing;
  const std::unique_ptr<View> empty = nothing.snapshot();
  Workspace work(*empty);
  for (const Table table : {Table::report, Table::testimony, Table::profile, Table::decision}) {
    view.scan(table, {}, {}, [&](std::string_view key, std::string_view value) {
      work.put(table, std::string(key), std::string(value));
      return true;
    });
  }
  const std::vector<ReportKey> reports = all_reports(view);
  if (Result<void> done = update_belief(work, {reports.begin(), reports.end()}); !done) {
    problems.push_back(done.error().message);
    return;
  }
  for (std::size_t i = 0; i < table_count; ++i) {
    if (is_belief(static_cast<Table>(i))) compare(view, work, static_cast<Table>(i), problems);
  }
}

Error bad_line(std::string_view line) {
  return {ErrorCode::invalid,
          "not a line of a dump: expected table, key in hexadecimal and value, with tabs between",
          {},
          0,
          0,
          std::string(line.substr(0, 80))};
}

}  // namespace

Result<void> Knowledge::dump(const LineSink& sink) const {
  const std::unique_ptr<View> view = tables_.snapshot();
  return Dump(*view, sink).write();
}

Result<std::string> Knowledge::digest() const {
  const std::unique_ptr<View> view = tables_.snapshot();
  Digest whole;
  for (const Table table : dumped_tables()) {
    const std::optional<std::string> sum = view->get(Table::meta, digest_key(table));
    if (sum && Digest::of_bytes(*sum) != Digest()) whole.add(to_string(table), *sum);
  }
  std::uint32_t ordinal = 0;
  for (const LoggedDecision& logged : active_decisions(*view)) {
    whole.add("decision " + std::to_string(ordinal++), bare(logged.decision));
  }
  if (const auto rule_set = view->get(Table::meta, "rule_set")) whole.add("rule_set", *rule_set);
  if (Result<void> status = view->status(); !status) return fail(status.error());
  return whole.hex();
}

Result<VerifyOutcome> Knowledge::verify(bool deep) const {
  const std::unique_ptr<View> view = tables_.snapshot();
  VerifyOutcome out;
  for (std::size_t i = 0; i < table_count; ++i) {
    const auto table = static_cast<Table>(i);
    if (table >= Table::meta) continue;
    const Digest counted = count_digest(*view, table, out.rows);
    const std::string stored = view->get(Table::meta, digest_key(table)).value_or(std::string());
    if (Digest::of_bytes(stored) != counted) {
      out.problems.push_back("table " + std::string(to_string(table)) +
                             ": its rows do not add up to its running digest");
    }
  }
  if (deep) recompute(*view, out.problems);
  if (Result<void> status = view->status(); !status) return fail(status.error());
  return out;
}

Result<void> Knowledge::load_line(std::string_view line) {
  const std::size_t first = line.find('\t');
  const std::size_t second = first == std::string_view::npos ? first : line.find('\t', first + 1);
  if (second == std::string_view::npos) return fail(bad_line(line));
  const std::string_view table = line.substr(0, first);
  const std::string key(line.substr(first + 1, second - first - 1));
  const std::optional<std::string> value = unescape(line.substr(second + 1));
  if (!value) return fail(bad_line(line));
  const auto keep = [](auto read, auto& into) -> Result<void> {
    if (!read) return fail(read.error());
    into = std::move(*read);
    return {};
  };
  if (table == "rule_set") {
    loading_rule_set_ = *value;
  } else if (table == "decision") {
    Result<LoggedDecision> logged = decode_decision(*value);
    if (!logged) return fail(logged.error());
    loading_decisions_.push_back(std::move(logged->decision));
  } else if (table == "text") {
    loading_parts_[key].report.text = *value;
  } else if (table == "testimony") {
    return keep(decode_extraction(*value), loading_parts_[key].extraction);
  } else if (table == "profile") {
    return keep(decode_profile(*value), loading_parts_[key].profile);
  } else if (table == "report") {
    Result<Report> head = decode_report(*value);
    if (!head) return fail(head.error());
    head->text = std::move(loading_parts_[key].report.text);
    loading_parts_[key].report = std::move(*head);
  }
  return {};
}

Result<void> Knowledge::finish_load() {
  std::vector<Testimony> batch;
  const auto write = [&]() -> Result<void> {
    Result<std::vector<IngestOutcome>> done = ingest(std::move(batch), false);
    batch.clear();
    return done ? Result<void>() : fail(done.error());
  };
  for (auto& [key, testimony] : loading_parts_) {
    if (testimony.report.id.empty()) {
      return fail(ErrorCode::invalid, "the dump is cut short: a report has no head");
    }
    testimony.rule_set = loading_rule_set_;
    batch.push_back(std::move(testimony));
    if (batch.size() == 256) {
      if (Result<void> done = write(); !done) return done;
    }
  }
  if (Result<void> done = write(); !done) return done;
  for (CuratorDecision& decision : loading_decisions_) {
    const Result<std::uint32_t> done = decide(std::move(decision), {}, "loaded", {});
    if (!done) return fail(done.error());
  }
  loading_parts_.clear();
  loading_decisions_.clear();
  return {};
}

}  // namespace nutgraf
