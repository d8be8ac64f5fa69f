// What members read while they read it: noted in memory, written to the database in the background all together, so that
// no request writes. What a crash takes away is the last minute's reading: those posts are new once more.
//
// On several nodes a member who changes nodes within that minute may see a post as new that they have read on the other.
#pragma once

#include <cstddef>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "talk/read_mark.h"
#include "web/kept_at_moment.h"

namespace rialto::web {

struct ShownPosts;
struct ShownThread;

class ReadMarks {
 public:
  explicit ReadMarks(Db& db) : db_(db) {}

  // Of those among the threads that the member has opened, with what was not written down yet, in no order; as it is at
  // `moment` or later. Safe from any thread, like all here.
  std::vector<talk::ReadMark> of(MemberId member, const std::vector<ThreadId>& threads, const Moment& moment);
  std::optional<talk::ReadMark> of(MemberId member, ThreadId thread, const Moment& moment);

  // Adds to each what was not written down yet.
  void complete(MemberId member, const std::vector<talk::ReadMark*>& marks) const;

  // What the member has read of a thread when they are sent a page of it. `before` is what the page tells its news by;
  // nothing if they open the thread for the first time. Whoever loads the page again in the next half hour is told the
  // same news again, unless there is something newer on it; their own posts are none.
  struct Reading {
    std::optional<talk::ReadMark> before;
    talk::ReadMark after;
    bool again = false;  // all of the page was shown to them before
  };
  Reading note(MemberId member, const ShownPosts& shown, const Moment& moment, Time at);

  // All that is new in these counts as read, and threads that the member never opened as a whole. Asked for, so it is written
  // down at once. Throws DbError.
  void note_all(MemberId member, const std::vector<ShownThread>& threads, const Moment& moment, Time at);

  // Marks that are not in the database yet.
  std::vector<talk::ReadMark> unwritten_of(MemberId member) const;

  // Writes what was noted since. What can't be written stays noted. Throws DbError.
  void write_down();

  // What was not written down yet of a member who has left; what was is gone with them (talk::forget_read_marks).
  void forget(MemberId member);

 private:
  // A member with a thread, since they were last told something new.
  struct Sitting {
    std::optional<talk::ReadMark> before;
    talk::ReadMark now;
    bool written = false;
  };
  struct Key {
    MemberId member;
    ThreadId thread;
    friend bool operator==(const Key&, const Key&) = default;
  };
  struct Hash {
    std::size_t operator()(const Key& key) const;
  };
  struct Unwritten {
    MemberId member;
    talk::ReadMark mark;
  };

  Reading noted(const Key& key, const std::optional<talk::ReadMark>& known, const ShownPosts& shown, Time at);
  std::vector<Unwritten> unwritten() const;
  void settle(const std::vector<Unwritten>& written, Time at);

  Db& db_;
  KeptAtMoment<std::string, std::vector<talk::ReadMark>> kept_{20'000};  // by member and threads

  // Guarded by mutex_.
  mutable std::mutex mutex_;
  std::unordered_map<Key, Sitting, Hash> sittings_;
};

}  // namespace rialto::web
