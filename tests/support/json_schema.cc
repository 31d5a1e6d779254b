#include "tests/support/json_schema.h"

#include <algorithm>
#include <regex>
#include <set>

namespace nutgraf::testing {
namespace {

using nlohmann::json;

bool is_type(const json& value, const std::string& type) {
  if (type == "null") return value.is_null();
  if (type == "boolean") return value.is_boolean();
  if (type == "string") return value.is_string();
  if (type == "integer") return value.is_number_integer();
  if (type == "number") return value.is_number();
  if (type == "array") return value.is_array();
  return type == "object" && value.is_object();
}

class Checker {
 public:
  explicit Checker(const json& root) : root_(root) {}

  void check(const json& schema, const json& value, const std::string& where);
  std::vector<std::string> found;

 private:
  void say(const std::string& where, const std::string& what) {
    found.push_back((where.empty() ? "/" : where) + ": " + what);
  }
  void check_keywords(const json& schema, const std::string& where);
  void check_type(const json& type, const json& value, const std::string& where);
  void check_any(const json& schemas, const json& value, const std::string& where);
  void check_object(const json& schema, const json& value, const std::string& where);
  void check_array(const json& schema, const json& value, const std::string& where);
  void check_scalar(const json& schema, const json& value, const std::string& where);

  const json& root_;
};

void Checker::check_keywords(const json& schema, const std::string& where) {
  static const std::set<std::string> known{
      "$schema",  "$id",     "$defs",     "$ref",     "title",
      "type",     "enum",    "const",     "anyOf",    "properties",
      "required", "items",   "minItems",  "maxItems", "additionalProperties",
      "minimum",  "maximum", "minLength", "pattern",  "description"};
  for (const auto& [keyword, rule] : schema.items()) {
    if (known.count(keyword) == 0) say(where, "the schema has an unknown keyword " + keyword);
  }
}

void Checker::check_type(const json& type, const json& value, const std::string& where) {
  const json types = type.is_array() ? type : json::array({type});
  const bool fits = std::any_of(types.begin(), types.end(), [&value](const json& one) {
    return is_type(value, one.get<std::string>());
  });
  if (!fits) say(where, "expected " + type.dump() + ", found " + value.dump());
}

void Checker::check_any(const json& schemas, const json& value, const std::string& where) {
  std::vector<std::string> last;
  for (const json& schema : schemas) {
    Checker one(root_);
    one.check(schema, value, where);
    if (one.found.empty()) return;
    last = one.found;
  }
  found.insert(found.end(), last.begin(), last.end());
}

void Checker::check_object(const json& schema, const json& value, const std::string& where) {
  for (const json& name : schema.value("required", json::array())) {
    if (!value.contains(name)) say(where, "misses " + name.dump());
  }
  const json fields = schema.value("properties", json::object());
  for (const auto& [name, field] : value.items()) {
    if (fields.contains(name)) {
      check(fields[name], field, where + "/" + name);
    } else if (schema.contains("additionalProperties") && !schema["additionalProperties"]) {
      say(where, "has an unknown field " + name);
    }
  }
}

void Checker::check_array(const json& schema, const json& value, const std::string& where) {
  if (value.size() < schema.value("minItems", std::size_t{0})) say(where, "is too short");
  if (value.size() > schema.value("maxItems", value.size())) say(where, "is too long");
  if (!schema.contains("items")) return;
  for (std::size_t i = 0; i < value.size(); ++i) {
    check(schema["items"], value[i], where + "/" + std::to_string(i));
  }
}

void Checker::check_scalar(const json& schema, const json& value, const std::string& where) {
  if (value.is_number()) {
    const double number = value.get<double>();
    if (schema.contains("minimum") && number < schema["minimum"]) say(where, "is too small");
    if (schema.contains("maximum") && number > schema["maximum"]) say(where, "is too large");
  }
  if (!value.is_string()) return;
  const auto words = value.get<std::string>();
  if (words.size() < schema.value("minLength", std::size_t{0})) say(where, "is too short");
  if (!schema.contains("pattern")) return;
  if (!std::regex_search(words, std::regex(schema["pattern"].get<std::string>()))) {
    say(where, "does not match " + schema["pattern"].dump() + ": " + words);
  }
}

void Checker::check(const json& schema, const json& value, const std::string& where) {
  check_keywords(schema, where);
  if (schema.contains("$ref")) {
    const auto name = schema["$ref"].get<std::string>().substr(1);
    check(root_.at(json::json_pointer(name)), value, where);
  }
  if (schema.contains("anyOf")) check_any(schema["anyOf"], value, where);
  if (schema.contains("type")) check_type(schema["type"], value, where);
  if (schema.contains("const") && schema["const"] != value) say(where, "is another value");
  if (schema.contains("enum")) {
    const json& words = schema["enum"];
    if (std::find(words.begin(), words.end(), value) == words.end()) {
      say(where, "expected one of " + words.dump() + ", found " + value.dump());
    }
  }
  if (value.is_object()) check_object(schema, value, where);
  if (value.is_array()) check_array(schema, value, where);
  check_scalar(schema, value, where);
}

}  // namespace

std::vector<std::string> breaches(const json& schema, const json& value) {
  Checker checker(schema);
  checker.check(schema, value, "");
  return checker.found;
}

}  // namespace nutgraf::testing
