#include "import/page_words.h"

#include <algorithm>
#include <array>
#include <unordered_set>
#include <vector>

#include "base/strings.h"
#include "import/word_lists.h"

namespace rialto::imports {
namespace {

using Set = std::unordered_set<std::string>;

bool is_digit(char letter) {
  return letter >= '0' && letter <= '9';
}

const Set& reply_words() {
  static const Set kWords = folded_set(
      "reply|answer|respond|antworten|antwort|beantworten|kommentieren|répondre|responder|respuesta|contestar|rispondi|"
      "reageer|reageren|beantwoorden|antwoorden|ответить|відповісти|odpowiedz|odpovědět|odpovedať|svara|svar|besvara|"
      "vastaa|yanıtla|cevapla|válasz|válaszol|răspunde|respon|odgovori|απάντηση|απάντησε|balas|返信|返信する|回复|回覆|"
      "回應|"
      "回帖|답글|답글쓰기|답글달기|답변|댓글쓰기|رد|الرد|پاسخ|הגב|השב|ตอบกลับ|permalink|permalien|quote|zitieren|zitat|"
      "citer|"
      "citar|cita|citeren|citaat|цитировать|cytuj|citera|alıntı|引用");
  return kWords;
}

const Set& control_words() {
  static const Set kWords = folded_set(
      "share|teilen|partager|compartir|condividi|compartilhar|delen|поделиться|udostępnij|dela|del|jaa|paylaş|"
      "共有|シェア|分享|공유|مشاركة|report|melden|signaler|reportar|segnala|denunciar|rapporteren|пожаловаться|zgłoś|"
      "rapportera|anmäl|ilmoita|şikayet|bildir|通報|通報する|举报|檢舉|신고|إبلاغ|abuse|missbrauch|"
      "like|likes|liked|unlike|dislike|gefällt|mir|j|aime|gusta|me|piace|mi|curtir|"
      "leuk|нравится|lubię|gilla|beğen|いいね|赞|点赞|支持|反对|推荐|공감|비공감|추천|비추천|좋아요|أعجبني|"
      "save|saved|speichern|merken|guardar|salvar|salva|bewaren|收藏|follow|embed|edit|bearbeiten|delete|"
      "löschen|hide|upvote|downvote|vote|votes|up|down|give|award|flag|more|mehr|parent|context|full|copy|"
      "link|bookmark|add|back|to|top|post|nach|oben|haut|arriba|multi|multiquote|thanks|thank|danke|merci|"
      "gracias|react|reactions|points|point|punkte|pm|email|profile|profil|find|all|posts|by|ip|logged|options|"
      "actions|print|tweet|pin|it|source|give gold|tip|unread|mark|as|spoiler|ignore|block|subscribe|comment|"
      "comments|replies|www|helpful|yes|no|nützlich|utile|message|with|show|view|views|this|и|jump|latest|sorted|"
      "sort|best|aufrufe|vues|visualizaciones|visualizzazioni|visualizações|просмотров|只看该作者|只看该用户");
  return kWords;
}

}  // namespace

Controls controls_in(std::string_view line) {
  if (line.empty() || line.size() > 120) return Controls::None;
  const auto words = words_of(line);
  if (words.empty() || words.size() > 14) return Controls::None;
  bool reply = false;
  for (const auto& word : words) {
    if (reply_words().contains(word))
      reply = true;
    else if (!control_words().contains(word))
      return Controls::None;
  }
  const char last = line.back();
  if (last == '.' || last == '!' || last == '?' || last == ',') return Controls::None;
  const bool few_controls = !reply && words.size() == 1 &&
                            Set{"yes",   "no",      "it",   "i",    "mi",   "me",      "j",   "thanks", "danke",
                                "merci", "gracias", "edit", "more", "mehr", "comment", "all", "thank"}
                                .contains(words[0]);
  const bool sentence = !reply && words.size() >= 2 && std::all_of(words.begin(), words.end(), [](const auto& word) {
    return Set{"yes",    "no",    "it", "this", "with", "and", "me", "show",
               "thanks", "thank", "as", "like", "to",   "all", "by", "back"}
        .contains(word);
  });
  if (few_controls || sentence) return Controls::None;
  return reply ? Controls::Reply : Controls::Weak;
}

bool is_rule(std::string_view line) {
  std::size_t signs = 0;
  std::string sign;
  for (std::size_t at = 0; at < line.size();) {
    if (line[at] == ' ') {
      ++at;
      continue;
    }
    const std::size_t size = static_cast<unsigned char>(line[at]) < 0x80   ? 1
                             : static_cast<unsigned char>(line[at]) < 0xE0 ? 2
                                                                           : 3;
    const std::string here(line.substr(at, size));
    if (sign.empty()) sign = here;
    if (here != sign) return false;
    ++signs;
    at += size;
  }
  static const std::vector<std::string> kSigns = {"-",
                                                  "*",
                                                  "_",
                                                  "=",
                                                  "~",
                                                  "#",
                                                  "+",
                                                  "\xE2\x80\x94",
                                                  "\xE2\x80\x93",
                                                  "\xE2\x94\x80",
                                                  "\xE2\x95\x90",
                                                  "\xE2\x80\xA2",
                                                  "\xE2\x81\x82"};
  return signs >= 3 && std::find(kSigns.begin(), kSigns.end(), sign) != kSigns.end();
}

bool is_profile(std::string_view line) {
  if (line.empty() || line.size() > 90) return false;
  static const Set kWhole = folded_set(
      "member|senior member|junior member|new member|active member|well-known member|registered user|"
      "registered member|moderator|administrator|admin|super moderator|site admin|forum moderator|veteran|"
      "newbie|full member|hero member|jr. member|sr. member|advanced member|members|bekanntes mitglied|sehr aktives "
      "mitglied|"
      "bekannter benutzer|regular|op|op op|author|original poster|mod|verified|guest|premium member|mitglied|"
      "neues mitglied|aktives mitglied|erfahrener benutzer|benutzer|moderatorin|administratorin|gast|stammgast|"
      "autor|autorin|membre|nouveau membre|modérateur|administrateur|invité|miembro|miembro activo|usuario|"
      "moderador|administrador|invitado|membro|utente|moderatore|amministratore|ospite|lid|participant|"
      "участник|модератор|администратор|гость|пользователь|"
      "użytkownik|medlem|offline|online|avatar|user avatar|profile picture|profilbild|banned|top contributor|"
      "contributor|thread starter|threadstarter|topic starter|themenstarter|themenersteller|staff|staff member|"
      "image for user name|add bookmark|user info|benutzeravatar|avatar de l’utilisateur|image|profile|bild|"
      "ignore this user|edited|hide|show|new|neu");
  if (kWhole.contains(std::string(line))) return true;
  static const auto kStarts = folded_list(
      "join date|joined|gender:|activity:|merit:|registered:|registered since|member since|imdb member "
      "since|posts:|posts |post count|"
      "messages:|location:|location |from:|age:|gender:|likes received|reaction score|trophy points|thanked|"
      "threads:|reputation|rep power|karma|offline|avatar|status:|title:|blog entries|beiträge:|beiträge |"
      "registriert|anmeldedatum|dabei seit|wohnort|ort:|herkunft|alter:|geschlecht|danke erhalten|bewertung:|"
      "messages :|inscription|inscrit|localisation|âge|enregistré le|mensajes:|registrado|ubicación|"
      "fecha de registro|iscritto|messaggi:|località|mensagens:|registrado em|localização|berichten:|"
      "geregistreerd|lid sinds|сообщения:|сообщений:|зарегистрирован|"
      "откуда|posty:|dołączył|rejestracja|inlägg:|blev medlem|ip:|real name|subject:|betreff:|"
      "newsgroups:|message-id:|references:|organization:|to:|cc:|in-reply-to:|start date|thread starter|"
      "solutions:|featured|favourite film:|favorite film:|lieblingsfilm:|contact:|kontakt:|website:|icq|top|"
      "photo de profil|profilbild von");
  if (!starts_with_any(line, kStarts)) return false;
  const auto colon = line.find(':');
  if (line.starts_with("top")) return line == "top" || line.starts_with("top 1% ");
  const bool number = std::any_of(line.begin(), line.end(), is_digit);
  return colon != std::string_view::npos || number || words_of(line).size() <= 3;
}

bool is_thread_start(std::string_view fold) {
  static const auto kStarts = folded_list(
      "discussion in|discussion started|started by|thread started|topic started|thread starter|topic starter|ersteller|"
      "erstellt am|erstellt von|themenstarter|initiateur|date de début|iniciado por|fecha de inicio|creatore "
      "discussione|"
      "data d'inizio|topicstarter|startdatum|autor wątku|rozpoczęty|автор темы|дата начала|trådstartare|startdatum");
  return starts_with_any(fold, kStarts);
}

bool is_count_line(std::string_view line) {
  if (line.empty() || line.size() > 6) return false;
  for (const char* sign : {"•", "·", "|", "–", "-", "»", "›"})
    if (line == sign) return true;
  std::size_t digits = 0;
  for (const char letter : line) {
    digits += is_digit(letter);
    if (!is_digit(letter) && letter != 'k' && letter != 'K' && letter != '.' && letter != ',') return false;
  }
  return digits > 0 && digits < 4;
}

bool is_stray_alt(std::string_view text) {
  static const Set kWhole = folded_set(
      "ree|image|images|img|picture|photo|avatar|logo|icon|thumbnail|bild|foto|imagen|immagine|imagem|bilde|"
      "afbeelding|画像|featured image|header image|untitled|smiley|user avatar|banner|placeholder|spacer");
  if (kWhole.contains(std::string(text))) return true;
  const bool one_word = text.find(' ') == std::string_view::npos;
  for (const char* end : {".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".bmp", ".svg"})
    if (text.ends_with(end) && (one_word || text.size() < 80)) return true;
  return one_word && (text.starts_with("img_") || text.starts_with("dsc_") || text.starts_with("screenshot"));
}

namespace {

// G-LMVEK848CH, UA-12345-1, GTM-ABC123, AW-…, ca-pub-…
bool is_tracking_code(std::string_view line) {
  if (line.size() < 6 || line.size() > 30 || line.find(' ') != std::string_view::npos) return false;
  for (const char* start : {"G-", "UA-", "GTM-", "AW-", "DC-", "ca-pub-", "pub-"})
    if (line.starts_with(start)) {
      const auto rest = line.substr(std::string_view(start).size());
      const bool digit = std::any_of(rest.begin(), rest.end(), is_digit);
      const bool code = std::all_of(rest.begin(), rest.end(), [](char letter) {
        return is_digit(letter) || (letter >= 'A' && letter <= 'Z') || letter == '-';
      });
      if (digit && code && rest.size() >= 4) return true;
    }
  return false;
}

}  // namespace

bool is_page_junk(std::string_view line, std::string_view fold) {
  if (fold.size() > 160) return false;
  if (is_tracking_code(line) || is_stray_alt(fold)) return true;
  static const Set kWhole = folded_set(
      "top of page|bottom of page|skip to content|search comments|member-only story|follow|listen|"
      "search replies|go to comments|view all comments|thread tools|display modes|search this thread|"
      "view first unread|best comments|user profile|private message|click to expand|expand user menu|"
      "create post|view post|share post|recommended|topic|forums|forum|forums home|board index|general|"
      "what's new|members|community|unanswered topics|active topics|quick links|faq|notifications|blog|"
      "skip to main content|zum inhalt springen|direkt zum inhalt|aller au contenu|accéder au contenu|"
      "ir al contenido|saltar al contenido|vai al contenuto|menu|menü|menú|home|search|suche|rechercher|"
      "buscar|cerca|log in|login|sign up|sign in|register|subscribe|abonnieren|s'abonner|suscribirse|anmelden|"
      "registrieren|advertisement|anzeige|werbung|publicité|publicidad|pubblicità|sponsored|close|accept|"
      "accept all|akzeptieren|alle akzeptieren|tout accepter|aceptar|about|about us|contact|privacy policy|"
      "datenschutz|impressum|cookie policy|share|tweet|pin it|email|print|facebook|twitter|pinterest|whatsapp|"
      "reddit|linkedin|all posts|alle beiträge|see all|previous|next|zurück|weiter|précédent|suivant|"
      "anterior|siguiente|loading…|loading...|sort by|sort by:|best|newest|oldest|more options|open in app|"
      "get app|follow|following|listen|share this:|like this:|like loading...|watch|unwatch|jump to|go to page|"
      "first|last|post reply|reply to thread|new topic|back to top|nach oben|flag ▼|view discussions|"
      "continue reading|read more|weiterlesen|lire la suite|leer más|post not marked as liked|"
      "voir tout|tout voir|alle ansehen|alle anzeigen|ver todo|ver todos|ver tudo|mostra tutti|vedi tutti|"
      "alles weergeven|alles tonen|zobacz wszystkie|visa alla|se alle|tümünü gör|すべて表示|全部查看|전체 "
      "보기|смотреть все|"
      "seitenanfang|seitenende|unten auf der seite|oben auf der seite|haut de page|bas de page|inicio de la página|"
      "final de la página|parte superior de la página|inizio pagina|fine pagina|início da página|"
      "fim da página|bovenkant van de pagina|onderkant van de pagina|góra strony|dół strony|sidans topp|ページトップ|"
      "ページ下部|页面顶部|页面底部|reviews|movie reviews|film "
      "reviews|kritiken|filmkritiken|critiques|reseñas|recensioni|"
      "write a comment...|write a comment");
  if (kWhole.contains(std::string(fold))) return true;
  static const auto kStarts = folded_list(
      "we use cookies|this site uses cookies|this website uses cookies|wir verwenden cookies|"
      "diese website verwendet cookies|diese seite verwendet cookies|nous utilisons des cookies|"
      "ce site utilise des cookies|utilizamos cookies|este sitio utiliza cookies|questo sito utilizza cookie|"
      "questo sito usa i cookie|post not marked as liked|click to share|click to email|share on facebook|"
      "share on twitter|auf facebook teilen|all rights reserved|alle rechte vorbehalten|powered by phpbb|"
      "powered by vbulletin|powered by discourse|powered by wordpress|proudly powered by|copyright ©|©|"
      "you must be logged in|you must log in|users browsing this|1 post •|log in or register|"
      "log in or sign up");
  return starts_with_any(fold, kStarts);
}

bool is_tag_line(std::string_view line) {
  const auto tags = split(line, ' ');
  return !tags.empty() && std::all_of(tags.begin(), tags.end(), [](std::string_view tag) {
    return tag.size() > 2 && tag[0] == '#' && tag[1] != '#' && !is_digit(tag[1]);
  });
}

bool is_article_end(std::string_view fold) {
  if (fold.size() > 80) return false;
  static const auto kStarts = folded_list(
      "recent posts|labels:|libellés|related posts|related articles|related|you may also like|"
      "you might also like|more from|see also:|share this|sharing is caring|letzte beiträge|"
      "aktuelle beiträge|neueste beiträge|ähnliche beiträge|das könnte|weitere beiträge|"
      "beitragsnavigation|teilen mit|articles similaires|articles récents|à lire aussi|vous aimerez aussi|"
      "partager :|partager cet article|navigation de l'article|entradas recientes|entradas relacionadas|"
      "también te puede|te puede interesar|compártelo|comparte esto|navegación de entradas|articoli recenti|"
      "articoli correlati|potrebbe interessarti|condividi:|post navigation|posts recentes|posts relacionados|"
      "gerelateerde berichten|recente berichten|previous post|next post|older post|newer post|about the author|"
      "über den autor|à propos de l'auteur|sobre el autor|filed under|posted in|tagged|tags:|schlagwörter|"
      "étiquettes|etiquetas|categories|kategorien|catégories|subscribe to|sign up for|join our|follow us|"
      "newsletter|bottom of page|published by|veröffentlicht von|最近の投稿|関連記事|"
      "похожие записи|свежие записи|недавние посты|читайте также|like this:|trending|posts récents|post recenti|"
      "posts recentes|recente blogposts|recente blogberichten|ostatnie posty|ostatnie wpisy|senaste inlägg|"
      "siste innlegg|seneste indlæg|son yazılar|viimeisimmät|最新記事|最近文章|最近帖子|최근 게시물|관련 글|"
      "aktuelle posts|verwandte beiträge|plus récents|derniers articles|"
      "advertisements|leave a rating|thanks for reading");
  if (!starts_with_any(fold, kStarts)) return false;
  if (fold.starts_with("related"))
    return fold == "related" || fold == "related:" || fold.starts_with("related posts") ||
           fold.starts_with("related articles");
  const char last = fold.back();
  return last != '.' || fold.starts_with("newsletter");
}

bool is_comments_start(std::string_view fold) {
  if (fold.empty() || fold.size() > 160) return false;
  static const Set kNames = folded_set(
      "comments|comment|kommentare|kommentar|commentaires|commentaire|comentarios|comentario|commenti|commento|"
      "reacties|reactie|комментарии|комментариев|комментария|komentarze|"
      "kommentarer|コメント|responses|response|discussion|comentários|comentário|réactions|antworten|"
      "replies|réponses|respuestas");
  const auto words = words_of(fold);
  const bool number = std::any_of(fold.begin(), fold.end(), is_digit);
  if (!words.empty() && words.size() <= 2 && kNames.contains(words[0]) &&
      (number || fold.find_first_of(".,!?") == std::string_view::npos))
    return words.size() == 1 || number;
  if (!number && !fold.starts_with("one ")) return false;
  static const auto kOn = folded_list(
      " thoughts on | thought on | responses to | response to | comments on | comment on | gedanken zu |"
      " gedanke zu | kommentare zu | kommentar zu | antworten auf | antworten zu | réflexions sur |"
      " réflexion sur | commentaires sur | commentaire sur | réponses à | comentarios en |"
      " comentarios sobre | comentario en | pensieri su | commenti su |reacties op ");
  return std::any_of(kOn.begin(), kOn.end(), [&](const auto& words_on) {
    return fold.find(std::string_view(words_on)) != std::string_view::npos ||
           fold.find(" " + words_on + " ") != std::string_view::npos;
  });
}

bool is_comment_form(std::string_view fold) {
  if (fold.size() > 120) return false;
  static const auto kStarts = folded_list(
      "leave a reply|leave a comment|post a comment|add a comment|write a comment|submit a comment|"
      "schreibe einen kommentar|schreib einen kommentar|hinterlasse|kommentar schreiben|kommentar verfassen|"
      "kommentar hinterlassen|einen kommentar|laisser un commentaire|écrire un commentaire|"
      "ajouter un commentaire|enregistrer un commentaire|laisser une réponse|deja un comentario|"
      "dejar un comentario|deja una respuesta|publicar un comentario|añadir un comentario|lascia un commento|"
      "scrivi un commento|rispondi annulla|posta un commento|deixe um comentário|plaats een reactie|"
      "geef een reactie|een reactie|добавить комментарий|"
      "оставить комментарий|dodaj komentarz|lämna ett svar|コメントを残す|"
      "コメントする|your email address will not be published|deine e-mail-adresse|votre adresse e-mail|"
      "tu dirección de correo|log in to comment|sign in to comment|you must be logged in to post");
  return starts_with_any(fold, kStarts);
}

std::optional<FoundEdit> edit_in(std::string_view line, std::string_view fold, const DateReading& how) {
  if (fold.size() < 4) return std::nullopt;
  static const auto kBoard = folded_list(
      "last edited by|last edited on|last edited:|edited by|post edited|edited on|edited at|edited:  |(edited|"
      "[edited by|last modified|this post has been edited|this post was edited|this message was edited|"
      "message edited|edited |«last edit|« last edit|last edit:|zuletzt geändert|zuletzt bearbeitet|"
      "geändert von|bearbeitet von|editiert von|dieser beitrag wurde|beitrag geändert|beitrag bearbeitet|"
      "dernière modification|dernière édition|modifié par|message édité|édité par|"
      "ce message a été modifié|modifié le|última edición|editado por|editado el|editado por última vez|"
      "última modificación|ultima modifica|modificato da|modificato il|editado pela última vez|"
      "laatst gewijzigd|laatst bewerkt|последний раз редактировалось|"
      "отредактировано|изменено|ostatnio zmieniony|ostatnio edytowany|senast redigerad|"
      "redigerad|最終更新|編集済み");
  static const auto kOwn = folded_list(
      "[edit]|edit:|edit -|edit –|edit—|[edit:|(edit:|(edit)|edited:|[edited]|edited to add|edit to add|"
      "eta:|*edit|edit 1|edit 2|edit1|edit2|[édit]|édit :|édit:|[bearbeitet]|bearbeitet:|nachtrag:|"
      "[edited to|**edit|*edit*|__edit|update:|editado:|[editado]|edito:|edit :|edit (");
  if (starts_with_any(fold, kOwn)) {
    FoundEdit edit;
    if (fold.size() < 80) {
      const auto found = find_date(line, how);
      if (found && found->end - found->begin + 24 > line.size()) edit.date = found->date;
    }
    return edit;
  }
  if (fold.size() > 240 || !starts_with_any(fold, kBoard)) return std::nullopt;
  const bool removed =
      fold.find("gelosch") != std::string_view::npos || fold.find("entfernt") != std::string_view::npos;
  if (removed) return std::nullopt;
  const auto found = find_date(line, how);
  const bool short_form = fold == "edited" || fold == "(edited)" || fold == "[edited]" || fold == "redigerad";
  const bool certain = found || short_form || fold.find(" by ") != std::string_view::npos ||
                       fold.find(" von ") != std::string_view::npos || fold.find(" par ") != std::string_view::npos ||
                       fold.find(" por ") != std::string_view::npos || fold.find(" da ") != std::string_view::npos;
  const bool prose = fold.starts_with("edited ") && !found && words_of(fold).size() > 8;
  if (!certain || prose) return std::nullopt;
  return FoundEdit{found ? found->date : std::nullopt, true};
}

std::optional<int> minutes_in(std::string_view fold) {
  if (fold.size() > 80 || fold.size() < 4) return std::nullopt;
  static const std::vector<std::string> kUnits = folded_list("min|мин|分|phút");
  static const std::vector<std::string> kReading = folded_list(
      "read|lesezeit|lesedauer|lecture|lectura|lettura|leitura|leestijd|чтени|lesen|czytania|läsning|"
      "lire|leer|読");
  const auto has_one = [&](const auto& words) {
    return std::any_of(words.begin(), words.end(),
                       [&](const auto& word) { return fold.find(word) != std::string_view::npos; });
  };
  if (!has_one(kUnits) || !has_one(kReading)) return std::nullopt;
  // The number before the unit, else behind it.
  std::size_t unit = std::string_view::npos;
  for (const auto& word : kUnits) unit = std::min(unit, fold.find(word));
  std::size_t end = unit == std::string_view::npos ? 0 : unit;
  while (end > 0 && (fold[end - 1] == ' ' || fold[end - 1] == '-' || fold[end - 1] == '.' || fold[end - 1] == '\''))
    --end;
  std::size_t begin = end;
  while (begin > 0 && is_digit(fold[begin - 1])) --begin;
  if (begin == end) {
    begin = static_cast<std::size_t>(std::find_if(fold.begin(), fold.end(), is_digit) - fold.begin());
    end = begin;
    while (end < fold.size() && is_digit(fold[end])) ++end;
  }
  if (begin == end || end - begin > 3) return std::nullopt;
  const int value = std::stoi(std::string(fold.substr(begin, end - begin)));
  return value > 0 ? std::optional(value) : std::nullopt;
}

namespace {

// The rest of the line behind one of the starts (folded, of the same number of words), with or without a colon.
std::optional<std::string> rest_behind(std::string_view line, const std::vector<std::string>& starts,
                                       bool colon_needed) {
  for (std::size_t at = 0; at <= line.size() && at <= 60; ++at) {
    const bool wide = line.substr(at).starts_with("：");
    if (at < line.size() && line[at] != ' ' && line[at] != ':' && !wide) continue;
    const std::string start = folded(line.substr(0, at));
    if (std::find(starts.begin(), starts.end(), start) == starts.end()) continue;
    auto rest = trimmed(line.substr(at));
    const bool colon = rest.starts_with(':') || wide;
    if (colon) rest = trimmed(rest.substr(wide ? std::string_view("：").size() : 1));
    if (colon_needed && !colon) continue;
    return std::string(rest);
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> audience_in(std::string_view line) {
  if (line.size() > 600) return std::nullopt;
  static const auto kStarts = folded_list(
      "essential viewing for|recommended for|who should see it|who should watch it|who should watch|"
      "who it's for|who is it for|who is it for?|for fans of|perfect for|watch if you like|watch it if|"
      "für wen|für wen?|für wen ist der film|für wen ist der film?|empfohlen für|empfehlenswert für|"
      "für fans von|geeignet für|recommandé pour|à conseiller à|à recommander à|pour qui|pour qui ?|"
      "pour qui?|public visé|recomendada para|recomendado para|para quién|para quien|¿para quién?|"
      "¿para quién es?|público|consigliato a|per chi|per chi?|indicado para|recomendado a|aanbevolen voor|"
      "voor wie|voor wie?|кому смотреть|для кого|polecane dla|dla kogo|dla kogo?|"
      "rekommenderas för|おすすめの人|audience|target audience|zielgruppe|best for|will appeal to|"
      "you'll like it if|see it if");
  const auto rest = rest_behind(line, kStarts, true);
  return rest && !rest->empty() ? rest : std::nullopt;
}

std::optional<std::string> byline_in(std::string_view line) {
  if (line.size() > 120) return std::nullopt;
  static const auto kColon = folded_list(
      "writer|writer's picture|autorenbild|photo du rédacteur|photo de l'auteur|foto del escritor|foto del autor|"
      "immagine del redattore|foto do escritor|foto do autor|foto van schrijver|schrijver|"
      "zdjęcie autora|skribentens bild|forfatters billede|forfatterens bilde|yazarın fotoğrafı|yazar|фото автора|"
      "執筆者の写真|作家相片|作者照片|작성자 사진|작성자|"
      "author|by|written by|posted by|published by|review by|reviewed by|reviewer|critic|words|words by|"
      "text|autor|autorin|verfasser|verfasserin|text von|kritik von|rezension von|von|verfasst von|"
      "geschrieben von|auteur|autrice|par|écrit par|rédigé par|publié par|critique de|escrito por|por|"
      "publicado por|crítica de|redactor|redactora|autore|scritto da|a cura di|di|recensione di|autora|"
      "escrito por|door|geschreven door|автор|autorka|av|skribent|執筆者|著者|文|redakteur");
  static const auto kPlain = folded_list(
      "by|written by|posted by|published by|review by|a review by|a film review by|film review by|reviewed by|words "
      "by|von|verfasst von|geschrieben von|"
      "veröffentlicht von|kritik von|rezension von|text von|par|écrit par|rédigé par|publié par|por|"
      "escrito por|publicado por|di|scritto da|a cura di|pubblicato da|recensione di|door|geschreven door|av|"
      "przez|автор");
  if (auto named = rest_behind(line, kColon, true)) return named->empty() ? std::nullopt : named;
  auto rest = rest_behind(line, kPlain, false);
  return rest && !rest->empty() ? rest : std::nullopt;
}

std::optional<std::string> quote_source_in(std::string_view line) {
  line = trimmed(line);
  while (line.starts_with('*') || line.starts_with('_')) line.remove_prefix(1);
  if (line.ends_with("↑")) line = trimmed(line.substr(0, line.size() - std::string_view("↑").size()));
  if (line.size() > 160 || line.empty()) return std::nullopt;
  static const auto kAlone = folded_list(
      "quote|quote:|zitat|zitat:|citation|citation :|citation:|cita|cita:|cita :|citaat:|цитата|"
      "цитата:|cytat:|citat:|citação:|quotation:|引用:|引用|originally posted|click to expand...|"
      "haz click para expandir...|zum vergrößern anklicken....|cliquez pour agrandir...|spoiler for");
  static const auto kAfter = folded_list(
      "wrote|said|writes|schreibt|écrit|escribe|scrive|schrijft|пишет|pisze|schrieb|hat geschrieben|a "
      "écrit|escribió|ha scritto|escreveu|schreef|написал|"
      "писал|написал(а)|napisał|napisał(a)|skrev|says|dijo|ha detto|a dit|"
      "さんが書きました|hat gesagt|sagte|dixit|wrote on");
  static const auto kBefore = folded_list(
      "originally posted by|quote from:|quote from|quoting|quote by|zitat von:|zitat von|citation de|cita de|"
      "citat från|citazione di|cytat|цитата|iniciado por|mensaje de|escrito originalmente por|"
      "envoyé par|posté par|originally written by|originalmente publicado por|original von|"
      "originale scritto da");
  const std::string fold = folded(line);
  if (std::find(kAlone.begin(), kAlone.end(), fold) != kAlone.end()) return std::string();
  std::string_view text = line;
  while (!text.empty() && (text.back() == ':' || text.back() == '*' || text.back() == '_'))
    text = trimmed(text.substr(0, text.size() - 1));
  const std::string bare = folded(text);
  const bool colon = line.find(':') != std::string_view::npos && line.size() < 90;
  for (const auto& word : kAfter)
    if (colon && bare.size() > word.size() + 1 && bare.ends_with(" " + word))
      return std::string(trimmed(
          text.substr(0, text.size() - std::min(text.size(), word.size() + (word.size() < text.size() ? 1 : 0)))));
  for (const auto& word : kBefore)
    if (bare.starts_with(word + " ") && bare.size() < 100)
      return std::string(trimmed(text.substr(std::min(text.size(), word.size()))));
  return std::nullopt;
}

}  // namespace rialto::imports
