// The names that a site's texts are read for, always as the catalogue is now. The large lexicon lies in a file and is made
// again when a whole catalogue came in; what was added or edited since stands in a small one before it.
#pragma once

#include <memory>
#include <mutex>
#include <string>

#include "db/db.h"
#include "film/lexicon_source.h"
#include "text/link.h"

namespace rialto::film {

class NamesKnown {
 public:
  // file: where the lexicon is kept; it is made if it isn't there or is of another catalogue.
  explicit NamesKnown(std::string file);

  // Safe from several threads. Costs three small queries where nothing has changed. Throws DbError, and
  // std::runtime_error where the file can't be written.
  std::shared_ptr<const text::Linker> linker(Db& db);

  // As linker() gave it last, or as the file had it when this was made; nothing if there was none. Costs nothing.
  std::shared_ptr<const text::Linker> at_hand() const;

 private:
  void make_base(Db& db);
  bool base_fits(const CatalogueState& now) const;

  std::string file_;
  std::mutex mutex_;  // guards what follows, but for at_hand_
  std::shared_ptr<const text::Lexicon> base_;
  CatalogueState base_state_;
  CatalogueState state_;
  std::shared_ptr<const text::Linker> linker_;

  mutable std::mutex hand_mutex_;  // guards at_hand_, for which nobody waits while names are read
  std::shared_ptr<const text::Linker> at_hand_;
};

}  // namespace rialto::film
