#include "unit.h"

#include <string.h>

#include <medfin/base/source.h>

static struct place at(struct arena *arena, const char *bytes, size_t offset)
{
    const struct source *source = source_new(arena, "p.ini", bytes, strlen(bytes), 0);
    return place_at(source, offset, 1);
}

static void lines_and_columns_by_hand(void **state)
{
    static const struct {
        const char *bytes;
        size_t offset;
        int line, column;
        const char *text;
    } rows[] = {
        { "", 0, 1, 1, "" },
        { "a", 0, 1, 1, "a" },
        { "a", 1, 1, 2, "a" },
        { "a\n", 1, 1, 2, "a" },
        { "a\nb", 2, 2, 1, "b" },
        { "a\n\nb\n", 2, 2, 1, "" },
        { "a\r\nbc\r\n", 4, 2, 2, "bc" },
        { "a\r\nbc\r\n", 1, 1, 2, "a" },
        { "åäö = 1\n", 9, 1, 7, "åäö = 1" },
        { "x\n\u4e2d\u0301 y\n", 8, 2, 4, "\u4e2d\u0301 y" },
        { "\xff\xfe = 1\n", 3, 1, 4, "\xff\xfe = 1" },
        /* The end of the file still belongs to its last line. */
        { "a\nb\n", 4, 2, 3, "b" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct place place = at(*state, rows[i].bytes, rows[i].offset);
        size_t size;
        const char *line = place_line_text(place, &size);
        assert_int_equal(place_line(place), rows[i].line);
        assert_int_equal(place_column(place), rows[i].column);
        assert_string_equal(arena_copy(*state, line, size), rows[i].text);
    }
}

static void every_line_of_a_long_file_is_found(void **state)
{
    enum { LINES = 5000, WIDTH = 4 };
    char *bytes = arena_take(*state, LINES * WIDTH + 1, 1);
    for (int i = 0; i < LINES; i++)
        memcpy(bytes + WIDTH * i, "abc\n", WIDTH);
    struct place place = at(*state, bytes, 0);
    assert_int_equal(place.source->line_count, LINES);
    for (int i = 0; i < LINES; i++) {
        place.offset = (uint32_t)(WIDTH * i + i % WIDTH);
        assert_int_equal(place_line(place), i + 1);
        assert_int_equal(place_column(place), i % WIDTH + 1);
    }
}

static void places_as_text(void **state)
{
    assert_string_equal(place_text(*state, at(*state, "a\nb\n", 2)), "p.ini:2");
    assert_string_equal(place_text(*state, (struct place){ 0 }), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(lines_and_columns_by_hand),
        ARENA_TEST(every_line_of_a_long_file_is_found),
        ARENA_TEST(places_as_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
