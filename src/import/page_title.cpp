#include "import/page_title.h"

#include <algorithm>

#include "base/date_reading.h"
#include "base/strings.h"
#include "import/page_words.h"
#include "import/post_head.h"

namespace rialto::imports {
namespace {

const std::vector<std::string>& title_labels() {
  static const std::vector<std::string> kLabels = {"title",
                                                   "author topic",
                                                   "view full version",
                                                   "full version",
                                                   "vollständige version anzeigen",
                                                   "topic",
                                                   "thread",
                                                   "subject",
                                                   "thread title",
                                                   "thema",
                                                   "betreff",
                                                   "titel",
                                                   "sujet",
                                                   "discussion",
                                                   "titre",
                                                   "asunto",
                                                   "tema",
                                                   "título",
                                                   "titulo",
                                                   "hilo",
                                                   "argomento",
                                                   "titolo",
                                                   "discussione",
                                                   "onderwerp",
                                                   "тема",
                                                   "temat",
                                                   "wątek",
                                                   "ämne",
                                                   "tråd",
                                                   "tópico",
                                                   "assunto",
                                                   "トピック",
                                                   "スレッド",
                                                   "スレ",
                                                   "主题",
                                                   "标题",
                                                   "件名"};
  return kLabels;
}

const std::vector<std::string>& board_labels() {
  static const std::vector<std::string> kLabels = {
      "board",   "forum",   "film",     "movie",     "section",  "rubrik",   "unterforum",
      "foro",    "bereich", "category", "kategorie", "película", "pelicula", "catégorie",
      "sezione", "фильм",   "форум",    "fórum",     "filme",    "映画",     "掲示板"};
  return kLabels;
}

// "Topic: The closing scene": what stands behind one of the labels.
std::optional<std::string> labelled(const PageLine& line, const std::vector<std::string>& labels) {
  for (const char* colon : {":", "："}) {
    const auto at = line.text.find(colon);
    if (at == std::string_view::npos || at > 40) continue;
    const auto name = folded(trimmed(line.text.substr(0, at)));
    const bool known =
        std::any_of(labels.begin(), labels.end(), [&](const auto& label) { return folded(label) == name; });
    const auto rest = trimmed(line.text.substr(at + std::string_view(colon).size()));
    if (known && !rest.empty()) return std::string(rest);
  }
  return std::nullopt;
}

std::vector<std::string> breadcrumb(std::string_view line) {
  for (const char* sign : {" > ", " › ", " » ", " ‹ ", " → ", " :: ", " / ", " ▸ ", " >> "}) {
    std::vector<std::string> pieces;
    const std::string marked = replaced(line, sign, "\n");
    for (const auto piece : split(marked, '\n')) pieces.emplace_back(trimmed(piece));
    if (pieces.size() >= 3 || (pieces.size() == 2 && std::string_view(sign) != " / ")) return pieces;
  }
  return {};
}

bool is_counter(const PageLine& line) {
  static const std::vector<std::string> kStarts = {
      "page ",   "seite ",     "pagina ",    "página ",      "стр",           "posts:",         "views",
      "replies", "antworten:", "started by", "erstellt von", "discussion in", "thread starter", "last post",
      "sort",    "showing",    "results",    "posted in",    "go to"};
  const bool known = std::any_of(kStarts.begin(), kStarts.end(),
                                 [&](const auto& start) { return line.fold.starts_with(folded(start)); });
  const auto letters = std::count_if(line.fold.begin(), line.fold.end(), [](char letter) {
    return (letter >= 'a' && letter <= 'z') || static_cast<unsigned char>(letter) >= 0x80;
  });
  const bool digits =
      std::any_of(line.fold.begin(), line.fold.end(), [](char letter) { return letter >= '0' && letter <= '9'; });
  return (known && digits) || letters < 2 ||
         (digits && line.fold.size() < 24 && line.fold.find(" posts") != std::string::npos) ||
         (digits && line.fold.size() < 24 && line.fold.find("beitrage") != std::string::npos);
}

bool names_a_site(std::string_view text) {
  const std::string fold = folded(text);
  for (const char* word :
       {"forum", "board", "foro", ".com", ".de", ".org", ".net", ".fr", "community", "blog", "форум", "forums"})
    if (fold.find(word) != std::string::npos) return true;
  return false;
}

}  // namespace

std::string without_reply_mark(std::string_view title) {
  // "The bowling alley (self.flicks)": where Reddit keeps it; "The bowling alley  (Read 1203 times)".
  for (const char* open : {" (self.", " (Read "})
    if (const auto at = title.rfind(open); at != std::string_view::npos && title.ends_with(')'))
      title = title.substr(0, at);
  for (bool again = true; again;) {
    again = false;
    title = trimmed(title);
    for (const char* mark : {"Re:", "RE:", "re:", "AW:", "Aw:", "Antw:", "Sv:", "SV:", "Odp:", "Отв:"})
      if (title.starts_with(mark)) {
        title.remove_prefix(std::string_view(mark).size());
        again = true;
      }
  }
  return std::string(title);
}

bool has_year_in_brackets(std::string_view text) {
  const std::string plain = replaced(replaced(text, "（", "("), "）", ")");
  for (auto open = plain.find('('); open != std::string::npos; open = plain.find('(', open + 1)) {
    const auto close = plain.find(')', open);
    if (close == std::string::npos || close > open + 80) continue;
    std::size_t digits = 0;
    for (auto at = open + 1; at <= close; ++at) {
      const bool digit = plain[at] >= '0' && plain[at] <= '9';
      if (!digit && digits == 4 && (plain[at - 4] == '1' || plain[at - 4] == '2')) return true;
      digits = digit ? digits + 1 : 0;
    }
  }
  return false;
}

bool is_title_like(const PageLine& line) {
  if (line.text.size() > 150 || line.fold.empty() || controls_in(line.fold) != Controls::None) return false;
  const bool dots = line.text.ends_with("...") || line.text.ends_with("…");
  return dots || !(line.text.ends_with('.') || line.text.ends_with(',') || line.text.ends_with(';'));
}

namespace {

// The subject that a reply on the page repeats.
std::string repeated_subject(const std::vector<PageLine>& lines) {
  for (std::size_t at = 0; at < lines.size() && at < 4000; ++at) {
    const auto& fold = lines[at].fold;
    if (!fold.starts_with("re: ") && !fold.starts_with("aw: ") && fold.find(": re: ") == std::string::npos) continue;
    const auto mark = fold.find(": re: ");
    const auto text =
        mark != std::string::npos && mark < 12 ? lines[at].text.substr(lines[at].text.find(':') + 1) : lines[at].text;
    return without_reply_mark(text);
  }
  return "";
}

// How much a line among others looks like the title.
int worth(const std::vector<PageLine>& lines, std::size_t at) {
  const auto& line = lines[at];
  const auto words = std::count(line.text.begin(), line.text.end(), ' ') + 1;
  int worth = (line.gap > 0 ? 2 : 0) + (words >= 2 ? 2 : 0) + (words >= 4 ? 1 : 0);
  for (const char* sign : {"?", ": ", "(", " - ", " – ", "!"})
    if (line.text.find(sign) != std::string_view::npos) {
      ++worth;
      break;
    }
  if (names_a_site(line.text)) worth -= 4;
  if (at + 1 < lines.size() && lines[at + 1].fold == "thread starter") worth += 4;
  if (at > 0 && (lines[at - 1].fold == "thread starter" || lines[at - 1].fold == "start date")) worth -= 6;
  return worth;
}

}  // namespace

PageTitle title_of_lines(const std::vector<PageLine>& lines, std::size_t begin, std::size_t end) {
  PageTitle found;
  std::optional<std::string> crumb;
  std::optional<std::size_t> best;
  int most = -10;
  const auto subject = repeated_subject(lines);
  for (std::size_t at = begin; at < end && at < begin + 60; ++at) {
    const auto& line = lines[at];
    if (auto label = labelled(line, title_labels())) {
      if (!found.title) found.title = without_reply_mark(*label);
      continue;
    }
    if (auto label = labelled(line, board_labels())) {
      found.context.push_back(*label);
      continue;
    }
    if (is_page_junk(line.text, line.fold) || is_profile(line.fold) || is_rule(line.text) || is_counter(line) ||
        !is_title_like(line))
      continue;
    if (!subject.empty() && folded(without_reply_mark(line.text)) == folded(subject)) found.title = subject;
    if (const auto pieces = breadcrumb(line.text); !pieces.empty()) {
      found.context.insert(found.context.end(), pieces.begin(), pieces.end());
      if (pieces.size() >= 3 && line.text.find(" ‹ ") == std::string_view::npos) crumb = pieces.back();
      continue;
    }
    found.context.emplace_back(line.text);
    if (line.text.starts_with("r/") || line.text == "•" || line.text == "·") continue;
    if (const int here = worth(lines, at); here > most) {
      most = here;
      best = at;
    }
  }
  if (!found.title && best && (most > -2 || !crumb)) found.title = without_reply_mark(lines[*best].text);
  if (!found.title) found.title = crumb;
  for (std::size_t at = begin; at < lines.size() && at < begin + 12 && !found.title; ++at)
    if (auto label = labelled(lines[at], title_labels())) found.title = without_reply_mark(*label);
  if (found.title) std::erase(found.context, *found.title);
  return found;
}

std::string without_site(std::string_view title) {
  std::string text = without_reply_mark(title);
  for (const char* sign : {" | ", " :: ", " • ", " · ", " » ", " — ", " – ", " - "}) {
    const auto at = text.rfind(sign);
    if (at == std::string::npos || at < 3) continue;
    return std::string(trimmed(std::string_view(text).substr(0, at)));
  }
  return text;
}

}  // namespace rialto::imports
