#include "talk/refusal.h"

namespace rialto::talk {

std::string_view sentence(Refusal refusal) {
  switch (refusal) {
    case Refusal::ThreadNotFound:
      return "There is no such thread. It may have been hidden by a moderator.";
    case Refusal::ThreadLocked:
      return "This thread is locked: it can be read, but not answered.";
    case Refusal::BoardNotFound:
      return "There is no such board.";
    case Refusal::PostNotFound:
      return "There is no such post in this thread.";
    case Refusal::PostIsTombstone:
      return "This post is gone, so it can’t be changed or quoted.";
    case Refusal::NotYours:
      return "Only its author can do that.";
    case Refusal::NoTitle:
      return "Give it a title, so that others know what it is about.";
    case Refusal::TitleTooLong:
      return "The title is too long: 200 characters are the limit.";
    case Refusal::TitleUnreadable:
      return "The title holds characters that can’t be shown, or too many on top of each other. Please type it anew.";
    case Refusal::NoText:
      return "There is no text yet. Write something, then send it.";
    case Refusal::TextTooLong:
      return "The text is too long for one post. Send it in two, or write a review.";
    case Refusal::NoReason:
      return "Say why, in a few words: the reason stands in the public log.";
    case Refusal::Unchanged:
      return "Nothing was changed, so nothing was saved.";
    case Refusal::ModeratorsOnly:
      return "Only moderators can do that.";
    case Refusal::AlreadyReported:
      return "You have reported this already; the moderators will look at it.";
    case Refusal::ReviewNotFound:
      return "There is no such review.";
    case Refusal::BadRating:
      return "A rating is from half a star to five stars, in half stars.";
  }
  return "";
}

}  // namespace rialto::talk
