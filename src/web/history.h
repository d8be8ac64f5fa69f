// How a text changed: its versions with what each changed, newest first.
#pragma once

#include <cstdint>
#include <string>
#include <utility>

#include "base/time.h"
#include "text/difference.h"
#include "web/pieces.h"
#include "web/view/thread.h"

namespace rialto::web {

// Takes versions from the oldest on.
class History {
 public:
  // `dated`: when the first version was written (EDTF, "" if not kept).
  // `spoils`: the label over its thread, "" for none.
  History(view::PostHistory& page, const std::string& dated, const Telling& telling, const std::string& spoils = {})
      : page_(page), telling_(telling), since_(when_of(dated, telling)), veiled_(!spoils.empty()) {}

  void add(std::int64_t number, const std::string& body) {
    const auto difference = text::difference(number == 1 ? body : before_, body);
    page_.versions.insert(page_.versions.begin(), {.number = static_cast<int>(number),
                                                   .when = since_,
                                                   .by = page_.author,
                                                   .why = "",
                                                   .changes = difference.html,
                                                   .veiled = veiled_ || difference.veiled});
    before_ = body;
  }

  // A version that an edit ended.
  template <class Version>
  void add(const Version& version) {
    add(version.version, version.body);
    since_ = when_of(version.until, telling_);
  }

 private:
  view::PostHistory& page_;
  const Telling telling_;
  view::When since_;
  bool veiled_;
  std::string before_;
};

}  // namespace rialto::web
