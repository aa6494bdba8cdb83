#pragma once

#include <stdint.h>

// ICU's converters, whose functions are macros that add the version of the library to each name: see
// EngineText.h.

/// Whether ICU knows an encoding by this name. The C function is `ucnv_open`.
int libretto_knows_encoding(const char *name);

/// Writes bytes of an encoding as UTF-8. What stands for nothing becomes U+FFFD.
///
/// Returns how many bytes that takes, which is more than `capacity` if they didn't fit, or -1 when ICU
/// doesn't know the encoding or fails. The C function is `ucnv_toAlgorithmic`.
int32_t libretto_decode(const char *name, const uint8_t *bytes, int32_t count, uint8_t *utf8, int32_t capacity);
