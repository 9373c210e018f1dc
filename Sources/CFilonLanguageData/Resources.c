#include "CFilonLanguageData.h"
