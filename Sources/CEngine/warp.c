#include <string.h>

#include "warp.h"

typedef struct {
  float blue, green, red, alpha;
} Shade;

static inline Shade shade(uint32_t pixel) {
  return (Shade){channel(pixel, 0), channel(pixel, 8), channel(pixel, 16), channel(pixel, 24)};
}

static inline Shade between(Shade a, Shade b, float part) {
  return (Shade){a.blue + (b.blue - a.blue) * part, a.green + (b.green - a.green) * part,
                 a.red + (b.red - a.red) * part, a.alpha + (b.alpha - a.alpha) * part};
}

static inline uint32_t packed(Shade shade) {
  return placed(shade.alpha, 24) | placed(shade.red, 16) | placed(shade.green, 8) | placed(shade.blue, 0);
}

/// The page at a point; beyond its edges as it is there.
static Shade sampled(const Page *page, float x, float y) {
  x -= 0.5f;
  y -= 0.5f;
  x = x > 0 ? x < (float)(page->width - 1) ? x : (float)(page->width - 1) : 0;
  y = y > 0 ? y < (float)(page->height - 1) ? y : (float)(page->height - 1) : 0;
  int left = (int)x, top = (int)y;
  int right = left + 1 < page->width ? left + 1 : left, bottom = top + 1 < page->height ? top + 1 : top;
  const uint32_t *upper = page->pixels + (size_t)top * page->width, *lower = page->pixels + (size_t)bottom * page->width;
  return between(between(shade(upper[left]), shade(upper[right]), x - (float)left),
                 between(shade(lower[left]), shade(lower[right]), x - (float)left), y - (float)top);
}

/// The same, so much darker.
static inline Shade darkened(Shade shade, float part) {
  return (Shade){shade.blue * (1 - part), shade.green * (1 - part), shade.red * (1 - part), shade.alpha};
}

/// A layer over another, both premultiplied, so much of it there.
static inline Shade laid(Shade over, float part, Shade under) {
  float rest = 1 - over.alpha / 255 * part;
  return (Shade){over.blue * part + under.blue * rest, over.green * part + under.green * rest,
                 over.red * part + under.red * rest, over.alpha * part + under.alpha * rest};
}

/// The back of a page: paper, lit from where the roll came.
static inline Shade back(float alpha, float light) {
  return (Shade){alpha * paper_blue * light, alpha * paper_green * light, alpha * paper_red * light, alpha};
}

void libretto_curl_plain(const uint32_t *from, int width, int height, LibrettoCurl curl, uint32_t *to) {
  const Page page = page_on_its_way(from, width, height, curl);
  const float nx = page.nx, ny = page.ny, radius = page.radius, reach = page.reach;
  const Shade nothing = {0, 0, 0, 0}, black = {0, 0, 0, 255};
  for (int row = 0; row < height; row++) {
    for (int column = 0; column < width; column++) {
      const float x = (float)column + 0.5f, y = (float)row + 0.5f;
      const float place = nx * x + ny * y, beyond = place - page.fold;
      const size_t index = (size_t)row * width + column;
      Shade result = nothing;
      if (beyond > radius) {
        // The page has gone from here; its roll throws a shadow, as far as there is something of it.
        float part = 1 - (beyond - radius) / reach;
        float away = crest(&page, beyond);
        if (part > 0)
          result = laid(black, 0.5f * part * part * (sampled(&page, x + away * nx, y + away * ny).alpha / 255), nothing);
      } else {
        float lower = 0, upper = pi;
        if (beyond > 0) {
          lower = arc_sine(beyond / radius);
          upper = pi - lower;
        }
        // Beneath: the part that lies still, or begins to rise.
        float rise = beyond > 0 ? radius * lower - beyond : 0;
        if (beyond > 0) {
          float part = held(&page, x + rise * nx, y + rise * ny);
          result = laid(darkened(sampled(&page, x + rise * nx, y + rise * ny), 0.75f * lower / (pi / 2)), part, nothing);
        } else {
          result = shade(from[index]);
        }
        // Above: the part that has been turned over.
        float over = beyond > 0 ? radius * upper - beyond : radius * pi - 2 * beyond;
        float bx = x + over * nx, by = y + over * ny, part = held(&page, bx, by);
        if (part < 1) {
          float fade = 1 - distance(&page, bx, by) / reach;
          if (fade > 0) result = darkened(result, 0.45f * fade * fade);
        }
        if (part > 0) {
          float bent = beyond > 0 ? beyond / radius : 0;
          float flat = beyond < 0 ? -beyond / (2 * radius) : 0;
          float light = 1 - 0.55f * bent * bent - 0.16f * (flat < 1 ? (1 - flat) * (1 - flat) : 0);
          result = laid(back(sampled(&page, bx, by).alpha, light), part, result);
        }
      }
      to[index] = packed(result);
    }
  }
}

static uint64_t scrambled(uint64_t bits) {
  bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9u;
  bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EBu;
  return bits ^ (bits >> 31);
}

/// Rows that are moved together: up to which one, how far, and how far their colors part.
typedef struct {
  int bottom, way, parting;
} Strip;

static Strip strip_below(int top, uint64_t number, int height, uint64_t seed, int shift, int split) {
  const uint64_t chance = scrambled(seed + (number + 1) * 0x9E3779B97F4A7C15u);
  // A hundredth to a seventh of the height.
  const int bottom = top + 1 + (int)((uint64_t)height * (10 + chance % 130) / 1000);
  // Half of the strips stay, the others go either way.
  const int way = chance >> 32 & 1 ? 0 : (int)((int64_t)(chance >> 40 & 0xFFFF) * (2 * (int64_t)shift + 1) / 65536) - shift;
  return (Strip){bottom < height ? bottom : height, way, chance >> 33 & 1 ? split : split / 3};
}

static inline int clamped(int column, int width) { return column < 0 ? 0 : column >= width ? width - 1 : column; }

ALWAYS_INLINE uint32_t joined(uint32_t red, uint32_t green, uint32_t blue) {
  uint32_t alpha = red >> 24 > green >> 24 ? red >> 24 : green >> 24;
  if (blue >> 24 > alpha) alpha = blue >> 24;
  return alpha << 24 | (red & 0xFF0000) | (green & 0xFF00) | (blue & 0xFF);
}

static void tear_row(const uint32_t *row, int width, Strip strip, int low, int high, uint32_t *to) {
  for (int x = low; x < high; x++) {
    const int place = x - strip.way;
    to[x] = joined(row[clamped(place - strip.parting, width)], row[clamped(place, width)],
                   row[clamped(place + strip.parting, width)]);
  }
}

void libretto_tear_plain(const uint32_t *from, int width, int height, uint64_t seed, int shift, int split, uint32_t *to) {
  int top = 0;
  for (uint64_t number = 0; top < height; number++) {
    const Strip strip = strip_below(top, number, height, seed, shift, split);
    for (; top < strip.bottom; top++)
      tear_row(from + (size_t)top * width, width, strip, 0, width, to + (size_t)top * width);
  }
}

KERNEL(libretto_join,
       (const uint32_t *restrict red, const uint32_t *restrict green, const uint32_t *restrict blue, int count,
        uint32_t *restrict to),
       (red, green, blue, count, to)) {
  for (int i = 0; i < count; i++) to[i] = joined(red[i], green[i], blue[i]);
}

void libretto_tear(const uint32_t *from, int width, int height, uint64_t seed, int shift, int split, uint32_t *to) {
  int top = 0;
  for (uint64_t number = 0; top < height; number++) {
    const Strip strip = strip_below(top, number, height, seed, shift, split);
    // Between these columns all three colors come from inside the row.
    const int wide = strip.parting < 0 ? -strip.parting : strip.parting;
    const int low = clamped(strip.way + wide, width), high = clamped(width + strip.way - wide, width);
    for (; top < strip.bottom; top++) {
      const uint32_t *row = from + (size_t)top * width;
      uint32_t *line = to + (size_t)top * width;
      if (low >= high) {
        tear_row(row, width, strip, 0, width, line);
        continue;
      }
      tear_row(row, width, strip, 0, low, line);
      const uint32_t *middle = row + (low - strip.way);
      libretto_join(middle - strip.parting, middle, middle + strip.parting, high - low, line + low);
      tear_row(row, width, strip, high, width, line);
    }
  }
}
