#include <medfin/versions/canonical.h>

#include <string.h>

const char *text_canonical(struct arena *arena, const char *bytes, size_t *size)
{
    static const char mark[] = "\xef\xbb\xbf";
    size_t from = *size >= 3 && memcmp(bytes, mark, 3) == 0 ? 3 : 0, kept = 0;
    char *text = arena_take(arena, *size + 1, 1);
    for (size_t i = from; i < *size; i++)
        if (bytes[i] != '\r' || i + 1 == *size || bytes[i + 1] != '\n')
            text[kept++] = bytes[i];
    *size = kept;
    return text;
}
