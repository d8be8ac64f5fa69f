#include "import/bbcode.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/strings.h"
#include "import/markdown.h"

namespace rialto::imports {
namespace {

constexpr std::array<std::string_view, 17> kNames = {"b",       "i",      "u",     "s",    "url",  "img",
                                                     "spoiler", "color",  "size",  "font", "list", "center",
                                                     "code",    "strike", "email", "left", "right"};

struct Tag {
  std::size_t begin = 0, end = 0;
  std::string name, value;
  bool closing = false;
};

// The tag at a bracket, if it is one that we know.
std::optional<Tag> tag_at(std::string_view text, std::size_t at) {
  const auto end = text.substr(at, 300).find(']');
  if (end == std::string_view::npos) return std::nullopt;
  auto inner = text.substr(at + 1, end - 1);
  Tag tag{at, at + end + 1, {}, {}};
  if (inner.starts_with('/')) {
    tag.closing = true;
    inner.remove_prefix(1);
  }
  const auto equals = inner.find('=');
  tag.name = ascii_lower(inner.substr(0, equals));
  if (equals != std::string_view::npos) tag.value = std::string(inner.substr(equals + 1));
  tag.value.erase(std::remove(tag.value.begin(), tag.value.end(), '"'), tag.value.end());
  if (std::find(kNames.begin(), kNames.end(), tag.name) == kNames.end()) return std::nullopt;
  return tag;
}

std::vector<Tag> tags_in(std::string_view text) {
  std::vector<Tag> tags;
  for (auto at = text.find('['); at != std::string_view::npos; at = text.find('[', at)) {
    auto tag = tag_at(text, at);
    at = tag ? tag->end : at + 1;
    if (tag) tags.push_back(std::move(*tag));
  }
  return tags;
}

bool has_partner(const std::vector<Tag>& tags, std::size_t index) {
  const auto& tag = tags[index];
  const std::size_t most = std::min(tags.size(), index + 200);
  const std::size_t least = index > 200 ? index - 200 : 0;
  if (!tag.closing) {
    for (std::size_t at = index + 1; at < most; ++at)
      if (tags[at].name == tag.name) return tags[at].closing;
    return false;
  }
  for (std::size_t at = index; at > least; --at)
    if (tags[at - 1].name == tag.name) return !tags[at - 1].closing;
  return false;
}

std::string mark_of(const Tag& tag) {
  if (tag.name == "b") return "**";
  if (tag.name == "i") return "*";
  if (tag.name == "s" || tag.name == "strike") return "~~";
  if (tag.name == "spoiler") return tag.closing ? "!<" : ">!";
  return "";
}

}  // namespace

std::optional<QuoteTag> quote_begin_in(std::string_view line) {
  const auto begin = ascii_lower(line.substr(0, 4000)).find("[quote");
  if (begin == std::string::npos) return std::nullopt;
  const auto end = line.find(']', begin);
  if (end == std::string_view::npos) return std::nullopt;
  QuoteTag tag{begin, end + 1, std::nullopt};
  auto value = line.substr(begin + 6, end - begin - 6);
  if (value.starts_with('=')) value.remove_prefix(1);
  if (value.starts_with('"')) value = value.substr(1, value.find('"', 1) - 1);
  value = trimmed(value.substr(0, value.find_first_of(",;")));
  if (const auto post = value.find(" post="); post != std::string_view::npos) value = value.substr(0, post);
  if (!value.empty() && value.size() < 60) tag.name = std::string(value);
  return tag;
}

std::optional<QuoteTag> quote_end_in(std::string_view line) {
  for (auto at = line.find("[/"); at != std::string_view::npos; at = line.find("[/", at + 2))
    if (equal_ignoring_case(line.substr(at, 8), "[/quote]")) return QuoteTag{at, at + 8, std::nullopt};
  return std::nullopt;
}

std::string bbcode_as_markdown(std::string_view plain) {
  const auto tags = plain.find('[') == std::string_view::npos ? std::vector<Tag>() : tags_in(plain);
  if (tags.empty()) return escaped_markdown(plain);
  std::string text;
  std::size_t from = 0;
  for (std::size_t index = 0; index < tags.size(); ++index) {
    const auto& tag = tags[index];
    if (tag.begin < from || !has_partner(tags, index)) continue;
    text +=
        from == 0 ? escaped_markdown(plain.substr(0, tag.begin)) : escaped_inline(plain.substr(from, tag.begin - from));
    if (tag.begin > 0 && tag.begin > from && (plain[tag.begin - 1] == ' ' || plain[tag.begin - 1] == '\n') &&
        !text.empty() && text.back() != plain[tag.begin - 1])
      text += plain[tag.begin - 1];
    const bool link = tag.name == "url" && !tag.closing && tag.value.starts_with("http");
    if (link && index + 1 < tags.size() && tags[index + 1].closing && tags[index + 1].name == "url") {
      const auto& close = tags[index + 1];
      text += "[" + escaped_inline(plain.substr(tag.end, close.begin - tag.end)) + "](" + tag.value + ")";
      from = close.end;
      continue;
    }
    text += mark_of(tag);
    from = tag.end;
  }
  return text + escaped_inline(plain.substr(from));
}

std::string without_bbcode(std::string_view plain) {
  if (plain.find('[') == std::string_view::npos) return std::string(plain);
  const auto tags = tags_in(plain);
  std::string text;
  std::size_t from = 0;
  for (std::size_t index = 0; index < tags.size(); ++index) {
    if (!has_partner(tags, index)) continue;
    text += plain.substr(from, tags[index].begin - from);
    from = tags[index].end;
  }
  return text + std::string(plain.substr(from));
}

}  // namespace rialto::imports
