#include <medfin/follow/follow_up.h>

#include <medfin/contents/cells.h>
#include <medfin/contents/heading.h>
#include <medfin/follow/cells.h>
#include <medfin/follow/money_tables.h>

#include "activity_tables.h"
#include "balance_table.h"
#include "charts.h"
#include "cost_table.h"
#include "identities.h"
#include "indicator_table.h"
#include "rows_tables.h"

/* The outcome to date and the forecast of the year, in a sentence. */
static void in_short(struct doc *doc, const struct follow *follow)
{
    const struct followed cost = followed_side(SIDE_COST);
    const struct doc_cell planned = budget_cell(doc, follow, &cost, follow->to_date, NULL),
                          outcome = forecast_cell(doc, follow, &cost, follow->to_date, NULL),
                          budget = budget_cell(doc, follow, &cost, follow->year, NULL),
                          forecast = forecast_cell(doc, follow, &cost, follow->year, NULL);
    const int year = month_year(follow->year.first);
    doc_value(doc, cell_month(follow->through, "follow_up.through"));
    if (follow->through < follow->forecast->first)
        doc_text(doc, TONE_NEUTRAL, tr(N_("No month of the project is closed yet: the forecast is the budget.")));
    else
        doc_text(doc, TONE_NEUTRAL,
                 arena_text(doc->arena,
                            tr(N_("Through %s the cost of %d was %s of a budget of %s. The forecast of the year is %s "
                                  "of a budget of %s.")),
                            month_text(doc->arena, follow->through), year, amount_shown(doc, &outcome),
                            amount_shown(doc, &planned), amount_shown(doc, &forecast), amount_shown(doc, &budget)));
}

struct follow_findings follow_up_contents(struct doc *doc, const struct follow *follow, enum follow_by by)
{
    struct follow_findings found = { 0 };
    const followed_list all = followed_all(follow, by == FOLLOW_BY_LINE ? FOLLOW_LINE : FOLLOW_CATEGORY);
    shown_agree(shown_of(doc, follow->forecast), shown_of(doc, follow->budget));
    title_contents(doc, follow->forecast->project, tr(N_("Follow-up")));
    in_short(doc, follow);
    if (by == FOLLOW_BY_FUNDER)
        financing_table(doc, follow);
    if (by == FOLLOW_BY_QUARTER || by == FOLLOW_BY_MONTH)
        periods_table(doc, follow, by == FOLLOW_BY_MONTH ? 1 : MONTHS_OF_A_QUARTER);
    follow_chart(doc, follow);
    months_chart(doc, follow);
    deviations_chart(doc, follow, &all);
    cost_table(doc, follow, &all, &found.uncommented);
    if (years_count(plan_years(follow->forecast)) > 1)
        project_table(doc, follow, &all);
    lapsed_table(doc, follow);
    flexibility_text(doc, follow);
    if (by != FOLLOW_BY_FUNDER)
        financing_table(doc, follow);
    standing_table(doc, follow);
    balance_table(doc, follow);
    activity_tables(doc, follow);
    indicator_table(doc, follow);
    found.unmapped = rows_table(doc, follow);
    files_table(doc, follow);
    identities_table(doc, follow);
    if (by != FOLLOW_BY_QUARTER && by != FOLLOW_BY_MONTH) {
        doc_details(doc, 2, tr(N_("Month by month")));
        periods_table(doc, follow, 1);
        doc_details_end(doc);
    }
    return found;
}

void follow_whole(struct doc *doc, const struct follow *follow)
{
    const followed_list all = followed_all(follow, FOLLOW_CATEGORY);
    shown_agree(shown_of(doc, follow->forecast), shown_of(doc, follow->budget));
    project_table(doc, follow, &all);
}

void follow_deviations(struct doc *doc, const struct follow *follow)
{
    const followed_list all = followed_all(follow, FOLLOW_CATEGORY);
    int uncommented = 0;
    shown_agree(shown_of(doc, follow->forecast), shown_of(doc, follow->budget));
    deviations_table(doc, follow, &all, &uncommented);
}

void follow_activities(struct doc *doc, const struct follow *follow)
{
    activity_tables(doc, follow);
}

void follow_indicators(struct doc *doc, const struct follow *follow)
{
    indicator_table(doc, follow);
}

void follow_lapses(struct doc *doc, const struct follow *follow)
{
    lapsed_table(doc, follow);
}
