#include "EngineMedia.h"

static inline uint32_t pack(uint32_t red, uint32_t green, uint32_t blue, uint32_t alpha) {
  return alpha << 24 | red << 16 | green << 8 | blue;
}

/// value * alpha / 255, rounded to nearest; exact for all 65,536 pairs.
static inline uint32_t scaled(uint32_t value, uint32_t alpha) {
  uint32_t product = value * alpha + 128;
  return (product + (product >> 8)) >> 8;
}

/// 16 bits, highest byte first, to 8, rounded to nearest.
static inline uint32_t narrowed(const uint8_t *word) {
  uint32_t value = (uint32_t)word[0] << 8 | word[1];
  return (value * 255 + 32767) / 65535;
}

static void row_to_bgra(const AVFrame *frame, int row, uint32_t *out) {
  const uint8_t *in = frame->data[0] + (ptrdiff_t)row * frame->linesize[0];
  const uint32_t *palette = (const uint32_t *)frame->data[1];
  const int width = frame->width;
  switch (frame->format) {
  case AV_PIX_FMT_MONOBLACK:
    for (int x = 0; x < width; x++) out[x] = in[x >> 3] >> (7 - (x & 7)) & 1 ? 0xFFFFFFFF : 0xFF000000;
    break;
  case AV_PIX_FMT_PAL8:
    for (int x = 0; x < width; x++) out[x] = palette[in[x]];
    break;
  case AV_PIX_FMT_GRAY8:
    for (int x = 0; x < width; x++) out[x] = pack(in[x], in[x], in[x], 255);
    break;
  case AV_PIX_FMT_YA8:
    for (int x = 0; x < width; x++, in += 2) out[x] = pack(in[0], in[0], in[0], in[1]);
    break;
  case AV_PIX_FMT_RGB24:
    for (int x = 0; x < width; x++, in += 3) out[x] = pack(in[0], in[1], in[2], 255);
    break;
  case AV_PIX_FMT_RGBA:
    for (int x = 0; x < width; x++, in += 4) out[x] = pack(in[0], in[1], in[2], in[3]);
    break;
  case AV_PIX_FMT_GRAY16BE:
    for (int x = 0; x < width; x++, in += 2) {
      uint32_t level = narrowed(in);
      out[x] = pack(level, level, level, 255);
    }
    break;
  case AV_PIX_FMT_YA16BE:
    for (int x = 0; x < width; x++, in += 4) {
      uint32_t level = narrowed(in);
      out[x] = pack(level, level, level, narrowed(in + 2));
    }
    break;
  case AV_PIX_FMT_RGB48BE:
    for (int x = 0; x < width; x++, in += 6)
      out[x] = pack(narrowed(in), narrowed(in + 2), narrowed(in + 4), 255);
    break;
  case AV_PIX_FMT_RGBA64BE:
    for (int x = 0; x < width; x++, in += 8)
      out[x] = pack(narrowed(in), narrowed(in + 2), narrowed(in + 4), narrowed(in + 6));
    break;
  default: {  // AV_PIX_FMT_GBRP and AV_PIX_FMT_GBRAP, whose fourth plane JPEG's decoder fills with 255
    const uint8_t *blue = frame->data[1] + (ptrdiff_t)row * frame->linesize[1];
    const uint8_t *red = frame->data[2] + (ptrdiff_t)row * frame->linesize[2];
    for (int x = 0; x < width; x++) out[x] = pack(red[x], in[x], blue[x], 255);
  }
  }
}

bool libretto_frame_to_bgra(const AVFrame *frame, uint32_t *out) {
  bool has_alpha = false;
  switch (frame->format) {
  case AV_PIX_FMT_PAL8: case AV_PIX_FMT_YA8: case AV_PIX_FMT_RGBA: case AV_PIX_FMT_YA16BE:
  case AV_PIX_FMT_RGBA64BE:
    has_alpha = true;
    break;
  case AV_PIX_FMT_MONOBLACK: case AV_PIX_FMT_GRAY8: case AV_PIX_FMT_RGB24: case AV_PIX_FMT_GRAY16BE:
  case AV_PIX_FMT_RGB48BE: case AV_PIX_FMT_GBRP: case AV_PIX_FMT_GBRAP:
    break;
  default:
    return false;
  }
  for (int row = 0; row < frame->height; row++) {
    uint32_t *line = out + (size_t)row * frame->width;
    row_to_bgra(frame, row, line);
    if (has_alpha) libretto_premultiply(line, frame->width);
  }
  return true;
}

void libretto_premultiply(uint32_t *pixels, size_t count) {
  for (size_t i = 0; i < count; i++) {
    uint32_t pixel = pixels[i], alpha = pixel >> 24;
    pixels[i] = pack(
      scaled(pixel >> 16 & 255, alpha), scaled(pixel >> 8 & 255, alpha), scaled(pixel & 255, alpha), alpha);
  }
}

void libretto_make_opaque(uint32_t *pixels, size_t count) {
  for (size_t i = 0; i < count; i++) pixels[i] |= 0xFF000000;
}

bool libretto_is_opaque(const uint32_t *pixels, size_t count) {
  for (size_t start = 0; start < count; start += 4096) {
    size_t end = count - start < 4096 ? count : start + 4096;
    uint32_t all = 0xFF000000;
    for (size_t i = start; i < end; i++) all &= pixels[i];
    if (all != 0xFF000000) return false;
  }
  return true;
}

void libretto_orient(const uint32_t *in, int width, int height, int orientation, uint32_t *out) {
  const bool turned = orientation >= 5;
  const int out_width = turned ? height : width, out_height = turned ? width : height;
  // Where the output's first pixel comes from, and how far the source moves with each step.
  const bool from_right = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
  const bool from_bottom = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
  const ptrdiff_t along = from_right ? -1 : 1, down = from_bottom ? -(ptrdiff_t)width : width;
  const ptrdiff_t step = turned ? down : along, next = turned ? along : down;
  const uint32_t *first =
    in + (from_right ? width - 1 : 0) + (from_bottom ? (ptrdiff_t)(height - 1) * width : 0);
  // In bands of 16 columns, so that a turned picture's source lines stay in the cache.
  for (int left = 0; left < out_width; left += 16) {
    int right = out_width - left < 16 ? out_width : left + 16;
    for (int y = 0; y < out_height; y++) {
      const uint32_t *source = first + y * next;
      uint32_t *line = out + (ptrdiff_t)y * out_width;
      for (int x = left; x < right; x++) line[x] = source[x * step];
    }
  }
}

void libretto_row_to_rgb(const uint32_t *in, int width, uint8_t *out) {
  for (int x = 0; x < width; x++, out += 3) {
    out[0] = in[x] >> 16;
    out[1] = in[x] >> 8;
    out[2] = in[x];
  }
}

void libretto_row_to_rgba(const uint32_t *in, int width, uint8_t *out) {
  for (int x = 0; x < width; x++, out += 4) {
    uint32_t alpha = in[x] >> 24;
    for (int channel = 0; channel < 3; channel++) {
      uint32_t value = in[x] >> (16 - 8 * channel) & 255;
      uint32_t straight = alpha ? (value * 255 + alpha / 2) / alpha : 0;
      out[channel] = straight > 255 ? 255 : straight;
    }
    out[3] = alpha;
  }
}

void libretto_row_to_jpeg(const uint32_t *in, int width, uint8_t *y, uint8_t *cb, uint8_t *cr) {
  // JFIF's equations times 65,536; each row of factors adds up exactly, so grey stays grey.
  for (int x = 0; x < width; x++) {
    int red = in[x] >> 16 & 255, green = in[x] >> 8 & 255, blue = in[x] & 255;
    int u = (-11059 * red - 21709 * green + 32768 * blue + (128 << 16) + 32767) >> 16;
    int v = (32768 * red - 27439 * green - 5329 * blue + (128 << 16) + 32767) >> 16;
    y[x] = (19595 * red + 38470 * green + 7471 * blue + 32768) >> 16;
    cb[x] = u > 255 ? 255 : u;
    cr[x] = v > 255 ? 255 : v;
  }
}
