// Data files embedded in the library, one pair of accessors each.
#pragma once
#include <stddef.h>

// A resource `NAME` is declared here by FILON_RESOURCE_DECLARE(NAME) and defined in its own
// NAME.c, which embeds the file and ends with FILON_RESOURCE_DEFINE(NAME).
#define FILON_RESOURCE_DECLARE(NAME)                                                               \
  const unsigned char *_Nonnull filon_language_##NAME##_bytes(void);                                   \
  size_t filon_language_##NAME##_size(void);

#define FILON_RESOURCE_DEFINE(NAME)                                                                \
  const unsigned char *filon_language_##NAME##_bytes(void) { return blob; }                            \
  size_t filon_language_##NAME##_size(void) { return sizeof blob; }

// The language model, made by `filon train language`; its card is data/language.md.
FILON_RESOURCE_DECLARE(model)

// Sentences of our own in languages of which there is little free text; used in training only.
FILON_RESOURCE_DECLARE(seeds)
