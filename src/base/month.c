#include <medfin/base/month.h>

const char *month_text(struct arena *arena, month at)
{
    return arena_text(arena, "%04d-%02d", month_year(at), month_number(at));
}
