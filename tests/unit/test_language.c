/* What the process speaks. That each sentence has its Swedish is tests/cli/catalogue.sh's. */

#include "unit.h"

#include <medfin/base/language.h>

static void english_is_spoken_until_another_is_chosen(void **state)
{
    (void)state;
    assert_string_equal(tr("Member"), "Member");
    language_speak(LANGUAGE_SV);
    assert_string_equal(tr("Member"), "Medlem");
    language_speak(LANGUAGE_EN);
    assert_string_equal(tr("Member"), "Member");
}

static void what_the_catalogue_lacks_stays_as_it_is(void **state)
{
    (void)state;
    language_speak(LANGUAGE_SV);
    assert_string_equal(tr(""), "");
    assert_string_equal(tr("\x01"), "\x01");
    assert_string_equal(tr("Membe"), "Membe");
    assert_string_equal(tr("\xff"), "\xff");
    language_speak(LANGUAGE_EN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(english_is_spoken_until_another_is_chosen),
        cmocka_unit_test(what_the_catalogue_lacks_stays_as_it_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
