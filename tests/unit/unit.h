#ifndef MEDFIN_TESTS_UNIT_H
#define MEDFIN_TESTS_UNIT_H

/* What a unit test starts with: cmocka behind the headers that it needs, and for each
   test an arena of its own in `*state`. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include <medfin/base/arena.h>

static inline int arena_setup(void **state)
{
    *state = arena_new(abort);
    return 0;
}

static inline int arena_teardown(void **state)
{
    arena_free(*state);
    return 0;
}

#define ARENA_TEST(function) cmocka_unit_test_setup_teardown(function, arena_setup, arena_teardown)

#endif
