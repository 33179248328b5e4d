#include <medfin/base/path.h>

#include <string.h>

#include <medfin/base/text.h>
#include <medfin/system/path.h>

static char *name_add(char *end, const char *name)
{
    for (; *name; name++) {
        if (strchr(".[\\", *name))
            *end++ = '\\';
        *end++ = *name;
    }
    *end = '\0';
    return end;
}

const char *key_name(struct arena *arena, const char *name)
{
    char *escaped = arena_take(arena, 2 * strlen(name) + 1, 1);
    name_add(escaped, name);
    return escaped;
}

const char *key_below(struct arena *arena, const char *path, const char *name)
{
    char *key = arena_take(arena, strlen(path) + 2 * strlen(name) + 2, 1), *end = text_copy(key, path);
    *end++ = '.';
    name_add(end, name);
    return key;
}

const char *file_stem(struct arena *arena, const char *path)
{
    const char *name = path_name(path), *dot = strrchr(name, '.');
    return arena_copy(arena, name, dot && dot > name ? (size_t)(dot - name) : strlen(name));
}
