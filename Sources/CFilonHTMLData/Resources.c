#include "CFilonHTMLData.h"
