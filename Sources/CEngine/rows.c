#include "EnginePictures.h"

#include <string.h>

#if defined(__x86_64__)
#define WIDE __attribute__((target_clones("default", "avx2")))
#else
#define WIDE
#endif

/// 16 bits to 8, rounded to nearest: (v * 255 + 32767) / 65535 without the division.
static inline uint32_t narrowed(uint32_t value) { return (value * 255 + 32895) >> 16; }

/// value * alpha / 255, rounded to nearest.
static inline uint32_t scaled(uint32_t value, uint32_t alpha) {
  uint32_t product = value * alpha + 128;
  return (product + (product >> 8)) >> 8;
}

void libretto_row_spread(const uint8_t *samples, int inks, bool has_alpha, int depth, int width, uint16_t *row) {
  const int channels = inks + has_alpha, last = inks == 4 ? 4 : 3;
  const uint16_t *words = (const uint16_t *)samples;
  for (int channel = 0; channel < channels; channel++) {
    uint16_t *plane = row + (ptrdiff_t)(channel < inks ? channel : last) * width;
    if (depth == 8) for (int x = 0; x < width; x++) plane[x] = (uint16_t)(samples[x * channels + channel] * 257);
    else for (int x = 0; x < width; x++) plane[x] = words[x * channels + channel];
  }
  if (!has_alpha) libretto_row_fill(row + (ptrdiff_t)last * width, width);
}

void libretto_row_fill(uint16_t *plane, int width) { memset(plane, 255, (size_t)width * 2); }

void libretto_row_gray(uint16_t *row, int width) {
  memcpy(row + width, row, (size_t)width * 2);
  memcpy(row + (ptrdiff_t)2 * width, row, (size_t)width * 2);
}

void libretto_row_close_up(uint16_t *row, int width) {
  memcpy(row + (ptrdiff_t)3 * width, row + (ptrdiff_t)4 * width, (size_t)width * 2);
}

void libretto_row_mix(uint16_t *row, int width) {
  const uint16_t *black = row + (ptrdiff_t)3 * width;
  for (int ink = 0; ink < 3; ink++) {
    uint16_t *plane = row + (ptrdiff_t)ink * width;
    for (int x = 0; x < width; x++) plane[x] = (uint16_t)(((uint32_t)plane[x] * black[x] + 32767) / 65535);
  }
}

WIDE static void pack_premultiplied(const uint16_t *row, int width, uint32_t *pixels) {
  const uint16_t *red = row, *green = row + width, *blue = green + width, *alpha = blue + width;
  for (int x = 0; x < width; x++) {
    uint32_t a = narrowed(alpha[x]), r = narrowed(red[x]), g = narrowed(green[x]), b = narrowed(blue[x]);
    r = r < a ? r : a;
    g = g < a ? g : a;
    b = b < a ? b : a;
    pixels[x] = a << 24 | r << 16 | g << 8 | b;
  }
}

WIDE static void pack_straight(const uint16_t *row, int width, uint32_t *pixels) {
  const uint16_t *red = row, *green = row + width, *blue = green + width, *alpha = blue + width;
  for (int x = 0; x < width; x++) {
    uint32_t a = narrowed(alpha[x]), r = narrowed(red[x]), g = narrowed(green[x]), b = narrowed(blue[x]);
    pixels[x] = a << 24 | scaled(r, a) << 16 | scaled(g, a) << 8 | scaled(b, a);
  }
}

void libretto_row_pack(const uint16_t *row, int width, bool is_premultiplied, uint32_t *pixels) {
  if (is_premultiplied) pack_premultiplied(row, width, pixels);
  else pack_straight(row, width, pixels);
}

static inline int64_t turned(const int32_t *factors, int64_t r, int64_t g, int64_t b) {
  return (factors[0] * r + factors[1] * g + factors[2] * b + 8192) >> 14;
}

/// Straight up to the knee, then bent: the slope is 1 where it leaves, and `peak` becomes white.
static int64_t bent(int64_t light, int64_t knee, int64_t peak) {
  if (light <= knee) return light;
  if (light >= peak) return 65536;
  const int64_t over = light - knee, rest = 65536 - knee, span = peak - knee;
  // With t = over / span and s = span / rest: rest * s t / (1 + (s - 1) t).
  return knee + over * rest * span / (span * rest + (span - rest) * over);
}

void libretto_row_light(const LibrettoLight *light, int width, uint16_t *row) {
  uint16_t *red = row, *green = row + width, *blue = green + width;
  for (int x = 0; x < width; x++) {
    int64_t r = light->decode[0][red[x]], g = light->decode[1][green[x]], b = light->decode[2][blue[x]];
    if (light->gain) {
      // The scene's luminance, with the weights of BT.2020.
      int64_t scene = (4304 * r + 11108 * g + 972 * b) >> 14;
      int64_t gain = light->gain[scene < 0 ? 0 : scene > 65536 ? 4096 : scene >> 4];
      r = r * gain >> 14;
      g = g * gain >> 14;
      b = b * gain >> 14;
    }
    int64_t out[3] = {
      turned(light->matrix, r, g, b), turned(light->matrix + 3, r, g, b), turned(light->matrix + 6, r, g, b)};
    if (light->peak) {
      int64_t most = out[0] > out[1] ? out[0] : out[1];
      most = most > out[2] ? most : out[2];
      if (most > light->knee) {
        // All three by the same factor, so that no hue shifts.
        int64_t target = bent(most, light->knee, light->peak);
        for (int i = 0; i < 3; i++) out[i] = out[i] * target / most;
      }
    }
    for (int i = 0; i < 3; i++) out[i] = out[i] < 0 ? 0 : out[i] > 65536 ? 65536 : out[i];
    red[x] = light->encode[out[0]];
    green[x] = light->encode[out[1]];
    blue[x] = light->encode[out[2]];
  }
}
