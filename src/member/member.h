// Members, and ghosts: the authors of imported posts who have no account (yet).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/id.h"
#include "base/time.h"

namespace rialto {
class Tx;
}

namespace rialto::member {

enum class Kind { Ghost = 0, Member = 1 };
enum class Role { Member = 0, Moderator = 1, Admin = 2 };
enum class State { Active = 0, Waiting = 1, Suspended = 2, Left = 3 };

std::string_view name_of(Role role);    // "member", "moderator", "admin"
std::string_view name_of(State state);  // "active", "waiting", "suspended", "left"
std::optional<Role> role_named(std::string_view name);

// What a member has asked for of films that they haven't seen.
struct Reading {
  bool screens = false;        // their boards and reviews stand behind a screen
  bool scores_hidden = false;  // their ratings aren't shown
};

struct Member {
  MemberId id;
  Kind kind = Kind::Member;
  std::string name;
  Role role = Role::Member;
  State state = State::Active;
  std::string email;
  std::string signature;     // Markdown
  std::string about;         // Markdown
  std::string light;         // "night", "day" or ""
  std::string language;      // BCP 47 or ""
  std::string origin;        // of a ghost: the source it came from
  std::string introduction;  // what was written when asking to join
  Time created;
  std::int64_t version = 1;
};

// What stands above a post.
struct Byline {
  MemberId id;
  Kind kind = Kind::Member;
  std::string name;
  State state = State::Active;
};

std::optional<Member> find_member(Tx& tx, MemberId id);

// An account by its name, in any case and with any accents. Ghosts of imports are found by their id only.
std::optional<Member> find_member(Tx& tx, std::string_view name);

// Who went by this name before; its page leads to the present one.
std::optional<Member> find_former_name(Tx& tx, std::string_view name);

// The names of many, by one query. Ids that are nobody's are left out.
std::unordered_map<MemberId, Byline> bylines(Tx& tx, std::span<const MemberId> ids);

// Which of these names (in any case, with any accents) are accounts'; folded. One query.
std::vector<std::string> names_known(Tx& tx, std::span<const std::string> names);

// Where the page of a member or ghost is: "/member/Ana", "/ghost/1a2b3c" for a ghost.
std::string address_of(Kind kind, MemberId id, std::string_view name);
std::string address_of(const Byline& byline);
std::string address_of(const Member& member);

// Who is meant by what stands behind "/member/": who has this name, or else who had it last.
std::optional<Member> find_at_address(Tx& tx, std::string_view name);

// The author `name` of an imported text: the same ghost whenever source and name are the same, made when there is none.
// The name stays as it was kept (at most 200 bytes of it); it is not empty.
MemberId ghost_for(Tx& tx, std::string_view source, std::string_view name, Time at);

// For lists: accounts whose name begins with `beginning`, by name, after the folded name `after`.
struct Listed {
  MemberId id;
  std::string name;
  std::string name_fold;
  Role role = Role::Member;
  State state = State::Active;
  std::string email;
  std::string introduction;
  Time created;
};
std::vector<Listed> list_members(Tx& tx, std::string_view beginning, std::string_view after, int limit);
std::vector<Listed> members_in(Tx& tx, State state, int limit);
std::int64_t count_members(Tx& tx, State state);

}  // namespace rialto::member
