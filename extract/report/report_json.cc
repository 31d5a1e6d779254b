#include "extract/report/report_json.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "extract/report/head.h"

namespace nutgraf {
namespace {

// Takes the fields of the outermost object as they pass by; what lies deeper is skipped. Returning
// false stops the parser.
class ReportFields : public nlohmann::json_sax<nlohmann::json> {
 public:
  bool null() override { return value_of_no_field(); }
  bool boolean(bool /*value*/) override { return other("true or false"); }
  bool number_integer(number_integer_t value) override { return number(std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override { return number(std::to_string(value)); }
  bool number_float(number_float_t /*value*/, const string_t& /*digits*/) override {
    return other("a number");
  }
  bool string(string_t& value) override {
    if (depth_ == 0) return refuse("expected an object, found a string");
    if (depth_ == 1 && field_ != nullptr) *field_ = std::move(value);
    return true;
  }
  bool binary(binary_t& /*value*/) override { return other("bytes"); }
  bool start_object(std::size_t /*size*/) override {
    if (depth_ == 1 && !other("an object")) return false;
    ++depth_;
    return true;
  }
  bool start_array(std::size_t /*size*/) override {
    if (depth_ == 0) return refuse("expected an object, found a list");
    if (depth_ == 1 && !other("a list")) return false;
    ++depth_;
    return true;
  }
  bool end_object() override {
    --depth_;
    return true;
  }
  bool end_array() override { return end_object(); }
  bool key(string_t& name) override {
    if (depth_ == 1) {
      name_ = name;
      field_ = field(name);
    }
    return true;
  }
  bool parse_error(std::size_t position, const std::string& /*token*/,
                   const nlohmann::detail::exception& error) override {
    position_ = position;
    return refuse(reason(error.what()));
  }

  Report report;
  std::string date;
  const std::string& error() const { return error_; }
  std::size_t position() const { return position_; }  // bytes read; 0: not told

 private:
  std::string* field(const std::string& name) {
    if (name == "id") return &report.id;
    if (name == "text") return &report.text;
    if (name == "date") return &date;
    if (name == "title") return &report.title;
    if (name == "source") return &report.source;
    if (name == "url") return &report.url;
    if (name == "lang") return &report.lang;
    return nullptr;
  }
  bool value_of_no_field() { return depth_ == 0 ? refuse("expected an object") : true; }
  bool number(std::string digits) {
    if (depth_ == 1 && field_ == &report.id) {
      report.id = std::move(digits);
      return true;
    }
    return other("a number");
  }
  bool other(const char* what) {
    if (depth_ == 0) return refuse(std::string("expected an object, found ") + what);
    if (depth_ == 1 && field_ != nullptr) {
      return refuse("field \"" + name_ + "\": expected a string, found " + what);
    }
    return true;
  }
  bool refuse(std::string why) {
    error_ = std::move(why);
    return false;
  }
  // The library says "[…] parse error at line 1, column 7: syntax error while … - WHY; last read:
  // …": the middle is what a reader needs.
  static std::string reason(std::string_view what) {
    const std::size_t begin = what.find(": ");
    if (begin != std::string_view::npos) what.remove_prefix(begin + 2);
    const std::size_t end = what.find("; last read");
    std::string out = "not JSON: " + std::string(what.substr(0, end));
    if (out.size() > 300) out = "not JSON";
    return out;
  }

  int depth_ = 0;
  std::string name_;
  std::string* field_ = nullptr;
  std::string error_;
  std::size_t position_ = 0;
};

// 1 for the first; a byte that begins no code point is not counted.
std::uint64_t column_of(std::string_view line, std::size_t byte) {
  const std::string_view before = line.substr(0, byte == 0 ? 0 : byte - 1);
  return 1 + static_cast<std::uint64_t>(std::count_if(before.begin(), before.end(),
                                                      [](char c) { return (c & 0xC0) != 0x80; }));
}

}  // namespace

Result<Report> parse_report(std::string_view line) {
  ReportFields fields;
  const bool read = nlohmann::json::sax_parse(line.begin(), line.end(), &fields);
  if (!read || !fields.error().empty()) {
    Error error{ErrorCode::invalid, fields.error(), {}, 0, 0, {}};
    if (fields.position() != 0) error.column = column_of(line, fields.position());
    return fail(std::move(error));
  }
  Report& report = fields.report;
  if (report.text.find_first_not_of(" \t\r\n") == std::string::npos) {
    return fail(ErrorCode::invalid, "the report has no text");
  }
  if (!fields.date.empty()) {
    report.date = read_head_day(fields.date);
    if (!report.date) {
      return fail(
          ErrorCode::invalid,
          "field \"date\": expected a day such as 2016-11-03, found \"" + fields.date + '"');
    }
  }
  if (report.id.empty()) report.id = derived_id(report);
  return std::move(report);
}

std::string derived_id(const Report& report) {
  std::string all;
  for (const std::string& field : {report.text, report.date ? iso(*report.date) : std::string{},
                                   report.title, report.source, report.url, report.lang}) {
    all += std::to_string(field.size()) + ':' + field;
  }
  const XXH128_hash_t hash = XXH3_128bits(all.data(), all.size());
  static constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  for (const std::uint64_t half : {hash.high64, hash.low64}) {
    for (int shift = 60; shift >= 0; shift -= 4) out += digits[(half >> shift) & 0xFU];
  }
  return out;
}

}  // namespace nutgraf
