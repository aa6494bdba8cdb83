#include "EngineMedia.h"

#include <stdio.h>
#include <string.h>

/// The first error line of this thread. Codecs here run in their caller's thread, so a line found
/// after a call was caused by that call.
static _Thread_local char first_error[256];

/// The callback is C because a Swift one can't format a va_list without Foundation.
static void note(void *context, int level, const char *format, va_list arguments) {
  (void)context;
  if (level > AV_LOG_ERROR || first_error[0]) return;
  vsnprintf(first_error, sizeof first_error, format, arguments);
  first_error[strcspn(first_error, "\r\n")] = 0;
}

void libretto_log_capture(void) { av_log_set_callback(note); }
void libretto_log_clear(void) { first_error[0] = 0; }
const char *libretto_log_first_error(void) { return first_error; }
