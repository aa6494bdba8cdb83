#pragma once

#include <stdbool.h>
#include <stdint.h>

#include <ebur128.h>
#include <libavutil/frame.h>
#include <libavutil/tx.h>

// Kernels of the analysis of songs (hearing.c). Plain arithmetic in a fixed order, never contracted: every
// processor gives the same bits.

/// Makes interleaved samples beyond 16 times full scale as loud as that. Those that are no numbers lie between
/// their channel's neighbours, or die away from the one before where too many follow. `held` has each channel's
/// last sample.
void libretto_clean(float *samples, size_t count, int channels, float *held);
/// The mean of all channels of interleaved samples.
void libretto_mean(const float *in, size_t count, int channels, float *out);
/// Samples times a window.
void libretto_window(const float *samples, const float *window, int count, float *out);
/// The largest magnitude and the sum of squares of some samples.
void libretto_peak_and_power(const float *samples, int count, float *peak, float *power);
/// Squared magnitudes of complex numbers.
void libretto_power(const float *complex, int count, float *power);
/// For each band the weighted sum of the powers of its bins, in steps of half a decibel: 0 is 118 dB below a
/// sine of full scale, or anything less. A band has `counts` weights for the bins from `firsts` on.
void libretto_levels(const float *power, const int32_t *firsts, const int32_t *counts, const float *weights,
                     int bands, uint8_t *levels);
/// The mean of the bins' numbers, weighted with magnitudes; 0 in silence.
float libretto_centroid(const float *power, int count);

/// One layer of a network over time: frames of `inputs` numbers become frames of `outputs` numbers.
typedef struct {
  int inputs, outputs, taps, dilation;
  /// By output, tap and input. Inputs are a multiple of 8.
  const int16_t *weights;
  /// Sums are made `(sum * scale + bias) >> 20`, by output.
  const int32_t *scales;
  const int64_t *biases;
  /// Negative results become 0.
  bool rectified;
  /// The result is added to what is there.
  bool adds;
} LibrettoLayer;

/// Frames before the first and after the last are silent. Integers: every processor gives the same.
void libretto_convolve(const LibrettoLayer *layer, const int16_t *in, int frames, int16_t *out);

/// The samples of a frame of any format as floats, channels by turns. False if the format is none.
bool libretto_interleave(const AVFrame *frame, float *out);
