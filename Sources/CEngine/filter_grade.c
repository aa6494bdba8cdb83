#include <stdlib.h>

#include "filter.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

KERNEL(libretto_row_matrix, (float *restrict row, int width, const float *restrict matrix), (row, width, matrix)) {
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

enum { run = 64 };

/// Where numbers lie in a table, 0 at its first entry and 1 at its last: the entry before each, and how far from it.
ALWAYS_INLINE void find(const float *restrict numbers, int count, float start, float scale, int size,
                           int32_t *restrict places, float *restrict parts) {
  const float steps = (float)(size - 1);
  const int32_t most = size - 2;
  for (int x = 0; x < count; x++) {
    const float at = unit((numbers[x] - start) * scale) * steps;
    const int32_t place = (int32_t)at;
    places[x] = place < most ? place : most;
    parts[x] = at - (float)places[x];
  }
}

#if defined(__x86_64__)
/// Two numbers from each of two places.
static inline __m128 two_pairs(const float *first, const float *second) {
  return _mm_loadh_pi(_mm_castsi128_ps(_mm_loadl_epi64((const __m128i *)first)), (const __m64 *)second);
}
#endif

/// So much of the way to what tables of so many numbers say.
ALWAYS_INLINE void look_up(float *row, int width, const float *const *tables, int size, const float *starts,
                    const float *scales, float strength) {
  int32_t places[run];
  float parts[run];
  for (int plane = 0; plane < 3; plane++) {
    const float *table = tables[plane];
    for (int start = 0; start < width; start += run) {
      float *values = row + plane * (size_t)width + start;
      const int count = width - start < run ? width - start : run;
      find(values, count, starts[plane], scales[plane], size, places, parts);
      int x = 0;
#if defined(__x86_64__)
      const __m128 share = _mm_set1_ps(strength);
      for (; x + 4 <= count; x += 4) {
        const __m128 early = two_pairs(table + places[x], table + places[x + 1]);
        const __m128 late = two_pairs(table + places[x + 2], table + places[x + 3]);
        const __m128 near = _mm_shuffle_ps(early, late, _MM_SHUFFLE(2, 0, 2, 0));
        const __m128 next = _mm_shuffle_ps(early, late, _MM_SHUFFLE(3, 1, 3, 1));
        const __m128 found = _mm_add_ps(near, _mm_mul_ps(_mm_sub_ps(next, near), _mm_loadu_ps(parts + x)));
        const __m128 old = _mm_loadu_ps(values + x), step = _mm_mul_ps(_mm_sub_ps(found, old), share);
        _mm_storeu_ps(values + x, strength == 1 ? found : _mm_add_ps(old, step));
      }
#endif
      for (; x < count; x++) {
        const float *near = table + places[x];
        const float found = near[0] + (near[1] - near[0]) * parts[x];
        values[x] = strength == 1 ? found : values[x] + (found - values[x]) * strength;
      }
    }
  }
}

KERNEL(libretto_row_curves, (float *row, int width, const float *const *tables, int count), (row, width, tables, count)) {
  static const float zeros[3] = {0, 0, 0}, ones[3] = {1, 1, 1};
  look_up(row, width, tables, count, zeros, ones, 1);
}

KERNEL(libretto_row_lines, (float *row, int width, const LibrettoLines *lines, float strength), (row, width, lines, strength)) {
  const float *tables[3] = {lines->entries, lines->entries + lines->size, lines->entries + 2 * (size_t)lines->size};
  look_up(row, width, tables, lines->size, lines->start, lines->scale, strength);
}

/// Where pixels lie in a cube: the first and the two middle corners of their tetrahedra (the last one is opposite the
/// first), and what each corner weighs, below zero and in 32,768ths, two and two in a word.
typedef struct {
  int32_t first[run], second[run], third[run], early[run], late[run];
} Places;

static inline int32_t pair(int32_t low, int32_t high) { return (int32_t)((uint32_t)high << 16 | ((uint32_t)low & 0xFFFF)); }

ALWAYS_INLINE void locate(const float *restrict row, int width, int count, const LibrettoCube *cube,
                             Places *restrict places) {
  const int32_t across = cube->size, up = cube->size * cube->size, all = 1 + across + up;
  const float most = (float)(cube->size - 1) * 32768;
  const float r_scale = cube->scale[0] * most, g_scale = cube->scale[1] * most, b_scale = cube->scale[2] * most;
  const float r_start = cube->start[0] * r_scale, g_start = cube->start[1] * g_scale, b_start = cube->start[2] * b_scale;
  const float *red = row, *green = red + width, *blue = green + width;
  for (int x = 0; x < count; x++) {
    float r = red[x] * r_scale - r_start, g = green[x] * g_scale - g_start, b = blue[x] * b_scale - b_start;
    r = r > 0 ? r : 0;
    g = g > 0 ? g : 0;
    b = b > 0 ? b : 0;
    r = r < most ? r : most;
    g = g < most ? g : most;
    b = b < most ? b : most;
    const int32_t wr = (int32_t)(r + 0.5f), wg = (int32_t)(g + 0.5f), wb = (int32_t)(b + 0.5f);
    const int32_t fr = wr & 32767, fg = wg & 32767, fb = wb & 32767;
    // From the first corner the way goes along the axis that is farthest along, then the next, then the last.
    const int32_t rg_most = fr > fg ? fr : fg, rg_least = fr > fg ? fg : fr;
    const int32_t farthest = rg_most > fb ? rg_most : fb, nearest = rg_least < fb ? rg_least : fb;
    const int32_t middle = fr + fg + fb - farthest - nearest;
    const int32_t far_axis = fb >= rg_most ? up : fr > fg ? 1 : across;
    const int32_t near_axis = fb < rg_least ? up : fr > fg ? across : 1;
    const int32_t first = (wr >> 15) + across * (wg >> 15) + up * (wb >> 15);
    places->first[x] = first;
    places->second[x] = first + far_axis;
    places->third[x] = first + all - near_axis;
    places->early[x] = pair(farthest - 32768, middle - farthest);
    places->late[x] = pair(nearest - middle, -nearest);
  }
}

/// For each pixel, less its colors times 32,768, plus 2³⁰; red, green and blue apart.
ALWAYS_INLINE void weigh(const LibrettoCube *cube, const Places *places, int count, int32_t (*result)[run]) {
  const int16_t *entries = cube->entries;
  const int32_t all = 1 + cube->size + cube->size * cube->size;
#if defined(__x86_64__)
  for (int x = 0; x < count; x += 4) {
    __m128i sums[4];
    for (int i = 0; i < 4; i++) {
      const int16_t *first = entries + 4 * (size_t)places->first[x + i];
      const int16_t *second = entries + 4 * (size_t)places->second[x + i];
      const int16_t *third = entries + 4 * (size_t)places->third[x + i];
      const __m128i early = _mm_unpacklo_epi16(_mm_loadl_epi64((const __m128i *)first), _mm_loadl_epi64((const __m128i *)second));
      const __m128i late = _mm_unpacklo_epi16(_mm_loadl_epi64((const __m128i *)third),
                                              _mm_loadl_epi64((const __m128i *)(first + 4 * (size_t)all)));
      sums[i] = _mm_add_epi32(_mm_madd_epi16(early, _mm_set1_epi32(places->early[x + i])),
                              _mm_madd_epi16(late, _mm_set1_epi32(places->late[x + i])));
    }
    const __m128i rg1 = _mm_unpacklo_epi32(sums[0], sums[1]), rg2 = _mm_unpacklo_epi32(sums[2], sums[3]);
    const __m128i b1 = _mm_unpackhi_epi32(sums[0], sums[1]), b2 = _mm_unpackhi_epi32(sums[2], sums[3]);
    _mm_storeu_si128((__m128i *)(result[0] + x), _mm_unpacklo_epi64(rg1, rg2));
    _mm_storeu_si128((__m128i *)(result[1] + x), _mm_unpackhi_epi64(rg1, rg2));
    _mm_storeu_si128((__m128i *)(result[2] + x), _mm_unpacklo_epi64(b1, b2));
  }
#else
  for (int x = 0; x < count; x++) {
    const int32_t first = places->first[x], corners[4] = {first, places->second[x], places->third[x], first + all};
    const int32_t weights[4] = {(int16_t)places->early[x], places->early[x] >> 16, (int16_t)places->late[x],
                                places->late[x] >> 16};
    for (int c = 0; c < 3; c++) {
      int32_t sum = 0;
      for (int k = 0; k < 4; k++) sum += weights[k] * entries[4 * (size_t)corners[k] + c];
      result[c][x] = sum;
    }
  }
#endif
}

ALWAYS_INLINE void blend(float *restrict values, int count, const int32_t *restrict sums, float low, float factor,
                            float strength) {
  if (strength == 1) {
    for (int x = 0; x < count; x++) values[x] = (float)((1 << 30) - sums[x]) * factor + low;
    return;
  }
  for (int x = 0; x < count; x++) {
    const float value = (float)((1 << 30) - sums[x]) * factor + low;
    values[x] += (value - values[x]) * strength;
  }
}

KERNEL(libretto_row_cube, (float *row, int width, const LibrettoCube *cube, float strength), (row, width, cube, strength)) {
  // Pixels are weighed by fours: those after the last lie at the first entry.
  Places places = {0};
  int32_t sums[3][run];
  const float factor = (cube->high - cube->low) * (1 / (65535.0f * 32768.0f));
  for (int start = 0; start < width; start += run) {
    const int count = width - start < run ? width - start : run;
    locate(row + start, width, count, cube, &places);
    weigh(cube, &places, count, sums);
    for (int plane = 0; plane < 3; plane++)
      blend(row + plane * (size_t)width + start, count, sums[plane], cube->low, factor, strength);
  }
}
