// Records from JSON lines: what json_line writes, read back, also where another program wrote it (docs/IMPORT.md).
#pragma once

#include <string_view>

#include "base/result.h"
#include "import/record.h"

namespace rialto::imports {

// One line → one record. An error says what about the line isn't as it must be: "post 3: its date is not EDTF".
Result<PageRecord> record_from_json(std::string_view line);

// True if the bytes look like lines of records rather than like a saved page.
bool holds_records(std::string_view bytes);

}  // namespace rialto::imports
