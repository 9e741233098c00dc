#pragma once
#include <stddef.h>

/// The compiled grammar, as `make grammars` wrote it to zh.image.
const void *heshu_grammar_image(void);
size_t heshu_grammar_image_length(void);
