#include <medfin/system/reason.h>

#include <errno.h>
#include <string.h>

const char *reason_text(int reason)
{
    return strerror(reason);
}

bool reason_is_presence(int reason)
{
    return reason == EEXIST;
}
