#include "import/page_title.h"

#include <algorithm>

#include "base/date_reading.h"
#include "base/strings.h"
#include "import/page_words.h"
#include "import/post_head.h"

namespace rialto::imports {
namespace {

const std::vector<std::string>& title_labels() {
  static const std::vector<std::string> kLabels = {
      "title",     "topic",      "thread",      "subject",   "thread title", "thema",  "betreff", "titel",
      "sujet",     "discussion", "titre",       "asunto",    "tema",         "título", "titulo",  "hilo",
      "argomento", "titolo",     "discussione", "onderwerp", "тема",         "temat",  "wątek",   "ämne",
      "tråd",      "tópico",     "assunto",     "トピック",  "件名"};
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

bool is_title_like(const PageLine& line) {
  if (line.text.size() > 150 || line.fold.empty() || controls_in(line.fold) != Controls::None) return false;
  const bool dots = line.text.ends_with("...") || line.text.ends_with("…");
  return dots || !(line.text.ends_with('.') || line.text.ends_with(',') || line.text.ends_with(';'));
}

PageTitle title_of_lines(const std::vector<PageLine>& lines, std::size_t begin, std::size_t end) {
  PageTitle found;
  std::optional<std::string> crumb, first, site;
  for (std::size_t at = begin; at < end && at < begin + 40; ++at) {
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
    if (const auto pieces = breadcrumb(line.text); !pieces.empty()) {
      found.context.insert(found.context.end(), pieces.begin(), pieces.end());
      if (pieces.size() >= 3) crumb = line.text.find(" ‹ ") == std::string_view::npos ? pieces.back() : std::string();
      if (crumb && crumb->empty()) crumb.reset();
      continue;
    }
    if (names_a_site(line.text) && !site && !first) {
      site = std::string(line.text);
      continue;
    }
    found.context.emplace_back(line.text);
    if (!first) first = without_reply_mark(line.text);
  }
  if (!found.title) found.title = first ? first : crumb ? crumb : site;
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
