// Dates as people say them in a language.
#pragma once

#include <string>

#include "base/edtf.h"
#include "say/language.h"

namespace rialto::say {

// As far as it was kept, and no further: "17 July, year not kept", "some time in 1998", "17 July 1998".
std::string spoken(const Edtf& date, Language language);

}  // namespace rialto::say
