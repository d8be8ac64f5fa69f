// Work beside the visits that several nodes on one database share: one of them does it, another takes it over when that one ends.
#pragma once

#include <memory>
#include <string>

namespace rialto {

class Lease {
 public:
  virtual ~Lease() = default;  // gives it up

  // Whether this node has the work now: takes it if nobody has it. Where the database can't be asked nobody has it. Safe from any
  // thread.
  virtual bool holds() = 0;
};

// For the database at `place`, as Db::open takes it. A file has one node, which has all work. In PostgreSQL a lease is an advisory lock
// of a connection that is kept for it: it ends with the node, however that ends, and writes nothing, so that kept pages stay good.
std::unique_ptr<Lease> open_lease(const std::string& place);

}  // namespace rialto
