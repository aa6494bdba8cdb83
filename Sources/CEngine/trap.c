#define _GNU_SOURCE
#include "EngineTrap.h"

#include <execinfo.h>
#include <fcntl.h>
#include <link.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <ucontext.h>
#include <unistd.h>

enum { MOST_FRAMES = 192 };

extern char **environ;

/// Where a binary lies in memory.
typedef struct {
  uintptr_t base, begin, end;
} image;

static image program, engine;
/// In whose body the code is that runs, the innermost last.
enum { MOST_NAMES = 16 };
static char names[MOST_NAMES][128];
static volatile sig_atomic_t depth;
/// Where what is said on standard error is held back, and where it goes otherwise; both are kept from the first time on.
static volatile sig_atomic_t box = -1, ear = -1;
static volatile sig_atomic_t is_held, is_paused, warned;
static struct itimerval rest;
/// The process that is watched: zero before, and another one in a child that was forked, such as that of drawings.
static pid_t watched;
static int most_seconds;

static char *put(char *at, const char *text) {
  while (*text) *at++ = *text++;
  return at;
}

static char *put_number(char *at, uintptr_t number, unsigned base) {
  char digits[24];
  int count = 0;
  do {
    digits[count++] = "0123456789abcdef"[number % base];
    number /= base;
  } while (number);
  while (count) *at++ = digits[--count];
  return at;
}

/// Where the code was when a signal came.
static uintptr_t place_of(const void *context) {
  const ucontext_t *thread = context;
#if defined(__x86_64__)
  return (uintptr_t)thread->uc_mcontext.gregs[REG_RIP];
#elif defined(__aarch64__)
  return (uintptr_t)thread->uc_mcontext.pc;
#else
  (void)thread;
  return 0;
#endif
}

/// Becomes the program that explains. Only async-signal-safe calls.
static void explain(int number, const void *context) {
  static void *frames[MOST_FRAMES];
  static char places[MOST_FRAMES * 18 + 1], signal_text[12], file_text[12];
  int count = backtrace(frames, MOST_FRAMES);
  char *at = places;
  // What is before it on the stack is this handler.
  uintptr_t here = place_of(context);
  int first = 0;
  while (first < count && (uintptr_t)frames[first] != here) first++;
  for (int i = first < count ? first : 0; i < count; i++) {
    uintptr_t address = (uintptr_t)frames[i];
    bool is_program = address >= program.begin && address < program.end;
    if (!is_program && (address < engine.begin || address >= engine.end)) continue;
    if (at != places) *at++ = ',';
    *at++ = is_program ? 'p' : 'e';
    // What is found on the stack is where a call returns to, which may be on the next line.
    uintptr_t place = address - (is_program ? program.base : engine.base);
    at = put_number(at, address == here ? place : place - 1, 16);
  }
  *at = 0;
  *put_number(signal_text, (uintptr_t)number, 10) = 0;
  if (is_held) {
    fcntl(box, F_SETFD, 0);
    *put_number(file_text, (uintptr_t)box, 10) = 0;
    dup2(ear, STDERR_FILENO);
  } else {
    *put(file_text, "-1") = 0;
  }
  int last = depth > MOST_NAMES ? MOST_NAMES : (int)depth;
  char *who = last ? names[last - 1] : "";
  char *const arguments[] = {"libretto", "--stopped", signal_text, file_text, who, places, NULL};
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  execve("/proc/self/exe", arguments, environ);
  _exit(70);
}

static void stopped(int number, siginfo_t *info, void *context) {
  (void)info;
  // A child dies of what it did, and its parent says so. The signal came with the handler reset.
  if (getpid() != watched) {
    raise(number);
    return;
  }
  explain(number, context);
}

/// The author's code has taken its time. It is left alone the first time.
static void late(int number, siginfo_t *info, void *context) {
  (void)info;
  if (!depth || is_paused) return;
  if (warned) explain(number, context);
  warned = 1;
  struct itimerval next = {.it_value = {.tv_sec = most_seconds}};
  setitimer(ITIMER_PROF, &next, NULL);
  pid_t child = fork();
  if (child == 0) explain(0, context);
  if (child > 0) waitpid(child, NULL, 0);
}

static int measure(struct dl_phdr_info *info, size_t size, void *context) {
  (void)size;
  image found = {info->dlpi_addr, UINTPTR_MAX, 0};
  for (int i = 0; i < info->dlpi_phnum; i++) {
    if (info->dlpi_phdr[i].p_type != PT_LOAD || !(info->dlpi_phdr[i].p_flags & PF_X)) continue;
    uintptr_t begin = info->dlpi_addr + info->dlpi_phdr[i].p_vaddr;
    if (begin < found.begin) found.begin = begin;
    if (begin + info->dlpi_phdr[i].p_memsz > found.end) found.end = begin + info->dlpi_phdr[i].p_memsz;
  }
  int *index = context;
  uintptr_t own = (uintptr_t)&measure;
  if ((*index)++ == 0) {
    program = found;
  } else if (own >= found.begin && own < found.end) {
    engine = found;
  }
  return 0;
}

static void hold(void) {
  fflush(stderr);
  if (box < 0) box = memfd_create("said", MFD_CLOEXEC);
  if (ear < 0) ear = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  is_held = box >= 0 && ear >= 0 && dup2(box, STDERR_FILENO) >= 0;
}

static void release(void) {
  if (!is_held) return;
  fflush(stderr);
  dup2(ear, STDERR_FILENO);
  is_held = 0;
  char text[4096];
  lseek(box, 0, SEEK_SET);
  for (ssize_t count; (count = read(box, text, sizeof text)) > 0;) {
    for (ssize_t done = 0, part; done < count; done += part) {
      part = write(STDERR_FILENO, text + done, (size_t)(count - done));
      if (part <= 0) break;
    }
  }
  // What can't be emptied is said twice at worst.
  if (ftruncate(box, 0) == 0) lseek(box, 0, SEEK_SET);
}

void libretto_explain_traps(void) {
  watched = getpid();
  // What was held back is said, also where the author's code ends the program.
  atexit(release);
  int index = 0;
  dl_iterate_phdr(measure, &index);
  // The first call loads what it needs, which a handler can't.
  void *frame;
  backtrace(&frame, 1);
  static char room[64 << 10];
  stack_t stack = {.ss_sp = room, .ss_size = sizeof room};
  sigaltstack(&stack, NULL);
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = stopped;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_RESETHAND | SA_NODEFER;
  sigemptyset(&action.sa_mask);
  const int traps[] = {SIGILL, SIGTRAP, SIGFPE, SIGSEGV, SIGBUS, SIGABRT};
  for (size_t i = 0; i < sizeof traps / sizeof *traps; i++) sigaction(traps[i], &action, NULL);
  action.sa_sigaction = late;
  action.sa_flags = SA_SIGINFO | SA_RESTART;
  sigaction(SIGPROF, &action, NULL);
}

void libretto_begin_authors_code(const char *who, int warn, int most) {
  if (!watched) return;
  if (depth < MOST_NAMES) strncpy(names[depth], who, sizeof *names - 1);
  if (depth++) return;
  hold();
  warned = 0;
  is_paused = 0;
  most_seconds = most > warn ? most - warn : 1;
  struct itimerval next = {.it_value = {.tv_sec = warn}};
  setitimer(ITIMER_PROF, &next, NULL);
}

void libretto_end_authors_code(void) {
  if (!watched || --depth) return;
  struct itimerval never = {0};
  setitimer(ITIMER_PROF, &never, NULL);
  release();
}

void libretto_pause_authors_code(bool pauses) {
  if (!depth || pauses == (bool)is_paused) return;
  if (pauses) {
    struct itimerval never = {0};
    is_paused = 1;
    setitimer(ITIMER_PROF, &never, &rest);
  } else {
    is_paused = 0;
    // One that has just run out would never ring.
    if (!rest.it_value.tv_sec && !rest.it_value.tv_usec) rest.it_value.tv_usec = 1000;
    setitimer(ITIMER_PROF, &rest, NULL);
  }
}

int libretto_error_file(void) { return is_held ? ear : STDERR_FILENO; }
