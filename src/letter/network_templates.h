#ifndef MEDFIN_LETTER_NETWORK_TEMPLATES_H
#define MEDFIN_LETTER_NETWORK_TEMPLATES_H

/* Templates of a network or an association: to its annual meeting, and its plan of activities. Marked for translation;
   each ends with a NULL. */

extern const char *const template_meeting[], *const template_plan[];

#endif
