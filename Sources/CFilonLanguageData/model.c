#include "CFilonLanguageData.h"
#pragma clang diagnostic ignored "-Wc23-extensions"
_Alignas(64) static const unsigned char blob[] = {
#embed "data/language.bin"
};
FILON_RESOURCE_DEFINE(model)
