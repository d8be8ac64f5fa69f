// Pictures: their files, and taking new ones, from the script or with the form of a text.
#pragma once

#include <cstddef>

#include "web/http.h"
#include "web/writing.h"

namespace rialto::web {

struct Visit;

inline constexpr std::size_t kPicturesAForm = 4;
inline constexpr std::size_t kPictureFormBytes = 16 * 1024 * 1024;  // of a form that brings pictures

// /picture/KEY-WIDTH.webp: asked for again each time, as a text that shows it may be taken away; before one shows it, it
// is seen by its member alone.
Response picture_file(Visit& visit);

// POST /picture with a file "picture" and its "words": answers with the line of Markdown that names it (text/plain), or
// with a sentence that says why not.
Response take_picture(Visit& visit);

// Keeps the pictures that came with a form and names them at the end of its text. False: one could not be taken; why
// stands beside the text, which is to be shown again before it is sent.
bool take_pictures(Visit& visit, Written& written);

}  // namespace rialto::web
