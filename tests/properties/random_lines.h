#ifndef MEDFIN_TESTS_RANDOM_LINES_H
#define MEDFIN_TESTS_RANDOM_LINES_H

/* Lines of random projects: what costs, and what revises it. */

#include "random_values.h"

static inline void write_index(struct sketch *sketch, int number)
{
    const share least = -5 * (SHARE_ONE / 100), most = 10 * (SHARE_ONE / 100);
    month dates[MOST_DATES];
    text_addf(&sketch->text, "\n[index i%d]\n", number);
    if (one_in(sketch->dice, 2)) {
        text_addf(&sketch->text, "rate = %s\nmonth = %d\n", random_percent(sketch, least, most),
                  (int)between(sketch->dice, 1, 12));
        return;
    }
    struct months around = { sketch->first - 6, sketch->last + 6 };
    int count = random_dates(sketch, around, 1, dates);
    for (int i = 0; i < count; i++)
        text_addf(&sketch->text, "%s = %s\n", month_text(sketch_arena(sketch), dates[i]),
                  random_percent(sketch, least, most));
}

static inline void write_rate(struct sketch *sketch, int number)
{
    text_addf(&sketch->text, "\n[rate r%d]\n", number);
    for (int year = month_year(sketch->last); year >= month_year(sketch->first); year--)
        text_addf(&sketch->text, "%d = %s\n", year, random_percent(sketch, 0, SHARE_ONE));
}

static inline void write_terms(struct sketch *sketch, struct months span)
{
    static const char *const categories[] = { "staff", "lokaler", "travel", "övrigt" };
    write_span(sketch, span);
    int bearer = one_in(sketch->dice, 4) ? (int)roll(sketch->dice, sketch->funders) : -1;
    if (bearer >= 0 && sketch->bears_lines[bearer])
        text_addf(&sketch->text, "in_kind_by = funder.f%d\n", bearer);
    if (one_in(sketch->dice, 5))
        text_add(&sketch->text, "eligible = no\n");
    if (one_in(sketch->dice, 2))
        text_addf(&sketch->text, "category = %s\n", categories[roll(sketch->dice, 4)]);
}

static inline void write_index_name(struct sketch *sketch)
{
    if (sketch->indices && one_in(sketch->dice, 2))
        text_addf(&sketch->text, "index = i%d\n", (int)roll(sketch->dice, sketch->indices));
}

static inline void write_staff(struct sketch *sketch, int number)
{
    struct arena *arena = sketch_arena(sketch);
    struct months span = random_span(sketch);
    month dates[MOST_DATES];
    text_addf(&sketch->text, "\n[staff s%d]\nmonthly_salary = %s\n", number, random_money(sketch));
    if (one_in(sketch->dice, 3))
        text_addf(&sketch->text, "employer_rate = %s\n", random_percent(sketch, 0, SHARE_ONE));
    else if (sketch->rates && one_in(sketch->dice, 2))
        text_addf(&sketch->text, "employer_rate = r%d\n", (int)roll(sketch->dice, sketch->rates));
    if (one_in(sketch->dice, 2))
        text_addf(&sketch->text, "share = %s\n", random_percent(sketch, 0, SHARE_ONE));
    int shares = one_in(sketch->dice, 3) ? random_dates(sketch, span, 3, dates) : 0;
    for (int i = 0; i < shares; i++)
        text_addf(&sketch->text, "share.%s = %s\n", month_text(arena, dates[i]), random_percent(sketch, 0, SHARE_ONE));
    int salaries = one_in(sketch->dice, 3) ? random_dates(sketch, span, 3, dates) : 0;
    for (int i = 0; i < salaries; i++)
        text_addf(&sketch->text, "monthly_salary.%s = %s\n", month_text(arena, dates[i]), random_money(sketch));
    if (one_in(sketch->dice, 3))
        text_addf(&sketch->text, "notice_months = %d\n", (int)roll(sketch->dice, 10));
    if (one_in(sketch->dice, 2))
        text_addf(&sketch->text, "person = P%d\n", (int)roll(sketch->dice, 2));
    write_index_name(sketch);
    write_terms(sketch, span);
}

/* Amounts of some of a span's years, at times with statuses of their own; false if none was written. */
static inline bool write_years(struct sketch *sketch, struct months span, bool with_statuses)
{
    static const char *const statuses[] = { " granted", " beräknad", " rejected", "" };
    bool any = false;
    for (int year = month_year(span.last); year >= month_year(span.first); year--) {
        if (one_in(sketch->dice, 2))
            continue;
        const char *amount = random_money(sketch);
        bool has_status = with_statuses && *amount != '?';
        text_addf(&sketch->text, "%d = %s%s\n", year, amount, has_status ? statuses[roll(sketch->dice, 4)] : "");
        any = true;
    }
    return any;
}

static inline void write_months(struct sketch *sketch, struct months span)
{
    month dates[MOST_DATES];
    int count = random_dates(sketch, span, 1, dates);
    for (int i = 0; i < count; i++)
        text_addf(&sketch->text, "%s = %s\n", month_text(sketch_arena(sketch), dates[i]), random_cost(sketch));
}

static inline void write_cost(struct sketch *sketch, int number)
{
    static const char *const forms[] = { "/month", "/year", " total", " once" };
    struct months span = random_span(sketch);
    text_addf(&sketch->text, "\n[cost c%d]\n", number);
    int form = (int)roll(sketch->dice, 6);
    if (form == 4) {
        write_months(sketch, span);
    } else if (form == 5 ? !write_years(sketch, span, false) : true) {
        form %= 4;
        text_addf(&sketch->text, "amount = %s%s\n", random_cost(sketch), forms[form]);
        if (form == 3 && one_in(sketch->dice, 2))
            text_addf(&sketch->text, "month = %s\n",
                      month_text(sketch_arena(sketch), (month)between(sketch->dice, span.first, span.last)));
        if (form != 2)
            write_index_name(sketch);
    }
    write_terms(sketch, span);
}

static inline void write_dates(struct sketch *sketch)
{
    month dates[MOST_DATES];
    int count = random_dates(sketch, (struct months){ sketch->first, sketch->last }, 1, dates);
    text_add(&sketch->text, count == 1 && one_in(sketch->dice, 2) ? "month = " : "months = ");
    for (int i = 0; i < count; i++)
        text_addf(&sketch->text, "%s%s", i ? ", " : "", month_text(sketch_arena(sketch), dates[i]));
    text_add(&sketch->text, "\n");
}

static inline void write_activity(struct sketch *sketch, int number)
{
    static const char *const statuses[] = { "planned", "Klart", "inställd", "Vilande till hösten" };
    static const char *const who[] = { "responsible = Åsa\n", "responsible = A\u030asa,  Bo\n", "",
                                       "responsible = ÅSA, bo\nhours = 2,5\n" };
    text_addf(&sketch->text, "\n[activity a%d]\n%s", number, who[number % (int)(sizeof who / sizeof *who)]);
    write_dates(sketch);
    if (one_in(sketch->dice, 2))
        text_addf(&sketch->text, "amount = %s\n", random_cost(sketch));
    if (one_in(sketch->dice, 2))
        text_addf(&sketch->text, "participants = %d\nunit_cost = %s\n", (int)roll(sketch->dice, 100),
                  random_cost(sketch));
    if (one_in(sketch->dice, 3))
        text_addf(&sketch->text, "status = %s\n", statuses[roll(sketch->dice, 4)]);
    write_terms(sketch, (struct months){ sketch->first, sketch->last });
}

static inline void write_flight(struct sketch *sketch)
{
    text_add(&sketch->text, "mode = flyg\n");
    if (one_in(sketch->dice, 2))
        text_addf(&sketch->text, "distance_km = %d,5\nkg_co2e_per_km = 0,%03d\ncompensation = %d,%02d kr/tonne\n",
                  (int)roll(sketch->dice, 9000), (int)roll(sketch->dice, 1000), (int)roll(sketch->dice, 3000),
                  (int)roll(sketch->dice, 100));
    else if (one_in(sketch->dice, 2))
        text_addf(&sketch->text, "compensation = %s\n",
                  share_text(sketch_arena(sketch), roll(sketch->dice, SHARE_ONE), LANGUAGE_SV));
}

static inline void write_travel(struct sketch *sketch, int number)
{
    text_addf(&sketch->text, "\n[travel t%d]\ntrips = %d\ncost_per_trip = %s\n", number, (int)roll(sketch->dice, 30),
              random_money(sketch));
    write_dates(sketch);
    if (one_in(sketch->dice, 2))
        write_flight(sketch);
    if (one_in(sketch->dice, 5))
        text_add(&sketch->text, "eligible = no\n");
}

/* Categories, lines and overheads before it. */
static inline void write_overhead(struct sketch *sketch, int number)
{
    /* clang-format off */
    static const char *const categories[] = {
        "staff", "övrigt", "travel", "activities", "lokaler", "overhead"
    };
    /* clang-format on */
    text_addf(&sketch->text, "\n[overhead o%d]\nrate = %s\nbase = %s", number, random_percent(sketch, 0, SHARE_ONE),
              some_of(sketch, categories, 6));
    if (sketch->costs && one_in(sketch->dice, 2))
        text_addf(&sketch->text, ", cost.c%d", (int)roll(sketch->dice, sketch->costs));
    if (sketch->posts && one_in(sketch->dice, 2))
        text_addf(&sketch->text, ", s%d", (int)roll(sketch->dice, sketch->posts));
    if (number && one_in(sketch->dice, 2))
        text_addf(&sketch->text, ", o%d", (int)roll(sketch->dice, number));
    text_add(&sketch->text, "\n");
    if (one_in(sketch->dice, 3))
        text_add(&sketch->text, "include_in_kind = ja\n");
    if (one_in(sketch->dice, 3))
        text_addf(&sketch->text, "covers = %s\n", some_of(sketch, categories, 5));
    if (one_in(sketch->dice, 5))
        text_add(&sketch->text, "running = no\n");
}

#endif
