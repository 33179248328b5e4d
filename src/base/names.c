#include <medfin/base/names.h>

#include <string.h>

struct named {
    const char *name; /* NULL: the slot is free */
    int number;
};

enum { LEAST_ROOM = 64 }; /* a power of two, as any room is */

uint32_t name_hash(const char *name)
{
    uint32_t hash = UINT32_C(2166136261);
    for (; *name; name++)
        hash = (hash ^ (unsigned char)*name) * UINT32_C(16777619);
    return hash;
}

/* Where the name stands, or the free slot where it would. */
static struct named *slot_of(const struct names *names, const char *name)
{
    size_t at = name_hash(name) & (names->room - 1);
    while (names->slots[at].name && strcmp(names->slots[at].name, name) != 0)
        at = (at + 1) & (names->room - 1);
    return &names->slots[at];
}

/* At most half of the slots are taken. */
static void make_room(struct names *names, struct arena *arena)
{
    const struct names old = *names;
    if (2 * names->count < names->room)
        return;
    names->room = old.room ? 2 * old.room : LEAST_ROOM;
    names->slots = arena_take(arena, names->room, sizeof *names->slots);
    for (size_t i = 0; i < old.room; i++)
        if (old.slots[i].name)
            *slot_of(names, old.slots[i].name) = old.slots[i];
}

int *names_number(struct names *names, const char *name, struct arena *arena)
{
    make_room(names, arena);
    struct named *slot = slot_of(names, name);
    names->count += !slot->name;
    slot->name = name;
    return &slot->number;
}

int names_find(const struct names *names, const char *name)
{
    const struct named *slot = names->count ? slot_of(names, name) : NULL;
    return slot && slot->name ? slot->number : 0;
}
