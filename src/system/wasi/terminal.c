#include <medfin/system/terminal.h>

#include <errno.h>
#include <unistd.h>

#include "../unix/descriptor.h"

bool output_is_terminal(void)
{
    return false;
}

bool errors_are_terminal(void)
{
    return false;
}

bool output_shows_colors(void)
{
    return false;
}

bool output_columns(int *columns)
{
    (void)columns;
    return false;
}

int output_write(const char *bytes, size_t size)
{
    return descriptor_write(STDOUT_FILENO, bytes, size) ? 0 : errno;
}

void errors_write(const char *bytes, size_t size)
{
    descriptor_write(STDERR_FILENO, bytes, size);
}
