#include "CICU.h"
#include <unicode/ubrk.h>
#include <unicode/uchar.h>

cicu_brk *cicu_brk_open(int32_t kind, const char *locale, cicu_err *error) {
  return (cicu_brk *)ubrk_open((UBreakIteratorType)kind, locale, 0, 0, (UErrorCode *)error);
}

void cicu_brk_close(cicu_brk *it) { ubrk_close((UBreakIterator *)it); }

void cicu_brk_set(cicu_brk *it, const uint16_t *text, int32_t length, cicu_err *error) {
  ubrk_setText((UBreakIterator *)it, (const UChar *)text, length, (UErrorCode *)error);
}

int32_t cicu_brk_all(cicu_brk *it, int32_t *out, int32_t capacity) {
  UBreakIterator *breaks = (UBreakIterator *)it;
  int32_t count = 0;
  ubrk_first(breaks);
  for (int32_t at = ubrk_next(breaks); at != UBRK_DONE && count < capacity; at = ubrk_next(breaks)) out[count++] = at;
  return count;
}

int32_t cicu_sentence_break(uint16_t character) { return u_getIntPropertyValue(character, UCHAR_SENTENCE_BREAK); }
