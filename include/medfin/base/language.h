#ifndef MEDFIN_BASE_LANGUAGE_H
#define MEDFIN_BASE_LANGUAGE_H

/* The language of what is shown. Sentences live in the gettext catalogue, number
   formats here and in money.h; the C locale's numbers are never used. */

enum language { LANGUAGE_SV, LANGUAGE_EN };

/* Marks a sentence for the catalogue without translating it. */
#define N_(message) message

/* The sentence in the language that the process has chosen; "" stays "". */
__attribute__((format_arg(1))) const char *tr(const char *message);

/* ',' in Swedish, '.' in English. */
char language_decimal(enum language language);

/* "sv", "en". */
const char *language_code(enum language language);

#endif
