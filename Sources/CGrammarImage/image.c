#include "CGrammarImage.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char image[] = {
#embed "zh.image"
};

const void *heshu_grammar_image(void) { return image; }
size_t heshu_grammar_image_length(void) { return sizeof image; }
