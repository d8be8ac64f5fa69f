#include "web/read_marks.h"

#include <algorithm>

#include "db/db.h"
#include "web/shown.h"

namespace rialto::web {

namespace {

constexpr Seconds kSittingLasts{30 * 60};

bool shows_unread(const ShownPosts& shown, const talk::ReadMark& mark, MemberId member) {
  return std::any_of(shown.posts.begin(), shown.posts.end(),
                     [&](const auto& post) { return post.author != member && !mark.numbers.has(post.number); });
}

bool shows_unread_only(const ShownPosts& shown, const talk::ReadMark& mark, MemberId member) {
  return std::none_of(shown.posts.begin(), shown.posts.end(),
                      [&](const auto& post) { return post.author != member && mark.numbers.has(post.number); });
}

}  // namespace

std::size_t ReadMarks::Hash::operator()(const Key& key) const {
  return std::hash<MemberId>{}(key.member) * 31 + std::hash<ThreadId>{}(key.thread);
}

std::vector<talk::ReadMark> ReadMarks::of(MemberId member, const std::vector<ThreadId>& threads, const Moment& moment) {
  auto marks = kept_.get(key_of(member, threads), moment, [&] {
    return db_.read([&](Tx& tx) { return talk::read_marks_of(tx, member, threads); });
  });
  std::vector<talk::ReadMark*> all;
  for (auto& mark : marks) all.push_back(&mark);
  complete(member, all);
  const std::lock_guard lock(mutex_);
  for (const auto thread : threads) {
    const auto sitting = sittings_.find({member, thread});
    const bool known = std::any_of(marks.begin(), marks.end(), [&](const auto& mark) { return mark.thread == thread; });
    if (sitting != sittings_.end() && !known) marks.push_back(sitting->second.now);
  }
  return marks;
}

std::optional<talk::ReadMark> ReadMarks::of(MemberId member, ThreadId thread, const Moment& moment) {
  auto marks = of(member, std::vector{thread}, moment);
  return marks.empty() ? std::nullopt : std::optional(std::move(marks.front()));
}

void ReadMarks::complete(MemberId member, const std::vector<talk::ReadMark*>& marks) const {
  const std::lock_guard lock(mutex_);
  for (auto* mark : marks) {
    const auto sitting = sittings_.find({member, mark->thread});
    if (sitting == sittings_.end()) continue;
    mark->numbers.add(sitting->second.now.numbers);
    mark->known = std::min(mark->known, sitting->second.now.known);
    mark->at = std::max(mark->at, sitting->second.now.at);
  }
}

ReadMarks::Reading ReadMarks::note(MemberId member, const ShownPosts& shown, const Moment& moment, Time at) {
  const auto known = of(member, shown.thread, moment);
  const std::lock_guard lock(mutex_);
  return noted({member, shown.thread}, known, shown, at);
}

ReadMarks::Reading ReadMarks::noted(const Key& key, const std::optional<talk::ReadMark>& known, const ShownPosts& shown,
                                    Time at) {
  auto now = known.value_or(talk::ReadMark{.thread = shown.thread, .known = shown.of, .numbers = {}, .at = at});
  for (const auto& post : shown.posts) now.numbers.add(post.number);
  const bool again = known && !shows_unread(shown, *known, key.member);
  const auto place = sittings_.find(key);
  const bool sits = place != sittings_.end() && at < place->second.now.at + kSittingLasts;
  if (sits) now.numbers.add(place->second.now.numbers);
  const bool grown = !known || now.numbers != known->numbers;
  if (again && sits) {
    place->second.now.numbers = now.numbers;
    place->second.written = place->second.written && !grown;
    return {.before = place->second.before, .after = now, .again = true};
  }
  // Who turns to another page is told by what they had read when they sat down, so that the page before keeps its news.
  const bool goes_on = sits && place->second.before && shows_unread_only(shown, *known, key.member);
  const auto before = goes_on ? place->second.before : known;
  if (grown) {
    now.at = at;
    sittings_.insert_or_assign(key, Sitting{.before = before, .now = now});
  }
  return {.before = before, .after = now, .again = again};
}

void ReadMarks::note_all(MemberId member, const std::vector<ShownThread>& threads, const Moment& moment, Time at) {
  std::vector<ThreadId> ids;
  for (const auto& thread : threads) ids.push_back(thread.id);
  auto marks = of(member, ids, moment);
  {
    const std::lock_guard lock(mutex_);
    for (const auto& thread : threads) {
      const auto known = std::find_if(marks.begin(), marks.end(), [&](const auto& mark) { return mark.thread == thread.id; });
      auto mark = known == marks.end() ? talk::ReadMark{.thread = thread.id, .known = 0, .numbers = {}, .at = at} : *known;
      mark.numbers.add(mark.known + 1, thread.posts);
      if (known == marks.end() || mark.numbers != known->numbers)
        sittings_.insert_or_assign(Key{member, thread.id}, Sitting{.before = mark, .now = mark});
    }
  }
  write_down();
}

std::vector<talk::ReadMark> ReadMarks::unwritten_of(MemberId member) const {
  const std::lock_guard lock(mutex_);
  std::vector<talk::ReadMark> marks;
  for (const auto& [key, sitting] : sittings_)
    if (key.member == member && !sitting.written) marks.push_back(sitting.now);
  return marks;
}

std::vector<ReadMarks::Unwritten> ReadMarks::unwritten() const {
  const std::lock_guard lock(mutex_);
  std::vector<Unwritten> marks;
  for (const auto& [key, sitting] : sittings_)
    if (!sitting.written) marks.push_back({key.member, sitting.now});
  return marks;
}

void ReadMarks::settle(const std::vector<Unwritten>& written, Time at) {
  const std::lock_guard lock(mutex_);
  for (const auto& [member, mark] : written)
    if (const auto place = sittings_.find({member, mark.thread}); place != sittings_.end())
      place->second.written = place->second.now.numbers == mark.numbers;
  std::erase_if(sittings_, [&](const auto& one) {
    return one.second.written && at > one.second.now.at + kSittingLasts;
  });
}

void ReadMarks::write_down() {
  const auto marks = unwritten();
  if (!marks.empty())
    db_.write([&](Tx& tx) {
      for (const auto& [member, mark] : marks) talk::keep_read_mark(tx, member, mark);
    });
  settle(marks, now());
}

void ReadMarks::forget(MemberId member) {
  const std::lock_guard lock(mutex_);
  std::erase_if(sittings_, [&](const auto& one) { return one.first.member == member; });
}

}  // namespace rialto::web
