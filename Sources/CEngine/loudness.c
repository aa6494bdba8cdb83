#include "EngineSound.h"

#include <math.h>

#pragma STDC FP_CONTRACT OFF

/// Samples on each side of a gap that say what is in it.
enum { reach = 6 };

/// Weights, for three points between one sample and the next, of the samples from five before to six after: a sinc
/// under a squared cosine, each row adding up to one.
static const float weights[3][2 * reach] = {
    {-0.00163094365f, 0.0103549867f, -0.0300933098f, 0.0691253039f, -0.161381098f, 0.89603524f, 0.288544914f, -0.103407112f, 0.0462428665f, -0.0185171216f, 0.00489363522f, -0.000167361677f},
    {-0.000985122278f, 0.0103496175f, -0.0336731468f, 0.0800664905f, -0.180965974f, 0.625208135f, 0.625208135f, -0.180965974f, 0.0800664905f, -0.0336731468f, 0.0103496175f, -0.000985122278f},
    {-0.000167361677f, 0.00489363522f, -0.0185171216f, 0.0462428665f, -0.103407112f, 0.288544914f, 0.89603524f, -0.161381098f, 0.0691253039f, -0.0300933098f, 0.0103549867f, -0.00163094365f}};

static float magnitude(float value) { return value < 0 ? -value : value; }

void libretto_true_peaks(const float *stereo, int frames, int first, int count, float *peaks) {
  for (int i = 0; i < count; i++) {
    int at = first + i;
    float most = 0;
    for (int channel = 0; channel < 2; channel++) {
      float own = magnitude(stereo[2 * at + channel]);
      if (own > most) most = own;
      if (at < reach - 1 || at + reach >= frames) continue;
      const float *taps = stereo + 2 * (at - reach + 1) + channel;
      float loudest = 0;
      for (int tap = 0; tap < 2 * reach; tap++) loudest = fmaxf(loudest, magnitude(taps[2 * tap]));
      // The weights' magnitudes add up to less than two: quiet neighbours can't make a peak.
      if (loudest < 0.4f) continue;
      for (int point = 0; point < 3; point++) {
        float sum = 0;
        for (int tap = 0; tap < 2 * reach; tap++) sum += weights[point][tap] * taps[2 * tap];
        if (magnitude(sum) > most) most = magnitude(sum);
      }
    }
    peaks[i] = most;
  }
}
