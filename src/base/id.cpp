#include "base/id.h"

#include <atomic>
#include <chrono>

namespace rialto {

namespace {

constexpr std::int64_t kEpochMillis = 1767225600000;  // 2026-01-01T00:00:00Z
constexpr int kNodeBits = 10;
constexpr int kCounterBits = 12;
constexpr std::string_view kDigits = "0123456789abcdefghjkmnpqrstvwxyz";

std::atomic<std::int64_t> last_id{0};
std::atomic<std::int64_t> node_part{0};

std::int64_t id_of_now() {
  using namespace std::chrono;
  const auto millis = duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count() - kEpochMillis;
  return (millis << (kNodeBits + kCounterBits)) | node_part.load(std::memory_order_relaxed);
}

// The id after `id` that keeps the node bits: a full counter borrows from the next millisecond.
std::int64_t id_after(std::int64_t id) {
  const std::int64_t counter_mask = (std::int64_t{1} << kCounterBits) - 1;
  if ((id & counter_mask) != counter_mask) return id + 1;
  const std::int64_t millis = (id >> (kNodeBits + kCounterBits)) + 1;
  return (millis << (kNodeBits + kCounterBits)) | node_part.load(std::memory_order_relaxed);
}

}  // namespace

void set_id_node(int node) {
  node_part = (std::int64_t{node} & ((1 << kNodeBits) - 1)) << kCounterBits;
}

std::int64_t next_id() {
  const std::int64_t now = id_of_now();
  std::int64_t last = last_id.load(std::memory_order_relaxed);
  for (;;) {
    const std::int64_t next = now > last ? now : id_after(last);
    if (last_id.compare_exchange_weak(last, next, std::memory_order_relaxed)) return next;
  }
}

std::string short_form(std::int64_t id) {
  std::string text;
  auto rest = static_cast<std::uint64_t>(id);
  do {
    text.insert(text.begin(), kDigits[rest & 31]);
    rest >>= 5;
  } while (rest != 0);
  return text;
}

std::optional<std::int64_t> from_short_form(std::string_view text) {
  if (text.empty() || text.size() > 13) return std::nullopt;
  std::uint64_t id = 0;
  for (char letter : text) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    const auto digit = kDigits.find(letter);
    if (digit == std::string_view::npos || id >> 58 != 0) return std::nullopt;
    id = (id << 5) | digit;
  }
  return static_cast<std::int64_t>(id);
}

}  // namespace rialto
