// What the compiled texts (say/en/*.txt and their like, tools/say2cpp) are made with.
#pragma once

#include <concepts>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "say/language.h"

namespace rialto::say {

// The forms of CLDR; each language has some of them.
enum class Plural : unsigned char { Zero, One, Two, Few, Many, Other };

// Which form the language uses beside this number, by ICU's rules.
Plural plural_of(Language language, std::int64_t count);

// As the language writes whole numbers: "40,791", "40.791".
void append_number(std::string& out, Language language, std::int64_t number);

// Takes the pieces of a text with slots, in order: what stands between slots as Slot::text, then each slot with its words.
// Borrows a function for the length of one call.
template <class Slot>
class Put {
 public:
  template <class Function>
    requires(!std::same_as<std::remove_cvref_t<Function>, Put>)
  Put(Function&& function)  // NOLINT(google-explicit-constructor): a page hands in a lambda
      : object_(const_cast<void*>(static_cast<const void*>(&function))), call_([](void* object, Slot slot, std::string_view words) {
          (*static_cast<std::remove_reference_t<Function>*>(object))(slot, words);
        }) {}

  void operator()(Slot slot, std::string_view words) const { call_(object_, slot, words); }

 private:
  void* object_;
  void (*call_)(void*, Slot, std::string_view);
};

// A text that is said later, in the language of whoever reads it: why something is refused.
class Later {
 public:
  Later() = default;
  Later(std::string_view (*text)(Language))  // NOLINT(google-explicit-constructor): a text is what it says
      : say_([text](Language language) { return std::string(text(language)); }) {}
  template <class Function>
    requires std::same_as<std::invoke_result_t<Function, Language>, std::string>
  Later(Function function) : say_(std::move(function)) {}  // NOLINT(google-explicit-constructor): for texts with values

  // What only programs and their authors read, in English: why bytes are no HTTP.
  static Later untranslated(std::string words) {
    return Later([words = std::move(words)](Language) { return words; });
  }

  // "" if there is nothing to say.
  std::string in(Language language) const { return say_ ? say_(language) : std::string(); }
  bool empty() const { return !say_; }

 private:
  std::function<std::string(Language)> say_;
};

}  // namespace rialto::say
