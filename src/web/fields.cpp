#include "web/fields.h"

namespace rialto::web {

void Fields::add(std::string_view name, std::string_view value) {
  spans_.push_back({bytes_.size(), name.size(), value.size()});
  bytes_.append(name).append(value);
}

Fields::Field Fields::operator[](std::size_t index) const {
  const Span& span = spans_[index];
  const std::string_view bytes = bytes_;
  return {bytes.substr(span.name_at, span.name_size), bytes.substr(span.name_at + span.name_size, span.value_size)};
}

std::optional<std::string_view> Fields::find(std::string_view name) const {
  for (std::size_t i = 0; i < spans_.size(); ++i)
    if (const Field field = (*this)[i]; field.name == name) return field.value;
  return std::nullopt;
}

std::vector<std::string_view> Fields::all(std::string_view name) const {
  std::vector<std::string_view> values;
  for (std::size_t i = 0; i < spans_.size(); ++i)
    if (const Field field = (*this)[i]; field.name == name) values.push_back(field.value);
  return values;
}

std::size_t Fields::count(std::string_view name) const {
  std::size_t found = 0;
  for (std::size_t i = 0; i < spans_.size(); ++i) found += (*this)[i].name == name;
  return found;
}

void Fields::clear() {
  bytes_.clear();
  spans_.clear();
}

}  // namespace rialto::web
