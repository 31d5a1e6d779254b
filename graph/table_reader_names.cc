// Names: from a user's words to nodes.
#include <algorithm>
#include <map>

#include "extract/text/fold.h"
#include "graph/bytes.h"
#include "graph/names.h"
#include "graph/table_reader.h"

namespace nutgraf {
namespace {

constexpr std::size_t nearest_names = 5;

struct NameKey {
  std::string_view folded;
  NodeKey unit;
};

std::optional<NameKey> read_name(std::string_view key) {
  if (key.size() < 18) return std::nullopt;
  const std::size_t at = key.size() - 17;
  const auto kind = static_cast<std::uint8_t>(key[at]);
  if (kind > 3 || key[at - 1] != '\0') return std::nullopt;
  return NameKey{key.substr(0, at - 1), {static_cast<NodeKind>(kind), cut_id<Id>(key, at + 1)}};
}

// Edits between two words, at most `most` + 1 (Levenshtein, over bytes).
std::size_t edits(std::string_view one, std::string_view other, std::size_t most) {
  if (one.size() > other.size() + most || other.size() > one.size() + most) return most + 1;
  std::vector<std::size_t> row(other.size() + 1);
  for (std::size_t k = 0; k < row.size(); ++k) row[k] = k;
  for (std::size_t i = 1; i <= one.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t k = 1; k <= other.size(); ++k) {
      const std::size_t change = diagonal + (one[i - 1] == other[k - 1] ? 0U : 1U);
      diagonal = row[k];
      row[k] = std::min({change, row[k] + 1, row[k - 1] + 1});
    }
  }
  return std::min(row.back(), most + 1);
}

bool of_latin_letters(std::string_view words) {
  // Above U+02FF no letter of names is Latin but those of U+1E00 to U+1EFF.
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto byte = static_cast<unsigned char>(words[i]);
    const bool vietnamese =
        byte == 0xE1 && i + 1 < words.size() && static_cast<unsigned char>(words[i + 1]) >= 0xB8U;
    if (byte >= 0xCC && byte != 0xE2 && !vietnamese) return false;
  }
  return true;
}

bool has_words(std::string_view name, std::string_view words) {
  for (std::size_t at = name.find(words); at != std::string_view::npos;
       at = name.find(words, at + 1)) {
    const std::size_t end = at + words.size();
    if ((at == 0 || name[at - 1] == ' ') && (end == name.size() || name[end] == ' ')) return true;
  }
  return false;
}

}  // namespace

std::string_view to_string(MatchKind kind) {
  static constexpr std::array<std::string_view, 8> words{"id",     "handle", "exact", "folded",
                                                         "prefix", "word",   "sound", "near"};
  return words.at(static_cast<std::size_t>(kind));
}

Result<std::vector<NameMatch>> TableReader::find(std::string_view words,
                                                 std::optional<NodeKind> kind,
                                                 std::size_t limit) const {
  if (const std::optional<NodeKey> key = parse_key(words); key && present(*key)) {
    const NodeKey node{key->kind, node_of(key->id)};
    return sound(std::vector<NameMatch>{
        {name_of(node), node == *key ? MatchKind::id : MatchKind::handle, std::string(words), 0}});
  }
  const std::string folded = fold_name(words);
  // Only for words of another script: Latin ones that sound alike are found by their letters.
  const std::string sounds = of_latin_letters(words) ? std::string() : consonants(folded);
  std::map<NodeKey, std::pair<MatchKind, std::string>> found;
  std::vector<std::pair<std::size_t, std::pair<NodeKey, std::string>>> nearest;
  const std::size_t most = std::min<std::size_t>(3, folded.size() / 3);
  const auto keep = [&](const NodeKey& unit, MatchKind match, std::string_view form) {
    const NodeKey node{unit.kind, node_of(unit.id)};
    const auto [there, fresh] = found.try_emplace(node, match, std::string(form));
    if (!fresh && match < there->second.first) there->second = {match, std::string(form)};
  };
  const auto wanted = [&](const NodeKey& unit) { return !kind || *kind == unit.kind; };
  view_->scan_prefix(Table::name, folded + '\0', [&](std::string_view key, std::string_view) {
    const std::optional<NameKey> name = read_name(key);
    if (name && wanted(name->unit)) keep(name->unit, MatchKind::folded, name->folded);
    return true;
  });
  if (found.empty() && !folded.empty()) {
    view_->scan(Table::name, {}, {}, [&](std::string_view key, std::string_view) {
      const std::optional<NameKey> name = read_name(key);
      if (!name || !wanted(name->unit)) return true;
      if (name->folded.substr(0, folded.size()) == folded) {
        keep(name->unit, MatchKind::prefix, name->folded);
      } else if (has_words(name->folded, folded)) {
        keep(name->unit, MatchKind::word, name->folded);
      } else if (!sounds.empty() && consonants(name->folded) == sounds) {
        keep(name->unit, MatchKind::sound, name->folded);
      } else if (const std::size_t cost = edits(name->folded, folded, most); cost <= most) {
        nearest.push_back({cost, {name->unit, std::string(name->folded)}});
      }
      return true;
    });
  }
  if (found.empty()) {
    std::stable_sort(nearest.begin(), nearest.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::size_t i = 0; i < nearest.size() && found.size() < nearest_names; ++i) {
      keep(nearest[i].second.first, MatchKind::near, nearest[i].second.second);
    }
  }
  MatchKind best = MatchKind::near;
  for (const auto& [node, match] : found) best = std::min(best, match.first);
  std::vector<NameMatch> out;
  for (const auto& [node, match] : found) {
    if (match.first != best) continue;
    trim();
    NameMatch row{name_of(node), best, match.second,
                  static_cast<std::uint32_t>(report_keys(node).size())};
    if (row.node.name == words) row.match = std::min(row.match, MatchKind::exact);
    out.push_back(std::move(row));
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const NameMatch& a, const NameMatch& b) { return a.reports > b.reports; });
  if (limit > 0 && out.size() > limit) out.resize(limit);
  return sound(std::move(out));
}

Result<std::optional<NodeKey>> TableReader::resolve(std::string_view id) const {
  std::optional<NodeKey> out = parse_key(id);
  if (out && present(*out)) {
    out->id = node_of(out->id);
  } else {
    out.reset();
  }
  return sound(out);
}

Result<std::string> TableReader::vanished(std::string_view id) const {
  const std::optional<NodeKey> wanted = parse_key(id);
  std::string out;
  if (!wanted) return out;
  const ReportKey home = report_of(wanted->id);
  view_->scan(Table::audit, {}, {}, [&](std::string_view, std::string_view value) {
    Unpacker unpacker(value);
    std::string verb;
    std::vector<std::string> names;
    std::vector<Id> gone;
    pack(unpacker, verb);
    pack(unpacker, names);
    pack(unpacker, gone);
    if (std::find(gone.begin(), gone.end(), wanted->id) != gone.end()) {
      out = std::string(id) + " is no more: the last report that had it went with '" + verb + "'";
    }
    for (const std::string& name : names) {
      if (report_key(name) == home) {
        out = std::string(id) + " was known from report '" + name + "' alone, last touched by '" +
              verb + "'";
      }
    }
    return true;
  });
  return sound(std::move(out));
}

Result<std::vector<std::string>> TableReader::complete(std::string_view prefix,
                                                       std::size_t limit) const {
  std::vector<std::string> out;
  const std::string folded = fold_name(prefix);
  view_->scan_prefix(Table::name, folded, [&](std::string_view key, std::string_view) {
    const std::optional<NameKey> name = read_name(key);
    if (name && (out.empty() || out.back() != name->folded)) out.emplace_back(name->folded);
    return limit == 0 || out.size() < limit;
  });
  return sound(std::move(out));
}

Result<void> TableReader::names(std::string_view prefix, std::string_view part,
                                const NameVisitor& visit) const {
  view_->scan_prefix(Table::name, prefix, [&](std::string_view key, std::string_view) {
    const std::optional<NameKey> name = read_name(key);
    if (!name || name->folded.find(part) == std::string_view::npos) return true;
    trim();
    return visit(name->folded, {name->unit.kind, node_of(name->unit.id)});
  });
  return view_->status();
}

Result<std::vector<std::string>> TableReader::actions(std::string_view prefix,
                                                      std::size_t limit) const {
  std::vector<std::string> out;
  std::string from = fold(prefix);
  const std::string until = from + '\xFF';
  bool more = true;
  while (more && (limit == 0 || out.size() < limit)) {
    more = false;
    view_->scan(Table::action, from, until, [&](std::string_view key, std::string_view) {
      out.emplace_back(key.substr(0, key.find('\0')));
      more = true;
      return false;
    });
    if (more) from = out.back() + '\1';
  }
  return sound(std::move(out));
}

}  // namespace nutgraf
