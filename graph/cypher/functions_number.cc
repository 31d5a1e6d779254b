// Functions of numbers.
#include <cmath>
#include <cstdlib>
#include <limits>

#include "graph/cypher/functions.h"
#include "graph/cypher/operators.h"

namespace nutgraf::cypher {
namespace {

template <double (*Apply)(double)>
Value real(CallContext&, const Arguments& a) {
  return Apply(a[0].number());
}

double half_up(double number) { return std::floor(number + 0.5); }
double cotangent(double number) { return 1 / std::tan(number); }
double haversine(double number) { return (1 - std::cos(number)) / 2; }
constexpr double pi = 3.14159265358979323846;
double degrees(double number) { return number * 180 / pi; }
double radians(double number) { return number * pi / 180; }

Value absolute(CallContext& context, const Arguments& a) {
  if (a[0].kind() == ValueKind::floating) return std::fabs(a[0].floating());
  return a[0].integer() < 0 ? negated(context, a[0]) : a[0];
}

Value sign(CallContext&, const Arguments& a) {
  const double number = a[0].number();
  return number > 0 ? 1 : number < 0 ? -1 : 0;
}

Value two_angles(CallContext&, const Arguments& a) {
  return std::atan2(a[0].number(), a[1].number());
}

Value euler(CallContext&, const Arguments&) { return std::exp(1.0); }
Value pi_value(CallContext&, const Arguments&) { return pi; }
Value random(CallContext& context, const Arguments&) { return context.random(); }

}  // namespace

const std::vector<Function>& number_functions() {
  constexpr Kinds any = kinds::any;
  constexpr Kinds number = kinds::number;
  constexpr Kinds real_number = kinds::floating;
  const auto plain = [](std::string_view name, Value (*apply)(CallContext&, const Arguments&)) {
    return Function{name, 1, 1, real_number, {number, any, any}, apply};
  };
  static const std::vector<Function> functions{
      {"abs", 1, 1, number, {number, any, any}, absolute},
      {"sign", 1, 1, kinds::integer, {number, any, any}, sign},
      {"atan2", 2, 2, real_number, {number, number, any}, two_angles},
      {"e", 0, 0, real_number, {any, any, any}, euler},
      {"pi", 0, 0, real_number, {any, any, any}, pi_value},
      {"rand", 0, 0, real_number, {any, any, any}, random, true, Aggregate::none, true},
      plain("ceil", real<std::ceil>),
      plain("floor", real<std::floor>),
      plain("round", real<half_up>),
      plain("sqrt", real<std::sqrt>),
      plain("exp", real<std::exp>),
      plain("log", real<std::log>),
      plain("log10", real<std::log10>),
      plain("sin", real<std::sin>),
      plain("cos", real<std::cos>),
      plain("tan", real<std::tan>),
      plain("cot", real<cotangent>),
      plain("asin", real<std::asin>),
      plain("acos", real<std::acos>),
      plain("atan", real<std::atan>),
      plain("haversin", real<haversine>),
      plain("degrees", real<degrees>),
      plain("radians", real<radians>),
  };
  return functions;
}

}  // namespace nutgraf::cypher
