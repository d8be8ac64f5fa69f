// Imports files of a catalogue: reads them as streams, writes 2,000 records a transaction, counts what became of each.
// Running it again changes nothing.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "db/db.h"
#include "film/catalogue_file.h"

namespace rialto::film {

struct CatalogueCount {
  std::int64_t fresh = 0;
  std::int64_t changed = 0;
  std::int64_t unchanged = 0;
  std::map<std::string, std::int64_t> skipped;  // reason → how many

  std::int64_t all() const;
};

struct CatalogueProgress {
  std::string file;
  std::string_view shape;
  std::int64_t records = 0;  // of this file
  double share = 0;          // of this file, 0 to 1, as far as its size tells
};

struct CatalogueImport {
  std::vector<std::string> files;
  std::string source;  // the import's name; "" for "imdb", "omdb", or the file's own name
  std::vector<std::string> title_types = {"movie", "tvMovie", "tvSpecial", "tvMiniSeries", "tvSeries", "short", "video"};
  std::function<void(const CatalogueProgress&)> on_progress;  // about ten times a second
};

struct CatalogueReport {
  CatalogueCount films;
  CatalogueCount people;
  std::vector<std::string> notes;  // sentences about files: broken off, of no use
};

// Fails before anything is written when a file can't be opened or is of no known shape.
Result<CatalogueReport> import_catalogue(Db& db, const CatalogueImport& import);

}  // namespace rialto::film
