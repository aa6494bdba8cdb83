#include "filter.h"

KERNEL(libretto_row_open,
       (const uint32_t *restrict pixels, int width, int planes, float *restrict row),
       (pixels, width, planes, row)) {
  float *red = row, *green = red + width, *blue = green + width;
  // The row after this one is fetched meanwhile; beyond the last one that does nothing.
  for (int x = 0; x < width; x += 16) __builtin_prefetch(pixels + width + x, 0, 2);
  for (int x = 0; x < width; x++) {
    const uint32_t pixel = pixels[x];
    red[x] = (float)(int32_t)(pixel >> 16 & 255) * (1 / 255.0f);
    green[x] = (float)(int32_t)(pixel >> 8 & 255) * (1 / 255.0f);
    blue[x] = (float)(int32_t)(pixel & 255) * (1 / 255.0f);
  }
  if (planes < 4) return;
  float *alpha = blue + width;
  for (int x = 0; x < width; x++) alpha[x] = (float)(int32_t)(pixels[x] >> 24) * (1 / 255.0f);
}

static inline uint32_t rounded(float value, float threshold) { return (uint32_t)(int32_t)(unit(value) * 255 + threshold); }

KERNEL(libretto_row_close,
       (const float *restrict row, int width, int left, int y, uint32_t *restrict pixels),
       (row, width, left, y, pixels)) {
  const float *thresholds = libretto_thresholds(y) + (left & 63);
  for (int start = 0; start < width; start += 64) {
    const float *red = row + start, *green = red + width, *blue = green + width, *alpha = blue + width;
    const int count = width - start < 64 ? width - start : 64;
    for (int x = 0; x < count; x++)
      pixels[start + x] = rounded(alpha[x], thresholds[x]) << 24 | rounded(red[x], thresholds[x]) << 16
        | rounded(green[x], thresholds[x]) << 8 | rounded(blue[x], thresholds[x]);
  }
}

KERNEL(libretto_row_close_opaque,
       (const float *restrict row, int width, int left, int y, uint32_t *restrict pixels),
       (row, width, left, y, pixels)) {
  const float *thresholds = libretto_thresholds(y) + (left & 63);
  for (int start = 0; start < width; start += 64) {
    const float *red = row + start, *green = red + width, *blue = green + width;
    const int count = width - start < 64 ? width - start : 64;
    for (int x = 0; x < count; x++)
      pixels[start + x] = 0xFF000000 | rounded(red[x], thresholds[x]) << 16 | rounded(green[x], thresholds[x]) << 8
        | rounded(blue[x], thresholds[x]);
  }
}

KERNEL(libretto_row_open_deep, (const uint16_t *restrict deep, int count, float *restrict row), (deep, count, row)) {
  for (int i = 0; i < count; i++) row[i] = (float)deep[i] * (1 / 65535.0f);
}

KERNEL(libretto_row_close_deep, (const float *restrict row, int count, uint16_t *restrict deep), (row, count, deep)) {
  for (int i = 0; i < count; i++) deep[i] = (uint16_t)(int32_t)(unit(row[i]) * 65535 + 0.5f);
}

KERNEL(libretto_row_straighten, (float *restrict row, int width), (row, width)) {
  float *red = row, *green = red + width, *blue = green + width;
  const float *alpha = blue + width;
  for (int x = 0; x < width; x++) {
    // Of what is hardly there, the color doesn't matter.
    float factor = 1 / (alpha[x] > 1e-5f ? alpha[x] : 1e-5f);
    red[x] *= factor;
    green[x] *= factor;
    blue[x] *= factor;
  }
}

KERNEL(libretto_row_premultiply, (float *restrict row, int width), (row, width)) {
  const float *alpha = row + 3 * (size_t)width;
  for (int plane = 0; plane < 3; plane++) {
    float *values = row + plane * (size_t)width;
    for (int x = 0; x < width; x++) values[x] = unit(values[x]) * alpha[x];
  }
}
