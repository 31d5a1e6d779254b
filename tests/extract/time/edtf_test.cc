#include "extract/time/edtf.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/support/analysis.h"

using namespace nutgraf;

namespace {

// The EDTF forms of the times of a sentence of 2016-11-03, a Thursday.
std::string edtf_of(const std::string& text, bool dated = true) {
  Report report;
  report.text = text;
  if (dated) report.date = parse_iso_day("2016-11-03");
  const auto done = analysis_of(std::move(report));
  std::string out;
  for (const TimeExpression& time : done->extraction.times) {
    const std::string form = print_edtf(time);
    out += (out.empty() ? "" : " ; ") + (form.empty() ? "-" : form);
  }
  return out;
}

struct Row {
  const char* text;
  const char* edtf;
};

}  // namespace

TEST_CASE("times as EDTF writes them") {
  const std::vector<Row> rows{
      {"Troops left on Tuesday.", "2016-11-01"},
      {"Troops left in June 2014.", "2014-06"},
      {"Troops left in 2014.", "2014"},
      {"Troops left in the 1980s.", "198X"},
      {"The bridge is of the 19th century.", "18XX"},
      {"Sales fell in the third quarter.", "2016-35"},
      {"Sales fell in the first half of 2014.", "2014-40"},
      {"They met in the winter of 2014.", "2014-24"},
      {"The village was shelled last week.", "2016-10-24/2016-10-30"},
      {"Troops left in early June 2014.", "2014-06-01~/2014-06-15~"},
      {"Troops left in late June 2014.", "2014-06-16~/2014-06-30~"},
      {"Troops left in mid-June 2014.", "2014-06-08~/2014-06-23~"},
      {"Troops left in the early 1980s.", "1980-01-01~/1984-12-31~"},
      {"The mine was shut around 2010.", "2010~"},
      {"They meet later this month.", "2016-11-03/2016-11-30"},
      {"They have fought since June 2014.", "2014-06-01/.."},
      {"They fought until June 2014.", "../2014-06-30"},
      {"It struck at 10:30 a.m. on Tuesday.", "2016-11-01T10:30:00"},
      {"They left on Tuesday night.", "2016-11-01"},
      {"The siege lasted three years.", "-"},
      {"It meets every Friday.", "-"},
      {"The town is now empty.", "-"},
      {"Spending rose in fiscal 2014.", "-"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(edtf_of(row.text) == row.edtf);
  }
  CHECK(edtf_of("Troops left on Nov. 3.", false) == "XXXX-11-03");
  CHECK(edtf_of("Troops left on Tuesday.", false) == "-");
}
