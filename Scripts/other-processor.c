// Makes x264 and libav take this machine for one with SSE2 and nothing later, as far as they ask:
// `cc -shared -fPIC -o other-processor.so other-processor.c -ldl`.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdint.h>

// A call goes to the symbol that x264.h defines x264_encoder_open to be, with the version's number.
#define OPEN(name)                                              \
  void *name(uint32_t *parameters) {                            \
    /* The first field of x264_param_t says what the processor can do; 0xf is up to SSE2. */ \
    parameters[0] &= 0xf;                                       \
    return ((void *(*)(uint32_t *))dlsym(RTLD_NEXT, #name))(parameters); \
  }

OPEN(x264_encoder_open_160)
OPEN(x264_encoder_open_161)
OPEN(x264_encoder_open_163)
OPEN(x264_encoder_open_164)
OPEN(x264_encoder_open_165)

/// MMX, SSE and SSE2 again, by libavutil's numbers; less where somebody asked for less.
int av_get_cpu_flags(void) { return ((int (*)(void))dlsym(RTLD_NEXT, "av_get_cpu_flags"))() & 0x001f; }
