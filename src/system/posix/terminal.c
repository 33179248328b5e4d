#include <medfin/system/terminal.h>

#include <errno.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "../descriptor.h"

bool output_is_terminal(void)
{
    return isatty(STDOUT_FILENO);
}

bool errors_are_terminal(void)
{
    return isatty(STDERR_FILENO);
}

bool output_columns(int *columns)
{
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0)
        return false;
    *columns = size.ws_col;
    return true;
}

int output_write(const char *bytes, size_t size)
{
    return descriptor_write(STDOUT_FILENO, bytes, size) ? 0 : errno;
}

void errors_write(const char *bytes, size_t size)
{
    descriptor_write(STDERR_FILENO, bytes, size);
}
