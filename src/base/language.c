#include <medfin/base/language.h>

#include <stdint.h>
#include <string.h>

/* The Swedish catalogue, as msgfmt writes it and the build puts it into the program: 32-bit numbers, then texts that
   end with a NUL. A table has the length of each text and its place in bytes; that of the originals is in their order.
 */
extern const uint32_t catalogue_sv[];

/* Which of the first numbers tell how many texts there are, and where the tables stand, in bytes. */
enum { COUNT = 2, ORIGINALS, TRANSLATIONS };

/* What the process speaks. */
static enum language spoken = LANGUAGE_EN;

void language_speak(enum language language)
{
    spoken = language;
}

static const char *text_of(int table, uint32_t index)
{
    const uint32_t *lengths_and_places = catalogue_sv + catalogue_sv[table] / sizeof *catalogue_sv;
    return (const char *)catalogue_sv + lengths_and_places[2 * index + 1];
}

const char *tr(const char *message)
{
    return tr_in(spoken, message);
}

const char *tr_in(enum language language, const char *message)
{
    /* The translation of "" is what the catalogue says of itself. */
    uint32_t low = 0, high = language == LANGUAGE_SV && *message ? catalogue_sv[COUNT] : 0;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        int order = strcmp(message, text_of(ORIGINALS, middle));
        if (order == 0)
            return text_of(TRANSLATIONS, middle);
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return message;
}

char language_decimal(enum language language)
{
    return language == LANGUAGE_SV ? ',' : '.';
}

const char *language_code(enum language language)
{
    return language == LANGUAGE_SV ? "sv" : "en";
}
