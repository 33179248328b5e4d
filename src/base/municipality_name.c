#include <medfin/base/municipality_name.h>

#include <string.h>

#include <medfin/base/text.h>

static const char *const own_words[] = { " kommun", " stad", " municipality", " city", " kommune" };

/* The only municipality whose name changes before the word. */
static const char *nominative(const char *name)
{
    return strcmp(name, "falu") == 0 ? "falun" : name;
}

static size_t size_without(const char *name, const char *word)
{
    size_t size = strlen(name), cut = strlen(word);
    return size > cut && strcmp(name + size - cut, word) == 0 ? size - cut : size;
}

const char *municipality_plain(struct arena *arena, const char *name)
{
    const char *plain = text_lower(arena, text_name(arena, name));
    for (size_t i = 0; i < sizeof own_words / sizeof *own_words; i++) {
        size_t size = size_without(plain, own_words[i]);
        if (plain[size])
            return nominative(arena_copy(arena, plain, size_without(arena_copy(arena, plain, size), "s")));
    }
    return arena_copy(arena, plain, size_without(plain, "s"));
}
