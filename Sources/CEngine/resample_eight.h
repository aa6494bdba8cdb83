// How eight pixels of the screen are mixed at once of sixteen of a picture each, however it lies.
#pragma once

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "resample.h"

#if defined(__x86_64__)
#include <immintrin.h>
#define WITH_AVX2 __attribute__((target("avx2")))
#define ALWAYS_INLINE static inline __attribute__((always_inline))

/// The weights of two pixels, four bytes each, over half a vector.
WITH_AVX2 ALWAYS_INLINE __m256i two_weights(const int8_t *weights, int32_t first, int32_t second) {
  int32_t a, b;
  memcpy(&a, weights + 4 * (ptrdiff_t)first, 4);
  memcpy(&b, weights + 4 * (ptrdiff_t)second, 4);
  return _mm256_inserti128_si256(_mm256_castsi128_si256(_mm_set1_epi32(a)), _mm_set1_epi32(b), 1);
}

WITH_AVX2 ALWAYS_INLINE __m256i two_rows(const uint32_t *first, const uint32_t *second) {
  return _mm256_loadu2_m128i((const __m128i *)second, (const __m128i *)first);
}

/// Sums of weighed bytes to bytes, as `shade` has it.
WITH_AVX2 ALWAYS_INLINE __m256i shades(__m256i first, __m256i second) {
  const __m256i share = _mm256_set1_epi16(32768 / UNITY);
  return _mm256_packus_epi16(_mm256_mulhrs_epi16(first, share), _mm256_mulhrs_epi16(second, share));
}

/// Two pixels of the screen, as sums: four rows are mixed to one, and then its four pixels.
WITH_AVX2 ALWAYS_INLINE __m256i two_sums(const uint32_t *first, const uint32_t *second, ptrdiff_t stride, __m256i down,
                                         __m256i across) {
  const __m256i upper = _mm256_shuffle_epi8(down, _mm256_set1_epi16(0x0100));
  const __m256i lower = _mm256_shuffle_epi8(down, _mm256_set1_epi16(0x0302));
  const __m256i a = two_rows(first, second), b = two_rows(first + stride, second + stride);
  const __m256i c = two_rows(first + 2 * stride, second + 2 * stride);
  const __m256i d = two_rows(first + 3 * stride, second + 3 * stride);
  const __m256i left = _mm256_adds_epi16(_mm256_maddubs_epi16(_mm256_unpacklo_epi8(a, b), upper),
                                         _mm256_maddubs_epi16(_mm256_unpacklo_epi8(c, d), lower));
  const __m256i right = _mm256_adds_epi16(_mm256_maddubs_epi16(_mm256_unpackhi_epi8(a, b), upper),
                                          _mm256_maddubs_epi16(_mm256_unpackhi_epi8(c, d), lower));
  const __m256i by_channel = _mm256_setr_epi8(0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15, 0, 4, 8, 12, 1, 5, 9,
                                              13, 2, 6, 10, 14, 3, 7, 11, 15);
  const __m256i products = _mm256_maddubs_epi16(_mm256_shuffle_epi8(shades(left, right), by_channel), across);
  return _mm256_madd_epi16(products, _mm256_set1_epi16(1));
}

/// What eight pixels come from: four rows of four pixels each, `stride` apart, and the phases.
typedef struct {
  const uint32_t *corners[8];
  ptrdiff_t stride;
  int32_t across[8], down[8];
} Eight;

/// Those eight pixels, weighed along the picture's rows and columns.
WITH_AVX2 ALWAYS_INLINE __m256i mixed_eight(const int8_t *across, const int8_t *down, const Eight *eight) {
  __m256i sums[4];
  for (int i = 0; i < 4; i++)
    sums[i] = two_sums(eight->corners[2 * i], eight->corners[2 * i + 1], eight->stride,
                       two_weights(down, eight->down[2 * i], eight->down[2 * i + 1]),
                       two_weights(across, eight->across[2 * i], eight->across[2 * i + 1]));
  const __m256i bytes = shades(_mm256_packs_epi32(sums[0], sums[1]), _mm256_packs_epi32(sums[2], sums[3]));
  const __m256i pixels = _mm256_permutevar8x32_epi32(bytes, _mm256_setr_epi32(0, 4, 1, 5, 2, 6, 3, 7));
  const __m256i alphas = _mm256_setr_epi8(3, 3, 3, 3, 7, 7, 7, 7, 11, 11, 11, 11, 15, 15, 15, 15, 3, 3, 3, 3, 7, 7, 7, 7,
                                          11, 11, 11, 11, 15, 15, 15, 15);
  return _mm256_min_epu8(pixels, _mm256_shuffle_epi8(pixels, alphas));
}
#endif
