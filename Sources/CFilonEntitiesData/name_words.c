#include "CFilonEntitiesData.h"
#pragma clang diagnostic ignored "-Wc23-extensions"
_Alignas(64) static const unsigned char blob[] = {
#embed "data/name-words.tsv"
};
FILON_RESOURCE_DEFINE(name_words)
