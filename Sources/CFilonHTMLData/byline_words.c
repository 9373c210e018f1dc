#include "CFilonHTMLData.h"
#pragma clang diagnostic ignored "-Wc23-extensions"
_Alignas(64) static const unsigned char blob[] = {
#embed "data/byline_words.tsv"
};
FILON_RESOURCE_DEFINE(byline_words)
