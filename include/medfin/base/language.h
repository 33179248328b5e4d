#ifndef MEDFIN_BASE_LANGUAGE_H
#define MEDFIN_BASE_LANGUAGE_H

/* The language of what is shown. Sentences live in a gettext catalogue that is a part of the program, number
   formats here and in money.h; the C library's locale is never used. */

enum language { LANGUAGE_SV, LANGUAGE_EN };

/* Marks a sentence for the catalogue without translating it. */
#define N_(message) message

/* From now on the process speaks that language; English before. */
void language_speak(enum language language);

/* The sentence in the language that the process speaks, or as it is where the catalogue lacks it; "" stays "". */
__attribute__((format_arg(1))) const char *tr(const char *message);
/* The same in a language that is not that of the process. */
__attribute__((format_arg(2))) const char *tr_in(enum language language, const char *message);

/* ',' in Swedish, '.' in English. */
char language_decimal(enum language language);

/* "sv", "en". */
const char *language_code(enum language language);

#endif
