#ifndef MEDFIN_VALUES_LINES_H
#define MEDFIN_VALUES_LINES_H

/* Lines of a project file as bytes: blanks, comments, and a value that goes over several
   lines. Everything works on stretches of valid UTF-8. */

#include <stdbool.h>
#include <stddef.h>

#include <medfin/base/diag.h>

/* No blank begins or ends with such a byte, and most bytes are such. */
static inline bool is_ascii_sign(char byte)
{
    const unsigned char sign = (unsigned char)byte;
    return sign > ' ' && sign < 0x80;
}

/* Size of the blank that begins here, or ends just before `at`; 0 if there is none. A
   blank is a space or tab, or the no-break, narrow or thin space of number formats. */
size_t blank_size(const char *at, const char *end);
size_t blank_size_before(const char *from, const char *at);

const char *blanks_skip(const char *at, const char *end);
/* The end of the stretch without the blanks at its end. */
const char *blanks_trim(const char *from, const char *end);

/* Where the comment of a line begins, or its end if there is none: at a `;` behind a
   blank, or, with `line_start`, as the line's first byte. */
const char *comment_start(const char *from, const char *end, bool line_start);

/* A value as it is read: each line without its comment and the blanks at its edges, `\;`
   as `;`, lines that are left empty dropped, LF between. `offsets`, if not NULL, has room
   for size + 1: where each byte of the text, and its end, stands in the stretch. */
const char *lines_join(const char *bytes, size_t size, size_t *offsets, struct arena *arena);

#endif
