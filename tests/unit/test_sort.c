/* What is sorted is in order, and what is equal stands as it stood. */

#include "unit.h"

#include <medfin/base/sort.h>

struct item {
    int key, number; /* in which place it stood */
};

static int by_key(const void *left, const void *right)
{
    const struct item *a = left, *b = right;
    return a->key - b->key;
}

/* Keys as a long chain of small numbers gives them, 0 to 6. */
static void fill(struct item *items, int count, unsigned from)
{
    for (int i = 0; i < count; i++, from = from * 1103515245u + 12345u)
        items[i] = (struct item){ (int)(from / 65536 % 7), i };
}

static void equal_items_stand_as_they_stood(void **state)
{
    enum { MOST = 300 };
    struct item items[MOST];
    for (int count = 0; count < MOST; count++) {
        int sum = 0;
        fill(items, count, (unsigned)count);
        sort_array(items, count, by_key, *state);
        for (int i = 0; i < count; i++)
            sum += items[i].number;
        assert_int_equal(sum, count * (count - 1) / 2);
        for (int i = 1; i < count; i++)
            assert_true(items[i - 1].key < items[i].key ||
                        (items[i - 1].key == items[i].key && items[i - 1].number < items[i].number));
    }
}

static void nothing_is_in_order(void **state)
{
    LIST(struct item) none = { 0 };
    sort_list(&none, by_key, *state);
    assert_null(none.items);
}

/* Worked by hand. */
static void a_list_is_sorted(void **state)
{
    static const char expected[] = "1a 1b 2a 2b 3a ";
    static const struct item given[] = { { 3, 'a' }, { 1, 'a' }, { 2, 'a' }, { 1, 'b' }, { 2, 'b' } };
    LIST(struct item) list = { 0 };
    for (size_t i = 0; i < sizeof given / sizeof *given; i++)
        *list_add(&list, *state) = given[i];
    sort_list(&list, by_key, *state);
    for (int i = 0; i < list.count; i++) {
        assert_int_equal(list.items[i].key, expected[3 * i] - '0');
        assert_int_equal(list.items[i].number, expected[3 * i + 1]);
    }
}

/* The first of what is equal, wherever it stands; worked by hand. */
static void the_first_is_found(void **state)
{
    static const struct item items[] = { { 1, 0 }, { 1, 1 }, { 3, 2 }, { 4, 3 }, { 4, 4 }, { 4, 5 } };
    static const int expected[] = { -1, 0, -1, 2, 3, -1 };
    (void)state;
    for (int key = 0; key < 6; key++) {
        const struct item *found = sort_find(&(struct item){ key, 0 }, items, 6, sizeof *items, by_key);
        assert_int_equal(found ? found->number : -1, expected[key]);
    }
    assert_null(sort_find(&items[0], NULL, 0, sizeof *items, by_key));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(equal_items_stand_as_they_stood),
        ARENA_TEST(nothing_is_in_order),
        ARENA_TEST(a_list_is_sorted),
        cmocka_unit_test(the_first_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
