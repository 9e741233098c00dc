// ICU's converters and charset detector behind plain integers.
//
// The idea: ucnv_toUnicode fills a small UTF-16 buffer, which is written as UTF-8 at once. The
// callback, not the loop, sees the invalid sequences, so strict and lossy decoding share one path.

#include "convert.h"

#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucnv_err.h>
#include <unicode/ucsdet.h>

enum { pivot_size = 8192 };

typedef struct {
  int64_t invalid, invalid_bytes;
  int32_t stop;
} tally;

static void on_invalid(const void *context, UConverterToUnicodeArgs *args, const char *units,
                       int32_t length, UConverterCallbackReason reason, UErrorCode *error) {
  static const UChar replacement[1] = {0xFFFD};
  tally *seen = (tally *)context;
  (void)units;
  if (reason > UCNV_IRREGULAR) return;
  seen->invalid += 1;
  seen->invalid_bytes += length;
  if (seen->stop) return;
  *error = U_ZERO_ERROR;
  ucnv_cbToUWriteUChars(args, replacement, 1, 0, error);
}

static uint8_t *put(uint8_t *out, uint32_t c) {
  if (c < 0x80) {
    *out++ = (uint8_t)c;
  } else if (c < 0x800) {
    *out++ = (uint8_t)(0xC0 | c >> 6);
    *out++ = (uint8_t)(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    *out++ = (uint8_t)(0xE0 | c >> 12);
    *out++ = (uint8_t)(0x80 | (c >> 6 & 0x3F));
    *out++ = (uint8_t)(0x80 | (c & 0x3F));
  } else {
    *out++ = (uint8_t)(0xF0 | c >> 18);
    *out++ = (uint8_t)(0x80 | (c >> 12 & 0x3F));
    *out++ = (uint8_t)(0x80 | (c >> 6 & 0x3F));
    *out++ = (uint8_t)(0x80 | (c & 0x3F));
  }
  return out;
}

int32_t cicu_encoding_name(const char *label, char *name, int32_t capacity) {
  UErrorCode error = U_ZERO_ERROR;
  if (label == NULL || *label == 0) return 0;
  UConverter *converter = ucnv_open(label, &error);
  if (U_FAILURE(error)) return 0;
  const char *internal = ucnv_getName(converter, &error);
  UErrorCode ignored = U_ZERO_ERROR;
  const char *standard = ucnv_getStandardName(internal, "MIME", &ignored);
  if (standard == NULL) standard = ucnv_getStandardName(internal, "IANA", &ignored);
  if (standard == NULL) standard = internal;
  int32_t length = (int32_t)strlen(standard);
  if (length >= capacity) length = capacity - 1;
  memcpy(name, standard, (size_t)length);
  name[length] = 0;
  ucnv_close(converter);
  return length;
}

int32_t cicu_decode(const char *encoding, const uint8_t *source, int64_t length, int32_t stop,
                    int32_t flush, uint8_t *destination, cicu_decoding *result) {
  UErrorCode error = U_ZERO_ERROR;
  UConverter *converter = ucnv_open(encoding, &error);
  if (U_FAILURE(error)) return error;
  tally seen = {0, 0, stop};
  ucnv_setToUCallBack(converter, on_invalid, &seen, NULL, NULL, &error);
  UChar pivot[pivot_size];
  const char *at = (const char *)source;
  const char *const end = at + length;
  uint8_t *out = destination;
  const uint8_t *const brim = destination + 3 * length + 16;
  uint32_t high = 0;
  int64_t characters = 0;
  result->first_invalid = -1;
  do {
    UChar *filled = pivot;
    error = U_ZERO_ERROR;
    ucnv_toUnicode(converter, &filled, pivot + pivot_size, &at, end, NULL, (UBool)flush, &error);
    for (const UChar *p = pivot; p < filled; p++) {
      if (brim - out < 8) { ucnv_close(converter); return U_BUFFER_OVERFLOW_ERROR; }
      uint32_t unit = *p;
      if (high != 0 && (unit & 0xFC00) == 0xDC00) {
        out = put(out, 0x10000 + ((high & 0x3FF) << 10) + (unit & 0x3FF));
        characters++;
        high = 0;
        continue;
      }
      if (high != 0) { out = put(out, 0xFFFD); characters++; high = 0; }
      if ((unit & 0xFC00) == 0xD800) { high = unit; continue; }
      out = put(out, (unit & 0xFC00) == 0xDC00 ? 0xFFFD : unit);
      characters++;
    }
  } while (error == U_BUFFER_OVERFLOW_ERROR);
  if (high != 0) { out = put(out, 0xFFFD); characters++; }
  if (U_FAILURE(error)) result->first_invalid = (at - (const char *)source) - seen.invalid_bytes;
  result->written = out - destination;
  result->characters = characters;
  result->invalid = seen.invalid;
  result->invalid_bytes = seen.invalid_bytes;
  ucnv_close(converter);
  return 0;
}

int32_t cicu_detect(const uint8_t *source, int32_t length, char *names, int32_t capacity) {
  UErrorCode error = U_ZERO_ERROR;
  int32_t count = 0, used = 0;
  UCharsetDetector *detector = ucsdet_open(&error);
  ucsdet_setText(detector, (const char *)source, length, &error);
  const UCharsetMatch **matches = ucsdet_detectAll(detector, &count, &error);
  for (int32_t i = 0; U_SUCCESS(error) && i < count; i++) {
    const char *name = ucsdet_getName(matches[i], &error);
    int32_t size = (int32_t)strlen(name);
    if (used + size + 1 > capacity) break;
    memcpy(names + used, name, (size_t)size);
    used += size;
    names[used++] = '\n';
  }
  ucsdet_close(detector);
  return used;
}
