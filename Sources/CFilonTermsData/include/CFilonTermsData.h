// Data files embedded in the library, one pair of accessors each.
#pragma once
#include <stddef.h>

// A resource `NAME` is declared here by FILON_RESOURCE_DECLARE(NAME) and defined in its own
// NAME.c, which embeds the file and ends with FILON_RESOURCE_DEFINE(NAME).
#define FILON_RESOURCE_DECLARE(NAME)                                                               \
  const unsigned char *_Nonnull filon_terms_##NAME##_bytes(void);                                   \
  size_t filon_terms_##NAME##_size(void);

#define FILON_RESOURCE_DEFINE(NAME)                                                                \
  const unsigned char *filon_terms_##NAME##_bytes(void) { return blob; }                            \
  size_t filon_terms_##NAME##_size(void) { return sizeof blob; }

// Tokeniser and sentence splitter rules, both languages (TSV).
FILON_RESOURCE_DECLARE(token_rules)
// Taggers with lexicon and lemma rules, one per language.
FILON_RESOURCE_DECLARE(tagger_fr)
FILON_RESOURCE_DECLARE(tagger_en)
// Dependency parsers, one per language.
FILON_RESOURCE_DECLARE(parser_fr)
FILON_RESOURCE_DECLARE(parser_en)
// Concepts with their French and English terms, and nouns that are no terms (TSV).
FILON_RESOURCE_DECLARE(concepts)
FILON_RESOURCE_DECLARE(term_stopwords)

// Words of quantities and dates, both languages (TSV).
FILON_RESOURCE_DECLARE(number_words)
FILON_RESOURCE_DECLARE(currencies)
FILON_RESOURCE_DECLARE(units)
FILON_RESOURCE_DECLARE(quantity_modifiers)
FILON_RESOURCE_DECLARE(calendar)
FILON_RESOURCE_DECLARE(holidays)
// What tells the past from the future, both languages (TSV).
FILON_RESOURCE_DECLARE(tense)
