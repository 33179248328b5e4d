/* Exact outputs of the writers. The process has chosen no language, so sentences are English;
   figures follow the doc. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <medfin/report/writer.h>

static void out_of_memory(void)
{
    abort();
}

static int set_up(void **state)
{
    *state = arena_new(out_of_memory);
    return 0;
}

static int tear_down(void **state)
{
    arena_free(*state);
    return 0;
}

static const char *written(const struct doc *doc, const char *format, int width, bool color)
{
    struct text out = text_new(doc->arena);
    writer_find(format)->write(doc, &(struct writer_options){ .width = width, .color = color }, &out);
    return out.bytes;
}

static struct doc *swedish(struct arena *arena, const char *unit)
{
    const struct doc_unit *found = doc_units;
    while (strcmp(found->name, unit) != 0)
        found++;
    return doc_new(arena, LANGUAGE_SV, found);
}

/* Every line is narrow enough and has no blank at its end. */
static void check_lines(const char *text, int width)
{
    for (const char *at = text; *at;) {
        size_t line = strcspn(at, "\n");
        assert_true(text_width(at, line) <= width);
        assert_true(!line || at[line - 1] != ' ');
        at += line + 1;
    }
}

static struct doc_row *money_row(struct doc *doc, struct doc_table *table, const char *label, int indent,
                                 const money *figures)
{
    struct doc_row *row = doc_row(doc, table, label, indent);
    for (int i = 0; i < table->column_count; i++)
        row->cells[i] = cell_money(figures[i], false, NULL);
    return row;
}

/* Cost 100,50 + 0,50 a year, financed by 101 and by 80: the second year lacks 21. */
static struct doc *budget(struct arena *arena)
{
    struct doc *doc = swedish(arena, "kr");
    doc_heading(doc, 1, "Vård på väg");
    doc_text(doc, TONE_NEUTRAL, "Projektet söker medfinansiering i två år.");
    doc_heading(doc, 2, "Budget");
    const struct doc_column years[] = { { "2021", 2, false }, { "2022", 2, false }, { "Totalt", -1, false } };
    struct doc_table *table = doc_table(doc, "Kostnader och finansiering", "Kategori", years, 3);
    table->labels_wrap = true;
    doc_row(doc, table, "Kostnader", 0)->is_heading = true;
    money_row(doc, table, "Personal", 1, (money[]){ 123410050, 10050, 123420100 })->part_of = 3;
    money_row(doc, table, "Resor och möten i hela länet", 1, (money[]){ 50, 50, 100 })->part_of = 3;
    money_row(doc, table, "Summa", 0, (money[]){ 123410100, 10100, 123420200 })->is_total = true;
    table->rows.items[3].part_of = 8;
    doc_row(doc, table, "Finansiering", 0)->is_heading = true;
    money_row(doc, table, "Regionen", 1, (money[]){ 123410100, 8000, 123418100 })->part_of = 6;
    money_row(doc, table, "Summa", 0, (money[]){ 123410100, 8000, 123418100 })->is_total = true;
    money_row(doc, table, "Underskott", 0, (money[]){ 0, 2100, 2100 });
    doc_row(doc, table, "", 0)->hidden = true;
    for (int row = 6; row < 8; row++) {
        table->rows.items[row].part_of = 8;
        table->rows.items[row].sign = -1;
    }
    return doc;
}

static const char budget_80[] = "Vård på väg\n"
                                "===========\n"
                                "\n"
                                "Projektet söker medfinansiering i två år.\n"
                                "\n"
                                "Budget\n"
                                "------\n"
                                "\n"
                                "Kostnader och finansiering, kr\n"
                                "Kategori                             2021  2022     Totalt\n"
                                "──────────────────────────────────────────────────────────\n"
                                "Kostnader\n"
                                "  Personal                      1 234 100   101  1 234 201\n"
                                "  Resor och möten i hela länet          1     0          1\n"
                                "──────────────────────────────────────────────────────────\n"
                                "Summa                           1 234 101   101  1 234 202\n"
                                "\n"
                                "Finansiering\n"
                                "  Regionen                      1 234 101    80  1 234 181\n"
                                "──────────────────────────────────────────────────────────\n"
                                "Summa                           1 234 101    80  1 234 181\n"
                                "Underskott                              0    21         21\n"
                                "Rounded to whole kr; the figures add up as printed.\n";

static const char budget_40[] = "Vård på väg\n"
                                "===========\n"
                                "\n"
                                "Projektet söker medfinansiering i två\n"
                                "år.\n"
                                "\n"
                                "Budget\n"
                                "------\n"
                                "\n"
                                "Kostnader och finansiering, kr\n"
                                "Kategori                      2021  2022\n"
                                "────────────────────────────────────────\n"
                                "Kostnader\n"
                                "  Personal               1 234 100   101\n"
                                "  Resor och möten i              1     0\n"
                                "    hela länet\n"
                                "────────────────────────────────────────\n"
                                "Summa                    1 234 101   101\n"
                                "\n"
                                "Finansiering\n"
                                "  Regionen               1 234 101    80\n"
                                "────────────────────────────────────────\n"
                                "Summa                    1 234 101    80\n"
                                "Underskott                       0    21\n"
                                "\n"
                                "Kategori                          Totalt\n"
                                "────────────────────────────────────────\n"
                                "Kostnader\n"
                                "  Personal                     1 234 201\n"
                                "  Resor och möten i hela               1\n"
                                "    länet\n"
                                "────────────────────────────────────────\n"
                                "Summa                          1 234 202\n"
                                "\n"
                                "Finansiering\n"
                                "  Regionen                     1 234 181\n"
                                "────────────────────────────────────────\n"
                                "Summa                          1 234 181\n"
                                "Underskott                            21\n"
                                "Rounded to whole kr; the figures add up\n"
                                "as printed.\n";

static void a_budget_at_80_columns(void **state)
{
    const char *text = written(budget(*state), "text", 80, false);
    assert_string_equal(text, budget_80);
    check_lines(text, 80);
}

static void a_budget_at_40_columns(void **state)
{
    const char *text = written(budget(*state), "text", 40, false);
    assert_string_equal(text, budget_40);
    check_lines(text, 40);
}

static struct doc *months(struct arena *arena)
{
    struct doc *doc = swedish(arena, "tkr");
    const struct doc_column columns[] = {
        { "2022-01", 4, false }, { "2022-02", 4, false }, { "2022-03", 4, false },
        { "2022-04", 4, false }, { "Totalt", -1, false },
    };
    struct doc_table *table = doc_table(doc, "Kassa", "", columns, 5);
    money_row(doc, table, "In", 0, (money[]){ 100000, -200000, 1234500000, 0, 1234400000 });
    doc_row(doc, table, "Kvar", 0)->cells[0] = cell_money(0, true, NULL);
    return doc;
}

static const char bands_40[] = "Kassa, tkr\n"
                               "      2022-01  2022-02  2022-03  2022-04\n"
                               "────────────────────────────────────────\n"
                               "In          1       −2   12 345        0\n"
                               "Kvar        ?\n"
                               "\n"
                               "      Totalt\n"
                               "────────────\n"
                               "In    12 344\n"
                               "Kvar\n";

static void columns_that_do_not_fit_make_a_band(void **state)
{
    assert_string_equal(written(months(*state), "text", 40, false), bands_40);
}

static struct doc_cell verdict(enum doc_tone tone, const char *word, const char *id, const char *key)
{
    return (struct doc_cell){ .kind = CELL_VERDICT, .number = tone, .text = word, .id = id, .key = key };
}

static struct doc *rules(struct arena *arena)
{
    struct doc *doc = swedish(arena, "kr");
    const struct doc_column columns[] = { { "Utslag", -1, false },
                                          { "Andel", -1, false },
                                          { "Skäl", -1, true } };
    struct doc_table *table = doc_table(doc, "Regler", "Regel", columns, 3);
    table->labels_wrap = true;
    struct doc_row *row = doc_row(doc, table, "Medfinansiering", 0);
    row->cells[0] = verdict(TONE_GOOD, "håller", "pass", "rules[0].verdict");
    row->cells[1] = cell_share(435000000, false, "rules[0].figures.share");
    row->cells[2] = cell_text("hälften eller mer", NULL);
    row = doc_row(doc, table, "Kassa", 0);
    row->cells[0] = verdict(TONE_BAD, "brister", "fail", "rules[1].verdict");
    row->cells[1] = cell_share(333333333, false, "rules[1].figures.share");
    row->cells[2] = cell_text("lägst i maj med 1\u00a0000\u00a0kr", NULL);
    row = doc_row(doc, table, "Öppen", 0);
    row->cells[0] = verdict(TONE_OPEN, "ovisst", "undetermined", "rules[2].verdict");
    row->cells[1] = cell_share(0, true, "rules[2].figures.share");
    return doc;
}

static const char rules_40[] = "Regler\n"
                               "Regel            Utslag     Andel\n"
                               "─────────────────────────────────\n"
                               "Medfinansiering  håller    43,5 %\n"
                               "Kassa            brister  33,33 %\n"
                               "Öppen            ovisst         ?\n"
                               "\n"
                               "Regel            Skäl\n"
                               "────────────────────────────────────────\n"
                               "Medfinansiering  hälften eller mer\n"
                               "Kassa            lägst i maj med\n"
                               "                 1 000 kr\n"
                               "Öppen\n";

static void broken_columns_and_shares(void **state)
{
    const char *text = written(rules(*state), "text", 40, false);
    assert_string_equal(text, rules_40);
    check_lines(text, 40);
}

static void a_verdict_is_colored_and_keeps_its_word(void **state)
{
    const char *text = written(rules(*state), "text", 80, true);
    assert_non_null(strstr(text, "\033[32mhåller\033[0m"));
    assert_non_null(strstr(text, "\033[31mbrister\033[0m"));
    assert_non_null(strstr(text, "  ovisst"));
    assert_null(strchr(written(rules(*state), "text", 80, false), '\033'));
}

static void a_derivation_is_indented(void **state)
{
    struct doc *doc = swedish(*state, "mnkr");
    const struct doc_column column = { "Värde", -1, false };
    struct doc_table *table = doc_table(doc, "Lön 2022-05", NULL, &column, 1);
    struct doc_cell exact = { .kind = CELL_EXACT, .number = -123456789 };
    doc_row(doc, table, "Lön", 0)->cells[0] = exact;
    doc_row(doc, table, "Faktor", 1)->cells[0] =
        (struct doc_cell){ .kind = CELL_NUMBER, .number = 1250000000 };
    doc_row(doc, table, "Antal", 2)->cells[0] = cell_count(1234, NULL);
    doc_row(doc, table, "Månad", 2)->cells[0] = cell_month(month_of(2022, 5), NULL);
    doc_row(doc, table, "Beslutad", 1)->cells[0] = (struct doc_cell){ .kind = CELL_YES_NO, .number = 1 };
    assert_string_equal(written(doc, "text", 80, false), "Lön 2022-05\n"
                                                         "                       Värde\n"
                                                         "────────────────────────────\n"
                                                         "Lön         −1 234 567,89 kr\n"
                                                         "  Faktor                1,25\n"
                                                         "    Antal              1 234\n"
                                                         "    Månad            2022-05\n"
                                                         "  Beslutad               yes\n");
}

/* Escapes, C1, marks that turn the reading order, line ends, in every place of a user's text. */
static void hostile_texts_are_harmless(void **state)
{
    static const char hostile[] = "a\033[31mb\u202ec\xc2\x9b"
                                  "d\r\ne\tf\u2067g\x7fh";
    static const char harmless[] = "a\ufffd[31mb\ufffdc\ufffdd e f\ufffdg\ufffdh";
    struct doc *doc = swedish(*state, "kr");
    doc_heading(doc, 3, hostile);
    doc_text(doc, TONE_NEUTRAL, hostile);
    const struct doc_column column = { hostile, -1, true };
    struct doc_table *table = doc_table(doc, hostile, hostile, &column, 1);
    doc_row(doc, table, hostile, 0)->cells[0] = cell_text(hostile, "note");
    const char *text = written(doc, "text", 80, false);
    int times = 0;
    for (const char *at = text; (at = strstr(at, harmless)); at++)
        times++;
    assert_int_equal(times, 7);
    for (size_t at = 0, size = strlen(text); at < size; at += text_step(text + at, size - at))
        assert_true(text[at] == '\n' || !text_is_control(text + at, size - at));
    assert_string_equal(written(doc, "json", 0, false),
                        "{\n"
                        "\t\"schema\":\t\"medfin/1\",\n"
                        "\t\"note\":\t\"a\\u001b[31mb\\u202ec\\u009bd\\r\\ne\\tf\\u2067g\\u007fh\"\n"
                        "}\n");
}

/* No text is so long or narrow that a line passes the width. */
static void every_width_holds(void **state)
{
    for (int width = 40; width <= 130; width++) {
        check_lines(written(budget(*state), "text", width, false), width);
        check_lines(written(months(*state), "text", width, false), width);
        check_lines(written(rules(*state), "text", width, false), width);
    }
}

static void json_of_all_kinds(void **state)
{
    struct doc *doc = swedish(*state, "mnkr");
    const struct doc_column columns[] = { { "a", -1, false }, { "b", -1, false } };
    struct doc_table *table = doc_table(doc, "", "", columns, 2);
    struct doc_row *row = doc_row(doc, table, "", 0);
    row->cells[0] = cell_money(-123456750, false, "years.2021.cost.total");
    row->cells[1] = cell_money(1, true, "years.2021.cost.by_category.tariff\\.a\\[b");
    row = doc_row(doc, table, "", 0);
    row->cells[0] = cell_share(435000000, false, "rules[0].share");
    row->cells[1] = verdict(TONE_GOOD, "håller", "pass", "rules[0].verdict");
    row = doc_row(doc, table, "", 0);
    row->cells[0] = cell_month(month_of(2021, 4), "rules[1].month");
    row->cells[1] = cell_text("å \"x\"", "rules[1].note");
    doc_value(doc, cell_count(1234567, "counts[0]"));
    doc_value(doc, (struct doc_cell){ .kind = CELL_NUMBER, .number = -1, .key = "counts[1]" });
    doc_value(doc, (struct doc_cell){ .kind = CELL_YES_NO, .number = 1, .key = "counts[2]" });
    doc_value(doc, (struct doc_cell){ .kind = CELL_EXACT, .number = -5, .key = "counts[3]" });
    doc_value(doc, (struct doc_cell){ .kind = CELL_TEXT, .text = "kr", .id = "unit", .key = "name" });
    doc_value(doc, cell_share(SHARE_ONE, false, "one"));
    assert_string_equal(written(doc, "json", 0, false),
                        "{\n"
                        "\t\"schema\":\t\"medfin/1\",\n"
                        "\t\"years\":\t{\n"
                        "\t\t\"2021\":\t{\n"
                        "\t\t\t\"cost\":\t{\n"
                        "\t\t\t\t\"total\":\t-1234567.50,\n"
                        "\t\t\t\t\"by_category\":\t{\n"
                        "\t\t\t\t\t\"tariff.a[b\":\tnull\n"
                        "\t\t\t\t}\n"
                        "\t\t\t}\n"
                        "\t\t}\n"
                        "\t},\n"
                        "\t\"rules\":\t[{\n"
                        "\t\t\t\"share\":\t0.435,\n"
                        "\t\t\t\"verdict\":\t\"pass\"\n"
                        "\t\t}, {\n"
                        "\t\t\t\"month\":\t\"2021-04\",\n"
                        "\t\t\t\"note\":\t\"å \\\"x\\\"\"\n"
                        "\t\t}],\n"
                        "\t\"counts\":\t[1234567, -0.000000001, true, -0.05],\n"
                        "\t\"name\":\t\"unit\",\n"
                        "\t\"one\":\t1\n"
                        "}\n");
    assert_string_equal(key_name(*state, "tariff.a[b"), "tariff\\.a\\[b");
}

static void writers_are_found(void **state)
{
    (void)state;
    assert_string_equal(writer_find("json")->format, "json");
    assert_null(writer_find("pdf"));
    assert_string_equal(writer_of_file("beslut/budget.TXT")->format, "text");
    assert_string_equal(writer_of_file("a.json")->format, "json");
    assert_null(writer_of_file(".json"));
    assert_null(writer_of_file("budget.pdf"));
    assert_null(writer_of_file("json"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_budget_at_80_columns, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_budget_at_40_columns, set_up, tear_down),
        cmocka_unit_test_setup_teardown(columns_that_do_not_fit_make_a_band, set_up, tear_down),
        cmocka_unit_test_setup_teardown(broken_columns_and_shares, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_verdict_is_colored_and_keeps_its_word, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_derivation_is_indented, set_up, tear_down),
        cmocka_unit_test_setup_teardown(hostile_texts_are_harmless, set_up, tear_down),
        cmocka_unit_test_setup_teardown(every_width_holds, set_up, tear_down),
        cmocka_unit_test_setup_teardown(json_of_all_kinds, set_up, tear_down),
        cmocka_unit_test_setup_teardown(writers_are_found, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
