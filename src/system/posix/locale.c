#include <medfin/system/locale.h>

#include <libintl.h>
#include <locale.h>
#include <stdlib.h>

void locale_speak(const char *language, bool is_written)
{
    setenv("LANGUAGE", language, 1);
    setlocale(LC_MESSAGES, is_written ? "C" : "C.UTF-8");
    if (!is_written)
        setlocale(LC_CTYPE, "C.UTF-8");
}

void locale_find(const char *domain, const char *folder)
{
    bindtextdomain(domain, folder);
    bind_textdomain_codeset(domain, "UTF-8");
    textdomain(domain);
}
