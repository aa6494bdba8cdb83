#include "EngineMedia.h"

void libretto_make_opaque(uint32_t *pixels, size_t count) {
  for (size_t i = 0; i < count; i++) pixels[i] |= 0xFF000000;
}

bool libretto_is_opaque(const uint32_t *pixels, size_t count) {
  for (size_t start = 0; start < count; start += 4096) {
    size_t end = count - start < 4096 ? count : start + 4096;
    uint32_t all = 0xFF000000;
    for (size_t i = start; i < end; i++) all &= pixels[i];
    if (all != 0xFF000000) return false;
  }
  return true;
}

void libretto_orient(const uint32_t *in, int width, int height, int orientation, uint32_t *out) {
  const bool turned = orientation >= 5;
  const int out_width = turned ? height : width, out_height = turned ? width : height;
  // Where the output's first pixel comes from, and how far the source moves with each step.
  const bool from_right = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
  const bool from_bottom = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
  const ptrdiff_t along = from_right ? -1 : 1, down = from_bottom ? -(ptrdiff_t)width : width;
  const ptrdiff_t step = turned ? down : along, next = turned ? along : down;
  const uint32_t *first =
    in + (from_right ? width - 1 : 0) + (from_bottom ? (ptrdiff_t)(height - 1) * width : 0);
  // In bands of 16 columns, so that a turned picture's source lines stay in the cache.
  for (int left = 0; left < out_width; left += 16) {
    int right = out_width - left < 16 ? out_width : left + 16;
    for (int y = 0; y < out_height; y++) {
      const uint32_t *source = first + y * next;
      uint32_t *line = out + (ptrdiff_t)y * out_width;
      for (int x = left; x < right; x++) line[x] = source[x * step];
    }
  }
}

void libretto_row_to_rgb(const uint32_t *in, int width, uint8_t *out) {
  for (int x = 0; x < width; x++, out += 3) {
    out[0] = in[x] >> 16;
    out[1] = in[x] >> 8;
    out[2] = in[x];
  }
}

void libretto_row_to_rgba(const uint32_t *in, int width, uint8_t *out) {
  for (int x = 0; x < width; x++, out += 4) {
    uint32_t alpha = in[x] >> 24;
    for (int channel = 0; channel < 3; channel++) {
      uint32_t value = in[x] >> (16 - 8 * channel) & 255;
      uint32_t straight = alpha ? (value * 255 + alpha / 2) / alpha : 0;
      out[channel] = straight > 255 ? 255 : straight;
    }
    out[3] = alpha;
  }
}

void libretto_row_to_jpeg(const uint32_t *in, int width, uint8_t *y, uint8_t *cb, uint8_t *cr) {
  // JFIF's equations times 65,536; each row of factors adds up exactly, so gray stays gray.
  for (int x = 0; x < width; x++) {
    int red = in[x] >> 16 & 255, green = in[x] >> 8 & 255, blue = in[x] & 255;
    int u = (-11059 * red - 21709 * green + 32768 * blue + (128 << 16) + 32767) >> 16;
    int v = (32768 * red - 27439 * green - 5329 * blue + (128 << 16) + 32767) >> 16;
    y[x] = (19595 * red + 38470 * green + 7471 * blue + 32768) >> 16;
    cb[x] = u > 255 ? 255 : u;
    cr[x] = v > 255 ? 255 : v;
  }
}
