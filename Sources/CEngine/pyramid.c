#include "EnginePaint.h"
#include "many_cpus.h"

#include <stddef.h>

/// The rounded mean of four pixels, two channels at a time.
static inline uint32_t mean(uint32_t a, uint32_t b, uint32_t c, uint32_t d) {
  const uint32_t mask = 0x00FF00FF, half = 0x00020002;
  uint32_t even = (a & mask) + (b & mask) + (c & mask) + (d & mask) + half;
  uint32_t odd = (a >> 8 & mask) + (b >> 8 & mask) + (c >> 8 & mask) + (d >> 8 & mask) + half;
  return (even >> 2 & mask) | (odd >> 2 & mask) << 8;
}

MANY_CPUS void libretto_halve(const uint32_t *from, int width, int height, uint32_t *to) {
  int half_width = (width + 1) / 2, half_height = (height + 1) / 2;
  for (int y = 0; y < half_height; y++) {
    const uint32_t *upper = from + (size_t)(2 * y) * width;
    const uint32_t *lower = 2 * y + 1 < height ? upper + width : upper;
    uint32_t *row = to + (size_t)y * half_width;
    for (int x = 0; x < width / 2; x++)
      row[x] = mean(upper[2 * x], upper[2 * x + 1], lower[2 * x], lower[2 * x + 1]);
    if (width & 1) row[half_width - 1] = mean(upper[width - 1], upper[width - 1], lower[width - 1], lower[width - 1]);
  }
}

/// Lanczos weights, in 1/16384, of the six pixels around a point a quarter before the fourth of them.
/// A point a quarter after the third has the same in reverse.
static const int32_t lanczos[6] = {121, -1114, 4440, 14628, -2184, 493};

static inline int at(int i, int count) { return i < 0 ? 0 : i >= count ? count - 1 : i; }

/// One row, twice as wide, in 1/16 of a shade, as four numbers a pixel.
static void widen(const uint32_t *from, int width, int32_t *to) {
  for (int x = 0; x < width; x++) {
    for (int c = 0; c < 4; c++) {
      int32_t before = 0, after = 0;
      for (int k = 0; k < 6; k++) {
        before += lanczos[k] * (int32_t)(from[at(x - 3 + k, width)] >> (8 * c) & 255);
        after += lanczos[5 - k] * (int32_t)(from[at(x - 2 + k, width)] >> (8 * c) & 255);
      }
      to[8 * x + c] = (before + 512) >> 10;
      to[8 * x + 4 + c] = (after + 512) >> 10;
    }
  }
}

MANY_CPUS static void blend_rows(int32_t *const rows[6], const int32_t weights[6], int count, uint32_t *to) {
  for (int x = 0; x < count; x++) {
    int32_t channels[4];
    for (int c = 0; c < 4; c++) {
      int32_t sum = 1 << 17;
      for (int k = 0; k < 6; k++) sum += weights[k] * rows[k][4 * x + c];
      sum >>= 18;
      channels[c] = sum < 0 ? 0 : sum > 255 ? 255 : sum;
    }
    // A filter that overshoots must not leave a color brighter than its alpha allows.
    for (int c = 0; c < 3; c++) channels[c] = channels[c] > channels[3] ? channels[3] : channels[c];
    to[x] = (uint32_t)channels[3] << 24 | (uint32_t)channels[2] << 16 | (uint32_t)channels[1] << 8 | (uint32_t)channels[0];
  }
}

void libretto_double(const uint32_t *from, int width, int height, uint32_t *to, int32_t *rows) {
  static const int32_t reversed[6] = {493, -2184, 14628, 4440, -1114, 121};
  size_t row_size = (size_t)width * 8;
  // Row y of the picture, widened, lies in slot y mod 6; rows y-3 … y+2 are needed first, then y-2 … y+3.
  int widened = 0;
  for (int y = 0; y < height; y++) {
    int32_t *around[6];
    for (int half = 0; half < 2; half++) {
      for (int k = 0; k < 6; k++) {
        int needed = at(y - 3 + half + k, height);
        for (; widened <= needed; widened++)
          widen(from + (size_t)widened * width, width, rows + (size_t)(widened % 6) * row_size);
        around[k] = rows + (size_t)(needed % 6) * row_size;
      }
      blend_rows(around, half ? reversed : lanczos, 2 * width, to + (size_t)(2 * y + half) * 2 * width);
    }
  }
}

/// One line of pixels `step` apart, through `line`.
static void blur_line(uint32_t *pixels, int count, size_t step, int radius, uint32_t *line) {
  uint32_t sum[4] = {0};
  uint32_t size = 2 * (uint32_t)radius + 1;
  for (int i = 0; i < count; i++) line[i] = pixels[(size_t)i * step];
  for (int i = -radius; i <= radius; i++)
    for (int c = 0; c < 4; c++) sum[c] += line[at(i, count)] >> (8 * c) & 255;
  for (int i = 0; i < count; i++) {
    uint32_t pixel = 0;
    for (int c = 0; c < 4; c++) {
      pixel |= (sum[c] + size / 2) / size << (8 * c);
      sum[c] += (line[at(i + radius + 1, count)] >> (8 * c) & 255) - (line[at(i - radius, count)] >> (8 * c) & 255);
    }
    pixels[(size_t)i * step] = pixel;
  }
}

void libretto_box_blur(uint32_t *pixels, int width, int height, int radius, uint32_t *line) {
  for (int y = 0; y < height; y++) blur_line(pixels + (size_t)y * width, width, 1, radius, line);
  for (int x = 0; x < width; x++) blur_line(pixels + x, height, (size_t)width, radius, line);
}
