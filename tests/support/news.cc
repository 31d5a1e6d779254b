#include "tests/support/news.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace nutgraf::testing {

NewsStore::NewsStore() {
  folder.write("news.jsonl",
               nlohmann::json{{"id", "r1"},
                              {"text",
                               "Omar Karim, the mayor of Mosul, met President Jane Holt in Oslo "
                               "on Wednesday. Rebels attacked the town of Pell on Tuesday."},
                              {"date", "2016-11-03"}}
                       .dump() +
                   "\n");
  REQUIRE(run({"ingest", folder / "news.jsonl", "--store", store()}).code == 0);
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace nutgraf::testing
