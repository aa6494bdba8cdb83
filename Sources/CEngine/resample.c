#include "EnginePaint.h"

#include <math.h>
#include <stddef.h>
#include <string.h>

#include "resample.h"

// The same weights on every processor: no multiplication is merged with an addition.
#pragma STDC FP_CONTRACT OFF

#if defined(__x86_64__)
#include <immintrin.h>
#define WITH_AVX2 __attribute__((target("avx2")))
#endif

double libretto_cubic(double x, double b) {
  const double c = (1 - b) / 2;
  if (x < 0) x = -x;
  if (x < 1) return ((12 - 9 * b - 6 * c) * x * x * x + (-18 + 12 * b + 6 * c) * x * x + (6 - 2 * b)) / 6;
  if (x < 2)
    return ((-b - 6 * c) * x * x * x + (6 * b + 30 * c) * x * x + (-12 * b - 48 * c) * x + (8 * b + 24 * c)) / 6;
  return 0;
}

/// Rounds weights so that they add up, and so that what they weigh stays where it is as nearly as can be:
/// otherwise a slow move would tremble.
static void round_all(const double values[4], int8_t weights[4]) {
  double place = 0, nearest = 1e9;
  int low[4], rest = UNITY, best = 0;
  for (int k = 0; k < 4; k++) {
    low[k] = (int)floor(values[k] * UNITY);
    rest -= low[k];
    place += k * (values[k] * UNITY - low[k]);
  }
  for (int choice = 0; choice < 16; choice++) {
    const int bits = (choice & 1) + (choice >> 1 & 1) + (choice >> 2 & 1) + (choice >> 3 & 1);
    if (bits != rest) continue;
    const double off = fabs((choice >> 1 & 1) + 2 * (choice >> 2 & 1) + 3 * (choice >> 3 & 1) - place);
    if (off < nearest - 1e-9) nearest = off, best = choice;
  }
  for (int k = 0; k < 4; k++) {
    const int weight = low[k] + (best >> k & 1);
    weights[k] = (int8_t)(weight > 127 ? 127 : weight);
  }
}

void libretto_round_weights(const double values[4], int8_t weights[4]) {
  round_all(values, weights);
  int rest = UNITY, largest = 0, next = 1;
  for (int k = 0; k < 4; k++) {
    rest -= weights[k];
    if (values[k] > values[largest]) largest = k;
  }
  // A weight of one is a bit too much for a byte: its neighbour gets the last of it.
  if (weights[largest] + rest > 127) {
    next = largest < 3 ? largest + 1 : 2;
    weights[next] = (int8_t)(weights[next] + weights[largest] + rest - 127);
    weights[largest] = 127;
  } else {
    weights[largest] = (int8_t)(weights[largest] + rest);
  }
  // What goes beyond one in the first pair, or the last, is taken from it: sums of pairs are 16 bits wide.
  for (int k = 0; k < 4; k += 2) {
    const int excess = weights[k] + weights[k + 1] - UNITY;
    if (excess <= 0) continue;
    const int high = weights[k] > weights[k + 1] ? k : k + 1, low = weights[2 - k] < weights[3 - k] ? 2 - k : 3 - k;
    weights[high] = (int8_t)(weights[high] - excess);
    weights[low] = (int8_t)(weights[low] + excess);
  }
}

void libretto_taps(double start, double step, double softness, int source_count, LibrettoTaps *taps) {
  const int last = source_count - 1;
  taps->is_whole = step == 1 && start - 0.5 == floor(start - 0.5);
  for (int i = 0; i < taps->count; i++) {
    double place = start + step * i - 0.5;
    place = place < -2 ? -2 : place > last + 2 ? last + 2 : place;
    const int first = (int)floor(place) - 1;
    if (taps->is_whole) {
      taps->first[i] = first + 1 < 0 ? 0 : first + 1 > last ? last : first + 1;
      continue;
    }
    // Four pixels inside the source; what is beyond an edge is the pixel at the edge.
    const int base = first < 0 || last < 3 ? 0 : first > last - 3 ? last - 3 : first;
    double values[4] = {0};
    for (int k = 0; k < 4; k++) {
      const int at = first + k < 0 ? 0 : first + k > last ? last : first + k;
      values[at - base] += libretto_cubic(first + k - place, softness);
    }
    libretto_round_weights(values, taps->weights + (ptrdiff_t)i * 4);
    taps->first[i] = base;
  }
}

/// A row of whole pixels: nothing lies between.
static void pick_columns(const uint32_t *row, LibrettoTaps across, uint32_t *to) {
  for (int x = 0; x < across.count; x++) to[x] = row[across.first[x]];
}

/// Pixels `low` to `high` of one row between four of the source.
static void mix_rows_plain(const uint32_t *const rows[4], const int8_t *weights, int low, int high, uint32_t *row) {
  for (int x = low; x < high; x++) {
    uint32_t pixel = 0;
    for (int c = 0; c < 32; c += 8) {
      int sum = 0;
      for (int k = 0; k < 4; k++) sum += weights[k] * (int)(rows[k][x] >> c & 255);
      pixel |= shade(sum) << c;
    }
    row[x] = pixel;
  }
}

/// One row of the result, from its pixel `x` on, out of a mixed row.
static void mix_columns_plain(const uint32_t *row, LibrettoTaps across, int x, uint32_t *to) {
  for (; x < across.count; x++) {
    const int8_t *weights = across.weights + (size_t)x * 4;
    const uint32_t *pixels = row + across.first[x];
    uint32_t channels[4];
    for (int c = 0; c < 4; c++) {
      int sum = 0;
      for (int k = 0; k < 4; k++) sum += weights[k] * (int)(pixels[k] >> (8 * c) & 255);
      channels[c] = shade(sum);
    }
    // A filter that overshoots must not leave a color brighter than its alpha allows.
    for (int c = 0; c < 3; c++) channels[c] = channels[c] > channels[3] ? channels[3] : channels[c];
    to[x] = channels[3] << 24 | channels[2] << 16 | channels[1] << 8 | channels[0];
  }
}

/// The pixels of a source's row that are looked at.
static void reach(LibrettoTaps taps, int width, int *low, int *high) {
  const int a = taps.first[0], b = taps.first[taps.count - 1];
  *low = a < b ? a : b;
  *high = (a < b ? b : a) + 4;
  if (*high > width) *high = width;
}

/// The four rows of the source for a row of the result; one beyond the last counts for nothing.
static void find_rows(const uint32_t *from, int width, int height, int first, const uint32_t *rows[4]) {
  for (int k = 0; k < 4; k++) {
    const int row = first + k < height ? first + k : height - 1;
    rows[k] = from + (size_t)row * (size_t)width;
  }
}

void libretto_resample_plain(const uint32_t *from, int width, int height, LibrettoTaps across, LibrettoTaps down,
                             uint32_t *to, ptrdiff_t to_stride, uint32_t *scratch) {
  if (across.count < 1 || down.count < 1) return;
  int low, high;
  reach(across, width, &low, &high);
  memset(scratch + high, 0, 4 * sizeof *scratch);
  for (int y = 0; y < down.count; y++) {
    const uint32_t *rows[4], *row = scratch;
    find_rows(from, width, height, down.first[y], rows);
    if (down.is_whole && high >= 4) row = rows[0];
    else if (down.is_whole) memcpy(scratch, rows[0], (size_t)width * 4);
    else mix_rows_plain(rows, down.weights + (size_t)y * 4, low, high, scratch);
    if (across.is_whole) pick_columns(row, across, to + y * to_stride);
    else mix_columns_plain(row, across, 0, to + y * to_stride);
  }
}

#if defined(__x86_64__)
/// Eight pixels at a time. Returns where it stopped.
WITH_AVX2 static int mix_rows_fast(const uint32_t *const rows[4], const int8_t *weights, int low, int high,
                                   uint32_t *row) {
  int16_t pairs[2];
  memcpy(pairs, weights, 4);
  const __m256i upper = _mm256_set1_epi16(pairs[0]), lower = _mm256_set1_epi16(pairs[1]);
  const __m256i half = _mm256_set1_epi16(UNITY / 2);
  int x = low;
  for (; x + 8 <= high; x += 8) {
    const __m256i a = _mm256_loadu_si256((const __m256i *)(rows[0] + x));
    const __m256i b = _mm256_loadu_si256((const __m256i *)(rows[1] + x));
    const __m256i c = _mm256_loadu_si256((const __m256i *)(rows[2] + x));
    const __m256i d = _mm256_loadu_si256((const __m256i *)(rows[3] + x));
    const __m256i first = _mm256_adds_epi16(_mm256_maddubs_epi16(_mm256_unpacklo_epi8(a, b), upper),
                                            _mm256_maddubs_epi16(_mm256_unpacklo_epi8(c, d), lower));
    const __m256i second = _mm256_adds_epi16(_mm256_maddubs_epi16(_mm256_unpackhi_epi8(a, b), upper),
                                             _mm256_maddubs_epi16(_mm256_unpackhi_epi8(c, d), lower));
    const __m256i bytes = _mm256_packus_epi16(_mm256_srai_epi16(_mm256_adds_epi16(first, half), 7),
                                              _mm256_srai_epi16(_mm256_adds_epi16(second, half), 7));
    _mm256_storeu_si256((__m256i *)(row + x), bytes);
  }
  return x;
}

/// Two pixels of the result, as sums.
WITH_AVX2 static inline __m256i two_sums(const uint32_t *row, const int32_t *first, const int8_t *weights) {
  const __m256i by_channel = _mm256_setr_epi8(0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15, 0, 4, 8, 12, 1, 5, 9,
                                              13, 2, 6, 10, 14, 3, 7, 11, 15);
  const __m256i spread = _mm256_setr_epi32(0, 0, 0, 0, 1, 1, 1, 1);
  const __m256i pixels = _mm256_loadu2_m128i((const __m128i *)(row + first[1]), (const __m128i *)(row + first[0]));
  const __m256i shares = _mm256_permutevar8x32_epi32(
    _mm256_castsi128_si256(_mm_loadl_epi64((const __m128i *)weights)), spread);
  const __m256i products = _mm256_maddubs_epi16(_mm256_shuffle_epi8(pixels, by_channel), shares);
  return _mm256_madd_epi16(products, _mm256_set1_epi16(1));
}

/// Eight pixels of the result at a time. Returns where it stopped.
WITH_AVX2 static int mix_columns_fast(const uint32_t *row, LibrettoTaps across, uint32_t *to) {
  const __m256i order = _mm256_setr_epi32(0, 4, 1, 5, 2, 6, 3, 7);
  const __m256i half = _mm256_set1_epi16(UNITY / 2);
  const __m256i alphas = _mm256_setr_epi8(3, 3, 3, 3, 7, 7, 7, 7, 11, 11, 11, 11, 15, 15, 15, 15, 3, 3, 3, 3, 7, 7, 7, 7,
                                          11, 11, 11, 11, 15, 15, 15, 15);
  int x = 0;
  for (; x + 8 <= across.count; x += 8) {
    const int32_t *first = across.first + x;
    const int8_t *weights = across.weights + (size_t)x * 4;
    const __m256i upper = _mm256_packs_epi32(two_sums(row, first, weights), two_sums(row, first + 2, weights + 8));
    const __m256i lower = _mm256_packs_epi32(two_sums(row, first + 4, weights + 16), two_sums(row, first + 6, weights + 24));
    const __m256i bytes = _mm256_packus_epi16(_mm256_srai_epi16(_mm256_adds_epi16(upper, half), 7),
                                              _mm256_srai_epi16(_mm256_adds_epi16(lower, half), 7));
    const __m256i pixels = _mm256_permutevar8x32_epi32(bytes, order);
    _mm256_storeu_si256((__m256i *)(to + x), _mm256_min_epu8(pixels, _mm256_shuffle_epi8(pixels, alphas)));
  }
  return x;
}

WITH_AVX2 static void resample_fast(const uint32_t *from, int width, int height, LibrettoTaps across, LibrettoTaps down,
                                    uint32_t *to, ptrdiff_t to_stride, uint32_t *scratch) {
  int low, high;
  reach(across, width, &low, &high);
  memset(scratch + high, 0, 4 * sizeof *scratch);
  for (int y = 0; y < down.count; y++) {
    const int8_t *weights = down.weights + (size_t)y * 4;
    const uint32_t *rows[4], *row = scratch;
    find_rows(from, width, height, down.first[y], rows);
    if (down.is_whole && high >= 4) row = rows[0];
    else if (down.is_whole) memcpy(scratch, rows[0], (size_t)width * 4);
    else mix_rows_plain(rows, weights, mix_rows_fast(rows, weights, low, high, scratch), high, scratch);
    uint32_t *line = to + y * to_stride;
    if (across.is_whole) pick_columns(row, across, line);
    else mix_columns_plain(row, across, mix_columns_fast(row, across, line), line);
  }
}
#endif

void libretto_resample(const uint32_t *from, int width, int height, LibrettoTaps across, LibrettoTaps down,
                       uint32_t *to, ptrdiff_t to_stride, uint32_t *scratch) {
#if defined(__x86_64__)
  if (across.count > 0 && down.count > 0 && __builtin_cpu_supports("avx2")) {
    resample_fast(from, width, height, across, down, to, to_stride, scratch);
    return;
  }
#endif
  libretto_resample_plain(from, width, height, across, down, to, to_stride, scratch);
}
