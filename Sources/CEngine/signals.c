#include "EngineMedia.h"

#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

static atomic_int caught;

/// A handler may touch nothing but lock-free atomics and async-signal-safe calls, which Swift code
/// can't promise; so it is C.
static void note(int number) {
  int none = 0;
  if (!atomic_compare_exchange_strong(&caught, &none, number)) _exit(128 + number);
}

void libretto_catch_signals(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = note;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, NULL);
  sigaction(SIGTERM, &action, NULL);
  // Who started us with nohup wants us to outlive the terminal.
  struct sigaction before;
  if (sigaction(SIGHUP, NULL, &before) == 0 && before.sa_handler != SIG_IGN) sigaction(SIGHUP, &action, NULL);
  action.sa_handler = SIG_IGN;
  sigaction(SIGPIPE, &action, NULL);
  // A parent that blocks them, as threads of a pool do, hands that on to its children.
  sigset_t wanted;
  sigemptyset(&wanted);
  sigaddset(&wanted, SIGINT);
  sigaddset(&wanted, SIGTERM);
  sigaddset(&wanted, SIGHUP);
  pthread_sigmask(SIG_UNBLOCK, &wanted, NULL);
}

int libretto_caught_signal(void) { return atomic_load(&caught); }

int libretto_stop_wanted(void *unused) {
  (void)unused;
  return atomic_load(&caught) != 0;
}
