#include "web/device_name.h"

#include <array>

#include "say/account.h"

namespace rialto::web {

namespace {

struct Token {
  std::string_view token;
  std::string_view name;
};

// In this order: browsers also bear the names of those whom they resemble.
constexpr std::array kBrowsers = {
    Token{"Edg", "Edge"},         Token{"OPR/", "Opera"},     Token{"Vivaldi/", "Vivaldi"},
    Token{"Firefox/", "Firefox"}, Token{"Chrome/", "Chrome"}, Token{"CriOS/", "Chrome"},
    Token{"FxiOS/", "Firefox"},   Token{"Safari/", "Safari"}, Token{"curl/", "curl"}};
constexpr std::array kSystems = {Token{"Android", "Android"}, Token{"iPhone", "iPhone"},  Token{"iPad", "iPad"},
                                 Token{"Windows", "Windows"}, Token{"Mac OS X", "Mac"},     Token{"CrOS", "ChromeOS"},
                                 Token{"Linux", "Linux"}};

template <class Tokens>
std::string_view name_in(const Tokens& tokens, std::string_view agent) {
  for (const auto& one : tokens)
    if (agent.find(one.token) != std::string_view::npos) return one.name;
  return {};
}

// "an iPhone"; systems that are no thing have no article.
std::string_view with_article(std::string_view system, Language language) {
  if (system == "iPhone") return say::account::an_iphone(language);
  if (system == "iPad") return say::account::an_ipad(language);
  return system == "Mac" ? say::account::a_mac(language) : system;
}

}  // namespace

std::string device_name(std::string_view user_agent, Language language) {
  const auto known = name_in(kBrowsers, user_agent);
  const auto system = name_in(kSystems, user_agent);
  const auto browser = known.empty() ? say::account::a_browser(language) : known;
  return system.empty() ? std::string(browser) : say::account::browser_on(language, browser, with_article(system, language));
}

}  // namespace rialto::web
