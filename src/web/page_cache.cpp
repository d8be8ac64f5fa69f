#include "web/page_cache.h"

#include <algorithm>

#include "base/digest.h"
#include "web/read_trace.h"

namespace rialto::web {

namespace {

constexpr std::size_t kMostHalves = 6;  // of one page: three codings, and a few sizes of holes
constexpr std::size_t kOverhead = 512;  // of one page, in the list and the table

std::shared_ptr<const Halves> taking(const std::vector<std::shared_ptr<const Halves>>& all, Wanted wanted) {
  for (const auto& halves : all)
    if (halves->takes(wanted.coding, wanted.hole_size)) return halves;
  return nullptr;
}

std::string tag_of(std::string_view before, std::string_view after) {
  constexpr std::size_t kBytes = 16;
  return hex(std::string_view(digest({before, after})).substr(0, kBytes));
}

}  // namespace

PageCache::PageCache(std::size_t most) : most_(most) {}

std::shared_ptr<const ReadTrace> PageCache::trace_of_old(std::string_view key, const Stamp& stamp) const {
  const std::lock_guard lock(mutex_);
  const auto place = places_.find(key);
  if (place == places_.end() || !place->second->is_of(stamp) || place->second->stamp.moment == stamp.moment) return nullptr;
  return place->second->trace;
}

void PageCache::renew(std::string_view key, const std::shared_ptr<const ReadTrace>& trace, const Moment& moment) {
  const std::lock_guard lock(mutex_);
  const auto place = places_.find(key);
  if (place == places_.end() || place->second->trace != trace) return;
  place->second->stamp.moment = moment;
  ++renewed_;
}

std::optional<std::shared_ptr<const Shown>> PageCache::shown(std::string_view key, const Stamp& stamp) const {
  const std::lock_guard lock(mutex_);
  const auto place = places_.find(key);
  if (place == places_.end() || !place->second->is_true(stamp)) return std::nullopt;
  return place->second->shown;
}

KeptPage PageCache::find(std::string_view key, const Stamp& stamp, Wanted wanted) {
  const std::lock_guard lock(mutex_);
  const auto place = places_.find(key);
  if (place == places_.end() || !place->second->is_true(stamp)) return {};
  auto halves = taking(place->second->halves, wanted);
  if (!halves) return {};
  use(place->second);
  ++found_;
  return {std::move(halves), place->second->tag};
}

// The kept page if its bytes are these: it is as good as new. `tag` is set where only the coding is missing.
KeptPage PageCache::same_page(std::string_view key, const MadePage& made, Fingerprint before, Fingerprint after,
                              Wanted wanted, std::string& tag) {
  const std::lock_guard lock(mutex_);
  ++made_;
  const auto place = places_.find(key);
  if (place == places_.end()) return {};
  Page& page = *place->second;
  if (page.before != before || page.after != after) return {};
  page.take(made);
  tag = page.tag;
  auto halves = taking(page.halves, wanted);
  if (halves) use(place->second);
  return {std::move(halves), page.tag};
}

void PageCache::Page::take(const MadePage& made) {
  stamp = made.stamp;
  true_until = made.true_until;
  shown = made.shown;
  trace = made.trace;
}

KeptPage PageCache::keep(std::string_view key, const MadePage& made, Wanted wanted) {
  const auto first = fingerprint_of(made.before), second = fingerprint_of(made.after);
  std::string tag;
  if (auto same = same_page(key, made, first, second, wanted, tag); same.halves) return same;
  if (tag.empty()) tag = tag_of(made.before, made.after);
  const auto halves = std::make_shared<const Halves>(made.before, made.after, wanted.coding, wanted.hole_size);
  const std::lock_guard lock(mutex_);
  const auto place = place_for(key);
  if (place->before != first || place->after != second) place->halves.clear();
  place->take(made);
  place->before = first;
  place->after = second;
  place->tag = tag;
  if (place->halves.size() == kMostHalves) place->halves.erase(place->halves.begin());
  if (!taking(place->halves, wanted)) place->halves.push_back(halves);
  resize(*place);
  make_room();
  return {halves, std::move(tag)};
}

PageCache::Pages::iterator PageCache::place_for(std::string_view key) {
  if (const auto place = places_.find(key); place != places_.end()) return place->second;
  once_.push_front({.key = std::string(key)});
  places_.emplace(once_.front().key, once_.begin());
  return once_.begin();
}

void PageCache::use(Pages::iterator page) {
  if (!page->read_again) {
    page->read_again = true;
    once_size_ -= page->size;
    again_size_ += page->size;
    again_.splice(again_.begin(), once_, page);
  } else {
    again_.splice(again_.begin(), again_, page);
  }
}

void PageCache::resize(Page& page) {
  std::size_t& sum = page.read_again ? again_size_ : once_size_;
  sum -= page.size;
  page.size = kOverhead + page.key.size();
  for (const auto& halves : page.halves) page.size += halves->size();
  if (page.trace) page.size += page.trace->size();
  sum += page.size;
}

void PageCache::make_room() {
  while (once_size_ + again_size_ > most_) {
    // A tenth is left to new pages, so that a page which people begin to read can stay until it is read again.
    const bool from_once = !once_.empty() && (again_.empty() || once_size_ > most_ / 10);
    Pages& pages = from_once ? once_ : again_;
    std::size_t& sum = from_once ? once_size_ : again_size_;
    sum -= pages.back().size;
    places_.erase(pages.back().key);
    pages.pop_back();
  }
}

PageCache::Counts PageCache::counts() const {
  const std::lock_guard lock(mutex_);
  return {.bytes = once_size_ + again_size_, .found = found_, .made = made_, .renewed = renewed_};
}

std::size_t PageCache::size() const {
  const std::lock_guard lock(mutex_);
  return once_size_ + again_size_;
}

}  // namespace rialto::web
