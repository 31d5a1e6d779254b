// One row an edge, with the names of both ends: what spreadsheets and Cytoscape's table import
// take.
#include "graph/export/formats.h"
#include "graph/export/text.h"

namespace nutgraf {
namespace {

class CsvSink : public GraphSink {
 public:
  explicit CsvSink(std::ostream& out) : out_(out) {}

  void begin(bool) override {
    print({"source", "source_name", "source_kind", "role", "target", "target_name", "target_kind",
           "type", "modality", "from", "until", "weight"});
  }

  void node(const OutNode&) override {}

  void edge(const OutEdge& edge) override {
    print({edge.from.id, edge.from.name, std::string(to_string(edge.from.kind)), edge.role,
           edge.to.id, edge.to.name, std::string(to_string(edge.to.kind)), edge.type, edge.modality,
           day_words(edge.when.from), day_words(edge.when.until), std::to_string(edge.weight)});
  }

  void end() override {}

 private:
  void print(const std::vector<std::string>& cells) {
    std::string text;
    append_csv(text, cells);
    out_ << text;
  }

  std::ostream& out_;
};

}  // namespace

std::unique_ptr<GraphSink> make_csv(std::ostream& out) { return std::make_unique<CsvSink>(out); }

}  // namespace nutgraf
