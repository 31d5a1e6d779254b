#include "extract/event/rule_book.h"

#include <xxhash.h>

#include <map>
#include <utility>

#include "extract/event/compiler.h"

namespace nutgraf {

Result<RuleBook> RuleBook::open(const DataFile& data, const std::vector<std::string>& folders) {
  RuleBook out;
  auto ontology = Ontology::open(data);
  if (!ontology) return fail(ontology.error());
  out.ontology_ = std::move(*ontology);
  auto classes = WordClasses::open(data);
  if (!classes) return fail(classes.error());
  out.classes_ = std::move(*classes);
  const auto bytes = data.section("event.rules");
  if (!bytes) return fail(bytes.error());
  SectionReader section(*bytes);
  out.text_ = section.text();
  for (const std::string& folder : folders) {
    auto frames = read_rule_folder(folder, {out.ontology_, out.classes_});
    if (!frames) return fail(frames.error());
    for (EventFrame& frame : *frames) out.user_frames_.push_back(std::move(frame));
  }
  auto program = Program::open(data);
  if (!out.user_frames_.empty()) {
    const auto frames = out.frames();
    if (!frames) return fail(frames.error());
    auto compiled = compile_program(*frames, {out.ontology_, out.classes_});
    if (!compiled) return fail(compiled.error());
    out.hash_ = XXH3_64bits(compiled->data(), compiled->size());
    program = Program::own(std::move(*compiled));
  }
  if (!program) return fail(program.error());
  out.program_ = std::move(*program);
  return out;
}

Result<std::vector<EventFrame>> RuleBook::frames() const {
  auto shipped = parse_rules(text_, "data/rules/en", {ontology_, classes_});
  if (!shipped) return shipped;
  std::map<std::string, const EventFrame*, std::less<>> by_name;
  for (const EventFrame& frame : *shipped) by_name[frame.name] = &frame;
  for (const EventFrame& frame : user_frames_) by_name[frame.name] = &frame;
  std::vector<EventFrame> out;
  out.reserve(by_name.size());
  for (const auto& [name, frame] : by_name) out.push_back(*frame);
  return out;
}

}  // namespace nutgraf
