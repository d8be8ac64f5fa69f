// What a viewer may do: pure rules that read as sentences. An author that was not kept is nullopt.
#pragma once

#include <optional>

#include "member/viewer.h"

namespace rialto::member {

inline bool is_author(const Viewer& viewer, std::optional<MemberId> author) {
  return viewer.signed_in() && author == viewer.member;
}
inline bool may_administer(const Viewer& viewer) {
  return viewer.signed_in() && viewer.role == Role::Admin;
}
inline bool may_moderate(const Viewer& viewer) {
  return viewer.signed_in() && (viewer.role == Role::Moderator || viewer.role == Role::Admin);
}
inline bool may_write(const Viewer& viewer) {
  return viewer.signed_in();
}
inline bool may_report(const Viewer& viewer) {
  return viewer.signed_in();
}

// Words are their author's alone; moderators remove, they don't rewrite.
inline bool may_edit(const Viewer& viewer, std::optional<MemberId> author) {
  return is_author(viewer, author);
}
inline bool may_delete(const Viewer& viewer, std::optional<MemberId> author) {
  return is_author(viewer, author);
}
inline bool may_remove(const Viewer& viewer) {
  return may_moderate(viewer);
}
inline bool may_see_hidden(const Viewer& viewer) {
  return may_moderate(viewer);
}
inline bool may_reply_to_locked(const Viewer& viewer) {
  return may_moderate(viewer);
}

inline bool may_edit_catalogue(const Viewer& viewer) {
  return viewer.signed_in();
}
inline bool may_take_back_change(const Viewer& viewer, std::optional<MemberId> editor) {
  return is_author(viewer, editor) || may_moderate(viewer);
}
inline bool may_decide_doubts(const Viewer& viewer) {
  return may_moderate(viewer);
}

// A moderator can't act on those who may moderate; an admin can on anyone but themselves.
inline bool may_suspend(const Viewer& viewer, MemberId whom, Role their_role) {
  if (viewer.member == whom) return false;
  return may_administer(viewer) || (may_moderate(viewer) && their_role == Role::Member);
}
inline bool may_invite(const Viewer& viewer) {
  return may_administer(viewer);
}

}  // namespace rialto::member
