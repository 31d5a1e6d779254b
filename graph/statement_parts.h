// What a statement has beside its units and told chains.
#ifndef NUTGRAF_GRAPH_STATEMENT_PARTS_H_
#define NUTGRAF_GRAPH_STATEMENT_PARTS_H_

#include "graph/statement.h"

namespace nutgraf {

// Both require that the statement's units, events, unit_of and chain_of are those of the
// extraction.

// References to a deed that the report tells mean that chain; the others make one of each deed,
// which is only named. Leaves the events by id.
void state_references(const Extraction& extraction, Statement& statement);
void state_members(const Extraction& extraction, Statement& statement);

}  // namespace nutgraf

#endif  // NUTGRAF_GRAPH_STATEMENT_PARTS_H_
