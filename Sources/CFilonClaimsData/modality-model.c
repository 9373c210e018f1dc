#include "CFilonClaimsData.h"
#pragma clang diagnostic ignored "-Wc23-extensions"
_Alignas(64) static const unsigned char blob[] = {
#embed "data/modality.bin"
};
FILON_RESOURCE_DEFINE(modality_model)
