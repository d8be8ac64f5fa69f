// What admins decide about the whole site. Read all at once; what was never set has its default here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rialto {
class Tx;
}

namespace rialto::member {

// How one becomes a member: at once; with an invitation; after an admin's word; not at all.
enum class SignUpWay { Open, Invitation, Approval, Closed };

std::string_view name_of(SignUpWay way);  // "open", "invitation", "approval", "closed"
std::optional<SignUpWay> sign_up_way_named(std::string_view name);

inline constexpr std::int64_t kMostWritesAMinute = 10'000;
std::optional<std::int64_t> writes_a_minute_in(std::string_view text);  // nothing if it is no number from 0 to the most

struct Settings {
  std::string site_name = "Rialto";
  SignUpWay sign_up = SignUpWay::Open;
  std::string about;    // Markdown, on the page about the site
  std::string rules;    // Markdown, shown to those who sign up
  std::string contact;  // an address of an admin, public
  std::int64_t writes_a_minute = 60;  // by one member: posts, reviews, edits, ratings, reports; 0: as many as they like

  friend bool operator==(const Settings&, const Settings&) = default;
};

Settings read_settings(Tx& tx);
void write_settings(Tx& tx, const Settings& settings);

// Single values of other nouns, under names of their own ("mask.since").
std::optional<std::string> read_setting(Tx& tx, std::string_view name);
void write_setting(Tx& tx, std::string_view name, std::string_view value);

}  // namespace rialto::member
