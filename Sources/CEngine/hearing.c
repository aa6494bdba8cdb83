#include "EngineHearing.h"

#include <math.h>
#include <string.h>

#pragma STDC FP_CONTRACT OFF

void libretto_clean(float *samples, size_t count, int channels, float *held) {
  const size_t step = (size_t)channels, longest = 32;
  for (size_t c = 0; c < step; c++) {
    float *x = samples + c, last = held[c];
    for (size_t i = 0; i < count; i++) {
      float value = x[i * step];
      // What is no number gives no zero, less itself.
      if (value - value == 0.f) {
        last = value > -16.f ? (value < 16.f ? value : 16.f) : -16.f;
      } else {
        size_t gap = 1;
        while (gap <= longest && i + gap < count && x[(i + gap) * step] - x[(i + gap) * step] != 0.f) gap++;
        float next = gap <= longest && i + gap < count ? x[(i + gap) * step] : 0.f;
        last = next > -16.f && next < 16.f && next != 0.f ? last + (next - last) / (float)(gap + 1) : last * 0.999f;
      }
      x[i * step] = last;
    }
    held[c] = last;
  }
}

void libretto_mean(const float *in, size_t count, int channels, float *out) {
  const float part = 1.f / (float)channels;
  if (channels == 2) {
    for (size_t i = 0; i < count; i++) out[i] = (in[2 * i] + in[2 * i + 1]) * 0.5f;
    return;
  }
  for (size_t i = 0; i < count; i++) {
    float sum = 0;
    for (int c = 0; c < channels; c++) sum += in[i * channels + c];
    out[i] = sum * part;
  }
}

void libretto_window(const float *samples, const float *window, int count, float *out) {
  for (int i = 0; i < count; i++) out[i] = samples[i] * window[i];
}

void libretto_peak_and_power(const float *samples, int count, float *peak, float *power) {
  float most = 0, sum = 0;
  for (int i = 0; i < count; i++) {
    float x = fabsf(samples[i]);
    if (x > most) most = x;
    sum += x * x;
  }
  *peak = most;
  *power = sum;
}

void libretto_power(const float *complex, int count, float *power) {
  for (int i = 0; i < count; i++) {
    float re = complex[2 * i], im = complex[2 * i + 1];
    power[i] = re * re + im * im;
  }
}

/// The logarithm to base 2, to about 1e-4, of a positive normal number.
static inline float log2_of(float x) {
  uint32_t bits;
  memcpy(&bits, &x, sizeof bits);
  int exponent = (int)(bits >> 23) - 127;
  bits = (bits & 0x7FFFFF) | 0x3F800000;
  float m;
  memcpy(&m, &bits, sizeof m);
  float y = (m - 1.f) / (m + 1.f), z = y * y;
  return (float)exponent + y * (2.8853901f + z * (0.9617967f + z * (0.5770780f + z * 0.4121986f)));
}

void libretto_levels(const float *power, const int32_t *firsts, const int32_t *counts, const float *weights,
                     int bands, uint8_t *levels) {
  for (int band = 0; band < bands; band++) {
    const float *bins = power + firsts[band];
    float sum = 0;
    for (int i = 0; i < counts[band]; i++) sum += bins[i] * weights[i];
    weights += counts[band];
    int level = 0;
    if (sum > 1e-9f) level = (int)(6.f * (log2_of(sum) + 24.f) + 0.5f);
    levels[band] = (uint8_t)(level < 0 ? 0 : level > 255 ? 255 : level);
  }
}

float libretto_centroid(const float *power, int count) {
  float sum = 0, moment = 0;
  for (int i = 1; i < count; i++) {
    float magnitude = sqrtf(power[i]);
    sum += magnitude;
    moment += magnitude * (float)i;
  }
  return sum > 1e-3f ? moment / sum : 0;
}

static inline int32_t dot(const int16_t *a, const int16_t *b, int count) {
  int32_t sum = 0;
  for (int i = 0; i < count; i++) sum += (int32_t)a[i] * b[i];
  return sum;
}

void libretto_convolve(const LibrettoLayer *layer, const int16_t *in, int frames, int16_t *out) {
  const int inputs = layer->inputs, outputs = layer->outputs, taps = layer->taps;
  for (int t = 0; t < frames; t++) {
    for (int o = 0; o < outputs; o++) {
      const int16_t *weights = layer->weights + (size_t)o * taps * inputs;
      int64_t sum = 0;
      for (int k = 0; k < taps; k++) {
        int at = t + (k - taps / 2) * layer->dilation;
        if (at < 0 || at >= frames) continue;
        sum += dot(in + (size_t)at * inputs, weights + (size_t)k * inputs, inputs & ~7);
      }
      int64_t value = (sum * layer->scales[o] + layer->biases[o]) >> 20;
      if (layer->rectified && value < 0) value = 0;
      int16_t *place = out + (size_t)t * outputs + o;
      if (layer->adds) value += *place;
      *place = (int16_t)(value > 32767 ? 32767 : value < -32768 ? -32768 : value);
    }
  }
}

/// One sample of a format without its planarity.
static inline float sample(const uint8_t *data, enum AVSampleFormat format, ptrdiff_t index) {
  switch (format) {
  case AV_SAMPLE_FMT_U8: return (float)(data[index] - 128) * (1.f / 128);
  case AV_SAMPLE_FMT_S16: return (float)((const int16_t *)data)[index] * (1.f / 32768);
  case AV_SAMPLE_FMT_S32: return (float)((double)((const int32_t *)data)[index] * (1. / 2147483648.));
  case AV_SAMPLE_FMT_S64: return (float)((double)((const int64_t *)data)[index] * (1. / 9223372036854775808.));
  case AV_SAMPLE_FMT_FLT: return ((const float *)data)[index];
  case AV_SAMPLE_FMT_DBL: return (float)((const double *)data)[index];
  default: return 0;
  }
}

bool libretto_interleave(const AVFrame *frame, float *out) {
  const enum AVSampleFormat format = av_get_packed_sample_fmt(frame->format);
  const int channels = frame->ch_layout.nb_channels, count = frame->nb_samples;
  if (format == AV_SAMPLE_FMT_NONE || channels < 1) return false;
  const bool planar = av_sample_fmt_is_planar(frame->format);
  for (int c = 0; c < channels; c++) {
    const uint8_t *plane = planar ? frame->extended_data[c] : frame->extended_data[0];
    for (ptrdiff_t i = 0; i < count; i++) {
      out[i * channels + c] = sample(plane, format, planar ? i : i * channels + c);
    }
  }
  return true;
}
