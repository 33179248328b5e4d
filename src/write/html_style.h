#ifndef MEDFIN_WRITE_HTML_STYLE_H
#define MEDFIN_WRITE_HTML_STYLE_H

/* How the page looks. Colours are dark enough for WCAG 2.1 AA on white (4.5 : 1 for text, 3 : 1
   for strokes), and none of them says anything that a word or a pattern does not say too. */

#include <stddef.h>

/* On a screen, on a phone and on A4, and where a letter looks otherwise. Both end with NULL. */
extern const char *const html_style[], *const html_letter_style[];

/* What stands within each picture, so that it looks so outside the page too, and in weasyprint, which
   gives a picture nothing of its page's style. */
extern const char html_svg_style[];

#endif
