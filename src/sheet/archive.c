#include "archive.h"

#include <string.h>

static voidpf memory_open(voidpf opaque, const void *name, int mode)
{
    (void)name, (void)mode;
    ((struct archive *)opaque)->at = 0;
    return opaque;
}

static uLong memory_read(voidpf opaque, voidpf stream, void *into, uLong size)
{
    (void)opaque;
    struct archive *archive = stream;
    size_t left = archive->size - archive->at;
    uLong taken = size < left ? size : (uLong)left;
    memcpy(into, archive->bytes + archive->at, taken);
    archive->at += taken;
    return taken;
}

static uLong memory_write(voidpf opaque, voidpf stream, const void *from, uLong size)
{
    (void)opaque, (void)stream, (void)from, (void)size;
    return 0;
}

static ZPOS64_T memory_tell(voidpf opaque, voidpf stream)
{
    (void)opaque;
    return ((struct archive *)stream)->at;
}

static long memory_seek(voidpf opaque, voidpf stream, ZPOS64_T offset, int origin)
{
    (void)opaque;
    struct archive *archive = stream;
    size_t from = origin == ZLIB_FILEFUNC_SEEK_CUR ? archive->at : origin == ZLIB_FILEFUNC_SEEK_END ? archive->size : 0;
    if (offset > archive->size - from)
        return -1;
    archive->at = from + (size_t)offset;
    return 0;
}

static int memory_no_fault(voidpf opaque, voidpf stream)
{
    (void)opaque, (void)stream;
    return 0;
}

bool archive_open(struct archive *archive, const char *bytes, size_t size)
{
    *archive = (struct archive){ .bytes = bytes, .size = size };
    zlib_filefunc64_def memory = { memory_open, memory_read,     memory_write,    memory_tell,
                                   memory_seek, memory_no_fault, memory_no_fault, archive };
    archive->zip = unzOpen2_64("", &memory);
    return archive->zip != NULL;
}

void archive_close(struct archive *archive)
{
    unzClose(archive->zip);
}

enum { ANY_CASE = 2 };

bool archive_has(struct archive *archive, const char *part)
{
    return unzLocateFile(archive->zip, part, ANY_CASE) == UNZ_OK;
}

enum part_state archive_part(struct archive *archive, const char *part, part_take *take, void *user)
{
    char bytes[64 * 1024];
    enum part_state state = PART_READ;
    if (!archive_has(archive, part))
        return PART_MISSING;
    if (unzOpenCurrentFile(archive->zip) != UNZ_OK)
        return PART_DAMAGED;
    int size = 1;
    for (size_t all = 0; size > 0 && state == PART_READ; all += (size_t)size) {
        size = unzReadCurrentFile(archive->zip, bytes, sizeof bytes);
        if (all > LARGEST_PART)
            state = PART_LARGE;
        else
            state = size < 0 ? PART_DAMAGED : take(bytes, size, size == 0, user);
    }
    int closed = unzCloseCurrentFile(archive->zip); /* says whether the sum of the bytes is theirs */
    return state == PART_READ && closed != UNZ_OK ? PART_DAMAGED : state;
}
