// Data files embedded in the library, one pair of accessors each.
#pragma once
#include <stddef.h>

// A resource `NAME` is declared here by FILON_RESOURCE_DECLARE(NAME) and defined in its own
// NAME.c, which embeds the file and ends with FILON_RESOURCE_DEFINE(NAME).
#define FILON_RESOURCE_DECLARE(NAME)                                                               \
  const unsigned char *_Nonnull filon_entities_##NAME##_bytes(void);                               \
  size_t filon_entities_##NAME##_size(void);

#define FILON_RESOURCE_DEFINE(NAME)                                                                \
  const unsigned char *filon_entities_##NAME##_bytes(void) { return blob; }                        \
  size_t filon_entities_##NAME##_size(void) { return sizeof blob; }

FILON_RESOURCE_DECLARE(clusters)
FILON_RESOURCE_DECLARE(cues)
FILON_RESOURCE_DECLARE(demonyms)
FILON_RESOURCE_DECLARE(entities)
FILON_RESOURCE_DECLARE(model)
FILON_RESOURCE_DECLARE(names)
FILON_RESOURCE_DECLARE(roles)
FILON_RESOURCE_DECLARE(wikidata_roots)
FILON_RESOURCE_DECLARE(name_words)
