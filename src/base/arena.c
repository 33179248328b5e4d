#include <medfin/base/arena.h>

#include <assert.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CHUNK_SIZE = 64 * 1024 };

/* No object is larger; half, so that a chunk's head and rounding up fit beside it. */
#define MOST_BYTES ((size_t)PTRDIFF_MAX / 2)

struct chunk {
    struct chunk *next;
    size_t used, size; /* bytes */
    alignas(max_align_t) unsigned char bytes[];
};

struct arena {
    struct chunk *newest;
    void (*exhausted)(void);
};

/* What the caller gave must not return; should it, we do not go on without memory. */
static _Noreturn void run_out(void (*exhausted)(void))
{
    exhausted();
    abort();
}

struct arena *arena_new(void (*exhausted)(void))
{
    assert(exhausted);
    struct arena *arena = calloc(1, sizeof *arena);
    if (!arena)
        run_out(exhausted);
    arena->exhausted = exhausted;
    return arena;
}

_Noreturn void arena_exhausted(const struct arena *arena)
{
    run_out(arena->exhausted);
}

struct arena *arena_like(const struct arena *arena)
{
    return arena_new(arena->exhausted);
}

static void chunks_free(struct chunk *chunk)
{
    while (chunk) {
        struct chunk *next = chunk->next;
        free(chunk);
        chunk = next;
    }
}

void arena_free(struct arena *arena)
{
    if (!arena)
        return;
    chunks_free(arena->newest);
    free(arena);
}

static struct chunk *chunk_add(struct arena *arena, size_t least)
{
    size_t size = least > CHUNK_SIZE / 4 ? least : CHUNK_SIZE;
    struct chunk *chunk = calloc(1, sizeof *chunk + size);
    if (!chunk)
        run_out(arena->exhausted);
    chunk->size = size;
    /* A large piece gets a chunk of its own behind the newest, whose room stays in use. */
    if (size == least && arena->newest) {
        chunk->next = arena->newest->next;
        arena->newest->next = chunk;
    } else {
        chunk->next = arena->newest;
        arena->newest = chunk;
    }
    return chunk;
}

/* What took several chunks fits in one the next time. */
void arena_clear(struct arena *arena)
{
    struct chunk *newest = arena->newest;
    if (!newest)
        return;
    if (!newest->next) {
        memset(newest->bytes, 0, newest->used);
        newest->used = 0;
        return;
    }
    size_t size = 0;
    for (const struct chunk *chunk = newest; chunk; chunk = chunk->next)
        size += chunk->size;
    chunks_free(newest);
    arena->newest = NULL;
    chunk_add(arena, size);
}

void *arena_take(struct arena *arena, size_t count, size_t size)
{
    if (size && count > MOST_BYTES / size)
        run_out(arena->exhausted);
    size_t step = alignof(max_align_t);
    size_t bytes = (count * size + step - 1) / step * step;
    struct chunk *chunk = arena->newest;
    if (!chunk || chunk->size - chunk->used < bytes)
        chunk = chunk_add(arena, bytes);
    void *taken = chunk->bytes + chunk->used;
    chunk->used += bytes;
    return taken;
}

char *arena_copy(struct arena *arena, const char *bytes, size_t size)
{
    char *copy = arena_take(arena, size + 1, 1);
    if (size)
        memcpy(copy, bytes, size);
    return copy;
}

char *arena_text(struct arena *arena, const char *format, ...)
{
    char line[128]; /* most are short, and printed once */
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int size = vsnprintf(line, sizeof line, format, arguments);
    assert(size >= 0);
    char *text = arena_take(arena, (size_t)size + 1, 1);
    if ((size_t)size < sizeof line)
        memcpy(text, line, (size_t)size);
    else
        vsnprintf(text, (size_t)size + 1, format, again);
    va_end(again);
    va_end(arguments);
    return text;
}

void *list_grow(struct arena *arena, void *items, int count, int *room, size_t size)
{
    if (count < *room)
        return items;
    *room = *room ? 2 * *room : 8;
    void *grown = arena_take(arena, (size_t)*room, size);
    if (count)
        memcpy(grown, items, (size_t)count * size);
    return grown;
}
