#include <medfin/system/scratch.h>

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

int scratch_open(struct scratch *scratch)
{
    FILE *file = tmpfile();
    *scratch = (struct scratch){ .file = file };
    if (!file)
        return errno;
    snprintf(scratch->path, sizeof scratch->path, "/proc/self/fd/%d", fileno(file));
    errno = 0;
    return 0;
}

int scratch_read(const struct scratch *scratch, char **bytes, size_t *size)
{
    struct stat status;
    FILE *file = scratch->file;
    if (fstat(fileno(file), &status) != 0)
        return errno;
    *bytes = malloc((size_t)status.st_size + 1);
    if (!*bytes)
        return ENOMEM;
    rewind(file);
    *size = fread(*bytes, 1, (size_t)status.st_size, file);
    return ferror(file) ? errno : 0;
}

void scratch_close(struct scratch *scratch, char *bytes)
{
    fclose(scratch->file);
    free(bytes);
}

int scratch_reason(bool is_memory)
{
    return is_memory ? ENOMEM : errno ? errno : EIO;
}
