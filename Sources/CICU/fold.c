#include "CICU.h"
#include <string.h>
#include <unicode/utrans.h>
#include <unicode/utypes.h>
#include <unicode/uvernum.h>
#include <unicode/uversion.h>

void cicu_simplify_table(uint16_t *table, cicu_err *error) {
  static const UChar id[] = u"Traditional-Simplified";
  UTransliterator *t = utrans_openU(id, -1, UTRANS_FORWARD, 0, 0, 0, (UErrorCode *)error);
  if (*error > 0) return;
  for (int32_t c = 0; c < 0x10000; c++) {
    table[c] = (uint16_t)c;
    if (c < 0x3400 || c > 0x9FFF) continue;
    UChar text[8] = {(UChar)c};
    int32_t length = 1, limit = 1;
    UErrorCode e = U_ZERO_ERROR;
    utrans_transUChars(t, text, &length, 8, 0, &limit, &e);
    if (U_SUCCESS(e) && length == 1) table[c] = text[0];
  }
  utrans_close(t);
}

void cicu_version(char *out, int32_t capacity) {
  UVersionInfo info;
  char text[U_MAX_VERSION_STRING_LENGTH];
  u_getVersion(info);
  u_versionToString(info, text);
  strncpy(out, text, (size_t)capacity - 1);
  out[capacity - 1] = 0;
}
