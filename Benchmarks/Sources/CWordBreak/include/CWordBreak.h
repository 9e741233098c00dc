#pragma once
// What the figures are compared with: ICU's own word break, in C, over UTF-16 in one reused buffer and one iterator.
// No unicode/*.h header may be included here; see Sources/CICU/include/CICU.h.
#include <stdint.h>

/// Breaks every line of UTF-8 into words for the locale `zh`. Returns the number of words, -1 on an error of ICU.
int64_t wordbreak_lines(const uint8_t *text, int64_t length);
/// ICU's version, NUL-terminated.
void wordbreak_version(char *out, int32_t capacity);
/// Wall and CPU seconds, largest memory in bytes, and exit code of a finished run.
typedef struct {
  double wall, cpu;
  /// When the marker first stood in the output, in seconds from the start; -1 if it never did.
  double first;
  int64_t memory;
  int32_t code;
} run_figures;
/// Runs a program with its standard output going to the file, or, with a marker, read until it ends. 0, or errno.
int32_t run_program(char *const arguments[], const char *output, const char *marker, run_figures *figures);
/// How often the marker stands in a file; -1 if the file cannot be read.
int64_t count_in_file(const char *path, const char *marker);
/// 1 when two files have the same bytes, 0 when not, -1 when one cannot be read.
int32_t same_files(const char *a, const char *b);
