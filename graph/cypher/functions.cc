#include "graph/cypher/functions.h"

#include <algorithm>
#include <unordered_map>

namespace nutgraf::cypher {
namespace {

std::string lower(std::string_view words) {
  std::string out(words);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

const std::unordered_map<std::string, const Function*>& table() {
  static const std::unordered_map<std::string, const Function*> out = [] {
    std::unordered_map<std::string, const Function*> made;
    for (const auto* functions :
         {&graph_functions(), &list_functions(), &string_functions(), &number_functions(),
          &temporal_functions(), &truncate_functions(), &aggregate_functions()}) {
      for (const Function& function : *functions) made.emplace(lower(function.name), &function);
    }
    return made;
  }();
  return out;
}

}  // namespace

const Function* find_function(std::string_view name) {
  const auto found = table().find(lower(name));
  return found == table().end() ? nullptr : found->second;
}

std::vector<std::string> function_names() {
  std::vector<std::string> out;
  for (const auto& [name, function] : table()) out.emplace_back(function->name);
  std::sort(out.begin(), out.end());
  return out;
}

const std::vector<Function>& aggregate_functions() {
  using namespace kinds;
  constexpr Kinds summed = number | kinds_of(ValueKind::duration);
  static const std::vector<Function> functions{
      {"count", 1, 1, integer, {any, any, any}, nullptr, false, Aggregate::count},
      {"sum", 1, 1, summed, {summed, any, any}, nullptr, false, Aggregate::sum},
      {"avg", 1, 1, summed, {summed, any, any}, nullptr, false, Aggregate::avg},
      {"min", 1, 1, any, {any, any, any}, nullptr, false, Aggregate::min},
      {"max", 1, 1, any, {any, any, any}, nullptr, false, Aggregate::max},
      {"collect", 1, 1, list, {any, any, any}, nullptr, false, Aggregate::collect},
      {"stDev", 1, 1, floating, {number, any, any}, nullptr, false, Aggregate::deviation},
      {"stDevP", 1, 1, floating, {number, any, any}, nullptr, false, Aggregate::deviation_of_all},
      {"percentileDisc",
       2,
       2,
       number,
       {number, number, any},
       nullptr,
       false,
       Aggregate::percentile_disc},
      {"percentileCont",
       2,
       2,
       floating,
       {number, number, any},
       nullptr,
       false,
       Aggregate::percentile_cont},
  };
  return functions;
}

}  // namespace nutgraf::cypher
