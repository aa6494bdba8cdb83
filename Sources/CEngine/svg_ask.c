#define _GNU_SOURCE
#include "svg.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

extern char **environ;

/// The environment and one variable more, which tells the process what it is, and keeps a program that
/// doesn't become one from starting others without end. The list is to be freed, the strings are shared.
static char **environment_of_process(void) {
  static char variable[sizeof svg_process_variable + 2];
  size_t count = 0;
  while (environ && environ[count]) count++;
  char **list = calloc(count + 2, sizeof *list);
  if (!list) return NULL;
  if (count) memcpy(list, environ, count * sizeof *list);
  snprintf(variable, sizeof variable, "%s=1", svg_process_variable);
  list[count] = variable;
  return list;
}

/// Starts this program again, with nothing of what is open here but a socket. `posix_spawn`.
static int start(int socket) {
  char **environment = environment_of_process();
  if (!environment) return ENOMEM;
  posix_spawn_file_actions_t files;
  posix_spawnattr_t manner;
  posix_spawn_file_actions_init(&files);
  posix_spawnattr_init(&manner);
  posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_adddup2(&files, socket, svg_process_socket);
  posix_spawn_file_actions_addclosefrom_np(&files, svg_process_socket + 1);
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawnattr_setsigmask(&manner, &none);
  posix_spawnattr_setsigdefault(&manner, &all);
  // In a group of its own: it ends when this program does, and not because of a key that asks it to.
  posix_spawnattr_setflags(&manner, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
  char *const arguments[] = {(char *)svg_process_name, NULL};
  pid_t process;
  const int code = posix_spawn(&process, "/proc/self/exe", &files, &manner, arguments, environment);
  posix_spawnattr_destroy(&manner);
  posix_spawn_file_actions_destroy(&files);
  free(environment);
  return code;
}

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int process_socket = -1;

/// The socket of the process that answers, which is started if `broken` is all there is. Minus an error.
static int socket_of_process(int broken) {
  pthread_mutex_lock(&lock);
  int result = process_socket;
  if (result == broken) {
    int ends[2];
    int code = socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) ? errno : 0;
    if (!code) {
      // Beyond the numbers that the other process uses.
      const int theirs = fcntl(ends[1], F_DUPFD_CLOEXEC, 10);
      code = theirs < 0 ? errno : start(theirs);
      close(ends[1]);
      if (theirs >= 0) close(theirs);
      if (code) close(ends[0]);
    }
    // The old end isn't closed: another thread may be about to use it. There is hardly ever one.
    result = code ? -code : (process_socket = ends[0]);
  }
  pthread_mutex_unlock(&lock);
  return result;
}

/// `sendmsg`; whether it went well.
static bool send_files(int socket, int memory, int said) {
  const int files[2] = {memory, said};
  char byte = 0, control[CMSG_SPACE(sizeof files)] = {0};
  struct iovec data = {&byte, 1};
  struct msghdr message = {
    .msg_iov = &data, .msg_iovlen = 1, .msg_control = control, .msg_controllen = sizeof control};
  struct cmsghdr *head = CMSG_FIRSTHDR(&message);
  head->cmsg_level = SOL_SOCKET;
  head->cmsg_type = SCM_RIGHTS;
  head->cmsg_len = CMSG_LEN(sizeof files);
  memcpy(CMSG_DATA(head), files, sizeof files);
  ssize_t count;
  do count = sendmsg(socket, &message, MSG_NOSIGNAL);
  while (count < 0 && errno == EINTR);
  return count == 1;
}

/// Has a task done, and keeps the last that was said meanwhile. Zero, or why it couldn't be asked for.
static int ask(int memory, char *words, size_t capacity) {
  words[0] = 0;
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends)) return errno;
  int socket = socket_of_process(-1);
  if (socket >= 0 && !send_files(socket, memory, ends[1])) {
    // Somebody ended it. Another one is as good.
    socket = socket_of_process(socket);
    if (socket >= 0 && !send_files(socket, memory, ends[1])) socket = -errno;
  }
  close(ends[1]);
  size_t length = 0;
  while (socket >= 0) {
    if (length > capacity / 2) memmove(words, words + capacity / 4, length -= capacity / 4);
    const ssize_t count = read(ends[0], words + length, capacity - 1 - length);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) break;  // the end: nobody has the other end any more
    length += (size_t)count;
  }
  close(ends[0]);
  while (length && strchr("\r\n ", words[length - 1])) length--;
  words[length] = 0;
  return socket < 0 ? -socket : 0;
}

static bool speaks_of_memory(const char *line) {
  return strcasestr(line, "memory") || strcasestr(line, "failed to allocate");
}

static LibrettoSVGEnd judge(const SVGTask *task, const char *said, const char **line) {
  switch (__atomic_load_n(&task->state, __ATOMIC_ACQUIRE)) {
    case SVG_LATE: return LIBRETTO_SVG_LATE;
    case SVG_ANSWERED:
      if (!task->line[0]) return LIBRETTO_SVG_DONE;
      said = task->line;
      break;
    case SVG_OPEN: break;
  }
  if (speaks_of_memory(said)) return LIBRETTO_SVG_LARGE;
  if (task->state == SVG_OPEN) {
    const char *last = strrchr(said, '\n');
    *line = libretto_fail("what paints it came to a sudden end%s%.100s", *said ? ": " : "",
                          last ? last + 1 : said);
  } else {
    *line = libretto_fail("%s", said);
  }
  return LIBRETTO_SVG_FAILED;
}

static LibrettoSVGEnd answer_to(SVGTask *question, const uint8_t *bytes, uint32_t *pixels,
                                const char **line) {
  *line = "";
  const size_t size = (size_t)question->width * (size_t)question->height * 4;
  const size_t offset = pixels_offset(question->count);
  const int memory = memfd_create("drawing", MFD_CLOEXEC);
  SVGTask *task = MAP_FAILED;
  if (memory >= 0 && !ftruncate(memory, (off_t)(offset + size)))
    task = mmap(NULL, offset + size, PROT_READ | PROT_WRITE, MAP_SHARED, memory, 0);
  LibrettoSVGEnd end = LIBRETTO_SVG_FAILED;
  int code = task == MAP_FAILED ? errno : getenv(svg_process_variable) ? ECHILD : 0;
  if (!code) {
    *task = *question;
    memcpy(bytes_of(task), bytes, question->count);
    char said[2048];
    code = ask(memory, said, sizeof said);
    if (!code) end = judge(task, said, line);
    *question = *task;
    if (end == LIBRETTO_SVG_DONE && size) memcpy(pixels, (uint8_t *)task + offset, size);
  }
  if (code) *line = libretto_fail("no process can be started that paints it: %s", strerror(code));
  if (task != MAP_FAILED) munmap(task, offset + size);
  if (memory >= 0) close(memory);
  return end;
}

static SVGTask task_for(size_t count, LibrettoSVGBounds bounds, const char *fonts) {
  SVGTask task = {.mark = svg_mark, .bounds = bounds, .count = count};
  if (fonts) snprintf(task.fonts, sizeof task.fonts, "%s", fonts);
  return task;
}

LibrettoSVGEnd libretto_svg_measure(const uint8_t *bytes, size_t count, LibrettoSVGBounds bounds,
                                    double *width, double *height, const char **line) {
  SVGTask task = task_for(count, bounds, NULL);
  const LibrettoSVGEnd end = answer_to(&task, bytes, NULL, line);
  *width = task.own_width;
  *height = task.own_height;
  return end;
}

LibrettoSVGEnd libretto_svg_paint(const uint8_t *bytes, size_t count, LibrettoSVGBounds bounds,
                                  const char *fonts, int width, int height, uint32_t *pixels,
                                  const char **line) {
  SVGTask task = task_for(count, bounds, fonts);
  task.width = width;
  task.height = height;
  return answer_to(&task, bytes, pixels, line);
}
