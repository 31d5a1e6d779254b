// Testimonies made by hand or by chance, for tests of graph and store: no extraction needed.
#ifndef NUTGRAF_TESTS_SUPPORT_TESTIMONY_BUILDER_H_
#define NUTGRAF_TESTS_SUPPORT_TESTIMONY_BUILDER_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "graph/testimony.h"

namespace nutgraf {

// Builds a report whose text grows as mentions and events are told, so that law 1 holds of it.
class TestimonyBuilder {
 public:
  explicit TestimonyBuilder(std::string id, std::string date = "2016-11-03");

  TestimonyBuilder& source(std::string name);
  // Words that carry the story; they go into the text.
  TestimonyBuilder& words(const std::string& text);

  // Each gives the index of the entity's first mention.
  std::uint32_t person(const std::string& name, bool complete = true,
                       std::vector<std::string> aliases = {}, const std::string& role = {},
                       const std::string& country = {});
  std::uint32_t group(const std::string& name, std::vector<std::string> aliases = {},
                      bool complete = true);
  // Its last word is its head.
  std::uint32_t unnamed(const std::string& words, Kind kind = Kind::group,
                        std::optional<Count> number = std::nullopt);
  std::uint32_t pronoun(const std::string& word);
  std::uint32_t place(const Place& place);
  // Another mention of the entity of mention `of`.
  std::uint32_t again(std::uint32_t of, const std::string& words, Form form = Form::name);

  struct Told {
    std::string lemma;
    std::string type;  // empty: none; then no frame either
    std::vector<std::uint32_t> actors;
    std::vector<std::uint32_t> targets;
    std::vector<std::uint32_t> places;
    std::string from;  // ISO days, half-open; empty: not told
    std::string until;
    Modality modality = Modality::actual;
    Polarity polarity = Polarity::positive;
    std::uint32_t chain = npos;
    std::uint32_t reported_by = npos;
    std::string deed;      // empty: the lemma; of "say" none
    bool another = false;  // told as one more of its kind
  };
  // Gives the event's index.
  std::uint32_t event(const Told& told);
  // Words that name a deed and tell nothing of it; `chain` as of an event, or one of its own.
  void reference(const std::string& lemma, std::uint32_t chain, const std::string& deed = {});
  void belongs(std::uint32_t member, std::uint32_t group);  // mentions
  void casualties(std::uint32_t event, const std::string& state, std::int64_t count);

  Testimony build() const;  // rule set "rules-1"

 private:
  Span write(const std::string& words);
  std::uint32_t mention(Entity entity, Form form);

  Report report_;
  Extraction extraction_;
};

// Iraq, Mosul, Gogjali and others, as a gazetteer has them.
Place test_place(const std::string& name);
// In a place of these; in none when `parent` is empty.
Place unlisted_place(const std::string& name, const std::string& parent);
std::uint32_t test_word_weight(std::string_view word);

// A small report of a small world, by chance: the same numbers give the same report. Reports of one
// `story` share words, people and deeds; `variant` tells it differently.
// With `worlds` above 1 the people and groups of a story are those of one of so many worlds.
Testimony generated_testimony(const std::string& id, std::uint32_t story, std::uint32_t variant,
                              std::uint32_t worlds = 1);

}  // namespace nutgraf

#endif  // NUTGRAF_TESTS_SUPPORT_TESTIMONY_BUILDER_H_
