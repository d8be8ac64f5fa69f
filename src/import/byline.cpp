#include "import/byline.h"

#include <vector>

#include "base/strings.h"
#include "import/page_words.h"
#include "import/post_head.h"
#include "import/word_lists.h"

namespace rialto::imports {
namespace {

bool tells_of_a_change(std::string_view fold) {
  static const auto kStarts = folded_list(
      "updated|last updated|last modified|last edited|edited|modified|aktualisiert|zuletzt aktualisiert|"
      "zuletzt geändert|letzte änderung|mis à jour|dernière mise à jour|modifié|dernière modification|actualizado|"
      "última actualización|actualización|aggiornato|aggiornamento|ultimo aggiornamento|atualizado|última atualização|"
      "bijgewerkt|laatst bijgewerkt|обновлено|последнее обновление|zaktualizowano|uppdaterat|uppdaterad|oppdatert|"
      "opdateret|güncelleme|güncellendi|更新|最終更新|已更新|업데이트|최종 수정");
  return starts_with_any(fold, kStarts);
}

std::vector<std::string> pieces_of(std::string_view line) {
  std::string text(line);
  for (const char* sign : {" | ", " · ", " • ", " – ", " — ", " / ", "  ", "\t", "•", "·", "|"})
    text = replaced(text, sign, "\n");
  std::vector<std::string> pieces;
  for (const auto piece : split(text, '\n'))
    if (!trimmed(piece).empty()) pieces.emplace_back(trimmed(piece));
  return pieces;
}

void read_piece(const std::string& piece, Byline& byline, const DateReading& how) {
  const std::string fold = folded(piece);
  if (const auto minutes = minutes_in(fold); minutes && fold.size() < 40) {
    byline.minutes = minutes;
    return;
  }
  if (tells_of_a_change(fold)) {
    byline.updated = true;
    return;
  }
  if (const auto head = post_head_in(piece, fold, how); head && head->has_date) {
    byline.has_date = true;
    byline.date = head->date;
    if (head->author && !byline.writer) byline.writer = head->author;
    return;
  }
  if (auto name = byline_in(piece); name && !byline.writer) {
    // "Posted by Ana at 9:41 PM"
    for (const char* clock : {" at ", " um ", " à ", " a las ", " alle "})
      if (const auto at = name->rfind(clock);
          at != std::string::npos && at + 4 < name->size() && name->find(':', at) != std::string::npos)
        name->resize(at);
    if (is_name_like(*name)) byline.writer = *name;
  }
}

}  // namespace

Byline read_byline(std::string_view line, const DateReading& how) {
  Byline byline;
  if (line.size() > 200) return byline;
  for (const auto& piece : pieces_of(line)) read_piece(piece, byline, how);
  // "Ana Linden · Jul 17 · 5 min read": the name has no word of its own.
  if (!byline.writer && (byline.has_date || byline.minutes))
    for (const auto& piece : pieces_of(line)) {
      const std::string fold = folded(piece);
      if (minutes_in(fold) || find_date(piece, how) || tells_of_a_change(fold) || !is_name_like(piece) ||
          controls_in(fold) != Controls::None || is_profile(fold))
        continue;
      if (piece.find(' ') != std::string::npos) byline.writer = piece;
      break;
    }
  return byline;
}

}  // namespace rialto::imports
