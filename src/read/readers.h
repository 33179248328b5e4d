#ifndef MEDFIN_READ_READERS_H
#define MEDFIN_READ_READERS_H

/* One reader a kind of value: each takes what it knows and leaves the rest, which is then
   a distribution or a fault. False after a fault. */

#include "figure.h"

/* value_money.c */
bool money_read(struct scan *scan, struct value *value);
bool money_fine_read(struct scan *scan, struct value *value);
bool money_over_time_read(struct scan *scan, struct value *value);
bool money_each_read(struct scan *scan, struct value *value);
bool money_with_status_read(struct scan *scan, struct value *value);
bool in_kind_read(struct scan *scan, struct value *value);
bool rounding_read(struct scan *scan, struct value *value);

/* The period that stands here, taken; PERIOD_NONE if none does. */
/* A status behind an amount; false after a fault. */
bool status_take(struct scan *scan, struct value *value);
enum period period_take(struct scan *scan);
/* The period nearest to the text, in either language; NULL if none is near. */
const char *period_nearest(const char *text, struct arena *arena);

/* value_percent.c */
bool percent_read(struct scan *scan, struct value *value);
bool percent_or_name_read(struct scan *scan, struct value *value);
bool number_read(struct scan *scan, struct value *value);
bool count_read(struct scan *scan, struct value *value);
bool ratio_read(struct scan *scan, struct value *value);
bool advance_read(struct scan *scan, struct value *value);
bool per_year_read(struct scan *scan, struct value *value);
bool threshold_read(struct scan *scan, struct value *value);
bool limit_read(struct scan *scan, struct value *value);

/* value_list.c */
bool text_read(struct scan *scan, struct value *value);
bool texts_read(struct scan *scan, struct value *value);
bool month_read(struct scan *scan, struct value *value);
bool months_read(struct scan *scan, struct value *value);
bool word_read(struct scan *scan, struct value *value);
bool status_read(struct scan *scan, struct value *value);
bool name_read(struct scan *scan, struct value *value);
bool names_read(struct scan *scan, struct value *value);

/* value_class.c */
bool classes_read(struct scan *scan, struct value *value);

/* value_spread.c: what stands behind the `~`, which is taken. */
bool spread_read(struct scan *scan, struct value *value);

/* value.c: what is left behind a value is a fault at its first word; false. */
bool rest_fault(struct scan *scan);

/* Whether the byte sequence is a letter, digit, - or _ of an id: its size, or 0. */
size_t id_character(const char *at, const char *end);

#endif
