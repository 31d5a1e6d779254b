#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <set>
#include <span>

#include "extract/lexicon/list_file.h"
#include "extract/syntax/tag_repairs.h"

namespace nutgraf {
namespace {

constexpr std::array<std::pair<std::string_view, TagRepairs::Property>, 11> properties{{
    {"CAPITAL", TagRepairs::capital},
    {"SMALL", TagRepairs::small},
    {"EDGE", TagRepairs::edge},
    {"UNKNOWN", TagRepairs::unknown},
    {"QUOTED", TagRepairs::quoted},
    {"CAPITALS", TagRepairs::capitals},
    {"ATTACHED", TagRepairs::attached},
    {"DEMONYM", TagRepairs::demonym},
    {"VERBLESS", TagRepairs::verbless},
    {"LONE", TagRepairs::lone},
    {"PROSE", TagRepairs::prose},
}};

std::uint64_t bit(Tag tag) { return std::uint64_t{1} << static_cast<unsigned>(tag); }

std::vector<std::string> parts_of(const std::string& text, char mark) {
  std::vector<std::string> out;
  std::size_t at = 0;
  while (at <= text.size()) {
    const std::size_t end = std::min(text.find(mark, at), text.size());
    if (end > at) out.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

class Compiler {
 public:
  Compiler(const WordSources& sources, std::string path)
      : sources_(sources), path_(std::move(path)) {}

  Result<void> add(const ListRow& row) {
    if (row.cells[0] == "set") {
      sets_["@" + row.cells[1]] = row.cells[2];
      return {};
    }
    if (row.cells[0] == "pass") {
      passes_.push_back(static_cast<std::uint32_t>(rules_.size()));
      return {};
    }
    TagRepairs::Rule rule;
    rule.line = static_cast<std::uint32_t>(row.line);
    auto from = tags(row, row.cells[0]);
    if (!from) return fail(from.error());
    rule.from = *from;
    const auto to = parse_tag(row.cells[1]);
    if (!to) return list_error(path_, row, "no tag: \"" + row.cells[1] + "\"");
    rule.to = static_cast<std::uint8_t>(*to);
    rule.first_test = static_cast<std::uint32_t>(tests_.size());
    const auto terms = parts_of(row.cells[2], ' ');
    if (terms.size() % 2 != 0) {
      return list_error(path_, row, "expected pairs of a position and a test");
    }
    for (std::size_t i = 0; i < terms.size(); i += 2) {
      TagRepairs::Test test;
      if (auto done = place(row, terms[i], test); !done) return done;
      if (auto done = alternatives(row, terms[i + 1], test); !done) return done;
      if (!of_neighbour(test, rule)) tests_.push_back(test);
    }
    rule.tests = static_cast<std::uint16_t>(tests_.size() - rule.first_test);
    // What is quickly told comes first.
    std::stable_sort(tests_.begin() + rule.first_test, tests_.end(),
                     [](const auto& a, const auto& b) { return cost(a) < cost(b); });
    rules_.push_back(rule);
    return {};
  }

  std::string section() const {
    std::vector<std::uint32_t> by_tag;
    std::vector<TagModel::Range> ranges;
    std::vector<std::uint32_t> bounds = passes_;
    bounds.push_back(static_cast<std::uint32_t>(rules_.size()));
    for (std::size_t pass = 0; pass + 1 < bounds.size(); ++pass) {
      for (std::size_t t = 0; t < static_cast<std::size_t>(Tag::count); ++t) {
        const auto begin = static_cast<std::uint32_t>(by_tag.size());
        for (std::uint32_t i = bounds[pass]; i < bounds[pass + 1]; ++i) {
          const bool of_tag = (rules_[i].from & bit(static_cast<Tag>(t))) != 0;
          if (of_tag && named_by(rules_[i]).empty()) by_tag.push_back(i);
        }
        ranges.push_back({begin, static_cast<std::uint32_t>(by_tag.size())});
      }
    }
    SectionWriter out;
    out.rows<TagRepairs::Rule>(rules_);
    out.rows<TagRepairs::Test>(tests_);
    out.rows<std::uint32_t>(words_);
    out.rows<std::uint32_t>(bounds);
    out.rows<std::uint32_t>(by_tag);
    out.rows<TagModel::Range>(ranges);
    write_named(out);
    out.text(pool_);
    return out.take();
  }

 private:
  // Takes a test that asks for nothing but the tag of the next token or the one before into the
  // rule's own sets; false for all other tests.
  static bool of_neighbour(const TagRepairs::Test& test, TagRepairs::Rule& rule) {
    const bool other = test.words != 0 || test.may != 0 || test.most != 0 ||
                       test.ending_size != 0 || test.properties != 0 || test.skipped != 0;
    if (other || (test.position != -1 && test.position != 1)) return false;
    std::uint64_t& side = test.position < 0 ? rule.before : rule.after;
    side &= test.negated != 0 ? ~test.tags : test.tags;
    return true;
  }

  static int cost(const TagRepairs::Test& test) {
    constexpr int far = TagRepairs::verbless | TagRepairs::lone | TagRepairs::prose;
    if ((test.properties & far) != 0) return 3;
    if (test.skipped != 0) return 2;
    return test.position == 0 ? 0 : 1;
  }

  // The words one of which must stand at the rule's own place; none when others may.
  std::span<const std::uint32_t> named_by(const TagRepairs::Rule& rule) const {
    for (std::size_t i = rule.first_test; i < rule.first_test + std::size_t{rule.tests}; ++i) {
      const TagRepairs::Test& test = tests_[i];
      const bool other = test.tags != 0 || test.may != 0 || test.most != 0 ||
                         test.ending_size != 0 || test.properties != 0;
      if (test.position == 0 && test.negated == 0 && test.words > 0 && !other) {
        return std::span(words_).subspan(test.word, test.words);
      }
    }
    return {};
  }

  void write_named(SectionWriter& out) const {
    std::map<std::uint32_t, std::vector<std::uint32_t>> rules_of;
    for (std::uint32_t i = 0; i < rules_.size(); ++i) {
      for (const std::uint32_t word : named_by(rules_[i])) rules_of[word].push_back(i);
    }
    std::vector<std::uint64_t> bits(sources_.ids.size() / 64 + 1, 0);
    std::vector<std::uint32_t> named;
    std::vector<TagModel::Range> ranges;
    std::vector<std::uint32_t> rules;
    for (const auto& [word, of] : rules_of) {
      bits[word / 64] |= std::uint64_t{1} << (word % 64);
      named.push_back(word);
      const auto begin = static_cast<std::uint32_t>(rules.size());
      rules.insert(rules.end(), of.begin(), of.end());
      ranges.push_back({begin, static_cast<std::uint32_t>(rules.size())});
    }
    out.rows<std::uint64_t>(bits);
    out.rows<std::uint32_t>(named);
    out.rows<TagModel::Range>(ranges);
    out.rows<std::uint32_t>(rules);
  }

  Result<std::uint64_t> tags(const ListRow& row, const std::string& cell) const {
    std::uint64_t out = 0;
    for (const std::string& name : parts_of(cell, '|')) {
      const auto tag = parse_tag(name);
      if (!tag) return list_error(path_, row, "no tag: \"" + name + "\"");
      out |= bit(*tag);
    }
    return out;
  }

  // "-1", "+2", "-1/RB|MD": the token there, those tags not counted.
  Result<void> place(const ListRow& row, const std::string& word, TagRepairs::Test& test) const {
    const std::size_t slash = word.find('/');
    const std::size_t begin = word.starts_with('+') ? 1 : 0;
    const std::string digits =
        word.substr(begin, slash == std::string::npos ? slash : slash - begin);
    int position = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), position);
    if (read.ec != std::errc{} || read.ptr != digits.data() + digits.size() || position < -9 ||
        position > 9) {
      return list_error(path_, row, "expected a position such as -1, 0 or +2: \"" + word + "\"");
    }
    test.position = static_cast<std::int8_t>(position);
    if (slash == std::string::npos) return {};
    auto skipped = tags(row, word.substr(slash + 1));
    if (!skipped) return fail(skipped.error());
    test.skipped = *skipped;
    return {};
  }

  Result<void> alternatives(const ListRow& row, std::string cell, TagRepairs::Test& test) {
    if (cell.starts_with('!')) {
      test.negated = 1;
      cell.erase(0, 1);
    }
    std::set<WordId> words;
    if (auto done = add_alternatives(row, cell, test, words); !done) return done;
    test.word = static_cast<std::uint32_t>(words_.size());
    test.words = static_cast<std::uint16_t>(words.size());
    words_.insert(words_.end(), words.begin(), words.end());
    return {};
  }

  Result<void> add_alternatives(const ListRow& row, const std::string& cell, TagRepairs::Test& test,
                                std::set<WordId>& words) {
    for (const std::string& name : parts_of(cell, '|')) {
      const auto property = std::find_if(properties.begin(), properties.end(),
                                         [&](const auto& entry) { return entry.first == name; });
      if (property != properties.end()) {
        test.properties = static_cast<std::uint16_t>(test.properties | property->second);
      } else if (name.starts_with('@')) {
        const auto set = sets_.find(name);
        if (set == sets_.end()) return list_error(path_, row, "no set: \"" + name + "\"");
        if (auto done = add_alternatives(row, set->second, test, words); !done) return done;
      } else if (name.starts_with("may:")) {
        auto may = tags(row, name.substr(4));
        if (!may) return fail(may.error());
        test.may |= *may;
      } else if (name.starts_with("most:")) {
        auto most = tags(row, name.substr(5));
        if (!most) return fail(most.error());
        test.most |= *most;
      } else if (name.starts_with('*') && name.size() > 1) {
        if (test.ending_size > 0) return list_error(path_, row, "two endings in one test");
        test.ending = static_cast<std::uint16_t>(pool_.size());
        test.ending_size = static_cast<std::uint8_t>(name.size() - 1);
        pool_ += name.substr(1);
      } else if (const auto tag = parse_tag(name)) {
        test.tags |= bit(*tag);
      } else if (const WordId word = sources_.id(name); word != 0) {
        words.insert(word);
      } else {
        return list_error(path_, row, "neither a tag nor a word of the lexicon: \"" + name + "\"");
      }
    }
    return {};
  }

  const WordSources& sources_;
  std::string path_;
  std::map<std::string, std::string> sets_;
  std::vector<TagRepairs::Rule> rules_;
  std::vector<std::uint32_t> passes_{0};  // the first rule of each
  std::vector<TagRepairs::Test> tests_;
  std::vector<std::uint32_t> words_;
  std::string pool_;
};

}  // namespace

Result<void> compile_repairs(const WordSources& sources, DataWriter& writer) {
  const std::string path = sources.lists + "/tag-repairs.txt";
  const auto rows = read_list(path, 3, 4);
  if (!rows) return fail(rows.error());
  Compiler compiler(sources, path);
  for (const ListRow& row : *rows) {
    if (auto done = compiler.add(row); !done) return done;
  }
  writer.add("repairs", compiler.section());
  return {};
}

Result<std::vector<RepairExample>> read_repair_examples(const std::string& path) {
  const auto rows = read_list(path, 3, 4);
  if (!rows) return fail(rows.error());
  std::vector<RepairExample> out;
  for (const ListRow& row : *rows) {
    if (row.cells[0] == "set" || row.cells[0] == "pass") continue;
    if (row.cells.size() < 4) return list_error(path, row, "a rule needs an example");
    RepairExample example;
    example.line = row.line;
    example.tag = parse_tag(row.cells[1]).value_or(Tag::none);
    const std::string& marked = row.cells[3];
    const std::size_t open = marked.find('[');
    const std::size_t close = marked.find(']');
    if (open == std::string::npos || close == std::string::npos || close < open) {
      return list_error(path, row, "mark the word in the example with [ and ]");
    }
    example.text = marked.substr(0, open) + marked.substr(open + 1, close - open - 1) +
                   marked.substr(close + 1);
    example.span = {static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(close - 1)};
    out.push_back(std::move(example));
  }
  return out;
}

}  // namespace nutgraf
