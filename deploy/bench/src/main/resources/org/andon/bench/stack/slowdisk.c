/* For LD_PRELOAD: every flush to disk takes ANDON_FLUSH_MICROS longer, as on a slower disk. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>

static int slowly(const char *flush, int fd) {
  const char *set = getenv("ANDON_FLUSH_MICROS");
  long micros = set ? atol(set) : 0;
  struct timespec pause = {micros / 1000000, micros % 1000000 * 1000};
  if (micros > 0) nanosleep(&pause, NULL);
  return ((int (*)(int))dlsym(RTLD_NEXT, flush))(fd);
}

int fsync(int fd) { return slowly("fsync", fd); }
int fdatasync(int fd) { return slowly("fdatasync", fd); }
