#include "CFilonEntitiesData.h"
#pragma clang diagnostic ignored "-Wc23-extensions"
_Alignas(64) static const unsigned char blob[] = {
#embed "data/wikidata-roots.tsv"
};
FILON_RESOURCE_DEFINE(wikidata_roots)
