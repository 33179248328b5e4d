#ifndef MEDFIN_BASE_NAMES_H
#define MEDFIN_BASE_NAMES_H

/* Names, each with a number of its own, found without looking through them all. Starts as
   zero bytes. */

#include <stdint.h>

#include <medfin/base/arena.h>

struct names {
    struct named *slots;
    size_t room, count;
};

/* FNV-1a (Fowler, Noll and Vo). */
uint32_t name_hash(const char *name);

/* The name's number, 0 where the name is new; it holds until the next name. The text must
   outlive the names. */
int *names_number(struct names *names, const char *name, struct arena *arena);

/* The same of a name that is there; 0 where it is not. */
int names_find(const struct names *names, const char *name);

#endif
