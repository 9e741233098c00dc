#pragma once
#include <stdint.h>

/// What became of a decoding. Places are byte offsets in the source, -1 where there is none.
typedef struct {
  int64_t written;        ///< bytes of UTF-8 that were written
  int64_t characters;     ///< code points that were written
  int64_t first_invalid;  ///< where the first sequence that the encoding lacks begins
  int64_t invalid;        ///< how many such sequences
  int64_t invalid_bytes;  ///< how many bytes they have together
} cicu_decoding;

/// The IANA name of an encoding that mail uses: `latin1` -> `ISO-8859-1`, `cp950` -> `Big5`. Returns its length, 0 when
/// ICU does not know the label.
int32_t cicu_encoding_name(const char *label, char *name, int32_t capacity);

/// Decodes a whole buffer to UTF-8. With `stop` it ends at the first invalid sequence, else each
/// becomes U+FFFD; without `flush` an incomplete sequence at the end is left out. The destination
/// must hold 3 bytes for each byte of the source, and 16 more. Returns 0, or ICU's error code when
/// the encoding cannot be opened or writes more than that.
int32_t cicu_decode(const char *encoding, const uint8_t *source, int64_t length, int32_t stop,
                    int32_t flush, uint8_t *destination, cicu_decoding *result);

/// The names that ICU's detector proposes, best first, each followed by a line feed. Returns the
/// number of bytes written.
int32_t cicu_detect(const uint8_t *source, int32_t length, char *names, int32_t capacity);
