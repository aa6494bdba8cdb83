#include "EngineHost.h"

#include <errno.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <unistd.h>

typedef struct {
  uintptr_t start;
  size_t length;
} section;

/// How the Swift runtime lists the sections of a binary; see its ImageInspectionCommon.h.
typedef struct {
  uintptr_t version;
  const void *base, *unused0, *unused1;
  section protocols, conformances, type_metadata;
} sections;

extern void swift_enumerateAllMetadataSections(bool (*body)(const sections *, void *), void *context);

typedef struct {
  const void *type;
  size_t state;
} metadata_response;

typedef __attribute__((swiftcall)) metadata_response (*metadata_accessor)(size_t request);

typedef struct {
  void (*found)(const void *type, void *context);
  void *context;
} visitor;

static const int32_t *follow(const int32_t *relative) { return (const int32_t *)((const char *)relative + *relative); }

static bool visit(const sections *list, void *context) {
  const visitor *visitor = context;
  const int32_t *record = (const int32_t *)list->type_metadata.start;
  size_t count = list->type_metadata.length / sizeof(int32_t);
  for (size_t i = 0; i < count; i++, record++) {
    // The lowest bits say how a record refers to its type; zero is directly.
    if (*record == 0 || (*record & 3) != 0) continue;
    const int32_t *descriptor = follow(record);
    const int32_t is_struct = 17, kind = 0x1f, generic = 0x80;
    if ((descriptor[0] & kind) != is_struct || (descriptor[0] & generic) || descriptor[3] == 0) continue;
    metadata_accessor accessor = (metadata_accessor)follow(descriptor + 3);
    visitor->found(accessor(0).type, visitor->context);
  }
  return true;
}

void libretto_each_struct(void (*found)(const void *type, void *context), void *context) {
  visitor visitor = {found, context};
  swift_enumerateAllMetadataSections(visit, &visitor);
}

int libretto_become(const char *path, char *const arguments[]) {
  // Who asks it to stop before it can answer is answered once it can: `libretto_end_on_signals` lets them through.
  sigset_t held, before;
  sigemptyset(&held);
  sigaddset(&held, SIGINT);
  sigaddset(&held, SIGTERM);
  sigaddset(&held, SIGHUP);
  pthread_sigmask(SIG_BLOCK, &held, &before);
  execv(path, arguments);
  int code = errno;
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  return code;
}

bool libretto_flush_output(void) { return fflush(stdout) == 0 && !ferror(stdout); }
