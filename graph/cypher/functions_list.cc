// Functions of lists.
#include <algorithm>

#include "extract/text/fold.h"
#include "graph/cypher/functions.h"

namespace nutgraf::cypher {
namespace {

// Letters as code points.
std::size_t letters(const std::string& words) {
  return static_cast<std::size_t>(std::count_if(words.begin(), words.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

Value size(CallContext&, const Arguments& a) {
  return a[0].kind() == ValueKind::list ? a[0].list().size() : letters(a[0].string());
}

Value head(CallContext&, const Arguments& a) {
  return a[0].list().empty() ? Value() : a[0].list().front();
}
Value last(CallContext&, const Arguments& a) {
  return a[0].list().empty() ? Value() : a[0].list().back();
}
Value tail(CallContext&, const Arguments& a) {
  const List& list = a[0].list();
  return list.empty() ? List() : List(list.begin() + 1, list.end());
}

Value reverse(CallContext&, const Arguments& a) {
  if (a[0].kind() == ValueKind::list) return List(a[0].list().rbegin(), a[0].list().rend());
  const std::string& words = a[0].string();
  std::string out;
  for (std::size_t end = words.size(); end > 0;) {
    std::size_t begin = end - 1;
    while (begin > 0 && (static_cast<unsigned char>(words[begin]) & 0xC0U) == 0x80U) --begin;
    out.append(words, begin, end - begin);
    end = begin;
  }
  return out;
}

Value range(CallContext& context, const Arguments& a) {
  for (const Value& value : a) {
    if (value.kind() == ValueKind::integer) continue;
    return context.fail(Problem::invalid_argument_type, "range() expects whole numbers");
  }
  const std::int64_t from = a[0].integer();
  const std::int64_t until = a[1].integer();
  const std::int64_t step = a.size() > 2 ? a[2].integer() : 1;
  if (step == 0) {
    return context.fail(Problem::number_out_of_range, "range(): the step is not 0");
  }
  constexpr std::uint64_t most = 10'000'000;
  const bool up = step > 0;
  if (up ? from > until : from < until) return List();
  const std::uint64_t distance =
      up ? static_cast<std::uint64_t>(until) - static_cast<std::uint64_t>(from)
         : static_cast<std::uint64_t>(from) - static_cast<std::uint64_t>(until);
  const std::uint64_t stride =
      up ? static_cast<std::uint64_t>(step) : 0 - static_cast<std::uint64_t>(step);
  const std::uint64_t count = distance / stride + 1;
  if (count > most) {
    return context.fail(Problem::too_much, "range() gives at most ten million numbers");
  }
  if (!context.may_hold(count * sizeof(Value))) return {};
  List out;
  out.reserve(count);
  for (std::uint64_t i = 0; i < count; ++i) {
    out.emplace_back(from + static_cast<std::int64_t>(i) * step);
  }
  return out;
}

// ["…"] to booleans, numbers, strings; what has no such form is null.
template <Value (*Convert)(const Value&)>
Value each(CallContext&, const Arguments& a) {
  List out;
  for (const Value& value : a[0].list()) out.push_back(Convert(value));
  return out;
}
Value string_of(const Value& value) {
  const auto words = plain_text(value);
  return words ? Value(*words) : Value();
}

}  // namespace

const std::vector<Function>& list_functions() {
  constexpr Kinds any = kinds::any;
  constexpr Kinds list = kinds::list;
  constexpr Kinds whole = kinds::integer;
  constexpr Kinds both = kinds::list | kinds::string;
  static const std::vector<Function> functions{
      {"size", 1, 1, whole, {both, any, any}, size},
      {"head", 1, 1, any, {list, any, any}, head},
      {"last", 1, 1, any, {list, any, any}, last},
      {"tail", 1, 1, list, {list, any, any}, tail},
      {"reverse", 1, 1, both, {both, any, any}, reverse},
      {"range", 2, 3, list, {any, any, any}, range},
      {"toStringList", 1, 1, list, {list, any, any}, each<string_of>},
  };
  return functions;
}

}  // namespace nutgraf::cypher
