#include "import/tombstones.h"

#include <algorithm>
#include <string>
#include <unordered_set>
#include <vector>

#include "base/strings.h"
#include "import/word_lists.h"

namespace rialto::imports {
namespace {

constexpr std::size_t kLongestLine = 160;
constexpr std::size_t kMostWords = 16;

using Set = std::unordered_set<std::string>;

// That something was taken away, as a word of its own.
const Set& gone_words() {
  static const Set kWords = folded_set(
      "deleted|removed|gelöscht|entfernt|supprimé|supprimée|effacé|retiré|eliminado|eliminada|borrado|borrada|"
      "removido|removida|excluído|excluída|apagado|apagada|eliminato|eliminata|cancellato|cancellata|rimosso|rimossa|"
      "verwijderd|gewist|удалено|удалён|удален|удалена|скрыто|usunięto|usunięty|usunięta|usunięte|skasowany|skasowano|"
      "odstraněno|odstraněn|smazáno|smazán|borttaget|borttagen|raderat|raderad|bort|slettet|fjernet|poistettu|silindi|"
      "silinmiş|"
      "silinmiştir|kaldırıldı|törölve|törölték|șters|διαγράφηκε|видалено|削除済み|محذوف|محذوفة|حذف|נמחק|suprimit");
  return kWords;
}

// What boards call a post.
const Set& post_words() {
  static const Set kWords = folded_set(
      "message|post|comment|reply|content|contents|thread|topic|beitrag|beitrags|kommentar|nachricht|antwort|"
      "commentaire|réponse|mensaje|comentario|respuesta|messaggio|commento|risposta|mensagem|comentário|postagem|"
      "publicação|resposta|bericht|reactie|сообщение|комментарий|пост|wpis|komentarz|wiadomość|post|příspěvek|komentář|"
      "inlägg|inlägget|kommentar|kommentaren|meddelande|innlegg|innlegget|indlæg|indlægget|viesti|kommentti|mesaj|"
      "yorum|gönderi|hozzászólás|üzenet|comentariu|missatge|повідомлення|הודעה|التعليق|المشاركة|الرد");
  return kWords;
}

// Who takes it away, why, and the words between.
const Set& linking_words() {
  static const Set kWords = folded_set(
      "this|the|a|an|was|were|has|have|been|is|it|its|by|author|user|poster|member|moderator|moderators|mod|mods|"
      "admin|administrator|administrators|staff|original|owner|account|at|on|from|request|of|for|violating|rules|"
      "reddit|community|guidelines|automatically|reason|unavailable|who|posted|wrote|or|and|due|to|your|their|in|"
      "because|violation|terms|use|service|"
      "dieser|dieses|diese|der|die|das|wurde|worden|ist|vom|von|durch|einem|einer|verfasser|verfasserin|autor|autorin|"
      "nutzer|benutzer|mitglied|moderation|moderatorin|administratorin|redaktion|benutzers|wegen|regelverstoß|"
      "ce|cet|cette|le|la|les|un|une|été|par|son|auteur|modérateur|modération|modératrice|administrateur|l|utilisateur|"
      "este|esta|el|los|ha|fue|sido|por|su|autora|moderador|administrador|usuario|moderación|"
      "questo|il|lo|è|stato|stata|dal|dall|da|autore|moderatore|amministratore|utente|suo|"
      "foi|pelo|pela|usuário|o|seu|moderação|dit|deze|het|de|een|werd|door|gebruiker|beheerder|"
      "это|было|был|автором|модератором|администратором|пользователем|"
      "ten|ta|został|została|zostało|przez|moderatora|administratora|użytkownika|tento|byl|byla|autorem|moderátorem|"
      "detta|det|här|har|är|tagits|blivit|av|en|författaren|dette|er|blitt|blevet|af|forfatteren|"
      "tämä|on|bu|yazar|tarafından|moderatör|yönetici|kullanıcı|ez|acest|fost|aquest|це|هذا|تم|هذه|من|قبل|المشرف");
  return kWords;
}

// Languages that put no blanks between words.
bool is_unspaced_tombstone(std::string_view line) {
  if (line.size() > 75) return false;
  const auto has = [&](std::string_view words) {
    const auto list = split(words, '|');
    return std::any_of(list.begin(), list.end(), [&](auto word) { return line.find(word) != std::string_view::npos; });
  };
  return has("削除|삭제|删除|刪除|移除|屏蔽") &&
         has("コメント|投稿|レス|メッセージ|書き込み|されました|댓글|게시|글입니다|글은|답글|帖|贴|評論|评论|回复|回覆|"
             "留言|内容|內容|楼|层");
}

// "[deleted]", "(message removed by a moderator)", "<gelöscht>"
bool is_bracketed(std::string_view line) {
  for (const char* pair : {"[]", "()", "<>", "{}", "**", "--"})
    if (line.size() > 2 && line.front() == pair[0] && line.back() == pair[1]) return true;
  return line.starts_with("【") || line.starts_with("［") || line.starts_with("（");
}

bool has_one_of(const Set& known, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(), [&](const auto& word) { return known.contains(word); });
}

bool is_known(const std::string& word) {
  return gone_words().contains(word) || post_words().contains(word) || linking_words().contains(word);
}

// Boards that say more than that the post is gone: why, or what to do.
bool starts_like_a_tombstone(std::string_view line) {
  static const auto kStarts = folded_list(
      "this message has been deleted|this post has been deleted|this comment has been deleted|"
      "this message was deleted|this post was deleted|this comment was deleted|this comment has been removed|"
      "this post has been removed|this message has been removed|this post was removed|this comment was removed|"
      "this message was removed|this user has deleted|post deleted by|message deleted by|comment deleted by|deleted by "
      "|"
      "comment removed by|post removed by|message removed by|removed by |dieser beitrag wurde|dieser kommentar wurde|"
      "dieser post wurde|diese nachricht wurde|der beitrag wurde gelöscht|beitrag wurde gelöscht|"
      "beitrag von moderator gelöscht|beitrag gelöscht von|ce message a été supprimé|ce commentaire a été supprimé|"
      "message supprimé par|ce message a été effacé|este mensaje ha sido|este mensaje fue|"
      "este comentario ha sido|este comentario fue|mensaje eliminado por|mensaje borrado por|"
      "questo messaggio è stato|questo commento è stato|esta mensagem foi|este comentário foi|"
      "dit bericht is verwijderd|deze reactie is verwijderd|сообщение было удалено|"
      "это сообщение было удалено|сообщение удалено|"
      "ten post został usunięty|ta wiadomość została usunięta|inlägget har tagits bort|"
      "この投稿は削除|(message deleted|(post deleted");
  if (!starts_with_any(line, kStarts)) return false;
  if (has_one_of(gone_words(), words_of(line))) return true;
  return is_unspaced_tombstone(line);
}

bool is_short_word_of_its_own(std::string_view line) {
  static const Set kShort =
      folded_set("flagged|[flagged]|[dead]|[unavailable]|この投稿は削除されました|削除されました|삭제됨|已删除|已刪除");
  return kShort.contains(std::string(line));
}

std::string_view without_end_signs(std::string_view line) {
  while (!line.empty() && (line.back() == '.' || line.back() == '!')) line.remove_suffix(1);
  return line;
}

}  // namespace

bool is_nobody(std::string_view name) {
  static const Set kNames =
      folded_set("deleted|deleted user|deleted member|gelöschter benutzer|anonymous user deleted|account deleted");
  if (kNames.contains(std::string(name))) return true;
  // A bracket may have been cut off with the signs around the name.
  const bool bracketed = name.find_first_of("[]") != std::string_view::npos;
  const auto begin = name.find_first_not_of("~@[ "), end = name.find_last_not_of("] ");
  if (!bracketed || begin == std::string_view::npos || begin > end || name.size() > 40) return false;
  return is_tombstone("[" + std::string(name.substr(begin, end - begin + 1)) + "]");
}

bool is_tombstone(std::string_view line) {
  if (line.size() < 3 || line.size() > kLongestLine) return false;
  const auto plain = without_end_signs(line);
  if (is_short_word_of_its_own(plain) || is_unspaced_tombstone(plain)) return true;
  if (starts_like_a_tombstone(plain)) return true;
  const auto words = words_of(plain);
  if (words.empty() || words.size() > kMostWords || !has_one_of(gone_words(), words)) return false;
  const bool says_what = words.size() <= 1 || is_bracketed(plain) || has_one_of(post_words(), words);
  return says_what && plain.back() != '?' && std::all_of(words.begin(), words.end(), is_known);
}

}  // namespace rialto::imports
