#include "import/post_head.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/strings.h"
#include "import/page_words.h"

namespace rialto::imports {
namespace {

constexpr std::size_t kLongest = 160;

bool is_digit(char letter) {
  return letter >= '0' && letter <= '9';
}

// Signs around names and dates that say nothing themselves.
std::string_view stripped(std::string_view text) {
  static const std::vector<std::string_view> kSigns = {"»", "«", "·", "•", "|", "–", "—", "-", ",", ":", "(",
                                                       ")", "[", "]", "@", "▶", "►", "→", "›", "‹", "*", "¶",
                                                       "↳", ">", "/", "−", "■", "●", "★", "☆", "✓", "⋅"};
  for (bool again = true; again;) {
    again = false;
    text = trimmed(text);
    for (const auto sign : kSigns) {
      if (text.starts_with(sign)) {
        text.remove_prefix(sign.size());
        again = true;
      }
      if (text.ends_with(sign)) {
        text.remove_suffix(sign.size());
        again = true;
      }
    }
    if (text.starts_with("\xC2\xA0")) text.remove_prefix(2), again = true;
    if (text.ends_with("\xC2\xA0")) text.remove_suffix(2), again = true;
  }
  return text;
}

const std::unordered_set<std::string>& linking_words() {
  static const std::unordered_set<std::string> kWords = [] {
    std::unordered_set<std::string> words;
    for (const auto word :
         split("by on at posted post postby wrote says said written am um von vom geschrieben verfasst schrieb hat "
               "gepostet erstellt par le à écrit posté publié envoyé a por el las publicado escrito escribió "
               "da di il alle ore inviato scritto pubblicato ha scrisse door op om geplaatst schreef geschreven em às "
               "publicada escreveu przez dnia o napisał dodał написал написала добавил отправлено в "
               "av den kl skrev skrevet postat commented replied data fecha дата dato postado enviado enviada escrita "
               "messagepar postby beitragvon "
               "mensajepor messaggioda "
               "unread the uhr the datum date comment kommentar beitrag "
               "message from submitted ago vor h ha il y ans an sent hace fa added kommentierte "
               "发表于 发布于 發表於 發表於 发表 投稿 作者 作成 작성 작성일 등록 op: le: on: "
               "sagt sagte dit dijo dice disse says: :: re commentaire vom: posted: author: by: von: par: kommentiert "
               "antwortete respondió répondu",
               ' '))
      words.insert(folded(word));
    return words;
  }();
  return kWords;
}

// Words that only stand between a name and a date; some names begin with them.
bool is_only_trailing(const std::string& fold) {
  static const std::unordered_set<std::string> kWords = {"il", "el", "le", "las", "los", "les", "alle", "ore",
                                                         "a",  "o",  "в",  "den", "the", "am",  "op",   "ha",
                                                         "h",  "an", "r",  "os",  "as",  "di",  "da"};
  return kWords.contains(fold);
}

// Drops linking words and controls from both ends; what remains is the name.
std::string_view without_linking(std::string_view text) {
  for (;;) {
    text = stripped(text);
    const auto first = text.substr(0, text.find(' '));
    const std::string first_fold = folded(stripped(first));
    const bool leads = linking_words().contains(first_fold) &&
                       (!is_only_trailing(first_fold) || first_fold == "da" || first_fold == "di");
    if (first.size() < text.size() && leads) {
      text.remove_prefix(first.size());
      continue;
    }
    const auto blank = text.rfind(' ');
    if (blank != std::string_view::npos && linking_words().contains(folded(stripped(text.substr(blank + 1))))) {
      text = text.substr(0, blank);
      continue;
    }
    return text;
  }
}

bool is_only_linking(std::string_view text) {
  for (const auto word : split(text, ' ')) {
    const auto bare = stripped(word);
    if (!bare.empty() && !linking_words().contains(folded(bare))) return false;
  }
  return true;
}

// "12 points", "(1234)", "3 likes", "IMDb member since May 2005": counts beside a name.
bool is_count(std::string_view text) {
  const std::string fold = folded(text);
  const bool number = std::any_of(fold.begin(), fold.end(), is_digit);
  if (!number) return false;
  std::string letters;
  for (const char letter : fold)
    if (!is_digit(letter)) letters += letter;
  const auto rest = folded(stripped(letters));
  return rest.empty() || rest == "points" || rest == "point" || rest == "punkte" || rest == "likes" || rest == "like" ||
         rest == "points ·" || rest == "votes" || rest == "replies" || rest == "posts" || rest == "k";
}

void take_number(std::string& text, PostHead& head) {
  const auto at = text.find('#');
  if (at == std::string::npos || at + 1 >= text.size() || !is_digit(text[at + 1])) return;
  std::size_t end = at + 1;
  while (end < text.size() && is_digit(text[end])) ++end;
  if (end - at > 7) return;
  head.number = std::stoi(text.substr(at + 1, end - at - 1));
  std::size_t begin = at;
  for (const char* word : {"Post ", "Beitrag ", "Message ", "Mensaje ", "post ", "Reply ", "Nr. "})
    if (text.substr(0, at).ends_with(word)) begin = at - std::string_view(word).size();
  text.replace(begin, end - begin, " ");
}

// "[–]", "[-]", "[+]", "↳", "avatar" before the name.
void take_ornaments(std::string& text) {
  for (const char* ornament : {"[–]", "[-]", "[+]", "[−]", "[S]", "[OP]", "[M]", "[A]", "▲", "▼", "↳", "Avatar",
                               "\U0001F464", "· OP ·", "[score hidden]"})
    text = replaced(text, ornament, " ");
}

// "in reply to Ana", "Antwort auf #3", "▶ Ana": whom the post says it replies to.
void take_reply_to(std::string& text, PostHead& head) {
  static const std::vector<std::string> kWords = {
      "in reply to", "replying to",   "in response to",  "reply to",      "replied to",     "als antwort auf",
      "antwort auf", "antwort an",    "in antwort auf",  "en réponse à",  "réponse à",      "en respuesta a",
      "respuesta a", "in risposta a", "risposta a",      "em resposta a", "als reactie op", "reactie op",
      "в ответ на",  "в ответ",       "w odpowiedzi na", "som svar på",   "svar till",      "responding to"};
  const std::string lower = ascii_lower(text);
  for (const auto& word : kWords) {
    const auto at = lower.find(word + " ");
    if (at == std::string::npos) continue;
    auto rest = text.substr(at + word.size() + 1);
    const auto end = rest.find_first_of("|·•,)(»\n");
    const auto name = trimmed(std::string_view(rest).substr(0, end));
    if (name.empty() || name.size() > 60) return;
    head.reply_to = std::string(name);
    text = text.substr(0, at) + (end == std::string::npos ? "" : rest.substr(end));
    return;
  }
}

// "名前：X 投稿日：": the labels of Japanese boards.
void take_labels(std::string& text, PostHead& head) {
  bool labelled = false;
  for (const char* label :
       {"名前：", "名前:", "投稿日：", "投稿日:", "投稿者：", "投稿者:", "日時：", "ID:", "作者:", "作者："})
    if (text.find(label) != std::string::npos) {
      text = replaced(text, label, " | ");
      labelled = true;
    }
  if (!labelled) return;
  std::size_t digits = 0;
  while (digits < text.size() && is_digit(text[digits])) ++digits;
  if (digits == 0 || digits > 4) return;
  head.number = std::stoi(text.substr(0, digits));
  text = text.substr(digits);
}

// Addresses of people are no part of their names: "Ana <ana@example.org>", "ana@example.org (Ana)".
void take_mail(std::string& text) {
  const auto at = text.find('@');
  if (at == std::string::npos) return;
  if (const auto name = text.find(" (", at); name != std::string::npos && text.find(' ', at) == name) {
    const auto begin = text.rfind(' ', at);
    text = (begin == std::string::npos ? "" : text.substr(0, begin + 1)) + text.substr(name + 1);
    return;
  }
  const auto open = text.rfind('<', at), close = text.find('>', at);
  if (open == std::string::npos || close == std::string::npos) return;
  text = text.substr(0, open) + text.substr(close + 1);
}

void take_level(std::string& text, PostHead& head) {
  const std::string lower = ascii_lower(text);
  if (!lower.starts_with("level ") || lower.size() < 7 || !is_digit(lower[6])) return;
  std::size_t end = 6;
  while (end < lower.size() && end < 9 && is_digit(lower[end])) ++end;
  head.level = std::max(0, std::stoi(lower.substr(6, end - 6)) - 1);
  text = text.substr(end);
}

// The signs and linking words of the line with "A" for the name and "D" for the date.
std::string form_of(const std::string& line, std::string_view author, std::size_t date_begin, std::size_t date_end) {
  std::string form;
  for (std::size_t at = 0; at < line.size();) {
    if (date_end > date_begin && at == date_begin) {
      form += " D ";
      at = date_end;
    } else if (!author.empty() && line.compare(at, author.size(), author) == 0 && form.find('A') == std::string::npos) {
      form += " A ";
      at += author.size();
    } else {
      if (line[at] == ' ' && form.ends_with(' ')) {
        ++at;
        continue;
      }
      if (!is_digit(line[at])) form += line[at] >= 'A' && line[at] <= 'Z' ? static_cast<char>(line[at] + 32) : line[at];
      ++at;
    }
  }
  return folded(form);
}

std::size_t word_count(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

// Pieces between separators: " · ", " | ", " • ", double blanks.
std::vector<std::string> pieces_of(const std::string& text) {
  std::string marked = text;
  for (const char* sign : {" · ", " | ", " • ", "  ", "\t", " » ", " ⋅ ", " / "}) marked = replaced(marked, sign, "\n");
  for (const char* sign : {"·", "•", "»", "|"}) marked = replaced(marked, sign, "\n");
  std::vector<std::string> pieces;
  for (const auto piece : split(marked, '\n'))
    if (!stripped(piece).empty()) pieces.emplace_back(trimmed(piece));
  return pieces;
}

// The name in what is left of the line, if that is all there is; "" if nothing is left; nothing if there is more.
std::optional<std::string> name_in(const std::string& rest) {
  std::string name;
  for (const auto& piece : pieces_of(rest)) {
    std::string_view text = piece;
    for (const char* open : {" (", " ["}) {
      const auto at = text.find(open);
      if (at == std::string_view::npos || !is_count(text.substr(at))) continue;
      text = text.substr(0, at);
    }
    const std::string fold = folded(stripped(text));
    if (fold.empty() || is_count(text) || is_profile(fold) || controls_in(fold) != Controls::None ||
        is_only_linking(stripped(text)) || is_page_junk(stripped(text), fold))
      continue;
    const auto bare = without_linking(text);
    if (bare.empty()) continue;
    if (!name.empty()) return std::nullopt;
    name = std::string(bare);
    // "Ana 12 points": the count stands behind the name.
    if (const auto blank = name.rfind(' '); blank != std::string::npos) {
      const auto before = name.rfind(' ', blank - 1);
      if (before != std::string::npos && is_count(name.substr(before + 1))) name = name.substr(0, before);
    }
    name = std::string(stripped(name));
    for (const char* sign : {"/u/", "u/"})
      if (name.starts_with(sign)) name = name.substr(std::string_view(sign).size());
  }
  return name;
}

bool has_sentence_end(std::string_view text) {
  if (text.ends_with('!') || text.ends_with('?') || text.ends_with(',') || text.ends_with(';')) return true;
  if (!text.ends_with('.')) return false;
  const auto word = text.substr(text.rfind(' ') + 1);
  return word.size() > 4 && word_count(text) > 2;
}

}  // namespace

bool is_name_like(std::string_view line) {
  line = trimmed(line);
  if (line.starts_with("r/") || line.starts_with("/r/") || line.starts_with("•")) return false;
  if (line.empty() || line.size() > 48 || word_count(line) > 4 || has_sentence_end(line)) return false;
  for (const char* sign : {"http", "\"", "“", "…", "...", ": "})
    if (line.find(sign) != std::string_view::npos) return false;
  return std::any_of(line.begin(), line.end(), [](char letter) {
    return (letter | 32) >= 'a' || static_cast<unsigned char>(letter) >= 0x80 || is_digit(letter);
  });
}

namespace {

// "#4  Ana  (1998)": all that was kept of the date.
void take_bare_year(std::string& text, PostHead& head) {
  const auto bare = trimmed(text);
  if (!head.number || bare.size() < 7 || !bare.ends_with(')') || bare[bare.size() - 6] != '(') return;
  const auto year = Edtf::parse(bare.substr(bare.size() - 5, 4));
  if (!year || !year->parts().year || *year->parts().year < 1980) return;
  head.date = year;
  head.has_date = true;
  text = std::string(bare.substr(0, bare.size() - 6));
}

// A name without a date needs a word that says that it is one.
std::optional<PostHead> undated_head(const std::string& text, PostHead head) {
  static const std::vector<std::string> kAfter = {
      "wrote:",      "said...",          "said…",      "a dit…",   "dijo...",       "hat gesagt…", "sagt...",
      "ha detto...", "schreibt:",        "schrieb...", "disse...", "says:",         "said:",       "schrieb:",
      "sagt:",       "hat geschrieben:", "a écrit :",  "a écrit:", "dit :",         "escribió:",   "dijo:",
      "dice:",       "ha scritto:",      "disse:",     "schreef:", "zegt:",         "escreveu:",   "skrev:",
      "написал:",    "написал(а):",      "пишет:",     "napisał:", "kommentierte:", "meinte:",     "commented:",
      "replied:"};
  static const std::vector<std::string> kBefore = {"posted by",
                                                   "by",
                                                   "author:",
                                                   "from:",
                                                   "name:",
                                                   "user:",
                                                   "username:",
                                                   "von:",
                                                   "geschrieben von",
                                                   "verfasst von",
                                                   "verfasser:",
                                                   "autor:",
                                                   "autor :",
                                                   "posté par",
                                                   "écrit par",
                                                   "par",
                                                   "auteur :",
                                                   "auteur:",
                                                   "geschreven door",
                                                   "geplaatst door:",
                                                   "geschreven door:",
                                                   "geschrieben von:",
                                                   "verfasst von:",
                                                   "escrito por:",
                                                   "publicado por:",
                                                   "scritto da:",
                                                   "inviato da:",
                                                   "skrevet av:",
                                                   "skrivet av:",
                                                   "napisał:",
                                                   "publicado por",
                                                   "escrito por",
                                                   "usuario:",
                                                   "postato da",
                                                   "inviato da",
                                                   "scritto da",
                                                   "autore:",
                                                   "door:",
                                                   "geplaatst door",
                                                   "nick:",
                                                   "автор:",
                                                   "member:",
                                                   "mitglied:",
                                                   "benutzer:",
                                                   "投稿者:",
                                                   "名前:",
                                                   "posted by:",
                                                   "by:",
                                                   "par:",
                                                   "por:",
                                                   "postby"};
  const auto line = trimmed(text);
  const std::string lower = ascii_lower(line);
  std::string name;
  for (const auto& word : kAfter)
    if (line.size() > word.size() + 1 && lower.ends_with(" " + word)) {
      name = std::string(stripped(line.substr(0, line.size() - word.size())));
      head.form = "A " + folded(word);
    }
  for (const auto& word : kBefore)
    if (name.empty() && (lower.starts_with(word + " ") || lower.starts_with(word + ":"))) {
      name = std::string(stripped(line.substr(word.size())));
      head.form = folded(word) + " A";
    }
  if (name.empty() || !is_name_like(name)) return std::nullopt;
  head.author = name;
  return head;
}

void take_edited(std::string& text, PostHead& head, const DateReading& how) {
  const std::string lower = ascii_lower(text);
  static const std::vector<std::string> kWords = {"(edited",     "· edited",   "edited:",    "edited",
                                                  "(bearbeitet", "bearbeitet", "(modifié",   "modifié",
                                                  "(editado",    "editado",    "(modificato"};
  for (const auto& word : kWords) {
    const auto at = lower.find(word);
    if (at == std::string::npos) continue;
    head.edited = true;
    const auto found = find_date(std::string_view(text).substr(at), how);
    if (found) head.edit_date = found->date;
    const auto end = found ? at + found->end : at + word.size();
    const auto close = text.find(')', end);
    text = text.substr(0, at) +
           (close != std::string::npos && close < end + 12 ? text.substr(close + 1) : text.substr(end));
    return;
  }
}

}  // namespace

std::optional<PostHead> post_head_in(std::string_view line, std::string_view fold, const DateReading& how) {
  if (line.empty() || line.size() > kLongest || fold.empty()) return std::nullopt;
  PostHead head;
  std::string text(line);
  take_mail(text);
  take_ornaments(text);
  take_labels(text, head);
  take_level(text, head);
  take_number(text, head);
  take_reply_to(text, head);
  if (auto found = find_date(text, how); found && (found->begin > 0 || found->end < text.size()))
    take_edited(text, head, how);
  const auto found = find_date(text, how);
  if (!found) {
    take_bare_year(text, head);
    if (stripped(text).empty() && (head.number || head.level)) {
      head.form = head.level ? "level" : "#";
      return head;
    }
    if (head.level && is_name_like(stripped(text))) {
      head.author = std::string(stripped(text));
      head.form = "level A";
      return head;
    }
    if (head.number || head.reply_to) {
      const auto name = name_in(text);
      if (!name || (!name->empty() && !is_name_like(*name))) return std::nullopt;
      if (!name->empty()) head.author = *name;
      head.form = form_of(text, *name, 0, 0) + (head.number ? "#" : "") + (head.reply_to ? " re A" : "");
      return head;
    }
    return undated_head(text, head);
  }
  head.has_date = true;
  head.date = found->date;
  std::string before = text.substr(0, found->begin), after = text.substr(found->end);
  if (after.starts_with('*')) head.edited = true;
  // Two dates in one line ("4 days ago (Wed Sep 17 2008)"): the certain one.
  if (const auto second = find_date(after, how)) {
    if (!head.date) head.date = second->date;
    after = after.substr(0, second->begin) + after.substr(second->end);
  }
  const auto name = name_in(before + " | " + after);
  if (!name || word_count(*name) > 5 || name->size() > 60 || has_sentence_end(*name)) return std::nullopt;
  if (!name->empty()) {
    if (!is_name_like(*name)) return std::nullopt;
    head.author = *name;
  }
  head.form = form_of(text, *name, found->begin, found->end);
  return head;
}

}  // namespace rialto::imports
