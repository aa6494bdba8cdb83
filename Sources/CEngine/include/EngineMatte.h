#pragma once

#include <stddef.h>
#include <stdint.h>

// MARK: Mattes: in which order pixels turn, 0 first and 65,535 last (matte.c)

/// As the timeline's `MatteShape` counts them: 0 and 12 aren't written by the kernel.
typedef enum {
  LIBRETTO_MATTE_LINEAR = 1,
  LIBRETTO_MATTE_BLINDS = 2,
  LIBRETTO_MATTE_CLOCK = 3,
  LIBRETTO_MATTE_CIRCLE = 4,
  LIBRETTO_MATTE_ELLIPSE = 5,
  LIBRETTO_MATTE_RECTANGLE = 6,
  LIBRETTO_MATTE_DIAMOND = 7,
  LIBRETTO_MATTE_POLYGON = 8,
  LIBRETTO_MATTE_CHECKER = 9,
  LIBRETTO_MATTE_TILES = 10,
  LIBRETTO_MATTE_CLOUDS = 11,
  LIBRETTO_MATTE_SPIRAL = 13,
  LIBRETTO_MATTE_EMBERS = 14,
} LibrettoMatteKind;

/// A shape in a box, and where the box's points are on the screen.
typedef struct {
  LibrettoMatteKind kind;
  /// What takes the middle of a pixel to shares of the box: `across = xx × x + xy × y + x0`, and so down.
  double xx, xy, x0, yx, yy, y0;
  /// Of the box, in any unit.
  float width, height;
  /// The way of lines and blinds: −1, 0 or 1.
  float way_x, way_y;
  /// Where circles and polygons grow from, in shares of the box.
  float center_x, center_y;
  /// Blinds, hands, arms, or squares across the longer side.
  float count;
  /// The radius of the last circle; how large the polygon is in the end, times its corners.
  float reach;
  uint64_t seed;
  const float *corners;
  int corner_count;
} LibrettoMatte;

/// Writes when each pixel of an area turns.
void libretto_matte_field(const LibrettoMatte *matte, int width, int height, uint16_t *field);

/// Writes how light each pixel of a premultiplied picture is, black where it is transparent.
void libretto_matte_of_picture(const uint32_t *pixels, size_t count, uint16_t *field);

/// The sides of the squares whose first and last moments are known.
enum { LIBRETTO_MATTE_TILE = 64 };

/// Writes the least and the largest number of each square of a field, row by row.
void libretto_matte_extremes(const uint16_t *field, int width, int height, uint16_t *least, uint16_t *largest);

/// How far a matte is.
typedef struct {
  /// 0 to 1, both without and with all.
  float progress;
  /// How much of the whole way a pixel takes to turn; edges are never harder than a pixel of the screen.
  float softness;
  /// 1 if what would be last is first.
  int reversed;
} LibrettoMatteMoment;

/// Mixes one picture into another, both premultiplied, pixel by pixel as a matte says.
///
/// The field has as many columns as are mixed; it tells how soft a pixel of the screen is.
void libretto_mix(uint32_t *base, ptrdiff_t base_stride, const uint32_t *over, ptrdiff_t over_stride,
                  const uint16_t *field, ptrdiff_t field_stride, int width, int height, LibrettoMatteMoment moment);
/// The obvious version.
void libretto_mix_plain(uint32_t *base, ptrdiff_t base_stride, const uint32_t *over, ptrdiff_t over_stride,
                        const uint16_t *field, ptrdiff_t field_stride, int width, int height,
                        LibrettoMatteMoment moment);

// MARK: Moving pixels about (warp.c, warp_curl.c)

/// A page that is rolled up.
typedef struct {
  /// The way the roll travels, a unit vector.
  float way_x, way_y;
  /// How far it is, 0 to 1: 0 is flat, 1 is gone.
  float progress;
  /// Of the roll, in pixels.
  float radius;
} LibrettoCurl;

/// Rolls a premultiplied picture up like a page: its back is pale, and what it hides is in its shadow.
void libretto_curl(const uint32_t *from, int width, int height, LibrettoCurl curl, uint32_t *to);
/// The obvious version.
void libretto_curl_plain(const uint32_t *from, int width, int height, LibrettoCurl curl, uint32_t *to);

/// Shifts strips of a premultiplied picture sideways, each its own way, and parts their colors.
///
/// `shift` is how far at most, `split` how far red and blue stand from green, both in pixels.
void libretto_tear(const uint32_t *from, int width, int height, uint64_t seed, int shift, int split, uint32_t *to);
/// The obvious version.
void libretto_tear_plain(const uint32_t *from, int width, int height, uint64_t seed, int shift, int split, uint32_t *to);
