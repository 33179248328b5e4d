#ifndef MEDFIN_READ_BYTES_H
#define MEDFIN_READ_BYTES_H

/* What a file's bytes are, before anybody looks at its lines. */

#include <stdbool.h>

#include <medfin/base/diag.h>

enum bytes_state {
    BYTES_TEXT,
    BYTES_MARRED, /* there are control characters in it; its lines can be read for their faults */
    BYTES_UNREADABLE
};

/* Text is UTF-8 without a control character but tab and line ends, and without a CR but before LF. What it is not is
   reported: control characters each, of the rest the first; where nothing says that it is UTF-8, the encoding that it
   rather has. */
enum bytes_state bytes_check(const struct source *source, bool says_utf8, struct diags *diags);
bool bytes_are_text(const struct source *source, struct diags *diags);

/* Whether the text is in UTF-16: then that is reported. */
bool bytes_are_utf_16(const struct source *source, struct arena *arena, struct diags *diags);

/* Whether text that is not UTF-8 has its Swedish letters where DOS had them. */
bool bytes_are_dos(const char *bytes, size_t size);

#endif
