#ifndef MEDFIN_LETTER_AUTHORITY_TEMPLATES_H
#define MEDFIN_LETTER_AUTHORITY_TEMPLATES_H

/* Templates of who decides: a county board's decision on money that it grants, and a matter that is for information
   alone. Marked for translation; each ends with a NULL. */

extern const char *const template_grant[], *const template_information[];

#endif
