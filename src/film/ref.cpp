#include "film/ref.h"

#include <algorithm>
#include <array>

namespace rialto::film {

namespace {

struct Source {
  std::string_view key;
  std::string_view name;
  std::string_view film_address;
  std::string_view person_address;
};

// In order of how much they are believed.
constexpr std::array kSources = {
    Source{"imdb", "IMDb", "https://www.imdb.com/title/", "https://www.imdb.com/name/"},
    Source{"tmdb", "TMDB", "https://www.themoviedb.org/movie/", "https://www.themoviedb.org/person/"},
    Source{"wikidata", "Wikidata", "https://www.wikidata.org/wiki/", "https://www.wikidata.org/wiki/"},
    Source{"omdb", "omdb.org", "https://www.omdb.org/movie/", "https://www.omdb.org/person/"},
    Source{"wikipedia", "Wikipedia", "https://en.wikipedia.org/wiki/", "https://en.wikipedia.org/wiki/"},
};

bool all_digits(std::string_view text, std::size_t least) {
  return text.size() >= least && text.size() <= 12 &&
         std::all_of(text.begin(), text.end(), [](char letter) { return letter >= '0' && letter <= '9'; });
}

const Source* source_of(std::string_view key) {
  const auto* found = std::find_if(kSources.begin(), kSources.end(), [&](auto& each) { return each.key == key; });
  return found == kSources.end() ? nullptr : found;
}

std::string percent_encoded(std::string_view text) {
  constexpr char kHex[] = "0123456789ABCDEF";
  std::string out;
  for (const char letter : text) {
    const auto byte = static_cast<unsigned char>(letter);
    const bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
                       std::string_view("-_.()!,':").find(letter) != std::string_view::npos;
    if (plain) {
      out += letter;
    } else {
      out += {'%', kHex[byte >> 4], kHex[byte & 15]};
    }
  }
  return out;
}

}  // namespace

bool is_ref(const Ref& ref, Subject subject) {
  const std::string_view text = ref.ref;
  if (ref.source == "imdb") return text.starts_with(subject == Subject::Film ? "tt" : "nm") && all_digits(text.substr(2), 7);
  if (ref.source == "wikidata") return text.starts_with('Q') && all_digits(text.substr(1), 1);
  if (ref.source == "tmdb" || ref.source == "omdb") return all_digits(text, 1);
  return !ref.source.empty() && !text.empty() && text.size() <= 200;
}

int doubt_in(std::string_view source) {
  const auto* found = source_of(source);
  return found ? static_cast<int>(found - kSources.data()) : static_cast<int>(kSources.size());
}

std::optional<bool> same_by_refs(const std::vector<Ref>& one, const std::vector<Ref>& other) {
  std::optional<bool> same;
  int least_doubt = static_cast<int>(kSources.size()) + 1;
  for (const auto& mine : one)
    for (const auto& theirs : other) {
      if (mine.source != theirs.source) continue;
      const int doubt = doubt_in(mine.source);
      const bool equal = mine.ref == theirs.ref;
      if (doubt < least_doubt) {
        same = equal;
        least_doubt = doubt;
      } else if (doubt == least_doubt && equal) {
        same = true;
      }
    }
  return same;
}

std::string address_of(const Ref& ref, Subject subject) {
  const auto* found = source_of(ref.source);
  if (!found) return "";
  return std::string(subject == Subject::Film ? found->film_address : found->person_address) + percent_encoded(ref.ref);
}

std::string source_name(std::string_view source) {
  const auto* found = source_of(source);
  return std::string(found ? found->name : source);
}

}  // namespace rialto::film
