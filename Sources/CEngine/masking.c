#include "EnginePaint.h"
#include "many_cpus.h"

MANY_CPUS void libretto_show(uint32_t *pixels, size_t count, bool by_light, bool is_inverted) {
  const uint32_t flip = is_inverted ? 255 : 0;
  if (by_light) {
    // BT.709's shares of light, in 256ths.
    for (size_t i = 0; i < count; i++) {
      const uint32_t p = pixels[i];
      const uint32_t light = (54 * (p >> 16 & 255) + 183 * (p >> 8 & 255) + 19 * (p & 255) + 128) >> 8;
      pixels[i] = (light ^ flip) << 24;
    }
  } else {
    for (size_t i = 0; i < count; i++) pixels[i] = (pixels[i] >> 24 ^ flip) << 24;
  }
}

MANY_CPUS void libretto_opacity(const uint32_t *pixels, int width, int height, uint8_t *mask,
                                ptrdiff_t mask_stride) {
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++) mask[y * mask_stride + x] = (uint8_t)(pixels[(ptrdiff_t)y * width + x] >> 24);
}

/// A product of two shares of 255, rounded.
static inline uint32_t product(uint32_t a, uint32_t b) {
  const uint32_t t = a * b + 128;
  return (t + (t >> 8)) >> 8;
}

MANY_CPUS void libretto_lay_beneath(uint32_t *pixels, int width, int height, ptrdiff_t stride, const uint8_t *mask,
                                    ptrdiff_t mask_stride, uint32_t color) {
  const uint32_t blue = color & 255, green = color >> 8 & 255, red = color >> 16 & 255, alpha = color >> 24;
  for (int y = 0; y < height; y++) {
    uint32_t *row = pixels + y * stride;
    const uint8_t *shown = mask + y * mask_stride;
    for (int x = 0; x < width; x++) {
      const uint32_t share = product(shown[x], 255 - (row[x] >> 24));
      row[x] += product(blue, share) | product(green, share) << 8 | product(red, share) << 16 |
                product(alpha, share) << 24;
    }
  }
}
