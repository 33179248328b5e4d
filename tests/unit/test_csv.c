/* Exact CSV of both kinds, and texts that a spreadsheet would run. */

#include "docs.h"

static void a_budget_for_swedish_spreadsheets(void **state)
{
    assert_string_equal(csv(budget(*state), false), "\ufeffVård på väg\r\n"
                                                    "Projektet söker medfinansiering i två år.\r\n"
                                                    "Budget\r\n"
                                                    "\r\n"
                                                    "\"Kostnader och finansiering, kr\"\r\n"
                                                    "Kategori;2021;2022;Totalt\r\n"
                                                    "Kostnader;;;\r\n"
                                                    "Personal;1234100,50;100,50;1234201,00\r\n"
                                                    "Resor och möten i hela länet;0,50;0,50;1,00\r\n"
                                                    "Summa;1234101,00;101,00;1234202,00\r\n"
                                                    "Finansiering;;;\r\n"
                                                    "Regionen;1234101,00;80,00;1234181,00\r\n"
                                                    "Summa;1234101,00;80,00;1234181,00\r\n"
                                                    "Underskott;0,00;21,00;21,00\r\n");
}

/* Kronor whatever the unit; what is left out in thousands is not when it is more than nothing. */
static void csv_is_never_rounded(void **state)
{
    struct doc *doc = months(*state);
    struct doc_table *table = doc->blocks.items[0].table;
    money_row(doc, table, "Lite", 0, (money[]){ 0, 0, -401, 0, -401 })->optional = true;
    money_row(doc, table, "Noll", 0, (money[]){ 0, 0, 0, 0, 0 })->optional = true;
    doc_text(doc, TONE_NEUTRAL, "Slut");
    assert_string_equal(csv(doc, true), "\"Kassa, kr\"\n"
                                        ",2022-01,2022-02,2022-03,2022-04,Totalt\n"
                                        "In,1000.00,-2000.00,12345000.00,0.00,12344000.00\n"
                                        "Kvar,?,,,,\n"
                                        "Lite,0.00,0.00,-4.01,0.00,-4.01\n"
                                        "\n"
                                        "Slut\n");
}

static void csv_of_all_kinds(void **state)
{
    assert_string_equal(csv(derivation(*state), false), "\ufeffLön 2022-05\r\n"
                                                        ";Level;Värde\r\n"
                                                        "Lön;0;-1234567,89\r\n"
                                                        "Faktor;1;1,25\r\n"
                                                        "Antal;2;1234\r\n"
                                                        "Månad;2;2022-05\r\n"
                                                        "Beslutad;1;yes\r\n");
    assert_string_equal(csv(rules(*state), true), "Regler\n"
                                                  "Regel,Utslag,Andel,Skäl\n"
                                                  "Medfinansiering,pass,0.435,hälften eller mer\n"
                                                  "Kassa,fail,0.333333333,lägst i maj med 1\u00a0000\u00a0kr\n"
                                                  "Öppen,undetermined,?,\n");
}

static void csv_runs_nothing(void **state)
{
    static const char *const texts[] = { "=1+1", "+46",     "-2",  "@SUM(A1)", "\tx",     "\r=x",
                                         "  =1", "\uff1d1", "a;b", "a,b",      "a \"b\"", "'=1",
                                         "\n@x", "a=b; c",  "x ",  "2021-03",  "−2",      NULL };
    assert_string_equal(csv(labelled(*state, texts), true),
                        "\n"
                        "'=1+1\n'+46\n'-2\n'@SUM(A1)\n' x\n' =x\n'  =1\n'\uff1d1\n"
                        "\"a;b\"\n\"a,b\"\n\"a \"\"b\"\"\"\n'=1\n' @x\n\"a=b; c\"\n\"x \"\n2021-03\n"
                        "−2\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(a_budget_for_swedish_spreadsheets),
        ARENA_TEST(csv_is_never_rounded),
        ARENA_TEST(csv_of_all_kinds),
        ARENA_TEST(csv_runs_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
