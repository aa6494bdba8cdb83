// What the samplers of pictures askew share: places on the screen, and the pixels of a picture they come from.
#pragma once

#include "EnginePaint.h"

/// How many bits of a place tell where between two pixels it is.
enum { PHASE_BITS = 8, PHASE_MASK = LIBRETTO_PHASES - 1 };

/// Where the pixels of a row of the screen come from: the one in column 0, and how far it is to the next.
typedef struct {
  uint64_t u, v, across, down;
} Path;

/// The way of a row of the screen.
Path libretto_path(const LibrettoAskew *picture, int y);

/// One pixel of the screen. What is beyond an edge is the pixel at the edge.
uint32_t libretto_sample(const LibrettoAskew *picture, Path path, int column);

/// A place in steps of a phase. A sum that is beyond all numbers begins anew, far from any picture.
static inline int64_t phases(uint64_t start, uint64_t step, int column) {
  const int64_t place = (int64_t)(start + (uint64_t)(int64_t)column * step);
  return (place + (1 << (31 - PHASE_BITS))) >> (32 - PHASE_BITS);
}

/// The pixel before a place, at most a few beyond the edges.
static inline int before(int64_t phases, int count) {
  const int64_t pixel = phases >> PHASE_BITS;
  return pixel < -3 ? -3 : pixel > count + 2 ? count + 2 : (int)pixel;
}

static inline int within(int i, int count) { return i < 0 ? 0 : i >= count ? count - 1 : i; }

/// No side is longer of what is sampled fast, so that a place with its phase fits 32 bits.
enum { LONGEST = 1 << (31 - PHASE_BITS) };

#if defined(__x86_64__)
/// Samples with AVX2 what no quarter turn yields, from a picture no side of which is too long.
void libretto_resample_askew_avx2(const LibrettoAskew *picture, int left, int top, int height,
                                  const LibrettoReach *reaches, uint32_t *to, ptrdiff_t to_stride);
#endif
