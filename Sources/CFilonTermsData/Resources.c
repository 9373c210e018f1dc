#include "CFilonTermsData.h"
