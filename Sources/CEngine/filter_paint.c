#include "filter.h"

ALWAYS_INLINE void follow(LibrettoPath path, bool is_radial, float count, int width, float *restrict places) {
  for (int x = 0; x < width; x++) {
    const float u = path.u + path.du * (float)x, v = path.v + path.dv * (float)x;
    places[x] = unit(is_radial ? root(u * u + v * v) : u) * count;
  }
}

KERNEL(libretto_row_gradient,
       (const float *restrict table, int count, LibrettoPath path, bool is_radial, int width, float *restrict row),
       (table, count, path, is_radial, width, row)) {
  float places[64];
  // Down the screen a row is all of one color.
  if (!is_radial && path.du == 0 && width > 1) {
    float color[4];
    libretto_row_gradient(table, count, path, false, 1, color);
    for (int plane = 0; plane < 4; plane++)
      for (int x = 0; x < width; x++) row[plane * (size_t)width + x] = color[plane];
    return;
  }
  for (int start = 0; start < width; start += 64) {
    const int run = width - start < 64 ? width - start : 64;
    LibrettoPath here = {path.u + path.du * (float)start, path.v + path.dv * (float)start, path.du, path.dv};
    follow(here, is_radial, (float)(count - 1), run, places);
    for (int plane = 0; plane < 4; plane++) {
      const float *colors = table + plane * (size_t)(count + 1);
      float *values = row + plane * (size_t)width + start;
      for (int x = 0; x < run; x++) {
        const int index = (int)places[x];
        values[x] = colors[index] + (colors[index + 1] - colors[index]) * (places[x] - (float)index);
      }
    }
  }
}

static inline uint32_t laid(uint32_t over, uint32_t under, int shift, float seen, float left, float threshold) {
  const float value = (float)(int32_t)(over >> shift & 255) * seen + (float)(int32_t)(under >> shift & 255) * left;
  return (uint32_t)(int32_t)((value < 255 ? value : 255) + threshold) << shift;
}

KERNEL(libretto_row_lay,
       (const uint32_t *restrict over, int width, int left, int y, float opacity, uint32_t *restrict under),
       (over, width, left, y, opacity, under)) {
  const float *thresholds = libretto_thresholds(y) + (left & 63);
  for (int start = 0; start < width; start += 64) {
    const int count = width - start < 64 ? width - start : 64;
    const uint32_t *from = over + start;
    uint32_t *to = under + start;
    for (int x = 0; x < count; x++) {
      const float rest = 1 - (float)(int32_t)(from[x] >> 24) * (1 / 255.0f) * opacity;
      to[x] = laid(from[x], to[x], 24, opacity, rest, thresholds[x]) | laid(from[x], to[x], 16, opacity, rest, thresholds[x])
        | laid(from[x], to[x], 8, opacity, rest, thresholds[x]) | laid(from[x], to[x], 0, opacity, rest, thresholds[x]);
    }
  }
}
