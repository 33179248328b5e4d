/* There are no other programs. */

#include <medfin/system/process_become.h>

#include <errno.h>

int process_become(const char *beside, char **arguments)
{
    (void)beside;
    (void)arguments;
    return ENOSYS;
}
