#include "EngineFilters.h"
#include "tilted.h"

#include <math.h>

#include "resample.h"

// The same places on every processor: no multiplication is merged with an addition.
#pragma STDC FP_CONTRACT OFF

/// From the sharpest to the softest filter: sharper than those of `Resampling`, as what is sampled was sampled once
/// already. Both together are as sharp as one of those.
static double softness(int number) { return -0.15 + 0.55 * number / (LIBRETTO_SOFTNESSES - 1); }

void libretto_softnesses(int8_t *weights) {
  for (int number = 0; number < LIBRETTO_SOFTNESSES; number++)
    libretto_phases(softness(number), weights + (size_t)number * 4 * LIBRETTO_PHASES);
}

/// The weights for so many pixels that come to one of the screen: the softest where it is the square root of two.
static const int8_t *weights(const LibrettoTilted *picture, double reduction) {
  double part = reduction > 1 ? (1 - 1 / reduction) / (1 - 1 / 1.4142135623730951) : 0;
  if (!(part < 1)) part = 1;
  const int number = (int)(part * (LIBRETTO_SOFTNESSES - 1) + 0.5);
  return picture->weights + (size_t)number * 4 * LIBRETTO_PHASES;
}

/// How a picture lies around a point of the screen: so far each pixel to the right and down goes in it.
typedef struct {
  double ax, ay, dx, dy;
  /// The way on the screen along which it is squeezed most, and how many pixels come to one along it and across.
  double x, y, most, least;
} Slant;

static Slant slant(const LibrettoTilted *picture, double x, double y) {
  const double *m = picture->rows;
  double w = m[6] * x + m[7] * y + m[8];
  w = w > beyond ? w : beyond;
  const double across = (m[0] * x + m[1] * y + m[2]) / w, down = (m[3] * x + m[4] * y + m[5]) / w;
  Slant s = {(m[0] - across * m[6]) / w, (m[1] - across * m[7]) / w, (m[3] - down * m[6]) / w,
             (m[4] - down * m[7]) / w, 1, 0, 0, 0};
  const double a = s.ax * s.ax + s.dx * s.dx, b = s.ax * s.ay + s.dx * s.dy, c = s.ay * s.ay + s.dy * s.dy;
  const double middle = (a + c) / 2, half = (a - c) / 2, apart = sqrt(half * half + b * b);
  s.most = sqrt(middle + apart);
  s.least = s.most > 0 ? fabs(s.ax * s.dy - s.ay * s.dx) / s.most : 0;
  // An eigenvector; of the two ways to write it the one that can't vanish.
  const double vx = half > 0 ? half + apart : b, vy = half > 0 ? b : apart - half;
  const double length = sqrt(vx * vx + vy * vy);
  if (length > 0) s.x = vx / length, s.y = vy / length;
  return s;
}

/// How far a filter of four pixels takes in more than one.
static const double reach = 1.4142135623730951;

static int samples(double reduction, int most) {
  int count = 1;
  while (count < most && reduction > reach * 1.001 * count) count++;
  return count;
}

static double within_reason(double reduction) { return reduction < 1e9 ? reduction : 1e9; }

/// Which size is sampled: one that is not too small for the way along which the picture is squeezed least.
static int level(Slant s, int count) {
  double reduction = within_reason(s.least), along = within_reason(s.most) / (8 * reach);
  reduction = reduction > along ? reduction : along;
  int number = 0;
  while (number + 1 < count && reduction >= 2) {
    reduction /= 2;
    number++;
  }
  return number;
}

static double length(double x, double y) { return sqrt(x * x + y * y); }

Manner libretto_manner(const LibrettoTilted *picture, int column, int row) {
  const Slant s = slant(picture, column + TILE / 2, row + TILE / 2);
  const int number = level(s, picture->count);
  Manner manner = {.from = picture->levels[number], .width = picture->widths[number],
                   .height = picture->heights[number], .scale = 1.0 / (1 << number)};
  const int along = samples(s.most * manner.scale, 8), aside = samples(s.least * manner.scale, 2);
  manner.count = along * aside;
  // The steps in the picture of one pixel's way along, and across.
  const double ux = s.ax * s.x + s.ay * s.y, uy = s.dx * s.x + s.dy * s.y;
  const double vx = s.ay * s.x - s.ax * s.y, vy = s.dy * s.x - s.dx * s.y;
  for (int i = 0; i < manner.count; i++) {
    const double first = ((i % along) + 0.5) / along - 0.5, second = ((i / along) + 0.5) / aside - 0.5;
    manner.across_by[i] = clamped((ux * first + vx * second) * manner.scale * LIBRETTO_PHASES);
    manner.down_by[i] = clamped((uy * first + vy * second) * manner.scale * LIBRETTO_PHASES);
  }
  // The mean of several lets through more of what is too fine than a soft filter does.
  const double softer = manner.count > 1 ? reach : 1;
  manner.across = weights(picture, length(ux / along, vx / aside) * manner.scale * softer);
  manner.down = weights(picture, length(uy / along, vy / aside) * manner.scale * softer);
  return manner;
}

static inline uint32_t pixel_at(const Manner *manner, int x, int y) {
  const bool is_inside = x >= 0 && x < manner->width && y >= 0 && y < manner->height;
  return is_inside ? manner->from[(size_t)y * (size_t)manner->width + (size_t)x] : 0;
}

static uint32_t sample(const Manner *manner, int u, int v) {
  const int8_t *across = manner->across + 4 * (u & PHASE_MASK), *down = manner->down + 4 * (v & PHASE_MASK);
  const int left = (u >> PHASE_BITS) - 1, top = (v >> PHASE_BITS) - 1;
  if (left <= -4 || left >= manner->width || top <= -4 || top >= manner->height) return 0;
  int sums[4] = {0};
  for (int i = 0; i < 4; i++)
    for (int c = 0; c < 4; c++) {
      int sum = 0;
      for (int k = 0; k < 4; k++) sum += down[k] * (int)(pixel_at(manner, left + i, top + k) >> (8 * c) & 255);
      sums[c] += across[i] * (int)shade(sum);
    }
  return capped(sums);
}

uint32_t libretto_tilted_pixel(const LibrettoTilted *picture, const Manner *manner, Ray ray, int column) {
  const double x = (double)column + 0.5, *rows = picture->rows;
  double distance = rows[6] * x + ray.distance;
  distance = distance > beyond ? distance : beyond;
  const double factor = manner->scale * LIBRETTO_PHASES / distance;
  const double across = (rows[0] * x + ray.across) * factor, down = (rows[3] * x + ray.down) * factor;
  // Middles of pixels, and the nearest phase.
  const double half = (LIBRETTO_PHASES - 1) / 2.0;
  uint32_t sums[4] = {0};
  for (int i = 0; i < manner->count; i++) {
    const int u = (int)floor(clamped(across + manner->across_by[i] - half));
    const int v = (int)floor(clamped(down + manner->down_by[i] - half));
    const uint32_t pixel = sample(manner, u, v);
    if (manner->count == 1) return pixel;
    for (int c = 0; c < 4; c++) sums[c] += pixel >> (8 * c) & 255;
  }
  uint32_t pixel = 0;
  for (int c = 0; c < 4; c++)
    pixel |= ((sums[c] + (uint32_t)manner->count / 2) * share_of(manner->count) >> 16) << (8 * c);
  return pixel;
}

/// The tile that a column or row lies in begins here.
static inline int tile_of(int place) { return place & ~(TILE - 1); }

/// From the first to the last pixel of some rows; nothing if none has any.
static LibrettoReach reach_of(const LibrettoReach *rows, int count) {
  LibrettoReach all = {.low = INT32_MAX, .high = INT32_MIN};
  for (int i = 0; i < count; i++) {
    if (rows[i].low >= rows[i].high) continue;
    all.low = rows[i].low < all.low ? rows[i].low : all.low;
    all.high = rows[i].high > all.high ? rows[i].high : all.high;
  }
  return all;
}

int libretto_tilted_levels(const LibrettoTilted *picture, int left, int top, int height, const LibrettoReach *reaches) {
  (void)left;
  int most = 0;
  for (int row = tile_of(top); row < top + height; row += TILE) {
    const int first = row > top ? row : top, end = row + TILE < top + height ? row + TILE : top + height;
    const LibrettoReach all = reach_of(reaches + (first - top), end - first);
    for (int column = all.low < all.high ? tile_of(all.low) : all.high; column < all.high; column += TILE) {
      const int number = level(slant(picture, column + TILE / 2, row + TILE / 2), LIBRETTO_LEVELS);
      most = number > most ? number : most;
    }
  }
  return most + 1;
}

/// Pixels of one row of one tile.
typedef void Sampler(const LibrettoTilted *picture, const Manner *manner, Ray ray, int low, int high, uint32_t *to);

static void sample_row(const LibrettoTilted *picture, const Manner *manner, Ray ray, int low, int high, uint32_t *to) {
  for (int x = low; x < high; x++) *to++ = libretto_tilted_pixel(picture, manner, ray, x);
}

static void sample_tiles(const LibrettoTilted *picture, int left, int top, int height, const LibrettoReach *reaches,
                         uint32_t *to, ptrdiff_t to_stride, Sampler *sampler) {
  for (int row = tile_of(top); row < top + height; row += TILE) {
    const int first = row > top ? row : top, end = row + TILE < top + height ? row + TILE : top + height;
    const LibrettoReach all = reach_of(reaches + (first - top), end - first);
    for (int column = all.low < all.high ? tile_of(all.low) : all.high; column < all.high; column += TILE) {
      const Manner manner = libretto_manner(picture, column, row);
      for (int y = first; y < end; y++) {
        const LibrettoReach reach = reaches[y - top];
        const int from = reach.low > column ? reach.low : column;
        const int until = reach.high < column + TILE ? reach.high : column + TILE;
        if (from < until)
          sampler(picture, &manner, ray(picture, y), from, until, to + (y - top) * to_stride - left + from);
      }
    }
  }
}

void libretto_resample_tilted_plain(const LibrettoTilted *picture, int left, int top, int height,
                                    const LibrettoReach *reaches, uint32_t *to, ptrdiff_t to_stride) {
  sample_tiles(picture, left, top, height, reaches, to, to_stride, sample_row);
}

void libretto_resample_tilted(const LibrettoTilted *picture, int left, int top, int height,
                              const LibrettoReach *reaches, uint32_t *to, ptrdiff_t to_stride) {
#if defined(__x86_64__)
  if (libretto_processor() != LIBRETTO_ANY_PROCESSOR) {
    sample_tiles(picture, left, top, height, reaches, to, to_stride, libretto_tilted_row_avx2);
    return;
  }
#endif
  sample_tiles(picture, left, top, height, reaches, to, to_stride, sample_row);
}
