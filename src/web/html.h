// How a compiled page puts a value: one function for each place where a value can stand. A page may show text, whole
// numbers, optionals of these, and SafeHtml (in text only); anything else has to be made text by its view.
#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "text/escape.h"
#include "text/safe_html.h"
#include "web/style_rule.h"

namespace rialto::web::html {

template <class T>
concept WholeNumber = std::integral<T> && !std::same_as<T, bool> && !std::same_as<T, char>;

// What a path goes through: the value itself, or what an optional holds. It is a bug to go through an empty one.
template <class T>
const T& at(const T& value) {
  return value;
}
template <class T>
const T& at(const std::optional<T>& value) {
  return value.value();
}

template <class T>
inline constexpr bool kIsOptional = false;
template <class T>
inline constexpr bool kIsOptional<std::optional<T>> = true;

// What {% if %} asks: true, not nothing, not empty, not 0.
template <class T>
bool truth(const T& value) {
  if constexpr (kIsOptional<T>) return value.has_value();
  else if constexpr (std::integral<T>) return value != T{};
  else if constexpr (requires { value.view(); }) return !value.view().empty();
  else return !value.empty();
}

inline void put_text(std::string& out, std::string_view value) { text::append_text(out, value); }
inline void put_text(std::string& out, const text::SafeHtml& value) { out.append(value.view()); }
template <WholeNumber T>
void put_text(std::string& out, T value) {
  out.append(std::to_string(value));
}

inline void put_attribute(std::string& out, std::string_view value) { text::append_attribute(out, value); }
void put_attribute(std::string& out, const text::SafeHtml& value) = delete;
template <WholeNumber T>
void put_attribute(std::string& out, T value) {
  out.append(std::to_string(value));
}

// A whole address: http, https, mailto or one of ours; anything else leads nowhere ("#").
inline void put_address(std::string& out, std::string_view value) { text::append_url_attribute(out, value); }

// A part of an address after its beginning: all but letters, digits and "-._~" is percent-encoded.
inline void put_address_part(std::string& out, std::string_view value) { text::append_query(out, value); }
template <WholeNumber T>
void put_address_part(std::string& out, T value) {
  out.append(std::to_string(value));
}

// In <style> only what web/style_rule.h makes.
inline void put_style(std::string& out, const StyleRule& rule) { out.append(rule.view()); }

template <class T>
void put_text(std::string& out, const std::optional<T>& value) {
  if (value) put_text(out, *value);
}
template <class T>
void put_attribute(std::string& out, const std::optional<T>& value) {
  if (value) put_attribute(out, *value);
}

}  // namespace rialto::web::html
