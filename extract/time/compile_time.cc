// Lists and rules of time to the sections "time.words" and "time.rules".
#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "extract/lexicon/list_file.h"
#include "extract/text/fold.h"
#include "extract/time/grammar.h"
#include "extract/time/rule_file.h"

namespace nutgraf {
namespace {

struct Word {
  ClassMask classes = 0;
  std::uint16_t needs = 0;
  std::vector<TimeValueRow> values;
};

struct Node {
  std::map<TimeSymbol, std::uint32_t> edges;
  std::vector<TimeFinalRow> finals;
};

class TimeCompiler {
 public:
  explicit TimeCompiler(const std::string& folder) : folder_(folder) {}

  Result<void> compile(DataWriter& writer) {
    nodes_.resize(2);  // 0: rules, 1: holidays
    if (auto done = take_words(); !done) return done;
    if (auto done = take_holidays(); !done) return done;
    auto rules = read_time_rules(folder_ + "/data/rules/en/time.txt");
    if (!rules) return fail(rules.error());
    for (const TimeRule& rule : *rules) take_rule(rule);
    write(writer);
    return {};
  }

 private:
  Result<void> take_words() {
    const std::string path = folder_ + "/data/lexicon/en/time/words.tsv";
    auto rows = read_list(path, 3, 4);
    if (!rows) return fail(rows.error());
    for (const ListRow& row : *rows) {
      const auto word_class = parse_word_class(row.cells[1]);
      if (!word_class) return list_error(path, row, "no such class of words: " + row.cells[1]);
      const auto value = list_integer(path, row, 2);
      if (!value) return fail(value.error());
      static const std::map<std::string, std::uint16_t> needs{
          {"capital", 1}, {"name", 2}, {"noun", 3}, {"lower", 4}};
      std::uint16_t need = 0;
      if (row.cells.size() > 3) {
        const auto at = needs.find(row.cells[3]);
        if (at == needs.end())
          return list_error(path, row, "expected capital, name, noun or lower");
        need = at->second;
      }
      Word& word = words_[fold(row.cells[0])];
      word.classes |= mask_of(*word_class);
      word.needs = std::max(word.needs, need);
      word.values.push_back(
          {static_cast<std::uint32_t>(*word_class), static_cast<std::int32_t>(*value)});
    }
    return {};
  }

  Result<void> take_holidays() {
    const std::string path = folder_ + "/data/lexicon/en/time/holidays.tsv";
    auto rows = read_list(path, 7, 7);
    if (!rows) return fail(rows.error());
    for (const ListRow& row : *rows) {
      std::int32_t numbers[6] = {};
      for (std::size_t cell = 1; cell < 7; ++cell) {
        const auto value = list_integer(path, row, cell);
        if (!value) return fail(value.error());
        numbers[cell - 1] = static_cast<std::int32_t>(*value);
      }
      holidays_.push_back({numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]});
      std::vector<TimeSymbol> sequence;
      const std::string name = fold(row.cells[0]) + ' ';
      for (std::size_t at = 0; at < name.size(); at = name.find(' ', at) + 1) {
        sequence.push_back(
            {TimeSymbol::Kind::literal, name.substr(at, name.find(' ', at) - at), 0});
      }
      const auto index = static_cast<std::uint32_t>(holidays_.size() - 1);
      nodes_[insert(1, sequence)].finals.push_back({index, 0});
    }
    return {};
  }

  void take_rule(const TimeRule& rule) {
    const auto id = static_cast<std::uint32_t>(rules_.size());
    TimeRuleRow row;
    row.name = static_cast<std::uint32_t>(names_.size());
    row.name_size = static_cast<std::uint32_t>(rule.name.size());
    names_ += rule.name;
    row.meaning = static_cast<std::uint32_t>(rule.meaning);
    row.anchor = static_cast<std::uint32_t>(rule.anchor);
    row.weight = rule.weight;
    row.constants.first = static_cast<std::uint32_t>(constants_.size());
    row.constants.count = static_cast<std::uint32_t>(rule.constants.size());
    for (const auto& [field, value] : rule.constants) {
      constants_.push_back({static_cast<std::uint32_t>(field), value});
    }
    row.left_none = conditions(rule.left_none);
    row.left_some = conditions(rule.left_some);
    row.right_none = conditions(rule.right_none);
    row.right_some = conditions(rule.right_some);
    rules_.push_back(row);
    for (const std::vector<TimeSymbol>& sequence : rule.sequences) {
      const auto words = static_cast<std::uint32_t>(std::count_if(
          sequence.begin(), sequence.end(),
          [](const TimeSymbol& symbol) { return symbol.kind == TimeSymbol::Kind::literal; }));
      std::vector<TimeFinalRow>& finals = nodes_[insert(0, sequence)].finals;
      const bool there = std::any_of(finals.begin(), finals.end(),
                                     [&](const TimeFinalRow& f) { return f.rule == id; });
      if (!there) finals.push_back({id, words});
    }
  }

  TimeListRow conditions(const std::vector<TimeSymbol>& symbols) {
    const TimeListRow list{static_cast<std::uint32_t>(conditions_.size()),
                           static_cast<std::uint32_t>(symbols.size())};
    for (const TimeSymbol& symbol : symbols) {
      if (symbol.kind == TimeSymbol::Kind::literal) words_[symbol.word];
      conditions_.push_back(symbol);
    }
    return list;
  }

  // The node at the end of the sequence, made where it is new.
  std::size_t insert(std::size_t node, const std::vector<TimeSymbol>& sequence) {
    for (const TimeSymbol& symbol : sequence) {
      if (symbol.kind == TimeSymbol::Kind::literal) words_[symbol.word];
      const auto next = static_cast<std::uint32_t>(nodes_.size());
      const auto [edge, fresh] = nodes_[node].edges.emplace(symbol, next);
      node = edge->second;
      if (fresh) nodes_.emplace_back();
    }
    return node;
  }

  TimeSymbolRow row_of(const TimeSymbol& symbol) const {
    const std::uint32_t code =
        symbol.kind == TimeSymbol::Kind::literal ? word_ids_.at(symbol.word) : symbol.code;
    return {static_cast<std::uint32_t>(symbol.kind), code};
  }

  void write(DataWriter& writer) {
    std::vector<std::pair<std::string, std::uint32_t>> entries;
    std::vector<TimeWordRow> word_rows;
    std::vector<TimeValueRow> value_rows;
    std::string spellings;
    std::vector<std::uint32_t> spelling_ends{0};
    for (const auto& [spelling, word] : words_) {
      const auto id = static_cast<std::uint32_t>(entries.size());
      entries.emplace_back(spelling, id);
      word_ids_[spelling] = id;
      spellings += spelling;
      spelling_ends.push_back(static_cast<std::uint32_t>(spellings.size()));
      word_rows.push_back({word.classes, static_cast<std::uint32_t>(value_rows.size()),
                           static_cast<std::uint16_t>(word.values.size()), word.needs});
      value_rows.insert(value_rows.end(), word.values.begin(), word.values.end());
    }
    SectionWriter words;
    StringTable::write(words, entries);
    words.rows<TimeWordRow>(word_rows);
    words.rows<TimeValueRow>(value_rows);
    words.rows<HolidayRow>(holidays_);
    words.rows<std::uint32_t>(spelling_ends);
    words.text(spellings);
    writer.add("time.words", words.take());
    write_rules(writer);
  }

  void write_rules(DataWriter& writer) {
    std::vector<TimeNodeRow> node_rows;
    std::vector<TimeEdgeRow> edge_rows;
    std::vector<TimeFinalRow> final_rows;
    for (const Node& node : nodes_) {
      node_rows.push_back({static_cast<std::uint32_t>(edge_rows.size()),
                           static_cast<std::uint32_t>(node.edges.size()),
                           static_cast<std::uint32_t>(final_rows.size()),
                           static_cast<std::uint32_t>(node.finals.size())});
      for (const auto& [symbol, target] : node.edges) edge_rows.push_back({row_of(symbol), target});
      final_rows.insert(final_rows.end(), node.finals.begin(), node.finals.end());
    }
    std::vector<TimeSymbolRow> condition_rows;
    for (const TimeSymbol& symbol : conditions_) condition_rows.push_back(row_of(symbol));
    SectionWriter rules;
    rules.rows<TimeNodeRow>(node_rows);
    rules.rows<TimeEdgeRow>(edge_rows);
    rules.rows<TimeFinalRow>(final_rows);
    rules.rows<TimeRuleRow>(rules_);
    rules.rows<TimeConstantRow>(constants_);
    rules.rows<TimeSymbolRow>(condition_rows);
    rules.text(names_);
    writer.add("time.rules", rules.take());
  }

  std::string folder_;
  std::map<std::string, Word> words_;
  std::map<std::string, std::uint32_t> word_ids_;
  std::vector<HolidayRow> holidays_;
  std::vector<Node> nodes_;
  std::vector<TimeRuleRow> rules_;
  std::vector<TimeConstantRow> constants_;
  std::vector<TimeSymbol> conditions_;
  std::string names_;
};

}  // namespace

Result<void> compile_time(const std::string& source_folder, DataWriter& writer) {
  return TimeCompiler(source_folder).compile(writer);
}

}  // namespace nutgraf
