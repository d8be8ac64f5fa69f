# shellcheck shell=bash
# What the scripts in bench/ share. Sourced from the project's root, after tools/common.sh.

# Builds the program as ./run does, and the benchmarks beside it. RIALTO_BENCH_BUILD names a folder in which they are
# built already (with RIALTO_BENCH=ON): then nothing is built.
build_bench() {
  if [ -n "${RIALTO_BENCH_BUILD:-}" ]; then return 0; fi
  ensure_packages cmake/packages.txt cmake/packages-bench.txt
  configure build/bench -DCMAKE_BUILD_TYPE=Release -DCMAKE_CXX_FLAGS_RELEASE="-O2 -DNDEBUG" -DRIALTO_BENCH=ON ||
    stop "CMake could not prepare the build (build/bench/configure.log has all of it)"
  build build/bench rialto bench_fill bench_write bench_uncached >build/bench/build.log || {
    tail -n 30 build/bench/build.log
    stop "the build failed (build/bench/build.log)"
  }
}
