// Markdown as members write it, rendered as HTML that may stand in a page.
//
// CommonMark without raw HTML (it is shown as text), reference definitions, tables and indented code; with ~~deleted~~,
// bare http(s):// and www. addresses as links, and a line break wherever the author broke the line. Pictures become
// links, but for those that members sent here, ![what is to be seen](/picture/KEY):
//   <a class="picture" href="…-2048.webp"><img src="…-640.webp" srcset="…" sizes="…" width="…" height="…" alt="…"></a>
// Spoilers and the sources of quotes: text/source.h. What hides words:
//   <label class="veil"><input type="checkbox" aria-label="Spoiler, show"><span class="veil-words">…</span></label>
//   <div class="veil"><input type="checkbox" aria-label="…"><span class="veil-head" …>Spoiler: Title</span>
//   <div class="veil-words">…</div></div>
// the stylesheet hides .veil-words until the box before it is checked. A veil of a known film bears data-of="KEY"
// (RenderOptions::spoiler_of), and an inline one that says what it is of a span.veil-of before its words.
// A quote with a source:
//   <blockquote class="quote" data-post="3v9k2m"><a class="source" href="/post/3v9k2m">Ana</a>…</blockquote>
// A long one folds, with those within it; what is folded is shown by the stylesheet when the details are open:
//   <blockquote><div class="fold"><details><summary>…</summary></details><div>…</div></div></blockquote>
// A name of a film or person:
//   <a class="name" href="/film/heat-1995" title="Heat (1995)">Heat</a>
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "say/language.h"
#include "text/safe_html.h"

namespace rialto::text {

class WordMask;

inline constexpr std::size_t kPostLimit = 64 * 1024;     // bytes
inline constexpr std::size_t kReviewLimit = 256 * 1024;  // bytes

struct FilmLink {
  std::string address;  // "/film/heat-1995"
  std::string title;    // "Heat (1995)"
};

// A name in the text that shall be a link: bytes of its words as word_stream.h counts them.
struct NameLink {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string address;  // "/film/heat-1995"
  std::string title;    // "Heat (1995)"
};

// What a spoiler is of.
struct SpoilerOf {
  std::string key;    // small letters, digits and "-"; empty: of nothing that is known
  std::string title;  // as the warning says it: "Heat (1995), the ending"; may be empty
};

// A picture's files, smallest first.
struct PictureFiles {
  struct Size {
    std::string address;
    int width = 0;
    int height = 0;
  };
  std::vector<Size> sizes;  // at least one
};

// What is unset is not looked up: its words stand as they are written. The functions may be called several times with
// the same name.
struct RenderOptions {
  std::size_t input_limit = kPostLimit;        // bytes of Markdown; the rest is left out
  std::size_t output_limit = 16 * kPostLimit;  // about how many bytes of HTML may come out
  unsigned first_heading = 3;                  // what "#" becomes: 1 to 6
  const WordMask* mask = nullptr;
  Language language = say::kLanguages.front();  // of what veils and nameless quotes say

  // In order of begin, none over another. Those that a link, code or the end of a word's emphasis stand against stay words.
  const std::vector<NameLink>* names = nullptr;

  // True for a member's name: "@name" becomes a link.
  std::function<bool(std::string_view name)> knows_member;
  // The film that "[[Heat (1995)]]" means.
  std::function<std::optional<FilmLink>(std::string_view name)> find_film;
  // What a spoiler is of, by its label or title as it is written, "" if it has none. Unset: its title is what is written.
  std::function<SpoilerOf(std::string_view written)> spoiler_of;
  // The files behind "/picture/KEY".
  std::function<std::optional<PictureFiles>(std::string_view address)> find_picture;
  // The author of a quoted post, by its short id, as the name shall be shown.
  std::function<std::optional<std::string>(std::string_view post)> author_of;
};

struct Rendered {
  SafeHtml html;
  bool truncated = false;  // something was left out because of a limit
  bool veiled = false;     // it holds a spoiler
};

Rendered render(std::string_view markdown, const RenderOptions& options = {});

// What a text refers to, to look up before it is rendered; each once, in order of first mention. Members are what
// might be names: "@ana." gives "ana." and "ana".
struct References {
  std::vector<std::string> posts;  // short ids
  std::vector<std::string> members;
  std::vector<std::string> films;
  std::vector<std::string> spoilers;  // labels and titles as they are written, "" for one without
};
References references_of(std::string_view markdown, std::size_t input_limit = kPostLimit);

// A passage of an earlier post as Markdown that names its source, with an empty line after it. The author may be empty.
// "::: spoiler" blocks of the passage, and all of it where its first line says so, become ">!" lines, which can stand in a
// quotation.
std::string quote_of(std::string_view passage, std::string_view post, std::string_view author);

}  // namespace rialto::text
