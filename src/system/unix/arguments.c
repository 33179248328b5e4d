#include <medfin/system/arguments.h>

char **arguments(int *count, char **given)
{
    (void)count;
    return given;
}
