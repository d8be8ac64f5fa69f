// Signatures: what stands under every post of a member and is no part of what the post says.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "import/passage.h"

namespace rialto::imports {

// Takes the signature of each post out of its body and returns it as Markdown, in the order of the posts. Taken are
// what the page marks as one, what follows "--" or "____", a last paragraph that is a quotation with its source, one
// behind a wider gap that is no sentence of the talk, and one that ends several posts of the same author.
std::vector<std::optional<std::string>> take_signatures(std::vector<FoundPost>& posts);

}  // namespace rialto::imports
