#pragma once
// ICU's C API under stable names. No unicode/*.h header may be included here: Foundation brings its own ICU module and
// the two clash when both are visible to Swift. Handles are opaque, errors are `cicu_err` (an error is > 0).
#include <stdint.h>

#include "convert.h"

typedef struct cicu_brk cicu_brk;
typedef int32_t cicu_err;

enum { CICU_WORD = 1, CICU_SENTENCE = 3 };

/// Opens a break iterator of the given kind for a locale such as "zh".
cicu_brk *cicu_brk_open(int32_t kind, const char *locale, cicu_err *error);
void cicu_brk_close(cicu_brk *it);
/// Sets the UTF-16 text; the buffer must live as long as the iteration.
void cicu_brk_set(cicu_brk *it, const uint16_t *text, int32_t length, cicu_err *error);
/// Writes the boundaries after the start (the last is `length`) to `out`, at most `capacity`; returns how many.
int32_t cicu_brk_all(cicu_brk *it, int32_t *out, int32_t capacity);

/// Unicode's Sentence_Break property of a BMP character, numbered as ICU does (U_SB_…).
enum {
  CICU_SB_OTHER = 0,
  CICU_SB_ATERM = 1,
  CICU_SB_CLOSE = 2,
  CICU_SB_LOWER = 4,
  CICU_SB_NUMERIC = 5,
  CICU_SB_OLETTER = 6,
  CICU_SB_SP = 8,
  CICU_SB_STERM = 9,
  CICU_SB_UPPER = 10,
  CICU_SB_SCONTINUE = 14
};
int32_t cicu_sentence_break(uint16_t character);

/// The Simplified form of one BMP character by ICU's Traditional-Simplified transliterator; the character itself if none.
/// `table` receives 65,536 entries.
void cicu_simplify_table(uint16_t *table, cicu_err *error);
/// ICU's version, such as "72.1", NUL-terminated, at most `capacity` bytes.
void cicu_version(char *out, int32_t capacity);
