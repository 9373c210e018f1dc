#include "CFilonClaimsData.h"
