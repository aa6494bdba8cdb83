#include "filter.h"

KERNEL(libretto_row_scale, (float *restrict row, int width, float factor), (row, width, factor)) {
  for (int i = 0; i < 3 * width; i++) row[i] *= factor;
}

/// Four bytes of a hash, added up: close to a bell, and never far out.
static inline float noise_at(uint64_t seed, uint64_t index) {
  uint64_t bits = seed + index * 0x9E3779B97F4A7C15ULL;
  bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9ULL;
  bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EBULL;
  bits ^= bits >> 31;
  int sum = 0;
  for (int byte = 0; byte < 8; byte++) sum += (int)(bits >> (8 * byte) & 255);
  // Eight even bytes have a standard deviation of 209.
  return (float)(sum - 1020) * (1 / 209.0f);
}

void libretto_noise(uint64_t seed, int side, float *noise) {
  for (int i = 0; i < side * side; i++) noise[i] = noise_at(seed, (uint64_t)i);
}

/// Most in the darker middle tones, less towards white, none in black and white.
static inline float visible(float level) {
  const float rest = 1 - level;
  return 6.75f * level * rest * rest;
}

KERNEL(libretto_row_grain,
       (float *restrict row, int width, const float *restrict noise, int side, int first, float amount),
       (row, width, noise, side, first, amount)) {
  int place = first & (side - 1);
  for (int start = 0; start < width;) {
    const int left = width - start, run = side - place, count = left < run ? left : run;
    float *red = row + start, *green = red + width, *blue = green + width;
    const float *grains = noise + place;
    for (int x = 0; x < count; x++) {
      const float level = unit(luma(red[x], green[x], blue[x]));
      // A floor, so that deep shadows aren't dead.
      const float shape = (0.06f + 0.94f * visible(level)) * (1 - level * level * level * level);
      const float grain = grains[x] * amount * shape;
      red[x] += grain;
      green[x] += grain;
      blue[x] += grain;
    }
    start += count;
    place = 0;
  }
}

/// Most in the middle tones, and a bit of it in the deepest shadows; none where there is nothing but light.
static inline float developed(float level) {
  const float middle = 4 * level * (1 - level);
  return 0.12f + 0.88f * middle - 0.12f * level * level;
}

KERNEL(libretto_row_film,
       (float *restrict row, int width, const float *restrict shared, const float *restrict first,
        const float *restrict second, float amount),
       (row, width, shared, first, second, amount)) {
  float *red = row, *green = row + width, *blue = green + width;
  for (int x = 0; x < width; x++) {
    const float level = unit(luma(red[x], green[x], blue[x]));
    const float strength = amount * developed(level), all = 0.88f * shared[x];
    red[x] += strength * (all + 0.16f * first[x]);
    green[x] += strength * (all - 0.08f * first[x] - 0.06f * second[x]);
    blue[x] += strength * (all + 0.2f * second[x]);
  }
}

void libretto_row_cells(const float *sums, int width, int planes, const int32_t *edges, int cells, int rows, float *row) {
  for (int plane = 0; plane < planes; plane++) {
    const float *from = sums + plane * (size_t)width;
    float *to = row + plane * (size_t)width;
    for (int i = 0; i < cells; i++) {
      float sum = 0;
      for (int x = edges[i]; x < edges[i + 1]; x++) sum += from[x];
      const float mean = sum * (1 / ((float)(edges[i + 1] - edges[i]) * (float)rows));
      for (int x = edges[i]; x < edges[i + 1]; x++) to[x] = mean;
    }
  }
}
