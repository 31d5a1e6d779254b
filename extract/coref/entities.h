// Chains become the entities of an Extraction.
#ifndef NUTGRAF_EXTRACT_COREF_ENTITIES_H_
#define NUTGRAF_EXTRACT_COREF_ENTITIES_H_

#include <vector>

#include "extract/coref/chains.h"
#include "extract/extraction.h"
#include "extract/place/gazetteer.h"

namespace nutgraf {

// Numbers the chains by first mention, fills out.entities (all but `place`) and every mention's
// entity, and takes the dropped mentions out. A demonym that stands for its country (convention 5)
// gets that country's entity when the report names it.
void write_entities(const Chains& chains, const Gazetteer& gazetteer,
                    const std::vector<bool>& dropped, Extraction& out);

}  // namespace nutgraf

#endif  // NUTGRAF_EXTRACT_COREF_ENTITIES_H_
