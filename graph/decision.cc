#include "graph/decision.h"

#include <array>

#include "graph/testimony_bytes.h"

namespace nutgraf {
namespace {

template <typename A, typename T>
void pack_side(A& a, T& side) {
  pack_enum(a, side.kind, NodeKind::event);
  pack(a, side.name);
  pack(a, side.report);
  pack(a, side.span);
}

template <typename A, typename T>
void pack_logged(A& a, T& logged) {
  const auto each = [](auto& archive, auto& side) { pack_side(archive, side); };
  pack_enum(a, logged.decision.verb, Verb::undo);
  pack_list(a, logged.decision.one, each);
  pack_list(a, logged.decision.other, each);
  pack(a, logged.decision.name);
  pack(a, logged.decision.undoes);
  pack(a, logged.author);
  pack(a, logged.reason);
  pack(a, logged.time);
  pack(a, logged.undone);
}

}  // namespace

std::string_view to_string(Verb verb) {
  static constexpr std::array<std::string_view, 5> words{"same", "different", "split", "reject",
                                                         "undo"};
  return words.at(static_cast<std::size_t>(verb));
}

std::string encode(const LoggedDecision& decision) {
  Packer packer;
  pack_logged(packer, decision);
  return packer.take();
}

Result<LoggedDecision> decode_decision(std::string_view bytes) {
  Unpacker unpacker(bytes);
  LoggedDecision decision;
  pack_logged(unpacker, decision);
  if (!unpacker.done()) {
    return fail(ErrorCode::unavailable, "damaged: the bytes of a decision do not read");
  }
  return decision;
}

}  // namespace nutgraf
