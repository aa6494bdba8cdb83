#include "EnginePictures.h"

#include <string.h>

#include <zlib.h>

size_t libretto_inflate(const uint8_t *bytes, size_t size, uint8_t *unpacked, size_t capacity) {
  uLongf count = capacity;
  return uncompress(unpacked, &count, bytes, size) == Z_OK ? count : 0;
}

bool libretto_unpack_lzw(const uint8_t *bytes, size_t size, int code_size, uint8_t *indices, size_t count) {
  enum { MOST = 4096 };
  static _Thread_local uint16_t prefix[MOST];
  static _Thread_local uint8_t suffix[MOST], stack[MOST + 1];
  if (code_size < 1 || code_size > 11) return false;
  const int clear = 1 << code_size, end = clear + 1;
  for (int code = 0; code < clear; code++) suffix[code] = (uint8_t)code;
  int bits = code_size + 1, next = clear + 2, previous = -1, first = 0;
  uint32_t buffer = 0;
  int held = 0;
  size_t at = 0, done = 0;
  while (done < count) {
    while (held < bits) {
      if (at >= size) return false;
      buffer |= (uint32_t)bytes[at++] << held;
      held += 8;
    }
    int code = (int)(buffer & ((1u << bits) - 1));
    buffer >>= bits;
    held -= bits;
    if (code == clear) {
      bits = code_size + 1;
      next = clear + 2;
      previous = -1;
      continue;
    }
    if (code == end) return false;
    if (code > next || (code == next && previous < 0) || (previous < 0 && code >= clear)) return false;
    // Codes name strings by their last byte and the string before it, so they come out backwards.
    int depth = 0, walk = code;
    if (code == next) {
      stack[depth++] = (uint8_t)first;
      walk = previous;
    }
    while (walk >= clear) {
      if (depth >= MOST) return false;
      stack[depth++] = suffix[walk];
      walk = prefix[walk];
    }
    first = suffix[walk];
    stack[depth++] = (uint8_t)first;
    if (previous >= 0 && next < MOST) {
      prefix[next] = (uint16_t)previous;
      suffix[next] = (uint8_t)first;
      next++;
      if (next == 1 << bits && bits < 12) bits++;
    }
    previous = code;
    while (depth && done < count) indices[done++] = stack[--depth];
  }
  return true;
}

bool libretto_unpack_runs(const uint8_t *bytes, size_t size, int bits, int width, int height,
                          uint8_t *indices) {
  int x = 0, y = 0;
  size_t at = 0;
  while (at + 1 < size) {
    const int count = bytes[at], value = bytes[at + 1];
    at += 2;
    if (count) {
      if (y >= height) return false;
      // Programs let runs stand out over the right edge; what does isn't seen.
      for (int i = 0; i < count && x < width; i++, x++)
        indices[(size_t)y * width + x] = (uint8_t)(bits == 8 ? value : i & 1 ? value & 15 : value >> 4);
    } else if (value == 0) {
      x = 0;
      y++;
    } else if (value == 1) {
      return true;
    } else if (value == 2) {
      if (at + 2 > size) return false;
      x += bytes[at];
      y += bytes[at + 1];
      at += 2;
      if (x > width || y > height) return false;
    } else {
      const size_t length = bits == 8 ? (size_t)value : ((size_t)value + 1) / 2;
      if (y >= height || at + length > size) return false;
      for (int i = 0; i < value && x < width; i++, x++) {
        const int byte = bytes[at + (size_t)(bits == 8 ? i : i / 2)];
        indices[(size_t)y * width + x] = (uint8_t)(bits == 8 ? byte : i & 1 ? byte & 15 : byte >> 4);
      }
      at += length + (length & 1);
    }
  }
  // The mark of the end is often missing, pixels are not.
  return y >= height || (y == height - 1 && x >= width);
}
