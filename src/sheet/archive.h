#ifndef MEDFIN_SHEET_ARCHIVE_H
#define MEDFIN_SHEET_ARCHIVE_H

/* The parts of a zip archive that lies in memory. Nothing is unpacked but into a buffer of fixed size. */

#include <stdbool.h>
#include <stddef.h>

#include <minizip/unzip.h>

struct archive {
    const char *bytes;
    size_t size, at;
    unzFile zip;
};

/* False if the bytes are no archive, or one without its end. `archive` must not move before it is closed. */
bool archive_open(struct archive *archive, const char *bytes, size_t size);
void archive_close(struct archive *archive);

bool archive_has(struct archive *archive, const char *part);

enum part_state { PART_READ, PART_MISSING, PART_DAMAGED, PART_TYPED, PART_LARGE };

enum { LARGEST_PART = 1024 * 1024 * 1024 }; /* bytes: a sheet of a million rows is a fifth of it */

/* A stretch of a part, the last one with `is_last`; it answers PART_READ to be given the next. */
typedef enum part_state part_take(const char *bytes, int size, bool is_last, void *user);

enum part_state archive_part(struct archive *archive, const char *part, part_take *take, void *user);

#endif
