// What the samplers of pictures seen at an angle share: how each part of the screen is sampled.
#pragma once

#include "EnginePaint.h"
#include "askew.h"

/// Squares of the screen, counted from its corner, that are sampled alike.
enum { TILE = 16, MOST_SAMPLES = 16 };

/// How the pixels of one tile are made: from which size of the picture, and of which samples around each place.
typedef struct {
  const uint32_t *from;
  int width, height;
  /// How many pixels of this size come to one of the picture.
  double scale;
  int count;
  /// Where the samples are, in 256ths of a pixel of this size.
  double across_by[MOST_SAMPLES], down_by[MOST_SAMPLES];
  const int8_t *across, *down;
} Manner;

Manner libretto_manner(const LibrettoTilted *picture, int column, int row);

/// The pixels of a row of the screen: what is added up in them is divided by what is farther away.
typedef struct {
  double across, down, distance;
} Ray;

static inline Ray ray(const LibrettoTilted *picture, int y) {
  const double *rows = picture->rows, place = (double)y + 0.5;
  return (Ray){rows[1] * place + rows[2], rows[4] * place + rows[5], rows[7] * place + rows[8]};
}

/// So far away is what is no longer in front of the eye.
static const double beyond = 1e-12;
/// Places farther out than this are as far out as this.
static const double farthest = 1 << 29;

static inline double clamped(double place) {
  place = place > -farthest ? place : -farthest;
  return place < farthest ? place : farthest;
}

/// One pixel of the screen.
uint32_t libretto_tilted_pixel(const LibrettoTilted *picture, const Manner *manner, Ray ray, int column);

/// What a sum of as many samples as there are comes to by each: all sums fit 16 bits.
static inline uint32_t share_of(int count) { return (65536u + (uint32_t)count - 1) / (uint32_t)count; }

#if defined(__x86_64__)
/// Pixels of one row of one tile, eight at a time, from column `low` up to `high`.
void libretto_tilted_row_avx2(const LibrettoTilted *picture, const Manner *manner, Ray ray, int low, int high,
                              uint32_t *to);
#endif
