#include "extract/event/program.h"

#include <cstring>

namespace nutgraf {

Result<Program> Program::read(Bytes bytes) {
  SectionReader section(bytes);
  Program out;
  out.texts_ = section.text();
  out.frames_ = section.rows<FrameRow>();
  out.patterns_ = section.rows<PatternRow>();
  out.tests_ = section.rows<TestRow>();
  out.roles_ = section.rows<RoleRow>();
  out.words_ = section.rows<Text>();
  out.groups_ = section.rows<GroupRow>();
  out.keys_ = section.rows<KeyRow>();
  out.open_ = section.rows<std::uint32_t>();
  out.class_keys_ = section.rows<std::uint32_t>();
  out.key_words_ = StringTable::read(section);
  out.verbs_ = StringTable::read(section);
  out.nouns_ = StringTable::read(section);
  out.adjectives_ = StringTable::read(section);
  if (!section.ok() || out.class_keys_.size() != class_bits)
    return fail(ErrorCode::unavailable, "the data file's rules are damaged");
  return out;
}

Result<Program> Program::open(const DataFile& data) {
  const auto bytes = data.section("event.program");
  if (!bytes) return fail(bytes.error());
  return read(*bytes);
}

Result<Program> Program::own(std::string bytes) {
  std::vector<std::uint64_t> aligned((bytes.size() + 7) / 8);
  std::memcpy(aligned.data(), bytes.data(), bytes.size());
  auto out = read(std::as_bytes(std::span(aligned)).first(bytes.size()));
  if (out) out->owned_ = std::move(aligned);
  return out;
}

const Program::GroupRow* Program::group(EventForm form, std::string_view lemma) const {
  const StringTable& table = form == EventForm::verb   ? verbs_
                             : form == EventForm::noun ? nouns_
                                                       : adjectives_;
  const std::uint32_t found = table.find(lemma);
  return found == StringTable::missing ? nullptr : &groups_[found];
}

std::span<const Program::PatternRow> Program::patterns(EventForm form,
                                                       std::string_view lemma) const {
  const GroupRow* found = group(form, lemma);
  if (found == nullptr) return {};
  return patterns(*found);
}

}  // namespace nutgraf
