#pragma once

#include "EnginePictures.h"

// What the process that paints a drawing shares with the one that asked: see svg_ask.c, which asks,
// svg_process.c, which holds it to its limits, and svg.c, which paints.

typedef enum { SVG_OPEN, SVG_ANSWERED, SVG_LATE } SVGState;

/// A question, in front of the drawing's bytes; the answer is written to the same memory.
typedef struct {
  /// `svg_mark`: this is a question indeed.
  uint64_t mark;
  LibrettoSVGBounds bounds;
  size_t count;
  /// The size to paint in; 0 to be told the drawing's own.
  int width, height;
  char fonts[4096];

  /// Last of all what is written: as long as it is open, the process ended in the middle.
  SVGState state;
  double own_width, own_height;
  /// What librsvg said when it couldn't; empty if it could.
  char line[256];
} SVGTask;

static const uint64_t svg_mark = 0x4f54544552424c31;
/// What the process calls itself, and a variable it finds in its environment.
static const char svg_process_name[] = "libretto: drawings";
static const char svg_process_variable[] = "LIBRETTO_DRAWINGS";
/// Its end of the socket that questions come through: each a message with the task's memory and a socket
/// that is closed when it is done with.
static const int svg_process_socket = 3;

static inline uint8_t *bytes_of(SVGTask *task) { return (uint8_t *)(task + 1); }

/// Where the pixels begin: behind the drawing, on a page of their own.
static inline size_t pixels_offset(size_t count) { return (sizeof(SVGTask) + count + 4095) & ~(size_t)4095; }

/// Reads the drawing, and measures or paints it.
void svg_perform(SVGTask *task);
