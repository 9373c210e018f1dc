#include "CFilonClaimsData.h"
#pragma clang diagnostic ignored "-Wc23-extensions"
_Alignas(64) static const unsigned char blob[] = {
#embed "data/word-classes.tsv"
};
FILON_RESOURCE_DEFINE(word_classes)
