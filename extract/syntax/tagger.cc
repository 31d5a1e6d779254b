#include "extract/syntax/tagger.h"

#include <algorithm>
#include <array>
#include <limits>

#include "extract/syntax/readings.h"

namespace nutgraf {
namespace {

constexpr std::uint32_t window = 96;  // units that are decided together
constexpr std::int32_t beam = 14000;  // 1000 ln p below the best that is still followed
constexpr std::int32_t worst = std::numeric_limits<std::int32_t>::min() / 2;

// Units of a window and the best ways to reach each pair of readings of neighbours.
struct Lattice {
  using Pairs = std::array<std::array<std::int32_t, Unit::most>, Unit::most>;  // [before][here]
  std::array<Unit, window> units;
  // For unit i, reading b of i-1 and c of i: the best reading of i-2.
  std::array<std::array<std::array<std::uint8_t, Unit::most>, Unit::most>, window> back;
  std::array<Pairs, 2> scores;
};

// The classes before the window.
struct History {
  TagClass first;
  TagClass second;
};

// Dots that end the sentence are its stop, dots on the end of a word are a pause, others stand for
// words left out.
Tag ellipsis_tag(const Analysis& desk, std::uint32_t index, bool last) {
  if (last) return Tag::period;
  const bool after_word = index > 0 && !desk.tokens[index].shape.space_before &&
                          !desk.tokens[index - 1].shape.punctuation;
  return after_word ? Tag::comma : Tag::colon;
}

Tag punctuation_tag(const TagModel& model, const Analysis& desk, std::uint32_t index, bool last) {
  const Token& token = desk.tokens[index];
  const std::string_view written = cut(desk.text(), token.span);
  if (written.starts_with("..") || written == "…") return ellipsis_tag(desk, index, last);
  if (const auto tag = model.symbol(written)) return *tag;
  if (written == "\"" || written == "'" || written == "‘" || written == "’") {
    return token.shape.in_quotes ? Tag::open_quote : Tag::close_quote;
  }
  const char first = written.front();
  if (written == "-") return Tag::colon;
  if (written == "#") return Tag::SYM;
  if (written.size() > 1 && (first == '!' || first == '?')) return Tag::period;
  if (written.size() > 1 && first == '-') return Tag::colon;
  return Tag::NFP;
}

class Decoder {
 public:
  Decoder(const TagModel& model, Lattice& lattice) : model_(model), lattice_(lattice) {}

  // Chooses a reading for each of the first `count` units; what is chosen becomes the history.
  void decode(std::uint32_t count, History& history,
              std::array<std::uint8_t, window>& chosen) const {
    Lattice::Pairs* before = &lattice_.scores[0];
    Lattice::Pairs* here = &lattice_.scores[1];
    const Unit& first = lattice_.units[0];
    std::int32_t best = worst;
    for (std::uint32_t c = 0; c < first.count; ++c) {
      (*before)[0][c] =
          first.weights[c] + model_.follows(history.first, history.second, first.classes[c]);
      best = std::max(best, (*before)[0][c]);
    }
    for (std::uint32_t i = 1; i < count; ++i) {
      best = step(i, history, best, *before, *here);
      std::swap(before, here);
    }
    trace_back(count, *before, chosen);
    const auto class_at = [&](std::uint32_t i) { return lattice_.units[i].classes[chosen[i]]; };
    history = {count > 1 ? class_at(count - 2) : history.second, class_at(count - 1)};
  }

 private:
  // From the pairs (i-2, i-1) to the pairs (i-1, i); gives the best score.
  std::int32_t step(std::uint32_t i, const History& history, std::int32_t best,
                    const Lattice::Pairs& before, Lattice::Pairs& here) const {
    const Unit& unit = lattice_.units[i];
    const Unit& last = lattice_.units[i - 1];
    const std::uint32_t befores = i == 1 ? 1 : lattice_.units[i - 2].count;
    std::int32_t new_best = worst;
    for (std::uint32_t b = 0; b < last.count; ++b) {
      for (std::uint32_t c = 0; c < unit.count; ++c) {
        std::int32_t top = worst;
        std::uint8_t from = 0;
        for (std::uint32_t a = 0; a < befores; ++a) {
          if (before[a][b] + beam < best) continue;
          const TagClass older = i == 1 ? history.second : lattice_.units[i - 2].classes[a];
          const std::int32_t score =
              before[a][b] + model_.follows(older, last.classes[b], unit.classes[c]);
          if (score > top) {
            top = score;
            from = static_cast<std::uint8_t>(a);
          }
        }
        here[b][c] = top == worst ? worst : top + unit.weights[c];
        lattice_.back[i][b][c] = from;
        new_best = std::max(new_best, here[b][c]);
      }
    }
    return new_best;
  }

  void trace_back(std::uint32_t count, const Lattice::Pairs& scores,
                  std::array<std::uint8_t, window>& chosen) const {
    const std::uint32_t befores = count == 1 ? 1 : lattice_.units[count - 2].count;
    std::uint8_t b = 0;
    std::uint8_t c = 0;
    for (std::uint32_t x = 0; x < befores; ++x) {
      for (std::uint32_t y = 0; y < lattice_.units[count - 1].count; ++y) {
        if (scores[x][y] > scores[b][c]) {
          b = static_cast<std::uint8_t>(x);
          c = static_cast<std::uint8_t>(y);
        }
      }
    }
    chosen[count - 1] = c;
    for (std::uint32_t i = count - 1; i > 0; --i) {
      const std::uint8_t a = lattice_.back[i][b][c];
      chosen[i - 1] = b;
      c = b;
      b = a;
    }
  }

  const TagModel& model_;
  Lattice& lattice_;
};

}  // namespace

Result<Tagger> Tagger::open(const DataFile& data, const Lexicon& lexicon) {
  auto model = TagModel::open(data);
  if (!model) return fail(model.error());
  auto repairs = TagRepairs::open(data);
  if (!repairs) return fail(repairs.error());
  return Tagger(lexicon, *model, *repairs);
}

void Tagger::tag_sentence(Analysis& desk, const Sentence& sentence) const {
  thread_local Lattice lattice;
  std::array<std::uint8_t, window> chosen{};
  const Reader reader(*lexicon_, model_);
  const CaseStyle style = case_style(desk, sentence.tokens);
  const Decoder decoder(model_, lattice);
  History history{model_.class_of(Tag::NN), model_.punctuation()};
  std::uint32_t at = sentence.tokens.begin;
  while (at < sentence.tokens.end) {
    std::uint32_t count = 0;
    while (count < window && at < sentence.tokens.end) {
      Unit& unit = lattice.units[count++];
      unit.tokens = {at, unit_end(desk, at, sentence.tokens.end)};
      reader.read(desk, style, unit);
      at = unit.tokens.end;
    }
    decoder.decode(count, history, chosen);
    for (std::uint32_t i = 0; i < count; ++i) {
      const Unit& unit = lattice.units[i];
      const Tag tag = model_.tag_of(unit.classes[chosen[i]]);
      if (unit.tokens.size() > 1) {
        reader.tag_parts(desk, style, unit.tokens, tag);
      } else {
        desk.tokens[unit.tokens.begin].tag =
            tag == Tag::none ? punctuation_tag(model_, desk, unit.tokens.begin,
                                               unit.tokens.end == sentence.tokens.end)
                             : tag;
        if (is_address(desk.tokens[unit.tokens.begin].folded)) {
          desk.tokens[unit.tokens.begin].tag = Tag::ADD;
        }
      }
    }
  }
}

void Tagger::tag(Analysis& desk) const {
  for (const Sentence& sentence : desk.sentences) {
    tag_sentence(desk, sentence);
    repairs_.repair(*lexicon_, model_, desk, sentence.tokens);
  }
}

}  // namespace nutgraf
