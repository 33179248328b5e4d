/* Expected widths are counted by hand: one column a letter, two a wide sign, none a mark. */

#include "unit.h"

#include <string.h>

#include <medfin/base/path.h>
#include <medfin/base/text.h>

#define LENGTH(array) ((int)(sizeof(array) / sizeof *(array)))

static void texts_grow(void **state)
{
    struct text text = text_new(*state);
    assert_string_equal(text.bytes, "");
    text_add(&text, "mål");
    text_add_bytes(&text, " och medel", 4);
    text_fill(&text, '-', 3);
    text_fill(&text, 'x', 0);
    text_fill(&text, 'x', -5);
    text_addf(&text, "%s %d", ">", 42);
    assert_string_equal(text.bytes, "mål och---> 42");
    assert_int_equal(text.size, strlen(text.bytes));
    for (int i = 0; i < 1000; i++)
        text_add(&text, "åäö");
    assert_int_equal(text.size, strlen("mål och---> 42") + 6000);
    assert_int_equal(strlen(text.bytes), text.size);
}

static void characters_are_told_from_stray_bytes(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        size_t length;
    } rows[] = {
        { "a", 1 },
        { "å", 2 },
        { "\u20ac", 3 },
        { "\U0001f331", 4 },
        { "\xc3", 0 },     /* cut */
        { "\xe2\x82", 0 }, /* cut */
        { "\xa5", 0 },     /* stray */
        { "\xff", 0 },
        { "\xc0\xaf", 0 },         /* overlong */
        { "\xed\xa0\x80", 0 },     /* surrogate */
        { "\xf4\x90\x80\x80", 0 }, /* above U+10FFFF */
    };
    for (int i = 0; i < LENGTH(rows); i++) {
        size_t size = strlen(rows[i].bytes), length = rows[i].length;
        assert_int_equal(text_character(rows[i].bytes, size), length);
        assert_int_equal(text_step(rows[i].bytes, size), length ? length : 1);
    }
    assert_int_equal(text_character("å", 1), 0);
    assert_int_equal(text_character("\0", 1), 1);
    assert_int_equal(text_character("", 0), 0);
}

static void widths(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int columns;
    } rows[] = {
        { "", 0 },
        { "abc", 3 },
        { "Åre – Östersund", 15 },
        { "A\u030are", 3 },           /* a ring that combines */
        { "1\u00a0185\u202f000", 9 }, /* no-break spaces */
        { "\u4e2d\u6587", 4 },        /* wide */
        { "e\u0301\u0302\u0303", 1 },
        { "\u2212928", 4 },
        { "a\tb\x1b", 2 }, /* controls take none */
        { "a\x7f", 1 },
        { "\xff\xfe", 2 }, /* stray bytes one each */
    };
    for (int i = 0; i < LENGTH(rows); i++)
        assert_int_equal(text_columns(rows[i].text), rows[i].columns);
    assert_int_equal(text_width("abcdef", 4), 4);
}

static void fitting(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int columns;
        size_t bytes;
    } rows[] = {
        { "", 10, 0 },
        { "abc", 10, 3 },
        { "abc", 3, 3 },
        { "abc def", 3, 3 },
        { "abc def", 5, 3 },
        { "abc def", 6, 3 },
        { "abc def", 7, 7 },
        { "abcdef", 4, 4 },
        { "abcdef", 0, 1 }, /* at least one character */
        { "\u4e2d\u6587", 1, 3 },
        { "\u4e2d\u6587", 3, 3 },
        { "åäö åäö", 4, 6 },
        { "åäö åäö", 2, 4 },
        { "ae\u0301b", 2, 4 },  /* the mark stays with its letter */
        { "a\u00a0b c", 3, 4 }, /* no break at a no-break space */
        { "\xff\xff\xff", 2, 2 },
    };
    for (int i = 0; i < LENGTH(rows); i++)
        assert_int_equal(text_fit(rows[i].text, rows[i].columns), rows[i].bytes);
}

static void controls(void **state)
{
    (void)state;
    static const char *const acted_on[] = { "\x01",   "\x1b",   "\x7f",   "\n",        "\t",     "\xc2\x85", "\xc2\x9b",
                                            "\u202a", "\u202e", "\u2066", "\u2069",    "\u200e", "\u200f",   "\xff",
                                            "\u00ad", "\u061c", "\u200b", "\u200c",    "\u200d", "\u2028",   "\u2029",
                                            "\u2060", "\u2064", "\ufeff", "\U000e0041" };
    static const char *const harmless[] = { " ", "a", "å", "a\u0301", "\u00a0", "\u202f", "\u2013", "\u4e2d", "~" };
    for (int i = 0; i < LENGTH(acted_on); i++)
        assert_true(text_is_control(acted_on[i], strlen(acted_on[i])));
    for (int i = 0; i < LENGTH(harmless); i++)
        assert_false(text_is_control(harmless[i], strlen(harmless[i])));
}

static void nearest_names(void **state)
{
    static const char *const names[] = { "amount", "month", "monthly_salary", "share", "från", "x", NULL };
    static const struct {
        const char *word, *nearest;
    } rows[] = {
        { "amuont", "amount" }, /* two neighbours swapped */
        { "amout", "amount" },
        { "AMOUNT", "amount" },
        { "monthly-salary", "monthly_salary" },
        { "shares", "share" },
        { "fran", "från" },
        { "FRÅN", "från" },
        { "moth", "month" },
        { "salary", "monthly_salary" }, /* the only one that ends so */
        { "am", "amount" },             /* or begins so */
        { "mo", NULL },                 /* several do */
        { "tariff", NULL },
        { "zz", NULL },
        { "q", NULL },
        { "", NULL },
        { "\xff\xfe", NULL },
        { "amoun\xff", "amount" },
    };
    for (int i = 0; i < LENGTH(rows); i++) {
        const char *nearest = text_nearest(rows[i].word, names, *state);
        if (rows[i].nearest)
            assert_string_equal(nearest ? nearest : "nothing", rows[i].nearest);
        else
            assert_null(nearest);
    }
    static const char *const none[] = { NULL };
    assert_null(text_nearest("amount", none, *state));
}

static void words_too_long_to_compare_are_harmless(void **state)
{
    char *word = arena_copy(*state, "", 0);
    struct text text = text_new(*state);
    text_fill(&text, 'a', 100000);
    const char *const names[] = { "amount", word, text.bytes, NULL };
    assert_string_equal(text_nearest(text.bytes, names, *state), text.bytes);
}

static void plain_spaces(void **state)
{
    assert_string_equal(text_with_plain_spaces(*state, "1\u00a0185\u00a0000,50\u00a0kr"), "1 185 000,50 kr");
    assert_string_equal(text_with_plain_spaces(*state, "å\u202f–\u00a0"), "å\u202f– ");
    assert_string_equal(text_with_plain_spaces(*state, ""), "");
}

static void sameness(void **state)
{
    (void)state;
    assert_true(text_same("Beviljad", "bevILJAD"));
    assert_true(text_same("FÖRESLAGEN", "föreslagen"));
    assert_true(text_same("", ""));
    assert_false(text_same("sökt", "sokt"));
    assert_false(text_same("ja", "jaa"));
    assert_false(text_same("jaa", "ja"));
    assert_false(text_same("\xff", "\xfe"));
    assert_true(text_same("\xff", "\xff"));
    assert_false(text_same("\xc3", "å"));
}

static void names_are_meant(void **state)
{
    static const char *const rows[][2] = {
        { "Miljo\xcc\x88strateg", "Miljöstrateg" },
        { "  »A\u00a0 \t B«  ", "A B" },
        { "\"'A'\"", "A" },
        { "Anna \"Anka\" Ek", "Anna \"Anka\" Ek" },
        { "A # vikarie", "A" },
        { "A#1", "A#1" },
        { "A; B", "A" },
        { "\"\"", "\"\"" }, /* of nothing nothing is left to be meant */
        { "", "" },
        { "\xff", "\xff" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(text_name(*state, rows[i][0]), rows[i][1]);
}

/* What is written stays, case and signs too. */
static void a_text_is_tidied(void **state)
{
    static const char *const rows[][2] = {
        { "  Kansliet ,\tstyrelsen\r\n Ordf. ", "Kansliet , styrelsen Ordf." },
        { "A\u030asa\u00a0\u00a0Bo", "Åsa Bo" },
        { "\"A; B\" # ½ m\u00b2", "\"A; B\" # ½ m²" },
        { " \u00a0\n", "" },
        { "", "" },
        { "\xff", "\xff" },
    };
    for (int i = 0; i < LENGTH(rows); i++)
        assert_string_equal(text_tidy(*state, rows[i][0]), rows[i][1]);
}

/* A byte that begins no letter stays as it is. */
static void letters_change_their_case(void **state)
{
    static const char *const rows[][3] = {
        { "åRE", "ÅRE", "åre" },
        { "östra Ån", "Östra Ån", "östra ån" },
        { "1:A", "1:A", "1:a" },
        { "\xff"
          "Åa",
          "\xff"
          "Åa",
          "\xff"
          "åa" },
        { "", "", "" },
    };
    for (int i = 0; i < LENGTH(rows); i++) {
        assert_string_equal(text_capital(*state, rows[i][0]), rows[i][1]);
        assert_string_equal(text_lower(*state, rows[i][0]), rows[i][2]);
    }
}

static void stems_of_files(void **state)
{
    static const char *const rows[][2] = { { "scenarios/x/utan-1-1-medel.ini", "utan-1-1-medel" },
                                           { "plan.v2.ini", "plan.v2" },
                                           { "a.b/plan", "plan" },
                                           { ".ini", ".ini" } };
    for (int i = 0; i < LENGTH(rows); i++)
        assert_string_equal(file_stem(*state, rows[i][0]), rows[i][1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(texts_grow),
        cmocka_unit_test(characters_are_told_from_stray_bytes),
        cmocka_unit_test(widths),
        cmocka_unit_test(fitting),
        cmocka_unit_test(controls),
        ARENA_TEST(nearest_names),
        ARENA_TEST(words_too_long_to_compare_are_harmless),
        ARENA_TEST(plain_spaces),
        cmocka_unit_test(sameness),
        ARENA_TEST(names_are_meant),
        ARENA_TEST(a_text_is_tidied),
        ARENA_TEST(letters_change_their_case),
        ARENA_TEST(stems_of_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
