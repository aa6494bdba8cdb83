#include "EnginePaint.h"
#include "many_cpus.h"

#include <stddef.h>
#include <string.h>

// The same rounding on every processor: no multiplication is merged with an addition.
#pragma STDC FP_CONTRACT OFF

MANY_CPUS void libretto_average_rows(const uint8_t *from, int width, int height, ptrdiff_t from_stride,
                                     uint8_t *to, ptrdiff_t to_stride) {
  for (int y = 0; y < height; y++) {
    const uint8_t *a = from + (ptrdiff_t)(4 * y) * from_stride, *b = a + from_stride;
    const uint8_t *c = b + from_stride, *d = c + from_stride;
    uint8_t *row = to + y * to_stride;
    for (int x = 0; x < width; x++) row[x] = (uint8_t)((a[x] + b[x] + c[x] + d[x] + 2) >> 2);
  }
}

MANY_CPUS void libretto_shift(const uint8_t *from, int width, int height, ptrdiff_t from_stride, int right, int down,
                              uint8_t *to, ptrdiff_t to_stride) {
  const int left = 256 - right, up = 256 - down;
  // Each row of `to` lies between two of `from`; beyond its edges there is nothing.
  for (int y = 0; y <= height; y++) {
    const uint8_t *upper = y > 0 ? from + (y - 1) * from_stride : NULL;
    const uint8_t *lower = y < height ? from + y * from_stride : NULL;
    uint8_t *row = to + y * to_stride;
    int before = 0;
    for (int x = 0; x <= width; x++) {
      int here = 0;
      if (x < width) here = (upper ? upper[x] * down : 0) + (lower ? lower[x] * up : 0);
      row[x] = (uint8_t)((before * right + here * left + (1 << 15)) >> 16);
      before = here;
    }
  }
}

// A box of odd width with a part of a pixel more at each end, in 256ths of a shade. Three of them have the
// variance of a Gaussian, and are within three hundredths of it where it is wide.

/// Lines that are softened side by side.
enum { lanes = 32 };

typedef struct {
  int radius;
  float inside, edge;
} Box;

static Box box(LibrettoSoftness softness) {
  float size = 2 * (float)softness.radius + 1 + 2 * softness.edge;
  return (Box){softness.radius, 1 / size, softness.edge / size};
}

static inline uint16_t weighed(uint32_t sum, uint32_t ends, Box box) {
  return (uint16_t)((float)sum * box.inside + (float)ends * box.edge + 0.5f);
}

MANY_CPUS static void soften_lanes(const uint16_t *from, uint16_t *to, int count, Box box) {
  uint32_t sums[lanes] = {0};
  static const uint16_t nothing[lanes] = {0};
  const int reach = box.radius;
  for (int i = 0; i < reach && i < count; i++)
    for (int lane = 0; lane < lanes; lane++) sums[lane] += from[(size_t)i * lanes + lane];
  for (int i = 0; i < count; i++) {
    const uint16_t *entering = i + reach < count ? from + (size_t)(i + reach) * lanes : nothing;
    const uint16_t *leaving = i - reach - 1 >= 0 ? from + (size_t)(i - reach - 1) * lanes : nothing;
    const uint16_t *next = i + reach + 1 < count ? from + (size_t)(i + reach + 1) * lanes : nothing;
    uint16_t *out = to + (size_t)i * lanes;
    for (int lane = 0; lane < lanes; lane++) {
      sums[lane] += entering[lane];
      sums[lane] -= leaving[lane];
      out[lane] = weighed(sums[lane], (uint32_t)leaving[lane] + next[lane], box);
    }
  }
}

static inline uint8_t narrowed(uint16_t value) {
  int rounded = (value + 128) >> 8;
  return rounded > 255 ? 255 : (uint8_t)rounded;
}

/// Softens along lines that are `step` apart, their pixels `along` apart.
static void soften(uint8_t *mask, int lines, ptrdiff_t step, int count, ptrdiff_t along, Box box, uint16_t *scratch) {
  if (box.radius == 0 && box.edge == 0) return;
  uint16_t *other = scratch + (size_t)count * lanes;
  for (int first = 0; first < lines; first += lanes) {
    const int used = lines - first < lanes ? lines - first : lanes;
    uint8_t *strip = mask + first * step;
    if (used < lanes) memset(scratch, 0, (size_t)count * lanes * sizeof *scratch);
    if (along == 1) {
      for (int lane = 0; lane < used; lane++)
        for (int i = 0; i < count; i++) scratch[(size_t)i * lanes + lane] = (uint16_t)(strip[lane * step + i] << 8);
    } else {
      for (int i = 0; i < count; i++)
        for (int lane = 0; lane < used; lane++) scratch[(size_t)i * lanes + lane] = (uint16_t)(strip[i * along + lane] << 8);
    }
    soften_lanes(scratch, other, count, box);
    soften_lanes(other, scratch, count, box);
    soften_lanes(scratch, other, count, box);
    if (along == 1) {
      for (int lane = 0; lane < used; lane++)
        for (int i = 0; i < count; i++) strip[lane * step + i] = narrowed(other[(size_t)i * lanes + lane]);
    } else {
      for (int i = 0; i < count; i++)
        for (int lane = 0; lane < used; lane++) strip[i * along + lane] = narrowed(other[(size_t)i * lanes + lane]);
    }
  }
}

void libretto_soften(uint8_t *mask, int width, int height, ptrdiff_t stride, LibrettoSoftness across,
                     LibrettoSoftness down, uint16_t *scratch) {
  soften(mask, height, stride, width, 1, box(across), scratch);
  soften(mask, width, 1, height, stride, box(down), scratch);
}

/// One line, pixel by pixel, each sum anew.
static void soften_plainly(const uint16_t *from, uint16_t *to, int count, Box box) {
  for (int i = 0; i < count; i++) {
    uint32_t sum = 0, ends = 0;
    for (int k = i - box.radius; k <= i + box.radius; k++) sum += k >= 0 && k < count ? from[k] : 0;
    if (i - box.radius - 1 >= 0) ends += from[i - box.radius - 1];
    if (i + box.radius + 1 < count) ends += from[i + box.radius + 1];
    to[i] = weighed(sum, ends, box);
  }
}

void libretto_soften_plain(uint8_t *mask, int width, int height, ptrdiff_t stride, LibrettoSoftness across,
                           LibrettoSoftness down, uint16_t *scratch) {
  for (int direction = 0; direction < 2; direction++) {
    const int lines = direction ? width : height, count = direction ? height : width;
    const ptrdiff_t step = direction ? 1 : stride, along = direction ? stride : 1;
    const Box shape = box(direction ? down : across);
    if (shape.radius == 0 && shape.edge == 0) continue;
    for (int line = 0; line < lines; line++) {
      uint16_t *other = scratch + count;
      for (int i = 0; i < count; i++) scratch[i] = (uint16_t)(mask[line * step + i * along] << 8);
      soften_plainly(scratch, other, count, shape);
      soften_plainly(other, scratch, count, shape);
      soften_plainly(scratch, other, count, shape);
      for (int i = 0; i < count; i++) mask[line * step + i * along] = narrowed(other[i]);
    }
  }
}
