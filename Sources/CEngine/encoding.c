#include "EngineEncoding.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucnv_err.h>

static UConverter *open_encoding(const char *name) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = *name ? ucnv_open(name, &status) : NULL;
  return U_SUCCESS(status) ? converter : NULL;
}

int libretto_knows_encoding(const char *name) {
  UConverter *converter = open_encoding(name);
  if (!converter) return 0;
  ucnv_close(converter);
  return 1;
}

/// Writes U+FFFD for what can't be converted; ICU's own would write U+001A for a single byte.
static void replace(const void *context, UConverterToUnicodeArgs *args, const char *bytes, int32_t length,
                    UConverterCallbackReason reason, UErrorCode *status) {
  (void)context, (void)bytes, (void)length;
  if (reason > UCNV_IRREGULAR) return;
  static const UChar mark = 0xFFFD;
  *status = U_ZERO_ERROR;
  ucnv_cbToUWriteUChars(args, &mark, 1, 0, status);
}

int32_t libretto_decode(const char *name, const uint8_t *bytes, int32_t count, uint8_t *utf8, int32_t capacity) {
  UConverter *converter = open_encoding(name);
  if (!converter) return -1;
  UErrorCode status = U_ZERO_ERROR;
  ucnv_setToUCallBack(converter, replace, NULL, NULL, NULL, &status);
  int32_t length =
      ucnv_toAlgorithmic(UCNV_UTF8, converter, (char *)utf8, capacity, (const char *)bytes, count, &status);
  ucnv_close(converter);
  return U_SUCCESS(status) || status == U_BUFFER_OVERFLOW_ERROR ? length : -1;
}
