// TLS for a site without a proxy in front of it: its certificate, and the encrypted side of one connection. TLS 1.2 (RFC
// 5246) with forward secrecy, and 1.3 (RFC 8446), by OpenSSL; HTTP/1.1 only (ALPN, RFC 7301).
#pragma once

#include <openssl/types.h>

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>

#include "base/result.h"

namespace rialto::web {

// PEM files: the site's certificate with those that vouch for it, and its key. Empty: no TLS.
struct TlsFiles {
  std::string certificate, key;

  bool are_named() const { return !certificate.empty() || !key.empty(); }
};

struct TlsEnd {
  void operator()(SSL* ssl) const;
};
using TlsSession = std::unique_ptr<SSL, TlsEnd>;

class Tls {
 public:
  // An error names the file, and what is wrong with it.
  static Result<std::unique_ptr<Tls>> open(const TlsFiles& files);

  // The server's side for a socket, with the certificate as it is now; nothing has been said on it yet. Safe from any thread,
  // like all here.
  TlsSession accept(int descriptor) const;

  // Takes the files again if they were changed since, at most once in ten seconds: who renews a certificate restarts nothing.
  // Files that don't fit are told of in the log, and the certificate before stays.
  void renew();

 private:
  struct Freed {
    void operator()(SSL_CTX* context) const;
  };
  using Context = std::shared_ptr<SSL_CTX>;
  using Changed = std::pair<std::filesystem::file_time_type, std::filesystem::file_time_type>;

  explicit Tls(TlsFiles files) : files_(std::move(files)) {}
  static Result<Context> read(const TlsFiles& files);
  Changed changed() const;

  const TlsFiles files_;
  std::atomic<std::int64_t> look_at_{0};  // in milliseconds of the steady clock

  mutable std::mutex mutex_;
  // Guarded by mutex_.
  Context context_;
  Changed taken_;
};

}  // namespace rialto::web
