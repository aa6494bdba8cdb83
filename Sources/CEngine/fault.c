#include "EnginePictures.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

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
