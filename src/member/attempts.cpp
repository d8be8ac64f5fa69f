#include "member/attempts.h"

#include <arpa/inet.h>

#include <cstring>

#include "base/id.h"
#include "base/strings.h"
#include "db/db.h"
#include "member/attempt.sql.h"
#include "say/account.h"

namespace rialto::member {

namespace {

constexpr Seconds kKept{24 * 3600};
constexpr std::size_t kLongestSubject = 200;

std::string household(std::string_view address) {
  const std::string text(address);
  in6_addr parsed{};
  if (inet_pton(AF_INET6, text.c_str(), &parsed) != 1) return text;
  if (IN6_IS_ADDR_V4MAPPED(&parsed)) return text;
  std::memset(parsed.s6_addr + 8, 0, 8);
  char out[INET6_ADDRSTRLEN];
  return std::string(inet_ntop(AF_INET6, &parsed, out, sizeof out)) + "/64";
}

}  // namespace

std::string name_subject(std::string_view name) {
  return "name " + std::string(cut_utf8(folded(repaired_utf8(name.substr(0, kLongestSubject))), kLongestSubject));
}

std::string name_there_subject(std::string_view name, std::string_view address) {
  return name_subject(name) + "\tat " + household(address);
}

std::string within_subject(std::string_view name) {
  return name_subject(name) + "\twithin";
}

std::string address_subject(std::string_view address) {
  return "address " + household(address);
}

std::string sign_up_subject(std::string_view address) {
  return "sign-up " + household(address);
}

std::optional<Seconds> begin_attempt(Tx& tx, std::string_view subject, AttemptLimit limit, Time at) {
  const auto oldest =
      tx.row<sql::attempt_nth_latest>({.subject = subject, .since = at - limit.within, .skip = limit.most - 1});
  if (oldest) return Seconds{(oldest->at + limit.within - at).count + 1};
  tx.run<sql::attempt_add>({.subject = subject, .at = at, .id = next_id()});
  return std::nullopt;
}

void forget_attempts(Tx& tx, std::string_view subject) {
  tx.run<sql::attempt_forget>({.subject = subject});
}

void forget_attempts_on(Tx& tx, std::string_view name) {
  const auto subject = name_subject(name);
  tx.run<sql::attempt_forget_range>({.low = subject, .high = subject + "\n"});  // just after "name X\t…"
}

std::int64_t purge_attempts(Tx& tx, Time at) {
  return tx.run<sql::attempt_purge>({.before = at - kKept});
}

std::string wait_sentence(Seconds wait, Language language) {
  return say::account::wait(language, (wait.count + 59) / 60);
}

}  // namespace rialto::member
