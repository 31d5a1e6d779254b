// The co-actor projection on its way out.
#include "graph/co_actors.h"

#include <algorithm>
#include <tuple>

#include "graph/export/describe.h"
#include "graph/export/exporter.h"

namespace nutgraf {
namespace {

// The numbers of the nodes within so many links of the start.
std::vector<bool> within_hops(const CoActors& all, const NodeKey& start, std::uint32_t hops) {
  std::vector<bool> in(all.nodes.size());
  for (std::size_t i = 0; i < all.nodes.size(); ++i) in[i] = all.nodes[i].node == start;
  for (std::uint32_t hop = 0; hop < hops; ++hop) {
    const std::vector<bool> before = in;
    for (const CoActorLink& link : all.links) {
      if (before[link.one]) in[link.other] = true;
      if (before[link.other]) in[link.one] = true;
    }
    if (in == before) break;
  }
  return in;
}

void keep_heaviest(std::vector<CoActorLink>& links, std::size_t limit) {
  if (limit == 0 || links.size() <= limit) return;
  std::stable_sort(links.begin(), links.end(), [](const CoActorLink& a, const CoActorLink& b) {
    return std::tuple(b.events, b.reports) < std::tuple(a.events, a.reports);
  });
  links.resize(limit);
  std::sort(links.begin(), links.end(), [](const CoActorLink& a, const CoActorLink& b) {
    return std::tie(a.one, a.other) < std::tie(b.one, b.other);
  });
}

}  // namespace

Result<void> export_co_actors(const GraphReader& reader, const PartRequest& request,
                              GraphSink& sink, const ExportProgress& progress) {
  auto all = co_actors(reader, request.filter);
  if (!all) return fail(all.error());
  std::vector<bool> goes(all->nodes.size(), true);
  if (request.around) goes = within_hops(*all, *request.around, request.hops);
  const auto dangles = [&](const CoActorLink& link) {
    return !goes[link.one] || !goes[link.other];
  };
  all->links.erase(std::remove_if(all->links.begin(), all->links.end(), dangles), all->links.end());
  keep_heaviest(all->links, request.filter.limit);
  if (request.filter.limit > 0) {
    goes.assign(all->nodes.size(), false);
    for (const CoActorLink& link : all->links) goes[link.one] = goes[link.other] = true;
  }

  const CodeBook none = [](const std::string&, const std::string&) { return EventCodes{}; };
  Describer describe(reader, none);
  ExportCounts counts;
  sink.begin(false);
  for (std::size_t i = 0; i < all->nodes.size(); ++i) {
    if (!goes[i]) continue;
    const auto node = describe.node(all->nodes[i].node);
    if (!node) return fail(node.error());
    sink.node(*node);
    ++counts.nodes;
    if (auto written = progress(counts); !written) return written;
  }
  const auto end_of = [&](std::uint32_t number) -> Result<OutEnd> {
    const auto named = reader.named(all->nodes[number].node);
    if (!named) return fail(named.error());
    return OutEnd{named->node, named->name, named->key.kind};
  };
  for (const CoActorLink& link : all->links) {
    const auto one = end_of(link.one);
    const auto other = end_of(link.other);
    if (!one || !other) return fail(one ? other.error() : one.error());
    sink.edge({"edge:" + std::to_string(++counts.edges),
               *one,
               *other,
               "CO_ACTOR",
               link.events,
               link.reports,
               {},
               {},
               {}});
    if (auto written = progress(counts); !written) return written;
  }
  sink.end();
  return progress(counts);
}

}  // namespace nutgraf
