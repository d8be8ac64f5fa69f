// Why something that a member wanted to do to talk is refused, and what to tell them.
#pragma once

#include <string_view>

#include "say/language.h"

namespace rialto::talk {

enum class Refusal {
  ThreadNotFound,
  ThreadLocked,
  BoardNotFound,
  PostNotFound,
  PostIsTombstone,
  NotYours,
  NoTitle,
  TitleTooLong,
  TitleUnreadable,
  NoText,
  TextTooLong,
  NoReason,
  Unchanged,
  ModeratorsOnly,
  AlreadyReported,
  ReviewNotFound,
  BadRating,
  TooManyPictures,
  NoSuchWords,
  TooManyCorrections,
  NoSpoilerLabel,
};

// A plain sentence with what to do next.
std::string_view sentence(Refusal refusal, Language language);

}  // namespace rialto::talk
