#include "EnginePictures.h"

#include <math.h>
#include <string.h>

#include <libavutil/imgutils.h>

#if defined(__x86_64__)
#define WIDE __attribute__((target_clones("default", "avx2")))
#else
#define WIDE
#endif

static bool is_full_range(const AVFrame *frame, const AVPixFmtDescriptor *format, bool otherwise) {
  if (strncmp(format->name, "yuvj", 4) == 0 || format->flags & AV_PIX_FMT_FLAG_RGB) return true;
  if (frame->color_range == AVCOL_RANGE_JPEG) return true;
  return frame->color_range == AVCOL_RANGE_MPEG ? false : otherwise;
}

/// The weights of red and blue in luma.
static void weights(int matrix, double *red, double *blue) {
  switch (matrix) {
  case AVCOL_SPC_BT470BG: case AVCOL_SPC_SMPTE170M: *red = .299, *blue = .114; break;
  case AVCOL_SPC_FCC: *red = .30, *blue = .11; break;
  case AVCOL_SPC_SMPTE240M: *red = .212, *blue = .087; break;
  case AVCOL_SPC_BT2020_NCL: case AVCOL_SPC_BT2020_CL: *red = .2627, *blue = .0593; break;
  default: *red = .2126, *blue = .0722; break;
  }
}

bool libretto_view(const AVFrame *frame, int matrix, bool is_full, LibrettoView *view) {
  const AVPixFmtDescriptor *format = av_pix_fmt_desc_get(frame->format);
  if (!format || format->flags & (AV_PIX_FMT_FLAG_HWACCEL | AV_PIX_FMT_FLAG_FLOAT | AV_PIX_FMT_FLAG_BAYER))
    return false;
  const int depth = format->comp[0].depth;
  if (depth > 16 || format->nb_components < 1 || strncmp(format->name, "xyz", 3) == 0) return false;
  memset(view, 0, sizeof *view);
  view->frame = frame;
  view->format = format;
  view->width = frame->width;
  view->height = frame->height;
  view->has_alpha = format->flags & AV_PIX_FMT_FLAG_ALPHA || format->flags & AV_PIX_FMT_FLAG_PAL;
  const bool full = is_full_range(frame, format, is_full);
  const int chosen = frame->colorspace == AVCOL_SPC_UNSPECIFIED || frame->colorspace == AVCOL_SPC_RESERVED
    ? matrix : (int)frame->colorspace;
  double red, blue;
  weights(chosen, &red, &blue);
  const double top = (1 << depth) - 1, step = depth >= 8 ? 1 << (depth - 8) : 1;
  const double luma = full ? top : 219 * step, chroma = full ? top : 224 * step;
  const double unit = 65535.0 * 4096, green = 1 - red - blue;
  view->black = full ? 0 : (int32_t)(16 * step);
  view->middle = (int32_t)(1 << (depth - 1));
  view->luma = (int32_t)lround(unit / luma);
  view->red_v = (int32_t)lround(unit / chroma / 16 * 2 * (1 - red));
  view->blue_u = (int32_t)lround(unit / chroma / 16 * 2 * (1 - blue));
  view->green_u = (int32_t)lround(unit / chroma / 16 * 2 * (1 - blue) * blue / green);
  view->green_v = (int32_t)lround(unit / chroma / 16 * 2 * (1 - red) * red / green);
  // MPEG-2 and all after it put the first chroma sample on the first luma sample's column, half-way to
  // the next row. JPEG and MPEG-1 put it between the columns too.
  const bool is_centred = frame->chroma_location == AVCHROMA_LOC_CENTER
    || frame->chroma_location == AVCHROMA_LOC_TOP
    || (frame->chroma_location == AVCHROMA_LOC_UNSPECIFIED && strncmp(format->name, "yuvj", 4) == 0);
  const bool is_on_top = frame->chroma_location == AVCHROMA_LOC_TOPLEFT
    || frame->chroma_location == AVCHROMA_LOC_TOP;
  view->chroma_x = is_centred ? (1 << format->log2_chroma_w) - 1 : 0;
  view->chroma_y = is_on_top ? 0 : (1 << format->log2_chroma_h) - 1;
  return true;
}

/// One component of one row.
WIDE static void fetch(const LibrettoView *view, int component, int y, int width, int32_t *out) {
  const AVFrame *frame = view->frame;
  const AVComponentDescriptor *place = &view->format->comp[component];
  const uint8_t *line = frame->data[place->plane] + (ptrdiff_t)y * frame->linesize[place->plane];
  const int odd = AV_PIX_FMT_FLAG_BITSTREAM | AV_PIX_FMT_FLAG_PAL;
  if (!(view->format->flags & odd) && place->depth == 8 && place->shift == 0) {
    line += place->offset;
    if (place->step == 1) for (int x = 0; x < width; x++) out[x] = line[x];
    else for (int x = 0; x < width; x++) out[x] = line[x * place->step];
  } else if (!(view->format->flags & (odd | AV_PIX_FMT_FLAG_BE)) && place->depth > 8 && place->step == 2) {
    const uint16_t *words = (const uint16_t *)(line + place->offset);
    const int mask = (1 << place->depth) - 1, shift = place->shift;
    for (int x = 0; x < width; x++) out[x] = words[x] >> shift & mask;
  } else {
    const uint8_t *planes[4] = {frame->data[0], frame->data[1], frame->data[2], frame->data[3]};
    av_read_image_line2(out, planes, frame->linesize, view->format, 0, y, component, width, 0, 4);
  }
}

/// What a chroma plane has at luma row `y`, times 16, for each luma column. `line` has room for two rows
/// of the plane.
WIDE static void spread_chroma(const LibrettoView *view, int component, int y, int32_t *line, int32_t *out) {
  const int across = view->format->log2_chroma_w, down = view->format->log2_chroma_h;
  const int width = view->width, height = view->height;
  const int columns = (width + (1 << across) - 1) >> across, rows = (height + (1 << down) - 1) >> down;
  int32_t *other = line + columns;
  // Halves of luma pixels, so that every position is a whole number. A row is 2 << down of them.
  const int pitch_y = 2 << down, at_y = 2 * y - view->chroma_y;
  int top = at_y >= 0 ? at_y / pitch_y : -1;
  const int part_y = at_y - top * pitch_y;
  const int below = top + 1 < rows ? top + 1 : rows - 1;
  if (top < 0) top = 0;
  fetch(view, component, top, columns, line);
  // Every weight is a multiple of a quarter (of an eighth where there are four rows to one).
  if (part_y && below != top) {
    fetch(view, component, below, columns, other);
    const int far = part_y * 4 / pitch_y, near = 4 - far;
    for (int i = 0; i < columns; i++) line[i] = line[i] * near + other[i] * far;
  } else {
    for (int i = 0; i < columns; i++) line[i] *= 4;
  }
  if (across == 0) {
    for (int x = 0; x < width; x++) out[x] = line[x] * 4;
  } else if (across == 1 && view->chroma_x == 0) {
    for (int x = 0; x + 1 < width; x += 2) {
      const int i = x >> 1, next = i + 1 < columns ? i + 1 : i;
      out[x] = line[i] * 4;
      out[x + 1] = (line[i] + line[next]) * 2;
    }
    if (width & 1) out[width - 1] = line[columns - 1] * 4;
  } else {
    const int pitch = 2 << across;
    for (int x = 0; x < width; x++) {
      const int at = 2 * x - view->chroma_x;
      int left = at >= 0 ? at / pitch : -1;
      const int far = at - left * pitch;
      const int right = left + 1 < columns ? left + 1 : columns - 1;
      if (left < 0) left = 0;
      out[x] = (line[left] * (pitch - far) + line[right] * far) * 4 / pitch;
    }
  }
}

static inline uint16_t clipped(int32_t value) {
  value = (value + 2048) >> 12;
  return (uint16_t)(value < 0 ? 0 : value > 65535 ? 65535 : value);
}

WIDE static void mix(const LibrettoView *view, const int32_t *level, const int32_t *u, const int32_t *v, int width,
                     uint16_t *row) {
  const int32_t luma = view->luma, black = view->black, middle = view->middle * 16;
  const int32_t red_v = view->red_v, green_u = view->green_u, green_v = view->green_v, blue_u = view->blue_u;
  uint16_t *red = row, *green = row + width, *blue = green + width;
  for (int x = 0; x < width; x++) {
    const int32_t base = (level[x] - black) * luma, cb = u[x] - middle, cr = v[x] - middle;
    red[x] = clipped(base + cr * red_v);
    green[x] = clipped(base - cb * green_u - cr * green_v);
    blue[x] = clipped(base + cb * blue_u);
  }
}

/// A component that isn't mixed with others, from 0 to 65535.
WIDE static void plain(const LibrettoView *view, int component, int y, int32_t black, int32_t white,
                       int32_t *scratch, uint16_t *plane) {
  fetch(view, component, y, view->width, scratch);
  const int32_t half = white / 2;
  for (int x = 0; x < view->width; x++) {
    int32_t value = scratch[x] - black;
    value = value < 0 ? 0 : value > white ? white : value;
    plane[x] = (uint16_t)(((uint32_t)value * 65535u + (uint32_t)half) / (uint32_t)white);
  }
}

static void indexed(const LibrettoView *view, int y, uint16_t *row) {
  const AVFrame *frame = view->frame;
  const uint8_t *line = frame->data[0] + (ptrdiff_t)y * frame->linesize[0];
  const int width = view->width;
  for (int x = 0; x < width; x++) {
    uint32_t color;
    memcpy(&color, frame->data[1] + 4 * line[x], 4);
    row[x] = (uint16_t)((color >> 16 & 255) * 257);
    row[width + x] = (uint16_t)((color >> 8 & 255) * 257);
    row[2 * width + x] = (uint16_t)((color & 255) * 257);
    row[3 * width + x] = (uint16_t)((color >> 24) * 257);
  }
}

void libretto_row_of_view(const LibrettoView *view, int y, int32_t *scratch, uint16_t *row) {
  const AVPixFmtDescriptor *format = view->format;
  const int width = view->width, count = format->nb_components;
  if (format->flags & AV_PIX_FMT_FLAG_PAL) {
    indexed(view, y, row);
    return;
  }
  const bool has_alpha = format->flags & AV_PIX_FMT_FLAG_ALPHA;
  const int inks = count - (has_alpha ? 1 : 0);
  if (format->flags & AV_PIX_FMT_FLAG_RGB) {
    for (int i = 0; i < 3; i++)
      plain(view, i, y, 0, (1 << format->comp[i].depth) - 1, scratch, row + (ptrdiff_t)i * width);
  } else if (inks < 3) {
    const int depth = format->comp[0].depth;
    const int white = view->black ? 219 << (depth - 8) : (1 << depth) - 1;
    plain(view, 0, y, view->black, white, scratch, row);
    for (int i = 1; i < 3; i++) memcpy(row + (ptrdiff_t)i * width, row, (size_t)width * 2);
  } else {
    const int span = width + 16;
    int32_t *level = scratch, *u = level + span, *v = u + span, *line = v + span;
    fetch(view, 0, y, width, level);
    spread_chroma(view, 1, y, line, u);
    spread_chroma(view, 2, y, line, v);
    mix(view, level, u, v, width, row);
  }
  uint16_t *alpha = row + (ptrdiff_t)3 * width;
  if (has_alpha) plain(view, count - 1, y, 0, (1 << format->comp[count - 1].depth) - 1, scratch, alpha);
  else libretto_row_fill(alpha, width);
}

/// Whether a sample lies outside what its neighbours above and below span, by more than noise.
static inline int mended(int above, int here, int below, int tolerance) {
  const int low = (above < below ? above : below) - tolerance, high = (above > below ? above : below) + tolerance;
  return here < low || here > high ? (above + below + 1) >> 1 : here;
}

void libretto_weave(AVFrame *frame) {
  const AVPixFmtDescriptor *format = av_pix_fmt_desc_get(frame->format);
  if (!format || (format->nb_components > 1 && !(format->flags & AV_PIX_FMT_FLAG_PLANAR))) return;
  const int depth = format->comp[0].depth;
  for (int component = 0; component < format->nb_components; component++) {
    const bool is_chroma = component == 1 || component == 2;
    const int plane = format->comp[component].plane;
    const int across = is_chroma ? format->log2_chroma_w : 0, down = is_chroma ? format->log2_chroma_h : 0;
    const int width = (frame->width + (1 << across) - 1) >> across;
    const int height = (frame->height + (1 << down) - 1) >> down;
    const ptrdiff_t stride = frame->linesize[plane];
    for (int y = frame->top_field_first ? 1 : 0; y < height; y += 2) {
      uint8_t *line = frame->data[plane] + y * stride;
      const uint8_t *above = y ? line - stride : line + stride, *below = y + 1 < height ? line + stride : above;
      if (height < 2) continue;
      if (depth == 8) {
        for (int x = 0; x < width; x++) line[x] = (uint8_t)mended(above[x], line[x], below[x], 6);
      } else {
        uint16_t *words = (uint16_t *)line;
        const uint16_t *over = (const uint16_t *)above, *under = (const uint16_t *)below;
        for (int x = 0; x < width; x++) words[x] = (uint16_t)mended(over[x], words[x], under[x], 6 << (depth - 8));
      }
    }
  }
}
