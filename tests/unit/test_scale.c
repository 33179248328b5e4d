/* What a heading says that its amounts are in. */

#include "unit.h"

#include <medfin/values/scale.h>

static void a_heading_says_thousands_or_millions(void **state)
{
    static const struct {
        const char *heading;
        int power;
    } cases[] = {
        { "Kostnad, tkr", 3 },
        { "Belopp (1 000 kr)", 3 },
        { "Belopp (1\u00a0000 kr)", 3 },
        { "1000-tal kronor", 3 },
        { "Pris i ksek", 3 },
        { "Kostnad (Tusental kronor)", 3 },
        { "1.000 kr", 3 },
        { "Summa, mnkr", 6 },
        { "1 000 000 kr", 6 },
        { "Miljoner kronor", 6 },
        { "Kostnad, kr", 0 },
        { "kronor 2021", 0 },
        { "Budget 2021", -1 },
        { "H\u00f6gst 1 000 deltagare", -1 },
        { "", -1 },
        { "Arkrum", -1 },
        { "1 000", -1 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (scale_said(cases[i].heading, *state) != cases[i].power)
            fail_msg("'%s' says %d", cases[i].heading, scale_said(cases[i].heading, *state));
}

int main(void)
{
    const struct CMUnitTest tests[] = { ARENA_TEST(a_heading_says_thousands_or_millions) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
