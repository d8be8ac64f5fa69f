#include "web/language.h"

#include "say/language_choice.h"

namespace rialto::web {

Language language_asked(const Request& request) {
  if (const auto chosen = say::language_tagged(request.cookies.get(kLanguageCookie))) return *chosen;
  return say::preferred_language(request.headers.get("accept-language"));
}

Language language_of(const Request& request, std::string_view chosen) {
  const auto kept = say::language_tagged(chosen);
  return kept ? *kept : language_asked(request);
}

void mark_language(Response& response, Language language) {
  response.headers.emplace_back("Content-Language", say::tag_of(language));
  response.headers.emplace_back("Vary", "Accept-Language, Cookie");
}

}  // namespace rialto::web
