#include <string.h>

#include "warp.h"

/// So many pixels are worked out side by side.
enum { LANES = 32 };

typedef struct {
  float blue[LANES], green[LANES], red[LANES], alpha[LANES];
} Shades;

ALWAYS_INLINE float between(float a, float b, float part) { return a + (b - a) * part; }

ALWAYS_INLINE void spread(const uint32_t *pixels, Shades *shades) {
  for (int i = 0; i < LANES; i++) {
    shades->blue[i] = channel(pixels[i], 0);
    shades->green[i] = channel(pixels[i], 8);
    shades->red[i] = channel(pixels[i], 16);
    shades->alpha[i] = channel(pixels[i], 24);
  }
}

ALWAYS_INLINE float inner(float place, int count) {
  const float last = (float)(count - 1);
  return place > 0 ? place < last ? place : last : 0;
}

/// The page at points; beyond its edges as it is there.
ALWAYS_INLINE void take(const Page *page, const float *x, const float *y, Shades *shades) {
  uint32_t a[LANES], b[LANES], c[LANES], d[LANES];
  float across[LANES], down[LANES];
  int32_t first[LANES], right[LANES], below[LANES];
  const int width = page->width;
  for (int i = 0; i < LANES; i++) {
    const float px = inner(x[i] - 0.5f, width), py = inner(y[i] - 0.5f, page->height);
    const int left = (int)px, top = (int)py;
    across[i] = px - (float)left;
    down[i] = py - (float)top;
    first[i] = top * width + left;
    right[i] = left + 1 < width ? 1 : 0;
    below[i] = top + 1 < page->height ? width : 0;
  }
  for (int i = 0; i < LANES; i++) {
    const uint32_t *near = page->pixels + first[i];
    a[i] = near[0];
    b[i] = near[right[i]];
    c[i] = near[below[i]];
    d[i] = near[below[i] + right[i]];
  }
#define MIX(name, shift) \
  for (int i = 0; i < LANES; i++) \
    shades->name[i] = between(between(channel(a[i], shift), channel(b[i], shift), across[i]), \
                              between(channel(c[i], shift), channel(d[i], shift), across[i]), down[i]);
  MIX(blue, 0)
  MIX(green, 8)
  MIX(red, 16)
  MIX(alpha, 24)
#undef MIX
}

/// The rising part instead of what lies still, where it rises.
ALWAYS_INLINE void lay_rising(const Page *page, const float *x, float y, const float *beyond, const float *angle,
                              Shades *result) {
  float ux[LANES], uy[LANES], part[LANES], light[LANES];
  for (int i = 0; i < LANES; i++) {
    const float rise = page->radius * angle[i] - beyond[i];
    ux[i] = x[i] + rise * page->nx;
    uy[i] = y + rise * page->ny;
    part[i] = held(page, ux[i], uy[i]);
    light[i] = 1 - 0.75f * angle[i] / (pi / 2);
  }
  Shades risen;
  take(page, ux, uy, &risen);
  for (int i = 0; i < LANES; i++) {
    const int rises = beyond[i] > 0;
    result->blue[i] = rises ? risen.blue[i] * light[i] * part[i] : result->blue[i];
    result->green[i] = rises ? risen.green[i] * light[i] * part[i] : result->green[i];
    result->red[i] = rises ? risen.red[i] * light[i] * part[i] : result->red[i];
    result->alpha[i] = rises ? risen.alpha[i] * part[i] : result->alpha[i];
  }
}

/// The back of what was turned over, on top.
ALWAYS_INLINE void lay_back(const Page *page, const float *bx, const float *by, const float *beyond, const float *part,
                            Shades *result) {
  Shades front;
  take(page, bx, by, &front);
  const float red = paper_red, green = paper_green, blue = paper_blue;
  for (int i = 0; i < LANES; i++) {
    const float bent = beyond[i] > 0 ? beyond[i] / page->radius : 0;
    const float flat = beyond[i] < 0 ? -beyond[i] / (2 * page->radius) : 0;
    const float light = 1 - 0.55f * bent * bent - 0.16f * (flat < 1 ? (1 - flat) * (1 - flat) : 0);
    const float rest = 1 - front.alpha[i] / 255 * part[i];
    result->blue[i] = front.alpha[i] * blue * light * part[i] + result->blue[i] * rest;
    result->green[i] = front.alpha[i] * green * light * part[i] + result->green[i] * rest;
    result->red[i] = front.alpha[i] * red * light * part[i] + result->red[i] * rest;
    result->alpha[i] = front.alpha[i] * part[i] + result->alpha[i] * rest;
  }
}

/// Pixels of a row from `first` on; `rises` and `goes` say whether from any of them the page may have risen, or gone.
ALWAYS_INLINE void roll(const Page *page, int first, float y, const uint32_t *from, bool rises, bool goes, uint32_t *to) {
  float x[LANES], beyond[LANES], angle[LANES], bx[LANES], by[LANES], part[LANES], dark[LANES];
  const float radius = page->radius;
  float turned = 0;
  for (int i = 0; i < LANES; i++) {
    x[i] = (float)(first + i) + 0.5f;
    const float place = page->nx * x[i] + page->ny * y;
    beyond[i] = place - page->fold;
  }
  for (int i = 0; i < LANES; i++) {
    angle[i] = beyond[i] > 0 ? arc_sine(beyond[i] / radius) : 0;
    const float over = beyond[i] > 0 ? radius * (pi - angle[i]) - beyond[i] : radius * pi - 2 * beyond[i];
    bx[i] = x[i] + over * page->nx;
    by[i] = y + over * page->ny;
    part[i] = held(page, bx[i], by[i]);
    turned = part[i] > turned ? part[i] : turned;
    const float fade = 1 - distance(page, bx[i], by[i]) / page->reach;
    dark[i] = part[i] < 1 && fade > 0 ? 0.45f * fade * fade : 0;
  }
  Shades result;
  spread(from, &result);
  if (rises) lay_rising(page, x, y, beyond, angle, &result);
  for (int i = 0; i < LANES; i++) {
    const float light = 1 - dark[i];
    result.blue[i] *= light;
    result.green[i] *= light;
    result.red[i] *= light;
  }
  if (turned > 0) lay_back(page, bx, by, beyond, part, &result);
  float thrown[LANES];
  for (int i = 0; i < LANES; i++) thrown[i] = 0;
  if (goes) {
    float cx[LANES], cy[LANES];
    for (int i = 0; i < LANES; i++) {
      const float away = crest(page, beyond[i]);
      cx[i] = x[i] + away * page->nx;
      cy[i] = y + away * page->ny;
    }
    Shades upright;
    take(page, cx, cy, &upright);
    for (int i = 0; i < LANES; i++) {
      const float shadow = 1 - (beyond[i] - radius) / page->reach;
      thrown[i] = shadow > 0 ? 255 * (0.5f * shadow * shadow * (upright.alpha[i] / 255)) : 0;
    }
  }
  for (int i = 0; i < LANES; i++) {
    // Where the page has gone its roll throws a shadow.
    const uint32_t gone = placed(thrown[i], 24);
    const uint32_t pixel = placed(result.alpha[i], 24) | placed(result.red[i], 16) | placed(result.green[i], 8)
                           | placed(result.blue[i], 0);
    to[i] = beyond[i] > radius ? gone : pixel;
  }
}

/// How far beyond the fold a pixel is, exactly as above.
static float beyond_at(const Page *page, int column, float y) {
  const float place = page->nx * ((float)column + 0.5f) + page->ny * y;
  return place - page->fold;
}

/// Whether neither the turned part nor its shadow comes to pixels that lie still, from one to another.
static bool lies_bare(const Page *page, int first, int last, float y) {
  // A little more, whatever is rounded.
  const float away = page->reach * 1.01f + 1;
  bool left = true, right = true, above = true, below = true;
  for (int end = 0; end < 2; end++) {
    const int column = end ? last : first;
    const float over = page->radius * pi - 2 * beyond_at(page, column, y);
    const float bx = (float)column + 0.5f + over * page->nx, by = y + over * page->ny;
    left = left && bx < -away;
    right = right && bx > (float)page->width + away;
    above = above && by < -away;
    below = below && by > (float)page->height + away;
  }
  return left || right || above || below;
}

KERNEL(libretto_curl_row, (const Page *page, int row, uint32_t *to), (page, row, to)) {
  const uint32_t *from = page->pixels + (size_t)row * (size_t)page->width;
  const float y = (float)row + 0.5f;
  for (int first = 0; first < page->width; first += LANES) {
    const int count = page->width - first < LANES ? page->width - first : LANES;
    const float a = beyond_at(page, first, y), b = beyond_at(page, first + LANES - 1, y);
    const float least = a < b ? a : b, most = a < b ? b : a;
    if (least > page->radius + page->reach * 1.01f + 1) {
      memset(to + first, 0, (size_t)count * sizeof *to);
    } else if (most <= 0 && lies_bare(page, first, first + LANES - 1, y)) {
      memcpy(to + first, from + first, (size_t)count * sizeof *to);
    } else if (count == LANES) {
      roll(page, first, y, from + first, most > 0, most > page->radius, to + first);
    } else {
      uint32_t pixels[LANES] = {0}, rolled[LANES];
      memcpy(pixels, from + first, (size_t)count * sizeof *pixels);
      roll(page, first, y, pixels, most > 0, most > page->radius, rolled);
      memcpy(to + first, rolled, (size_t)count * sizeof *to);
    }
  }
}

void libretto_curl(const uint32_t *from, int width, int height, LibrettoCurl curl, uint32_t *to) {
  const Page page = page_on_its_way(from, width, height, curl);
  for (int row = 0; row < height; row++) libretto_curl_row(&page, row, to + (size_t)row * (size_t)width);
}
