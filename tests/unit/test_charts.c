/* Charts and folded blocks in the formats that have neither. */

#include "docs.h"

/* One category for each row of its table; unknown where the number is `open`. */
static struct doc *charted(struct arena *arena, enum chart_kind kind, int series, const int64_t *numbers)
{
    struct doc *doc = swedish(arena, "kr");
    struct doc_chart *chart = doc_chart(doc, kind, "Kassa", 3);
    chart->by_row = true;
    for (int s = 0; s < series; s++) {
        struct chart_series *one = chart_series(doc, chart, "Kassa");
        for (int i = 0; i < 3; i++)
            one->values[i] = (struct chart_value){ numbers[s * 3 + i], false };
    }
    const struct doc_column column = { "Kassa", -1, false };
    struct doc_table *table = doc_chart_table(doc, "Kassa", "Månad", &column, 1);
    for (int i = 0; i < 3; i++)
        doc_row(doc, table, arena_text(arena, "2021-0%d", i + 1), 0)->cells[0] = cell_money(numbers[i], false, NULL);
    return doc;
}

/* 24 columns over −100..200 kr: the axis behind the eighth. */
static void bars_stand_beside_the_rows(void **state)
{
    const struct doc *doc = charted(*state, CHART_LINES, 1, (const int64_t[]){ -10000, 20000, -5000 });
    assert_string_equal(written(doc, "text", 60, false), "Kassa, kr\n"
                                                         "Månad    Kassa\n"
                                                         "─────────────────────────────────────────\n"
                                                         "2021-01   −100  ░░░░░░░░│\n"
                                                         "2021-02    200          │████████████████\n"
                                                         "2021-03    −50      ░░░░│\n");
}

static void bars_are_for_terminals_alone(void **state)
{
    const struct doc *doc = charted(*state, CHART_LINES, 1, (const int64_t[]){ -10000, 20000, -5000 });
    assert_string_equal(csv(doc, true),
                        "\"Kassa, kr\"\nMånad,Kassa\n2021-01,-100.00\n2021-02,200.00\n2021-03,-50.00\n");
    assert_null(strstr(written(doc, "md", 0, false), "░"));
    assert_null(strstr(written(doc, "json", 0, false), "░"));
}

static void what_is_unknown_has_no_bar(void **state)
{
    struct doc *doc = charted(*state, CHART_LINES, 1, (const int64_t[]){ 10000, 20000, 0 });
    doc->blocks.items[0].chart->series.items[0].values[0].unknown = true;
    const char *text = written(doc, "text", 60, false);
    assert_non_null(strstr(text, "2021-01    100\n"));
    assert_non_null(strstr(text, "2021-02    200  │████████████████████████\n"));
}

static void nothing_known_is_no_chart(void **state)
{
    const struct doc *doc = charted(*state, CHART_LINES, 1, (const int64_t[]){ 0, 0, 0 });
    assert_null(strstr(written(doc, "text", 60, false), "│"));
}

/* Quantiles 0, 11, 21, 32, 43 kr: a column a krona. */
static void a_fan_is_shaded_towards_its_middle(void **state)
{
    const struct doc *doc = charted(
        *state, CHART_FAN, 5, (const int64_t[]){ 0, 0, 0, 1100, 0, 0, 2100, 2100, 0, 3200, 4300, 0, 4300, 4300, 0 });
    const char *text = written(doc, "text", 80, false);
    assert_non_null(strstr(text, "  ░░░░░░░░░░░▓▓▓▓▓▓▓▓▓▓█▓▓▓▓▓▓▓▓▓▓▓░░░░░░░░░░░\n"));
    assert_non_null(strstr(text, "  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓█▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓\n"));
}

/* From −4 to 10 kr, a column a krona: the level at 0. */
static void a_tornado_reaches_from_low_to_high(void **state)
{
    struct doc *doc = charted(*state, CHART_TORNADO, 3, (const int64_t[]){ -400, -200, 1000, 300, 100, 200, 0, 0, 0 });
    doc->blocks.items[0].chart->series.items[2].is_level = true;
    const char *text = written(doc, "text", 80, false);
    assert_non_null(strstr(text, "  ████│███\n"));
    assert_non_null(strstr(text, "    ██│█\n"));
    assert_non_null(strstr(text, "      │ █████████\n"));
}

static void details_are_headings_elsewhere(void **state)
{
    struct doc *doc = swedish(*state, "kr");
    doc->depth = 1;
    doc_details(doc, 1, "Hur det blev");
    doc_text(doc, TONE_NEUTRAL, "Så här.");
    doc_details_end(doc);
    assert_string_equal(written(doc, "text", 80, false), "Hur det blev\n------------\n\nSå här.\n");
    assert_string_equal(written(doc, "md", 0, false), "## Hur det blev\n\nSå här.\n");
    assert_string_equal(csv(doc, true), "Hur det blev\nSå här.\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(bars_stand_beside_the_rows),         ARENA_TEST(bars_are_for_terminals_alone),
        ARENA_TEST(what_is_unknown_has_no_bar),         ARENA_TEST(nothing_known_is_no_chart),
        ARENA_TEST(a_fan_is_shaded_towards_its_middle), ARENA_TEST(a_tornado_reaches_from_low_to_high),
        ARENA_TEST(details_are_headings_elsewhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
