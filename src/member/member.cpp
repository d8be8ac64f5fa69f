#include "member/member.h"

#include <stdexcept>

#include "base/strings.h"
#include "db/db.h"
#include "member/member.sql.h"

namespace rialto::member {

namespace {

constexpr std::size_t kLongestGhostName = 200;

std::string url_escaped(std::string_view segment) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  std::string out;
  for (const unsigned char byte : segment) {
    const bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
                       byte == '-' || byte == '.' || byte == '_';
    if (plain) {
      out += static_cast<char>(byte);
    } else {
      out += {'%', kHex[byte >> 4], kHex[byte & 15]};
    }
  }
  return out;
}

Member member_from(sql::member_by_id::Row row) {
  return {.id = row.id,
          .kind = static_cast<Kind>(row.kind),
          .name = std::move(row.name),
          .role = static_cast<Role>(row.role),
          .state = static_cast<State>(row.state),
          .email = std::move(row.email),
          .signature = std::move(row.signature),
          .about = std::move(row.about),
          .light = std::move(row.light),
          .language = std::move(row.language),
          .origin = std::move(row.origin),
          .introduction = std::move(row.introduction),
          .created = row.created,
          .version = row.version};
}

template <class Row>
std::vector<Listed> listed(std::vector<Row> rows) {
  std::vector<Listed> list;
  list.reserve(rows.size());
  for (auto& row : rows)
    list.push_back({row.id, std::move(row.name), std::move(row.name_fold), static_cast<Role>(row.role),
                    static_cast<State>(row.state), std::move(row.email), std::move(row.introduction), row.created});
  return list;
}

// What LIKE would read as more than a letter is taken out; names hold neither. An "_" matches itself, and a bit more.
std::string beginning_pattern(std::string_view beginning) {
  return replaced(replaced(folded(beginning), "%", ""), "\\", "") + "%";
}

}  // namespace

std::string_view name_of(Role role) {
  switch (role) {
    case Role::Member:
      return "member";
    case Role::Moderator:
      return "moderator";
    case Role::Admin:
      return "admin";
  }
  throw std::logic_error("member: a role out of range");
}

std::string_view name_of(State state) {
  switch (state) {
    case State::Active:
      return "active";
    case State::Waiting:
      return "waiting";
    case State::Suspended:
      return "suspended";
    case State::Left:
      return "left";
  }
  throw std::logic_error("member: a state out of range");
}

std::optional<Role> role_named(std::string_view name) {
  for (const auto role : {Role::Member, Role::Moderator, Role::Admin})
    if (name == name_of(role)) return role;
  return std::nullopt;
}

std::optional<Member> find_member(Tx& tx, MemberId id) {
  auto row = tx.row<sql::member_by_id>({.id = id});
  if (!row) return std::nullopt;
  return member_from(std::move(*row));
}

std::optional<Member> find_member(Tx& tx, std::string_view name) {
  const auto fold = folded(name);
  const auto found = tx.row<sql::member_by_name>({.name_fold = fold});
  return found ? find_member(tx, found->id) : std::nullopt;
}

std::optional<Member> find_former_name(Tx& tx, std::string_view name) {
  const auto fold = folded(name);
  const auto found = tx.row<sql::member_by_former_name>({.name_fold = fold});
  return found ? find_member(tx, found->id) : std::nullopt;
}

std::unordered_map<MemberId, Byline> bylines(Tx& tx, std::span<const MemberId> ids) {
  std::unordered_map<MemberId, Byline> found;
  if (ids.empty()) return found;
  for (auto& row : tx.rows<sql::member_bylines>({.ids = ids}))
    found.emplace(row.id,
                  Byline{row.id, static_cast<Kind>(row.kind), std::move(row.name), static_cast<State>(row.state)});
  return found;
}

std::vector<std::string> names_known(Tx& tx, std::span<const std::string> names) {
  std::vector<std::string> folds, known;
  for (const auto& name : names) folds.push_back(folded(name));
  if (folds.empty()) return known;
  for (auto& row : tx.rows<sql::member_names_known>({.folds = folds})) known.push_back(std::move(row.name_fold));
  return known;
}

std::string address_of(Kind kind, MemberId id, std::string_view name) {
  return kind == Kind::Ghost ? "/ghost/" + short_form(id) : "/member/" + url_escaped(name);
}

std::string address_of(const Byline& byline) {
  return address_of(byline.kind, byline.id, byline.name);
}

std::string address_of(const Member& member) {
  return address_of(member.kind, member.id, member.name);
}

std::optional<Member> find_at_address(Tx& tx, std::string_view name) {
  auto found = find_member(tx, name);
  return found ? found : find_former_name(tx, name);
}

MemberId ghost_for(Tx& tx, std::string_view source, std::string_view name, Time at) {
  const auto kept = cut_utf8(trimmed(name), kLongestGhostName);
  if (kept.empty()) throw std::logic_error("member: a ghost without a name");
  const auto origin = "import " + std::string(source);
  if (const auto known = tx.row<sql::member_ghost>({.origin = origin, .skeleton = kept})) return known->id;
  const auto id = make_id<MemberId>();
  const auto fold = folded(kept);
  tx.run<sql::member_add>({.id = id,
                           .kind = static_cast<int>(Kind::Ghost),
                           .name = kept,
                           .name_fold = fold,
                           .skeleton = kept,
                           .origin = origin,
                           .created = at});
  return tx.row<sql::member_ghost>({.origin = origin, .skeleton = kept})->id;
}

std::vector<Listed> list_members(Tx& tx, std::string_view beginning, std::string_view after, int limit) {
  const auto pattern = beginning_pattern(beginning);
  return listed(tx.rows<sql::member_list>({.pattern = pattern, .after = after, .limit = limit}));
}

std::vector<Listed> members_in(Tx& tx, State state, int limit) {
  return listed(tx.rows<sql::member_list_in_state>({.state = static_cast<int>(state), .limit = limit}));
}

std::int64_t count_members(Tx& tx, State state) {
  return tx.row<sql::member_count_in_state>({.state = static_cast<int>(state)})->count;
}

}  // namespace rialto::member
