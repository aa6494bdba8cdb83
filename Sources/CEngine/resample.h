// What the samplers of upright pictures and of those askew share.
#pragma once

#include <stdint.h>

/// What the four weights of a pixel add up to.
enum { UNITY = 128 };

/// A cubic of Mitchell and Netravali's family with C = (1 - B) / 2: from Catmull and Rom's (0) to the B-spline (1).
double libretto_cubic(double x, double b);

/// Rounds weights so that they add up, fit bytes, and no sum of the first two or last two is more than all of it.
void libretto_round_weights(const double values[4], int8_t weights[4]);

static inline uint32_t shade(int sum) {
  sum = (sum + UNITY / 2) >> 7;
  return (uint32_t)(sum < 0 ? 0 : sum > 255 ? 255 : sum);
}

/// A pixel of four sums. A filter that overshoots must not leave a color brighter than its alpha allows.
static inline uint32_t capped(const int *sums) {
  const uint32_t alpha = shade(sums[3]);
  uint32_t pixel = alpha << 24;
  for (int c = 0; c < 3; c++) {
    const uint32_t channel = shade(sums[c]);
    pixel |= (channel < alpha ? channel : alpha) << (8 * c);
  }
  return pixel;
}
