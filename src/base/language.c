#include <medfin/base/language.h>

#include <libintl.h>

const char *tr(const char *message)
{
    /* gettext("") is the catalogue's header. */
    return *message ? gettext(message) : message;
}

char language_decimal(enum language language)
{
    return language == LANGUAGE_SV ? ',' : '.';
}

const char *language_code(enum language language)
{
    return language == LANGUAGE_SV ? "sv" : "en";
}
