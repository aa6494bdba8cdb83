#include "filter.h"

/// How much of a brightness is light: none below the threshold, and softly all of it from there on.
static inline float brightness(float level, float threshold, float scale) {
  const float over = unit((level - threshold) * scale);
  return over * over * (3 - 2 * over);
}

KERNEL(libretto_row_bright,
       (const float *restrict row, int width, float threshold, float *restrict light),
       (row, width, threshold, light)) {
  const float *red = row, *green = red + width, *blue = green + width;
  const float scale = 1 / (1.05f - threshold);
  for (int x = 0; x < width; x++) {
    const float most = red[x] > green[x] ? red[x] : green[x];
    const float share = brightness(most > blue[x] ? most : blue[x], threshold, scale);
    light[x] = red[x] * red[x] * share;
    light[x + width] = green[x] * green[x] * share;
    light[x + 2 * width] = blue[x] * blue[x] * share;
  }
}

/// As on film: light on light comes near to white and never goes beyond.
static inline float shone(float value, float light) {
  return root(1 - (1 - value * value) * (1 - unit(light)));
}

KERNEL(libretto_row_shine,
       (float *restrict row, int width, const float *restrict light, float strength),
       (row, width, light, strength)) {
  float *red = row, *green = red + width, *blue = green + width, *alpha = blue + width;
  for (int x = 0; x < width; x++) {
    const float r = shone(unit(red[x]), light[x] * strength), g = shone(unit(green[x]), light[x + width] * strength);
    const float b = shone(unit(blue[x]), light[x + 2 * width] * strength);
    float most = r > g ? r : g;
    most = most > b ? most : b;
    red[x] = r;
    green[x] = g;
    blue[x] = b;
    alpha[x] = alpha[x] > most ? alpha[x] : most;
  }
}

KERNEL(libretto_row_vignette,
       (float *restrict row, int width, LibrettoPath path, float depth, const float *restrict color),
       (row, width, path, depth, color)) {
  float *red = row, *green = red + width, *blue = green + width;
  const float r = color[0], g = color[1], b = color[2];
  for (int x = 0; x < width; x++) {
    const float u = path.u + path.du * (float)x, v = path.v + path.dv * (float)x;
    const float left = 1 / (1 + depth * (u * u + v * v));
    red[x] = r + (red[x] - r) * left;
    green[x] = g + (green[x] - g) * left;
    blue[x] = b + (blue[x] - b) * left;
  }
}

KERNEL(libretto_row_spot,
       (float *restrict light, int width, LibrettoPath path, const float *restrict color),
       (light, width, path, color)) {
  float *red = light, *green = red + width, *blue = green + width;
  const float r = color[0], g = color[1], b = color[2];
  for (int x = 0; x < width; x++) {
    const float u = path.u + path.du * (float)x, v = path.v + path.dv * (float)x;
    float near = 1 - (u * u + v * v);
    near = near > 0 ? near : 0;
    near = near * near * near;
    red[x] += near * r;
    green[x] += near * g;
    blue[x] += near * b;
  }
}

KERNEL(libretto_row_leak, (float *restrict row, int width, const float *restrict light), (row, width, light)) {
  for (int i = 0; i < 3 * width; i++) row[i] = shone(unit(row[i]), light[i]);
}

enum { STRETCH = 64 };

/// A stretch of pixels some of which burn right now.
ALWAYS_INLINE void burn(float *restrict row, int width, int count, const float *restrict places,
                        const float *restrict table, int moments) {
  int32_t index[STRETCH];
  float part[STRETCH];
  for (int i = 0; i < count; i++) {
    index[i] = (int)places[i];
    part[i] = places[i] - (float)index[i];
  }
  for (int c = 0; c < 3; c++) {
    const float *left = table + c * (moments + 1), *light = table + (c + 3) * (moments + 1);
    for (int i = 0; i < count; i++) {
      const float gain = left[index[i]] + (left[index[i] + 1] - left[index[i]]) * part[i];
      const float more = light[index[i]] + (light[index[i] + 1] - light[index[i]]) * part[i];
      row[c * width + i] = row[c * width + i] * gain + more;
    }
  }
  const float *presence = table + 6 * (moments + 1);
  for (int i = 0; i < count; i++)
    row[3 * width + i] *= presence[index[i]] + (presence[index[i] + 1] - presence[index[i]]) * part[i];
}

KERNEL(libretto_row_burn,
       (float *restrict row, int width, const uint16_t *restrict when, float before, float scale,
        const float *restrict table, int moments),
       (row, width, when, before, scale, table, moments)) {
  const float last = (float)(moments - 1);
  for (int x = 0; x < width; x += STRETCH) {
    const int count = width - x < STRETCH ? width - x : STRETCH;
    float places[STRETCH];
    float least = last, most = 0;
    for (int i = 0; i < count; i++) {
      places[i] = unit((before - (float)when[x + i] * (1 / 65535.0f)) * scale) * last;
      least = places[i] < least ? places[i] : least;
      most = places[i] > most ? places[i] : most;
    }
    if (most == 0) continue;
    if (least == last) {
      for (int c = 0; c < 4; c++)
        for (int i = 0; i < count; i++) row[c * width + x + i] = 0;
      continue;
    }
    burn(row + x, width, count, places, table, moments);
  }
}

/// How much of 256 is left at a place, whose edges are at −1 and 1.
ALWAYS_INLINE float inside(float place, float breadth) {
  const float way = unit((1 - (place < 0 ? -place : place)) / breadth);
  return way * way * (3 - 2 * way);
}

KERNEL(libretto_feather,
       (uint32_t *restrict pixels, int width, LibrettoPath path, float across, float down),
       (pixels, width, path, across, down)) {
  // An edge is never harder than this.
  const float wide = across > 1e-4f ? across : 1e-4f, high = down > 1e-4f ? down : 1e-4f;
  for (int x = 0; x < width; x++) {
    const float u = path.u + path.du * (float)x, v = path.v + path.dv * (float)x;
    const uint32_t left = (uint32_t)(int)(inside(u, wide) * inside(v, high) * 256 + 0.5f), pixel = pixels[x];
    const uint32_t even = ((pixel & 0xFF00FF) * left + 0x800080) >> 8 & 0xFF00FF;
    const uint32_t odd = ((pixel >> 8 & 0xFF00FF) * left + 0x800080) & 0xFF00FF00;
    pixels[x] = even | odd;
  }
}
