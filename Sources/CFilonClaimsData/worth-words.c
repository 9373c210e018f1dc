#include "CFilonClaimsData.h"
#pragma clang diagnostic ignored "-Wc23-extensions"
_Alignas(64) static const unsigned char blob[] = {
#embed "data/worth-words.tsv"
};
FILON_RESOURCE_DEFINE(worth_words)
