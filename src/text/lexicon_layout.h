// How a lexicon lies in its file: a head, then tables one behind the other, each at a multiple of eight bytes. Shared by
// the one that writes it and the one that reads it.
#pragma once

#include <array>
#include <bit>
#include <cstdint>

namespace rialto::text::layout {

// Changed with every change of a table's form: a file of another form is made anew, not read.
inline constexpr std::array<char, 8> kMagic = {'R', 'L', 'E', 'X', '0', '0', '0', '2'};

enum Table : std::size_t { Words, Nodes, Labels, EdgeFilter, Senses, Joined, JoinedFilter, Misspellings, MisspellingStarts, Films, People, Characters, Credits, FilmsOf, Strings, Stamp, kTables };

struct Place {
  std::uint64_t begin = 0;  // in bytes from the file's start
  std::uint64_t bytes = 0;
};

struct Head {
  std::array<char, 8> magic = kMagic;
  std::uint64_t size = 0;  // of the whole file
  std::array<Place, kTables> tables{};
};

// Where to begin in a hash table of a power of two.
inline std::uint64_t mixed(std::uint64_t key) {
  key ^= key >> 32;
  key *= 0xD6E8FEB86659FD93ULL;
  key ^= key >> 32;
  return key;
}

// Nodes with more children than this have them in the edge filter.
inline constexpr std::uint32_t kFewChildren = 16;

// Of the word that leads to a child, among NodeEntry::kin.
inline std::uint32_t kin_bit(std::uint32_t word) { return std::uint32_t{1} << (word % 32); }

// Misspellings whose keys begin with the same bits stand together: `groups` is a power of two, and at least two.
inline std::size_t misspelling_group(std::uint64_t key, std::size_t groups) { return key >> (64 - std::countr_zero(groups)); }

inline std::uint64_t edge_key(std::uint32_t from, std::uint32_t word) { return mixed((std::uint64_t{from} << 32) | word); }

}  // namespace rialto::text::layout
