#pragma once

/// Before a function: made for several kinds of processor, of which the best that there is runs.
#if defined(__x86_64__)
#define MANY_CPUS __attribute__((target_clones("default", "avx2")))
#else
#define MANY_CPUS
#endif
