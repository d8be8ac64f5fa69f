#include "web/tls.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <chrono>
#include <cstring>

#include "base/log.h"

namespace rialto::web {

namespace {

constexpr std::chrono::milliseconds kLookEvery{10'000};
constexpr std::string_view kProtocol = "\x08http/1.1";  // with its length, as ALPN has it
constexpr const char* kCiphers = "ECDHE+AESGCM:ECDHE+CHACHA20";  // of TLS 1.2

std::string last_reason() {
  const auto code = ERR_peek_last_error();
  const char* const reason = ERR_reason_error_string(code);
  std::string words = ERR_SYSTEM_ERROR(code) ? std::strerror(ERR_GET_REASON(code)) : reason ? reason : "it is not a PEM file";
  ERR_clear_error();
  return words;
}

Error not_taken(const std::string& what, const std::string& file) {
  return {"web: can't take the " + what + " in " + file + ": " + last_reason()};
}

int choose_protocol(SSL*, const unsigned char** chosen, unsigned char* size, const unsigned char* offered, unsigned offered_size, void*) {
  unsigned char* found = nullptr;
  const auto* const ours = reinterpret_cast<const unsigned char*>(kProtocol.data());
  if (SSL_select_next_proto(&found, size, ours, kProtocol.size(), offered, offered_size) != OPENSSL_NPN_NEGOTIATED)
    return SSL_TLSEXT_ERR_NOACK;
  *chosen = found;
  return SSL_TLSEXT_ERR_OK;
}

}  // namespace

void TlsEnd::operator()(SSL* ssl) const {
  SSL_free(ssl);
}

void Tls::Freed::operator()(SSL_CTX* context) const {
  SSL_CTX_free(context);
}

Result<Tls::Context> Tls::read(const TlsFiles& files) {
  Context context(SSL_CTX_new(TLS_server_method()), Freed{});
  if (!context) return Error{"web: TLS can't begin: " + last_reason()};
  SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION);
  SSL_CTX_set_cipher_list(context.get(), kCiphers);
  SSL_CTX_set_options(context.get(), SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
  // What waits for the socket is gathered anew each time, from pieces that may lie elsewhere by then.
  SSL_CTX_set_mode(context.get(), SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER | SSL_MODE_RELEASE_BUFFERS);
  SSL_CTX_set_alpn_select_cb(context.get(), choose_protocol, nullptr);
  if (SSL_CTX_use_certificate_chain_file(context.get(), files.certificate.c_str()) != 1) return not_taken("certificate", files.certificate);
  if (SSL_CTX_use_PrivateKey_file(context.get(), files.key.c_str(), SSL_FILETYPE_PEM) != 1) return not_taken("key", files.key);
  return context;
}

Result<std::unique_ptr<Tls>> Tls::open(const TlsFiles& files) {
  std::unique_ptr<Tls> tls(new Tls(files));
  tls->taken_ = tls->changed();
  auto context = read(files);
  if (!context) return context.error();
  tls->context_ = std::move(*context);
  return tls;
}

TlsSession Tls::accept(int descriptor) const {
  Context context;
  {
    const std::lock_guard lock(mutex_);
    context = context_;
  }
  TlsSession session(SSL_new(context.get()));
  if (!session || SSL_set_fd(session.get(), descriptor) != 1) return nullptr;
  SSL_set_accept_state(session.get());
  return session;
}

// What isn't there has the clock's earliest time.
Tls::Changed Tls::changed() const {
  std::error_code none;
  return {std::filesystem::last_write_time(files_.certificate, none), std::filesystem::last_write_time(files_.key, none)};
}

void Tls::renew() {
  using namespace std::chrono;
  const std::int64_t at = duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
  auto look_at = look_at_.load();
  if (at < look_at || !look_at_.compare_exchange_strong(look_at, at + kLookEvery.count())) return;
  const auto now = changed();
  {
    const std::lock_guard lock(mutex_);
    if (now == taken_) return;
    taken_ = now;
  }
  auto context = read(files_);
  if (!context) return log_warning(context.error().message + "; the one before stays in use");
  const std::lock_guard lock(mutex_);
  context_ = std::move(*context);
  log_info("web: the certificate in " + files_.certificate + " was taken anew");
}

}  // namespace rialto::web
