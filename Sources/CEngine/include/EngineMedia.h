#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/channel_layout.h>
#include <libavutil/cpu.h>
#include <libavutil/crc.h>
#include <libavutil/imgutils.h>
#include <libavutil/opt.h>
#include <libavutil/sha.h>
#include <libswresample/swresample.h>
#include <libswscale/swscale.h>

// MARK: What Swift can't see of libav

/// Whether a codec wants more input before it can answer.
///
/// Needed because AVERROR(EAGAIN) is a function-like macro, which Swift can't import.
static inline bool libretto_wants_input(int code) { return code == AVERROR(EAGAIN); }

/// Whether a codec or a file has given all it had. AVERROR_EOF is too complex a macro for Swift.
static inline bool libretto_is_end(int code) { return code == AVERROR_EOF; }

/// Whether a packet or header made no sense. AVERROR_INVALIDDATA is too complex a macro for Swift.
static inline bool libretto_is_damage(int code) { return code == AVERROR_INVALIDDATA; }

/// The errno inside an error of libav's; what is none of errno's comes back as some other number.
static inline int libretto_errno(int code) { return AVUNERROR(code); }

/// No time stamp. AV_NOPTS_VALUE is a cast expression, which Swift doesn't fold.
static const int64_t libretto_no_time = AV_NOPTS_VALUE;

/// The stream at an index. Needed because Swift sees `streams` as optional pointers to optional ones.
static inline AVStream *libretto_stream(const AVFormatContext *file, int index) { return file->streams[index]; }

/// How a stream is turned for display, as `av_display_matrix_flip` and its like make it; NULL if it isn't.
static inline const int32_t *libretto_display_matrix(const AVStream *stream) {
  size_t size = 0;
  const uint8_t *data = av_stream_get_side_data(stream, AV_PKT_DATA_DISPLAYMATRIX, &size);
  return size >= 9 * sizeof(int32_t) ? (const int32_t *)data : NULL;
}

// MARK: Log (media.c)

/// Sends libav's log lines to the calling thread's own notebook instead of stderr.
void libretto_log_capture(void);
/// Clears the calling thread's notebook.
void libretto_log_clear(void);
/// The first error line since, without its line end; empty if there was none.
const char *libretto_log_first_error(void);

// MARK: Processor (processor.c)

/// Lets libav forget what the processor can do, but for exact work. `av_force_cpu_flags`.
void libretto_forget_processor(void);
/// Whether this thread's calls into libav are exact work from now on; gives back what held before. Exact is what a
/// standard says to the last bit, so that vector routines give what plain C gives.
bool libretto_work_exactly(bool exact);
/// For tests: whether this thread's exact work may use vector routines. Gives back whether it will.
bool libretto_allow_vectors(bool allowed);

// MARK: Pixels (pixels.c)

/// Sets every alpha to 255.
void libretto_make_opaque(uint32_t *pixels, size_t count);
/// Whether every alpha is 255.
bool libretto_is_opaque(const uint32_t *pixels, size_t count);
/// Turns a picture upright; `orientation` is EXIF's, 1 to 8. For 5 to 8, width and height swap.
void libretto_orient(const uint32_t *in, int width, int height, int orientation, uint32_t *out);
/// One row of BGRA as R, G, B bytes; alpha is left out.
void libretto_row_to_rgb(const uint32_t *in, int width, uint8_t *out);
/// One row of premultiplied BGRA as straight R, G, B, A bytes, rounded to nearest.
void libretto_row_to_rgba(const uint32_t *in, int width, uint8_t *out);
/// One row of BGRA as full-range BT.601 Y, Cb and Cr, as JPEG files have it.
void libretto_row_to_jpeg(const uint32_t *in, int width, uint8_t *y, uint8_t *cb, uint8_t *cr);

// MARK: BGRA to H.264's pixels (yuv.c)

/// Where a 4:2:0 picture goes: three planes and the bytes from one row to the next.
typedef struct {
  uint8_t *y, *u, *v;
  ptrdiff_t y_stride, u_stride, v_stride;
} LibrettoPlanes;

/// BGRA to BT.709 limited-range 4:2:0 with left-sited chroma, in one pass. Width and height are even;
/// alpha is ignored. Every processor gives the same bytes.
void libretto_yuv420(const uint32_t *pixels, int width, int height, LibrettoPlanes out);
/// The obvious version.
void libretto_yuv420_plain(const uint32_t *pixels, int width, int height, LibrettoPlanes out);
/// The version for processors with AVX2; call it only where `libretto_has_avx2` says so.
void libretto_yuv420_avx2(const uint32_t *pixels, int width, int height, LibrettoPlanes out);
bool libretto_has_avx2(void);

// MARK: Signals (signals.c)

/// From now on SIGINT, SIGTERM and SIGHUP end the process at once, with the exit code that goes with the words it
/// says, unless a file is in the making: then they are noted, as they are by `libretto_note_signals`.
void libretto_end_on_signals(const char *interrupted, int interrupted_code, const char *terminated, int terminated_code);
/// From now on SIGINT, SIGTERM and SIGHUP are noted. A second one ends the process at once, with 128 plus its number.
/// SIGPIPE is ignored.
void libretto_note_signals(void);
/// One more file is in the making, or (-1) one less.
void libretto_count_unfinished(int change);
/// The first signal that was noted, or 0.
int libretto_caught_signal(void);
/// Whether one was noted, in the shape that libavformat asks in while it writes.
int libretto_stop_wanted(void *unused);
