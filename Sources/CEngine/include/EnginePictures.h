#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <libavutil/frame.h>
#include <libavutil/pixdesc.h>
#include <libheif/heif.h>
#include <webp/decode.h>
#include <webp/demux.h>

// Decoders of picture files. Each says what went wrong in a line that stays valid until the thread's
// next call, and NULL when all went well. Their libraries' own headers stay in C: setjmp, callbacks
// and variadic functions are out of Swift's reach.

/// The line that `libretto_fail` last wrote in this thread (fault.c).
const char *libretto_fail(const char *format, ...) __attribute__((format(printf, 1, 2)));

// MARK: JPEG (jpeg.c)

/// Decodes a JPEG to 8-bit samples, channels by turns: 1 is gray, 3 are RGB, 4 are CMYK as it is
/// stored. Size and channels are what its header says. libjpeg's "islow" transform and triangular
/// chroma filter, which give the same on every processor. `jpeg_read_scanlines`.
const char *libretto_jpeg_decode(const uint8_t *bytes, size_t count, int width, int height, int channels,
                                 int most_scans, uint8_t *samples);

// MARK: TIFF (tiff.c)

typedef struct {
  int width, height;
  /// Samples of a pixel: 1 gray, 3 RGB, 4 CMYK; one more with alpha.
  int inks;
  bool has_alpha, is_premultiplied;
  /// 8 or 16.
  int depth;
  int orientation;
  int pages;
  /// The ICC profile, inside memory of the opened file.
  const uint8_t *profile;
  size_t profile_size;
} LibrettoTIFF;

typedef struct LibrettoTIFFFile LibrettoTIFFFile;

/// Opens a TIFF in memory, which must outlive it, and reads the header of its first page. `most_memory`
/// bounds any single allocation of libtiff's. `TIFFClientOpenExt`.
const char *libretto_tiff_open(const uint8_t *bytes, size_t count, size_t most_memory, LibrettoTIFF *facts,
                               LibrettoTIFFFile **file);
/// Decodes the page to samples as `facts` has them, 16-bit ones in the processor's own order.
const char *libretto_tiff_decode(LibrettoTIFFFile *file, const LibrettoTIFF *facts, uint8_t *samples);
void libretto_tiff_close(LibrettoTIFFFile *file);

// MARK: SVG (svg_ask.c, svg_process.c, svg.c)

/// What may be spent on a drawing.
typedef struct {
  /// Of the processor's time.
  int seconds;
  /// Bytes of memory, beside the pixels.
  int64_t memory;
} LibrettoSVGBounds;

/// How the process that read or painted a drawing ended.
typedef enum {
  LIBRETTO_SVG_DONE,
  /// Why is said in a line.
  LIBRETTO_SVG_FAILED,
  /// Its time was over.
  LIBRETTO_SVG_LATE,
  /// It needed more memory than there is for it.
  LIBRETTO_SVG_LARGE,
} LibrettoSVGEnd;

/// Reads a drawing, without a place from which it could name other files, in a process of its own.
/// Width and height are 0 where it gives none. `rsvg_handle_get_intrinsic_size_in_pixels`.
LibrettoSVGEnd libretto_svg_measure(const uint8_t *bytes, size_t count, LibrettoSVGBounds bounds,
                                    double *width, double *height, const char **line);
/// The same, and paints it over nothing, scaled to a size, into premultiplied BGRA. The fonts in a folder
/// (NULL for none) are all it can set text in. `rsvg_handle_render_document`.
LibrettoSVGEnd libretto_svg_paint(const uint8_t *bytes, size_t count, LibrettoSVGBounds bounds,
                                  const char *fonts, int width, int height, uint32_t *pixels,
                                  const char **line);

// MARK: Packed bytes (unpack.c)

/// Unpacks a zlib stream; 0 if it is damaged or doesn't fit. `inflate`.
size_t libretto_inflate(const uint8_t *bytes, size_t size, uint8_t *unpacked, size_t capacity);

/// Unpacks a GIF's LZW codes to `count` palette indices; false if they end early or make no sense.
bool libretto_unpack_lzw(const uint8_t *bytes, size_t size, int code_size, uint8_t *indices, size_t count);
/// Unpacks a BMP's runs of 4 or 8-bit indices to `width` × `height` of them, the first row of the file
/// first. Pixels it leaves out stay as they are. False if the runs end early or lead outside.
bool libretto_unpack_runs(const uint8_t *bytes, size_t size, int bits, int width, int height,
                          uint8_t *indices);

// MARK: Rows (rows.c)

// On its way to BGRA a row of pixels is planes of 16-bit numbers, `width` apart: red, green, blue and
// alpha. Before colors are looked at, gray is the first and CMYK the first four, with alpha fifth. 8-bit
// values come out as they went in.

/// Spreads samples, channels by turns, over planes. Without alpha, that plane is full.
void libretto_row_spread(const uint8_t *samples, int inks, bool has_alpha, int depth, int width, uint16_t *row);
/// Makes all of a plane full.
void libretto_row_fill(uint16_t *plane, int width);
/// Makes green and blue what red is.
void libretto_row_gray(uint16_t *row, int width);
/// Moves the alpha of CMYK to where RGB has it.
void libretto_row_close_up(uint16_t *row, int width);
/// Turns stored CMYK, in which 65535 is no ink, into RGB as screens mix light: each times black.
void libretto_row_mix(uint16_t *row, int width);
/// Narrows a row to 8 bits and premultiplies it, unless it is already.
void libretto_row_pack(const uint16_t *row, int width, bool is_premultiplied, uint32_t *pixels);

/// How numbers become light, light becomes other light, and light becomes sRGB's numbers.
typedef struct {
  /// For each of 65,536 numbers, light as sRGB's white times 65,536. One table for each channel.
  const int32_t *decode[3];
  /// Rows of factors times 16,384.
  int32_t matrix[9];
  /// Of Hybrid Log-Gamma, for light times 4096: the factor times 16,384. NULL for none.
  const int32_t *gain;
  /// Light above `knee` is bent so that `peak` becomes white, in units of `decode`. 0 for none.
  int32_t knee, peak;
  /// sRGB's numbers for light from 0 to 65,536.
  const uint16_t *encode;
} LibrettoLight;

/// Takes a row of RGB through a `LibrettoLight`. Integers only: every machine gives the same.
void libretto_row_light(const LibrettoLight *light, int width, uint16_t *row);

// MARK: Frames (planes.c)

/// Lets a frame look at a plane of somebody else's. Needed because Swift sees its planes as a tuple.
static inline void libretto_set_plane(AVFrame *frame, int plane, uint8_t *bytes, int stride) {
  frame->data[plane] = bytes;
  frame->linesize[plane] = stride;
}

/// What is needed to read the rows of a decoded frame.
typedef struct {
  const AVFrame *frame;
  const AVPixFmtDescriptor *format;
  int width, height;
  bool has_alpha;
  /// Factors times 4096 from levels and from chroma times 16: of luma, of V in red, of U and V in
  /// green, of U in blue.
  int32_t luma, red_v, green_u, green_v, blue_u;
  int32_t black, middle;
  /// Where the first chroma sample lies, in halves of a pixel from the first luma sample.
  int chroma_x, chroma_y;
} LibrettoView;

/// Looks at a frame's format and color tags; untagged ones are taken as what `matrix` (an
/// AVColorSpace) and `is_full` say. False if the format can't be read.
bool libretto_view(const AVFrame *frame, int matrix, bool is_full, LibrettoView *view);
/// One row as planes. `scratch` is room for 6 × (width + 16) numbers.
void libretto_row_of_view(const LibrettoView *view, int y, int32_t *scratch, uint16_t *row);
/// Replaces the lines of the later field, where they comb, by what lies between their neighbours.
/// `frame` must be writable and planar.
void libretto_weave(AVFrame *frame);

// MARK: Color profiles (color.c)

typedef struct LibrettoProfile LibrettoProfile;

/// Opens an ICC profile. NULL if it makes no sense. `cmsOpenProfileFromMem`.
LibrettoProfile *libretto_profile_open(const uint8_t *bytes, size_t count);
/// 1 for gray, 3 for RGB, 4 for CMYK, 0 for others.
int libretto_profile_inks(const LibrettoProfile *profile);
/// Its name, in ASCII.
void libretto_profile_name(const LibrettoProfile *profile, char *name, int capacity);
/// If it is made of three curves and a matrix: light for 65,536 numbers by channel, and the matrix to
/// XYZ under D50, by rows. `cmsReadTag`.
bool libretto_profile_curves(const LibrettoProfile *profile, float *curves, double *matrix);
/// Prepares to turn rows into sRGB. CMYK is stored as JPEG has it, 65535 for no ink, if so told.
bool libretto_profile_prepare(LibrettoProfile *profile, bool is_inverted);
/// Turns planes of inks into planes of RGB, in place; a plane after the inks is left alone.
/// `cmsDoTransformLineStride`.
void libretto_row_profiled(const LibrettoProfile *profile, int width, uint16_t *row);
void libretto_profile_close(LibrettoProfile *profile);
