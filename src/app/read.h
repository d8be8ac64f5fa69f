// `rialto read`: prints what the readers understood of saved pages, without touching any database.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace rialto::app {

struct ReadOptions {
  std::vector<std::string> files;  // "-" is standard input
  std::string film;                // "Heat (1995)": overrides the proposal; "" leaves it
  std::string shelf;               // a file of known films as JSON lines; "" for the starter shelf
};

// One JSON object a line to `out`, in the order of the files; errors, naming their file, to `problems`. Returns the
// exit code: 0, or 1 if a file was not understood.
int run_read(const ReadOptions& options, std::ostream& out, std::ostream& problems);

}  // namespace rialto::app
