#include <medfin/base/arena.h>

#include <assert.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Chunks double from the least to the most: memory that is never written costs nothing, so a
   large one is little waste, and what grows in it need not move. */
enum { CHUNK_LEAST = 16 * 1024, CHUNK_MOST = 1024 * 1024 };

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

static void chunk_add(struct arena *arena, size_t size)
{
    struct chunk *chunk = calloc(1, sizeof *chunk + size);
    if (!chunk)
        run_out(arena->exhausted);
    chunk->size = size;
    chunk->next = arena->newest;
    arena->newest = chunk;
}

/* Room for `bytes`, and for as many again, since what is large grows. */
static size_t next_size(const struct arena *arena, size_t bytes)
{
    size_t size = arena->newest ? 2 * arena->newest->size : CHUNK_LEAST;
    size = size > CHUNK_MOST ? CHUNK_MOST : size;
    return size < 2 * bytes ? 2 * bytes : size;
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

static void *take(struct arena *arena, size_t bytes, size_t alignment)
{
    struct chunk *chunk = arena->newest;
    size_t from = chunk ? (chunk->used + alignment - 1) / alignment * alignment : 0;
    if (!chunk || from > chunk->size || chunk->size - from < bytes) {
        chunk_add(arena, next_size(arena, bytes));
        chunk = arena->newest;
        from = 0;
    }
    chunk->used = from + bytes;
    return chunk->bytes + from;
}

void *arena_take(struct arena *arena, size_t count, size_t size)
{
    if (size && count > MOST_BYTES / size)
        run_out(arena->exhausted);
    return take(arena, count * size, alignof(max_align_t));
}

bool arena_extend(struct arena *arena, const void *taken, size_t size, size_t more)
{
    struct chunk *chunk = arena->newest;
    bool is_last = chunk && taken && (const unsigned char *)taken + size == chunk->bytes + chunk->used;
    if (!is_last || chunk->size - chunk->used < more)
        return false;
    chunk->used += more;
    return true;
}

char *arena_copy(struct arena *arena, const char *bytes, size_t size)
{
    if (size > MOST_BYTES)
        run_out(arena->exhausted);
    char *copy = take(arena, size + 1, 1);
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
    char *text = take(arena, (size_t)size + 1, 1);
    if ((size_t)size < sizeof line)
        memcpy(text, line, (size_t)size);
    else
        vsnprintf(text, (size_t)size + 1, format, again);
    va_end(again);
    va_end(arguments);
    return text;
}

enum { FIRST_BYTES = 256, FIRST_MOST = 8, FIRST_LEAST = 2 };

/* The room that a list begins with: few items where they are large. */
static int first_room(size_t size)
{
    size_t fit = FIRST_BYTES / size;
    return fit > FIRST_MOST ? FIRST_MOST : fit < FIRST_LEAST ? FIRST_LEAST : (int)fit;
}

void *list_grow(struct arena *arena, void *items, int count, int more, int *room, size_t size)
{
    if (more <= *room - count)
        return items;
    int had = *room, grown = had ? 2 * had : first_room(size);
    *room = grown - count < more ? count + more : grown;
    if (had && arena_extend(arena, items, (size_t)had * size, (size_t)(*room - had) * size))
        return items;
    void *moved = arena_take(arena, (size_t)*room, size);
    if (count)
        memcpy(moved, items, (size_t)count * size);
    return moved;
}
