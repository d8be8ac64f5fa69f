// A film or person in another catalogue: source 'imdb', 'tmdb', 'wikidata', 'omdb', 'wikipedia', or an import's own name.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rialto::film {

struct Ref {
  std::string source;
  std::string ref;

  friend auto operator<=>(const Ref&, const Ref&) = default;
};

enum class Subject { Film, Person };

// Whether the text can be an id there: imdb tt/nm and at least seven digits, wikidata Q…, tmdb and omdb digits; of
// other sources anything up to 200 bytes.
bool is_ref(const Ref& ref, Subject subject);

// 0 for the most telling source (imdb), then tmdb, wikidata, omdb, wikipedia, others. Ids of two catalogues may
// contradict each other: the more telling one is believed.
int doubt_in(std::string_view source);

// Whether two things with these refs are one: the most telling source that both have decides; nothing if none does.
std::optional<bool> same_by_refs(const std::vector<Ref>& one, const std::vector<Ref>& other);

// Where it can be looked at, or "" ("https://www.imdb.com/title/tt0113277/").
std::string address_of(const Ref& ref, Subject subject);

// The source's name as people write it ("IMDb").
std::string source_name(std::string_view source);

}  // namespace rialto::film
