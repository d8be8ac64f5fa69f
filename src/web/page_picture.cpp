#include "web/page_picture.h"

#include <optional>
#include <system_error>
#include <vector>

#include "base/digest.h"
#include "base/id.h"
#include "base/log.h"
#include "base/strings.h"
#include "db/db.h"
#include "picture/folder.h"
#include "picture/remake.h"
#include "say/editor.h"
#include "talk/picture.h"
#include "web/etag.h"
#include "web/picture_files.h"
#include "web/visit.h"

namespace rialto::web {

namespace {

constexpr std::string_view kAskedAgain = "private, no-cache";  // a text may be taken away, and its pictures with it
constexpr std::string_view kForItsMember = "private, no-store";
constexpr std::size_t kWordsLimit = 1000;  // bytes of what is to be seen

std::string_view sentence(picture::Refused refused, Language language) {
  switch (refused) {
    case picture::Refused::TooManyBytes: return say::editor::large(language);
    case picture::Refused::NotAPicture: return say::editor::not_a_picture(language);
    case picture::Refused::TooManyPixels: return say::editor::many_pixels(language);
    case picture::Refused::Broken: return say::editor::broken(language);
    case picture::Refused::TooSlow: return say::editor::slow(language);
    case picture::Refused::Busy: break;
  }
  return say::editor::busy(language);
}

// What may stand between the brackets of ![…].
std::string bracket_words(std::string_view words) {
  std::string out;
  for (const char letter : cut_utf8(trimmed(words), kWordsLimit))
    out += letter == '[' || letter == ']' || letter == '\n' || letter == '\r' ? ' ' : letter;
  return out;
}

struct Kept {
  std::string markdown;  // empty: it was not taken
  std::string why_not;
};

// What the database knows of a picture before it is made.
struct Standing {
  std::optional<talk::Picture> there;
  std::optional<talk::Refusal> refusal;
};

Standing standing_of(Visit& visit, const std::string& key) {
  return visit.db().read([&](Tx& tx) {
    Standing standing{.there = {}, .refusal = talk::picture_refused(tx, visit.viewer.member, key)};
    for (auto& picture : talk::find_pictures(tx, {key})) standing.there = std::move(picture);
    return standing;
  });
}

// Here and below: the sentence that says why not; nothing if it went well.
std::optional<std::string_view> not_noted(Visit& visit, const talk::Picture& picture) {
  const auto refusal = visit.db().write([&](Tx& tx) { return talk::add_picture(tx, visit.viewer.member, picture); });
  return refusal ? std::optional(talk::sentence(*refusal, visit.language)) : std::nullopt;
}

// Its files first, so that there are files wherever there is a row. Where there comes to be no row, they go again.
std::optional<std::string_view> not_stored(Visit& visit, const std::string& key, const std::vector<picture::Sheet>& sheets) {
  const auto& widest = sheets.back();
  try {
    visit.site.pictures().keep(key, sheets);
  } catch (const std::system_error& error) {
    log_error(error.what());
    return say::editor::not_kept(visit.language);
  }
  const auto why = not_noted(visit, {.key = key, .width = widest.width, .height = widest.height});
  if (why) visit.site.pictures().drop(key, widest.width);
  return why;
}

std::optional<std::string_view> not_taken(Visit& visit, const std::string& key, const std::string& bytes) {
  if (!visit.site.sending().admits(visit.viewer.member.value, now())) return say::editor::busy(visit.language);
  const auto standing = standing_of(visit, key);
  if (standing.refusal) return talk::sentence(*standing.refusal, visit.language);
  if (standing.there && visit.site.pictures().has_all(key, static_cast<int>(standing.there->width)))
    return not_noted(visit, *standing.there);
  const auto remade = picture::remake(bytes);
  if (const auto* refused = std::get_if<picture::Refused>(&remade)) return sentence(*refused, visit.language);
  return not_stored(visit, key, std::get<std::vector<picture::Sheet>>(remade));
}

Kept keep(Visit& visit, const std::string& bytes, std::string_view words) {
  const auto key = hex(digest({"picture", short_form(visit.viewer.member), bytes})).substr(0, kHexToken);
  if (const auto why = not_taken(visit, key, bytes)) return {.markdown = "", .why_not = std::string(*why)};
  return {.markdown = "![" + bracket_words(words) + "](" + picture_address(key) + ")", .why_not = ""};
}

Response plainly(Status status, std::string words) {
  auto response = text(std::move(words));
  response.status = status;
  response.cache_control = "no-store";
  return response;
}

}  // namespace

Response picture_file(Visit& visit) {
  const std::string name(visit.request.params.get("name"));
  const auto key = picture::key_in(name);
  if (!key) return nothing_here(visit);
  const auto viewer = visit.viewer.signed_in() ? std::optional(visit.viewer.member) : std::nullopt;
  const auto sight = visit.db().read([&](Tx& tx) { return talk::sight_of(tx, *key, viewer); });
  if (sight == talk::Sight::Nobody) return nothing_here(visit);
  // The key is made of what is in the file, so that its name is a tag for it.
  auto response = bytes("image/webp", "");
  response.etag = name;
  response.cache_control = sight == talk::Sight::Everybody ? kAskedAgain : kForItsMember;
  if (has_current(visit.request, name)) return response;
  auto file = visit.site.pictures().read(name);
  if (!file) return nothing_here(visit);
  response.body = std::move(*file);
  return response;
}

Response take_picture(Visit& visit) {
  if (!visit.viewer.signed_in()) return plainly(Status::Forbidden, std::string(say::editor::sign_in_first(visit.language)));
  for (const auto& upload : visit.request.uploads) {
    if (upload.field != "picture") continue;
    auto kept = keep(visit, upload.bytes, visit.request.form.get("words"));
    return kept.markdown.empty() ? plainly(Status::UnprocessableContent, std::move(kept.why_not))
                                 : plainly(Status::Ok, std::move(kept.markdown));
  }
  return plainly(Status::UnprocessableContent, std::string(say::editor::no_picture(visit.language)));
}

bool take_pictures(Visit& visit, Written& written) {
  std::size_t count = 0;
  bool all_taken = true;
  for (const auto& upload : visit.request.uploads) {
    if (upload.field != "picture") continue;
    const auto kept = ++count > kPicturesAForm
                          ? Kept{.markdown = "", .why_not = std::string(say::editor::many_at_once(visit.language))}
                          : keep(visit, upload.bytes, visit.request.form.get("words"));
    if (kept.markdown.empty()) {
      written.text_error = kept.why_not;
      all_taken = false;
    } else {
      written.text += (written.text.empty() ? "" : "\n\n") + kept.markdown;
    }
  }
  return all_taken;
}

}  // namespace rialto::web
