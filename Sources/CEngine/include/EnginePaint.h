#pragma once

#include <cairo.h>
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
