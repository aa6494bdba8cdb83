#include "EngineFilters.h"
#include "EnginePaint.h"

#include <math.h>

#include "askew.h"
#include "resample.h"

// The same places on every processor: no multiplication is merged with an addition.
#pragma STDC FP_CONTRACT OFF

void libretto_phases(double softness, int8_t *weights) {
  for (int phase = 0; phase < LIBRETTO_PHASES; phase++) {
    double values[4];
    for (int k = 0; k < 4; k++) values[k] = libretto_cubic(k - 1 - (double)phase / LIBRETTO_PHASES, softness);
    libretto_round_weights(values, weights + 4 * phase);
  }
}

/// A number with 32 bits behind the point; beyond all pictures it is just large.
static int64_t fixed(double number) {
  const double most = 1 << 28;
  number = number > -most ? number < most ? number : most : -most;
  return (int64_t)floor(number * 4294967296.0 + 0.5);
}

Path libretto_path(const LibrettoAskew *picture, int y) {
  const double row = (double)y + 0.5;
  return (Path){
    (uint64_t)fixed(picture->xx * 0.5 + picture->xy * row + picture->x0 - 0.5),
    (uint64_t)fixed(picture->yx * 0.5 + picture->yy * row + picture->y0 - 0.5),
    (uint64_t)fixed(picture->xx), (uint64_t)fixed(picture->yx)};
}

uint32_t libretto_sample(const LibrettoAskew *picture, Path path, int column) {
  const int64_t u = phases(path.u, path.across, column), v = phases(path.v, path.down, column);
  const int8_t *across = picture->across + 4 * (u & PHASE_MASK), *down = picture->down + 4 * (v & PHASE_MASK);
  const int left = before(u, picture->width) - 1, top = before(v, picture->height) - 1;
  int sums[4] = {0};
  for (int i = 0; i < 4; i++) {
    const int x = within(left + i, picture->width);
    uint32_t pixels[4];
    for (int k = 0; k < 4; k++)
      pixels[k] = picture->from[(size_t)within(top + k, picture->height) * (size_t)picture->width + (size_t)x];
    for (int c = 0; c < 4; c++) {
      int sum = 0;
      for (int k = 0; k < 4; k++) sum += down[k] * (int)(pixels[k] >> (8 * c) & 255);
      sums[c] += across[i] * (int)shade(sum);
    }
  }
  return capped(sums);
}

static bool is_whole(double number) { return number == floor(number); }

/// Whether the pixels of the screen are pixels of the picture, in another order: nothing lies between.
static bool is_quarter_turn(const LibrettoAskew *picture) {
  return fabs(picture->xx) + fabs(picture->xy) == 1 && fabs(picture->yx) + fabs(picture->yy) == 1
         && is_whole(picture->xx) && is_whole(picture->yy)
         && is_whole((picture->xx + picture->xy) / 2 + picture->x0 - 0.5)
         && is_whole((picture->yx + picture->yy) / 2 + picture->y0 - 0.5);
}

static void pick(const LibrettoAskew *picture, Path path, int low, int high, uint32_t *to) {
  for (int x = low; x < high; x++) {
    const int column = before(phases(path.u, path.across, x), picture->width);
    const int row = before(phases(path.v, path.down, x), picture->height);
    *to++ = picture->from[(size_t)within(row, picture->height) * (size_t)picture->width
                          + (size_t)within(column, picture->width)];
  }
}

void libretto_resample_askew_plain(const LibrettoAskew *picture, int left, int top, int height,
                                   const LibrettoReach *reaches, uint32_t *to, ptrdiff_t to_stride) {
  const bool picks = is_quarter_turn(picture);
  for (int y = 0; y < height; y++) {
    const Path way = libretto_path(picture, top + y);
    uint32_t *row = to + y * to_stride - left;
    const int low = reaches[y].low, high = reaches[y].high;
    if (picks) pick(picture, way, low, high, row + low);
    else
      for (int x = low; x < high; x++) row[x] = libretto_sample(picture, way, x);
  }
}

void libretto_resample_askew(const LibrettoAskew *picture, int left, int top, int height, const LibrettoReach *reaches,
                             uint32_t *to, ptrdiff_t to_stride) {
#if defined(__x86_64__)
  if (libretto_processor() != LIBRETTO_ANY_PROCESSOR && !is_quarter_turn(picture)
      && (int64_t)picture->width * picture->height <= INT32_MAX && picture->width < LONGEST
      && picture->height < LONGEST) {
    libretto_resample_askew_avx2(picture, left, top, height, reaches, to, to_stride);
    return;
  }
#endif
  libretto_resample_askew_plain(picture, left, top, height, reaches, to, to_stride);
}
