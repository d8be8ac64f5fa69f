#include "talk/refusal.h"

#include "say/names.h"
#include "say/thread.h"

namespace rialto::talk {

std::string_view sentence(Refusal refusal, Language language) {
  switch (refusal) {
    case Refusal::ThreadNotFound:
      return say::thread::thread_not_found(language);
    case Refusal::ThreadLocked:
      return say::thread::thread_locked(language);
    case Refusal::BoardNotFound:
      return say::thread::board_not_found(language);
    case Refusal::PostNotFound:
      return say::thread::post_not_found(language);
    case Refusal::PostIsTombstone:
      return say::thread::post_is_gone(language);
    case Refusal::NotYours:
      return say::thread::not_yours(language);
    case Refusal::NoTitle:
      return say::thread::no_title(language);
    case Refusal::TitleTooLong:
      return say::thread::title_too_long(language);
    case Refusal::TitleUnreadable:
      return say::thread::title_unreadable(language);
    case Refusal::NoText:
      return say::thread::no_text(language);
    case Refusal::TextTooLong:
      return say::thread::text_too_long(language);
    case Refusal::NoReason:
      return say::thread::no_reason(language);
    case Refusal::Unchanged:
      return say::thread::unchanged(language);
    case Refusal::ModeratorsOnly:
      return say::thread::moderators_only(language);
    case Refusal::AlreadyReported:
      return say::thread::already_reported(language);
    case Refusal::ReviewNotFound:
      return say::thread::review_not_found(language);
    case Refusal::BadRating:
      return say::thread::bad_rating(language);
    case Refusal::TooManyPictures:
      return say::thread::too_many_pictures(language);
    case Refusal::NoSuchWords:
      return say::names::no_such_words(language);
    case Refusal::TooManyCorrections:
      return say::names::too_many(language);
    case Refusal::NoSpoilerLabel:
      return say::thread::no_spoiler_label(language);
  }
  return "";
}

}  // namespace rialto::talk
