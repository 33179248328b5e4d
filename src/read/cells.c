#include <medfin/read/cells.h>

#include <medfin/sheet/file_format.h>
#include <medfin/sheet/sheet.h>

#include "encoding.h"
#include "load.h"

const struct sheet_cells *cells_load(const char *path, const char *const *sheets, int order, read_file_list *read,
                                     struct arena *arena, struct diags *diags)
{
    size_t size;
    read_file_note(read, path, arena);
    const char *bytes = bytes_load(path, (struct place){ 0 }, &size, arena, diags);
    if (!bytes)
        return NULL;
    enum file_format format = file_format(bytes, size);
    if (format == FORMAT_WORKBOOK)
        return sheet_cells_read(path, bytes, size, order, sheets, arena, diags);
    format_fault(path, format, order, arena, diags);
    return NULL;
}
