#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Filters of a layer's pixels. On its way through them a row is four planes of numbers, `width` apart: red,
// green, blue and alpha, 0 to 1. Plain arithmetic in a fixed order: every processor gives the same. Each kernel
// has an obvious twin, whose name ends with _plain (filter_plain.c).

// MARK: Processors (filter_processor.c)

/// Kinds of processor there are kernels for, each of which does all that those before it do.
typedef enum { LIBRETTO_ANY_PROCESSOR, LIBRETTO_AVX2, LIBRETTO_AVX512 } LibrettoProcessor;

/// Which kernels are used here.
LibrettoProcessor libretto_processor(void);
/// Lets kernels do with less than the processor has, so that tests can compare them.
void libretto_limit_processor(LibrettoProcessor most);

// MARK: Rows (filter_rows.c)

/// 64 thresholds for the pixels of a row, by their columns, to round with: blue noise, from 1/128 to 127/128, so that
/// what is within a 128th of a whole number becomes that number. Another 64 follow, the same ones.
const float *libretto_thresholds(int y);

/// Premultiplied BGRA to planes, premultiplied: four of them, or three of colors, whose alpha is 1.
void libretto_row_open(const uint32_t *pixels, int width, int planes, float *row);
void libretto_row_open_plain(const uint32_t *pixels, int width, int planes, float *row);
/// Planes, premultiplied, to BGRA, rounded by thresholds; `left` is the first pixel's column.
void libretto_row_close(const float *row, int width, int left, int y, uint32_t *pixels);
void libretto_row_close_plain(const float *row, int width, int left, int y, uint32_t *pixels);
/// The same of three planes: opaque pixels.
void libretto_row_close_opaque(const float *row, int width, int left, int y, uint32_t *pixels);
void libretto_row_close_opaque_plain(const float *row, int width, int left, int y, uint32_t *pixels);
/// Numbers of 16 bits to numbers of 0 to 1, and back.
void libretto_row_open_deep(const uint16_t *deep, int count, float *row);
void libretto_row_open_deep_plain(const uint16_t *deep, int count, float *row);
void libretto_row_close_deep(const float *row, int count, uint16_t *deep);
void libretto_row_close_deep_plain(const float *row, int count, uint16_t *deep);
/// Divides colors by alpha, and multiplies them with it.
void libretto_row_straighten(float *row, int width);
void libretto_row_straighten_plain(float *row, int width);
void libretto_row_premultiply(float *row, int width);
void libretto_row_premultiply_plain(float *row, int width);

// MARK: Softness (filter_blur.c)

/// Adds numbers to others.
void libretto_add(const float *numbers, int count, float *sums);
void libretto_add_plain(const float *numbers, int count, float *sums);
/// The means of so many neighbours each; the last of what is left. `rows` of them were added up before.
void libretto_shrink(const float *sums, int width, int factor, int rows, float *means);
void libretto_shrink_plain(const float *sums, int width, int factor, int rows, float *means);
/// Weighs each number and `radius` neighbours on each side; `numbers` has so many more at both ends.
void libretto_weigh_across(const float *numbers, int count, const float *weights, int radius, float *result);
void libretto_weigh_across_plain(const float *numbers, int count, const float *weights, int radius, float *result);
/// The same with numbers of `2 × radius + 1` rows.
void libretto_weigh_down(const float *const *rows, int count, const float *weights, int radius, float *result);
void libretto_weigh_down_plain(const float *const *rows, int count, const float *weights, int radius, float *result);
/// Four rows, each times its weight.
void libretto_mix_four(const float *const *rows, const float *weights, int count, float *result);
void libretto_mix_four_plain(const float *const *rows, const float *weights, int count, float *result);
/// A smooth curve along numbers, `factor` (a power of two) values for each. `numbers` has two more at both ends;
/// `result` is `(count + 1) × factor` values, of which the first half a factor lies before the first number.
void libretto_grow(const float *numbers, int count, int factor, float *result);
void libretto_grow_plain(const float *numbers, int count, int factor, float *result);
/// What lies between two rows.
void libretto_between(const uint16_t *upper, const uint16_t *lower, float part, int count, float *result);
void libretto_between_plain(const uint16_t *upper, const uint16_t *lower, float part, int count, float *result);
/// Adds numbers `shift` to the right and a part of one more, each times `gain`; beyond the ends they stay as they end.
void libretto_add_moved(const float *numbers, int count, int shift, float part, float gain, float *sums);
void libretto_add_moved_plain(const float *numbers, int count, int shift, float part, float gain, float *sums);
/// Adds what lies at places between numbers, each times `gain`. There are as many numbers as places, and one more.
void libretto_add_at(const float *numbers, const int32_t *places, const float *parts, int count, float gain, float *sums);
void libretto_add_at_plain(const float *numbers, const int32_t *places, const float *parts, int count, float gain,
                           float *sums);

/// Brings numbers so much of the way to others.
void libretto_approach(const float *others, int count, float share, float *numbers);
void libretto_approach_plain(const float *others, int count, float share, float *numbers);
/// The largest of three numbers.
void libretto_most(const float *a, const float *b, const float *c, int count, float *most);
void libretto_most_plain(const float *a, const float *b, const float *c, int count, float *most);

// MARK: Light (filter_light.c)

/// The light, as squares, of what is brighter than a threshold.
void libretto_row_bright(const float *row, int width, float threshold, float *light);
void libretto_row_bright_plain(const float *row, int width, float threshold, float *light);
/// Lets light shine over premultiplied pixels.
void libretto_row_shine(float *row, int width, const float *light, float strength);
void libretto_row_shine_plain(float *row, int width, const float *light, float strength);

/// Where a row runs through a plane of its own: at its first pixel, and how far with each.
typedef struct {
  float u, v, du, dv;
} LibrettoPath;

/// Brings colors near another one the farther they are from a plane's middle: it has 1 / (1 + depth) of them left
/// where they are 1 away.
void libretto_row_vignette(float *row, int width, LibrettoPath path, float depth, const float *color);
void libretto_row_vignette_plain(float *row, int width, LibrettoPath path, float depth, const float *color);
/// Adds a soft spot of light, as squares, as large as its plane's unit circle.
void libretto_row_spot(float *light, int width, LibrettoPath path, const float *color);
void libretto_row_spot_plain(float *light, int width, LibrettoPath path, const float *color);
/// Lets light shine over colors that aren't premultiplied.
void libretto_row_leak(float *row, int width, const float *light);
void libretto_row_leak_plain(float *row, int width, const float *light);
/// Burns film: each pixel goes through a table of `count` moments, from `before` a point burns on, `scale` of it in all.
/// `when` a pixel burns is told by 0 to 65,535. The table is seven planes, of `count + 1` numbers each: what is left
/// of red, green and blue, the light that comes to each, and what is left of alpha. It begins with everything left as
/// it is, and ends with nothing.
void libretto_row_burn(float *row, int width, const uint16_t *when, float before, float scale, const float *table, int count);
void libretto_row_burn_plain(float *row, int width, const uint16_t *when, float before, float scale, const float *table,
                             int count);
/// Leaves less of premultiplied pixels towards the edges of a square from −1 to 1, and nothing beyond; `across` and
/// `down` are how broad the edge is.
void libretto_feather(uint32_t *pixels, int width, LibrettoPath path, float across, float down);
void libretto_feather_plain(uint32_t *pixels, int width, LibrettoPath path, float across, float down);

// MARK: Texture (filter_texture.c)

/// Makes all colors of a row darker or lighter.
void libretto_row_scale(float *row, int width, float factor);
void libretto_row_scale_plain(float *row, int width, float factor);
/// Numbers that look random, around 0 and mostly within -2 and 2, `side` × `side` of them.
void libretto_noise(uint64_t seed, int side, float *noise);
void libretto_noise_plain(uint64_t seed, int side, float *noise);
/// Adds noise to colors, as much as film has at their brightness. `noise` is a row of `side` numbers, a power of two,
/// that repeats, from `first` on.
void libretto_row_grain(float *row, int width, const float *noise, int side, int first, float amount);
void libretto_row_grain_plain(float *row, int width, const float *noise, int side, int first, float amount);
/// Adds the grain of color film: noise that all three colors share, and some of their own; most in the middle tones.
void libretto_row_film(float *row, int width, const float *shared, const float *first, const float *second, float amount);
void libretto_row_film_plain(float *row, int width, const float *shared, const float *first, const float *second,
                             float amount);
/// The mean of each cell of sums of `rows` rows, all over it; `edges` are where cells begin, and one more.
void libretto_row_cells(const float *sums, int width, int planes, const int32_t *edges, int cells, int rows, float *row);
void libretto_row_cells_plain(const float *sums, int width, int planes, const int32_t *edges, int cells, int rows,
                              float *row);

// MARK: Grades (filter_grade.c)

/// Three rows of factors of red, green and blue, and what is added.
void libretto_row_matrix(float *row, int width, const float *matrix);
void libretto_row_matrix_plain(float *row, int width, const float *matrix);
/// Looks each color up in a table of its own, `count` numbers from 0 to 1.
void libretto_row_curves(float *row, int width, const float *const *tables, int count);
void libretto_row_curves_plain(float *row, int width, const float *const *tables, int count);

/// Colors for colors: entries along three axes, red fastest.
typedef struct {
  /// Red, green, blue and 0 of each, less 32,768; after the last entry there is room for size² + size + 1 more.
  const int16_t *entries;
  int size;
  /// What 0 and 65,535 stand for.
  float low, high;
  /// Of red, green and blue: where the axis begins, and one over how long it is.
  float start[3], scale[3];
} LibrettoCube;

/// Takes colors through a cube, between entries along the edges of tetrahedra; so much of the way.
void libretto_row_cube(float *row, int width, const LibrettoCube *cube, float strength);
void libretto_row_cube_plain(float *row, int width, const LibrettoCube *cube, float strength);

/// Numbers for numbers, each color for itself: a row of a table for each.
typedef struct {
  const float *entries;
  int size;
  float start[3], scale[3];
} LibrettoLines;

void libretto_row_lines(float *row, int width, const LibrettoLines *lines, float strength);
void libretto_row_lines_plain(float *row, int width, const LibrettoLines *lines, float strength);

// MARK: Keys (filter_key.c)

/// Where a color lies from gray of its brightness: a direction, and how far.
typedef struct {
  float b, r, length;
} LibrettoKeyHue;

LibrettoKeyHue libretto_key_hue(const float *color);

enum { LIBRETTO_KEY_BINS = 64 };
/// How much of the way along a key a color loses for what it strays from it.
static const float LIBRETTO_KEY_STRAY = 0.6f;

/// How many pixels lean so far towards a key, and their colors added up.
typedef struct {
  double counts[LIBRETTO_KEY_BINS];
  double sums[LIBRETTO_KEY_BINS][3];
} LibrettoKeyShares;

/// Counts every other pixel of a row of four planes, as far as it leans towards a hue.
void libretto_key_gather(const float *row, int width, LibrettoKeyHue hue, LibrettoKeyShares *shares);

/// What is keyed out: its color and hue; from which share of it on a color is less seen, and how much less with each
/// more; from which on it is soon gone, and how soon; how much of its light is taken from what stays.
typedef struct {
  float color[3];
  LibrettoKeyHue hue;
  float low, scale, last, steepness, spill;
  /// Which plane has most of the color, and the two others.
  int most, first, second;
} LibrettoKey;

/// How much of a color each pixel of a row of four planes has, which aren't premultiplied.
void libretto_row_key_share(const float *row, int width, const LibrettoKey *key, float *shares);
void libretto_row_key_share_plain(const float *row, int width, const LibrettoKey *key, float *shares);
/// Takes a color out of such a row: how much of it each pixel has says what color is left, and how much there is around
/// each says how much is seen.
void libretto_row_key(float *row, int width, const LibrettoKey *key, const float *shares, const float *around);
void libretto_row_key_plain(float *row, int width, const LibrettoKey *key, const float *shares, const float *around);

// MARK: Paint (filter_paint.c)

/// Premultiplied colors along a row through a gradient: `table` has `count` of each channel, and one more.
void libretto_row_gradient(const float *table, int count, LibrettoPath path, bool is_radial, int width, float *row);
void libretto_row_gradient_plain(const float *table, int count, LibrettoPath path, bool is_radial, int width, float *row);
/// Lays pixels over others, seen only so much, rounded by thresholds.
void libretto_row_lay(const uint32_t *over, int width, int left, int y, float opacity, uint32_t *under);
void libretto_row_lay_plain(const uint32_t *over, int width, int left, int y, float opacity, uint32_t *under);

// MARK: Light (filter_spark.c)

/// A light on its way from a tail to a head, in pixels; one that stands still has both at one place.
typedef struct {
  float tail_x, tail_y, head_x, head_y;
  /// Of what is bright all over, how soft its edge is, and how far its glow reaches.
  float radius, edge, reach;
  /// How bright it is, and how much of that its glow is.
  float level, glow;
} LibrettoSpark;

/// Adds a light to a row of brightness whose pixel 0 is at column `left`, from column `first` on.
void libretto_row_spark(const LibrettoSpark *spark, float left, float y, int first, int width, float *row);
void libretto_row_spark_plain(const LibrettoSpark *spark, float left, float y, int first, int width, float *row);
/// Brightness to how much of a color is seen, and how much of white over it where it is brighter than bright,
/// rounded by thresholds. Says whether there is any white.
bool libretto_row_exposed(const float *row, int width, int left, int y, float heat, uint8_t *color, uint8_t *white);
bool libretto_row_exposed_plain(const float *row, int width, int left, int y, float heat, uint8_t *color,
                                uint8_t *white);
