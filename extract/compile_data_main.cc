// nutgraf-compile-data SOURCE_DIR OUTPUT: compiles data/ and the word packages into one data file.
//
// The build runs it. Each room of extract/ adds its own sections; an Error ends it with the file,
// line and column of what is wrong in data/.
#include <cstdio>
#include <string>

#include "extract/coref/resolver.h"
#include "extract/event/compiler.h"
#include "extract/event/event_lexicon.h"
#include "extract/lexicon/compile_lexicon.h"
#include "extract/lexicon/data_file.h"
#include "extract/lexicon/question_words.h"
#include "extract/lexicon/word_sources.h"
#include "extract/names/name_lists.h"
#include "extract/place/gazetteer_compiler.h"
#include "extract/place/place_lists.h"
#include "extract/syntax/compile_tagger.h"
#include "extract/syntax/grammar_lists.h"
#include "extract/syntax/tag_repairs.h"
#include "extract/text/segmentation_lists.h"
#include "extract/time/grammar.h"

namespace {

using nutgraf::DataWriter;
using nutgraf::Result;

Result<void> compile_words(const std::string& source, DataWriter& writer) {
  const auto sources = nutgraf::read_word_sources(source);
  if (!sources) return nutgraf::fail(sources.error());
  if (auto done = nutgraf::compile_lexicon(*sources, writer); !done) return done;
  if (auto done = nutgraf::compile_segmentation(source, writer); !done) return done;
  if (auto done = nutgraf::compile_tagger(*sources, writer); !done) return done;
  if (auto done = nutgraf::compile_repairs(*sources, writer); !done) return done;
  if (auto done = nutgraf::compile_lemmas(*sources, writer); !done) return done;
  if (auto done = nutgraf::compile_questions(source, writer); !done) return done;
  return nutgraf::compile_grammar(source, writer);
}

// Each room's sections, one call a room.
Result<void> compile_all(const std::string& source, DataWriter& writer) {
  if (auto done = compile_words(source, writer); !done) return done;
  if (auto done = nutgraf::compile_time(source, writer); !done) return done;
  if (auto done = nutgraf::compile_names(source, writer); !done) return done;
  if (auto done = nutgraf::compile_coref(source, writer); !done) return done;
  if (auto done = nutgraf::compile_gazetteer(source, writer); !done) return done;
  if (auto done = nutgraf::compile_place_lists(source, writer); !done) return done;
  if (auto done = nutgraf::compile_rules(source, writer); !done) return done;
  return nutgraf::compile_event_lexicon(source, writer);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: nutgraf-compile-data SOURCE_DIR OUTPUT\n", stderr);
    return 2;
  }
  DataWriter writer;
  auto written = compile_all(argv[1], writer);
  if (written) written = writer.write(argv[2]);
  if (!written) {
    std::fprintf(stderr, "%s\n", written.error().text().c_str());
    return 1;
  }
  return 0;
}
