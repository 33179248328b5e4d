#include <medfin/workbook/workbook.h>

#include "making.h"

struct book *workbook_make(struct doc *doc, const struct plan *plan, const char *files)
{
    return making_of(doc, plan, files).book;
}
