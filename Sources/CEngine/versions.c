#include "EngineLibraries.h"

#include <stdio.h>
#include <string.h>

#include <cairo.h>
#include <ebur128.h>
#include <fontconfig/fontconfig.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include <hb.h>
#include <lcms2.h>
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libheif/heif.h>
#include <libswresample/swresample.h>
#include <libswscale/swscale.h>
#include <tiffio.h>
#include <unicode/uversion.h>
#include <webp/decode.h>
#include <webp/demux.h>
#include <zlib.h>

#include "EngineSound.h"

// Not in headers that SwiftPM's flags reach: see svg.c.
extern const unsigned rsvg_major_version, rsvg_minor_version, rsvg_micro_version;
extern const unsigned glib_major_version, glib_minor_version, glib_micro_version;

enum { capacity = 64 };

static void three(char *text, unsigned major, unsigned minor, unsigned micro) {
  snprintf(text, capacity, "%u.%u.%u", major, minor, micro);
}

/// Most pack three numbers of eight bits into one.
static void packed(char *text, unsigned number) { three(text, number >> 16, number >> 8 & 255, number & 255); }

void libretto_library_version(const char *module, char *text) {
#define IS(name) (!strcmp(module, name))
  text[0] = 0;
  if (IS("libavformat")) packed(text, avformat_version());
  if (IS("libavcodec")) packed(text, avcodec_version());
  if (IS("libavutil")) packed(text, avutil_version());
  if (IS("libswscale")) packed(text, swscale_version());
  if (IS("libswresample")) packed(text, swresample_version());
  if (IS("libwebp")) packed(text, (unsigned)WebPGetDecoderVersion());
  if (IS("libwebpdemux")) packed(text, (unsigned)WebPGetDemuxVersion());
  if (IS("cairo")) snprintf(text, capacity, "%s", cairo_version_string());
  if (IS("harfbuzz")) snprintf(text, capacity, "%s", hb_version_string());
  if (IS("libheif")) snprintf(text, capacity, "%s", heif_get_version());
  if (IS("zlib")) snprintf(text, capacity, "%s", zlibVersion());
  if (IS("soundtouch")) snprintf(text, capacity, "%s", libretto_stretcher_version());
  if (IS("librsvg-2.0")) three(text, rsvg_major_version, rsvg_minor_version, rsvg_micro_version);
  if (IS("glib-2.0")) three(text, glib_major_version, glib_minor_version, glib_micro_version);
  if (IS("icu-uc")) {
    UVersionInfo numbers;
    u_getVersion(numbers);
    snprintf(text, capacity, "%d.%d", numbers[0], numbers[1]);
  }
  if (IS("libebur128")) {
    int numbers[3];
    ebur128_get_version(&numbers[0], &numbers[1], &numbers[2]);
    three(text, (unsigned)numbers[0], (unsigned)numbers[1], (unsigned)numbers[2]);
  }
  if (IS("fontconfig")) {
    const unsigned number = (unsigned)FcGetVersion();
    three(text, number / 10000, number / 100 % 100, number % 100);
  }
  if (IS("lcms2")) {
    const int number = cmsGetEncodedCMMversion();
    snprintf(text, capacity, "%d.%02d", number / 1000, number % 1000 / 10);
  }
  if (IS("libtiff-4")) {
    // "LIBTIFF, Version 4.5.0", and then a copyright.
    const char *number = strstr(TIFFGetVersion(), "Version ");
    if (number) snprintf(text, capacity, "%.*s", (int)strcspn(number + 8, "\r\n"), number + 8);
  }
  if (IS("freetype2")) {
    FT_Library library;
    FT_Int major, minor, patch;
    if (FT_Init_FreeType(&library)) return;
    FT_Library_Version(library, &major, &minor, &patch);
    FT_Done_FreeType(library);
    three(text, (unsigned)major, (unsigned)minor, (unsigned)patch);
  }
  // libjpeg tells none but that of its interface.
#undef IS
}
