#define _GNU_SOURCE
#include "EnginePictures.h"

#include <fts.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <time.h>

#include <cairo.h>
#include <fontconfig/fontconfig.h>

// What is used of librsvg and GLib, word for word. Their headers need flags of pkg-config's that SwiftPM
// refuses ("-pthread"), and would bring all of GLib with them.
typedef struct _RsvgHandle RsvgHandle;
typedef struct { double x, y, width, height; } RsvgRectangle;
typedef struct { double length; int unit; } RsvgLength;
typedef struct { uint32_t domain; int code; char *message; } GError;
typedef int gboolean;
RsvgHandle *rsvg_handle_new_from_data(const uint8_t *data, size_t length, GError **error);
void rsvg_handle_set_dpi(RsvgHandle *handle, double dpi);
gboolean rsvg_handle_get_intrinsic_size_in_pixels(RsvgHandle *handle, double *width, double *height);
void rsvg_handle_get_intrinsic_dimensions(RsvgHandle *handle, gboolean *has_width, RsvgLength *width,
                                          gboolean *has_height, RsvgLength *height, gboolean *has_box,
                                          RsvgRectangle *box);
gboolean rsvg_handle_render_document(RsvgHandle *handle, cairo_t *context, const RsvgRectangle *place,
                                     GError **error);
void g_object_unref(void *object);
void g_clear_error(GError **error);

/// A drawing, and the thread that paints it: librsvg can't be interrupted, so it is left behind instead.
struct LibrettoSVG {
  RsvgHandle *handle;
  uint32_t *pixels;
  int width, height;
  pthread_mutex_t lock;
  pthread_cond_t is_over;
  bool is_done, is_abandoned;
  char line[256];
};

static void discard(LibrettoSVG *drawing) {
  if (drawing->handle) g_object_unref(drawing->handle);
  free(drawing->pixels);
  pthread_mutex_destroy(&drawing->lock);
  pthread_cond_destroy(&drawing->is_over);
  free(drawing);
}

const char *libretto_svg_open(const uint8_t *bytes, size_t count, double *width, double *height,
                              LibrettoSVG **opened) {
  GError *error = NULL;
  RsvgHandle *handle = rsvg_handle_new_from_data(bytes, count, &error);
  if (!handle) {
    const char *line = libretto_fail("%s", error ? error->message : "it can't be read");
    g_clear_error(&error);
    return line;
  }
  LibrettoSVG *drawing = calloc(1, sizeof *drawing);
  if (!drawing) {
    g_object_unref(handle);
    return libretto_fail("there is not enough memory");
  }
  drawing->handle = handle;
  pthread_mutex_init(&drawing->lock, NULL);
  pthread_condattr_t attributes;
  pthread_condattr_init(&attributes);
  pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
  pthread_cond_init(&drawing->is_over, &attributes);
  pthread_condattr_destroy(&attributes);
  rsvg_handle_set_dpi(handle, 96);
  *width = *height = 0;
  if (!rsvg_handle_get_intrinsic_size_in_pixels(handle, width, height)) {
    gboolean has_width, has_height, has_box;
    RsvgLength across, down;
    RsvgRectangle box;
    rsvg_handle_get_intrinsic_dimensions(handle, &has_width, &across, &has_height, &down, &has_box, &box);
    if (has_box) {
      *width = box.width;
      *height = box.height;
    }
  }
  *opened = drawing;
  return NULL;
}

static void *paint(void *context) {
  LibrettoSVG *drawing = context;
  cairo_surface_t *surface = cairo_image_surface_create_for_data(
    (unsigned char *)drawing->pixels, CAIRO_FORMAT_ARGB32, drawing->width, drawing->height, drawing->width * 4);
  cairo_t *context_of_surface = cairo_create(surface);
  RsvgRectangle place = {0, 0, drawing->width, drawing->height};
  GError *error = NULL;
  bool is_painted = rsvg_handle_render_document(drawing->handle, context_of_surface, &place, &error);
  cairo_surface_flush(surface);
  cairo_destroy(context_of_surface);
  cairo_surface_destroy(surface);
  pthread_mutex_lock(&drawing->lock);
  if (!is_painted)
    snprintf(drawing->line, sizeof drawing->line, "%s", error ? error->message : "it can't be painted");
  g_clear_error(&error);
  drawing->is_done = true;
  bool is_abandoned = drawing->is_abandoned;
  pthread_cond_signal(&drawing->is_over);
  pthread_mutex_unlock(&drawing->lock);
  if (is_abandoned) discard(drawing);
  return NULL;
}

static double seconds_of(clockid_t clock) {
  struct timespec time = {0};
  clock_gettime(clock, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

const char *libretto_svg_paint(LibrettoSVG **opened, int width, int height, double seconds, uint32_t *pixels) {
  LibrettoSVG *drawing = *opened;
  const size_t count = (size_t)width * (size_t)height;
  free(drawing->pixels);
  drawing->pixels = calloc(count, 4);
  if (!drawing->pixels) return libretto_fail("there is not enough memory");
  drawing->width = width;
  drawing->height = height;
  drawing->is_done = false;
  drawing->line[0] = 0;
  // Deep drawings take librsvg deep: its stack is as large as a main thread's.
  pthread_t thread;
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, 64 << 20);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  clockid_t clock;
  pthread_mutex_lock(&drawing->lock);
  bool is_started = !pthread_create(&thread, &attributes, paint, drawing);
  pthread_attr_destroy(&attributes);
  if (!is_started) {
    pthread_mutex_unlock(&drawing->lock);
    return libretto_fail("there is no room for another thread");
  }
  bool has_clock = !pthread_getcpuclockid(thread, &clock);
  bool is_late = false;
  while (!drawing->is_done && !is_late) {
    struct timespec soon;
    clock_gettime(CLOCK_MONOTONIC, &soon);
    soon.tv_nsec += 5000000;
    if (soon.tv_nsec >= 1000000000) soon.tv_sec++, soon.tv_nsec -= 1000000000;
    pthread_cond_timedwait(&drawing->is_over, &drawing->lock, &soon);
    if (!drawing->is_done && has_clock) is_late = seconds_of(clock) > seconds;
  }
  drawing->is_abandoned = is_late;
  pthread_mutex_unlock(&drawing->lock);
  if (is_late) *opened = NULL;  // it is the thread's now
  if (is_late) return libretto_fail("it takes more than %g seconds to paint", seconds);
  if (drawing->line[0]) return libretto_fail("%s", drawing->line);
  memcpy(pixels, drawing->pixels, count * 4);
  return NULL;
}

void libretto_svg_close(LibrettoSVG *drawing) {
  if (drawing) discard(drawing);
}

static int by_name(const FTSENT **one, const FTSENT **other) { return strcmp((*one)->fts_name, (*other)->fts_name); }

static bool is_font(const FTSENT *entry) {
  const char *ending = strrchr(entry->fts_name, '.');
  return entry->fts_info == FTS_F && S_ISREG(entry->fts_statp->st_mode) && ending
         && (!strcasecmp(ending, ".ttf") || !strcasecmp(ending, ".otf") || !strcasecmp(ending, ".ttc"));
}

void libretto_svg_fonts(const char *folder) {
  // Nothing of the machine's is read for it, neither its settings nor its fonts.
  FcConfig *fonts = FcConfigCreate();
  if (!fonts) return;
  // File by file: of a folder, fontconfig keeps a list on disk, and complains where it can't.
  char *const folders[] = {(char *)folder, NULL};
  FTS *walk = folder ? fts_open(folders, FTS_LOGICAL | FTS_NOCHDIR, by_name) : NULL;
  for (FTSENT *entry; walk && (entry = fts_read(walk));)
    if (is_font(entry)) FcConfigAppFontAddFile(fonts, (const FcChar8 *)entry->fts_path);
  if (walk) fts_close(walk);
  FcConfigSetCurrent(fonts);
  FcConfigDestroy(fonts);
}
