#include "web/writing.h"

#include "base/digest.h"
#include "db/db.h"
#include "say/frame.h"
#include "talk/draft.h"
#include "text/escape.h"
#include "text/markup.h"
#include "web/draft_preview.h"
#include "web/form.h"
#include "web/percent.h"
#include "web/visit.h"

namespace rialto::web {

namespace {

constexpr std::size_t kMostFields = 40;  // of a form that is kept

// Where the form is: its address without what only concerns the draft.
std::string place_of(const Visit& visit) {
  const auto& target = visit.request.target;
  return target.substr(0, target.find('?'));
}

// All fields as one text, for a draft.
std::string as_text(const Fields& fields) {
  std::string text;
  for (std::size_t i = 0; i < fields.size(); ++i)
    text += (i > 0 ? "&" : "") + percent_encoded(fields[i].name) + "=" + percent_encoded(fields[i].value);
  return text;
}

}  // namespace

Written written_in(const Visit& visit) {
  Written written{.title = visit.field("title"), .text = visit.field("text"), .form = visit.field("key")};
  if (!is_hex_token(written.form)) written.form.clear();
  written.previewed = visit.request.form.has("preview");
  return written;
}

Written written_or_draft(Visit& visit) {
  const std::string token(visit.request.query.get("draft"));
  if (is_hex_token(token)) {
    const auto draft = visit.db().write([&](Tx& tx) { return talk::take_draft(tx, token, visit.viewer.member); });
    if (draft) return {.title = draft->title, .text = draft->body, .form = draft->token};
  }
  if (visit.request.query.has("fresh")) return {.title = "", .text = "", .form = random_token()};
  auto kept = visit.db().read([&](Tx& tx) { return talk::draft_at(tx, visit.viewer.member, place_of(visit)); });
  if (!kept) return {.title = "", .text = "", .form = random_token()};
  return {.title = std::move(kept->title), .text = std::move(kept->body), .form = random_token(), .kept = kept->at};
}

void forget_draft(Tx& tx, const Visit& visit, const Written& written) {
  talk::drop_draft(tx, written.form);
  talk::drop_drafts_at(tx, visit.viewer.member, place_of(visit));
}

Response keep_and_sign_in(Visit& visit, const Written& written, std::string_view also) {
  const auto token = written.form.empty() ? random_token() : written.form;
  auto back = place_of(visit);
  back.append("?draft=").append(token).append(also);
  visit.db().write([&](Tx& tx) {
    talk::forget_stray_drafts(tx);
    talk::save_draft(tx, {.token = token,
                          .member = {},
                          .place = place_of(visit),
                          .title = written.title,
                          .body = written.text,
                          .at = now()});
  });
  std::string address = "/sign-in?back=";
  text::append_query(address, back);
  return redirect_303(std::move(address));
}

Response keep_form_and_sign_in(Visit& visit) {
  Written written;
  written.text = as_text(visit.request.form);
  return keep_and_sign_in(visit, written);
}

std::optional<Fields> kept_fields(Visit& visit) {
  if (!visit.request.query.has("draft")) return std::nullopt;
  Fields fields;
  const auto read = read_urlencoded(written_or_draft(visit).text, kMostFields, fields);
  return read && fields.has("key") ? std::optional(std::move(fields)) : std::nullopt;
}

void tell(Written& written, talk::Refusal refusal, Language language) {
  using talk::Refusal;
  const bool of_title =
      refusal == Refusal::NoTitle || refusal == Refusal::TitleTooLong || refusal == Refusal::TitleUnreadable;
  (of_title ? written.title_error : written.text_error) = talk::sentence(refusal, language);
}

view::Editor editor_of(const Visit& visit, const Written& written, const std::string& device_draft) {
  view::Editor editor;
  editor.label = say::frame::your_words(visit.language);
  editor.text = written.text;
  editor.error = written.text_error;
  editor.draft = device_draft;
  editor.previewed = written.previewed;
  if (written.kept) editor.kept = std::to_string(written.kept->micros / 1000);
  if (written.previewed) editor.preview = preview_of(visit, written.text, place_of(visit));
  return editor;
}

}  // namespace rialto::web
