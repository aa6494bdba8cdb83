// What kernels of filters share.
#pragma once

#include "EngineFilters.h"

// The same rounding on every processor: no multiplication is merged with an addition.
#pragma STDC FP_CONTRACT OFF

#define ALWAYS_INLINE static inline __attribute__((always_inline))

// A kernel, made once for each kind of processor; what follows is the body of all.
#if defined(__x86_64__)
#define AVX2 __attribute__((target("avx2")))
#define WIDE __attribute__((target("arch=x86-64-v4,tune=znver4")))
#define KERNEL(name, parameters, arguments) \
  ALWAYS_INLINE void name##_body parameters; \
  WIDE static void name##_wide parameters { name##_body arguments; } \
  AVX2 static void name##_avx2 parameters { name##_body arguments; } \
  void name parameters { \
    switch (libretto_processor()) { \
    case LIBRETTO_AVX512: return name##_wide arguments; \
    case LIBRETTO_AVX2: return name##_avx2 arguments; \
    case LIBRETTO_ANY_PROCESSOR: return name##_body arguments; \
    } \
  } \
  ALWAYS_INLINE void name##_body parameters
#else
#define KERNEL(name, parameters, arguments) void name parameters
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
