#define _GNU_SOURCE
#include "EngineMedia.h"

#include <dlfcn.h>

/// What exact work may use of the processor.
static int offered;
static _Thread_local bool is_exact, is_plain;

/// Takes the place of libavutil's for the libraries beside it: whoever else defines a function of a shared library is
/// asked first. Where a linker sees that otherwise, nobody is told of the processor, and all is plain C.
int av_get_cpu_flags(void) { return is_exact && !is_plain ? offered : 0; }

void libretto_forget_processor(void) {
  int (*real)(void) = (int (*)(void))dlsym(RTLD_NEXT, "av_get_cpu_flags");
  // All or none, and nothing newer: so even what a damaged film looks like is the same on all of them.
  const int usual = AV_CPU_FLAG_MMX | AV_CPU_FLAG_MMXEXT | AV_CPU_FLAG_SSE | AV_CPU_FLAG_SSE2 | AV_CPU_FLAG_SSE3 |
                    AV_CPU_FLAG_SSSE3 | AV_CPU_FLAG_SSE4 | AV_CPU_FLAG_SSE42;
  offered = real && (real() & usual) == usual ? usual : 0;
  av_force_cpu_flags(0);
}

bool libretto_work_exactly(bool exact) {
  const bool before = is_exact;
  is_exact = exact;
  return before;
}

bool libretto_allow_vectors(bool allowed) {
  is_plain = !allowed;
  return allowed && offered && dlsym(RTLD_DEFAULT, "av_get_cpu_flags") == (void *)av_get_cpu_flags;
}
