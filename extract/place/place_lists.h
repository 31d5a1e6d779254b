// The words around names of places and the weights of their choice, compiled from
// data/gazetteer/context-words.txt and weights.txt into the section "place-lists".
#ifndef NUTGRAF_EXTRACT_PLACE_PLACE_LISTS_H_
#define NUTGRAF_EXTRACT_PLACE_PLACE_LISTS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "extract/extraction.h"
#include "extract/lexicon/data_file.h"
#include "extract/result.h"

namespace nutgraf {

// What speaks for a place, or against it, when a report names it.
enum class PlaceSign : std::uint8_t {
  prominence,
  other_name,
  phrase,
  phrase_holder,
  holds,
  division,
  country,
  main_country,
  dateline_division,
  dateline_country,
  near_25,
  near_100,
  near_300,
  near_1000,
  same,
  kind,
  other_kind,
  count
};
inline constexpr std::size_t place_signs = static_cast<std::size_t>(PlaceSign::count);

// As weights.txt writes it: "dateline-country".
std::string_view to_string(PlaceSign sign);

enum class PlaceLimit : std::uint8_t { sure_lead, weak, inner, elsewhere, count };
inline constexpr std::size_t place_limits = static_cast<std::size_t>(PlaceLimit::count);

class PlaceLists {
 public:
  static Result<PlaceLists> open(const DataFile& data);

  int weight(PlaceSign sign) const { return weights_[static_cast<std::size_t>(sign)]; }
  int limit(PlaceLimit limit) const { return limits_[static_cast<std::size_t>(limit)]; }
  // Words are folded. "eastern", "south western".
  bool is_part(std::string_view words) const { return is(words, part); }
  bool is_inside(std::string_view word) const { return is(word, inside); }
  bool is_beside(std::string_view word) const { return is(word, beside); }
  bool is_street(std::string_view word) const { return is(word, street); }
  // What a word says a place is; nothing for other words.
  std::optional<Feature> kind(std::string_view word) const;

  static constexpr std::uint32_t part = 0x100;
  static constexpr std::uint32_t inside = 0x200;
  static constexpr std::uint32_t beside = 0x400;
  static constexpr std::uint32_t street = 0x1000;
  static constexpr std::uint32_t named_kind = 0x800;  // the low byte is a Feature

 private:
  PlaceLists() = default;
  std::uint32_t flags(std::string_view words) const;
  bool is(std::string_view words, std::uint32_t flag) const { return (flags(words) & flag) != 0; }

  std::array<std::int32_t, place_signs> weights_{};
  std::array<std::int32_t, place_limits> limits_{};
  StringTable words_;
};

// Reads the two lists of source_folder/data/gazetteer. An Error names file and line.
Result<void> compile_place_lists(const std::string& source_folder, DataWriter& writer);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_PLACE_PLACE_LISTS_H_
