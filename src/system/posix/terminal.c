#include <medfin/system/terminal.h>

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "../unix/descriptor.h"

bool output_is_terminal(void)
{
    return isatty(STDOUT_FILENO);
}

bool errors_are_terminal(void)
{
    return isatty(STDERR_FILENO);
}

bool output_shows_colors(void)
{
    const char *terminal = getenv("TERM");
    return output_is_terminal() && terminal && strcmp(terminal, "dumb") != 0;
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
