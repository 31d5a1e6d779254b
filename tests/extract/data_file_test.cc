#include "extract/lexicon/data_file.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <vector>

#include "tests/support/program.h"

using nutgraf::DataFile;
using nutgraf::DataWriter;
using nutgraf::SectionReader;
using nutgraf::SectionWriter;
using nutgraf::StringTable;

TEST_CASE("what is written to a data file is read back from the mapping") {
  const nutgraf::testing::ScratchFolder scratch;
  const std::string path = scratch / "data";
  SectionWriter section;
  const std::vector<std::uint32_t> numbers{1, 2, 3};
  section.rows<std::uint32_t>(numbers);
  section.text("Mosul");
  const std::vector<std::pair<std::string, std::uint32_t>> entries{
      {"raid", 7}, {"siege", 9}, {"raid", 8}};
  StringTable::write(section, entries);
  DataWriter writer;
  writer.add("first", section.take());
  writer.add("empty", "");
  REQUIRE(writer.write(path));

  auto file = DataFile::open(path);
  REQUIRE(file);
  SectionReader reader(*file->section("first"));
  const auto read = reader.rows<std::uint32_t>();
  CHECK(std::vector<std::uint32_t>(read.begin(), read.end()) == numbers);
  CHECK(reader.text() == "Mosul");
  const StringTable table = StringTable::read(reader);
  CHECK(table.find("raid") == 7);
  CHECK(table.find("siege") == 9);
  CHECK(table.find("") == StringTable::missing);
  CHECK(table.find("raids") == StringTable::missing);
  CHECK(table.size() == 2);
  CHECK(reader.ok());
  CHECK(file->section("empty")->empty());
  CHECK_FALSE(file->section("third"));

  // A reader that asks for rows of another size is told so.
  SectionReader wrong(*file->section("first"));
  CHECK(wrong.rows<std::uint64_t>().empty());
  CHECK_FALSE(wrong.ok());
}

TEST_CASE("a data file that is cut short is refused at every length") {
  const nutgraf::testing::ScratchFolder scratch;
  const std::string path = scratch / "cut";
  DataWriter writer;
  writer.add("words", std::string(100, 'x'));
  REQUIRE(writer.write(path));
  std::ifstream in(path, std::ios::binary);
  const std::string whole((std::istreambuf_iterator<char>(in)), {});
  for (std::size_t size = 0; size < 164; size += 9) {
    std::ofstream(path, std::ios::binary | std::ios::trunc) << whole.substr(0, size);
    CHECK_FALSE(DataFile::open(path));
  }
}
