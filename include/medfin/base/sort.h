#ifndef MEDFIN_BASE_SORT_H
#define MEDFIN_BASE_SORT_H

/* The order of what is listed. The C library leaves open how equal items stand and which of them is found, and each
   platform's does it its own way. */

#include <stddef.h>

#include <medfin/base/arena.h>

/* Below 0: the left one comes first; 0: as they stood. */
typedef int sort_order(const void *left, const void *right);

/* The items in order, equal ones as they stood. What is in order already costs one look at each. */
void sort_items(void *items, int count, size_t size, sort_order *order, struct arena *arena);

/* The first of the items, which are in order, that the key is equal to; NULL if there is none. */
void *sort_find(const void *key, const void *items, int count, size_t size, sort_order *against);

/* A list, or an array whose items have the type that is pointed at. */
#define sort_list(list, order, arena)          sort_items((list)->items, (list)->count, sizeof *(list)->items, (order), (arena))
#define sort_array(items, count, order, arena) sort_items((items), (count), sizeof *(items), (order), (arena))

#endif
