#ifndef MEDFIN_SHEET_STRINGS_H
#define MEDFIN_SHEET_STRINGS_H

/* The texts that cells share: runs of one are joined, how it is pronounced is left out. */

#include <stdint.h>

#include <medfin/base/text.h>

#include "xml.h"

enum { LARGEST_TEXT = 256 * 1024 * 1024 }; /* bytes of all shared texts, and of a sheet's */

struct strings {
    struct text all;       /* one behind the other */
    LIST(uint32_t) starts; /* of each, and the end of the last */
    struct arena *arena;
};

/* A workbook without the part shares none. */
enum part_state strings_read(struct archive *archive, const char *part, struct strings *strings);

/* The text of a number; false if there is none. */
bool strings_find(const struct strings *strings, const char *number, const char **bytes, size_t *size);

#endif
