#include "EnginePictures.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <jpeglib.h>
#include <lcms2.h>
#include <tiffio.h>

// Not in a header that SwiftPM's flags reach: see svg.c.
extern const unsigned rsvg_major_version, rsvg_minor_version, rsvg_micro_version;

static _Thread_local char line[256];

const char *libretto_fail(const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(line, sizeof line, format, arguments);
  va_end(arguments);
  line[strcspn(line, "\r\n")] = 0;
  // As a part of a sentence: no capital unless it begins a name, no full stop.
  if (isupper((unsigned char)line[0]) && islower((unsigned char)line[1])) line[0] = tolower(line[0]);
  size_t length = strlen(line);
  while (length && (line[length - 1] == '.' || line[length - 1] == ' ')) line[--length] = 0;
  return line;
}

void libretto_picture_versions(char *text, int room) {
  const char *tiff = TIFFGetVersion();
  // "LIBTIFF, Version 4.5.0", and then a copyright.
  const char *number = strstr(tiff, "Version ");
  const int lcms = cmsGetEncodedCMMversion();
  snprintf(text, (size_t)room, "libjpeg %d.%d (turbo %d)\nlibtiff %.*s\nlibrsvg %u.%u.%u\nlcms2 %d.%02d",
           JPEG_LIB_VERSION / 10, JPEG_LIB_VERSION % 10, LIBJPEG_TURBO_VERSION_NUMBER,
           number ? (int)strcspn(number + 8, "\r\n") : 0, number ? number + 8 : "", rsvg_major_version,
           rsvg_minor_version, rsvg_micro_version, lcms / 1000, lcms % 1000 / 10);
}
