#ifndef MEDFIN_BASE_ARENA_H
#define MEDFIN_BASE_ARENA_H

/* Memory by phase: everything that a phase makes is taken from its arena and goes
   with it. Nothing is freed piecemeal. */

#include <stdbool.h>
#include <stddef.h>

struct arena;

/* `exhausted` is called when the system has no more memory; it must not return. */
struct arena *arena_new(void (*exhausted)(void));
void arena_free(struct arena *arena);

/* An arena of its own, with the same answer to exhaustion. */
struct arena *arena_like(const struct arena *arena);

/* What the arena does when the system has no more memory, for memory that is not its own. */
_Noreturn void arena_exhausted(const struct arena *arena);

/* Everything that was taken is gone; one stretch of memory is kept for what is taken next. */
void arena_clear(struct arena *arena);

/* Room for `count` items of `size` bytes, zeroed, aligned for any type. */
void *arena_take(struct arena *arena, size_t count, size_t size);

/* `more` bytes behind the `size` that were taken, which stand at what is returned from now on: where they stood, if
   there is room. */
void *arena_grow(struct arena *arena, void *taken, size_t size, size_t more);

/* What is taken behind a mark can be given back: nothing of it may be used any more. */
struct arena_mark {
    const void *chunk;
    size_t used;
    int block_count;
};
struct arena_mark arena_mark(const struct arena *arena);
void arena_undo(struct arena *arena, struct arena_mark mark);

/* A copy of `size` bytes with a NUL behind them. */
char *arena_copy(struct arena *arena, const char *bytes, size_t size);

__attribute__((format(printf, 2, 3))) char *arena_text(struct arena *arena, const char *format, ...);

/* A growing array. `LIST(struct staff) all;` starts as zero bytes; list_add returns
   a pointer to a new zeroed item, which holds until the next list_add. */
#define LIST(type)                                                                                                     \
    struct {                                                                                                           \
        type *items;                                                                                                   \
        int count;                                                                                                     \
        int room;                                                                                                      \
    }
#define list_add(list, arena)                                                                                          \
    ((list)->count == (list)->room ? list_reserve((list), 1, (arena)) : (void)0, &(list)->items[(list)->count++])

typedef LIST(struct arena *) arena_list;

/* Room for so many more: what is known to come need not move. */
#define list_reserve(list, more, arena)                                                                                \
    (void)((list)->items =                                                                                             \
               list_grow((arena), (list)->items, (list)->count, (more), &(list)->room, sizeof *(list)->items))

void *list_grow(struct arena *arena, void *items, int count, int more, int *room, size_t size);

#endif
