#include "graph/rows.h"

#include <algorithm>

#include "graph/testimony_bytes.h"

namespace nutgraf {
namespace {

template <typename A, typename T>
void pack_counts(A& a, T& counts) {
  if constexpr (A::writing) {
    a.size(counts.size());
    for (const auto& [words, count] : counts) {
      pack(a, words);
      pack(a, count);
    }
  } else {
    const std::size_t size = a.size();
    for (std::size_t i = 0; i < size; ++i) {
      std::string words = a.text();
      pack(a, counts[std::move(words)]);
    }
  }
}

template <typename A, typename T>
void pack_unit(A& a, T& row) {
  pack_enum(a, row.kind, NodeKind::event);
  pack(a, row.reports);
  pack(a, row.support);
  pack_counts(a, row.forms);
  pack_counts(a, row.features);
}

template <typename A, typename T>
void pack_event(A& a, T& row) {
  pack(a, row.type);
  pack(a, row.mode);
  pack(a, row.action);
  pack(a, row.actions);
  pack(a, row.frames);
  pack_enum(a, row.modality, Modality::requested);
  pack_enum(a, row.polarity, Polarity::negative);
  pack(a, row.when);
  pack(a, row.told);
  pack(a, row.score);
  pack_list(a, row.parts, [](auto& each, auto& part) {
    pack(each, part.unit);
    pack_enum(each, part.kind, NodeKind::event);
    pack_enum(each, part.role, Role::within);
    pack(each, part.members);
    pack(each, part.around);
  });
  pack_list(a, row.tellings, [](auto& each, auto& telling) {
    pack(each, telling.id);
    pack(each, telling.published);
    pack(each, telling.when);
  });
  pack_list(a, row.counts, [](auto& each, auto& count) {
    pack(each, count.state);
    pack(each, count.count);
    pack(each, count.member);
  });
}

// The forms and features that a report adds, each once.
void contribution(const StatedUnit& unit, std::vector<std::string>& forms,
                  std::vector<std::string>& features) {
  forms.push_back(unit.name);
  forms.insert(forms.end(), unit.aliases.begin(), unit.aliases.end());
  std::sort(forms.begin(), forms.end());
  forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
  const auto tell = [&](char tag, const std::string& words) {
    if (!words.empty()) features.push_back(tag + words);
  };
  tell(feature::name, unit.folded);
  if (!unit.around) {
    for (const std::string& alias : unit.aliases) {
      const std::string folded = unit_name(unit.kind, alias);
      if (folded != unit.folded) tell(feature::alias, folded);
    }
    if (unit.kind == NodeKind::person) {
      tell(feature::role, unit.role);
      tell(feature::country, unit.country);
    }
    if (unit.gender != Gender::unknown) {
      tell(feature::gender, std::to_string(static_cast<unsigned>(unit.gender)));
    }
    tell(feature::tag, unit.tag);
  }
  tell(feature::id, unit.place_id);
  if (unit.place) tell(feature::place, encode_place(*unit.place));
  std::sort(features.begin(), features.end());
  features.erase(std::unique(features.begin(), features.end()), features.end());
}

void take(std::map<std::string, std::uint32_t>& counts, const std::string& words) {
  const auto found = counts.find(words);
  if (found != counts.end() && --found->second == 0) counts.erase(found);
}

}  // namespace

std::vector<std::string> UnitRow::told(char tag) const {
  std::vector<std::string> out;
  for (auto it = features.lower_bound(std::string(1, tag));
       it != features.end() && it->first.front() == tag; ++it) {
    out.push_back(it->first.substr(1));
  }
  return out;
}

std::string UnitRow::first(char tag) const {
  const auto it = features.lower_bound(std::string(1, tag));
  return it != features.end() && it->first.front() == tag ? it->first.substr(1) : std::string();
}

void add(UnitRow& row, const StatedUnit& unit) {
  std::vector<std::string> forms;
  std::vector<std::string> features;
  contribution(unit, forms, features);
  row.kind = unit.kind;
  ++row.support;
  if (!unit.around) ++row.reports;
  for (const std::string& words : forms) ++row.forms[words];
  for (const std::string& words : features) ++row.features[words];
}

void subtract(UnitRow& row, const StatedUnit& unit) {
  std::vector<std::string> forms;
  std::vector<std::string> features;
  contribution(unit, forms, features);
  --row.support;
  if (!unit.around) --row.reports;
  for (const std::string& words : forms) take(row.forms, words);
  for (const std::string& words : features) take(row.features, words);
}

UnitRow row_of(const StatedUnit& unit) {
  UnitRow row;
  add(row, unit);
  return row;
}

std::string encode(const UnitRow& row) {
  Packer packer;
  pack_unit(packer, row);
  return packer.take();
}

std::optional<UnitRow> decode_unit(std::string_view bytes) {
  Unpacker unpacker(bytes);
  UnitRow row;
  pack_unit(unpacker, row);
  if (!unpacker.done()) return std::nullopt;
  return row;
}

std::string encode_place(const Place& place) {
  Packer packer;
  pack(packer, place);
  return packer.take();
}

std::optional<Place> decode_place(std::string_view bytes) {
  Unpacker unpacker(bytes);
  Place place;
  pack(unpacker, place);
  if (!unpacker.done()) return std::nullopt;
  return place;
}

std::string encode(const EventRow& row) {
  Packer packer;
  pack_event(packer, row);
  return packer.take();
}

std::optional<EventRow> decode_event(std::string_view bytes) {
  Unpacker unpacker(bytes);
  EventRow row;
  pack_event(unpacker, row);
  if (!unpacker.done()) return std::nullopt;
  for (const EventPart& part : row.parts) {
    for (const std::uint32_t member : part.members) {
      if (member >= row.tellings.size()) return std::nullopt;
    }
  }
  return row;
}

std::string time_key(const DayRange& when) {
  std::string key(1, static_cast<char>(length_class(when)));
  const std::optional<Day> day = when.from ? when.from : when.until;
  append_u32(key, day ? static_cast<std::uint32_t>(day->number) ^ 0x80000000U : 0U);
  return key;
}

std::vector<Id> places_around(const View& view, const Id& place) {
  std::vector<Id> out;
  const std::optional<UnitRow> row = unit_row(view, place);
  if (!row) return out;
  const std::optional<Place> found = decode_place(row->first(feature::place));
  if (!found) return out;
  for (const Place& outer : found->within) out.push_back(place_id(outer.id));
  return out;
}

std::vector<std::pair<Table, std::string>> index_rows(const Id& event, const EventRow& row) {
  std::vector<std::pair<Table, std::string>> out;
  const std::string time = time_key(row.when);
  const auto lead = [&](Table table, std::string key, std::string_view behind) {
    key += time;
    append(key, event);
    key += behind;
    out.emplace_back(table, std::move(key));
  };
  lead(Table::day, {}, {});
  for (const EventPart& part : row.parts) {
    lead(Table::actor, key_of(part.unit), std::string(1, static_cast<char>(part.role)));
    const bool place = part.role == Role::at || part.role == Role::from || part.role == Role::to;
    if (!place) continue;
    lead(Table::place, key_of(part.unit), {});
    for (const Id& outer : part.around) lead(Table::place, key_of(outer), {});
  }
  std::vector<std::string> words = row.actions;
  words.insert(words.end(), row.frames.begin(), row.frames.end());
  if (!row.type.empty()) words.push_back(row.type);
  for (const std::string& word : words) lead(Table::action, word + '\0', {});
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::optional<UnitRow> unit_row(const View& view, const Id& id) {
  const std::optional<std::string> bytes = view.get(Table::unit, key_of(id));
  return bytes ? decode_unit(*bytes) : std::nullopt;
}

std::optional<Statement> statement_row(const View& view, const ReportKey& report) {
  const std::optional<std::string> bytes = view.get(Table::statement, key_of(report));
  if (!bytes) return std::nullopt;
  Result<Statement> statement = decode_statement(*bytes);
  if (!statement) return std::nullopt;
  return std::move(*statement);
}

}  // namespace nutgraf
