// Holds a JSON value to a JSON Schema, as far as the schemas of this project go.
#ifndef NUTGRAF_TESTS_SUPPORT_JSON_SCHEMA_H_
#define NUTGRAF_TESTS_SUPPORT_JSON_SCHEMA_H_

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace nutgraf::testing {

// What breaks the schema, each with the place in the value ("/events/0/type: …"); empty when all is
// well. Knows $ref into the same schema, type, enum, const, anyOf, properties, required,
// additionalProperties, items, minItems, maxItems, minimum, maximum, minLength, pattern. A keyword
// it does not know is told as a breach, so that no rule is passed over in silence.
std::vector<std::string> breaches(const nlohmann::json& schema, const nlohmann::json& value);

}  // namespace nutgraf::testing

#endif  // NUTGRAF_TESTS_SUPPORT_JSON_SCHEMA_H_
