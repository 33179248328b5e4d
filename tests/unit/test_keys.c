#include "unit.h"

#include <string.h>

#include <medfin/base/diag_text.h>
#include <medfin/model/key_names.h>
#include <medfin/values/value.h>

/* What help and front ends show can be written in a file. */
static void every_example_is_read(void **state)
{
    static const enum language languages[] = { LANGUAGE_SV, LANGUAGE_EN };
    for (int l = 0; l < 2; l++)
        for (struct section_key at = { SECTION_COUNT, NULL }; section_key_next(&at);) {
            language_speak(languages[l]);
            const char *text = key_example(*state, at.key, at.section, languages[l]);
            struct place place = place_at(source_new(*state, at.key->name, text, strlen(text), 0), 0, strlen(text));
            struct diags *diags = diags_new(*state);
            struct value value;
            assert_true(*text);
            value_read(at.key, OPERATION_SET, text, place, &value, *state, diags);
            assert_string_equal(diags_text(diags, languages[l], true, *state), "");
        }
}

/* The usual word says nothing. */
static void a_word_is_told_by_one_that_it_is_not_already(void **state)
{
    month at;
    language_speak(LANGUAGE_EN);
    assert_string_equal(key_example(*state, key_find(SECTION_FUNDER, "surplus", &at), SECTION_FUNDER, LANGUAGE_EN),
                        "kept");
    assert_string_equal(key_example(*state, key_find(SECTION_STAFF, "eligible", &at), SECTION_STAFF, LANGUAGE_SV),
                        "nej");
    assert_string_equal(key_example(*state, key_find(SECTION_TRAVEL, "category", &at), SECTION_TRAVEL, LANGUAGE_SV),
                        "resor");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(every_example_is_read),
        ARENA_TEST(a_word_is_told_by_one_that_it_is_not_already),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
