#include "CWordBreak.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/ustring.h>
#include <unicode/uversion.h>

int64_t wordbreak_lines(const uint8_t *text, int64_t length) {
  UErrorCode error = U_ZERO_ERROR;
  UBreakIterator *words = ubrk_open(UBRK_WORD, "zh", NULL, 0, &error);
  if (U_FAILURE(error)) return -1;
  int32_t capacity = 1 << 16;
  UChar *buffer = malloc(sizeof(UChar) * (size_t)capacity);
  int64_t count = 0;
  for (int64_t start = 0; start < length;) {
    const uint8_t *end = memchr(text + start, '\n', (size_t)(length - start));
    int64_t stop = end ? end - text : length;
    if (stop - start > capacity) {
      capacity = (int32_t)(stop - start);
      buffer = realloc(buffer, sizeof(UChar) * (size_t)capacity);
    }
    int32_t units = 0;
    u_strFromUTF8(buffer, capacity, &units, (const char *)text + start, (int32_t)(stop - start), &error);
    ubrk_setText(words, buffer, units, &error);
    if (U_FAILURE(error)) break;
    while (ubrk_next(words) != UBRK_DONE) count++;
    start = stop + 1;
  }
  free(buffer);
  ubrk_close(words);
  return U_FAILURE(error) ? -1 : count;
}

void wordbreak_version(char *out, int32_t capacity) {
  UVersionInfo version;
  char text[U_MAX_VERSION_STRING_LENGTH];
  u_getVersion(version);
  u_versionToString(version, text);
  strncpy(out, text, (size_t)capacity - 1);
  out[capacity - 1] = 0;
}
