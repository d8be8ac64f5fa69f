// Markdown made ready for the parser: clean UTF-8 with "\n" endings, and what CommonMark has no word for (spoilers,
// the source of a quote) written as marks that no foreign text can hold.
//
// Spoilers:
//   inline   >!words!<              emphasis may stand within; unclosed, it hides the rest of its paragraph, and also
//                                   the paragraphs after it up to a "!<" that stands before the next ">!"
//   lines    >! He dies.            a run of such lines without "!<" is a block
//            >! She lives.
//   block    ::: spoiler Title      up to a line ":::", or to the end; they may stand within each other, four deep
//            any Markdown
//            :::
// Backslash escapes (\>!) and addresses in <…> are not spoilers. Each may say what it is of (text/spoiler_label.h), and a
// first line "Spoilers: Heat (1995), ending" makes the whole text one.
//
// Quotes: a line within a quotation that holds nothing but the address of a post, bare or as a link, with ":" after it
// or not, names the source of the lines that follow:
//   > [Ana](/post/3v9k2m):
//   > The passage.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rialto::text {

// Control characters stand in prepared text only as these.
inline constexpr char kVeilOpens = '\1';    // "\1{" for ">!"
inline constexpr char kVeilCloses = '\2';   // "}\2" for "!<"
inline constexpr char kVeilBlock = '\3';    // first in a quotation that is a spoiler; its title follows
inline constexpr char kColon = '\4';        // for the ":" of "]:", so that nothing is a reference definition
inline constexpr char kQuoteSource = '\5';  // first in a quotation that has a source; the post's short id follows
inline constexpr char kLabel = '\6';        // around what a spoiler is of, behind "\1{" or kVeilBlock
inline constexpr char kSign = '\7';         // a sign of ASCII within a label: a letter or digit that stands for it follows
inline constexpr char kLastMark = kSign;

struct Source {
  std::string text;
  bool truncated = false;  // the Markdown was longer than the limit and was cut before a code point
};

Source prepare(std::string_view markdown, std::size_t limit);

// The text as it was written: marks turned back to what they stand for.
void append_unmarked(std::string& out, std::string_view text);

// The short id if the line is nothing but a link to, or the address of, a post; else empty.
std::string_view source_of_quote(std::string_view line);

}  // namespace rialto::text
