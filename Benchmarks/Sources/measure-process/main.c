// Starts one program, waits for its end, and prints what it took:
//
//     measure-process null|pipe|FILE ERRORS PROGRAM [ARGUMENT …]
//
// The program's standard output goes to /dev/null, into a pipe that is read here, or to a new file; its standard error
// goes to the new file ERRORS. The one line that is printed holds the nanoseconds from the start to the end, the
// peak of resident memory in KiB, the exit code (128 and the signal where one ended it), and the bytes that were read
// from the pipe.
//
// It is a small program of its own because Linux counts the memory of the process that starts another one into the peak
// of the new one: started from a script, no peak would be below the interpreter's.

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

static long long nanoseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000000000LL + now.tv_nsec;
}

static int failed(const char *what, int error) {
  fprintf(stderr, "measure-process: %s: %s\n", what, strerror(error));
  return 125;
}

int main(int count, char **arguments) {
  if (count < 4) {
    fprintf(stderr, "usage: measure-process null|pipe|FILE ERRORS PROGRAM [ARGUMENT ...]\n");
    return 125;
  }
  const char *output = arguments[1];
  const int reads = strcmp(output, "pipe") == 0;
  const char *file = strcmp(output, "null") == 0 ? "/dev/null" : output;
  const int new_file = O_WRONLY | O_CREAT | O_TRUNC;
  int ends[2] = {-1, -1};
  posix_spawn_file_actions_t actions;
  int error = posix_spawn_file_actions_init(&actions);
  if (error) return failed("posix_spawn_file_actions_init", error);
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, 2, arguments[2], new_file, 0644);
  if (reads) {
    if (pipe(ends)) return failed("pipe", errno);
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
    posix_spawn_file_actions_addclose(&actions, ends[0]);
    posix_spawn_file_actions_addclose(&actions, ends[1]);
  } else {
    posix_spawn_file_actions_addopen(&actions, 1, file, new_file, 0644);
  }

  static char buffer[1 << 16];
  long long bytes = 0;
  pid_t process;
  const long long start = nanoseconds();
  error = posix_spawn(&process, arguments[3], &actions, NULL, arguments + 3, environ);
  if (error) return failed(arguments[3], error);
  if (reads) {
    close(ends[1]);
    ssize_t length;
    while ((length = read(ends[0], buffer, sizeof buffer)) != 0) {
      if (length > 0) bytes += length;
      else if (errno != EINTR) return failed("read", errno);
    }
  }
  int status;
  struct rusage usage;
  while (wait4(process, &status, 0, &usage) < 0) {
    if (errno != EINTR) return failed("wait4", errno);
  }
  const long long end = nanoseconds();

  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
#ifdef __APPLE__
  const long peak = usage.ru_maxrss / 1024;  // bytes there, KiB elsewhere
#else
  const long peak = usage.ru_maxrss;
#endif
  printf("%lld %ld %d %lld\n", end - start, peak, code, bytes);
  return 0;
}
