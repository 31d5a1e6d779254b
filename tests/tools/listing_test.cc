// Rows as a table, TSV, CSV, JSON and JSON lines.
#include "tools/listing.h"

#include <catch2/catch.hpp>

using namespace nutgraf;

namespace {

Listing two_rows() {
  Listing out{{"node", "name", "events", "places"}, {}};
  out.rows.push_back({"per:1", "Ana \"A\" Karim,\tMayor", std::int64_t{12},
                      std::vector<NodeCell>{{"loc:1", "Pell"}, {"loc:2", "Keld"}}});
  out.rows.push_back({"grp:2", "Ξένοι 軍", std::int64_t{3}, std::vector<NodeCell>{}});
  return out;
}

std::string printed(RowFormat format, std::size_t width = 100) {
  std::string out;
  print_listing(out, two_rows(), format, width, false);
  return out;
}

}  // namespace

TEST_CASE("a table has aligned columns and fits the width") {
  CHECK(printed(RowFormat::table) ==
        "node   name                  events  places\n"
        "per:1  Ana \"A\" Karim, Mayor      12  Pell; Keld\n"
        "grp:2  Ξένοι 軍                   3\n");
  CHECK(printed(RowFormat::table, 40) ==
        "node   name           events  places\n"
        "per:1  Ana \"A\" Kari…      12  Pell; Keld\n"
        "grp:2  Ξένοι 軍            3\n");
}

TEST_CASE("ids and days are never cut, however narrow the terminal is") {
  const Listing listing{
      {"node", "name", "from"},
      {{"evt:2sf7ab8cs2khhrtasp6j00001r", "a raid on the station", "2016-10-11"}}};
  std::string out;
  print_listing(out, listing, RowFormat::table, 20, false);
  CHECK(out ==
        "node                            name      from\n"
        "evt:2sf7ab8cs2khhrtasp6j00001r  a raid …  2016-10-11\n");
}

TEST_CASE("a table is cut to a width only where there is one") {
  const std::string all = printed(RowFormat::table, no_width);
  CHECK(all == printed(RowFormat::table, 200));
}

TEST_CASE("a box frames its cells and fits the width") {
  CHECK(printed(RowFormat::box, 44) ==
        "┌───────┬────────────┬────────┬────────────┐\n"
        "│ node  │ name       │ events │ places     │\n"
        "├───────┼────────────┼────────┼────────────┤\n"
        "│ per:1 │ Ana \"A\" K… │     12 │ Pell; Keld │\n"
        "│ grp:2 │ Ξένοι 軍   │      3 │            │\n"
        "└───────┴────────────┴────────┴────────────┘\n");
  std::string none;
  print_listing(none, {{"a"}, {}}, RowFormat::box, 80, false);
  CHECK(none.empty());
}

TEST_CASE("line by line, and as Markdown") {
  CHECK(printed(RowFormat::line) ==
        "  node = per:1\n"
        "  name = Ana \"A\" Karim, Mayor\n"
        "events = 12\n"
        "places = Pell; Keld\n"
        "\n"
        "  node = grp:2\n"
        "  name = Ξένοι 軍\n"
        "events = 3\n"
        "places =\n");
  CHECK(printed(RowFormat::markdown) ==
        "| node  | name                 | events | places     |\n"
        "| ----- | -------------------- | -----: | ---------- |\n"
        "| per:1 | Ana \"A\" Karim, Mayor |     12 | Pell; Keld |\n"
        "| grp:2 | Ξένοι 軍             |      3 |            |\n");
  std::string pipes;
  print_listing(pipes, {{"a"}, {{"x|y"}}}, RowFormat::markdown, 80, false);
  CHECK(pipes == "| a    |\n| ---- |\n| x\\|y |\n");
}

TEST_CASE("colour paints heads and frames, and what they hold stays aligned") {
  std::string out;
  print_listing(out, {{"a"}, {{"bc"}}}, RowFormat::box, 80, true);
  CHECK(out ==
        "\x1b[2m┌────┐\x1b[0m\n"
        "\x1b[2m│\x1b[0m \x1b[1ma \x1b[0m \x1b[2m│\x1b[0m\n"
        "\x1b[2m├────┤\x1b[0m\n"
        "\x1b[2m│\x1b[0m bc \x1b[2m│\x1b[0m\n"
        "\x1b[2m└────┘\x1b[0m\n");
}

TEST_CASE("the names of the forms are read as they are written") {
  for (const std::string& word : row_formats()) {
    CHECK(parse_row_format(word).has_value());
  }
  CHECK(parse_row_format("markdown") == RowFormat::markdown);
  CHECK(parse_row_format("jsonl") == RowFormat::jsonl);
  CHECK_FALSE(parse_row_format("xml"));
}

TEST_CASE("TSV and CSV escape what would break a row") {
  CHECK(printed(RowFormat::tsv) ==
        "node\tname\tevents\tplaces\n"
        "per:1\tAna \"A\" Karim,\\tMayor\t12\tPell; Keld\n"
        "grp:2\tΞένοι 軍\t3\t\n");
  CHECK(printed(RowFormat::csv) ==
        "node,name,events,places\r\n"
        "per:1,\"Ana \"\"A\"\" Karim,\tMayor\",12,Pell; Keld\r\n"
        "grp:2,Ξένοι 軍,3,\r\n");
}

TEST_CASE("JSON keeps lists, nodes and numbers") {
  const std::string rows =
      "{\"node\":\"per:1\",\"name\":\"Ana \\\"A\\\" Karim,\\tMayor\",\"events\":12,\"places\":"
      "[{\"node\":\"loc:1\",\"name\":\"Pell\"},{\"node\":\"loc:2\",\"name\":\"Keld\"}]}";
  const std::string last = "{\"node\":\"grp:2\",\"name\":\"Ξένοι 軍\",\"events\":3,\"places\":[]}";
  CHECK(printed(RowFormat::jsonl) == rows + "\n" + last + "\n");
  CHECK(printed(RowFormat::json) == "[\n  " + rows + ",\n  " + last + "\n]\n");
  std::string none;
  print_listing(none, {{"a"}, {}}, RowFormat::json, 80, false);
  CHECK(none == "[]\n");
}

TEST_CASE("words are cut by the columns they take") {
  CHECK(display_width("軍e\xCC\x81") == 3);
  CHECK(shorten("Mosul", 5) == "Mosul");
  CHECK(shorten("Mosul", 4) == "Mos…");
  CHECK(shorten("軍軍軍", 4) == "軍…");
}
