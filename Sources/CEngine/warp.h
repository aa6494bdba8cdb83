// What the two ways to roll up a page share.
#pragma once

#include "EngineMatte.h"
#include "filter.h"

static const float pi = 3.14159265f;

/// A page on its way, in pixels. Places along the way back grow towards where the roll began.
typedef struct {
  const uint32_t *pixels;
  int width, height;
  /// The way back, a unit vector.
  float nx, ny;
  float radius;
  /// At which place the page begins to rise.
  float fold;
  /// How far shadows reach.
  float reach;
} Page;

static inline Page page_on_its_way(const uint32_t *from, int width, int height, LibrettoCurl curl) {
  const float nx = -curl.way_x, ny = -curl.way_y, radius = curl.radius > 1 ? curl.radius : 1;
  const float w = (float)width, h = (float)height;
  const float most = (nx > 0 ? nx * w : 0) + (ny > 0 ? ny * h : 0);
  const float least = (nx < 0 ? nx * w : 0) + (ny < 0 ? ny * h : 0);
  return (Page){from, width, height, nx, ny, radius, most + (least - radius * 1.5f - most) * curl.progress,
                radius * 1.6f};
}

/// The arc sine of 0 to 1, within a ten-thousandth.
ALWAYS_INLINE float arc_sine(float x) {
  const float rest = root(1 - x > 0 ? 1 - x : 0);
  return pi / 2 - rest * (1.5707288f + x * (-0.2121144f + x * (0.074261f - x * 0.0187293f)));
}

/// How much of the page a point is on, 0 to 1: its edges are as soft as a pixel.
ALWAYS_INLINE float held(const Page *page, float x, float y) {
  float inside = x < y ? x : y, right = (float)page->width - x, below = (float)page->height - y;
  inside = right < inside ? right : inside;
  inside = (below < inside ? below : inside) + 0.5f;
  return inside > 0 ? inside < 1 ? inside : 1 : 0;
}

/// The back of a page, in shares of white.
static const float paper_red = 0.965f, paper_green = 0.952f, paper_blue = 0.925f;

/// How far back from a place beyond the roll the page stands upright on it.
ALWAYS_INLINE float crest(const Page *page, float beyond) {
  return page->radius * (pi / 2 - 1) - (beyond - page->radius);
}

/// How far a point is from the page.
ALWAYS_INLINE float distance(const Page *page, float x, float y) {
  const float w = (float)page->width, h = (float)page->height;
  const float out_x = x < 0 ? -x : x > w ? x - w : 0, out_y = y < 0 ? -y : y > h ? y - h : 0;
  return root(out_x * out_x + out_y * out_y);
}

ALWAYS_INLINE float channel(uint32_t pixel, int shift) { return (float)(int)(pixel >> shift & 255); }

/// A channel that isn't negative, to its place in a pixel.
ALWAYS_INLINE uint32_t placed(float channel, int shift) { return (uint32_t)(int)(channel + 0.5f) << shift; }
