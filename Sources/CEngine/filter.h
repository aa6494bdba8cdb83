// What kernels of filters share.
#pragma once

#include "EngineFilters.h"

// The same rounding on every processor: no multiplication is merged with an addition.
#pragma STDC FP_CONTRACT OFF

#if defined(__x86_64__)
#define MANY_CPUS __attribute__((target_clones("default", "avx2")))
#define MORE_CPUS __attribute__((target_clones("default", "avx2", "arch=x86-64-v4")))
#else
#define MANY_CPUS
#define MORE_CPUS
#endif

/// Between 0 and 1; what is no number becomes 0.
static inline float unit(float value) {
  value = value > 0 ? value : 0;
  return value < 1 ? value : 1;
}

/// Brightness, with the weights of BT.709.
static inline float luma(float red, float green, float blue) {
  return 0.2126f * red + 0.7152f * green + 0.0722f * blue;
}

/// The square root, without the C library's errno, which would keep loops from being done side by side.
static inline float root(float value) { return __builtin_elementwise_sqrt(value); }
