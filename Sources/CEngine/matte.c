#include "EngineMatte.h"
#include "many_cpus.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

// The same rounding on every processor: no multiplication is merged with an addition.
#pragma STDC FP_CONTRACT OFF

// MARK: Fields

static inline float part(float value) { return value - floorf(value); }

/// Even numbers from 0 to 1 for squares of a grid.
static inline float chance(int32_t column, int32_t row, uint64_t seed) {
  uint64_t bits = seed + (uint64_t)(uint32_t)column * 0x9E3779B97F4A7C15u + (uint64_t)(uint32_t)row * 0xC2B2AE3D27D4EB4Fu;
  bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9u;
  bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EBu;
  bits ^= bits >> 31;
  return (float)(bits >> 40) / 16777216.f;
}

static float smooth_chance(float x, float y, uint64_t seed) {
  float left = floorf(x), top = floorf(y), u = x - left, v = y - top;
  int32_t column = (int32_t)left, row = (int32_t)top;
  u = u * u * (3 - 2 * u);
  v = v * v * (3 - 2 * v);
  float upper = chance(column, row, seed), lower = chance(column, row + 1, seed);
  upper += (chance(column + 1, row, seed) - upper) * u;
  lower += (chance(column + 1, row + 1, seed) - lower) * u;
  return upper + (lower - upper) * v;
}

/// A sum of ever finer chances, each a share of the one before.
static inline float cloudy(float x, float y, uint64_t seed, float share, float less) {
  float sum = 0;
  for (int octave = 0; octave < 5; octave++) {
    sum += share * smooth_chance(x, y, seed + (uint64_t)octave);
    share *= less;
    x = x * 2 + 17;
    y = y * 2 + 31;
  }
  return sum;
}

static float clouds(float x, float y, uint64_t seed) {
  // Sums of many chances are seldom near their ends.
  return (cloudy(x, y, seed, 0.5f, 0.5f) - 0.22f) / 0.53f;
}

static float embers(float x, float y, uint64_t seed) {
  return (cloudy(x, y, seed, 0.62f, 0.38f) - 0.16f) / 0.68f;
}

/// How far around the middle, clockwise from the top, 0 to 1. Within a hundred-thousandth of a turn.
static float turned(float x, float y) {
  float ax = fabsf(x), ay = fabsf(y), larger = ax > ay ? ax : ay, smaller = ax > ay ? ay : ax;
  if (larger == 0) return 0;
  float z = smaller / larger, s = z * z;
  float angle = z * (0.99997726f + s * (-0.33262347f + s * (0.19354346f + s * (-0.11643287f + s * (0.05265332f - s * 0.0117212f)))));
  angle /= 6.2831853f;
  // From the top: x grows with the angle, −y shrinks.
  if (ax > ay) angle = 0.25f - angle;
  if (y > 0) angle = 0.5f - angle;
  return x < 0 ? 1 - angle : angle;
}

/// From the middle line of an arm to where the next one begins. Arms are as broad everywhere, however many there are.
static float spiral(float right, float down, float reach, float arms) {
  const float way = sqrtf(right * right + down * down) / reach;
  return fabsf(2 * part(turned(right, down) * arms + 1.5f * way) - 1);
}

static float gauge(float x, float y, const float *corners, int count) {
  for (int i = 0; i < count; i++) {
    const float *a = corners + 2 * i, *b = corners + 2 * ((i + 1) % count);
    float area = a[0] * b[1] - a[1] * b[0];
    if (area == 0) continue;
    float first = (x * b[1] - y * b[0]) / area, second = (a[0] * y - a[1] * x) / area;
    if (first >= 0 && second >= 0) return first + second;
  }
  return 1e9f;
}

static float moment(const LibrettoMatte *matte, float u, float v) {
  const float x = 2 * u - 1, y = 2 * v - 1;
  const float line = (matte->way_x * x + matte->way_y * y) / (fabsf(matte->way_x) + fabsf(matte->way_y)) / 2 + 0.5f;
  const float right = (u - matte->center_x) * matte->width, down = (v - matte->center_y) * matte->height;
  // Squares are counted from the middle, so that both edges cut them alike.
  const float longer = matte->width > matte->height ? matte->width : matte->height;
  const float squares = matte->count / longer;
  const float column = (u - 0.5f) * matte->width * squares + matte->count / 2;
  const float row = (v - 0.5f) * matte->height * squares + matte->count / 2;
  switch (matte->kind) {
  case LIBRETTO_MATTE_LINEAR: return line;
  case LIBRETTO_MATTE_BLINDS: return part(line * matte->count);
  case LIBRETTO_MATTE_CLOCK: return part(turned(x * matte->width, y * matte->height) * matte->count);
  case LIBRETTO_MATTE_CIRCLE: return sqrtf(right * right + down * down) / matte->reach;
  case LIBRETTO_MATTE_ELLIPSE: return sqrtf((x * x + y * y) / 2);
  case LIBRETTO_MATTE_RECTANGLE: return fabsf(x) > fabsf(y) ? fabsf(x) : fabsf(y);
  case LIBRETTO_MATTE_DIAMOND: return (fabsf(x) + fabsf(y)) / 2;
  case LIBRETTO_MATTE_POLYGON: return gauge(right, down, matte->corners, matte->corner_count) / matte->reach;
  case LIBRETTO_MATTE_CHECKER:
    return ((((int32_t)floorf(column) + (int32_t)floorf(row)) & 1) + part(column)) / 2;
  case LIBRETTO_MATTE_TILES: return chance((int32_t)floorf(column), (int32_t)floorf(row), matte->seed);
  case LIBRETTO_MATTE_CLOUDS: return clouds(column, row, matte->seed);
  case LIBRETTO_MATTE_EMBERS: return embers(column, row, matte->seed);
  case LIBRETTO_MATTE_SPIRAL: return spiral(right, down, matte->reach, matte->count);
  }
  return 0;
}

void libretto_matte_field(const LibrettoMatte *matte, int width, int height, uint16_t *field) {
  for (int y = 0; y < height; y++) {
    for (int x = 0; x < width; x++) {
      double u = matte->xx * (x + 0.5) + matte->xy * (y + 0.5) + matte->x0;
      double v = matte->yx * (x + 0.5) + matte->yy * (y + 0.5) + matte->y0;
      // What is far out of the box needs no number of its own.
      u = u > -100 ? u < 100 ? u : 100 : -100;
      v = v > -100 ? v < 100 ? v : 100 : -100;
      float when = moment(matte, (float)u, (float)v);
      field[(size_t)y * width + x] = (uint16_t)((when > 0 ? when < 1 ? when : 1 : 0) * 65535 + 0.5f);
    }
  }
}

void libretto_matte_of_picture(const uint32_t *pixels, size_t count, uint16_t *field) {
  for (size_t i = 0; i < count; i++) {
    uint32_t red = pixels[i] >> 16 & 255, green = pixels[i] >> 8 & 255, blue = pixels[i] & 255;
    // BT.709 in 65,536ths; 255 × 257 is 65,535.
    field[i] = (uint16_t)(((13933 * red + 46871 * green + 4732 * blue + 32768) >> 16) * 257);
  }
}

void libretto_matte_extremes(const uint16_t *field, int width, int height, uint16_t *least, uint16_t *largest) {
  const int columns = (width + LIBRETTO_MATTE_TILE - 1) / LIBRETTO_MATTE_TILE;
  for (int y = 0; y < height; y++) {
    const uint16_t *row = field + (size_t)y * width;
    const size_t first = (size_t)(y / LIBRETTO_MATTE_TILE) * columns;
    for (int x = 0; x < width; x++) {
      const size_t tile = first + x / LIBRETTO_MATTE_TILE;
      const int begins = y % LIBRETTO_MATTE_TILE == 0 && x % LIBRETTO_MATTE_TILE == 0;
      if (begins || row[x] < least[tile]) least[tile] = row[x];
      if (begins || row[x] > largest[tile]) largest[tile] = row[x];
    }
  }
}

// MARK: Mixing

/// No edge is softer than this for being steep, in moments.
enum { steepest = 2048 };

/// How much of 256 of a pixel has turned. `slope` is how much the field changes within the pixel.
static inline uint32_t turned_part(float when, float slope, float threshold, float softness) {
  // Where a field jumps, such as from the last moment of a clock to its first, there is nothing to soften.
  slope = slope > steepest ? steepest : slope < 1 ? 1 : slope;
  float width = softness > slope ? softness : slope;
  float part = (threshold - when) / width + 0.5f;
  part = part < 0 ? 0 : part > 1 ? 1 : part;
  return (uint32_t)(part * part * (3 - 2 * part) * 256 + 0.5f);
}

static inline float threshold(LibrettoMatteMoment moment) {
  return (moment.progress * (1 + moment.softness) - moment.softness / 2) * 65535;
}

static inline uint32_t mixed(uint32_t base, uint32_t over, uint32_t part) {
  uint32_t rest = 256 - part;
  uint32_t even = ((base & 0xFF00FF) * rest + (over & 0xFF00FF) * part + 0x800080) >> 8 & 0xFF00FF;
  uint32_t odd = (base >> 8 & 0xFF00FF) * rest + (over >> 8 & 0xFF00FF) * part + 0x800080;
  return even | (odd & 0xFF00FF00);
}

MANY_CPUS static void mix_stretch(uint32_t *base, const uint32_t *over, const uint16_t *row, const uint16_t *next,
                              int width, int flip, float threshold, float softness) {
  for (int x = 0; x < width; x++) {
    int here = row[x], across = abs(row[x + 1] - here), down = abs(next[x] - here);
    float part = (float)(here ^ flip);
    base[x] = mixed(base[x], over[x], turned_part(part, (float)(across + down), threshold, softness));
  }
}

/// Mixes a row by stretches, most of which have turned as a whole or not at all.
MANY_CPUS static void mix_row(uint32_t *base, const uint32_t *over, const uint16_t *row, const uint16_t *next,
                              int width, int flip, float threshold, float softness) {
  enum { stretch = 128 };
  const float margin = (softness > steepest ? softness : steepest) / 2 + 1;
  for (int x = 0; x < width; x += stretch) {
    const int count = width - x < stretch ? width - x : stretch;
    int least = 65535, largest = 0;
    for (int i = x; i < x + count; i++) {
      int when = row[i] ^ flip;
      least = when < least ? when : least;
      largest = when > largest ? when : largest;
    }
    if ((float)least > threshold + margin) continue;
    if ((float)largest < threshold - margin) {
      memcpy(base + x, over + x, (size_t)count * sizeof *base);
    } else {
      mix_stretch(base + x, over + x, row + x, next + x, count, flip, threshold, softness);
    }
  }
}

void libretto_mix(uint32_t *base, ptrdiff_t base_stride, const uint32_t *over, ptrdiff_t over_stride,
                  const uint16_t *field, ptrdiff_t field_stride, int width, int height, LibrettoMatteMoment moment) {
  const float limit = threshold(moment), softness = moment.softness * 65535;
  const int flip = moment.reversed ? 65535 : 0;
  for (int y = 0; y < height && width > 0; y++) {
    const uint16_t *row = field + y * field_stride;
    const uint16_t *next = y + 1 < height ? row + field_stride : y > 0 ? row - field_stride : row;
    uint32_t *to = base + y * base_stride;
    const uint32_t *from = over + y * over_stride;
    mix_row(to, from, row, next, width - 1, flip, limit, softness);
    // The last column has its neighbour on the left.
    const int last = width - 1, here = row[last];
    int slope = (last > 0 ? abs(row[last - 1] - here) : 0) + abs(next[last] - here);
    to[last] = mixed(to[last], from[last], turned_part((float)(here ^ flip), (float)slope, limit, softness));
  }
}

void libretto_mix_plain(uint32_t *base, ptrdiff_t base_stride, const uint32_t *over, ptrdiff_t over_stride,
                        const uint16_t *field, ptrdiff_t field_stride, int width, int height,
                        LibrettoMatteMoment moment) {
  for (int y = 0; y < height; y++) {
    for (int x = 0; x < width; x++) {
      const int beside = x + 1 < width ? x + 1 : x > 0 ? x - 1 : x;
      const int beneath = y + 1 < height ? y + 1 : y > 0 ? y - 1 : y;
      const int here = field[y * field_stride + x];
      const int slope = abs(field[y * field_stride + beside] - here) + abs(field[beneath * field_stride + x] - here);
      const float when = (float)(moment.reversed ? 65535 - here : here);
      const uint32_t part = turned_part(when, (float)slope, threshold(moment), moment.softness * 65535);
      uint32_t *to = base + y * base_stride + x, result = 0;
      for (int shift = 0; shift < 32; shift += 8) {
        uint32_t from = *to >> shift & 255, other = over[y * over_stride + x] >> shift & 255;
        result |= (from * (256 - part) + other * part + 128) >> 8 << shift;
      }
      *to = result;
    }
  }
}
