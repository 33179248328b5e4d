#ifndef MEDFIN_VALUES_VALUE_PERCENT_H
#define MEDFIN_VALUES_VALUE_PERCENT_H

/* Readers of percents, numbers and what is made of them: each takes what it knows and leaves the rest, which is then
   a distribution or a fault. False after a fault. */

#include <medfin/values/scan.h>

bool percent_read(struct scan *scan, struct value *value);
bool percent_or_name_read(struct scan *scan, struct value *value);
bool number_read(struct scan *scan, struct value *value);
bool count_read(struct scan *scan, struct value *value);
bool ratio_read(struct scan *scan, struct value *value);
bool advance_read(struct scan *scan, struct value *value);
bool at_least_read(struct scan *scan, struct value *value);
bool per_year_read(struct scan *scan, struct value *value);
bool times_a_year_read(struct scan *scan, struct value *value);
bool threshold_read(struct scan *scan, struct value *value);
bool limit_read(struct scan *scan, struct value *value);

#endif
