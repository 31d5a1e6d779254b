#include "extract/text/segmenter.h"

#include <algorithm>
#include <array>

#include "extract/text/dateline.h"
#include "extract/text/fold.h"
#include "extract/text/sentence_breaker.h"
#include "extract/text/sentence_kind.h"
#include "extract/text/tokenizer.h"

namespace nutgraf {

Result<Segmenter> Segmenter::open(const DataFile& data, const Lexicon& lexicon) {
  auto lists = SegmentationLists::open(data);
  if (!lists) return fail(lists.error());
  return Segmenter(lexicon, *lists);
}

void Segmenter::fold_tokens(Analysis& desk) const {
  std::array<char, 128> buffer{};
  for (Token& token : desk.tokens) {
    const std::string_view written = cut(desk.text(), token.span);
    const std::size_t size = fold_into(written, buffer.data(), buffer.size());
    std::string long_form;
    std::string_view folded(buffer.data(), size);
    if (size == std::string_view::npos) {
      long_form = fold(written);
      folded = long_form;
    }
    token.word = lexicon_->find(folded);
    if (folded == written) {
      token.folded = written;
    } else {
      token.folded = token.word != 0 ? lexicon_->text(token.word) : desk.keep(folded);
    }
  }
}

void Segmenter::segment(Analysis& desk) const {
  Tokenizer(lists_).tokenize(desk.text(), desk.tokens);
  fold_tokens(desk);
  break_sentences(desk, lists_);
  tell_kinds(desk, lists_);
  mark_datelines(desk, lists_);
}

}  // namespace nutgraf
