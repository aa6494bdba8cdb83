#include "tilted.h"

#if defined(__x86_64__)
#include "resample_eight.h"

// The same places on every processor: no multiplication is merged with an addition.
#pragma STDC FP_CONTRACT OFF

/// Numbers for eight pixels.
typedef struct {
  __m256d first, second;
} Numbers;

WITH_AVX2 ALWAYS_INLINE __m256d bounded(__m256d places) {
  const __m256d most = _mm256_set1_pd(farthest), least = _mm256_set1_pd(-farthest);
  return _mm256_min_pd(_mm256_max_pd(places, least), most);
}

/// Whole phases of eight places.
WITH_AVX2 ALWAYS_INLINE __m256i phases_of(Numbers places, double by) {
  const __m256d half = _mm256_set1_pd((LIBRETTO_PHASES - 1) / 2.0), more = _mm256_set1_pd(by);
  const __m256d first = bounded(_mm256_sub_pd(_mm256_add_pd(places.first, more), half));
  const __m256d second = bounded(_mm256_sub_pd(_mm256_add_pd(places.second, more), half));
  return _mm256_setr_m128i(_mm256_cvttpd_epi32(_mm256_floor_pd(first)), _mm256_cvttpd_epi32(_mm256_floor_pd(second)));
}

/// Whether numbers lie from `low` up to `high`: as many bits as are true.
WITH_AVX2 ALWAYS_INLINE int are_within(__m256i numbers, int low, int high) {
  const __m256i are_under = _mm256_cmpgt_epi32(_mm256_set1_epi32(low), numbers);
  const __m256i are_over = _mm256_cmpgt_epi32(numbers, _mm256_set1_epi32(high - 1));
  return ~_mm256_movemask_ps(_mm256_castsi256_ps(_mm256_or_si256(are_under, are_over))) & 255;
}

/// Eight pixels some of whose surroundings lie outside, where there is nothing.
WITH_AVX2 static __m256i mixed_at_edge(const Manner *manner, const int32_t *columns, const int32_t *rows, Eight *eight) {
  uint32_t around[8][16];
  eight->stride = 4;
  for (int i = 0; i < 8; i++) {
    eight->corners[i] = around[i];
    for (int k = 0; k < 4; k++) {
      const int y = rows[i] - 1 + k;
      for (int j = 0; j < 4; j++) {
        const int x = columns[i] - 1 + j;
        const bool is_inside = x >= 0 && x < manner->width && y >= 0 && y < manner->height;
        around[i][4 * k + j] = is_inside ? manner->from[(size_t)y * (size_t)manner->width + (size_t)x] : 0;
      }
    }
  }
  return mixed_eight(manner->across, manner->down, eight);
}

/// One sample each for eight pixels.
WITH_AVX2 ALWAYS_INLINE __m256i eight_samples(const Manner *manner, __m256i u, __m256i v) {
  const __m256i mask = _mm256_set1_epi32(PHASE_MASK);
  const __m256i x = _mm256_srai_epi32(u, PHASE_BITS), y = _mm256_srai_epi32(v, PHASE_BITS);
  Eight eight;
  if (!(are_within(x, -2, manner->width + 1) & are_within(y, -2, manner->height + 1))) return _mm256_setzero_si256();
  _mm256_storeu_si256((__m256i *)eight.across, _mm256_and_si256(u, mask));
  _mm256_storeu_si256((__m256i *)eight.down, _mm256_and_si256(v, mask));
  int32_t columns[8], rows[8];
  _mm256_storeu_si256((__m256i *)columns, x);
  _mm256_storeu_si256((__m256i *)rows, y);
  if ((are_within(x, 1, manner->width - 2) & are_within(y, 1, manner->height - 2)) != 255)
    return mixed_at_edge(manner, columns, rows, &eight);
  const uint32_t *corner = manner->from - manner->width - 1;
  for (int i = 0; i < 8; i++) eight.corners[i] = corner + (ptrdiff_t)rows[i] * manner->width + columns[i];
  eight.stride = manner->width;
  return mixed_eight(manner->across, manner->down, &eight);
}

/// Eight pixels of the screen, from a column on.
WITH_AVX2 ALWAYS_INLINE __m256i eight_pixels(const LibrettoTilted *picture, const Manner *manner, Ray ray, int column) {
  const double *rows = picture->rows, start = (double)column + 0.5;
  const __m256d scale = _mm256_set1_pd(manner->scale * LIBRETTO_PHASES);
  Numbers across, down;
  for (int part = 0; part < 2; part++) {
    const double from = start + 4 * part;
    const __m256d x = _mm256_setr_pd(from, from + 1, from + 2, from + 3);
    const __m256d distance = _mm256_max_pd(
      _mm256_add_pd(_mm256_mul_pd(_mm256_set1_pd(rows[6]), x), _mm256_set1_pd(ray.distance)), _mm256_set1_pd(beyond));
    const __m256d factor = _mm256_div_pd(scale, distance);
    const __m256d u = _mm256_mul_pd(
      _mm256_add_pd(_mm256_mul_pd(_mm256_set1_pd(rows[0]), x), _mm256_set1_pd(ray.across)), factor);
    const __m256d v = _mm256_mul_pd(
      _mm256_add_pd(_mm256_mul_pd(_mm256_set1_pd(rows[3]), x), _mm256_set1_pd(ray.down)), factor);
    if (part == 0) across.first = u, down.first = v;
    else across.second = u, down.second = v;
  }
  if (manner->count == 1)
    return eight_samples(manner, phases_of(across, manner->across_by[0]), phases_of(down, manner->down_by[0]));
  const __m256i zero = _mm256_setzero_si256();
  __m256i low = zero, high = zero;
  for (int i = 0; i < manner->count; i++) {
    const __m256i pixels =
      eight_samples(manner, phases_of(across, manner->across_by[i]), phases_of(down, manner->down_by[i]));
    low = _mm256_add_epi16(low, _mm256_unpacklo_epi8(pixels, zero));
    high = _mm256_add_epi16(high, _mm256_unpackhi_epi8(pixels, zero));
  }
  const __m256i half = _mm256_set1_epi16((short)(manner->count / 2));
  const __m256i share = _mm256_set1_epi16((short)share_of(manner->count));
  return _mm256_packus_epi16(_mm256_mulhi_epu16(_mm256_add_epi16(low, half), share),
                             _mm256_mulhi_epu16(_mm256_add_epi16(high, half), share));
}

WITH_AVX2 void libretto_tilted_row_avx2(const LibrettoTilted *picture, const Manner *manner, Ray ray, int low, int high,
                                        uint32_t *to) {
  int x = low;
  for (; x + 8 <= high; x += 8, to += 8) _mm256_storeu_si256((__m256i *)to, eight_pixels(picture, manner, ray, x));
  for (; x < high; x++) *to++ = libretto_tilted_pixel(picture, manner, ray, x);
}
#endif
