#include "web/device_name.h"

#include <array>

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
constexpr std::array kSystems = {Token{"Android", "Android"}, Token{"iPhone", "an iPhone"}, Token{"iPad", "an iPad"},
                                 Token{"Windows", "Windows"}, Token{"Mac OS X", "a Mac"},   Token{"CrOS", "ChromeOS"},
                                 Token{"Linux", "Linux"}};

template <class Tokens>
std::string_view name_in(const Tokens& tokens, std::string_view agent) {
  for (const auto& one : tokens)
    if (agent.find(one.token) != std::string_view::npos) return one.name;
  return {};
}

}  // namespace

std::string device_name(std::string_view user_agent) {
  const auto browser = name_in(kBrowsers, user_agent);
  const auto system = name_in(kSystems, user_agent);
  if (browser.empty() && system.empty()) return "A browser";
  auto name = std::string(browser.empty() ? "A browser" : browser);
  if (!system.empty()) name += " on " + std::string(system);
  return name;
}

}  // namespace rialto::web
