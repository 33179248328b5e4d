#include "files.h"

#include <medfin/base/names.h>
#include <medfin/sheet/file_format.h>
#include <medfin/system/file_read.h>
#include <medfin/versions/canonical.h>
#include <medfin/versions/digest.h>
#include <medfin/versions/folder.h>

/* "SHA-256 SIZE"; NULL where the file has gone since it was read. A workbook has no line ends. */
static const char *file_said(const char *path, struct arena *arena)
{
    enum { LARGEST = 64 * 1024 * 1024 };
    struct open_file file;
    int reason;
    if (file_open(path, LARGEST, &file, &reason) != OPENED)
        return NULL;
    char *bytes = arena_take(arena, file.size + 1, 1);
    if (file_read(&file, bytes))
        return NULL;
    size_t size = file.size;
    const char *text = file_format(bytes, size) == FORMAT_TEXT ? text_canonical(arena, bytes, &size) : bytes;
    return arena_text(arena, "%s %zu", digest_of(arena, text, size), size);
}

void add_files(entry_list *entries, const struct frozen *of, struct arena *arena)
{
    struct names seen = { 0 };
    for (int i = 0; i < of->read_count; i++) {
        const char *path = of->read[i].path, *beside = folder_sees(arena, of->folder, path),
                   *called = beside ? beside : path;
        const char *said = (*names_number(&seen, called, arena))++ ? NULL : file_said(path, arena);
        if (said)
            entry_add(entries, PART_FILES, called, said, arena);
    }
}
