#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_MULTIPLE_MASTERS_H
#include FT_OUTLINE_H

#include <hb.h>
#include <hb-ot.h>

/// The number of a tag of four letters. The C function is `hb_tag_from_string`.
static inline hb_tag_t libretto_tag(const char *tag) { return hb_tag_from_string(tag, 4); }

/// Whether a face of FreeType's has outlines. FT_IS_SCALABLE is a function-like macro.
static inline bool libretto_is_scalable(FT_Face face) { return FT_IS_SCALABLE(face); }

/// Whether a face has a table. The C function is `hb_face_reference_table`.
static inline bool libretto_has_table(hb_face_t *face, const char *tag) {
  hb_blob_t *table = hb_face_reference_table(face, libretto_tag(tag));
  bool has = hb_blob_get_length(table) > 0;
  hb_blob_destroy(table);
  return has;
}

/// Whether a face has colored glyphs only as COLR version 1, which is more than layers.
static inline bool libretto_has_only_new_colors(hb_face_t *face) {
  hb_blob_t *table = hb_face_reference_table(face, libretto_tag("COLR"));
  unsigned int length = 0;
  const char *bytes = hb_blob_get_data(table, &length);
  // The version, and then the number of glyphs made of layers.
  bool is = length >= 4 && (bytes[0] || bytes[1]) && !bytes[2] && !bytes[3];
  hb_blob_destroy(table);
  return is;
}

/// A feature of a font set for a whole buffer, by the four letters of its tag.
///
/// Needed because HB_FEATURE_GLOBAL_END is an expression that Swift can't import.
static inline hb_feature_t libretto_feature(const char *tag, uint32_t value) {
  return (hb_feature_t){libretto_tag(tag), value, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
}

/// Shapes by the OpenType tables of the font alone. The C function is `hb_shape_full`.
///
/// Needed because plain hb_shape looks for other shapers in the environment (HB_SHAPER_LIST), and a list of
/// C strings that ends with NULL is awkward to write in Swift.
static inline void libretto_shape(hb_font_t *font, hb_buffer_t *buffer, const hb_feature_t *features,
                                  unsigned int count) {
  static const char *const shapers[] = {"ot", NULL};
  hb_shape_full(font, buffer, features, count, shapers);
}

// ICU. Its functions are macros that add the version of the library to each name, so Swift can't call
// them by a name that lasts. What is wanted of it takes a few calls with no state in between, so each
// shim is one question with its answer.

/// Where text may be divided.
enum libretto_division {
  libretto_division_line,     ///< where a line may end, after Unicode Annex 14
  libretto_division_phrase,   ///< the same, but not inside what is spoken in one go, where the language says
  libretto_division_grapheme  ///< between what readers take for characters, after Unicode Annex 29
};

/// Writes the places where UTF-16 text may be divided, ascending, its end included and its start not.
///
/// `language` is a tag of BCP 47, or empty for none in particular; the locale of the process is never
/// asked. `places` has room for `length` of them. Returns their number, or -1 when ICU fails. The C
/// functions are `ubrk_open` and `ubrk_next`.
int32_t libretto_divide(enum libretto_division division, const char *language, const uint16_t *text,
                        int32_t length, int32_t *places);

/// Writes the bidirectional level of each unit of one paragraph of UTF-16 text.
///
/// Returns the level of the paragraph, which its first strong letter decides, or -1 when ICU fails.
/// The C functions are `ubidi_setPara` and `ubidi_getLevels`.
int32_t libretto_bidi_levels(const uint16_t *text, int32_t length, uint8_t *levels);

/// Writes, for each place of a line from left to right, the index of what stands there.
///
/// The C function is `ubidi_reorderVisual`.
void libretto_bidi_order(const uint8_t *levels, int32_t count, int32_t *order);
