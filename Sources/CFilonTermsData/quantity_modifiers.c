#include "CFilonTermsData.h"
#pragma clang diagnostic ignored "-Wc23-extensions"
_Alignas(64) static const unsigned char blob[] = {
#embed "data/quantity-modifiers.tsv"
};
FILON_RESOURCE_DEFINE(quantity_modifiers)
