#include <medfin/workbook/workbook.h>

#include "making.h"

struct book *workbook_make(struct doc *doc, const struct workbook_of *of)
{
    return making_of(doc, of).book;
}
