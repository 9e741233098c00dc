// Debian builds libxml2 with ICU, and its header would then draw in <unicode/ucnv.h>, which
// clashes with Foundation's own ICU module. Nothing here touches the structures concerned.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
