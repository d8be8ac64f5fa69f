// A made-up community for a first look: members, boards, threads and reviews, told as JSON lines (shelf/README.md).
#pragma once

#include <string>
#include <string_view>

namespace rialto {
class Db;
}

namespace rialto::app {

struct SampleAdded {
  int members = 0;
  int threads = 0;
  int posts = 0;
  int reviews = 0;
  int left_out = 0;  // threads and reviews whose films are not in the catalogue
};

// Adds what isn't there yet: doing it again changes nothing. The first member told is the admin and gets `password`;
// nobody can sign in as the others. Throws CommandFailed for a line that isn't as it must be.
SampleAdded add_sample(Db& db, std::string_view json_lines, const std::string& password);

}  // namespace rialto::app
