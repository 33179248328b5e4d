#include <stddef.h>

#include "../system_language.h"

/* The environment says it all. */
const char *system_language(void)
{
    return NULL;
}
