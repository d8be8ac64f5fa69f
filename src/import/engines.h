// How the board programs that we know mark their posts up. To read another one: add a row, and a sample in samples/.
#pragma once

#include <span>

namespace rialto::imports {

// Selectors (import/dom.h); of alternatives the first that is there counts. "" where the program has nothing of the
// kind.
struct Engine {
  const char* name;
  const char* post;
  const char* author;
  const char* date;
  const char* body;
  const char* signature;
  const char* edited;
};

// Boards, most particular first.
std::span<const Engine> board_engines();

// Comments below articles.
std::span<const Engine> comment_engines();

}  // namespace rialto::imports
