#include <medfin/system/arguments.h>

#include <stdlib.h>

#include "wide.h"

/* Of the C library: the words of the command line, with what stands for many files left as it is, since a `?` means
   something to us. */
struct starting {
    int new_mode;
};
int __wgetmainargs(int *count, wchar_t ***words, wchar_t ***variables, int expands, struct starting *starting);

char **arguments(int *count, char **given)
{
    wchar_t **words, **variables;
    struct starting starting = { 0 };
    if (__wgetmainargs(count, &words, &variables, 0, &starting) != 0)
        return given;
    char **all = calloc((size_t)*count + 1, sizeof *all);
    for (int i = 0; all && i < *count; i++)
        all[i] = narrow_text(words[i]);
    return all ? all : given;
}
