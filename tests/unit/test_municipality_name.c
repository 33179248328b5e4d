/* Names of municipalities: what is one, and what is not. */

#include "unit.h"

#include <string.h>

#include <medfin/base/municipality_name.h>
#include <medfin/base/text.h>

static void one_municipality_in_many_spellings(void **state)
{
    static const char *const same[][2] = {
        { "Tranås", "Tranås kommun" },
        { "Tranås", "TRANÅS" },
        { "Arvika", "Arvika kommun" },
        { "Säter", "Säters kommun" },
        { "Falun", "Falu kommun" },
        { "Solna", "SOLNA STAD" },
        { "Västerås", "Västerås stad" },
        { "Malmö", "Malmo\u0308 stad" },
        { "Dals-Ed", "Dals-Eds kommun" },
        { "Upplands-Bro", "upplands-bro" },
        { "Lilla\u00a0Edet", "Lilla  Edets kommun" },
    };
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        assert_string_equal(municipality_plain(*state, same[i][0]), municipality_plain(*state, same[i][1]));
}

static void two_municipalities_stay_two(void **state)
{
    static const char *const differ[][2] = {
        { "Habo", "Håbo" },   { "Mark", "Markaryd" }, { "Berg", "Borg" }, { "Region Gotland", "Gotland" },
        { "kommun", "stad" },
    };
    for (size_t i = 0; i < sizeof differ / sizeof *differ; i++)
        assert_string_not_equal(municipality_plain(*state, differ[i][0]), municipality_plain(*state, differ[i][1]));
}

static void letters_are_built_on_others(void **state)
{
    static const char *const cases[][2] = { { "é", "e" },     { "Ü", "U" }, { "ø", "ö" },    { "Æ", "Ä" },
                                            { "ж", "u0436" }, { "(", "" },  { "\u2013", "" } };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct text out = text_new(*state);
        text_add_plain_letter(&out, cases[i][0], strlen(cases[i][0]));
        assert_string_equal(out.bytes, cases[i][1]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(one_municipality_in_many_spellings),
        ARENA_TEST(two_municipalities_stay_two),
        ARENA_TEST(letters_are_built_on_others),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
