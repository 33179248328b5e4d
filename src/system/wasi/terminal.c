#include <medfin/system/terminal.h>

#include <errno.h>
#include <unistd.h>

bool output_is_terminal(void)
{
    return false;
}

bool errors_are_terminal(void)
{
    return false;
}

bool output_columns(int *columns)
{
    (void)columns;
    return false;
}

static int write_all(int descriptor, const char *bytes, size_t size)
{
    while (size) {
        ssize_t written = write(descriptor, bytes, size);
        if (written <= 0)
            return written < 0 ? errno : EIO;
        bytes += written;
        size -= (size_t)written;
    }
    return 0;
}

int output_write(const char *bytes, size_t size)
{
    return write_all(STDOUT_FILENO, bytes, size);
}

void errors_write(const char *bytes, size_t size)
{
    write_all(STDERR_FILENO, bytes, size);
}
