#pragma once

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Plays stereo sound at another speed; SoundTouch does the work.
typedef struct LibrettoStretcher LibrettoStretcher;

/// Of SoundTouch.
const char *libretto_stretcher_version(void);

/// NULL if there is no memory.
LibrettoStretcher *libretto_stretcher_open(double speed, bool keeps_pitch);
void libretto_stretcher_close(LibrettoStretcher *stretcher);

/// How many samples too early things come on average where the pitch is kept; below zero if too late.
///
/// What it lays one after the other are pieces at their own speed, each right where it begins only.
int libretto_stretcher_lead(LibrettoStretcher *stretcher, double speed);

/// Takes so many samples, left and right by turns. False if there is no memory.
bool libretto_stretcher_put(LibrettoStretcher *stretcher, const float *samples, unsigned count);
/// Nothing more comes: what is held back can be taken.
bool libretto_stretcher_finish(LibrettoStretcher *stretcher);
/// Gives up to so many samples, and says how many.
unsigned libretto_stretcher_take(LibrettoStretcher *stretcher, float *samples, unsigned count);

/// The largest magnitude of two channels at each of `count` samples and from there to the next, in sound of so many
/// frames, left and right by turns. Between samples it is known from the sixth to the seventh last.
void libretto_true_peaks(const float *stereo, int frames, int first, int count, float *peaks);

#ifdef __cplusplus
}
#endif
