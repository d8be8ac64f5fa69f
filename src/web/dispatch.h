// From a request to an answer, without sockets: what the head alone decides, then the handler, then the coding.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "say/language.h"
#include "web/head.h"
#include "web/http.h"
#include "web/router.h"

namespace rialto::web {

// What a visitor is told when something can't be done.
struct Problem {
  Status status = Status::BadRequest;
  std::string message;
  std::string request_id;  // only where somebody would look for it in the log (500)
  Language language = say::kLanguages.front();
};

// The page for a problem, whole. Runs also for requests that could not be read, so it depends on nothing but this.
using ErrorPage = std::function<std::string(const Problem&)>;

// A small page that stands on its own.
std::string plain_error_page(const Problem& problem);

class Dispatch {
 public:
  Dispatch(const Router& router, ErrorPage error_page) : router_(router), error_page_(std::move(error_page)) {}

  struct Plan {
    const Route* route = nullptr;
    std::optional<Response> early;  // what is answered without reading a body; set exactly if there is no route
  };

  // Decides by the head: 404, 405 with Allow, 501, a foreign origin (403), a trailing slash (301), or the route.
  // Fills request.params and request.cookies.
  Plan plan(Request& request) const;

  // Reads the form where the route wants one and calls the handler. What the handler throws is logged with the
  // request's id and becomes a 500.
  Response run(const Route& route, Request& request) const;

  // Fills in the error page, answers If-None-Match, and brings the body into the coding that the visitor likes best.
  // What fails on the way is logged and becomes a 500.
  Answer finish(const Request& request, Response response) const;

 private:
  Response handled(const Route& route, const Request& request) const;
  Answer finished(const Request& request, Response response) const;
  void fill_error_page(const Request& request, Response& response) const;

  const Router& router_;
  ErrorPage error_page_;
};

}  // namespace rialto::web
