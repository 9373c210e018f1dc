// Data files embedded in the library, one pair of accessors each.
#pragma once
#include <stddef.h>

// A resource `NAME` is declared here by FILON_RESOURCE_DECLARE(NAME) and defined in its own
// NAME.c, which embeds the file and ends with FILON_RESOURCE_DEFINE(NAME).
#define FILON_RESOURCE_DECLARE(NAME)                                                               \
  const unsigned char *_Nonnull filon_html_##NAME##_bytes(void);                                   \
  size_t filon_html_##NAME##_size(void);

#define FILON_RESOURCE_DEFINE(NAME)                                                                \
  const unsigned char *filon_html_##NAME##_bytes(void) { return blob; }                            \
  size_t filon_html_##NAME##_size(void) { return sizeof blob; }

// Named character references.
FILON_RESOURCE_DECLARE(entities)
// Character encodings, their aliases and tables.
FILON_RESOURCE_DECLARE(charsets)
// Words of class and id attributes, by concept.
FILON_RESOURCE_DECLARE(markup_concepts)
// Phrases of page furniture.
FILON_RESOURCE_DECLARE(furniture)
// Function words of the commonest languages.
FILON_RESOURCE_DECLARE(stop_words)
// Names of months and other words of written dates.
FILON_RESOURCE_DECLARE(date_words)
// Words of bylines.
FILON_RESOURCE_DECLARE(byline_words)
