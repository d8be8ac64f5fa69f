// Records → what the talk layer stores: Markdown that names the sources of quotes, dates as far as they were kept.
// Pure; nothing is invented on the way.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "import/record.h"
#include "talk/imported.h"

namespace rialto::imports {

// The ghost of a name that was kept.
using FindGhost = std::function<MemberId(const std::string& name)>;

// What stands for a title that was not kept.
inline constexpr std::string_view kNoTitle = "Title not kept";

std::string title_of(const PageRecord& record);

talk::ImportedThread imported_thread(const ThreadRecord& thread, BoardId board, const FindGhost& ghost);

// Sections are headings "## …"; where pictures stood, a line in italics says so.
talk::ImportedReview imported_review(const ReviewRecord& review, FilmId film, const FindGhost& ghost);

// The comments of a review as its thread. Not for reviews without any.
talk::ImportedThread imported_comments(const ReviewRecord& review, ReviewId id, BoardId board, const FindGhost& ghost);

// The first words, for a person who must tell what the page is about.
std::string excerpt_of(const PageRecord& record);

// The same for the same words in the same order, however the file is called, whichever film was proposed, and whatever
// else a better reader understood of the page.
std::string digest_of(const PageRecord& record);

// A review's Markdown without the lines that say where a picture stood: for excerpts.
std::string without_pictures(std::string_view markdown);

}  // namespace rialto::imports
