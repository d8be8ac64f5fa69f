#include "member/setting.h"

#include <charconv>
#include <stdexcept>

#include "db/db.h"
#include "member/setting.sql.h"

namespace rialto::member {

std::string_view name_of(SignUpWay way) {
  switch (way) {
    case SignUpWay::Open:
      return "open";
    case SignUpWay::Invitation:
      return "invitation";
    case SignUpWay::Approval:
      return "approval";
    case SignUpWay::Closed:
      return "closed";
  }
  throw std::logic_error("member: a way to sign up out of range");
}

std::optional<SignUpWay> sign_up_way_named(std::string_view name) {
  for (const auto way : {SignUpWay::Open, SignUpWay::Invitation, SignUpWay::Approval, SignUpWay::Closed})
    if (name == name_of(way)) return way;
  return std::nullopt;
}

std::optional<std::int64_t> writes_a_minute_in(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  if (number < 0 || number > kMostWritesAMinute) return std::nullopt;
  return number;
}

Settings read_settings(Tx& tx) {
  Settings settings;
  for (auto& row : tx.rows<sql::setting_all>()) {
    if (row.name == "site_name") settings.site_name = std::move(row.value);
    // A way that this program doesn't know keeps the door shut.
    else if (row.name == "sign_up")
      settings.sign_up = sign_up_way_named(row.value).value_or(SignUpWay::Closed);
    else if (row.name == "about")
      settings.about = std::move(row.value);
    else if (row.name == "rules")
      settings.rules = std::move(row.value);
    else if (row.name == "contact")
      settings.contact = std::move(row.value);
    else if (row.name == "writes_a_minute")
      settings.writes_a_minute = writes_a_minute_in(row.value).value_or(settings.writes_a_minute);
  }
  return settings;
}

void write_settings(Tx& tx, const Settings& settings) {
  write_setting(tx, "site_name", settings.site_name);
  write_setting(tx, "sign_up", name_of(settings.sign_up));
  write_setting(tx, "about", settings.about);
  write_setting(tx, "rules", settings.rules);
  write_setting(tx, "contact", settings.contact);
  write_setting(tx, "writes_a_minute", std::to_string(settings.writes_a_minute));
}

std::optional<std::string> read_setting(Tx& tx, std::string_view name) {
  for (auto& row : tx.rows<sql::setting_all>())
    if (row.name == name) return std::move(row.value);
  return std::nullopt;
}

void write_setting(Tx& tx, std::string_view name, std::string_view value) {
  tx.run<sql::setting_put>({.name = name, .value = value});
}

}  // namespace rialto::member
