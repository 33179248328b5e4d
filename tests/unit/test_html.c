/* Pictures and tables in HTML: where things stand is worked by hand. The room for columns is 210
   pixels high and begins 24 down; across it begins at 18 % and is 82 % wide. */

#include "docs.h"

static const char *page(const struct doc *doc)
{
    return written(doc, "html", 0, false);
}

static void assert_has(const char *text, const char *part)
{
    if (!strstr(text, part))
        fail_msg("\"%s\" is not in:\n%s", part, strstr(text, "<main>") ? strstr(text, "<main>") : text);
}

static void set(struct doc *doc, struct doc_chart *chart, const char *title, const money *numbers)
{
    struct chart_series *series = chart_series(doc, chart, title);
    for (int i = 0; i < chart->category_count; i++)
        series->values[i] = (struct chart_value){ numbers[i], false };
}

/* Of 1 000 kr, 600 are 126 pixels and 300 on top of them 63; a fifth of it is a round step. */
static void parts_are_stacked_to_scale(void **state)
{
    struct doc *doc = swedish(*state, "kr");
    struct doc_chart *chart = doc_chart(doc, CHART_COLUMNS, "Finansiering", 1);
    chart->categories[0] = "2021";
    set(doc, chart, "Region", (money[]){ 60000 });
    set(doc, chart, "Stat", (money[]){ 30000 });
    set(doc, chart, "Kostnader", (money[]){ 100000 });
    chart->series.items[2].is_level = true;
    const char *html = page(doc);
    assert_has(html, "y=\"108\" width=\"15.0%\" height=\"126\" fill=\"#1d4e89\"");
    assert_has(html, "y=\"45\" width=\"15.0%\" height=\"63\" fill=\"#c3daef\"");
    assert_has(html, "y1=\"24\" y2=\"24\" stroke=\"#1b2733\" stroke-width=\"3\"");
    assert_has(html, "<figcaption>Finansiering, kr</figcaption>");
    assert_has(html, "<span>Stat: 300\u00a0kr</span>");
    for (int i = 0; i <= 1000; i += 200)
        assert_has(html, arena_text(*state, "class=\"soft\">%s</text>", count_text(*state, i)));
}

/* −500 to 1 000 by steps of 500: zero is two thirds down, at 24 + 140. */
static void what_is_below_zero_hangs_from_the_axis(void **state)
{
    struct doc *doc = swedish(*state, "kr");
    struct doc_chart *chart = doc_chart(doc, CHART_COLUMNS, "Netto", 2);
    chart->categories[0] = "2021";
    chart->categories[1] = "2022";
    set(doc, chart, "Netto", (money[]){ 100000, -50000 });
    const char *html = page(doc);
    assert_has(html, "y=\"24\" width=\"15.0%\" height=\"140\"");
    assert_has(html, "y=\"164\" width=\"15.0%\" height=\"70\"");
}

/* 2 000 of 72 % are 36 % when 4 000 are the longest. */
static void bars_end_where_their_numbers_are(void **state)
{
    struct doc *doc = swedish(*state, "kr");
    struct doc_chart *chart = doc_chart(doc, CHART_BARS, "Kostnader", 2);
    chart->categories[0] = "Personal";
    chart->categories[1] = "Lokaler";
    set(doc, chart, "Kostnad", (money[]){ 400000, 200000 });
    const char *html = page(doc);
    assert_has(html, "<rect x=\"0.0%\" y=\"18\" width=\"72.0%\"");
    assert_has(html, "<text x=\"72.0%\" dx=\"6\" y=\"31\">4\u00a0000</text>");
    assert_has(html, "<text x=\"36.0%\" dx=\"6\"");
}

/* Over 0..1 000: the first point is at the left foot, the last at the right top. */
static void a_line_breaks_where_it_is_unknown(void **state)
{
    struct doc *doc = swedish(*state, "kr");
    struct doc_chart *chart = doc_chart(doc, CHART_LINES, "Kassa", 5);
    for (int i = 0; i < 5; i++)
        chart->categories[i] = arena_text(*state, "2021-0%d", i + 1);
    set(doc, chart, "Kassa", (money[]){ 0, 50000, 0, 50000, 100000 });
    set(doc, chart, "Krav", (money[]){ 0, 0, 0, 0, 0 });
    chart->series.items[0].values[2].unknown = true;
    chart_mark(doc, chart, 0, 4, "högst");
    const char *html = page(doc);
    assert_has(html, "<polyline points=\"0,210 250,105 \"");
    assert_has(html, "<polyline points=\"750,105 1000,0 \"");
    assert_has(html, "<circle cx=\"100.0%\" cy=\"24\"");
    assert_has(html, "<span>högst, 2021-05</span>");
}

/* A name of 7 characters takes 59 of 288 pixels, of which 236 are for 38 months: names of January
   are 76 apart, those of every sixth month 38; the last January is 6 from the right end, and its
   name, pushed in, would begin at 229 where that before it ends at 234. */
static void names_have_room_on_a_phone(void **state)
{
    enum { MONTHS = 38 };
    struct doc *doc = swedish(*state, "kr");
    struct doc_chart *chart = doc_chart(doc, CHART_LINES, "Kassa", MONTHS);
    money numbers[MONTHS] = { [1] = 100 };
    for (int i = 0; i < MONTHS; i++)
        chart->categories[i] = month_text(*state, month_of(2021, 1) + i);
    set(doc, chart, "Kassa", numbers);
    const char *html = page(doc);
    assert_has(html, ">2021-01</text>");
    assert_has(html, ">2022-01</text>");
    assert_has(html, ">2023-01</text>");
    assert_null(strstr(html, ">2024-01</text>"));
    assert_null(strstr(html, ">2021-07</text>"));
}

static void money_takes_the_unit_that_fits(void **state)
{
    static const struct {
        money amount;
        const char *caption, *number;
    } cases[] = { { 999900, "Kostnad, kr", ">9\u00a0999<" },
                  { 100000000, "Kostnad, tkr", ">1\u00a0000<" },
                  { 123456789000, "Kostnad, mnkr", ">1\u00a0234,6<" } };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct doc *doc = swedish(*state, "kr");
        struct doc_chart *chart = doc_chart(doc, CHART_BARS, "Kostnad", 1);
        chart->categories[0] = "Allt";
        set(doc, chart, "Kostnad", (money[]){ cases[i].amount });
        assert_has(page(doc), cases[i].caption);
        assert_has(page(doc), cases[i].number);
    }
}

static void nothing_known_is_no_picture(void **state)
{
    struct doc *doc = swedish(*state, "kr");
    struct doc_chart *chart = doc_chart(doc, CHART_BARS, "Kostnad", 1);
    chart->categories[0] = "Allt";
    set(doc, chart, "Kostnad", (money[]){ 0 });
    assert_null(strstr(page(doc), "<figure"));
    chart->series.items[0].values[0] = (struct chart_value){ 100, true };
    assert_null(strstr(page(doc), "<figure"));
}

/* The pair of the widest quantiles is one polygon, lighter than the pair within. */
static void a_fan_is_bands_around_a_line(void **state)
{
    struct doc *doc = swedish(*state, "kr");
    struct doc_chart *chart = doc_chart(doc, CHART_FAN, "Kassa", 2);
    chart->categories[0] = "2021-01";
    chart->categories[1] = "2021-02";
    for (int i = 0; i < 5; i++)
        set(doc, chart, arena_text(*state, "%d %%", 10 + 20 * i), (money[]){ 10000 * i, 25000 * i });
    const char *html = page(doc);
    assert_has(html, "<polygon points=\"0,126 1000,0 1000,210 0,210 \" fill=\"#dfe9f4\"");
    assert_has(html, "<polyline points=\"0,168 1000,105 \"");
    assert_has(html, "<span>10 % – 90 %</span>");
    assert_has(html, "<span>50 %</span>");
}

/* Over −300..100 the level 0 is at three quarters: what a low value does lies to its left. */
static void a_tornado_parts_at_its_level(void **state)
{
    struct doc *doc = swedish(*state, "kr");
    struct doc_chart *chart = doc_chart(doc, CHART_TORNADO, "Drivkrafter", 1);
    chart->categories[0] = "Lön";
    set(doc, chart, "lågt", (money[]){ -30000 });
    set(doc, chart, "högt", (money[]){ 10000 });
    set(doc, chart, "som det är", (money[]){ 0 });
    chart->series.items[2].is_level = true;
    const char *html = page(doc);
    assert_has(html, "<rect x=\"0.0%\" y=\"18\" width=\"75.0%\" height=\"16\" fill=\"#1d4e89\"");
    assert_has(html, "<rect x=\"75.0%\" y=\"18\" width=\"25.0%\" height=\"16\" fill=\"#c3daef\"");
    assert_has(html, "<line x1=\"75.0%\" x2=\"75.0%\" y1=\"16\" y2=\"36\"");
    assert_has(html, "text-anchor=\"end\">−300\u00a0…\u00a0100</text>");
}

static void shares_are_percents(void **state)
{
    struct doc *doc = swedish(*state, "kr");
    struct doc_chart *chart = doc_chart(doc, CHART_BARS, "Sannolikhet", 1);
    chart->of = KIND_SHARE;
    chart->categories[0] = "Balans";
    set(doc, chart, "p", (share[]){ SHARE_ONE / 1000 * 875 });
    assert_has(page(doc), "<figcaption>Sannolikhet, %</figcaption>");
    assert_has(page(doc), ">87,5</text>");
}

/* Captions, scopes, what is a total: and the figures are those of the other writers. */
static void a_table_has_its_heads(void **state)
{
    const char *html = page(budget(*state));
    assert_has(html, "<caption><span id=\"t1\">Kostnader och finansiering, kr</span></caption>");
    assert_has(html, "<thead><tr><th scope=\"col\">Kategori</th><th scope=\"col\" class=\"n\">2021</th>");
    assert_has(html, "<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"4\">Kostnader</th></tr>");
    assert_has(html, "<tr><th scope=\"row\" class=\"i1\">Personal</th><td class=\"n\">1\u00a0234\u00a0101</td>");
    assert_has(html, "<tr class=\"total\"><th scope=\"row\">Summa</th><td class=\"n\">1\u00a0234\u00a0101</td>");
}

static void a_verdict_is_a_word_too(void **state)
{
    const char *html = page(rules(*state));
    assert_has(html, "<span class=\"v bad\"><span aria-hidden=\"true\">✗</span> brister</span>");
}

/* 40 months of 12 characters go on a sheet by the dozen. */
static void a_wide_table_is_cut_into_bands(void **state)
{
    enum { MONTHS = 40 };
    struct doc *doc = swedish(*state, "kr");
    struct doc_column columns[MONTHS];
    for (int i = 0; i < MONTHS; i++)
        columns[i] = (struct doc_column){ arena_text(*state, "m%d", i + 1), -1, false };
    struct doc_table *table = doc_table(doc, "Kassa", "", columns, MONTHS);
    for (int i = 0; i < MONTHS; i++)
        (i ? &table->rows.items[0] : doc_row(doc, table, "Kassa", 0))->cells[i] = cell_money(12345600, false, NULL);
    const char *html = page(doc);
    assert_has(html, "class=\"n\">m12</th></tr></thead>");
    assert_has(html, "class=\"n\">m24</th></tr></thead>");
    assert_has(html, "class=\"n\">m40</th></tr></thead>");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(parts_are_stacked_to_scale),
        ARENA_TEST(what_is_below_zero_hangs_from_the_axis),
        ARENA_TEST(bars_end_where_their_numbers_are),
        ARENA_TEST(a_line_breaks_where_it_is_unknown),
        ARENA_TEST(names_have_room_on_a_phone),
        ARENA_TEST(money_takes_the_unit_that_fits),
        ARENA_TEST(nothing_known_is_no_picture),
        ARENA_TEST(a_fan_is_bands_around_a_line),
        ARENA_TEST(a_tornado_parts_at_its_level),
        ARENA_TEST(shares_are_percents),
        ARENA_TEST(a_table_has_its_heads),
        ARENA_TEST(a_verdict_is_a_word_too),
        ARENA_TEST(a_wide_table_is_cut_into_bands),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
