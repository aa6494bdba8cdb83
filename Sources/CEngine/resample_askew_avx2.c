#include "askew.h"

#if defined(__x86_64__)
#include "resample_eight.h"

/// Four places of 64 bits each, twice.
typedef struct {
  __m256i first, second;
} Places;

WITH_AVX2 ALWAYS_INLINE Places eight_places(uint64_t start, uint64_t step, int column) {
  const uint64_t place = start + (uint64_t)(int64_t)column * step + (1 << (31 - PHASE_BITS));
  const __m256i first = _mm256_add_epi64(
    _mm256_set1_epi64x((int64_t)place), _mm256_setr_epi64x(0, (int64_t)step, (int64_t)(2 * step), (int64_t)(3 * step)));
  return (Places){first, _mm256_add_epi64(first, _mm256_set1_epi64x((int64_t)(4 * step)))};
}

/// In steps of a phase, in 32 bits.
WITH_AVX2 ALWAYS_INLINE __m256i eight_phases(Places places) {
  const __m256 first = _mm256_castsi256_ps(_mm256_srli_epi64(places.first, 32 - PHASE_BITS));
  const __m256 second = _mm256_castsi256_ps(_mm256_srli_epi64(places.second, 32 - PHASE_BITS));
  return _mm256_permute4x64_epi64(_mm256_castps_si256(_mm256_shuffle_ps(first, second, 0x88)), 0xD8);
}

/// Pixels of the screen, eight times `count`, all of whose pixels lie inside the picture. `ahead` is how far in memory
/// those are that are soon wanted: slantwise a processor doesn't guess which.
WITH_AVX2 static void sample_inside(const LibrettoAskew *picture, Path path, int column, int count, ptrdiff_t ahead,
                                    uint32_t *to) {
  const __m256i mask = _mm256_set1_epi32(PHASE_MASK), width = _mm256_set1_epi32(picture->width);
  const __m256i across = _mm256_set1_epi64x((int64_t)(8 * path.across)), down = _mm256_set1_epi64x((int64_t)(8 * path.down));
  const uint32_t *corner = picture->from - picture->width - 1;
  Places u = eight_places(path.u, path.across, column), v = eight_places(path.v, path.down, column);
  for (int i = 0; i < count; i++) {
    const __m256i x = eight_phases(u), y = eight_phases(v);
    const __m256i rows = _mm256_mullo_epi32(_mm256_srli_epi32(y, PHASE_BITS), width);
    int32_t places[8];
    Eight eight;
    _mm256_storeu_si256((__m256i *)places, _mm256_add_epi32(rows, _mm256_srli_epi32(x, PHASE_BITS)));
    _mm256_storeu_si256((__m256i *)eight.across, _mm256_and_si256(x, mask));
    _mm256_storeu_si256((__m256i *)eight.down, _mm256_and_si256(y, mask));
    for (int k = 0; k < 8; k++) eight.corners[k] = corner + places[k];
    eight.stride = picture->width;
    _mm_prefetch((const char *)((uintptr_t)eight.corners[0] + (uintptr_t)ahead), _MM_HINT_T0);
    _mm_prefetch((const char *)((uintptr_t)eight.corners[4] + (uintptr_t)ahead), _MM_HINT_T0);
    _mm256_storeu_si256((__m256i *)(to + 8 * i), mixed_eight(picture->across, picture->down, &eight));
    u = (Places){_mm256_add_epi64(u.first, across), _mm256_add_epi64(u.second, across)};
    v = (Places){_mm256_add_epi64(v.first, down), _mm256_add_epi64(v.second, down)};
  }
}

/// Eight pixels of the screen near an edge, or beyond it.
WITH_AVX2 static void sample_edge(const LibrettoAskew *picture, Path path, int column, uint32_t *to) {
  uint32_t around[8][16];
  Eight eight = {.stride = 4};
  for (int i = 0; i < 8; i++) {
    const int64_t u = phases(path.u, path.across, column + i), v = phases(path.v, path.down, column + i);
    eight.across[i] = u & PHASE_MASK;
    eight.down[i] = v & PHASE_MASK;
    eight.corners[i] = around[i];
    const int left = before(u, picture->width) - 1, top = before(v, picture->height) - 1;
    for (int k = 0; k < 4; k++) {
      const uint32_t *row = picture->from + (size_t)within(top + k, picture->height) * (size_t)picture->width;
      for (int j = 0; j < 4; j++) around[i][4 * k + j] = row[within(left + j, picture->width)];
    }
  }
  _mm256_storeu_si256((__m256i *)to, mixed_eight(picture->across, picture->down, &eight));
}

/// Whether all that a pixel of the screen is made of lies inside the picture.
static inline bool is_inside(const LibrettoAskew *picture, Path path, int column) {
  const int64_t left = phases(path.u, path.across, column) >> PHASE_BITS;
  const int64_t top = phases(path.v, path.down, column) >> PHASE_BITS;
  return left >= 1 && left < picture->width - 2 && top >= 1 && top < picture->height - 2;
}

WITH_AVX2 static void sample_fast(const LibrettoAskew *picture, Path path, int low, int high, ptrdiff_t ahead,
                                  uint32_t *to) {
  int x = low;
  while (x + 8 <= high) {
    // Places follow a line: what is between two that are inside is inside.
    int count = x + 64 <= high ? 8 : 1;
    const bool begins_inside = is_inside(picture, path, x);
    if (count > 1 && !(begins_inside && is_inside(picture, path, x + 63))) count = 1;
    if (count > 1 || (begins_inside && is_inside(picture, path, x + 7))) {
      sample_inside(picture, path, x, count, ahead, to);
    } else {
      sample_edge(picture, path, x, to);
    }
    to += 8 * count;
    x += 8 * count;
  }
  for (; x < high; x++) *to++ = libretto_sample(picture, path, x);
}

/// Neighbours on the screen are neighbours in the picture, so a narrow column of it finds its rows where they were
/// read before, however it is turned.
enum { COLUMN = 512, AHEAD = 8 };

static double near(double number) { return number > -4 ? number < 4 ? number : 4 : -4; }

void libretto_resample_askew_avx2(const LibrettoAskew *picture, int left, int top, int height,
                                  const LibrettoReach *reaches, uint32_t *to, ptrdiff_t to_stride) {
  const ptrdiff_t ahead = 4 * ((ptrdiff_t)picture->width * (ptrdiff_t)(AHEAD * near(picture->yy))
                               + (ptrdiff_t)(AHEAD * near(picture->xy)));
  int first = INT32_MAX, last = INT32_MIN;
  for (int y = 0; y < height; y++) {
    if (reaches[y].low >= reaches[y].high) continue;
    if (reaches[y].low < first) first = reaches[y].low;
    if (reaches[y].high > last) last = reaches[y].high;
  }
  for (int column = first; column < last; column += COLUMN) {
    for (int y = 0; y < height; y++) {
      const int low = reaches[y].low > column ? reaches[y].low : column;
      const int high = reaches[y].high < column + COLUMN ? reaches[y].high : column + COLUMN;
      if (low >= high) continue;
      sample_fast(picture, libretto_path(picture, top + y), low, high, ahead, to + y * to_stride - left + low);
    }
  }
}
#endif
