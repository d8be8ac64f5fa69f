// One saved page → one record: the door to all readers. Pure: no database, no files, no network.
#pragma once

#include <string_view>

#include "base/result.h"
#include "import/film_guess.h"
#include "import/record.h"

namespace rialto::imports {

// The record of a page of any kind that we read. An error says what the page is not, in words for a person.
Result<PageRecord> understand(std::string_view bytes, const FilmGuesser& films);

}  // namespace rialto::imports
