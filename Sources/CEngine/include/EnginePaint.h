#pragma once

#include <cairo.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Halves a picture of premultiplied pixels: each new one is the rounded mean of four.
///
/// The result is `(width + 1) / 2` by `(height + 1) / 2`; an odd edge is taken twice.
void libretto_halve(const uint32_t *from, int width, int height, uint32_t *to);

/// Doubles a picture of premultiplied pixels with a Lanczos filter of three lobes.
///
/// `rows` is room for 12 × `width` × 4 numbers. Integer arithmetic: every machine gives the same.
void libretto_double(const uint32_t *from, int width, int height, uint32_t *to, int32_t *rows);

/// Blurs a picture in place with a box of `2 × radius + 1` pixels, along rows and then along columns.
///
/// `line` is room for as many pixels as the longer side has. Three calls come close to a Gaussian.
void libretto_box_blur(uint32_t *pixels, int width, int height, int radius, uint32_t *line);

// MARK: Pictures at other sizes (resample.c)

/// Which four pixels of a source, in a row, make each pixel of a result: those from `first` on, by weights
/// (four a pixel) that add up to 128; where everything falls on `whole` pixels, the one at `first` alone.
typedef struct {
  int count;
  bool is_whole;
  int32_t *first;
  int8_t *weights;
} LibrettoTaps;

/// Fills in taps for a result whose pixel 0 has its middle at `start` of the source, and the others so many
/// pixels of the source further each.
///
/// The filter is a cubic, from Catmull and Rom's (softness 0) to the B-spline (1), weighed anew for every
/// phase. Beyond an edge the source goes on as it ends.
void libretto_taps(double start, double step, double softness, int source_count, LibrettoTaps *taps);

/// Samples a picture of premultiplied pixels along its columns, and then along its rows.
///
/// `scratch` is for `width` + 4 pixels. Integer arithmetic: every machine gives the same.
void libretto_resample(const uint32_t *from, int width, int height, LibrettoTaps across, LibrettoTaps down,
                       uint32_t *to, ptrdiff_t to_stride, uint32_t *scratch);
/// The obvious version.
void libretto_resample_plain(const uint32_t *from, int width, int height, LibrettoTaps across, LibrettoTaps down,
                             uint32_t *to, ptrdiff_t to_stride, uint32_t *scratch);

// MARK: Pictures that are turned or skewed (resample_askew.c)

/// Between two pixels there are so many places.
enum { LIBRETTO_PHASES = 256 };

/// Writes four weights, which add up to 128, for each of those places, of the filter that `libretto_taps` has.
void libretto_phases(double softness, int8_t *weights);

/// A picture of premultiplied pixels that lies askew.
typedef struct {
  const uint32_t *from;
  int width, height;
  /// What takes a point of the screen to the picture: `across = xx × x + xy × y + x0`, and so down.
  double xx, xy, x0, yx, yy, y0;
  /// The weights along its rows, and along its columns.
  const int8_t *across, *down;
} LibrettoAskew;

/// From which column of the screen up to which one a row reaches.
typedef struct {
  int32_t low, high;
} LibrettoReach;

/// Samples a picture where rows of the screen, from row `top` on, reach; `to` is column `left` of the first one.
///
/// Beyond an edge the picture goes on as it ends. Integer arithmetic: every machine gives the same.
void libretto_resample_askew(const LibrettoAskew *picture, int left, int top, int height, const LibrettoReach *reaches,
                             uint32_t *to, ptrdiff_t to_stride);
/// The obvious version.
void libretto_resample_askew_plain(const LibrettoAskew *picture, int left, int top, int height,
                                   const LibrettoReach *reaches, uint32_t *to, ptrdiff_t to_stride);

// MARK: Pictures that are seen at an angle (resample_tilted.c)

/// So many filters there are, the sharpest first, and a picture in so many sizes at most.
enum { LIBRETTO_SOFTNESSES = 16, LIBRETTO_LEVELS = 16 };

/// Writes the weights of all of them, each as `libretto_phases` has them.
void libretto_softnesses(int8_t *weights);

/// A picture of premultiplied pixels as a camera sees it at an angle. Around it there is nothing.
typedef struct {
  /// The picture, and smaller ones, each half as wide and high as the one before.
  const uint32_t *levels[LIBRETTO_LEVELS];
  int widths[LIBRETTO_LEVELS], heights[LIBRETTO_LEVELS];
  /// How many of them there are.
  int count;
  /// What takes a point of the screen, and 1, to a place across, one down, and what both are divided by.
  double rows[9];
  /// Those of `libretto_softnesses`.
  const int8_t *weights;
} LibrettoTilted;

/// How many sizes of a picture are wanted where rows of the screen reach, if there are as many.
int libretto_tilted_levels(const LibrettoTilted *picture, int left, int top, int height, const LibrettoReach *reaches);
/// Samples a picture where rows of the screen, from row `top` on, reach; `to` is column `left` of the first one.
///
/// Where the picture is far away or lies slantwise, a pixel is the mean of several samples of a smaller one. Every
/// processor gives the same.
void libretto_resample_tilted(const LibrettoTilted *picture, int left, int top, int height,
                              const LibrettoReach *reaches, uint32_t *to, ptrdiff_t to_stride);
/// The obvious version.
void libretto_resample_tilted_plain(const LibrettoTilted *picture, int left, int top, int height,
                                    const LibrettoReach *reaches, uint32_t *to, ptrdiff_t to_stride);

// MARK: Masks: how much of each pixel is covered, 0 to 255 (mask.c)

/// Makes one row of every four: each pixel is their rounded mean.
void libretto_average_rows(const uint8_t *from, int width, int height, ptrdiff_t from_stride, uint8_t *to,
                           ptrdiff_t to_stride);

/// Moves a mask by parts of a pixel, in 256ths, to the right and down. `to` is one wider and higher.
void libretto_shift(const uint8_t *from, int width, int height, ptrdiff_t from_stride, int right, int down,
                    uint8_t *to, ptrdiff_t to_stride);

/// Makes of premultiplied pixels how much they show, as their alpha: their own, or how bright they are on
/// black; or the rest of it.
void libretto_show(uint32_t *pixels, size_t count, bool by_light, bool is_inverted);

/// The alpha of every pixel.
void libretto_opacity(const uint32_t *pixels, int width, int height, uint8_t *mask, ptrdiff_t mask_stride);

/// Lays a premultiplied color beneath pixels, as much of it as a mask says.
void libretto_lay_beneath(uint32_t *pixels, int width, int height, ptrdiff_t stride, const uint8_t *mask,
                          ptrdiff_t mask_stride, uint32_t color);

/// How far a box reaches on each side of its middle: whole pixels, and then part of one.
typedef struct {
  int radius;
  float edge;
} LibrettoSoftness;

/// Softens a mask in place by three boxes across and three down, which come close to a Gaussian. Beyond its
/// edges there is nothing.
///
/// `scratch` is for 64 numbers for each pixel of the longer side. Every processor gives the same.
void libretto_soften(uint8_t *mask, int width, int height, ptrdiff_t stride, LibrettoSoftness across,
                     LibrettoSoftness down, uint16_t *scratch);
/// The obvious version.
void libretto_soften_plain(uint8_t *mask, int width, int height, ptrdiff_t stride, LibrettoSoftness across,
                           LibrettoSoftness down, uint16_t *scratch);
