// Rows for people: the forms of a listing that align their cells.
#ifndef NUTGRAF_TOOLS_TABLES_H_
#define NUTGRAF_TOOLS_TABLES_H_

#include <cstddef>
#include <string>

#include "tools/listing.h"

namespace nutgraf {

// Each appends what print_listing promises of its form.
void add_table(std::string& out, const Listing& listing, std::size_t width, bool color);
void add_box(std::string& out, const Listing& listing, std::size_t width, bool color);
void add_lines(std::string& out, const Listing& listing, bool color);
void add_markdown(std::string& out, const Listing& listing);

}  // namespace nutgraf

#endif  // NUTGRAF_TOOLS_TABLES_H_
