#include "web/metrics.h"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>

namespace rialto::web {

namespace {

// A metric's two lines of introduction. `kind`: "counter", "gauge", "histogram".
void introduce(std::string& out, std::string_view name, std::string_view kind, std::string_view help) {
  out.append("# HELP ").append(name).append(" ").append(help).append("\n# TYPE ").append(name).append(" ").append(kind).append("\n");
}

void tell(std::string& out, std::string_view name, const std::string& value) {
  out.append(name).append(" ").append(value).append("\n");
}

void tell_one(std::string& out, std::string_view name, std::string_view kind, std::string_view help, const std::string& value) {
  introduce(out, name, kind, help);
  tell(out, name, value);
}

// In bytes; proc(5), statm: the second number counts pages.
std::uint64_t resident_memory() {
  std::ifstream statm("/proc/self/statm");
  std::uint64_t size = 0, resident = 0;
  statm >> size >> resident;
  return resident * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
}

std::string cpu_seconds() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  const auto seconds = [](const timeval& time) { return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6; };
  return std::to_string(seconds(used.ru_utime) + seconds(used.ru_stime));
}

}  // namespace

void Metrics::count_answer(Status status, std::chrono::nanoseconds took, std::size_t bytes) {
  constexpr auto relaxed = std::memory_order_relaxed;
  const auto spent = static_cast<std::uint64_t>(std::max<std::int64_t>(0, took.count()));
  const auto bound = std::lower_bound(kNanoseconds.begin(), kNanoseconds.end(), spent) - kNanoseconds.begin();
  by_class_.at(static_cast<std::size_t>(status) / 100).fetch_add(1, relaxed);
  by_time_.at(static_cast<std::size_t>(bound)).fetch_add(1, relaxed);
  nanoseconds_.fetch_add(spent, relaxed);
  bytes_.fetch_add(bytes, relaxed);
}

std::string Metrics::told(const PageCache::Counts& pages) const {
  std::string out;
  introduce(out, "rialto_answers_total", "counter", "Answers, by the class of their status.");
  for (std::size_t digit = 1; digit < by_class_.size(); ++digit)
    tell(out, "rialto_answers_total{status=\"" + std::to_string(digit) + "xx\"}", std::to_string(by_class_[digit].load()));
  introduce(out, "rialto_answer_seconds", "histogram", "From the first byte of a request until its answer was made.");
  std::uint64_t sum = 0;
  for (std::size_t at = 0; at < by_time_.size(); ++at) {
    sum += by_time_[at].load();
    const std::string bound = at < kBounds.size() ? kBounds[at] : "+Inf";
    tell(out, "rialto_answer_seconds_bucket{le=\"" + bound + "\"}", std::to_string(sum));
  }
  tell(out, "rialto_answer_seconds_sum", std::to_string(static_cast<double>(nanoseconds_.load()) / 1e9));
  tell(out, "rialto_answer_seconds_count", std::to_string(sum));
  tell_one(out, "rialto_answer_bytes_total", "counter", "Bytes of all answers, heads included.", std::to_string(bytes_.load()));
  tell_one(out, "rialto_connections", "gauge", "Connections that are open.", std::to_string(connections_.load()));
  tell_one(out, "rialto_kept_pages_bytes", "gauge", "Memory that kept pages take.", std::to_string(pages.bytes));
  tell_one(out, "rialto_kept_pages_found_total", "counter", "Shared pages that were kept ready.", std::to_string(pages.found));
  tell_one(out, "rialto_kept_pages_made_total", "counter", "Shared pages that had to be made.", std::to_string(pages.made));
  tell_one(out, "rialto_kept_pages_renewed_total", "counter", "Shared pages that somebody's writing left as they were.", std::to_string(pages.renewed));
  tell_one(out, "process_resident_memory_bytes", "gauge", "Resident memory.", std::to_string(resident_memory()));
  tell_one(out, "process_cpu_seconds_total", "counter", "CPU time, user and system.", cpu_seconds());
  return out;
}

}  // namespace rialto::web
