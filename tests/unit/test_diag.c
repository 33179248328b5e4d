#include "unit.h"

#include <ctype.h>
#include <string.h>

#include <medfin/base/diag.h>
#include <medfin/base/diag_text.h>
#include <medfin/base/month.h>
#include <medfin/base/text.h>

static const struct place nowhere;

static struct place in(struct arena *arena, const char *name, int order, const char *bytes, const char *fault)
{
    const char *at = strstr(bytes, fault);
    assert_non_null(at);
    return place_at(source_new(arena, name, bytes, strlen(bytes), order), (size_t)(at - bytes), strlen(fault));
}

/* Any row whose sentence holds {1} alone and whose hint holds {2} alone. */
static const enum diag_id row = DIAG_NO_SUCH_SECTION;

static const char *filled(struct arena *arena, const char *sentence, const char *mark, const char *word)
{
    const char *at = strstr(sentence, mark);
    assert_non_null(at);
    return arena_text(arena, "%.*s%s%s", (int)(at - sentence), sentence, word, at + strlen(mark));
}

static const char *said(struct arena *arena, const char *word)
{
    return filled(arena, diag_rows[row].sentence, "{1}", word);
}

static const char *hinted(struct arena *arena, const char *word)
{
    return filled(arena, diag_rows[row].hint, "{2}", word);
}

/* What the row at that place is reported as. */
static const char *report(struct arena *arena, struct place place, const char *word, const char *nearest)
{
    struct diags *diags = diags_new(arena);
    diag_add(diags, row, place, ARGS(arg_text(word), arg_text(nearest)));
    return diags_text(diags, LANGUAGE_EN, true, arena);
}

static void one_error_with_line_caret_and_hint(void **state)
{
    struct place place = in(*state, "p.ini", 0, "\n[projct]\ntitle = Å\n", "projct");
    assert_string_equal(report(*state, place, "projct", "project"),
                        arena_text(*state,
                                   "p.ini:2:2: error: %s\n"
                                   "       2 | [projct]\n"
                                   "         |  ^~~~~~\n"
                                   "hint: %s\n",
                                   said(*state, "projct"), hinted(*state, "project")));
}

static void no_hint_without_its_argument(void **state)
{
    struct place place = in(*state, "p.ini", 0, "[q]\r\n", "q");
    assert_string_equal(report(*state, place, "q", NULL), arena_text(*state,
                                                                     "p.ini:1:2: error: %s\n"
                                                                     "       1 | [q]\n"
                                                                     "         |  ^\n",
                                                                     said(*state, "q")));
}

static void no_place_no_line(void **state)
{
    assert_string_equal(report(*state, nowhere, "q", NULL),
                        arena_text(*state, "medfin: error: %s\n", said(*state, "q")));
}

static void carets_stand_under_text_of_any_width(void **state)
{
    /* Eight characters to x, seven columns before it. */
    struct place place = in(*state, "p.ini", 0, "å\u4e2de\u0301 = xå\u4e2d\n", "xå\u4e2d");
    assert_string_equal(report(*state, place, "q", NULL), arena_text(*state,
                                                                     "p.ini:1:8: error: %s\n"
                                                                     "       1 | å\u4e2de\u0301 = xå\u4e2d\n"
                                                                     "         |        ^~~~\n",
                                                                     said(*state, "q")));
    place = in(*state, "p.ini", 0, "a\tb\n", "b");
    assert_string_equal(report(*state, place, "q", NULL), arena_text(*state,
                                                                     "p.ini:1:3: error: %s\n"
                                                                     "       1 | a b\n"
                                                                     "         |   ^\n",
                                                                     said(*state, "q")));
}

static void a_place_may_be_empty_or_reach_past_its_line(void **state)
{
    struct place place = in(*state, "p.ini", 0, "ab\ncd\n", "b\ncd");
    assert_string_equal(report(*state, place, "q", NULL), arena_text(*state,
                                                                     "p.ini:1:2: error: %s\n"
                                                                     "       1 | ab\n"
                                                                     "         |  ^\n",
                                                                     said(*state, "q")));
    place = in(*state, "p.ini", 0, "", "");
    assert_string_equal(report(*state, place, "q", NULL), arena_text(*state,
                                                                     "p.ini:1:1: error: %s\n"
                                                                     "       1 | \n"
                                                                     "         | ^\n",
                                                                     said(*state, "q")));
}

static void what_a_terminal_would_act_on_is_shown_harmlessly(void **state)
{
    struct place place = in(*state, "p\x1b[2J.ini", 0, "\x1b[31mred\u202e\x07 \xff = 1\n", "=");
    assert_string_equal(report(*state, place, "\x1b]0;own\xc2\x9b", "\u2066x"),
                        arena_text(*state,
                                   "p\ufffd[2J.ini:1:14: error: %s\n"
                                   "       1 | \ufffd[31mred\ufffd\ufffd \ufffd = 1\n"
                                   "         |              ^\n"
                                   "hint: %s\n",
                                   said(*state, "\ufffd]0;own\ufffd"), hinted(*state, "\ufffdx")));
}

/* The quoted line and the caret line of a report. */
static void check_long_line(struct arena *arena, const char *bytes, const char *fault)
{
    const char *text = report(arena, in(arena, "p.ini", 0, bytes, fault), "q", NULL);
    const char *line = strchr(text, '\n') + 1, *caret = strchr(line, '\n') + 1;
    assert_in_range(strlen(text), 1, 5000);
    assert_in_range(text_width(line, (size_t)(caret - line)), 1, 11 + 160 + 1);
    assert_memory_equal(line + (strchr(caret, '^') - caret), fault, 1);
}

static void long_lines_are_shown_around_the_fault(void **state)
{
    enum { LONG = 1000000 };
    char *bytes = arena_take(*state, LONG + 1, 1);
    memset(bytes, 'a', LONG);
    static const size_t places[] = { 0, 1, 79, 80, 81, 160, LONG / 2, LONG - 1 };
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        bytes[places[i]] = 'X';
        check_long_line(*state, bytes, "X");
        bytes[places[i]] = 'a';
    }
    memcpy(bytes + LONG / 2, "Xbbbb", 5);
    check_long_line(*state, bytes, bytes + LONG / 2);
}

static void marks_without_width_do_not_fill_the_screen(void **state)
{
    struct text line = text_new(*state);
    for (int i = 0; i < 100000; i++)
        text_add(&line, "\u0301");
    text_add(&line, "X");
    for (int i = 0; i < 100000; i++)
        text_add(&line, "\u0301");
    const char *text = report(*state, in(*state, "p.ini", 0, line.bytes, "X"), "q", NULL);
    assert_in_range(strlen(text), 1, 5000);
}

static void sorted_by_place(void **state)
{
    const char *bytes = "[a]\n[b]\n";
    struct place a = in(*state, "p.ini", 0, bytes, "a"), b = a, above = in(*state, "s.ini", 1, bytes, "a");
    b.offset = 5;
    struct diags *diags = diags_new(*state);
    diag_add(diags, row, above, ARGS(arg_text("fourth")));
    diag_add(diags, row, b, ARGS(arg_text("third")));
    diag_add(diags, row, a, ARGS(arg_text("first")));
    diag_add(diags, row, a, ARGS(arg_text("second")));
    diag_add(diags, row, nowhere, ARGS(arg_text("zeroth")));
    const char *text = diags_text(diags, LANGUAGE_EN, true, *state);
    static const char *const order[] = { "zeroth", "first", "second", "third", "fourth" };
    for (int i = 0; i < 5; i++) {
        text = strstr(text, order[i]);
        assert_non_null(text);
    }
    assert_int_equal(diags_errors(diags), 5);
}

static void no_argument_writes_a_control_character(void **state)
{
    struct place place = in(*state, "p\x15.ini", 0, "[q]\n", "q");
    const struct diag_arg args[] = { arg_text("q\x15"), arg_either("q\x15", "r\x15"), arg_place(place) };
    for (size_t i = 0; i < sizeof args / sizeof *args; i++)
        for (enum language language = LANGUAGE_SV; language <= LANGUAGE_EN; language++) {
            struct diags *diags = diags_new(*state);
            diag_add(diags, row, place, ARGS(args[i]));
            const char *text = diags_text(diags, language, true, *state);
            assert_null(strchr(text, '\x15'));
            assert_non_null(strstr(text, "\ufffd"));
        }
}

static void each_error_once(void **state)
{
    struct place place = in(*state, "p.ini", 0, "[q]\n", "q");
    struct diags *diags = diags_new(*state);
    for (int i = 0; i < 3; i++)
        diag_add(diags, row, place, ARGS(arg_text("q")));
    assert_string_equal(diags_text(diags, LANGUAGE_EN, true, *state), report(*state, place, "q", NULL));
}

static enum diag_id a_warning(void)
{
    for (int i = 0; i < DIAG_COUNT; i++)
        if (diag_rows[i].class == DIAG_WARNING)
            return (enum diag_id)i;
    fail_msg("no row is a warning");
    return DIAG_COUNT;
}

/* What differs in nothing but one argument is another error. */
static void errors_that_differ_in_an_argument_are_two(void **state)
{
    struct place place = in(*state, "p.ini", 0, "[q]\n[r]\n", "q"), other = in(*state, "p.ini", 0, "[q]\n[r]\n", "r");
    other.source = place.source;
    const struct diag_arg args[] = { arg_text("q"), arg_text("r"),    arg_text(NULL),   arg_count(1),
                                     arg_count(2),  arg_place(place), arg_place(other), arg_year(1) };
    struct diags *diags = diags_new(*state);
    const int count = (int)(sizeof args / sizeof *args);
    for (int i = 0; i < count; i++)
        diag_add(diags, row, place, ARGS(args[i]));
    const char *text = diags_text(diags, LANGUAGE_EN, true, *state);
    int said_of_q = 0;
    for (const char *at = text; (at = strstr(at, "p.ini:1:2: error")); at++)
        said_of_q++;
    assert_int_equal(said_of_q, count);
}

/* Errors in the project that are not there without the scenario come from the scenario's line. */
static void errors_elsewhere_come_from_their_cause(void **state)
{
    struct place here = in(*state, "p.ini", 0, "[q]\n", "q"), cause = in(*state, "s.ini", 1, "[s]\n", "s");
    struct diags *before = diags_new(*state), *diags = diags_new(*state);
    diag_add(before, row, here, ARGS(arg_text("old")));
    diag_add(diags, row, here, ARGS(arg_text("old")));
    diag_add(diags, row, here, ARGS(arg_text("new")));
    diag_add(diags, a_warning(), here, NULL);
    assert_true(diags_blame(diags, 0, before, cause)); /* the old one has none */
    const char *because = arena_text(*state, "because of s.ini:1\n%s", "       1 | [s]\n         |  ^\n");
    const char *text = diags_text(diags, LANGUAGE_EN, false, *state), *at = strstr(text, because);
    assert_non_null(at);
    assert_true(at > strstr(text, said(*state, "new")));
    assert_null(strstr(at + 1, "because of"));

    /* One that has its cause keeps it, and one in the cause's own file needs none but is not told it. */
    struct diags *own = diags_new(*state);
    diag_add(own, row, here, ARGS(arg_text("new")));
    assert_false(diags_blame(own, 0, before, cause));
    assert_false(diags_blame(own, 0, before, here));
    assert_non_null(strstr(diags_text(own, LANGUAGE_EN, true, *state), "because of s.ini"));
    diag_add(own, row, cause, ARGS(arg_text("own")));
    assert_true(diags_blame(own, 1, before, cause));
}

static void at_most_twenty_and_how_many_more(void **state)
{
    struct diags *diags = diags_new(*state);
    for (int i = 0; i < 25; i++)
        diag_add(diags, row, nowhere, ARGS(arg_count(i)));
    const char *text = diags_text(diags, LANGUAGE_EN, true, *state);
    int lines = 0;
    for (const char *at = text; (at = strchr(at, '\n')); at++)
        lines++;
    assert_int_equal(lines, 21);
    assert_non_null(strstr(text, arena_text(*state, "%s\nand 5 more\n", said(*state, "19"))));
}

static void warnings_are_no_errors(void **state)
{
    struct diags *diags = diags_new(*state);
    assert_string_equal(diags_text(diags, LANGUAGE_EN, true, *state), "");
    diag_add(diags, a_warning(), nowhere, NULL);
    assert_int_equal(diags_errors(diags), 0);
    assert_true(diags_any(diags, DIAG_WARNING));
    assert_false(diags_any(diags, DIAG_INPUT));
    assert_string_equal(diags_text(diags, LANGUAGE_EN, false, *state), "");
    const char *text = diags_text(diags, LANGUAGE_EN, true, *state);
    assert_memory_equal(text, "medfin: warning: ", strlen("medfin: warning: "));
}

static void arguments_become_text_when_printed(void **state)
{
    struct place place = in(*state, "p.ini", 0, "\n\nx\n", "x");
    const struct {
        struct diag_arg arg;
        const char *swedish;
    } rows[] = {
        { arg_text("ö"), "ö" },
        { arg_word("hint"), "hint" },
        { arg_money(118500050), "1 185 000,50 kr" },
        { arg_share(435000000), "43,5 %" },
        { arg_month(month_of(2022, 9)), "2022-09" },
        { arg_count(150000), "150 000" },
        { arg_year(2021), "2021" },
        { arg_place(place), "p.ini:3" },
        { arg_text(NULL), "" },
        { arg_word(NULL), "" },
        { arg_place(nowhere), "" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct diags *diags = diags_new(*state);
        diag_add(diags, row, nowhere, ARGS(rows[i].arg));
        assert_string_equal(diags_text(diags, LANGUAGE_SV, true, *state),
                            arena_text(*state, "medfin: error: %s\n", said(*state, rows[i].swedish)));
    }
}

static void texts_are_copied(void **state)
{
    char word[] = "first";
    struct diags *diags = diags_new(*state);
    diag_add(diags, row, nowhere, ARGS(arg_text(word)));
    memcpy(word, "other", sizeof word);
    assert_string_equal(diags_text(diags, LANGUAGE_EN, true, *state),
                        arena_text(*state, "medfin: error: %s\n", said(*state, "first")));
}

static void check_marks(const char *sentence)
{
    for (const char *at = sentence; (at = strchr(at, '{')); at++)
        if (at[1] < '1' || at[1] > '4' || at[2] != '}')
            fail_msg("an odd mark in: %s", sentence);
}

static void every_row_is_well_formed(void **state)
{
    (void)state;
    for (int i = 0; i < DIAG_COUNT; i++) {
        const struct diag_row *one = &diag_rows[i];
        for (const char *at = one->name; *at; at++)
            assert_true(islower((unsigned char)*at) || isdigit((unsigned char)*at) || *at == '-');
        for (int j = 0; j < i; j++)
            assert_string_not_equal(one->name, diag_rows[j].name);
        assert_true(*one->name && *one->sentence && one->hint);
        if (one->sentence[strlen(one->sentence) - 1] == '.')
            fail_msg("a full stop ends: %s", one->sentence);
        check_marks(one->sentence);
        check_marks(one->hint);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(one_error_with_line_caret_and_hint),
        ARENA_TEST(no_hint_without_its_argument),
        ARENA_TEST(no_place_no_line),
        ARENA_TEST(carets_stand_under_text_of_any_width),
        ARENA_TEST(a_place_may_be_empty_or_reach_past_its_line),
        ARENA_TEST(what_a_terminal_would_act_on_is_shown_harmlessly),
        ARENA_TEST(long_lines_are_shown_around_the_fault),
        ARENA_TEST(marks_without_width_do_not_fill_the_screen),
        ARENA_TEST(sorted_by_place),
        ARENA_TEST(no_argument_writes_a_control_character),
        ARENA_TEST(each_error_once),
        ARENA_TEST(errors_that_differ_in_an_argument_are_two),
        ARENA_TEST(errors_elsewhere_come_from_their_cause),
        ARENA_TEST(at_most_twenty_and_how_many_more),
        ARENA_TEST(warnings_are_no_errors),
        ARENA_TEST(arguments_become_text_when_printed),
        ARENA_TEST(texts_are_copied),
        cmocka_unit_test(every_row_is_well_formed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
