#include "EngineMedia.h"

// BT.709 limited range in 15-bit fixed point: 219/255 of the luma weights .2126 .7152 .0722, and
// 224/255 of the color differences. The chroma factors add up to zero and the luma factors to
// 219/255, so that grays stay exactly gray.
enum { YR = 5983, YG = 20127, YB = 2032 };
enum { UR = -3298, UG = -11094, UB = 14392 };
enum { VR = 14392, VG = -13072, VB = -1320 };
enum { LUMA_BIAS = (16 << 15) + (1 << 14) };
enum { CHROMA_BIAS = (128 << 18) + (1 << 17) };  // three more bits: the filter's weights add up to 8

/// One channel of a chroma sample: 1 2 1 across, the same for both rows.
static inline int gathered(const uint32_t *top, const uint32_t *bottom, int left, int x, int shift) {
  int before = (top[left] >> shift & 255) + (bottom[left] >> shift & 255);
  int here = (top[x] >> shift & 255) + (bottom[x] >> shift & 255);
  int after = (top[x + 1] >> shift & 255) + (bottom[x + 1] >> shift & 255);
  return before + 2 * here + after;
}

/// Two rows of pixels from the even column `x` on.
static void two_rows(const uint32_t *top, const uint32_t *bottom, int x, int width, uint8_t *y_top,
          uint8_t *y_bottom, uint8_t *u, uint8_t *v) {
  for (; x < width; x += 2) {
    for (int i = x; i < x + 2; i++) {
      y_top[i] = (YR * (int)(top[i] >> 16 & 255) + YG * (int)(top[i] >> 8 & 255)
            + YB * (int)(top[i] & 255) + LUMA_BIAS) >> 15;
      y_bottom[i] = (YR * (int)(bottom[i] >> 16 & 255) + YG * (int)(bottom[i] >> 8 & 255)
             + YB * (int)(bottom[i] & 255) + LUMA_BIAS) >> 15;
    }
    int left = x ? x - 1 : 0;
    int red = gathered(top, bottom, left, x, 16);
    int green = gathered(top, bottom, left, x, 8);
    int blue = gathered(top, bottom, left, x, 0);
    u[x / 2] = (UR * red + UG * green + UB * blue + CHROMA_BIAS) >> 18;
    v[x / 2] = (VR * red + VG * green + VB * blue + CHROMA_BIAS) >> 18;
  }
}

void libretto_yuv420_plain(const uint32_t *pixels, int width, int height, LibrettoPlanes out) {
  for (int row = 0; row < height; row += 2) {
    const uint32_t *top = pixels + (ptrdiff_t)row * width;
    uint8_t *luma = out.y + row * out.y_stride;
    two_rows(top, top + width, 0, width, luma, luma + out.y_stride, out.u + row / 2 * out.u_stride,
        out.v + row / 2 * out.v_stride);
  }
}

#if defined(__x86_64__)
#include <immintrin.h>

#define AVX2 __attribute__((target("avx2")))

bool libretto_has_avx2(void) { return __builtin_cpu_supports("avx2"); }

/// Eight pixels as words: blue and red in one register, green and alpha in the other.
typedef struct {
  __m256i blue_red, green;
} Eight;

AVX2 static inline Eight load(const uint32_t *pixels) {
  __m256i bytes = _mm256_loadu_si256((const __m256i *)pixels);
  return (Eight){_mm256_and_si256(bytes, _mm256_set1_epi32(0x00FF00FF)), _mm256_srli_epi16(bytes, 8)};
}

/// blue * b + red * r + green * g for each pixel. Alpha shares green's register; its factor is 0.
AVX2 static inline __m256i weighed(Eight pixels, int r, int g, int b) {
  __m256i outer = _mm256_set1_epi32((int)((uint32_t)r << 16 | ((uint32_t)b & 0xFFFF)));
  __m256i inner = _mm256_set1_epi32(g & 0xFFFF);
  return _mm256_add_epi32(
    _mm256_madd_epi16(pixels.blue_red, outer), _mm256_madd_epi16(pixels.green, inner));
}

AVX2 static inline __m256i luma(Eight pixels) {
  return _mm256_srli_epi32(
    _mm256_add_epi32(weighed(pixels, YR, YG, YB), _mm256_set1_epi32(LUMA_BIAS)), 15);
}

/// 1 2 1 around the even pixels; `before` holds the eight pixels to the left. Odd ones are waste.
AVX2 static inline __m256i filtered(__m256i before, __m256i here) {
  __m256i seam = _mm256_permute2x128_si256(before, here, 0x21);
  __m256i left = _mm256_alignr_epi8(here, seam, 12);
  __m256i right = _mm256_srli_epi64(here, 32);
  return _mm256_add_epi16(_mm256_add_epi16(here, here), _mm256_add_epi16(left, right));
}

/// Four chroma samples of the eight pixels: u v u v …
AVX2 static inline __m256i chroma(Eight before, Eight here) {
  Eight sum = {filtered(before.blue_red, here.blue_red), filtered(before.green, here.green)};
  __m256i bias = _mm256_set1_epi32(CHROMA_BIAS);
  __m256i u = weighed(sum, UR, UG, UB);
  __m256i v = _mm256_slli_epi64(weighed(sum, VR, VG, VB), 32);
  return _mm256_srai_epi32(_mm256_add_epi32(_mm256_blend_epi32(u, v, 0xAA), bias), 18);
}

AVX2 static inline Eight sum(Eight top, Eight bottom) {
  return (Eight){
    _mm256_add_epi16(top.blue_red, bottom.blue_red), _mm256_add_epi16(top.green, bottom.green)};
}

/// The same pixel eight times.
AVX2 static inline Eight repeated(uint32_t pixel) {
  return (Eight){_mm256_set1_epi32(pixel & 0x00FF00FF), _mm256_set1_epi32(pixel >> 8 & 0x00FF00FF)};
}

AVX2 static void two_rows_avx2(const uint32_t *top, const uint32_t *bottom, int width, uint8_t *y_top,
               uint8_t *y_bottom, uint8_t *u, uint8_t *v) {
  const __m256i luma_order = _mm256_setr_epi32(0, 4, 1, 5, 2, 6, 3, 7);
  const __m128i chroma_order = _mm_setr_epi8(0, 2, 4, 6, 1, 3, 5, 7, 0, 0, 0, 0, 0, 0, 0, 0);
  Eight before = sum(repeated(top[0]), repeated(bottom[0]));
  int x = 0;
  for (; x + 16 <= width; x += 16) {
    Eight top1 = load(top + x), top2 = load(top + x + 8);
    Eight bottom1 = load(bottom + x), bottom2 = load(bottom + x + 8);
    // Packing works within halves of a register; one shuffle at the end puts all in order.
    __m256i rows = _mm256_packus_epi16(
      _mm256_packus_epi32(luma(top1), luma(top2)), _mm256_packus_epi32(luma(bottom1), luma(bottom2)));
    rows = _mm256_permutevar8x32_epi32(rows, luma_order);
    _mm_storeu_si128((__m128i *)(y_top + x), _mm256_castsi256_si128(rows));
    _mm_storeu_si128((__m128i *)(y_bottom + x), _mm256_extracti128_si256(rows, 1));

    Eight sum1 = sum(top1, bottom1), sum2 = sum(top2, bottom2);
    __m256i words = _mm256_packus_epi32(chroma(before, sum1), chroma(sum1, sum2));
    before = sum2;
    __m256i bytes = _mm256_packus_epi16(words, words);
    __m128i low = _mm_shuffle_epi8(_mm256_castsi256_si128(bytes), chroma_order);
    __m128i high = _mm_shuffle_epi8(_mm256_extracti128_si256(bytes, 1), chroma_order);
    __m128i both = _mm_unpacklo_epi16(low, high);
    _mm_storel_epi64((__m128i *)(u + x / 2), both);
    _mm_storel_epi64((__m128i *)(v + x / 2), _mm_unpackhi_epi64(both, both));
  }
  two_rows(top, bottom, x, width, y_top, y_bottom, u, v);
}

AVX2 void libretto_yuv420_avx2(const uint32_t *pixels, int width, int height, LibrettoPlanes out) {
  for (int row = 0; row < height; row += 2) {
    const uint32_t *top = pixels + (ptrdiff_t)row * width;
    uint8_t *line = out.y + row * out.y_stride;
    two_rows_avx2(top, top + width, width, line, line + out.y_stride, out.u + row / 2 * out.u_stride,
           out.v + row / 2 * out.v_stride);
  }
}
#else
bool libretto_has_avx2(void) { return false; }
void libretto_yuv420_avx2(const uint32_t *pixels, int width, int height, LibrettoPlanes out) {
  libretto_yuv420_plain(pixels, width, height, out);
}
#endif

void libretto_yuv420(const uint32_t *pixels, int width, int height, LibrettoPlanes out) {
  if (libretto_has_avx2()) libretto_yuv420_avx2(pixels, width, height, out);
  else libretto_yuv420_plain(pixels, width, height, out);
}
