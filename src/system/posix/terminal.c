#include <medfin/system/terminal.h>

#include <errno.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <unistd.h>

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
    errno = 0; /* or an old reason could be told */
    if (fwrite(bytes, 1, size, stdout) == size && fflush(stdout) == 0)
        return 0;
    return errno ? errno : EIO;
}
