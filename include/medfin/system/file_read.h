#ifndef MEDFIN_SYSTEM_FILE_READ_H
#define MEDFIN_SYSTEM_FILE_READ_H

/* A regular file is read whole: it is opened, which tells its size, and then read into memory of the
   caller's. Nothing else is read, since a pipe could be waited for and a device never ends. */

#include <stddef.h>
#include <stdint.h>

enum file_opening { OPENED, OPEN_FOLDER, OPEN_NOT_REGULAR, OPEN_LARGE, OPEN_REFUSED };

struct open_file {
    intptr_t handle; /* the system's */
    size_t size;     /* bytes when it was opened */
};

/* Open what has at most so many bytes; the system's reason is set if it refused. What was opened must be read. */
enum file_opening file_open(const char *path, size_t most, struct open_file *file, int *reason);

/* Read into room for the file's size, and close it. 0, or the system's reason; `size` then is smaller where the
   file has become so since it was opened. */
int file_read(struct open_file *file, char *bytes);

#endif
