#ifndef MEDFIN_CLI_CONVERT_H
#define MEDFIN_CLI_CONVERT_H

/* What other programs make of what we write. */

#include <medfin/write/writer.h>

#include "session.h"

/* The format that another program makes of the text; NULL with a fault in the diags. */
const char *convert(struct session *session, const struct writer *writer, const char *text, size_t *size);

#endif
