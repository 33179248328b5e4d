#include <medfin/base/arena.h>

#include <assert.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/asan_interface.h>
#endif

/* Under the address sanitizer what grows always moves, and what it leaves behind must not be read: a pointer that was
   held too long is found by any test, not by the one whose list is long enough. */
#ifdef ASAN_POISON_MEMORY_REGION
enum { MOVES_ALWAYS = true };
#define leave(bytes, size) ASAN_POISON_MEMORY_REGION(bytes, size)
#define enter(bytes, size) ASAN_UNPOISON_MEMORY_REGION(bytes, size)
#else
enum { MOVES_ALWAYS = false };
#define leave(bytes, size) ((void)(bytes), (void)(size))
#define enter(bytes, size) ((void)(bytes), (void)(size))
#endif

/* Chunks double from the least to the most: memory that is never written costs nothing, so a
   large one is little waste, and what grows in it need not move. What is large and finds no room in a chunk is a block
   by itself, which the system moves without a copy as it grows, and of which nothing is left where it was. */
enum { CHUNK_LEAST = 16 * 1024, CHUNK_MOST = 1024 * 1024, BLOCK_LEAST = 64 * 1024, CLEAN_LEAST = 512 * 1024 };

/* No object is larger; half, so that a chunk's head and rounding up fit beside it. */
#define MOST_BYTES ((size_t)PTRDIFF_MAX / 2)

struct chunk {
    struct chunk *next;
    size_t used, size; /* bytes */
    size_t dirty;      /* up to there it may hold anything, behind it is nothing */
    alignas(max_align_t) unsigned char bytes[];
};

/* A stretch that what was in it has outgrown. */
struct left {
    struct left *next;
    size_t size; /* bytes */
};

enum { LEFT_LEAST = 64, LEFT_KINDS = 12 };

struct arena {
    struct chunk *newest;
    struct left *left[LEFT_KINDS]; /* of LEFT_LEAST bytes and more, of twice as many and so on */
    struct chunk *blocks;          /* each full of one thing; the newest first */
    int block_count;
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
    chunks_free(arena->blocks);
    free(arena);
}

/* What is small is not cleared at once, for its pages would be written whether they are used or not; what is large
   comes as nothing from the system. */
static struct chunk *chunk_new(struct arena *arena, size_t size, struct chunk *next, bool is_clean)
{
    struct chunk *chunk = is_clean ? calloc(1, sizeof *chunk + size) : malloc(sizeof *chunk + size);
    if (!chunk)
        run_out(arena->exhausted);
    *chunk = (struct chunk){ .next = next, .size = size, .dirty = is_clean ? 0 : size };
    return chunk;
}

static void give_back(struct chunk *chunk, size_t from)
{
    enter(chunk->bytes + from, chunk->used - from);
    chunk->dirty = chunk->dirty > chunk->used ? chunk->dirty : chunk->used;
    chunk->used = from;
}

/* Room for `bytes`, and for as many again, since what is large grows. */
static size_t next_size(const struct arena *arena, size_t bytes)
{
    size_t size = arena->newest ? 2 * arena->newest->size : CHUNK_LEAST;
    size = size > CHUNK_MOST ? CHUNK_MOST : size;
    return size < 2 * bytes ? 2 * bytes : size;
}

/* What took several chunks and blocks fits in one chunk the next time. */
void arena_clear(struct arena *arena)
{
    memset(arena->left, 0, sizeof arena->left);
    struct chunk *newest = arena->newest;
    if (newest && !newest->next && !arena->blocks) {
        give_back(newest, 0);
        return;
    }
    size_t size = 0;
    for (const struct chunk *chunk = newest; chunk; chunk = chunk->next)
        size += chunk->size;
    for (const struct chunk *block = arena->blocks; block; block = block->next)
        size += block->size;
    chunks_free(newest);
    chunks_free(arena->blocks);
    arena->newest = size ? chunk_new(arena, size, NULL, size >= CLEAN_LEAST) : NULL;
    arena->blocks = NULL;
    arena->block_count = 0;
}

static void *take_block(struct arena *arena, size_t bytes)
{
    arena->blocks = chunk_new(arena, bytes, arena->blocks, true);
    arena->block_count++;
    return arena->blocks->bytes;
}

struct arena_mark arena_mark(const struct arena *arena)
{
    return (struct arena_mark){ arena->newest, arena->newest ? arena->newest->used : 0, arena->block_count };
}

/* The newest chunk stays for what is taken next: one that is given back again and again is dear. */
void arena_undo(struct arena *arena, struct arena_mark mark)
{
    memset(arena->left, 0, sizeof arena->left);
    struct chunk *newest = arena->newest;
    for (; arena->block_count > mark.block_count; arena->block_count--) {
        struct chunk *block = arena->blocks;
        arena->blocks = block->next;
        free(block);
    }
    if (!newest)
        return;
    while (newest != mark.chunk && newest->next != mark.chunk) {
        struct chunk *between = newest->next;
        newest->next = between->next;
        free(between);
    }
    give_back(newest, newest == mark.chunk ? mark.used : 0);
}

/* The last bytes that were taken of a chunk become nothing. */
static void clear_last(struct chunk *chunk, size_t bytes)
{
    size_t from = chunk->used - bytes, to = chunk->used < chunk->dirty ? chunk->used : chunk->dirty;
    if (from < to)
        memset(chunk->bytes + from, 0, to - from);
}

/* Which of the lists a stretch of that size is in. */
static int left_kind(size_t size)
{
    int kind = 0;
    while (kind < LEFT_KINDS - 1 && size >= 2 * (size_t)LEFT_LEAST << kind)
        kind++;
    return kind;
}

static size_t aligned(size_t size)
{
    return (size + alignof(max_align_t) - 1) / alignof(max_align_t) * alignof(max_align_t);
}

/* What grew elsewhere leaves its stretch to what is taken next. */
static void leave_behind(struct arena *arena, void *bytes, size_t size)
{
    size_t edge = (size_t)(-(uintptr_t)bytes % alignof(max_align_t));
    leave(bytes, size);
    if (MOVES_ALWAYS || size < LEFT_LEAST + edge)
        return;
    struct left *left = (struct left *)((unsigned char *)bytes + edge);
    struct left **first = &arena->left[left_kind(size - edge)];
    *left = (struct left){ *first, size - edge };
    *first = left;
}

/* NULL: none of those that come first has room. */
static void *take_left(struct arena *arena, size_t bytes)
{
    for (int kind = left_kind(bytes), end = kind + 2; kind < end && kind < LEFT_KINDS; kind++) {
        struct left *left = arena->left[kind];
        if (!left || left->size < bytes)
            continue;
        arena->left[kind] = left->next;
        if (left->size > aligned(bytes))
            leave_behind(arena, (unsigned char *)left + aligned(bytes), left->size - aligned(bytes));
        return memset(left, 0, bytes);
    }
    return NULL;
}

/* Not `cleared` it may hold anything. */
static void *take(struct arena *arena, size_t bytes, size_t alignment, bool cleared)
{
    struct chunk *chunk = arena->newest;
    size_t from = chunk ? (chunk->used + alignment - 1) / alignment * alignment : 0;
    if (!chunk || from > chunk->size || chunk->size - from < bytes) {
        if (bytes >= BLOCK_LEAST)
            return take_block(arena, bytes);
        size_t size = next_size(arena, bytes);
        chunk = arena->newest = chunk_new(arena, size, arena->newest, size >= CLEAN_LEAST);
        from = 0;
    }
    chunk->used = from + bytes;
    if (cleared)
        clear_last(chunk, bytes);
    return chunk->bytes + from;
}

void *arena_take(struct arena *arena, size_t count, size_t size)
{
    if (size && count > MOST_BYTES / size)
        run_out(arena->exhausted);
    size_t bytes = count * size;
    void *left = bytes >= LEFT_LEAST ? take_left(arena, bytes) : NULL;
    return left ? left : take(arena, bytes, alignof(max_align_t), true);
}

/* Where it hangs among the blocks; NULL: it is in a chunk. */
static struct chunk **block_of(struct arena *arena, const void *taken)
{
    for (struct chunk **at = &arena->blocks; *at; at = &(*at)->next)
        if ((*at)->bytes == taken)
            return at;
    return NULL;
}

static void *grow_block(struct arena *arena, struct chunk **at, size_t size)
{
    size_t before = (*at)->size;
    struct chunk *grown = realloc(*at, sizeof *grown + size);
    if (!grown)
        run_out(arena->exhausted);
    memset(grown->bytes + before, 0, size - before);
    grown->size = size;
    *at = grown;
    return grown->bytes;
}

void *arena_grow(struct arena *arena, void *taken, size_t size, size_t more)
{
    struct chunk *chunk = arena->newest;
    if (more > MOST_BYTES - size)
        run_out(arena->exhausted);
    struct chunk **block = size >= BLOCK_LEAST ? block_of(arena, taken) : NULL;
    if (block)
        return grow_block(arena, block, size + more);
    bool is_last = chunk && size && (unsigned char *)taken + size == chunk->bytes + chunk->used;
    if (is_last && chunk->size - chunk->used >= more && !MOVES_ALWAYS) {
        chunk->used += more;
        clear_last(chunk, more);
        return taken;
    }
    void *moved = arena_take(arena, size + more, 1);
    if (size)
        memcpy(moved, taken, size);
    leave_behind(arena, taken, size);
    return moved;
}

char *arena_copy(struct arena *arena, const char *bytes, size_t size)
{
    if (size > MOST_BYTES)
        run_out(arena->exhausted);
    char *copy = take(arena, size + 1, 1, false);
    if (size)
        memcpy(copy, bytes, size);
    copy[size] = '\0';
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
    char *text = take(arena, (size_t)size + 1, 1, false);
    if ((size_t)size < sizeof line)
        memcpy(text, line, (size_t)size + 1);
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
    return arena_grow(arena, items, (size_t)had * size, (size_t)(*room - had) * size);
}
