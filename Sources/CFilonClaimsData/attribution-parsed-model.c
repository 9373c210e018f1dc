#include "CFilonClaimsData.h"
#pragma clang diagnostic ignored "-Wc23-extensions"
_Alignas(64) static const unsigned char blob[] = {
#embed "data/attribution-parsed.bin"
};
FILON_RESOURCE_DEFINE(attribution_parsed_model)
