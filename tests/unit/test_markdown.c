/* Exact Markdown, and texts that would be more than text in it. */

#include "docs.h"

static const char budget_md[] = "# Vård på väg\n"
                                "\n"
                                "Projektet söker medfinansiering i två år.\n"
                                "\n"
                                "## Budget\n"
                                "\n"
                                "Kostnader och finansiering, kr\n"
                                "\n"
                                "| Kategori                       |          2021 |    2022 |        Totalt |\n"
                                "| :----------------------------- | ------------: | ------: | ------------: |\n"
                                "| **Kostnader**                  |               |         |               |\n"
                                "| ··Personal                     |     1·234·101 |     100 |     1·234·201 |\n"
                                "| ··Resor och möten i hela länet |             0 |       1 |             1 |\n"
                                "| **Summa**                      | **1·234·101** | **101** | **1·234·202** |\n"
                                "| **Finansiering**               |               |         |               |\n"
                                "| ··Regionen                     |     1·234·101 |      80 |     1·234·181 |\n"
                                "| **Summa**                      | **1·234·101** |  **80** | **1·234·181** |\n"
                                "| Underskott                     |             0 |      21 |            21 |\n"
                                "\n"
                                "Rounded to whole kr; the figures add up as printed.\n";

static void a_budget_in_markdown(void **state)
{
    assert_string_equal(written(budget(*state), "md", 0, false), no_break(*state, budget_md));
}

static void unknown_and_left_out_in_markdown(void **state)
{
    struct doc *doc = months(*state);
    struct doc_table *table = doc->blocks.items[0].table;
    money_row(doc, table, "Noll", 0, (money[]){ 0, 0, 400, 0, 400 })->optional = true;
    assert_string_equal(written(doc, "md", 0, false),
                        no_break(*state, "Kassa, tkr\n"
                                         "\n"
                                         "|      | 2022-01 | 2022-02 | 2022-03 | 2022-04 | Totalt |\n"
                                         "| :--- | ------: | ------: | ------: | ------: | -----: |\n"
                                         "| In   |       1 |      −2 |  12·345 |       0 | 12·344 |\n"
                                         "| Kvar |       ? |         |         |         |        |\n"
                                         "\n"
                                         "Rounded to whole tkr; the figures add up as printed.\n"));
}

static void markdown_means_nothing_but_itself(void **state)
{
    static const char *const texts[] = { "a|b",         "<b>&lt;", "*a* _b_ c_d `e` ~f~ $g$",
                                         "[a](b) ![c]", "\\|",     "{{x}}",
                                         "#1 #",        "a\n# b",  "http://a www.b",
                                         "  1. x ",     "1:1",     ":smile: 1:1-medel:",
                                         NULL };
    assert_string_equal(written(labelled(*state, texts), "md", 0, false),
                        "|                                   |\n"
                        "| :-------------------------------- |\n"
                        "| a\\|b                              |\n"
                        "| \\<b\\>\\&lt;                        |\n"
                        "| \\*a\\* \\_b\\_ c_d \\`e\\` \\~f\\~ \\$g\\$ |\n"
                        "| \\[a\\](b) !\\[c\\]                   |\n"
                        "| \\\\\\|                              |\n"
                        "| \\{\\{x\\}\\}                         |\n"
                        "| \\#1 \\#                            |\n"
                        "| a \\# b                            |\n"
                        "| http\\://a www\\.b                  |\n"
                        "| 1. x                              |\n"
                        "| 1:1                               |\n"
                        "| \\:smile: 1:1-medel:               |\n");
    struct doc *doc = swedish(*state, "kr");
    static const char *const beginnings[] = { "# a", "- a", "+ a", "12. a", "1) a", "> a", "  - a", "1:1", "=", NULL };
    for (int i = 0; beginnings[i]; i++)
        doc_text(doc, TONE_NEUTRAL, beginnings[i]);
    doc_heading(doc, 9, "- a #");
    assert_string_equal(written(doc, "md", 0, false),
                        "\\# a\n\n\\- a\n\n\\+ a\n\n12\\. a\n\n1\\) a\n\n\\> a\n\n\\- a\n\n1:1\n\n=\n\n"
                        "###### - a \\#\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(a_budget_in_markdown),
        ARENA_TEST(unknown_and_left_out_in_markdown),
        ARENA_TEST(markdown_means_nothing_but_itself),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
