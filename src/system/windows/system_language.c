#include <windows.h>

#include "../system_language.h"

/* What Windows itself speaks on its screens. */
const char *system_language(void)
{
    return PRIMARYLANGID(GetUserDefaultUILanguage()) == LANG_SWEDISH ? "sv" : "en";
}
