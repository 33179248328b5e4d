/* The answer, what is asked for, figures to remember, a bridge and a timeline in every format. */

#include "docs.h"

static struct doc *first_part(struct arena *arena)
{
    struct doc *doc = swedish(arena, "kr");
    struct doc_points points = { 0 };
    doc_heading(doc, 1, "Rapport");
    doc_lead(doc, TONE_WARNING, "Det går ihop.", "Men 60 av 100 är öppna.");
    *list_add(&points.list, arena) = "Vi avsätter 40 <kr>.";
    *list_add(&points.list, arena) = "Ramen räcker.";
    doc_ask(doc, "Att besluta", &points);
    const struct doc_column columns[] = { { "", -1, false }, { "", -1, true } };
    struct doc_table *table = doc_table(doc, "Nyckeltal", "", columns, 2);
    table->is_keys = true;
    doc_row(doc, table, "Öppet", 0)->cells[0] = cell_share(600000000, false, NULL);
    table->rows.items[0].cells[1] = cell_text("av allt", NULL);
    doc_row(doc, table, "Kassa", 0)->cells[0] = cell_money(123456, false, "total.cash");
    table->rows.items[1].cells[1] = cell_text("i maj", NULL);
    doc_annexes(doc, "Bilagor");
    return doc;
}

static void it_is_told_in_words(void **state)
{
    assert_string_equal(written(first_part(*state), "text", 40, false), "Rapport\n=======\n\n"
                                                                        "! Det går ihop. Men 60 av 100 är öppna.\n\n"
                                                                        "Att besluta\n1. Vi avsätter 40 <kr>.\n"
                                                                        "2. Ramen räcker.\n\n"
                                                                        "Nyckeltal\n"
                                                                        "────────────────────────\n"
                                                                        "Öppet      60 %  av allt\n"
                                                                        "Kassa  1 235 kr  i maj\n\n"
                                                                        "Bilagor\n-------\n");
    const char *md = written(first_part(*state), "md", 0, false);
    assert_non_null(strstr(md, "**Det går ihop.** Men 60 av 100 är öppna.\n\n**Att besluta**\n\n1. Vi avsätter 40 "));
    assert_non_null(
        strstr(csv(first_part(*state), true),
               "Det går ihop. Men 60 av 100 är öppna.\nAtt besluta\nVi avsätter 40 <kr>.\nRamen räcker.\n"));
    assert_non_null(strstr(written(first_part(*state), "json", 0, false), "\"cash\":\t1234.56"));
}

static void it_is_shown_on_a_page(void **state)
{
    const char *html = written(first_part(*state), "html", 0, false);
    assert_non_null(strstr(html, "<p class=\"lead warning\"><span aria-hidden=\"true\">! </span><strong>Det går "
                                 "ihop.</strong> Men 60 av 100 är öppna.</p>"));
    assert_non_null(strstr(html, "<ol>\n<li>Vi avsätter 40 &lt;kr&gt;.</li>\n<li>Ramen räcker.</li>\n</ol>"));
    assert_non_null(strstr(html, no_break(*state, "<dt>Kassa</dt><dd>1·235·kr</dd><dd class=\"why\">i maj</dd>")));
    assert_non_null(strstr(html, "<div class=\"annexes\">"));
}

static void nothing_is_asked_for_without_a_point(void **state)
{
    struct doc *doc = swedish(*state, "kr");
    doc_ask(doc, "Att besluta", &(struct doc_points){ 0 });
    assert_int_equal(doc->blocks.count, 0);
}

/* 100 kr cost; 40, 35 and what lacks. */
static struct doc *bridge(struct arena *arena)
{
    static const money numbers[] = { 10000, 4000, 3500, 2500 };
    static const enum chart_look looks[] = { LOOK_WHOLE, LOOK_SETTLED, LOOK_APPLIED, LOOK_MISSING };
    static const char *const labels[] = { "Kostar", "Beslutat", "Sökt", "Saknas" };
    struct doc *doc = swedish(arena, "kr");
    struct doc_chart *chart = doc_chart(doc, CHART_BRIDGE, "Allt", 4);
    const struct doc_column column = { "", -1, false };
    struct doc_table *table = doc_chart_table(doc, "Vem? Allt", "", &column, 1);
    struct chart_series *series = chart_series(doc, chart, "");
    chart->message = "Vem?";
    chart->by_row = chart->starts_at_zero = true;
    chart->steps = arena_take(arena, 4, sizeof *chart->steps);
    for (int i = 0; i < 4; i++) {
        chart->categories[i] = labels[i];
        chart->steps[i] = (struct chart_step){ .look = looks[i], .is_level = !i };
        series->values[i].number = numbers[i];
        doc_row(doc, table, labels[i], 0)->cells[0] = cell_money(numbers[i], false, NULL);
    }
    return doc;
}

static void each_step_goes_on_where_the_one_before_ended(void **state)
{
    const struct doc *doc = bridge(*state);
    const struct doc_chart *chart = doc->blocks.items[0].chart;
    const int64_t expected[][2] = { { 0, 10000 }, { 0, 4000 }, { 4000, 7500 }, { 7500, 10000 } };
    for (int i = 0; i < 4; i++) {
        assert_int_equal(chart_reach(chart, i).from, expected[i][0]);
        assert_int_equal(chart_reach(chart, i).to, expected[i][1]);
    }
    const char *html = written(doc, "html", 0, false);
    /* Half a percent to either side: 40 of 100 is 39,6 % of the width. Below a bar of 16 and 10 more, and two lines. */
    assert_non_null(strstr(html, "<figcaption>Vem? <span>Allt, kr</span></figcaption>"));
    assert_non_null(strstr(html, "<rect x=\"0.5%\" y=\"62\" width=\"39.6%\" height=\"16\" fill=\"#1d4e89\""));
    assert_non_null(strstr(html, "<rect x=\"40.1%\""));
    assert_non_null(strstr(html, "<details class=\"data drawn\">"));
    assert_non_null(strstr(html, ">35</text>"));
}

/* Where a level begins, what comes behind goes on from it, and another level stands by itself. */
static void a_bridge_may_begin_at_a_level(void **state)
{
    struct doc *doc = bridge(*state);
    struct doc_chart *chart = doc->blocks.items[0].chart;
    chart->starts_at_zero = false;
    chart->steps[3].is_level = true;
    chart->series.items[0].values[2].number = -20000;
    int64_t least, greatest;
    chart_bridge_range(chart, &least, &greatest);
    assert_int_equal(chart_reach(chart, 1).from, 10000);
    assert_int_equal(chart_reach(chart, 2).to, -6000);
    assert_int_equal(chart_reach(chart, 3).from, 0);
    assert_int_equal(least, -6000);
    assert_int_equal(greatest, 14000);
}

static void a_timeline_has_its_spans_and_events(void **state)
{
    struct doc *doc = swedish(*state, "kr");
    struct doc_chart *chart = doc_chart(doc, CHART_TIMELINE, "Om alla säger nej", 3);
    struct chart_step steps[] = { { LOOK_SETTLED, false, month_of(2021, 1), month_of(2021, 6), "t.o.m. juni 2021" },
                                  { LOOK_APPLIED, false, month_of(2021, 7), month_of(2021, 12), "från juli 2021" },
                                  { LOOK_SETTLED, false, month_of(2021, 4), month_of(2021, 3), "om alla säger nej" } };
    chart->steps = steps;
    chart->categories[0] = "Beslutat";
    chart->categories[1] = "Väntar";
    chart->categories[2] = "Kassan tar slut";
    const char *html = written(doc, "html", 0, false);
    /* A year on 98 % of the width: half of it is 49 %, and April begins a quarter in. */
    assert_non_null(strstr(html, "<rect x=\"1.0%\" y=\"52\" width=\"49.0%\" height=\"18\" fill=\"#1d4e89\""));
    assert_non_null(strstr(html, "<rect x=\"50.0%\" y=\"52\" width=\"49.0%\""));
    assert_non_null(strstr(html, "<line x1=\"25.5%\" x2=\"25.5%\""));
    assert_non_null(strstr(html, ">Kassan tar slut</text>"));
    assert_non_null(strstr(html, "<figcaption>Om alla säger nej</figcaption>"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(it_is_told_in_words),
        ARENA_TEST(it_is_shown_on_a_page),
        ARENA_TEST(nothing_is_asked_for_without_a_point),
        ARENA_TEST(each_step_goes_on_where_the_one_before_ended),
        ARENA_TEST(a_bridge_may_begin_at_a_level),
        ARENA_TEST(a_timeline_has_its_spans_and_events),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
