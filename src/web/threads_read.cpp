#include "web/threads_read.h"

#include <algorithm>

#include "db/db.h"
#include "web/visit.h"

namespace rialto::web {

namespace {

// Threads that were opened for the first time since marks were last written down.
std::vector<ThreadRead> just_opened(const Visit& visit, const std::vector<ThreadRead>& known) {
  auto marks = visit.site.read_marks().unwritten_of(visit.viewer.member);
  std::erase_if(marks, [&](const auto& mark) {
    return std::any_of(known.begin(), known.end(), [&](const auto& one) { return one.thread.id == mark.thread; });
  });
  if (marks.empty()) return {};
  return visit.db().read([&](Tx& tx) { return threads_read(tx, marks); });
}

}  // namespace

std::vector<ThreadRead> threads_read(Tx& tx, const std::vector<talk::ReadMark>& marks) {
  std::unordered_map<ThreadId, const talk::ReadMark*> by_thread;
  std::vector<ThreadId> ids;
  for (const auto& mark : marks) {
    by_thread.emplace(mark.thread, &mark);
    ids.push_back(mark.thread);
  }
  std::vector<ThreadRead> threads;
  for (auto& thread : talk::threads_named(tx, ids)) {
    const auto& mark = *by_thread.at(thread.id);
    threads.push_back({.mark = mark, .thread = std::move(thread)});
  }
  return threads;
}

std::vector<ThreadRead> threads_with_news(const Visit& visit) {
  auto threads = *visit.site.threads_read(visit.viewer.member, visit.moment);
  std::vector<talk::ReadMark*> marks;
  for (auto& one : threads) marks.push_back(&one.mark);
  visit.site.read_marks().complete(visit.viewer.member, marks);
  for (auto& one : just_opened(visit, threads)) threads.push_back(std::move(one));
  std::erase_if(threads, [](const auto& one) { return one.news() == 0; });
  std::stable_sort(threads.begin(), threads.end(),
                   [](const auto& one, const auto& other) { return one.thread.last_at > other.thread.last_at; });
  return threads;
}

std::unordered_map<BoardId, std::int64_t> news_on_boards(const std::vector<ThreadRead>& threads) {
  std::unordered_map<BoardId, std::int64_t> counts;
  for (const auto& one : threads) counts[one.thread.board] += one.news();
  return counts;
}

}  // namespace rialto::web
