// Makes one call of a render fail, to see what becomes of it: `cc -shared -fPIC -o failing.so failing.c -ldl`.
//
// FAIL_CALL says which (read, write, fsync, rename, close), FAIL_AT its number, from 1, among those on the disk, and
// FAIL_CODE the errno. Only processes of a name are touched: FAIL_PROCESS, or "piece". FAIL_MARK names a file that is there once the call was reached.
// SLOW_CALL makes all of one kind take SLOW_MS milliseconds more instead, and FAIL_MARK then tells of the first.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static atomic_int count;

static bool is_meant(void) {
  char path[4096];
  ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);
  if (length < 0) return false;
  path[length] = 0;
  const char *name = strrchr(path, '/');
  const char *wanted = getenv("FAIL_PROCESS");
  return name && strcmp(name + 1, wanted ? wanted : "piece") == 0;
}

static bool is_named(const char *variable, const char *call) {
  const char *name = getenv(variable);
  return name && strcmp(name, call) == 0;
}

static void mark(void) {
  int mark = open(getenv("FAIL_MARK"), O_CREAT | O_WRONLY, 0600);
  if (mark >= 0) syscall(3, mark);
}

/// Whether this is the call that fails.
static bool fails(const char *call) {
  static int chosen = -1;
  if (chosen < 0) chosen = is_meant();
  if (!chosen) return false;
  if (is_named("SLOW_CALL", call)) {
    mark();
    usleep((useconds_t)atoi(getenv("SLOW_MS")) * 1000);
  }
  if (!is_named("FAIL_CALL", call) || atomic_fetch_add(&count, 1) + 1 != atoi(getenv("FAIL_AT"))) return false;
  mark();
  errno = atoi(getenv("FAIL_CODE"));
  return true;
}

static bool is_on_disk(int file) {
  struct stat status;
  int code = errno;
  bool is = file > 2 && fstat(file, &status) == 0 && S_ISREG(status.st_mode);
  errno = code;
  return is;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t read(int file, void *bytes, size_t size) {
  if (is_on_disk(file) && fails("read")) return -1;
  return REAL(read)(file, bytes, size);
}

ssize_t write(int file, const void *bytes, size_t size) {
  if (is_on_disk(file) && fails("write")) return -1;
  return REAL(write)(file, bytes, size);
}

int fsync(int file) { return fails("fsync") ? -1 : REAL(fsync)(file); }

int rename(const char *from, const char *to) { return fails("rename") ? -1 : REAL(rename)(from, to); }

int renameat(int folder, const char *from, int other, const char *to) {
  return fails("rename") ? -1 : REAL(renameat)(folder, from, other, to);
}

int close(int file) {
  bool is_written = is_on_disk(file) && (fcntl(file, F_GETFL) & O_ACCMODE) != O_RDONLY;
  if (is_written && fails("close")) {
    int code = errno;
    REAL(close)(file);
    errno = code;
    return -1;
  }
  return REAL(close)(file);
}
