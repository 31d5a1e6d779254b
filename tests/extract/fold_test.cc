// Folded forms: the table of plain Latin says of every character what ICU says.
#include <catch2/catch.hpp>
#include <cstdint>
#include <string>

#include "extract/text/fold.h"

namespace nutgraf {
namespace {

std::string utf8(std::uint32_t c) {
  const auto byte = [](std::uint32_t bits) { return static_cast<char>(bits); };
  if (c < 0x80) return {byte(c)};
  if (c < 0x800) return {byte(0xC0U | c >> 6U), byte(0x80U | (c & 0x3FU))};
  return {byte(0xE0U | c >> 12U), byte(0x80U | (c >> 6U & 0x3FU)), byte(0x80U | (c & 0x3FU))};
}

}  // namespace

TEST_CASE("names fold to plain Latin, hyphens and dots to spaces", "[text]") {
  CHECK(fold_name("Barţalah") == "bartalah");
  CHECK(fold_name("São-Tomé") == "sao tome");
  CHECK(fold_name("Łódź") == "lodz");
  CHECK(fold_name("O’Neill") == "o'neill");
  CHECK(fold_name("Straße  St. Gallen") == "strasse st gallen");
  CHECK(fold_name("Москва") == "moskva");
  CHECK(fold_name("“Æthelred”") == "\"aethelred\"");
}

TEST_CASE("the table of plain Latin agrees with ICU on every character it may have",
          "[text][law]") {
  for (std::uint32_t c = 0x20; c < 0x2400; ++c) {
    const std::string alone = utf8(c);
    const std::string inside = "Ab" + alone + "s" + alone + "é";
    INFO(std::hex << c);
    CHECK(fold_name(alone) == fold_name_by_icu(alone));
    CHECK(fold_name(inside) == fold_name_by_icu(inside));
  }
}

}  // namespace nutgraf
