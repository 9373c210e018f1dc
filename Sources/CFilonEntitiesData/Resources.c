#include "CFilonEntitiesData.h"
