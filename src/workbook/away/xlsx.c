#include <medfin/workbook/xlsx.h>

#include <assert.h>

/* The program that starts fast leaves workbooks to the one beside it. */
const bool xlsx_is_here = false;

const char *xlsx_bytes(const struct book *book, long created, size_t *size, int *reason)
{
    (void)book;
    (void)created;
    (void)size;
    (void)reason;
    assert(false);
    return NULL;
}
