#include "graph/testimony.h"

#include "graph/testimony_bytes.h"

namespace nutgraf {
namespace {

template <typename T>
std::string packed(const T& value) {
  Packer packer;
  pack(packer, value);
  return packer.take();
}

template <typename T>
Result<T> unpacked(std::string_view bytes, std::string_view what) {
  Unpacker unpacker(bytes);
  T value;
  pack(unpacker, value);
  if (!unpacker.done()) {
    return fail(ErrorCode::unavailable,
                "damaged: the bytes of a report's " + std::string(what) + " do not read as such");
  }
  return value;
}

}  // namespace

std::string encode(const Report& report) { return packed(report); }
std::string encode(const Extraction& extraction) { return packed(extraction); }
std::string encode(const WordProfile& profile) { return packed(profile); }

Result<Report> decode_report(std::string_view bytes) { return unpacked<Report>(bytes, "head"); }
Result<Extraction> decode_extraction(std::string_view bytes) {
  return unpacked<Extraction>(bytes, "extraction");
}
Result<WordProfile> decode_profile(std::string_view bytes) {
  return unpacked<WordProfile>(bytes, "word profile");
}

}  // namespace nutgraf
