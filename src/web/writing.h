// What somebody is writing: the fields of a writing form, kept as a draft when its session is lost, and shown again
// with what is wrong.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"
#include "talk/refusal.h"
#include "web/http.h"
#include "web/view/frame.h"

namespace rialto {
class Tx;
}

namespace rialto::web {

struct Visit;

struct Written {
  std::string title;
  std::string text;
  std::string form;  // the form's token: makes one post of a form that is sent twice, and names its draft
  std::string title_error;
  std::string text_error;
  bool previewed = false;
  std::optional<Time> kept;  // it is a draft that was kept then
};

// What was sent with the form.
Written written_in(const Visit& visit);

// For a form that is opened: the draft that ?draft=TOKEN names if it is the viewer's, or else the one that they kept at
// this place, unless ?fresh asks for none; or else an empty one with a new token.
Written written_or_draft(Visit& visit);

// Once it was sent: no draft of it is left.
void forget_draft(Tx& tx, const Visit& visit, const Written& written);

// Keeps the text as a draft and asks to sign in; afterwards the form is there again with the text in it, and its address
// says `also` ("&rating=9") besides.
Response keep_and_sign_in(Visit& visit, const Written& written, std::string_view also = "");

// The same for a form of many fields, one of them "key"; and these fields when it is opened again, nothing if none were kept.
Response keep_form_and_sign_in(Visit& visit);
std::optional<Fields> kept_fields(Visit& visit);

// Notes beside the field what is wrong with it.
void tell(Written& written, talk::Refusal refusal, Language language);

// `device_draft`: under which name the browser keeps what is typed.
view::Editor editor_of(const Visit& visit, const Written& written, const std::string& device_draft);

}  // namespace rialto::web
