#include <stdatomic.h>

#include "EngineFilters.h"

static LibrettoProcessor here = LIBRETTO_ANY_PROCESSOR;
static _Atomic LibrettoProcessor limit = LIBRETTO_AVX512;

#if defined(__x86_64__)
/// Once, before anyone can ask.
__attribute__((constructor)) static void look(void) {
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx2")) here = LIBRETTO_AVX2;
  if (__builtin_cpu_supports("x86-64-v4")) here = LIBRETTO_AVX512;
}
#endif

LibrettoProcessor libretto_processor(void) {
  const LibrettoProcessor most = atomic_load_explicit(&limit, memory_order_relaxed);
  return here < most ? here : most;
}

void libretto_limit_processor(LibrettoProcessor most) { atomic_store_explicit(&limit, most, memory_order_relaxed); }
