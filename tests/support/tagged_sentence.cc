#include "tests/support/tagged_sentence.h"

#include <cstdio>
#include <cstdlib>
#include <sstream>

#include "extract/lexicon/data_file.h"
#include "extract/lexicon/lexicon.h"
#include "extract/syntax/lemmatizer.h"
#include "extract/syntax/parser.h"
#include "extract/text/dateline.h"
#include "extract/text/fold.h"
#include "extract/text/segmentation_lists.h"

namespace nutgraf {
namespace {

template <typename Value>
Value open_or_abort(Result<Value> opened) {
  if (!opened) {
    std::fprintf(stderr, "%s\n", opened.error().text().c_str());
    std::abort();
  }
  return std::move(*opened);
}

// The stages that such a sentence needs, opened once.
struct Stages {
  DataFile data = open_or_abort(DataFile::open(NUTGRAF_DATA_FILE));
  Lexicon lexicon = open_or_abort(Lexicon::open(data));
  SegmentationLists lists = open_or_abort(SegmentationLists::open(data));
  Lemmatizer lemmatizer = open_or_abort(Lemmatizer::open(data, lexicon));
  Parser parser = open_or_abort(Parser::open(data, lexicon));
};

const Stages& stages() {
  static const Stages opened;
  return opened;
}

Shape shape_of(const std::string& word, bool first) {
  Shape shape;
  bool letters = false;
  bool lower = false;
  for (const char c : word) {
    if (c >= '0' && c <= '9') shape.has_digit = true;
    if ((c >= 'a' && c <= 'z') || (c & 0x80) != 0) lower = letters = true;
    if (c >= 'A' && c <= 'Z') letters = true;
  }
  shape.capitalised = word[0] >= 'A' && word[0] <= 'Z';
  shape.all_capitals = letters && !lower && word.size() > 1;
  shape.number = shape.has_digit && !letters;
  shape.punctuation = !letters && !shape.has_digit;
  shape.space_before = !first;
  shape.sentence_start = first;
  return shape;
}

}  // namespace

std::vector<TaggedWord> tagged_words(const std::string& sentence) {
  std::vector<TaggedWord> out;
  std::istringstream in(sentence);
  for (std::string part; in >> part;) {
    const std::size_t slash = part.rfind('/');
    if (slash == std::string::npos || slash == 0) return {};
    const auto tag = parse_tag(part.substr(slash + 1));
    if (!tag) return {};
    out.push_back({part.substr(0, slash), *tag});
  }
  return out;
}

std::unique_ptr<Analysed> parsed_from_tags(const std::string& sentence) {
  auto out = std::make_unique<Analysed>();
  const std::vector<TaggedWord> words = tagged_words(sentence);
  for (const TaggedWord& word : words) {
    if (!out->report.text.empty()) out->report.text += ' ';
    out->report.text += word.word;
  }
  Analysis& desk = out->desk;
  desk.begin(out->report);
  std::uint32_t at = 0;
  bool quoted = false;
  for (const TaggedWord& word : words) {
    Token token;
    token.span = {at, at + static_cast<std::uint32_t>(word.word.size())};
    at = token.span.end + 1;
    token.folded = desk.keep(fold(word.word));
    token.word = stages().lexicon.find(token.folded);
    token.tag = word.tag;
    token.shape = shape_of(word.word, desk.tokens.empty());
    if (word.tag == Tag::close_quote) quoted = false;
    token.shape.in_quotes = quoted;
    if (word.tag == Tag::open_quote) quoted = true;
    desk.tokens.push_back(token);
  }
  const auto size = static_cast<std::uint32_t>(desk.tokens.size());
  const auto bytes = static_cast<std::uint32_t>(out->report.text.size());
  desk.sentences.push_back({{0, bytes}, {0, size}, 0, SentenceKind::prose, {}});
  mark_datelines(desk, stages().lists);
  stages().lemmatizer.lemmatize(desk);
  stages().parser.parse(desk);
  return out;
}

std::string plain_text(const std::string& sentence) {
  std::string out;
  bool glue = true;
  for (const TaggedWord& word : tagged_words(sentence)) {
    const bool left = word.tag == Tag::comma || word.tag == Tag::period ||
                      word.tag == Tag::close_quote || word.tag == Tag::POS ||
                      word.tag == Tag::close_bracket || word.tag == Tag::HYPH ||
                      word.word == "n't" || word.word == ":" || word.word == ";";
    if (!glue && !left) out += ' ';
    const bool quote = word.tag == Tag::open_quote || word.tag == Tag::close_quote;
    out += quote ? "\"" : word.word;
    glue = word.tag == Tag::open_quote || word.tag == Tag::open_bracket || word.tag == Tag::HYPH ||
           word.tag == Tag::dollar;
  }
  return out;
}

namespace {

std::string name_of(const Analysis& desk, std::uint32_t token) {
  const std::string word(cut(desk.text(), desk.tokens[token].span));
  int before = 0;
  for (std::uint32_t i = 0; i < token; ++i) {
    if (cut(desk.text(), desk.tokens[i].span) == word) ++before;
  }
  return before == 0 ? word : word + "#" + std::to_string(before + 1);
}

}  // namespace

std::vector<std::string> relations_of(const Analysis& desk) {
  std::vector<std::string> out;
  for (const Arc& arc : desk.arcs) {
    const std::string governor = arc.governor == npos ? "" : name_of(desk, arc.governor) + ", ";
    out.push_back(std::string(to_string(arc.relation)) + "(" + governor +
                  name_of(desk, arc.dependent) + ")");
  }
  return out;
}

std::string printed_tree(const Analysis& desk) {
  std::string out;
  for (std::uint32_t t = 0; t < desk.tokens.size(); ++t) {
    out += name_of(desk, t) + "/" + std::string(to_string(desk.tokens[t].tag));
    for (const bool extra : {false, true}) {
      for (const Arc& arc : desk.arcs) {
        if (arc.dependent != t || arc.extra != extra) continue;
        out += (extra ? "  +" : "  ") + std::string(to_string(arc.relation));
        if (arc.governor != npos) out += " <- " + name_of(desk, arc.governor);
        if (arc.marker != npos) out += " (" + name_of(desk, arc.marker) + ")";
      }
    }
    out += "\n";
  }
  return out;
}

}  // namespace nutgraf
