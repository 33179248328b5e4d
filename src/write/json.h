#ifndef MEDFIN_WRITE_JSON_H
#define MEDFIN_WRITE_JSON_H

/* JSON, for other programs: never rounded, each figure at the path of its key. Money and shares are
   written digit by digit as they are held: no number of this program passes through floating point. */

#include <medfin/write/writer.h>

void json_write(const struct doc *doc, const struct writer_options *options, struct text *out);

#endif
