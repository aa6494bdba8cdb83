#include "EngineMedia.h"

#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static atomic_int caught, unfinished;
static atomic_bool is_noted;

/// What is said at the end, made beforehand.
static struct {
  char words[256];
  int code;
} interrupted, terminated;

/// A handler may touch nothing but lock-free atomics and async-signal-safe calls, which Swift code
/// can't promise; so it is C.
static void answer(int number) {
  if (!atomic_load(&is_noted) && atomic_load(&unfinished) == 0) {
    const char *words = number == SIGINT ? interrupted.words : terminated.words;
    size_t done = 0, count = strlen(words);
    while (done < count) {
      ssize_t more = write(STDERR_FILENO, words + done, count - done);
      if (more <= 0) break;
      done += (size_t)more;
    }
    _exit(number == SIGINT ? interrupted.code : terminated.code);
  }
  int none = 0;
  if (!atomic_compare_exchange_strong(&caught, &none, number)) _exit(128 + number);
}

static void catch(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = answer;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, NULL);
  sigaction(SIGTERM, &action, NULL);
  // Who started us with nohup wants us to outlive the terminal.
  struct sigaction before;
  if (sigaction(SIGHUP, NULL, &before) == 0 && before.sa_handler != SIG_IGN) sigaction(SIGHUP, &action, NULL);
  // A parent that blocks them, as threads of a pool do, hands that on to its children.
  sigset_t wanted;
  sigemptyset(&wanted);
  sigaddset(&wanted, SIGINT);
  sigaddset(&wanted, SIGTERM);
  sigaddset(&wanted, SIGHUP);
  pthread_sigmask(SIG_UNBLOCK, &wanted, NULL);
}

void libretto_end_on_signals(const char *interrupted_words, int interrupted_code, const char *terminated_words,
                             int terminated_code) {
  snprintf(interrupted.words, sizeof interrupted.words, "%s", interrupted_words);
  snprintf(terminated.words, sizeof terminated.words, "%s", terminated_words);
  interrupted.code = interrupted_code;
  terminated.code = terminated_code;
  catch();
}

void libretto_note_signals(void) {
  atomic_store(&is_noted, true);
  catch();
  signal(SIGPIPE, SIG_IGN);
}

void libretto_count_unfinished(int change) { atomic_fetch_add(&unfinished, change); }

int libretto_caught_signal(void) { return atomic_load(&caught); }

int libretto_stop_wanted(void *unused) {
  (void)unused;
  return atomic_load(&caught) != 0;
}
