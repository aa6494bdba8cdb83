#include "EnginePictures.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <tiffio.h>

struct LibrettoTIFFFile {
  const uint8_t *bytes;
  toff_t count, position;
  TIFF *tiff;
  char line[256];
  /// Whether the samples are read as they are; otherwise libtiff makes 8-bit RGBA of them.
  bool is_plain;
};

static tmsize_t read_bytes(thandle_t handle, void *to, tmsize_t size) {
  struct LibrettoTIFFFile *file = (struct LibrettoTIFFFile *)handle;
  if (size <= 0 || file->position >= file->count) return 0;
  toff_t rest = file->count - file->position;
  if ((toff_t)size > rest) size = (tmsize_t)rest;
  memcpy(to, file->bytes + file->position, (size_t)size);
  file->position += (toff_t)size;
  return size;
}

static tmsize_t write_nothing(thandle_t handle, void *from, tmsize_t size) {
  (void)handle, (void)from, (void)size;
  return -1;
}

static toff_t seek(thandle_t handle, toff_t offset, int whence) {
  struct LibrettoTIFFFile *file = (struct LibrettoTIFFFile *)handle;
  toff_t base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? file->position : file->count;
  return file->position = base + offset;
}

static int close_nothing(thandle_t handle) { return (void)handle, 0; }
static toff_t size_of(thandle_t handle) { return ((struct LibrettoTIFFFile *)handle)->count; }

static int note(TIFF *tiff, void *context, const char *module, const char *format, va_list arguments) {
  (void)tiff, (void)module;
  struct LibrettoTIFFFile *file = context;
  if (!file->line[0]) vsnprintf(file->line, sizeof file->line, format, arguments);
  return 1;
}

static int ignore(TIFF *tiff, void *context, const char *module, const char *format, va_list arguments) {
  return (void)tiff, (void)context, (void)module, (void)format, (void)arguments, 1;
}

static const char *reason(const LibrettoTIFFFile *file) {
  return libretto_fail("%s", file->line[0] ? file->line : "it can't be decoded");
}

static uint16_t number(TIFF *tiff, uint32_t tag) {
  uint16_t value = 0;
  TIFFGetFieldDefaulted(tiff, tag, &value);
  return value;
}

/// Gray, RGB or CMYK of 8 or 16 bits can be taken as they are.
static void describe(LibrettoTIFFFile *file, LibrettoTIFF *facts) {
  TIFF *tiff = file->tiff;
  const int bits = number(tiff, TIFFTAG_BITSPERSAMPLE), samples = number(tiff, TIFFTAG_SAMPLESPERPIXEL);
  const int kind = number(tiff, TIFFTAG_PHOTOMETRIC), format = number(tiff, TIFFTAG_SAMPLEFORMAT);
  const int inks = kind == PHOTOMETRIC_SEPARATED ? 4 : kind == PHOTOMETRIC_RGB ? 3 : 1;
  uint16_t extras = 0, *kinds = NULL;
  TIFFGetFieldDefaulted(tiff, TIFFTAG_EXTRASAMPLES, &extras, &kinds);
  const int first = extras && kinds ? kinds[0] : EXTRASAMPLE_UNSPECIFIED;
  // Some programs leave out what their fourth channel is; then it is alpha.
  facts->has_alpha = samples > inks
    && (first == EXTRASAMPLE_ASSOCALPHA || first == EXTRASAMPLE_UNASSALPHA || (kind == PHOTOMETRIC_RGB && !extras));
  facts->is_premultiplied = facts->has_alpha && first == EXTRASAMPLE_ASSOCALPHA;
  const bool is_known = kind == PHOTOMETRIC_MINISBLACK || kind == PHOTOMETRIC_MINISWHITE
    || kind == PHOTOMETRIC_RGB || kind == PHOTOMETRIC_SEPARATED;
  file->is_plain = is_known && (bits == 8 || bits == 16) && format == SAMPLEFORMAT_UINT && samples >= inks
    && samples <= inks + 4;
  if (kind == PHOTOMETRIC_SEPARATED && number(tiff, TIFFTAG_INKSET) != INKSET_CMYK) file->is_plain = false;
  facts->inks = file->is_plain ? inks : 3;
  facts->depth = file->is_plain ? bits : 8;
  if (!file->is_plain) {
    facts->has_alpha = true;
    facts->is_premultiplied = true;
  }
}

const char *libretto_tiff_open(const uint8_t *bytes, size_t count, size_t most_memory, LibrettoTIFF *facts,
                               LibrettoTIFFFile **opened) {
  LibrettoTIFFFile *file = calloc(1, sizeof *file);
  TIFFOpenOptions *options = TIFFOpenOptionsAlloc();
  if (!file || !options) {
    free(file);
    if (options) TIFFOpenOptionsFree(options);
    return libretto_fail("there is not enough memory");
  }
  file->bytes = bytes;
  file->count = count;
  TIFFOpenOptionsSetMaxSingleMemAlloc(options, (tmsize_t)most_memory);
  TIFFOpenOptionsSetErrorHandlerExtR(options, note, file);
  TIFFOpenOptionsSetWarningHandlerExtR(options, ignore, file);
  file->tiff = TIFFClientOpenExt("", "rm", (thandle_t)file, read_bytes, write_nothing, seek, close_nothing,
                                 size_of, NULL, NULL, options);
  TIFFOpenOptionsFree(options);
  if (!file->tiff) {
    const char *line = reason(file);
    free(file);
    return line;
  }
  uint32_t width = 0, height = 0, profile_size = 0;
  void *profile = NULL;
  TIFFGetField(file->tiff, TIFFTAG_IMAGEWIDTH, &width);
  TIFFGetField(file->tiff, TIFFTAG_IMAGELENGTH, &height);
  if (width > INT32_MAX || height > INT32_MAX) width = height = INT32_MAX;
  memset(facts, 0, sizeof *facts);
  facts->width = (int)width;
  facts->height = (int)height;
  facts->orientation = number(file->tiff, TIFFTAG_ORIENTATION);
  describe(file, facts);
  if (TIFFGetField(file->tiff, TIFFTAG_ICCPROFILE, &profile_size, &profile)) {
    facts->profile = profile;
    facts->profile_size = profile_size;
  }
  // Counting follows a chain of offsets; libtiff itself notices when it goes round in a circle.
  facts->pages = (int)TIFFNumberOfDirectories(file->tiff);
  if (!TIFFSetDirectory(file->tiff, 0)) {
    const char *line = reason(file);
    libretto_tiff_close(file);
    return line;
  }
  if (TIFFGetField(file->tiff, TIFFTAG_ICCPROFILE, &profile_size, &profile)) {
    facts->profile = profile;
    facts->profile_size = profile_size;
  }
  *opened = file;
  return NULL;
}

/// Copies `count` pixels of one row out of a strip or tile that has `stored` samples a pixel.
static void pick(const LibrettoTIFF *facts, const uint8_t *from, int stored, int first, int kept, int count,
                 uint8_t *to) {
  const int bytes = facts->depth / 8, channels = facts->inks + facts->has_alpha;
  for (int x = 0; x < count; x++)
    memcpy(to + ((size_t)x * channels + first) * bytes, from + (size_t)x * stored * bytes, (size_t)kept * bytes);
}

/// Reads all strips or tiles of one plane: all samples together, or one of them.
static bool read_plane(LibrettoTIFFFile *file, const LibrettoTIFF *facts, int plane, bool is_separate,
                       uint8_t *samples) {
  TIFF *tiff = file->tiff;
  const int channels = facts->inks + facts->has_alpha, bytes = facts->depth / 8;
  const int stored = is_separate ? 1 : number(tiff, TIFFTAG_SAMPLESPERPIXEL), kept = is_separate ? 1 : channels;
  const bool is_tiled = TIFFIsTiled(tiff);
  uint32_t across = (uint32_t)facts->width, down = (uint32_t)facts->height;
  if (is_tiled) {
    TIFFGetField(tiff, TIFFTAG_TILEWIDTH, &across);
    TIFFGetField(tiff, TIFFTAG_TILELENGTH, &down);
  } else {
    TIFFGetFieldDefaulted(tiff, TIFFTAG_ROWSPERSTRIP, &down);
    if (down > (uint32_t)facts->height) down = (uint32_t)facts->height;
  }
  const tmsize_t capacity = is_tiled ? TIFFTileSize(tiff) : TIFFStripSize(tiff);
  const size_t line = (size_t)across * stored * bytes;
  // Twice what the limits allow, because tiles may stand out beyond the edges.
  if (!across || !down || capacity <= 0 || line > (size_t)capacity || (size_t)capacity > (size_t)3 << 30) return false;
  uint8_t *piece = malloc((size_t)capacity);
  if (!piece) return false;
  bool is_whole = true;
  for (uint32_t top = 0; is_whole && top < (uint32_t)facts->height; top += down) {
    for (uint32_t left = 0; is_whole && left < (uint32_t)facts->width; left += across) {
      uint32_t rows = (uint32_t)facts->height - top < down ? (uint32_t)facts->height - top : down;
      uint32_t columns = (uint32_t)facts->width - left < across ? (uint32_t)facts->width - left : across;
      const uint32_t index = is_tiled ? TIFFComputeTile(tiff, left, top, 0, (uint16_t)plane)
                                      : TIFFComputeStrip(tiff, top, (uint16_t)plane);
      const tmsize_t got =
        is_tiled ? TIFFReadEncodedTile(tiff, index, piece, capacity) : TIFFReadEncodedStrip(tiff, index, piece, capacity);
      is_whole = got >= 0 && (size_t)got >= line * (rows - 1) + (size_t)columns * stored * bytes;
      for (uint32_t y = 0; is_whole && y < rows; y++) {
        uint8_t *row = samples + (((size_t)(top + y) * facts->width + left) * channels) * bytes;
        pick(facts, piece + y * line, stored, plane, kept, (int)columns, row);
      }
    }
  }
  free(piece);
  return is_whole;
}

static void invert(const LibrettoTIFF *facts, uint8_t *samples) {
  const size_t count = (size_t)facts->width * facts->height;
  const int channels = facts->inks + facts->has_alpha;
  for (size_t i = 0; i < count; i++) {
    for (int ink = 0; ink < facts->inks; ink++) {
      size_t at = i * channels + ink;
      if (facts->depth == 8) samples[at] = ~samples[at];
      else ((uint16_t *)samples)[at] = ~((uint16_t *)samples)[at];
    }
  }
}

const char *libretto_tiff_decode(LibrettoTIFFFile *file, const LibrettoTIFF *facts, uint8_t *samples) {
  TIFF *tiff = file->tiff;
  file->line[0] = 0;
  if (!file->is_plain) {
    // Palettes, single bits, Lab, YCbCr and JPEG inside: libtiff's own reader makes RGBA of them all.
    char why[1024] = "";
    if (!TIFFRGBAImageOK(tiff, why)) return libretto_fail("%s", why);
    if (!TIFFReadRGBAImageOriented(tiff, (uint32_t)facts->width, (uint32_t)facts->height, (uint32_t *)samples,
                                   number(tiff, TIFFTAG_ORIENTATION), 1))
      return reason(file);
    return file->line[0] ? reason(file) : NULL;
  }
  const bool is_separate = number(tiff, TIFFTAG_PLANARCONFIG) == PLANARCONFIG_SEPARATE;
  const int planes = is_separate ? facts->inks + facts->has_alpha : 1;
  for (int plane = 0; plane < planes; plane++)
    if (!read_plane(file, facts, plane, is_separate, samples)) return reason(file);
  const int kind = number(tiff, TIFFTAG_PHOTOMETRIC);
  // CMYK is kept as JPEG stores it, with nothing for much.
  if (kind == PHOTOMETRIC_MINISWHITE || kind == PHOTOMETRIC_SEPARATED) invert(facts, samples);
  return file->line[0] ? reason(file) : NULL;
}

void libretto_tiff_close(LibrettoTIFFFile *file) {
  if (!file) return;
  if (file->tiff) TIFFClose(file->tiff);
  free(file);
}
