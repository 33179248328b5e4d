#include "unit.h"

#include <medfin/base/names.h>

/* Each name keeps its own number, however many come and wherever they fall. */
static void names_keep_their_numbers(void **state)
{
    enum { COUNT = 5000 };
    struct names names = { 0 };
    for (int i = 0; i < COUNT; i++) {
        int *number = names_number(&names, arena_text(*state, "rad-%d", i), *state);
        assert_int_equal(*number, 0);
        *number = i + 1;
    }
    assert_int_equal(names.count, COUNT);
    for (int i = COUNT - 1; i >= 0; i--)
        assert_int_equal(*names_number(&names, arena_text(*state, "rad-%d", i), *state), i + 1);
    assert_int_equal(*names_number(&names, "", *state), 0);
    assert_int_equal(names.count, COUNT + 1);
}

/* The published values of 32-bit FNV-1a (Fowler, Noll and Vo). */
static void the_hash_is_fnv_1a(void **state)
{
    (void)state;
    assert_int_equal(name_hash(""), 0x811c9dc5);
    assert_int_equal(name_hash("a"), 0xe40c292c);
    assert_int_equal(name_hash("foobar"), 0xbf9cf968);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(names_keep_their_numbers),
        cmocka_unit_test(the_hash_is_fnv_1a),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
