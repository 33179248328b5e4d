#ifndef MEDFIN_WRITE_WRITER_H
#define MEDFIN_WRITE_WRITER_H

/* One writer per format, each a row in a table. */

#include <medfin/base/text.h>
#include <medfin/doc/doc.h>

struct writer_options {
    int width;        /* display columns of the terminal */
    bool color;       /* escape sequences may be used */
    bool paths;       /* a page names the path of each figure that it shows */
    bool csv_machine; /* comma, point and LF, words as in JSON; else as Swedish spreadsheets read it */
};

struct writer {
    const char *format; /* "text", "md" */
    const char *ending; /* of a file name that implies it: ".txt" */
    const char *meaning;
    void (*write)(const struct doc *doc, const struct writer_options *options, struct text *out);
    const char *made_of, *made_by; /* what is written is in that format, and another program, of Debian's
                                      package of that name, makes this one of it; NULL: it is written itself */
    bool exact;                    /* always to the öre: no unit to show money in */
    bool for_programs;             /* it writes the values that only programs read */
};

extern const struct writer writers[]; /* ends with a NULL format */

/* NULL if there is none. */
const struct writer *writer_find(const char *format);
const struct writer *writer_of_file(const char *path);

#endif
