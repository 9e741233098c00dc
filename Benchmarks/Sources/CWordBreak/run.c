#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "CWordBreak.h"

extern char **environ;

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double seconds(struct timeval t) { return (double)t.tv_sec + (double)t.tv_usec / 1e6; }

// Reads the pipe to its end; returns when the marker was first seen. The output of one newsletter fits the buffer.
static double watch(int pipe, const char *marker, double start) {
  size_t capacity = 1 << 22, filled = 0;
  char *buffer = malloc(capacity);
  double first = -1;
  ssize_t got;
  while ((got = read(pipe, buffer + filled, capacity - filled)) > 0) {
    filled += (size_t)got;
    if (first < 0 && memmem(buffer, filled, marker, strlen(marker))) first = now() - start;
    if (filled == capacity) filled = 0;
  }
  free(buffer);
  return first;
}

int32_t run_program(char *const arguments[], const char *output, const char *marker, run_figures *figures) {
  int ends[2] = {-1, -1};
  if (marker && pipe2(ends, O_CLOEXEC) != 0) return errno;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  if (marker) {
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
  } else {
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0644);
  }
  double start = now();
  pid_t pid;
  int failed = posix_spawnp(&pid, arguments[0], &actions, NULL, arguments, environ);
  posix_spawn_file_actions_destroy(&actions);
  if (marker) close(ends[1]);
  figures->first = -1;
  if (!failed && marker) figures->first = watch(ends[0], marker, start);
  if (marker) close(ends[0]);
  if (failed) return failed;
  int status;
  struct rusage usage;
  if (wait4(pid, &status, 0, &usage) < 0) return errno;
  figures->wall = now() - start;
  figures->cpu = seconds(usage.ru_utime) + seconds(usage.ru_stime);
  figures->memory = (int64_t)usage.ru_maxrss * 1024;
  figures->code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return 0;
}
