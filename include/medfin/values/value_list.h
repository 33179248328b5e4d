#ifndef MEDFIN_VALUES_VALUE_LIST_H
#define MEDFIN_VALUES_VALUE_LIST_H

/* Readers of texts, months, words and names: each takes what it knows and leaves the rest, which is then
   a distribution or a fault. False after a fault. */

#include "scan.h"

bool text_read(struct scan *scan, struct value *value);
bool texts_read(struct scan *scan, struct value *value);
bool month_read(struct scan *scan, struct value *value);
bool months_read(struct scan *scan, struct value *value);
bool word_read(struct scan *scan, struct value *value);
bool status_read(struct scan *scan, struct value *value);
bool name_read(struct scan *scan, struct value *value);
bool names_read(struct scan *scan, struct value *value);

/* Whether the byte sequence is a letter, digit, - or _ of an id: its size, or 0. */
size_t id_character(const char *at, const char *end);

#endif
