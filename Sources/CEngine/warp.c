#include "EngineMatte.h"

#include <math.h>
#include <string.h>

// The same rounding on every processor: no multiplication is merged with an addition.
#pragma STDC FP_CONTRACT OFF

static const float pi = 3.14159265f;

/// The arc sine of 0 to 1, within a ten-thousandth.
static float arc_sine(float x) {
  float square_root = sqrtf(1 - x > 0 ? 1 - x : 0);
  return pi / 2 - square_root * (1.5707288f + x * (-0.2121144f + x * (0.074261f - x * 0.0187293f)));
}

typedef struct {
  float blue, green, red, alpha;
} Shade;

typedef struct {
  const uint32_t *pixels;
  int width, height;
} Page;

static inline Shade shade(uint32_t pixel) {
  return (Shade){(float)(pixel & 255), (float)(pixel >> 8 & 255), (float)(pixel >> 16 & 255), (float)(pixel >> 24)};
}

static inline Shade between(Shade a, Shade b, float part) {
  return (Shade){a.blue + (b.blue - a.blue) * part, a.green + (b.green - a.green) * part,
                 a.red + (b.red - a.red) * part, a.alpha + (b.alpha - a.alpha) * part};
}

static inline uint32_t packed(Shade shade) {
  return (uint32_t)(shade.alpha + 0.5f) << 24 | (uint32_t)(shade.red + 0.5f) << 16
         | (uint32_t)(shade.green + 0.5f) << 8 | (uint32_t)(shade.blue + 0.5f);
}

/// How much of the page a point is on, 0 to 1: its edges are as soft as a pixel.
static inline float held(const Page *page, float x, float y) {
  float inside = x < y ? x : y, right = (float)page->width - x, below = (float)page->height - y;
  inside = right < inside ? right : inside;
  inside = (below < inside ? below : inside) + 0.5f;
  return inside > 0 ? inside < 1 ? inside : 1 : 0;
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

/// The back of a page: paper through which its front can be guessed, lit from where the roll came.
static inline Shade back(Shade front, float light) {
  float paper = front.alpha * 0.97f;
  Shade pale = between(front, (Shade){paper, paper, paper, front.alpha}, 0.82f);
  return darkened(pale, 1 - light);
}

void libretto_curl(const uint32_t *from, int width, int height, LibrettoCurl curl, uint32_t *to) {
  const Page page = {from, width, height};
  // Places along the way back: the roll begins where they are largest.
  const float nx = -curl.way_x, ny = -curl.way_y, radius = curl.radius > 1 ? curl.radius : 1;
  const float w = (float)width, h = (float)height;
  const float most = (nx > 0 ? nx * w : 0) + (ny > 0 ? ny * h : 0);
  const float least = (nx < 0 ? nx * w : 0) + (ny < 0 ? ny * h : 0);
  const float fold = most + (least - radius * 1.5f - most) * curl.progress;
  const float reach = radius * 1.6f;
  const Shade nothing = {0, 0, 0, 0}, black = {0, 0, 0, 255};
  for (int row = 0; row < height; row++) {
    for (int column = 0; column < width; column++) {
      const float x = (float)column + 0.5f, y = (float)row + 0.5f;
      const float place = nx * x + ny * y, beyond = place - fold;
      const size_t index = (size_t)row * width + column;
      Shade result = nothing;
      if (beyond > radius) {
        // The page has gone from here; its roll throws a shadow.
        float part = 1 - (beyond - radius) / reach;
        if (part > 0) result = laid(black, 0.5f * part * part, nothing);
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
          float out_x = bx < 0 ? -bx : bx > w ? bx - w : 0, out_y = by < 0 ? -by : by > h ? by - h : 0;
          float fade = 1 - sqrtf(out_x * out_x + out_y * out_y) / reach;
          if (fade > 0) result = darkened(result, 0.45f * fade * fade);
        }
        if (part > 0) {
          float bent = beyond > 0 ? beyond / radius : 0;
          float flat = beyond < 0 ? -beyond / (2 * radius) : 0;
          float light = 1 - 0.55f * bent * bent - 0.16f * (flat < 1 ? (1 - flat) * (1 - flat) : 0);
          result = laid(back(sampled(&page, bx, by), light), part, result);
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

static inline int clamped(int column, int width) { return column < 0 ? 0 : column >= width ? width - 1 : column; }

void libretto_tear(const uint32_t *from, int width, int height, uint64_t seed, int shift, int split, uint32_t *to) {
  int top = 0;
  for (uint64_t strip = 0; top < height; strip++) {
    const uint64_t chance = scrambled(seed + (strip + 1) * 0x9E3779B97F4A7C15u);
    // A hundredth to a seventh of the height.
    int bottom = top + 1 + (int)((uint64_t)height * (10 + chance % 130) / 1000);
    if (bottom > height) bottom = height;
    // Half of the strips stay, the others go either way.
    const int way = chance >> 32 & 1 ? 0 : (int)((int64_t)(chance >> 40 & 0xFFFF) * (2 * (int64_t)shift + 1) / 65536) - shift;
    const int parting = chance >> 33 & 1 ? split : split / 3;
    for (int y = top; y < bottom; y++) {
      const uint32_t *row = from + (size_t)y * width;
      for (int x = 0; x < width; x++) {
        const int place = x - way;
        const uint32_t red = row[clamped(place - parting, width)], green = row[clamped(place, width)];
        const uint32_t blue = row[clamped(place + parting, width)];
        uint32_t alpha = red >> 24 > green >> 24 ? red >> 24 : green >> 24;
        if (blue >> 24 > alpha) alpha = blue >> 24;
        to[(size_t)y * width + x] = alpha << 24 | (red & 0xFF0000) | (green & 0xFF00) | (blue & 0xFF);
      }
    }
    top = bottom;
  }
}
