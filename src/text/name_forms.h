// The forms in which people write a name: "The Godfather: Part II" is also "Godfather 2".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/lexicon.h"

namespace rialto::text {

struct NameVariant {
  std::string text;
  NameForm form = NameForm::Title;
};

// Of a film's title, or another title of it (`form` says which); itself first.
std::vector<NameVariant> title_variants(std::string_view title, NameForm form);

// Of a person's name: without middle initials, without "Jr.", the surname ("De Niro"), with a familiar first name
// ("Jimmy" for James). The given name alone is the last if there is one.
std::vector<NameVariant> person_variants(std::string_view name);

// Of a character as a cast list has it: without "(voice)" and ranks. Empty for what names nobody ("Himself").
std::vector<NameVariant> character_variants(std::string_view name);

// What the titles of a series share: before a colon, without a number at the end. Folded.
std::string series_name(std::string_view title);

}  // namespace rialto::text
