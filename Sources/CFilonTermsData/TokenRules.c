#include "CFilonTermsData.h"
#pragma clang diagnostic ignored "-Wc23-extensions"
_Alignas(64) static const unsigned char blob[] = {
#embed "data/token-rules.tsv"
};
FILON_RESOURCE_DEFINE(token_rules)
