#include <stdlib.h>

#include "filter.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

MANY_CPUS void libretto_row_matrix(float *restrict row, int width, const float *restrict matrix) {
  float *red = row, *green = red + width, *blue = green + width;
  float m[12];
  for (int i = 0; i < 12; i++) m[i] = matrix[i];
  for (int x = 0; x < width; x++) {
    const float r = red[x], g = green[x], b = blue[x];
    red[x] = m[0] * r + m[1] * g + m[2] * b + m[3];
    green[x] = m[4] * r + m[5] * g + m[6] * b + m[7];
    blue[x] = m[8] * r + m[9] * g + m[10] * b + m[11];
  }
}

/// What lies at a place of a table of at least two numbers, 0 at its first and 1 at its last.
static inline float looked_up(const float *table, int count, float place) {
  const float at = unit(place) * (float)(count - 1);
  int index = (int)at;
  index = index < count - 2 ? index : count - 2;
  return table[index] + (table[index + 1] - table[index]) * (at - (float)index);
}

void libretto_row_curves(float *restrict row, int width, const float *const *tables, int count) {
  for (int plane = 0; plane < 3; plane++) {
    float *values = row + plane * (size_t)width;
    for (int x = 0; x < width; x++) values[x] = looked_up(tables[plane], count, values[x]);
  }
}

void libretto_row_lines(float *restrict row, int width, const LibrettoLines *lines, float strength) {
  for (int plane = 0; plane < 3; plane++) {
    float *values = row + plane * (size_t)width;
    const float *table = lines->entries + plane * (size_t)lines->size;
    for (int x = 0; x < width; x++) {
      const float place = (values[x] - lines->start[plane]) * lines->scale[plane];
      values[x] += (looked_up(table, lines->size, place) - values[x]) * strength;
    }
  }
}

enum { run = 64 };

/// Where pixels lie in a cube: the first and the two middle corners of their tetrahedra (the last one is opposite the
/// first), and what each corner weighs, below zero and in 32,768ths, two and two in a word.
typedef struct {
  int32_t first[run], second[run], third[run], early[run], late[run];
} Places;

static inline int32_t pair(int32_t low, int32_t high) { return (int32_t)((uint32_t)(-high) << 16 | ((uint32_t)(-low) & 0xFFFF)); }

MANY_CPUS static void locate(const float *restrict row, int width, int count, const LibrettoCube *cube,
                             Places *restrict places) {
  const int32_t size = cube->size, most = size - 2, across = size, up = size * size, all = 1 + across + up;
  const float steps = (float)(size - 1);
  const float starts[3] = {cube->start[0], cube->start[1], cube->start[2]};
  const float scales[3] = {cube->scale[0], cube->scale[1], cube->scale[2]};
  for (int x = 0; x < count; x++) {
    const float r = unit((row[x] - starts[0]) * scales[0]) * steps;
    const float g = unit((row[x + width] - starts[1]) * scales[1]) * steps;
    const float b = unit((row[x + 2 * width] - starts[2]) * scales[2]) * steps;
    int32_t ir = (int32_t)r, ig = (int32_t)g, ib = (int32_t)b;
    ir = ir < most ? ir : most;
    ig = ig < most ? ig : most;
    ib = ib < most ? ib : most;
    const int32_t fr = (int32_t)((r - (float)ir) * 32768 + 0.5f), fg = (int32_t)((g - (float)ig) * 32768 + 0.5f);
    const int32_t fb = (int32_t)((b - (float)ib) * 32768 + 0.5f);
    // From the first corner the way goes along the axis that is farthest along, then the next, then the last.
    const int32_t rg_most = fr > fg ? fr : fg, rg_least = fr > fg ? fg : fr;
    const int32_t most_part = rg_most > fb ? rg_most : fb, least_part = rg_least < fb ? rg_least : fb;
    const int32_t middle_part = fr + fg + fb - most_part - least_part;
    const int32_t most_axis = fb >= rg_most ? up : fr > fg ? 1 : across;
    const int32_t least_axis = fb < rg_least ? up : fr > fg ? across : 1;
    const int32_t first = ir + across * ig + up * ib;
    places->first[x] = first;
    places->second[x] = first + most_axis;
    places->third[x] = first + all - least_axis;
    places->early[x] = pair(32768 - most_part, most_part - middle_part);
    places->late[x] = pair(middle_part - least_part, least_part);
  }
}

/// For each pixel, less its colours times 32,768, plus 2³⁰.
static void weigh(const LibrettoCube *cube, const Places *places, int count, int32_t *result) {
  const int16_t *entries = cube->entries;
  const int32_t all = 1 + cube->size + cube->size * cube->size;
#if defined(__x86_64__)
  for (int x = 0; x < count; x++) {
    const int16_t *first = entries + 4 * (size_t)places->first[x];
    const __m128i early = _mm_unpacklo_epi16(_mm_loadl_epi64((const __m128i *)first),
                                             _mm_loadl_epi64((const __m128i *)(entries + 4 * (size_t)places->second[x])));
    const __m128i late = _mm_unpacklo_epi16(_mm_loadl_epi64((const __m128i *)(entries + 4 * (size_t)places->third[x])),
                                            _mm_loadl_epi64((const __m128i *)(first + 4 * (size_t)all)));
    const __m128i sum = _mm_add_epi32(_mm_madd_epi16(early, _mm_set1_epi32(places->early[x])),
                                      _mm_madd_epi16(late, _mm_set1_epi32(places->late[x])));
    _mm_storeu_si128((__m128i *)(result + 4 * x), sum);
  }
#else
  for (int x = 0; x < count; x++) {
    const int16_t *corners[4] = {entries + 4 * (size_t)places->first[x], entries + 4 * (size_t)places->second[x],
                                 entries + 4 * (size_t)places->third[x],
                                 entries + 4 * (size_t)(places->first[x] + all)};
    const int32_t weights[4] = {(int16_t)places->early[x], places->early[x] >> 16, (int16_t)places->late[x],
                                places->late[x] >> 16};
    for (int c = 0; c < 4; c++) {
      int32_t sum = 0;
      for (int k = 0; k < 4; k++) sum += weights[k] * corners[k][c];
      result[4 * x + c] = sum;
    }
  }
#endif
}

MANY_CPUS static void blend(float *restrict row, int width, int count, const int32_t *restrict sums, float low,
                            float factor, float strength) {
  float *red = row, *green = red + width, *blue = green + width;
  for (int x = 0; x < count; x++) {
    const float r = (float)((1 << 30) - sums[4 * x]) * factor + low;
    const float g = (float)((1 << 30) - sums[4 * x + 1]) * factor + low;
    const float b = (float)((1 << 30) - sums[4 * x + 2]) * factor + low;
    red[x] += (r - red[x]) * strength;
    green[x] += (g - green[x]) * strength;
    blue[x] += (b - blue[x]) * strength;
  }
}

void libretto_row_cube(float *row, int width, const LibrettoCube *cube, float strength) {
  Places places;
  int32_t sums[4 * run];
  const float factor = (cube->high - cube->low) * (1 / (65535.0f * 32768.0f));
  for (int start = 0; start < width; start += run) {
    const int count = width - start < run ? width - start : run;
    locate(row + start, width, count, cube, &places);
    weigh(cube, &places, count, sums);
    blend(row + start, width, count, sums, cube->low, factor, strength);
  }
}
