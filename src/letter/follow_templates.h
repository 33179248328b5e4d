#ifndef MEDFIN_LETTER_FOLLOW_TEMPLATES_H
#define MEDFIN_LETTER_FOLLOW_TEMPLATES_H

/* Templates for what comes after a decision: a claim, a progress report, a final report, an annual report. Marked for
   translation; each ends with a NULL. */

extern const char *const template_claim[], *const template_progress[], *const template_final[],
                                                                           *const template_annual[];

#endif
