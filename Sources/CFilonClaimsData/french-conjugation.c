#include "CFilonClaimsData.h"
#pragma clang diagnostic ignored "-Wc23-extensions"
_Alignas(64) static const unsigned char blob[] = {
#embed "data/french-conjugation.tsv"
};
FILON_RESOURCE_DEFINE(french_conjugation)
