#include "talk/picture.h"

#include <algorithm>

#include "base/digest.h"
#include "db/db.h"
#include "talk/picture.sql.h"

namespace rialto::talk {

namespace {

constexpr Seconds kDay{86'400};
constexpr Seconds kStrayKept{7 * 86'400};
constexpr std::string_view kAddress = "/picture/";

std::string name_of(Shows kind) {
  return kind == Shows::Post ? "post" : "review";
}

}  // namespace

std::optional<Refusal> picture_refused(Tx& tx, MemberId member, const std::string& key) {
  if (tx.row<sql::picture_of>({.key = key})) return std::nullopt;
  const auto lately = tx.row<sql::pictures_since>({.member = member, .since = now() - kDay})->count;
  return lately >= kPicturesADay ? std::optional(Refusal::TooManyPictures) : std::nullopt;
}

std::optional<Refusal> add_picture(Tx& tx, MemberId member, const Picture& picture) {
  if (const auto refusal = picture_refused(tx, member, picture.key)) return refusal;
  tx.run<sql::picture_add>(
      {.key = picture.key, .member = member, .width = picture.width, .height = picture.height, .at = now()});
  return std::nullopt;
}

std::vector<Picture> find_pictures(Tx& tx, const std::vector<std::string>& keys) {
  std::vector<Picture> pictures;
  if (keys.empty()) return pictures;
  for (auto& row : tx.rows<sql::pictures_named>({.keys = keys}))
    pictures.push_back({.key = std::move(row.key), .width = row.width, .height = row.height});
  return pictures;
}

Sight sight_of(Tx& tx, const std::string& key, std::optional<MemberId> viewer) {
  const auto picture = tx.row<sql::picture_of>({.key = key});
  if (!picture) return Sight::Nobody;
  if (tx.row<sql::picture_shown>({.picture = key})) return Sight::Everybody;
  return viewer == picture->member ? Sight::ItsMember : Sight::Nobody;
}

std::vector<std::string> pictures_in(std::string_view text) {
  std::vector<std::string> keys;
  for (auto at = text.find(kAddress); at != std::string_view::npos; at = text.find(kAddress, at + 1)) {
    std::string key(text.substr(at + kAddress.size(), kHexToken));
    if (!is_hex_token(key) || std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
    keys.push_back(std::move(key));
    if (keys.size() == kPicturesInAText) break;
  }
  return keys;
}

void note_pictures(Tx& tx, Shows kind, std::int64_t subject, std::string_view text) {
  tx.run<sql::picture_hide_all>({.kind = name_of(kind), .subject = subject});
  show_pictures(tx, kind, subject, text);
}

void show_pictures(Tx& tx, Shows kind, std::int64_t subject, std::string_view text) {
  for (const auto& picture : find_pictures(tx, pictures_in(text)))
    tx.run<sql::picture_show>({.picture = picture.key, .kind = name_of(kind), .subject = subject});
}

void withdraw_pictures_of(Tx& tx, MemberId member) {
  tx.run<sql::pictures_withdraw_all>({.member = member});
}

std::vector<Picture> forget_stray_pictures(Tx& tx) {
  std::vector<Picture> forgotten;
  for (const auto& row : tx.rows<sql::pictures_unused>({.before = now() - kStrayKept})) {
    tx.run<sql::picture_drop>({.key = row.key});
    forgotten.push_back({.key = row.key, .width = row.width, .height = row.height});
  }
  return forgotten;
}

}  // namespace rialto::talk
