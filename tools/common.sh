# shellcheck shell=bash
# What ./run and ./test share. Sourced, not run; the caller has set -euo pipefail and stands in the project's root.

say() { printf '%s\n' "$*"; }

# One line that says what is wrong and what to do, and the end.
stop() {
  printf '%s: %s\n' "${0##*/}" "$*" >&2
  exit 1
}

free_megabytes() { df -Pm "$1" 2>/dev/null | awk 'NR == 2 { print $4 }'; }

# need_space FOLDER MEGABYTES
need_space() {
  local free
  free=$(free_megabytes "$1")
  [ -z "$free" ] || [ "$free" -ge "$2" ] ||
    stop "the disk is full: $free MB are free at $(cd "$1" && pwd), about $2 MB are needed. Make room, then run this again."
}

# The packages of the given lists that are missing, one a line. node, npm and java may have come some other way.
missing_packages() {
  local wanted installed
  wanted=$(cat "$@" | grep -v '^#' | sort -u)
  installed=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' 2>/dev/null | sed -n 's/^installed //p' | sort -u)
  comm -23 <(printf '%s\n' "$wanted") <(printf '%s\n' "$installed") | while read -r package; do
    case $package in
      nodejs) command -v node >/dev/null || printf '%s\n' "$package" ;;
      default-jre-headless) command -v java >/dev/null || printf '%s\n' "$package" ;;
      npm) command -v npm >/dev/null || printf '%s\n' "$package" ;;
      *) printf '%s\n' "$package" ;;
    esac
  done
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

apt_log=build/apt.log

apt() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=120 -o Acquire::Retries=2 \
    "$@" </dev/null >>"$apt_log" 2>&1
}

why_apt_failed() {
  if grep -q 'No space left' "$apt_log"; then
    stop "the disk is full: apt can't install. Make room, then run this again."
  elif grep -Eq 'Temporary failure resolving|Could not resolve|Could not connect|Connection timed out|Failed to fetch|Network is unreachable' "$apt_log"; then
    stop "apt can't reach its package archive. Check the network (or /etc/apt/sources.list), then run this again."
  elif grep -q 'Unable to locate package\|has no installation candidate' "$apt_log"; then
    stop "$(grep -m 1 -o 'Unable to locate package.*\|Package .* has no installation candidate' "$apt_log"): Rialto builds on Debian 12 (bookworm)."
  else
    stop "apt failed: $(grep -m 1 '^E: ' "$apt_log" || tail -n 1 "$apt_log") (all of it: $apt_log)"
  fi
}

# ensure_packages LIST…: installs what is missing, and nothing when nothing is.
ensure_packages() {
  command -v dpkg-query >/dev/null && command -v apt-get >/dev/null ||
    stop "apt is missing here: Rialto's scripts install what they need on Debian 12. Elsewhere, install what $* name and build with CMake."
  local missing
  missing=$(missing_packages "$@")
  [ -n "$missing" ] || return 0
  local names
  names=$(tr '\n' ' ' <<<"$missing")
  [ "$(id -u)" = 0 ] || command -v sudo >/dev/null ||
    stop "these packages are missing: ${names% }. Install them as root (apt-get install ${names% }), then run this again."
  mkdir -p build
  : >"$apt_log"
  need_space / 900
  say "Installing with apt-get: ${names% }"
  # shellcheck disable=SC2086
  if ! apt install --no-install-recommends $names; then
    say "Fetching apt's package lists first …"
    : >"$apt_log"
    apt -o APT::Update::Error-Mode=any update || why_apt_failed
    # shellcheck disable=SC2086
    apt install --no-install-recommends $names || why_apt_failed
  fi
}

# As many compilers at once as there are cores, and no more than memory holds (1.2 GB each).
build_jobs() {
  local cores by_memory
  cores=$(nproc)
  by_memory=$(awk '/MemAvailable/ { print int($2 / 1200000) }' /proc/meminfo)
  [ "$by_memory" -ge 1 ] || by_memory=1
  echo $((cores < by_memory ? cores : by_memory))
}

# configure FOLDER CMAKE-OPTION…: once; ninja does it again when it must.
configure() {
  local folder=$1
  shift
  local options="$* in $PWD"
  if [ -f "$folder/build.ninja" ] && [ "$(cat "$folder/configured" 2>/dev/null)" = "$options" ]; then return 0; fi
  rm -f "$folder/CMakeCache.txt"
  mkdir -p "$folder"
  cmake -S . -B "$folder" -G Ninja "$@" >"$folder/configure.log" 2>&1 || {
    tail -n 25 "$folder/configure.log" >&2
    return 1
  }
  printf '%s' "$options" >"$folder/configured"
}

# build FOLDER [NINJA-ARGUMENT…]: with the share that is done in front of each line.
build() {
  local folder=$1
  shift
  NINJA_STATUS='[%p %f/%t] ' nice ninja -C "$folder" -j "$(build_jobs)" "$@"
}
