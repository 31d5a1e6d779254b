// Files, folders, globs and pipes; and what is refused.
#include "extract/report/input.h"

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <sstream>

#include "tests/support/program.h"

using namespace nutgraf;
using nutgraf::testing::ScratchFolder;

namespace {

// "id@date: text" or "! message" a line, the scratch folder's name taken out.
std::string read_all(const ScratchFolder& folder, const std::vector<std::string>& names,
                     const std::string& piped = {}, InputOptions options = {}) {
  std::vector<std::string> paths;
  for (const std::string& name : names) paths.push_back(name == "-" ? name : folder / name);
  std::istringstream in(piped);
  Input input(paths, std::move(options), in);
  std::string out;
  while (auto read = input.next()) {
    if (*read) {
      const Report& report = (*read)->report;
      out += report.id + '@' + (report.date ? iso(*report.date) : "-") + ": " + report.text + '\n';
      continue;
    }
    std::string line = read->error().text();
    for (std::size_t at = 0; (at = line.find(folder.path() + "/")) != std::string::npos;) {
      line.erase(at, folder.path().size() + 1);
    }
    out += "! " + line + '\n';
  }
  return out;
}

std::string utf16(const std::u16string& words, bool little) {
  std::string out = little ? "\xFF\xFE" : "\xFE\xFF";
  for (const char16_t unit : words) {
    const char low = static_cast<char>(unit & 0xFF);
    const char high = static_cast<char>(unit >> 8);
    out += little ? low : high;
    out += little ? high : low;
  }
  return out;
}

}  // namespace

TEST_CASE("a folder's files come by path, hidden and unknown ones are passed over") {
  const ScratchFolder folder;
  folder.write("in/b.txt", "date 2016-11-03\nShe left.\n");
  folder.write("in/a/z.jsonl", "{\"id\": \"j\", \"text\": \"He left.\"}\n");
  folder.write("in/c.html", "<p>They left.</p>");
  folder.write("in/notes.md", "nothing");
  folder.write("in/.git/x.txt", "nothing");
  CHECK(read_all(folder, {"in"}) ==
        "j@-: He left.\n"
        "b@2016-11-03: She left.\n"
        "c@-: They left.\n");
  CHECK(read_all(folder, {"in/*.txt", "-"}, "{\"id\": \"p\", \"text\": \"We left.\"}") ==
        "b@2016-11-03: She left.\n"
        "p@-: We left.\n");
}

TEST_CASE("encodings, line ends and odd spaces") {
  const ScratchFolder folder;
  folder.write("bom.txt",
               "\xEF\xBB\xBF"
               "date 2016-11-03 “Go”, she said — now.\r\n\r\nHe\xC2\xA0left.\r\n");
  folder.write("little.txt", utf16(u"She said “go”. \U0001F600", true));
  folder.write("big.jsonl", utf16(u"{\"id\": \"é\", \"text\": \"Left.\"}\r\n\r\n", false));
  CHECK(read_all(folder, {"bom.txt", "little.txt", "big.jsonl"}) ==
        "bom@2016-11-03: “Go”, she said — now.\n\nHe\xC2\xA0left.\n"
        "little@-: She said “go”. 😀\n"
        "é@-: Left.\n");
}

TEST_CASE("every kind of bad input is refused with its place, the rest goes in") {
  const ScratchFolder folder;
  folder.write("empty.txt", "");
  folder.write("blank.txt", "\n \n");
  folder.write("bad.txt", "One.\nTwo \xC3.");
  folder.write("binary.txt", std::string("\x7F"
                                         "ELF\0\0",
                                         6));
  folder.write("odd.txt", std::string("\xFF\xFE"
                                      "a\0b",
                                      5));
  folder.write("bad.jsonl",
               "{\"id\": \"a\", \"text\": \"A.\"}\n{\"text\": \"\xFF\"}\n{\"text\": \"cut\n"
               "{\"id\": \"b\", \"text\": \"B.\"}");
  folder.write("good.txt", "Good.");
  CHECK(read_all(folder, {"empty.txt", "blank.txt", "bad.txt", "binary.txt", "odd.txt",
                          "missing.txt", "bad.jsonl", "good.txt"}) ==
        "! empty.txt: the file is empty\n"
        "! blank.txt:3: the report has no text\n"
        "! bad.txt:2: not valid UTF-8 at byte 10\n"
        "! binary.txt:1: the file is binary, not text\n"
        "! odd.txt:1: not valid UTF-8 at byte 2\n"
        "! missing.txt: No such file or directory\n"
        "a@-: A.\n"
        "! bad.jsonl:2: not valid UTF-8 at byte 11 of the line\n"
        "! bad.jsonl:3:14: not JSON: syntax error while parsing value - invalid string: missing "
        "closing quote\n  {\"text\": \"cut\n               ^\n"
        "b@-: B.\n"
        "good@-: Good.\n");
}

TEST_CASE("a line longer than the limit is passed over without being held") {
  const ScratchFolder folder;
  InputOptions options;
  options.report_limit = 1000;
  const std::string piped = "{\"id\": \"a\", \"text\": \"A.\"}\n{\"text\": \"" +
                            std::string(500000, 'x') + "\"}\n{\"id\": \"b\", \"text\": \"B.\"}\n";
  CHECK(read_all(folder, {"-"}, piped, options) ==
        "a@-: A.\n"
        "! -:2: the line is longer than 1000 bytes\n"
        "b@-: B.\n");
  folder.write("long.txt", std::string(500000, 'x'));
  CHECK(read_all(folder, {"long.txt"}, {}, options) ==
        "! long.txt: the file is longer than 1000 bytes\n");
}

TEST_CASE("what the command line tells fills what the reports leave out") {
  const ScratchFolder folder;
  InputOptions options;
  options.date = parse_iso_day("2016-11-03");
  options.kind = InputKind::text;
  CHECK(read_all(folder, {"-"}, "She left.", options).find("@2016-11-03: She left.") == 32);
}
