// Statements as bytes.
#include "graph/statement.h"
#include "graph/testimony_bytes.h"

namespace nutgraf {
namespace {

template <typename A, typename T>
void pack_unit(A& a, T& unit) {
  pack(a, unit.id);
  pack_enum(a, unit.kind, NodeKind::event);
  pack(a, unit.local);
  pack(a, unit.named);
  pack(a, unit.spoken);
  pack(a, unit.around);
  pack(a, unit.offset);
  pack(a, unit.name);
  pack(a, unit.folded);
  pack(a, unit.aliases);
  pack(a, unit.heads);
  pack_list(a, unit.counts, [](auto& each, auto& count) { pack(each, count); });
  pack(a, unit.place_id);
  pack(a, unit.place);
  pack(a, unit.role);
  pack(a, unit.country);
  pack(a, unit.tag);
  pack_enum(a, unit.gender, Gender::male);
}
template <typename A, typename T>
void pack_event(A& a, T& event) {
  pack(a, event.id);
  pack(a, event.type);
  pack(a, event.act);
  pack(a, event.mode);
  pack(a, event.lemma);
  pack(a, event.lemmas);
  pack(a, event.frames);
  pack(a, event.deeds);
  pack_enum(a, event.modality, Modality::requested);
  pack_enum(a, event.polarity, Polarity::negative);
  pack(a, event.when);
  pack(a, event.told);
  pack(a, event.own_day);
  pack(a, event.another);
  pack(a, event.only_named);
  pack(a, event.score);
  pack_list(a, event.roles, [](auto& each, auto& role) {
    pack_index(each, role.unit);
    pack_enum(each, role.role, Role::within);
  });
  pack_list(a, event.casualties, [](auto& each, auto& casualty) {
    pack(each, casualty.state);
    pack(each, casualty.count);
  });
}
template <typename A, typename T>
void pack_statement(A& a, T& statement) {
  pack(a, statement.report);
  pack(a, statement.date);
  pack(a, statement.source);
  pack_list(a, statement.units, [](auto& each, auto& unit) { pack_unit(each, unit); });
  pack_indexes(a, statement.unit_of);
  pack_list(a, statement.events, [](auto& each, auto& event) { pack_event(each, event); });
  pack_indexes(a, statement.chain_of);
  pack_indexes(a, statement.meant_by);
  pack_list(a, statement.members, [](auto& each, auto& member) {
    pack_index(each, member.unit);
    pack_index(each, member.group);
  });
}

bool sound(const Statement& statement) {
  const auto within = [](const std::vector<std::uint32_t>& indexes, std::size_t size) {
    for (const std::uint32_t index : indexes) {
      if (index != npos && index >= size) return false;
    }
    return true;
  };
  for (const StatedMember& member : statement.members) {
    if (member.unit >= statement.units.size() || member.group >= statement.units.size()) {
      return false;
    }
  }
  for (const StatedEvent& event : statement.events) {
    for (const StatedRole& role : event.roles) {
      if (role.unit >= statement.units.size()) return false;
    }
  }
  return within(statement.unit_of, statement.units.size()) &&
         within(statement.chain_of, statement.events.size()) &&
         within(statement.meant_by, statement.events.size());
}

}  // namespace

std::string encode(const Statement& statement) {
  Packer packer;
  pack_statement(packer, statement);
  return packer.take();
}

Result<Statement> decode_statement(std::string_view bytes) {
  Unpacker unpacker(bytes);
  Statement statement;
  pack_statement(unpacker, statement);
  if (!unpacker.done() || !sound(statement)) {
    return fail(ErrorCode::unavailable, "damaged: the bytes of a report's statement do not read");
  }
  return statement;
}

}  // namespace nutgraf
