#ifndef MEDFIN_LETTER_CHECK_H
#define MEDFIN_LETTER_CHECK_H

/* Holding a written letter against the calculation: what each binding says there, and what it would
   say now. */

#include <medfin/letter/letter.h>

/* Each sentence whose figures no longer hold. */
struct letter_check;

/* Reads the letter in the language of the process, which is to be the letter's own. */
const struct letter_check *letter_check_run(const struct letter *letter, const struct source *written);
bool letter_check_holds(const struct letter_check *check);
/* May be told in another language. */
void letter_check_contents(struct doc *doc, const struct letter_check *check);

#endif
