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
