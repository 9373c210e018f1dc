#include "CFilonEntitiesData.h"
#pragma clang diagnostic ignored "-Wc23-extensions"
_Alignas(64) static const unsigned char blob[] = {
#embed "data/roles.tsv"
};
FILON_RESOURCE_DEFINE(roles)
