#include <limits.h>
#include <unistd.h>

#include <medfin/system/thread.h>

int processor_count(void)
{
    long count = sysconf(_SC_NPROCESSORS_ONLN);
    return count < 1 ? 1 : count > INT_MAX ? INT_MAX : (int)count;
}
