// One name for each genre, whatever a catalogue calls it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rialto::film {

// Our name for it ("Komödie", "comedy" → "Comedy"); "" for what is no genre.
std::string genre_of(std::string_view name);

// Each once, in order, without what is no genre; at most 12.
std::vector<std::string> genres_of(const std::vector<std::string>& names);

}  // namespace rialto::film
