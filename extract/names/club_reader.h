// On a page of sport a town, a county or a state may stand for its club ("beat Leeds 2-0"), and in
// the next line for itself ("in Leeds"). Each mention is judged by where it stands, with the
// weights of the signs club-… and place-of-play of name-evidence.txt; a country stays a place.
#ifndef NUTGRAF_EXTRACT_NAMES_CLUB_READER_H_
#define NUTGRAF_EXTRACT_NAMES_CLUB_READER_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/names/name_reader.h"

namespace nutgraf {

class ClubReader {
 public:
  ClubReader(const NameLists& lists, const Analysis& analysis, NameReader& reader)
      : lists_(lists), analysis_(analysis), reader_(reader) {}

  // Which of the candidates, sorted by token, are clubs that go by a place's name. None off a page
  // of sport.
  std::vector<bool> read(const std::vector<NameCandidate>& candidates);

 private:
  enum class Side : std::uint8_t { no, town, country };

  Side side(const NameCandidate& candidate) const;
  bool cricketer(const NameCandidate& candidate) const;
  bool of_person(const NameCandidate& candidate) const;
  // For a club above 0, for the place itself below.
  std::int32_t slot(std::size_t i) const;
  std::int32_t after(std::uint32_t at, std::uint32_t end) const;
  bool after_country(std::uint32_t close, std::uint32_t begin) const;
  std::int32_t before(std::size_t i, std::uint32_t begin) const;
  std::int32_t syntax(const NameCandidate& candidate) const;
  bool won(std::uint32_t at, std::uint32_t end) const;
  bool versus(std::size_t i) const;
  bool row(std::uint32_t at, std::uint32_t end) const;
  bool row_mate(std::size_t i, const std::vector<std::int32_t>& slots) const;
  bool region_follows(std::uint32_t at, std::uint32_t end) const;
  std::int32_t weigh(Sign sign) const;
  bool is(std::uint32_t token, std::string_view word) const {
    return analysis_.tokens[token].folded == word;
  }

  const NameLists& lists_;
  const Analysis& analysis_;
  NameReader& reader_;
  const std::vector<NameCandidate>* candidates_ = nullptr;
  std::vector<Side> sides_;
};

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_NAMES_CLUB_READER_H_
