#include "EngineText.h"

#include <string.h>
#include <unicode/ubidi.h>
#include <unicode/ubrk.h>
#include <unicode/uloc.h>

int32_t libretto_divide(enum libretto_division division, const char *language, const uint16_t *text,
                        int32_t length, int32_t *places) {
  UErrorCode status = U_ZERO_ERROR;
  char locale[ULOC_FULLNAME_CAPACITY + 16] = "";
  if (*language) uloc_forLanguageTag(language, locale, ULOC_FULLNAME_CAPACITY, NULL, &status);
  // An empty name is the root's, and NULL would be the default locale.
  if (U_FAILURE(status) || status == U_STRING_NOT_TERMINATED_WARNING) strcpy(locale, "");
  status = U_ZERO_ERROR;
  if (division == libretto_division_phrase) strcat(locale, strchr(locale, '@') ? ";lw=phrase" : "@lw=phrase");
  UBreakIteratorType type = division == libretto_division_grapheme ? UBRK_CHARACTER : UBRK_LINE;
  UBreakIterator *breaks = ubrk_open(type, *locale ? locale : "root", text, length, &status);
  if (U_FAILURE(status)) return -1;
  int32_t count = 0;
  for (int32_t place; count < length && (place = ubrk_next(breaks)) != UBRK_DONE;) places[count++] = place;
  ubrk_close(breaks);
  return count;
}

int32_t libretto_bidi_levels(const uint16_t *text, int32_t length, uint8_t *levels) {
  UErrorCode status = U_ZERO_ERROR;
  UBiDi *bidi = ubidi_openSized(length, 0, &status);
  if (U_FAILURE(status)) return -1;
  ubidi_setPara(bidi, text, length, UBIDI_DEFAULT_LTR, NULL, &status);
  const UBiDiLevel *found = ubidi_getLevels(bidi, &status);
  int32_t level = -1;
  if (U_SUCCESS(status)) {
    memcpy(levels, found, (size_t)length);
    level = ubidi_getParaLevel(bidi);
  }
  ubidi_close(bidi);
  return level;
}

void libretto_bidi_order(const uint8_t *levels, int32_t count, int32_t *order) {
  ubidi_reorderVisual(levels, count, order);
}
