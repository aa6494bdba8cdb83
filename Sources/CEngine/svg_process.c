#define _GNU_SOURCE
#include "svg.h"

#include <errno.h>
#include <malloc.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

// Drawings are read and painted in processes of their own, which can be held to so much time and memory.
// A thread can't be: librsvg's filters run in threads that nobody counts or stops.
//
// This program, under another name, is started once, and waits for questions before `main` is ever called;
// so it is the same in `libretto`, in an author's piece or package and in tests, and none of them needs to
// know. It has no threads, so that it may fork for each question what paints and ends.

static SVGTask *task;  // in a process that paints

static void limit(int resource, rlim_t most) {
  struct rlimit limit;
  if (getrlimit(resource, &limit)) return;
  if (limit.rlim_max > most + 1) limit.rlim_max = most + 1;
  if (limit.rlim_cur > most) limit.rlim_cur = most;
  setrlimit(resource, &limit);
}

/// Bytes of addresses in use, which is what `RLIMIT_AS` counts: a program has some hundred million by itself.
static rlim_t addresses_in_use(void) {
  unsigned long pages = 0;
  FILE *file = fopen("/proc/self/statm", "r");
  if (!file || fscanf(file, "%lu", &pages) != 1) pages = (1 << 30) / 4096;
  if (file) fclose(file);
  return (rlim_t)pages * (rlim_t)sysconf(_SC_PAGESIZE);
}

static void be_late(int signal) {
  (void)signal;
  task->state = SVG_LATE;
  _exit(1);
}

static void *perform(void *context) {
  (void)context;
  limit(RLIMIT_AS, addresses_in_use() + (rlim_t)task->bounds.memory);
  svg_perform(task);
  __atomic_store_n(&task->state, SVG_ANSWERED, __ATOMIC_RELEASE);
  return NULL;
}

/// Does what is asked in a file of memory, and ends. What libraries say goes to the other one.
static _Noreturn void answer(int memory, int said) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  dup2(said, STDERR_FILENO);
  struct stat facts;
  if (fstat(memory, &facts) || (size_t)facts.st_size < sizeof(SVGTask)) _exit(1);
  task = mmap(NULL, (size_t)facts.st_size, PROT_READ | PROT_WRITE, MAP_SHARED, memory, 0);
  if (task == MAP_FAILED || task->mark != svg_mark) _exit(1);
  signal(SIGXCPU, be_late);
  limit(RLIMIT_CPU, (rlim_t)task->bounds.seconds);
  // Deep drawings take librsvg deep: the stack is as large as eight main threads'.
  pthread_t thread;
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, 64 << 20);
  if (!pthread_create(&thread, &attributes, perform, NULL)) pthread_join(thread, NULL);
  _exit(0);
}

/// The next question's two files; false when nobody will ask any more. `recvmsg`.
static bool receive(int files[2]) {
  char byte, control[CMSG_SPACE(2 * sizeof(int))];
  struct iovec data = {&byte, 1};
  struct msghdr message = {
    .msg_iov = &data, .msg_iovlen = 1, .msg_control = control, .msg_controllen = sizeof control};
  ssize_t count;
  do count = recvmsg(svg_process_socket, &message, 0);
  while (count < 0 && errno == EINTR);
  struct cmsghdr *head = count == 1 ? CMSG_FIRSTHDR(&message) : NULL;
  if (!head || head->cmsg_type != SCM_RIGHTS || head->cmsg_len != CMSG_LEN(2 * sizeof(int))) return false;
  memcpy(files, CMSG_DATA(head), 2 * sizeof(int));
  return true;
}

/// Before `main`, with its arguments, as the GNU C library has it.
__attribute__((constructor)) static void be_the_process(int count, char **arguments) {
  if (count != 1 || strcmp(arguments[0], svg_process_name) || !getenv(svg_process_variable)) return;
  // A runtime that looks into a crash would only be in the way.
  const int signals[] = {SIGABRT, SIGTRAP, SIGSEGV, SIGBUS, SIGILL, SIGFPE};
  for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) signal(signals[i], SIG_DFL);
  signal(SIGCHLD, SIG_IGN);
  limit(RLIMIT_CORE, 0);
  // One thread for filters and one heap: addresses are set aside for no more.
  setenv("RAYON_NUM_THREADS", "1", 1);
  mallopt(M_ARENA_MAX, 1);
  for (int files[2]; receive(files);) {
    const pid_t process = fork();
    if (process == 0) answer(files[0], files[1]);
    if (process < 0) dprintf(files[1], "no process can be started: %s", strerror(errno));
    close(files[0]);
    close(files[1]);
  }
  _exit(0);
}
