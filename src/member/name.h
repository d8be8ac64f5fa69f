// What a member may be called: letters, digits, "_", "-" and "." of any one script, 2 to 30 characters, not to be taken
// for another name. The letters are those that text/handle.h reads behind an "@".
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rialto::member {

enum class NameFault { Short, Long, Letters, Edges, Mixed, Reserved };

std::optional<NameFault> fault_of_name(std::string_view name);

// Names that look alike have the same skeleton (Unicode UTS 39, over the folded name): "Paypal" and "paypa1".
std::string skeleton_of(std::string_view name);

}  // namespace rialto::member
