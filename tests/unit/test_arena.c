#include "unit.h"

#include <stdalign.h>
#include <string.h>

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/asan_interface.h>
#endif

#include <medfin/base/arena.h>

static void pieces_are_zeroed_aligned_and_apart(void **state)
{
    static const size_t sizes[] = { 1, 7, 16, 17, 1000, 16 * 1024, 64 * 1024, 70000, 1000000, 3 };
    enum { ROUNDS = 40, KINDS = sizeof sizes / sizeof *sizes };
    unsigned char *pieces[ROUNDS][KINDS];
    for (int round = 0; round < ROUNDS; round++)
        for (int i = 0; i < KINDS; i++) {
            unsigned char *piece = pieces[round][i] = arena_take(*state, sizes[i], 1);
            assert_int_equal((uintptr_t)piece % alignof(max_align_t), 0);
            for (size_t at = 0; at < sizes[i]; at++)
                assert_int_equal(piece[at], 0);
            memset(piece, round + 1, sizes[i]);
        }
    for (int round = 0; round < ROUNDS; round++)
        for (int i = 0; i < KINDS; i++) {
            assert_int_equal(pieces[round][i][0], round + 1);
            assert_int_equal(pieces[round][i][sizes[i] - 1], round + 1);
        }
}

static void copies_end_with_nul(void **state)
{
    assert_string_equal(arena_copy(*state, "räkning", strlen("räkning")), "räkning");
    assert_string_equal(arena_copy(*state, "abcdef", 3), "abc");
    assert_string_equal(arena_copy(*state, "", 0), "");
    assert_string_equal(arena_copy(*state, NULL, 0), "");
}

static void texts_of_any_length(void **state)
{
    assert_string_equal(arena_text(*state, "%d kr %s", 12, "år"), "12 kr år");
    assert_int_equal(strlen(arena_text(*state, "%*s", 100000, "x")), 100000);
    assert_string_equal(arena_text(*state, "%s", ""), "");
}

static void lists_grow_and_keep_their_items(void **state)
{
    struct item {
        int number;
        const char *name;
    };
    LIST(struct item) items = { 0 };
    for (int i = 0; i < 1000; i++) {
        struct item *item = list_add(&items, *state);
        assert_int_equal(item->number, 0);
        assert_null(item->name);
        *item = (struct item){ .number = i, .name = "x" };
    }
    assert_int_equal(items.count, 1000);
    for (int i = 0; i < items.count; i++)
        assert_int_equal(items.items[i].number, i);
}

static void a_list_takes_the_room_that_it_needs_at_once(void **state)
{
    LIST(int) numbers = { 0 };
    list_reserve(&numbers, 1000, *state);
    const int *first = numbers.items;
    assert_int_equal(numbers.room, 1000);
    for (int i = 0; i < 1000; i++) {
        arena_take(*state, 1, 1);
        *list_add(&numbers, *state) = i;
    }
    assert_ptr_equal(numbers.items, first);
    list_reserve(&numbers, 1, *state);
    assert_true(numbers.room > 1000);
    assert_int_equal(numbers.items[999], 999);
}

/* Under the sanitizer all that grows moves, and nobody may look where it stood. */
/* Lists that grow by turns take the stretches that others left: each keeps its own, and what is new is nothing. */
static void lists_that_grow_by_turns_stay_apart(void **state)
{
    enum { LISTS = 37, ROUNDS = 20000 };
    LIST(uint64_t) lists[LISTS] = { 0 };
    char *text = arena_copy(*state, "x", 1);
    size_t size = 2;
    uint64_t seed = 1;
    for (int round = 0; round < ROUNDS; round++) {
        seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
        uint64_t which = (seed >> 33) % LISTS;
        uint64_t *item = list_add(&lists[which], *state);
        assert_int_equal(*item, 0);
        *item = which * ROUNDS + (uint64_t)lists[which].count;
        /* Texts stand anywhere. */
        if (round % 1000 == 0) {
            text = arena_grow(*state, text, size, size + 1);
            size = 2 * size + 1;
            assert_int_equal(text[size - 1], 0);
            memset(text, 'x', size);
        }
    }
    for (uint64_t which = 0; which < LISTS; which++)
        for (int i = 0; i < lists[which].count; i++)
            assert_int_equal(lists[which].items[i], which * ROUNDS + (uint64_t)i + 1);
    for (size_t i = 0; i < size; i++)
        assert_int_equal(text[i], 'x');
}

static void what_was_taken_last_grows_where_it_stands(void **state)
{
    unsigned char *piece = arena_take(*state, 100, 1), *grown;
    memset(piece, 1, 100);
    grown = arena_grow(*state, piece, 100, 50);
#ifdef __SANITIZE_ADDRESS__
    assert_ptr_not_equal(grown, piece);
    assert_true(__asan_address_is_poisoned(piece));
    piece = grown;
#endif
    assert_ptr_equal(grown, piece);
    for (int at = 100; at < 150; at++)
        assert_int_equal(piece[at], 0);
    const unsigned char *next = arena_take(*state, 1, 1);
    assert_true(next >= piece + 150);
    const unsigned char *moved = arena_grow(*state, piece, 150, 1); /* something stands behind it */
    assert_ptr_not_equal(moved, piece);
    for (int at = 0; at < 151; at++)
        assert_int_equal(moved[at], at < 100);
}

/* Of more than one size beside one another, and after a clearing too. */
static void what_is_large_grows_and_keeps_what_it_holds(void **state)
{
    enum { LISTS = 3, ITEMS = 200000 };
    for (int round = 0; round < 2; round++) {
        LIST(uint64_t) lists[LISTS] = { 0 };
        for (int i = 0; i < ITEMS; i++)
            for (int l = 0; l < LISTS; l++) {
                uint64_t *item = list_add(&lists[l], *state);
                assert_int_equal(*item, 0);
                *item = (uint64_t)i * LISTS + (uint64_t)l + 1;
            }
        for (int l = 0; l < LISTS; l++)
            for (int i = 0; i < ITEMS; i++)
                assert_int_equal(lists[l].items[i], (uint64_t)i * LISTS + (uint64_t)l + 1);
        arena_clear(*state);
    }
}

/* What stood before the mark stays, what comes after it is zeroed again, small or large. */
static void what_is_taken_behind_a_mark_can_be_given_back(void **state)
{
    static const size_t sizes[] = { 10, 5000, 40000, 70000, 3000000 };
    enum { KINDS = sizeof sizes / sizeof *sizes, ROUNDS = 200 };
    unsigned char *before[KINDS];
    for (int i = 0; i < KINDS; i++)
        before[i] = memset(arena_take(*state, sizes[i], 1), i + 1, sizes[i]);
    for (int round = 0; round < ROUNDS; round++) {
        const struct arena_mark mark = arena_mark(*state);
        for (int i = 0; i < KINDS; i++) {
            unsigned char *piece = arena_take(*state, sizes[i], 1);
            assert_int_equal(piece[0] | piece[sizes[i] / 2] | piece[sizes[i] - 1], 0);
            memset(piece, 0xff, sizes[i]);
        }
        arena_undo(*state, mark);
    }
    for (int i = 0; i < KINDS; i++)
        for (size_t at = 0; at < sizes[i]; at++)
            assert_int_equal(before[i][at], i + 1);
}

static jmp_buf out;

static void leave(void)
{
    longjmp(out, 1);
}

static void check_exhausted(size_t count, size_t size)
{
    struct arena *const arena = arena_new(leave);
    if (setjmp(out) == 0) {
        arena_take(arena, count, size);
        fail_msg("took %zu × %zu bytes", count, size);
    }
    arena_free(arena);
}

static void what_cannot_be_had_is_reported(void **state)
{
    (void)state;
    check_exhausted(SIZE_MAX, 1);
    check_exhausted(SIZE_MAX / 2, 3);
    check_exhausted(SIZE_MAX / 4, 2);
    check_exhausted(1, SIZE_MAX);
}

static void no_arena_is_freed_in_peace(void **state)
{
    (void)state;
    arena_free(NULL);
    arena_free(arena_new(leave));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(pieces_are_zeroed_aligned_and_apart),
        ARENA_TEST(copies_end_with_nul),
        ARENA_TEST(texts_of_any_length),
        ARENA_TEST(lists_grow_and_keep_their_items),
        ARENA_TEST(a_list_takes_the_room_that_it_needs_at_once),
        ARENA_TEST(lists_that_grow_by_turns_stay_apart),
        ARENA_TEST(what_was_taken_last_grows_where_it_stands),
        ARENA_TEST(what_is_large_grows_and_keeps_what_it_holds),
        ARENA_TEST(what_is_taken_behind_a_mark_can_be_given_back),
        cmocka_unit_test(what_cannot_be_had_is_reported),
        cmocka_unit_test(no_arena_is_freed_in_peace),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
