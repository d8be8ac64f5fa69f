// The posts that an engine's markup tells apart.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date_reading.h"
#include "import/dom.h"
#include "import/engines.h"
#include "import/passage.h"

namespace rialto::imports {

// In the order of the page; nesting becomes depth. Empty if the markup is not of this engine.
std::vector<FoundPost> posts_by_engine(const Document& document, const Engine& engine, const DateReading& how);

// phpBB 2 and its kin write posts as rows of nested tables.
std::vector<FoundPost> posts_in_tables(const Document& document, const DateReading& how);

// Boards that nobody told us of: blocks of one class that repeat, each with a name or date and words.
std::vector<FoundPost> posts_by_repetition(const Document& document, const DateReading& how);

// What an element says of a date: its datetime, its seconds since 1970, its title, its words.
std::optional<Edtf> date_of_element(const Document& document, NodeIndex index, const DateReading& how);

// Comments of old Blogger pages: a <dt> with the name, then a <dd> with the words and one with the date.
std::vector<FoundPost> posts_in_definitions(const Document& document, const DateReading& how);

}  // namespace rialto::imports
