// What members say of the names in a text: that some of its words name nothing, or something else. The author's word, or a
// moderator's, stands at once; another member's is proposed, and the author or a moderator decides. A correction holds the
// words themselves, so it outlasts edits of the text, and is applied whenever the text is read (find_names.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/id.h"
#include "talk/actor.h"
#include "talk/refusal.h"
#include "talk/text_id.h"

namespace rialto {
class Tx;
}

namespace rialto::talk {

enum class Standing { Proposed = 0, Stands = 1, TurnedDown = 2, Replaced = 3 };

// Nothing: the words are no name.
using NameTarget = std::variant<std::monostate, FilmId, PersonId>;

// Which words of a text.
struct NamePlace {
  std::string words;     // as they stand in its words (talk/text_id.h)
  std::int64_t nth = 0;  // which of the places where they stand

  friend bool operator==(const NamePlace&, const NamePlace&) = default;
};

// Where that is; nothing if it isn't there any more.
std::optional<text::Stretch> find_place(const std::string& words, const NamePlace& place);
// What stands there.
NamePlace place_at(const std::string& words, const text::Stretch& stretch);

// What is corrected: the text as it is now.
struct CorrectedText {
  TextId id;
  std::string body;
  std::int64_t version = 1;
  std::optional<MemberId> author;  // nothing: not kept, or a ghost's
};

// Whether what they say stands without being asked about.
bool may_correct(const Actor& actor, const CorrectedText& text);

// Says it. Refusals: NoSuchWords, TooManyCorrections, Unchanged where somebody said the same and waits.
std::variant<Standing, Refusal> correct_name(Tx& tx, const Actor& actor, const CorrectedText& text, const NamePlace& place, NameTarget target);

struct Correction {
  ChangeId id;
  NamePlace place;
  NameTarget target;
  std::string target_name;  // "Heat (1995)", "" for no name
  std::string target_address;
  std::string member;
};
// Those that wait for somebody's word, oldest first.
std::vector<Correction> corrections_proposed(Tx& tx, TextId text);

// Refusals: NotYours, Unchanged if it doesn't wait any more.
std::optional<Refusal> settle_correction(Tx& tx, const Actor& actor, const CorrectedText& text, ChangeId correction, Standing as);

// A text of which somebody proposes something.
struct ProposedIn {
  TextId text;
  std::int64_t proposals = 0;
  std::string title;  // of the thread or review
};
std::vector<ProposedIn> texts_with_proposals(Tx& tx, std::int64_t limit);

}  // namespace rialto::talk
