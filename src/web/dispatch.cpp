#include "web/dispatch.h"

#include <exception>

#include "base/id.h"
#include "base/log.h"
#include "base/strings.h"
#include "db/db.h"
#include "say/trouble.h"
#include "web/compress.h"
#include "web/etag.h"
#include "web/form.h"
#include "web/language.h"
#include "web/origin_check.h"

namespace rialto::web {

namespace {

std::string escaped(std::string_view text) {
  return replaced(replaced(replaced(replaced(text, "&", "&amp;"), "<", "&lt;"), ">", "&gt;"), "\"", "&quot;");
}

Response not_allowed(const Request& request, std::string allow) {
  const std::string method(name_of(request.method));
  Response response = problem(Status::MethodNotAllowed, [method, allow](Language language) {
    return say::trouble::wrong_method(language, method, allow);
  });
  response.headers.emplace_back("Allow", std::move(allow));
  return response;
}

Response unknown_method() {
  return problem(Status::NotImplemented, say::trouble::unknown_method);
}

Response later(say::Later words) {
  Response response = problem(Status::ServiceUnavailable, std::move(words));
  response.headers.emplace_back("Retry-After", "5");
  return response;
}

Response foreign_origin() {
  return forbidden(say::trouble::foreign_origin);
}

// What people are told when the database could not do its part.
Response store_failed(DbError::Kind kind) {
  switch (kind) {
    case DbError::Kind::Full:
      return later(say::trouble::store_full);
    case DbError::Kind::Unavailable:
      return later(say::trouble::store_away);
    case DbError::Kind::Moved:
      return later(say::trouble::store_moves);
    case DbError::Kind::Conflict:
      return later(say::trouble::store_crowded);
    case DbError::Kind::Broken:
      return problem(Status::InternalError, say::trouble::store_unreadable);
    case DbError::Kind::Constraint:
      break;
  }
  return broken();
}

bool is_unchanged(const Request& request, const Response& response) {
  if (response.status == Status::NotModified) return true;
  return response.status == Status::Ok && has_current(request, response.etag);
}

bool is_kept(const Content& body, Coding coding) {
  return size_of(pieces_of(body, coding)) > 0;
}

}  // namespace

std::string plain_error_page(const Problem& problem) {
  const std::string number = std::to_string(static_cast<int>(problem.status));
  const std::string title = escaped(reason_of(problem.status));
  std::string html = "<!doctype html>\n<html lang=\"" + std::string(say::tag_of(problem.language)) + "\">\n<meta charset=\"utf-8\">\n<title>" + title +
                     "</title>\n<main>\n<h1>" + title + "</h1>\n<p>" + escaped(problem.message) + "</p>\n<p>" + number;
  if (!problem.request_id.empty()) html += " · " + escaped(problem.request_id);
  return html + "</p>\n<p><a href=\"/\">" + escaped(say::trouble::to_front(problem.language)) + "</a></p>\n</main>\n</html>\n";
}

Dispatch::Plan Dispatch::plan(Request& request) const {
  if (request.method == Method::Unknown) return {nullptr, unknown_method()};
  for (const std::string_view header : request.headers.all("cookie")) read_cookies(header, request.cookies);
  if (request.path == "*") return {nullptr, not_allowed(request, "GET, HEAD, POST")};
  auto match = router_.find(request.method, request.path, request.params);
  if (match.route) {
    if (origin_of(request) == Origin::Foreign) return {nullptr, foreign_origin()};
    return {match.route, std::nullopt};
  }
  if (!match.allow.empty()) return {nullptr, not_allowed(request, std::move(match.allow))};
  if (is_safe(request.method) && request.path.size() > 1 && request.path.ends_with('/')) {
    const std::size_t question = std::min(request.target.find('?'), request.target.size());
    const std::string_view shorter = std::string_view(request.path).substr(0, request.path.size() - 1);
    Fields unused;
    if (router_.find(request.method, shorter, unused).route && request.target.front() == '/')
      return {nullptr, redirect_301(request.target.substr(0, question - 1) + request.target.substr(question))};
  }
  return {nullptr, not_found()};
}

Response Dispatch::handled(const Route& route, const Request& request) const {
  const auto failed = [&](std::string_view why) {
    log_error("web: request " + short_form(request.id) + " (" + std::string(name_of(request.method)) + " " +
              route.pattern + ") failed: " + std::string(why));
  };
  try {
    return route.handler(request);
  } catch (const DbError& error) {
    failed(error.what());
    return store_failed(error.kind());
  } catch (const std::exception& error) {
    failed(error.what());
  } catch (...) {
    failed("not an exception of ours");
  }
  return broken();
}

Response Dispatch::run(const Route& route, Request& request) const {
  if (!is_safe(request.method) && route.intake == Intake::Form)
    if (auto refused = read_form(request)) return problem(refused->status, std::move(refused->message));
  return handled(route, request);
}

void Dispatch::fill_error_page(const Request& request, Response& response) const {
  const auto language = language_asked(request);
  Problem shown{response.status, response.message.in(language), "", language};
  if (response.status == Status::InternalError) shown.request_id = short_form(request.id);
  response.type = "text/html; charset=utf-8";
  response.body = error_page_(shown);
  mark_language(response, language);
}

Answer Dispatch::finish(const Request& request, Response response) const {
  try {
    return finished(request, std::move(response));
  } catch (const std::exception& error) {
    log_error("web: the answer to request " + short_form(request.id) + " can't be made: " + error.what());
  }
  Answer answer{broken()};
  const auto language = language_asked(request);
  answer.response.body =
      plain_error_page({Status::InternalError, answer.response.message.in(language), short_form(request.id), language});
  return answer;
}

Answer Dispatch::finished(const Request& request, Response response) const {
  if (response.status >= Status::BadRequest && !is_kept(response.body, Coding::Identity)) fill_error_page(request, response);
  Answer answer{std::move(response)};
  Response& made = answer.response;
  if (is_unchanged(request, made)) {
    made.status = Status::NotModified;
    made.body = std::string();
    answer.varies = is_compressible(made.type);
    return answer;
  }
  if (made.coding != Coding::Identity) {
    answer.coding = made.coding;
    answer.varies = true;
    return answer;
  }
  const bool stored = std::holds_alternative<std::shared_ptr<const Stored>>(made.body);
  const std::size_t size = size_of(pieces_of(made.body));
  answer.varies = size >= kSmallestCompressed && is_compressible(made.type);
  if (!answer.varies) return answer;
  const Coding wanted = best_coding(request.headers.get("accept-encoding"));
  if (stored) {
    if (is_kept(made.body, wanted)) answer.coding = wanted;
  } else if (wanted != Coding::Identity) {
    made.body = compressed(pieces_of(made.body).front(), wanted);
    made.coding = answer.coding = wanted;
  }
  return answer;
}

}  // namespace rialto::web
