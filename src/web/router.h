// Which handler answers an address. The table itself is web/routes.cpp.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "web/http.h"

namespace rialto::web {

// Quick handlers run where the request was read and must answer in about a millisecond; Slow ones (passwords,
// PostgreSQL, ranked search, uploads) in a bounded pool.
enum class Speed { Quick, Slow };

// Forms are parsed into Request::form before the handler runs; Raw leaves the body as it came.
enum class Intake { Form, Raw };

struct Route {
  Method method = Method::Get;  // a Get route answers HEAD as well
  std::string pattern;          // "/thread/{id}/{words}"; "{rest...}" at the end takes all that remains
  Handler handler;
  Speed speed = Speed::Quick;
  Intake intake = Intake::Form;
  std::size_t body_limit = 0;  // bytes; 0 means the server's own limit
};

class Router {
 public:
  // Throws std::logic_error if two routes claim the same address or a pattern is malformed.
  explicit Router(std::vector<Route> routes);
  ~Router();
  Router(Router&&) noexcept;
  Router& operator=(Router&&) noexcept;

  struct Match {
    const Route* route = nullptr;  // nothing: 404, or 405 if `allow` is not empty
    std::string allow;             // the methods that this address answers: "GET, HEAD, POST"
  };

  // Words written out win over {names} where both answer the method. `path` is decoded and begins with "/"; the values
  // of {names} are added to `params`, which stays as it was if nothing matches. A {name} never takes an empty segment.
  Match find(Method method, std::string_view path, Fields& params) const;

  const std::vector<Route>& routes() const { return routes_; }

 private:
  struct Node;
  struct Ending;
  struct Walk;
  std::vector<Route> routes_;
  std::unique_ptr<Node> root_;

  void add(std::size_t index);
  const Ending* walk(const Node& node, std::string_view rest, Method method, Walk& walked) const;
};

}  // namespace rialto::web
