// Ids are 64-bit, made by us, in order of time, and typed: a FilmId is never taken for a PostId.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace rialto {

template <class Tag>
struct Id {
  std::int64_t value = 0;

  friend auto operator<=>(Id, Id) = default;
  explicit operator bool() const { return value != 0; }
};

using FilmId = Id<struct FilmTag>;
using PersonId = Id<struct PersonTag>;
using CreditId = Id<struct CreditTag>;
using SceneId = Id<struct SceneTag>;
using BoardId = Id<struct BoardTag>;
using ThreadId = Id<struct ThreadTag>;
using PostId = Id<struct PostTag>;
using ReviewId = Id<struct ReviewTag>;
using ViewingId = Id<struct ViewingTag>;
using ListId = Id<struct ListTag>;
using MemberId = Id<struct MemberTag>;
using SessionId = Id<struct SessionTag>;
using InviteId = Id<struct InviteTag>;
using ReportId = Id<struct ReportTag>;
using ActId = Id<struct ActTag>;
using OriginId = Id<struct OriginTag>;
using DoubtId = Id<struct DoubtTag>;
using DraftId = Id<struct DraftTag>;
using ChangeId = Id<struct ChangeTag>;

// The next id: milliseconds since 2026-01-01 in the upper bits, then the node (0 to 1023), then a counter.
// Larger than every id that this process made before. Safe from any thread.
std::int64_t next_id();

// Tells this process's node apart from others on the same database. Called once, before the first id is made.
void set_id_node(int node);

template <class AnyId>
AnyId make_id() {
  return AnyId{next_id()};
}

// The short form that addresses carry: Crockford's base 32 in lower case, without leading zeros ("0" for 0).
std::string short_form(std::int64_t id);

// Reads the short form back, forgiving case; nothing if a character is foreign or the number is too large.
std::optional<std::int64_t> from_short_form(std::string_view text);

template <class Tag>
std::string short_form(Id<Tag> id) {
  return short_form(id.value);
}

}  // namespace rialto

template <class Tag>
struct std::hash<rialto::Id<Tag>> {
  std::size_t operator()(rialto::Id<Tag> id) const noexcept { return std::hash<std::int64_t>{}(id.value); }
};
