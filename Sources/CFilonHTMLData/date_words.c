#include "CFilonHTMLData.h"
#pragma clang diagnostic ignored "-Wc23-extensions"
_Alignas(64) static const unsigned char blob[] = {
#embed "data/date_words.tsv"
};
FILON_RESOURCE_DEFINE(date_words)
