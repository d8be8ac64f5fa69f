// Decides: of each candidate its best reading and how well it stands, then those that go together best. Twice, so that
// what is sure the first time ("Michael Mann") is known the second time ("Mann").
#pragma once

#include <cstdint>
#include <vector>

#include "text/link_find.h"
#include "text/link_weights.h"

namespace rialto::text {

struct Linking {
  ReadText text;
  LinkContext context;  // with what the text itself surely names
  std::vector<std::uint8_t> sure;  // what Surroundings is told
  NamesMet met;
  Found found;
  Found before;  // as it was the first time
  std::vector<std::uint32_t> chosen;  // of found.candidates, in order of begin, none over another
};

// The text outlives `into`, whose memory serves for many texts.
void choose_names(std::string_view text, const Lexicons& lexicons, const LinkContext& context, const ScoreTables& tables, Linking& into);

}  // namespace rialto::text
