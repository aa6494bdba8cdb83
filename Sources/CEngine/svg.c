#define _GNU_SOURCE
#include "svg.h"

#include <fts.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

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

static void fail(SVGTask *task, GError **error, const char *otherwise) {
  snprintf(task->line, sizeof task->line, "%s", *error ? (*error)->message : otherwise);
  g_clear_error(error);
}

static void measure(SVGTask *task, RsvgHandle *handle) {
  if (rsvg_handle_get_intrinsic_size_in_pixels(handle, &task->own_width, &task->own_height)) return;
  gboolean has_width, has_height, has_box;
  RsvgLength across, down;
  RsvgRectangle box;
  rsvg_handle_get_intrinsic_dimensions(handle, &has_width, &across, &has_height, &down, &has_box, &box);
  task->own_width = has_box ? box.width : 0;
  task->own_height = has_box ? box.height : 0;
}

static void paint(SVGTask *task, RsvgHandle *handle) {
  cairo_surface_t *surface = cairo_image_surface_create_for_data(
    (unsigned char *)task + pixels_offset(task->count), CAIRO_FORMAT_ARGB32, task->width, task->height, task->width * 4);
  cairo_t *context = cairo_create(surface);
  RsvgRectangle place = {0, 0, task->width, task->height};
  GError *error = NULL;
  if (!rsvg_handle_render_document(handle, context, &place, &error))
    fail(task, &error, "it can't be painted");
  cairo_surface_flush(surface);
  cairo_destroy(context);
  cairo_surface_destroy(surface);
}

/// Whether there may be text in it, which entities can hide. Looking through a folder of fonts takes longer
/// than painting most drawings.
static bool may_have_text(SVGTask *task) {
  const uint8_t *bytes = bytes_of(task);
  return memmem(bytes, task->count, "text", 4) || memmem(bytes, task->count, "<!ENTITY", 8);
}

static int by_name(const FTSENT **one, const FTSENT **other) { return strcmp((*one)->fts_name, (*other)->fts_name); }

static bool is_font(const FTSENT *entry) {
  const char *ending = strrchr(entry->fts_name, '.');
  return entry->fts_info == FTS_F && S_ISREG(entry->fts_statp->st_mode) && ending
         && (!strcasecmp(ending, ".ttf") || !strcasecmp(ending, ".otf") || !strcasecmp(ending, ".ttc"));
}

/// Makes the fonts in the folder all that there are: nothing of the machine's is read, neither its settings nor
/// its fonts. `FcConfigSetCurrent`.
static void choose_fonts(SVGTask *task) {
  FcConfig *fonts = FcConfigCreate();
  if (!fonts) return;
  // File by file: of a folder, fontconfig keeps a list on disk, and complains where it can't.
  char *const folders[] = {task->fonts, NULL};
  const bool has_fonts = task->fonts[0] && task->width && may_have_text(task);
  FTS *walk = has_fonts ? fts_open(folders, FTS_LOGICAL | FTS_NOCHDIR, by_name) : NULL;
  for (FTSENT *entry; walk && (entry = fts_read(walk));)
    if (is_font(entry)) FcConfigAppFontAddFile(fonts, (const FcChar8 *)entry->fts_path);
  if (walk) fts_close(walk);
  FcConfigSetCurrent(fonts);
  FcConfigDestroy(fonts);
}

void svg_perform(SVGTask *task) {
  choose_fonts(task);
  GError *error = NULL;
  RsvgHandle *handle = rsvg_handle_new_from_data(bytes_of(task), task->count, &error);
  if (!handle) return fail(task, &error, "it can't be read");
  rsvg_handle_set_dpi(handle, 96);
  if (task->width) {
    paint(task, handle);
  } else {
    measure(task, handle);
  }
  g_object_unref(handle);
}
