#ifndef MEDFIN_VALUES_VALUE_H
#define MEDFIN_VALUES_VALUE_H

/* The grammar of values: text to struct value, with a place for every fault. */

#include <stdbool.h>

#include <medfin/base/diag.h>
#include <medfin/model/statement.h>

/* Read the stretch `place` of its source as a value of the key, for that operation:
   `*=` takes a bare number, `+=` and `-=` the key's own kind (money over time may leave
   its period out). Values of several lines are joined by LF in `text`, which is what is
   read; `place` is where its first byte stands. False if it is none; the reason is in
   `diags`. The value lives in the arena. */
bool value_read(const struct key *key, enum operation operation, const char *text, struct place place,
                struct value *value, struct arena *arena, struct diags *diags);

#endif
