/* Exact outputs of the writers. The process has chosen no language, so sentences are English;
   figures follow the doc. */

#include "docs.h"

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
                                "  Personal                      1 234 101   100  1 234 201\n"
                                "  Resor och möten i hela länet          0     1          1\n"
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
                                "  Personal               1 234 101   100\n"
                                "  Resor och möten i              0     1\n"
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
    assert_string_equal(written(derivation(*state), "text", 80, false), "Lön 2022-05\n"
                                                                        "                       Värde\n"
                                                                        "────────────────────────────\n"
                                                                        "Lön         −1 234 567,89 kr\n"
                                                                        "  Faktor                1,25\n"
                                                                        "    Antal              1 234\n"
                                                                        "    Månad            2022-05\n"
                                                                        "  Beslutad               yes\n");
}

static void check_harmless(const char *text, const char *harmless)
{
    int times = 0;
    for (const char *at = text; (at = strstr(at, harmless)); at++)
        times++;
    assert_int_equal(times, 7);
    for (size_t at = 0, size = strlen(text); at < size; at += text_step(text + at, size - at))
        assert_true(text[at] == '\n' || !text_is_control(text + at, size - at));
}

/* Escapes, C1, marks that turn the reading order or have no width, line ends, in every place of a user's text. */
static void hostile_texts_are_harmless(void **state)
{
    static const char hostile[] = "a\033[31mb\u202ec\xc2\x9b"
                                  "d\r\ne\tf\u2067g\x7fh\u2028i\U000e0041j";
    static const char harmless[] = "a\ufffd[31mb\ufffdc\ufffdd e f\ufffdg\ufffdh\ufffdi\ufffdj";
    struct doc *doc = swedish(*state, "kr");
    doc_heading(doc, 3, hostile);
    doc_text(doc, TONE_NEUTRAL, hostile);
    const struct doc_column column = { hostile, -1, true };
    struct doc_table *table = doc_table(doc, hostile, hostile, &column, 1);
    doc_row(doc, table, hostile, 0)->cells[0] = cell_text(hostile, "note");
    check_harmless(written(doc, "text", 80, false), harmless);
    check_harmless(csv(doc, true), harmless);
    check_harmless(written(doc, "md", 0, false), "a\ufffd\\[31mb\ufffdc\ufffdd e f\ufffdg\ufffdh\ufffdi\ufffdj");
    assert_string_equal(
        written(doc, "json", 0, false),
        "{\n"
        "\t\"schema\":\t\"medfin/1\",\n"
        "\t\"note\":\t\"a\\u001b[31mb\\u202ec\\u009bd\\r\\ne\\tf\\u2067g\\u007fh\\u2028i\\udb40\\udc41j\"\n"
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

static void fill_steps(struct doc *doc, struct doc_table *table, const void *given)
{
    for (int i = 0; i < 3; i++) {
        struct doc_row *row = doc_row(doc, table, NULL, 0);
        row->path = arena_text(doc->arena, "steps[%d]", i);
        row->cells[0] = cell_text(given, "of");
        row->cells[1] = cell_count(i, i == 1 ? NULL : "number");
    }
}

/* Keys of a row below its path, also where its object was begun before; a row without a key is
   nowhere, and records stand in no table in sight. */
static void json_below_a_path(void **state)
{
    struct doc *doc = swedish(*state, "kr");
    doc_value(doc, cell_count(1, "fees.a\\.b.first"));
    doc_records(doc, (struct doc_records){ 2, fill_steps, "x" });
    const struct doc_column columns[] = { { "a", -1, false }, { "b", -1, false } };
    struct doc_table *table = doc_table(doc, "", "", columns, 2);
    doc_table_room(doc, table, 2);
    for (int i = 0; i < 4; i++) {
        struct doc_row *row = doc_row(doc, table, "rad", 0);
        row->path = key_below(*state, "fees", i == 0 ? "none" : i == 1 ? "a.b" : i == 2 ? "c[d" : "e");
        row->cells[0] = cell_count(10 * i, i ? "years.2021" : NULL);
        row->cells[1] = cell_text("", i ? "text" : NULL);
    }
    assert_string_equal(written(doc, "json", 0, false), "{\n"
                                                        "\t\"schema\":\t\"medfin/1\",\n"
                                                        "\t\"fees\":\t{\n"
                                                        "\t\t\"a.b\":\t{\n"
                                                        "\t\t\t\"first\":\t1,\n"
                                                        "\t\t\t\"years\":\t{\n"
                                                        "\t\t\t\t\"2021\":\t10\n"
                                                        "\t\t\t},\n"
                                                        "\t\t\t\"text\":\t\"\"\n"
                                                        "\t\t},\n"
                                                        "\t\t\"c[d\":\t{\n"
                                                        "\t\t\t\"years\":\t{\n"
                                                        "\t\t\t\t\"2021\":\t20\n"
                                                        "\t\t\t},\n"
                                                        "\t\t\t\"text\":\t\"\"\n"
                                                        "\t\t},\n"
                                                        "\t\t\"e\":\t{\n"
                                                        "\t\t\t\"years\":\t{\n"
                                                        "\t\t\t\t\"2021\":\t30\n"
                                                        "\t\t\t},\n"
                                                        "\t\t\t\"text\":\t\"\"\n"
                                                        "\t\t}\n"
                                                        "\t},\n"
                                                        "\t\"steps\":\t[{\n"
                                                        "\t\t\t\"of\":\t\"x\",\n"
                                                        "\t\t\t\"number\":\t0\n"
                                                        "\t\t}, {\n"
                                                        "\t\t\t\"of\":\t\"x\"\n"
                                                        "\t\t}, {\n"
                                                        "\t\t\t\"of\":\t\"x\",\n"
                                                        "\t\t\t\"number\":\t2\n"
                                                        "\t\t}]\n"
                                                        "}\n");
    assert_string_equal(csv(doc, true), ",a,b\nrad,0,\nrad,10,\nrad,20,\nrad,30,\n");
    assert_string_equal(cell_key(*state, &table->rows.items[2], &table->rows.items[2].cells[0]),
                        "fees.c\\[d.years.2021");
}

/* More names than the tree of them first has room for, in objects of their own, all found again. */
static void json_of_many_names(void **state)
{
    enum { MANY = 3000 };
    struct doc *doc = swedish(*state, "kr");
    for (int half = 0; half < 2; half++)
        for (int i = 0; i < MANY; i++)
            doc_value(doc, cell_count(i, arena_text(*state, "all.n%d.%s", i, half ? "b" : "a")));
    struct text out = text_new(*state);
    text_add(&out, "{\n\t\"schema\":\t\"medfin/1\",\n\t\"all\":\t{\n");
    for (int i = 0; i < MANY; i++)
        text_addf(&out, "\t\t\"n%d\":\t{\n\t\t\t\"a\":\t%d,\n\t\t\t\"b\":\t%d\n\t\t}%s\n", i, i, i,
                  i + 1 < MANY ? "," : "");
    text_add(&out, "\t}\n}\n");
    assert_string_equal(written(doc, "json", 0, false), out.bytes);
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
    doc_value(doc, (struct doc_cell){ .kind = CELL_FIGURE, .of = KIND_DECIMAL, .number = -1, .key = "counts[1]" });
    doc_value(doc, (struct doc_cell){ .kind = CELL_FIGURE, .of = KIND_STATUS, .number = 1, .key = "counts[2]" });
    doc_value(doc, (struct doc_cell){ .kind = CELL_FIGURE, .exact = true, .number = -5, .key = "counts[3]" });
    doc_value(doc, (struct doc_cell){ .kind = CELL_TEXT, .text = "kr", .id = "unit", .key = "name" });
    doc_value(doc, cell_share(SHARE_ONE, false, "one"));
    assert_string_equal(written(doc, "json", 0, false), "{\n"
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
    assert_null(writer_find("wks"));
    assert_string_equal(writer_find("docx")->made_of, "md");
    assert_string_equal(writer_find("docx")->made_by, "pandoc");
    assert_string_equal(writer_find("pdf")->made_of, "html");
    assert_string_equal(writer_find("pdf")->made_by, "weasyprint");
    assert_string_equal(writer_of_file("beslut/budget.TXT")->format, "text");
    assert_string_equal(writer_of_file("a.json")->format, "json");
    assert_string_equal(writer_of_file("a.md")->format, "md");
    assert_string_equal(writer_of_file("a.html")->format, "html");
    assert_string_equal(writer_of_file("a.CSV")->format, "csv");
    assert_null(writer_of_file(".json"));
    assert_null(writer_of_file("budget.wks"));
    assert_null(writer_of_file("json"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(a_budget_at_80_columns),
        ARENA_TEST(a_budget_at_40_columns),
        ARENA_TEST(columns_that_do_not_fit_make_a_band),
        ARENA_TEST(broken_columns_and_shares),
        ARENA_TEST(a_verdict_is_colored_and_keeps_its_word),
        ARENA_TEST(a_derivation_is_indented),
        ARENA_TEST(hostile_texts_are_harmless),
        ARENA_TEST(every_width_holds),
        ARENA_TEST(json_of_all_kinds),
        ARENA_TEST(json_below_a_path),
        ARENA_TEST(json_of_many_names),
        ARENA_TEST(writers_are_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
