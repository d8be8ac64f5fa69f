#include "web/form.h"

#include <algorithm>

#include "base/strings.h"
#include "say/trouble.h"
#include "web/percent.h"

namespace rialto::web {

namespace {

constexpr std::size_t kLongestBoundary = 70;  // RFC 2046, 5.1.1
constexpr std::size_t kLongestPartHead = 4 * 1024;

Refusal malformed() {
  return {Status::BadRequest, say::trouble::form_broken};
}

Refusal not_text() {
  return {Status::BadRequest, say::trouble::not_text};
}

bool is_text(std::string_view text) {
  return is_utf8(text) && text.find('\0') == std::string_view::npos;
}

std::string_view media_type(std::string_view header) {
  return trimmed(header.substr(0, header.find(';')));
}

// Takes what stands before `end` off the text; nothing if `end` is not there.
std::optional<std::string_view> take_until(std::string_view& text, std::string_view end) {
  const std::size_t at = text.find(end);
  if (at == std::string_view::npos) return std::nullopt;
  const std::string_view taken = text.substr(0, at);
  text.remove_prefix(at + end.size());
  return taken;
}

struct PartHead {
  std::string name;
  std::optional<std::string> filename;
  std::string type = "text/plain";
};

std::optional<PartHead> read_part_head(std::string_view head) {
  PartHead part;
  bool named = false;
  for (const std::string_view line : lines_of(head)) {
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    const std::string_view name = line.substr(0, colon), value = trimmed(line.substr(colon + 1));
    if (equal_ignoring_case(name, "content-disposition")) {
      if (named || !equal_ignoring_case(media_type(value), "form-data")) return std::nullopt;
      auto field = header_parameter(value, "name");
      if (!field) return std::nullopt;
      part.name = std::move(*field);
      part.filename = header_parameter(value, "filename");
      named = true;
    } else if (equal_ignoring_case(name, "content-type")) {
      part.type = value;
    }
  }
  if (!named) return std::nullopt;
  return part;
}

std::optional<Refusal> keep_part(PartHead head, std::string_view bytes, Fields& form, std::vector<Upload>& uploads) {
  if (form.size() + uploads.size() >= kMostFormFields)
    return Refusal{Status::BadRequest, say::trouble::too_many_fields};
  if (!is_text(head.name) || !is_text(head.filename.value_or("")) || !is_text(head.type)) return not_text();
  if (head.filename) {
    // A file input left empty comes as a file without name and bytes.
    if (!head.filename->empty() || !bytes.empty())
      uploads.push_back({std::move(head.name), std::move(*head.filename), std::move(head.type), std::string(bytes)});
    return std::nullopt;
  }
  if (!is_text(bytes)) return not_text();
  form.add(head.name, bytes);
  return std::nullopt;
}

}  // namespace

std::optional<std::string> header_parameter(std::string_view header, std::string_view name) {
  std::size_t at = header.find(';');
  while (at != std::string_view::npos && at < header.size()) {
    header = header.substr(at + 1);
    const std::size_t equals = header.find('=');
    if (equals == std::string_view::npos) return std::nullopt;
    const std::string_view key = trimmed(header.substr(0, equals));
    header = header.substr(equals + 1);
    std::string_view value;
    if (!header.empty() && header.front() == '"') {
      const std::size_t close = header.find('"', 1);
      if (close == std::string_view::npos) return std::nullopt;
      value = header.substr(1, close - 1);
      header = header.substr(close + 1);
      at = header.find(';');
    } else {
      at = header.find(';');
      value = trimmed(header.substr(0, at));
    }
    if (!equal_ignoring_case(key, name)) continue;
    return replaced(replaced(replaced(value, "%22", "\""), "%0D", "\r"), "%0A", "\n");
  }
  return std::nullopt;
}

std::optional<Refusal> read_multipart(std::string_view content_type, std::string_view body, Fields& form,
                                      std::vector<Upload>& uploads) {
  const auto boundary = header_parameter(content_type, "boundary");
  if (!boundary || boundary->empty() || boundary->size() > kLongestBoundary) return malformed();
  const std::string delimiter = "\r\n--" + *boundary;
  // The first delimiter may stand at the very beginning, or after a preamble that nobody reads.
  if (body.starts_with(std::string_view(delimiter).substr(2)))
    body.remove_prefix(delimiter.size() - 2);
  else if (!take_until(body, delimiter))
    return malformed();
  while (!body.starts_with("--")) {
    const auto padding = take_until(body, "\r\n");
    if (!padding || !trimmed(*padding).empty()) return malformed();
    if (body.starts_with("\r\n")) return malformed();  // a part without headers has no name
    const auto head = take_until(body, "\r\n\r\n");
    if (!head || head->size() > kLongestPartHead) return malformed();
    auto part = read_part_head(*head);
    if (!part) return malformed();
    const auto bytes = take_until(body, delimiter);
    if (!bytes) return malformed();
    if (auto refused = keep_part(std::move(*part), *bytes, form, uploads)) return refused;
  }
  return std::nullopt;
}

std::optional<Refusal> read_form(Request& request) {
  const std::string body = std::move(request.body);
  request.body.clear();
  const std::string_view header = request.headers.get("content-type");
  const std::string_view type = media_type(header);
  if (equal_ignoring_case(type, "application/x-www-form-urlencoded")) {
    const auto read = read_urlencoded(body, kMostFormFields, request.form);
    const bool too_many = request.form.size() >= kMostFormFields;
    if (!read) return Refusal{Status::BadRequest, too_many ? say::trouble::too_many_fields : say::trouble::not_text};
    return std::nullopt;
  }
  if (equal_ignoring_case(type, "multipart/form-data"))
    return read_multipart(header, body, request.form, request.uploads);
  if (body.empty()) return std::nullopt;
  return Refusal{Status::UnsupportedMediaType, say::trouble::no_form};
}

}  // namespace rialto::web
