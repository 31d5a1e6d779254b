// A store of one small report, for tests of commands.
#ifndef NUTGRAF_TESTS_SUPPORT_NEWS_H_
#define NUTGRAF_TESTS_SUPPORT_NEWS_H_

#include <string>

#include "tests/support/program.h"

namespace nutgraf::testing {

// Omar Karim, mayor of Mosul, met Jane Holt in Oslo on 2016-11-02; rebels attacked Pell on
// 2016-11-01. The report is "r1".
class NewsStore {
 public:
  NewsStore();
  std::string store() const { return folder / "store"; }

  ScratchFolder folder;
};

bool has(const std::string& text, const std::string& part);

}  // namespace nutgraf::testing

#endif  // NUTGRAF_TESTS_SUPPORT_NEWS_H_
