// SoundTouch is C++; this is the door to it.

#include "EngineSound.h"

#include <new>

#include <SoundTouch.h>

struct LibrettoStretcher {
  soundtouch::SoundTouch pipe;
};

LibrettoStretcher *libretto_stretcher_open(double speed, bool keeps_pitch) {
  try {
    auto *stretcher = new LibrettoStretcher;
    stretcher->pipe.setSampleRate(48000);
    stretcher->pipe.setChannels(2);
    if (keeps_pitch) {
      stretcher->pipe.setTempo(speed);
    } else {
      stretcher->pipe.setRate(speed);
    }
    return stretcher;
  } catch (...) {
    return nullptr;
  }
}

const char *libretto_stretcher_version(void) { return soundtouch::SoundTouch::getVersionString(); }

int libretto_stretcher_lead(LibrettoStretcher *stretcher, double speed) {
  int length = stretcher->pipe.getSetting(SETTING_NOMINAL_OUTPUT_SEQUENCE);
  return (int)(length * (1 / speed - 1) / 2);
}

void libretto_stretcher_close(LibrettoStretcher *stretcher) { delete stretcher; }

bool libretto_stretcher_put(LibrettoStretcher *stretcher, const float *samples, unsigned count) {
  try {
    stretcher->pipe.putSamples(samples, count);
    return true;
  } catch (...) {
    return false;
  }
}

bool libretto_stretcher_finish(LibrettoStretcher *stretcher) {
  try {
    stretcher->pipe.flush();
    return true;
  } catch (...) {
    return false;
  }
}

unsigned libretto_stretcher_take(LibrettoStretcher *stretcher, float *samples, unsigned count) {
  try {
    return stretcher->pipe.receiveSamples(samples, count);
  } catch (...) {
    return 0;
  }
}
