#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "CWordBreak.h"

enum { BLOCK = 1 << 20 };

int64_t count_in_file(const char *path, const char *marker) {
  FILE *file = fopen(path, "rb");
  if (!file) return -1;
  size_t length = strlen(marker), kept = 0, got;
  char *block = malloc(BLOCK + length);
  int64_t count = 0;
  while ((got = fread(block + kept, 1, BLOCK, file)) > 0) {
    char *at = block, *end = block + kept + got;
    while ((at = memmem(at, (size_t)(end - at), marker, length))) {
      count++;
      at += length;
    }
    // What could be the beginning of a marker is looked at again; a whole one does not fit in it.
    kept = (size_t)(end - block) < length - 1 ? (size_t)(end - block) : length - 1;
    memmove(block, end - kept, kept);
  }
  free(block);
  fclose(file);
  return count;
}

int32_t same_files(const char *a, const char *b) {
  FILE *x = fopen(a, "rb"), *y = fopen(b, "rb");
  int32_t same = x && y ? 1 : -1;
  char *one = malloc(BLOCK), *two = malloc(BLOCK);
  while (same == 1) {
    size_t m = fread(one, 1, BLOCK, x), n = fread(two, 1, BLOCK, y);
    if (m != n || memcmp(one, two, m) != 0) same = 0;
    if (m == 0 || n == 0) break;
  }
  free(one);
  free(two);
  if (x) fclose(x);
  if (y) fclose(y);
  return same;
}
