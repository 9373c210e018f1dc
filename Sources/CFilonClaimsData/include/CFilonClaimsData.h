// Data files embedded in the library, one pair of accessors each.
#pragma once
#include <stddef.h>

// A resource `NAME` is declared here by FILON_RESOURCE_DECLARE(NAME) and defined in its own
// NAME.c, which embeds the file and ends with FILON_RESOURCE_DEFINE(NAME).
#define FILON_RESOURCE_DECLARE(NAME)                                                               \
  const unsigned char *_Nonnull filon_claims_##NAME##_bytes(void);                                   \
  size_t filon_claims_##NAME##_size(void);

#define FILON_RESOURCE_DEFINE(NAME)                                                                \
  const unsigned char *filon_claims_##NAME##_bytes(void) { return blob; }                            \
  size_t filon_claims_##NAME##_size(void) { return sizeof blob; }

FILON_RESOURCE_DECLARE(reporting_verbs)
FILON_RESOURCE_DECLARE(french_conjugation)
FILON_RESOURCE_DECLARE(english_irregular)
FILON_RESOURCE_DECLARE(word_classes)
FILON_RESOURCE_DECLARE(cue_phrases)
FILON_RESOURCE_DECLARE(source_nouns)
FILON_RESOURCE_DECLARE(rule_reliability)
FILON_RESOURCE_DECLARE(markers)
FILON_RESOURCE_DECLARE(speech_acts)
FILON_RESOURCE_DECLARE(checkworthiness)
FILON_RESOURCE_DECLARE(worth_words)
FILON_RESOURCE_DECLARE(attribution_model)
FILON_RESOURCE_DECLARE(bilingual_lexicon)
FILON_RESOURCE_DECLARE(attribution_parsed_model)
FILON_RESOURCE_DECLARE(modality_model)
