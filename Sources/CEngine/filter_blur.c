#include <string.h>

#include "filter.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

KERNEL(libretto_add, (const float *restrict numbers, int count, float *restrict sums), (numbers, count, sums)) {
  for (int i = 0; i < count; i++) sums[i] += numbers[i];
}

KERNEL(libretto_shrink,
       (const float *restrict sums, int width, int factor, int rows, float *restrict means),
       (sums, width, factor, rows, means)) {
  const int whole = width / factor, rest = width % factor;
  const float share = 1 / ((float)factor * (float)rows);
  for (int i = 0; i < whole; i++) {
    const float *cell = sums + (size_t)i * factor;
    float sum = 0;
    for (int k = 0; k < factor; k++) sum += cell[k];
    means[i] = sum * share;
  }
  if (rest == 0) return;
  float sum = 0;
  for (int k = 0; k < rest; k++) sum += sums[whole * factor + k];
  means[whole] = sum * (1 / ((float)rest * (float)rows));
}

/// So many numbers are weighed side by side, in registers.
enum { lanes = 64 };

KERNEL(libretto_weigh_across,
       (const float *restrict numbers, int count, const float *restrict weights, int radius, float *restrict result),
       (numbers, count, weights, radius, result)) {
  int start = 0;
  for (; start + lanes <= count; start += lanes) {
    const float *middle = numbers + radius + start;
    float sums[lanes];
    for (int i = 0; i < lanes; i++) sums[i] = weights[0] * middle[i];
    for (int k = 1; k <= radius; k++)
      for (int i = 0; i < lanes; i++) sums[i] += weights[k] * (middle[i - k] + middle[i + k]);
    for (int i = 0; i < lanes; i++) result[start + i] = sums[i];
  }
  for (; start < count; start++) {
    const float *middle = numbers + radius + start;
    float sum = weights[0] * middle[0];
    for (int k = 1; k <= radius; k++) sum += weights[k] * (middle[-k] + middle[k]);
    result[start] = sum;
  }
}

KERNEL(libretto_weigh_down,
       (const float *const *restrict rows, int count, const float *restrict weights, int radius,
        float *restrict result),
       (rows, count, weights, radius, result)) {
  int start = 0;
  for (; start + lanes <= count; start += lanes) {
    float sums[lanes];
    for (int i = 0; i < lanes; i++) sums[i] = weights[0] * rows[radius][start + i];
    for (int k = 1; k <= radius; k++) {
      const float *before = rows[radius - k] + start, *after = rows[radius + k] + start;
      for (int i = 0; i < lanes; i++) sums[i] += weights[k] * (before[i] + after[i]);
    }
    for (int i = 0; i < lanes; i++) result[start + i] = sums[i];
  }
  for (; start < count; start++) {
    float sum = weights[0] * rows[radius][start];
    for (int k = 1; k <= radius; k++) sum += weights[k] * (rows[radius - k][start] + rows[radius + k][start]);
    result[start] = sum;
  }
}

KERNEL(libretto_mix_four,
       (const float *const *restrict rows, const float *restrict weights, int count, float *restrict result),
       (rows, weights, count, result)) {
  const float *a = rows[0], *b = rows[1], *c = rows[2], *d = rows[3];
  const float first = weights[0], second = weights[1], third = weights[2], fourth = weights[3];
  for (int i = 0; i < count; i++) result[i] = a[i] * first + b[i] * second + c[i] * third + d[i] * fourth;
}

/// The weights of a cubic B-spline for four numbers, `part` of the way from the second to the third.
static void spline(float part, float *weights) {
  const float rest = 1 - part, square = part * part;
  weights[0] = rest * rest * rest * (1 / 6.0f);
  weights[1] = (3 * square * part - 6 * square + 4) * (1 / 6.0f);
  weights[3] = square * part * (1 / 6.0f);
  weights[2] = 1 - weights[0] - weights[1] - weights[3];
}

/// With a factor that is known where it is called, its loop is unrolled.
ALWAYS_INLINE void grow(const float *restrict numbers, int count, int factor,
                                                       float weights[4][256], float *restrict result) {
  for (int i = 0; i <= count; i++) {
    const float *around = numbers + i;
    float *values = result + (size_t)i * factor;
    for (int k = 0; k < factor; k++)
      values[k] = around[0] * weights[0][k] + around[1] * weights[1][k] + around[2] * weights[2][k]
        + around[3] * weights[3][k];
  }
}

KERNEL(libretto_grow,
       (const float *restrict numbers, int count, int factor, float *restrict result),
       (numbers, count, factor, result)) {
  float weights[4][256];
  for (int k = 0; k < factor; k++) {
    float four[4];
    spline(((float)k + 0.5f) / (float)factor, four);
    for (int j = 0; j < 4; j++) weights[j][k] = four[j];
  }
  switch (factor) {
  case 2: grow(numbers, count, 2, weights, result); break;
  case 4: grow(numbers, count, 4, weights, result); break;
  case 8: grow(numbers, count, 8, weights, result); break;
  case 16: grow(numbers, count, 16, weights, result); break;
  default: grow(numbers, count, factor, weights, result);
  }
}

KERNEL(libretto_between,
       (const uint16_t *restrict upper, const uint16_t *restrict lower, float part, int count, float *restrict result),
       (upper, lower, part, count, result)) {
  const float below = part * (1 / 65535.0f), above = (1 - part) * (1 / 65535.0f);
  for (int i = 0; i < count; i++) result[i] = (float)upper[i] * above + (float)lower[i] * below;
}

static inline int within(int i, int count) { return i < 0 ? 0 : i >= count ? count - 1 : i; }

KERNEL(libretto_add_moved,
       (const float *restrict numbers, int count, int shift, float part, float gain, float *restrict sums),
       (numbers, count, shift, part, gain, sums)) {
  const float here = gain * (1 - part), next = gain * part;
  const int first = shift < 0 ? (-shift < count ? -shift : count) : 0;
  int last = count - 1 - shift;
  last = last < first ? first : last > count ? count : last;
  for (int i = 0; i < first; i++)
    sums[i] += numbers[within(i + shift, count)] * here + numbers[within(i + shift + 1, count)] * next;
  const float *moved = numbers + shift;
  for (int i = first; i < last; i++) sums[i] += moved[i] * here + moved[i + 1] * next;
  for (int i = last; i < count; i++)
    sums[i] += numbers[within(i + shift, count)] * here + numbers[within(i + shift + 1, count)] * next;
}

static inline void add_between(const float *numbers, int32_t place, float part, float gain, float *sum) {
  const float *near = numbers + place;
  *sum += (near[0] + (near[1] - near[0]) * part) * gain;
}

#if defined(__x86_64__)
/// Places that go on by about a pixel each: eight of them, and what follows each, lie in two vectors.
AVX2 static int add_near(const float *restrict numbers, const int32_t *restrict places,
                                                    const float *restrict parts, int count, float gain,
                                                    float *restrict sums) {
  const __m256i seven = _mm256_set1_epi32(7);
  int i = 0;
  for (; i + 8 <= count; i += 8) {
    const int32_t base = places[i];
    const __m256i far = _mm256_sub_epi32(_mm256_loadu_si256((const __m256i *)(places + i)), _mm256_set1_epi32(base));
    // Unsigned: less than none is far, too.
    const __m256i fits = _mm256_cmpeq_epi32(_mm256_min_epu32(far, _mm256_set1_epi32(15)), far);
    if (base + 17 > count || _mm256_movemask_epi8(fits) != -1) {
      for (int k = i; k < i + 8; k++) add_between(numbers, places[k], parts[k], gain, sums + k);
      continue;
    }
    const float *from = numbers + base;
    const __m256 is_later = _mm256_castsi256_ps(_mm256_cmpgt_epi32(far, seven));
    const __m256 here = _mm256_blendv_ps(_mm256_permutevar8x32_ps(_mm256_loadu_ps(from), far),
                                         _mm256_permutevar8x32_ps(_mm256_loadu_ps(from + 8), far), is_later);
    const __m256 next = _mm256_blendv_ps(_mm256_permutevar8x32_ps(_mm256_loadu_ps(from + 1), far),
                                         _mm256_permutevar8x32_ps(_mm256_loadu_ps(from + 9), far), is_later);
    const __m256 step = _mm256_mul_ps(_mm256_sub_ps(next, here), _mm256_loadu_ps(parts + i));
    const __m256 value = _mm256_mul_ps(_mm256_add_ps(here, step), _mm256_set1_ps(gain));
    _mm256_storeu_ps(sums + i, _mm256_add_ps(_mm256_loadu_ps(sums + i), value));
  }
  return i;
}
#endif

void libretto_add_at(const float *restrict numbers, const int32_t *restrict places, const float *restrict parts,
                     int count, float gain, float *restrict sums) {
  int i = 0;
#if defined(__x86_64__)
  if (libretto_processor() != LIBRETTO_ANY_PROCESSOR) i = add_near(numbers, places, parts, count, gain, sums);
#endif
  for (; i < count; i++) add_between(numbers, places[i], parts[i], gain, sums + i);
}

KERNEL(libretto_most,
       (const float *restrict a, const float *restrict b, const float *restrict c, int count, float *restrict most),
       (a, b, c, count, most)) {
  for (int i = 0; i < count; i++) {
    const float larger = a[i] > b[i] ? a[i] : b[i];
    most[i] = larger > c[i] ? larger : c[i];
  }
}

KERNEL(libretto_approach,
       (const float *restrict others, int count, float share, float *restrict numbers),
       (others, count, share, numbers)) {
  for (int i = 0; i < count; i++) numbers[i] += (others[i] - numbers[i]) * share;
}
