/* Sources as people say them. */

#include <medfin/base/text.h>
#include <medfin/contents/source_title.h>

#include <string.h>

bool source_is_assumption(const char *source)
{
    return source && (text_same(source, "assumption") || text_same(source, "antagande"));
}

const char *source_title(const char *source)
{
    if (!source)
        return tr(N_("no source stated"));
    return source_is_assumption(source) ? tr(N_("assumption")) : source;
}
