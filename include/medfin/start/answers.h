#ifndef MEDFIN_START_ANSWERS_H
#define MEDFIN_START_ANSWERS_H

/* A project made of answers, each a line PATH = VALUE: staff.1.share = 50 %. */

#include <medfin/base/diag.h>

/* The project as a file in that language; NULL after a fault. What was not answered and has to be known is `?`. */
const char *answers_text(const struct source *answers, enum language language, struct arena *arena,
                         struct diags *diags);

#endif
