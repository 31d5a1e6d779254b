#include "extract/extraction.h"

#include <array>
#include <cstddef>
#include <string_view>

namespace nutgraf {
namespace {

constexpr std::array<std::string_view, 3> kinds{"person", "group", "place"};
constexpr std::array<std::string_view, 3> forms{"name", "nominal", "pronoun"};
constexpr std::array<std::string_view, 3> genders{"unknown", "female", "male"};
constexpr std::array<std::string_view, 9> features{"continent", "region",   "country",
                                                   "province",  "county",   "city",
                                                   "district",  "facility", "physical"};
constexpr std::array<std::string_view, 4> time_types{"date", "time", "duration", "set"};
constexpr std::array<std::string_view, 3> event_forms{"verb", "noun", "adjective"};
constexpr std::array<std::string_view, 2> polarities{"positive", "negative"};
constexpr std::array<std::string_view, 5> modalities{"actual", "planned", "possible",
                                                     "hypothetical", "requested"};
constexpr std::array<std::string_view, 6> attachments{"",          "clause",   "sentence",
                                                      "paragraph", "dateline", "publication"};
constexpr std::array<std::string_view, 3> place_roles{"at", "from", "to"};
constexpr std::array<std::string_view, 3> thing_roles{"agent", "object", "instrument"};

template <std::size_t size, typename Enum>
std::string_view word(const std::array<std::string_view, size>& words, Enum value) {
  return words.at(static_cast<std::size_t>(value));
}

template <typename Enum, std::size_t size>
std::optional<Enum> value(const std::array<std::string_view, size>& words,
                          std::string_view wanted) {
  for (std::size_t i = 0; i < size; ++i) {
    if (words.at(i) == wanted) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace

std::string_view to_string(Kind kind) { return word(kinds, kind); }
std::string_view to_string(Form form) { return word(forms, form); }
std::string_view to_string(Gender gender) { return word(genders, gender); }
std::string_view to_string(Feature feature) { return word(features, feature); }
std::string_view to_string(TimeType type) { return word(time_types, type); }
std::string_view to_string(EventForm form) { return word(event_forms, form); }
std::string_view to_string(Polarity polarity) { return word(polarities, polarity); }
std::string_view to_string(Modality modality) { return word(modalities, modality); }
std::string_view to_string(Attachment attachment) { return word(attachments, attachment); }
std::string_view to_string(PlaceRole role) { return word(place_roles, role); }
std::string_view to_string(ThingRole role) { return word(thing_roles, role); }
std::optional<Kind> parse_kind(std::string_view words) { return value<Kind>(kinds, words); }
std::optional<Feature> parse_feature(std::string_view words) {
  return value<Feature>(features, words);
}
std::optional<Modality> parse_modality(std::string_view words) {
  return value<Modality>(modalities, words);
}

}  // namespace nutgraf
