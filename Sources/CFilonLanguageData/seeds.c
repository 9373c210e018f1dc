#include "CFilonLanguageData.h"
#pragma clang diagnostic ignored "-Wc23-extensions"
_Alignas(64) static const unsigned char blob[] = {
#embed "data/seeds.tsv"
};
FILON_RESOURCE_DEFINE(seeds)
