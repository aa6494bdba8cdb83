#include "EnginePictures.h"

#include <setjmp.h>
#include <stdio.h>

#include <jerror.h>
#include <jpeglib.h>

/// libjpeg's error handler with a way out, and what was wrong without being an error to it.
typedef struct {
  struct jpeg_error_mgr base;
  jmp_buf out;
  char line[JMSG_LENGTH_MAX];
  bool is_damaged;
} Faults;

static void leave(j_common_ptr info) {
  Faults *faults = (Faults *)info->err;
  info->err->format_message(info, faults->line);
  longjmp(faults->out, 1);
}

/// libjpeg makes up what is missing and warns. Only what spoils no pixel is let through.
static void note(j_common_ptr info, int level) {
  if (level >= 0) return;
  Faults *faults = (Faults *)info->err;
  switch (info->err->msg_code) {
  case JWRN_ADOBE_XFORM: case JWRN_BOGUS_ICC: case JWRN_EXTRANEOUS_DATA: case JWRN_JFIF_MAJOR:
  case JWRN_BOGUS_PROGRESSION:
    return;
  }
  if (!faults->is_damaged) info->err->format_message(info, faults->line);
  faults->is_damaged = true;
}

static void keep_quiet(j_common_ptr info) { (void)info; }

/// Counts the scans of a progressive picture: thousands of empty ones would take for ever.
typedef struct {
  struct jpeg_progress_mgr base;
  int most_scans;
} Patience;

static void look_at_the_clock(j_common_ptr info) {
  j_decompress_ptr decoder = (j_decompress_ptr)info;
  Patience *patience = (Patience *)info->progress;
  if (decoder->input_scan_number > patience->most_scans) {
    snprintf(((Faults *)info->err)->line, JMSG_LENGTH_MAX, "it has more than %d scans", patience->most_scans);
    longjmp(((Faults *)info->err)->out, 1);
  }
}

const char *libretto_jpeg_decode(const uint8_t *bytes, size_t count, int width, int height, int channels,
                                 int most_scans, uint8_t *samples) {
  struct jpeg_decompress_struct decoder;
  Faults faults = {.is_damaged = false};
  Patience patience = {.base = {.progress_monitor = look_at_the_clock}, .most_scans = most_scans};
  decoder.err = jpeg_std_error(&faults.base);
  faults.base.error_exit = leave;
  faults.base.emit_message = note;
  faults.base.output_message = keep_quiet;
  if (setjmp(faults.out)) {
    jpeg_destroy_decompress(&decoder);
    return libretto_fail("%s", faults.line);
  }
  jpeg_create_decompress(&decoder);
  decoder.progress = &patience.base;
  jpeg_mem_src(&decoder, bytes, count);
  jpeg_read_header(&decoder, TRUE);
  decoder.out_color_space = channels == 1 ? JCS_GRAYSCALE : channels == 3 ? JCS_RGB : JCS_CMYK;
  decoder.dct_method = JDCT_ISLOW;
  decoder.do_fancy_upsampling = TRUE;
  jpeg_start_decompress(&decoder);
  if ((int)decoder.output_width != width || (int)decoder.output_height != height
      || decoder.output_components != channels) {
    jpeg_destroy_decompress(&decoder);
    return libretto_fail("its size isn't what its header says");
  }
  while (decoder.output_scanline < decoder.output_height) {
    JSAMPROW row = samples + (size_t)decoder.output_scanline * width * channels;
    jpeg_read_scanlines(&decoder, &row, 1);
  }
  jpeg_finish_decompress(&decoder);
  jpeg_destroy_decompress(&decoder);
  return faults.is_damaged ? libretto_fail("%s", faults.line) : NULL;
}
