/* What is safe to start before the undecided have answered. */

#include <medfin/contents/budget.h>

#include <medfin/base/text.h>
#include <medfin/contents/cells.h>
#include <medfin/contents/names.h>
#include <medfin/contents/safe_start.h>
#include <medfin/model/payer.h>

static const char *amount(struct doc *doc, struct cell cell)
{
    return cell_is_known(cell) ? money_text(doc->arena, cell.amount, doc->language) : "?";
}

/* "Länsstyrelsen, 1:1-medel (RUN/453/2020)" */
static const char *waited_for(struct doc *doc, const struct outcomes *outcomes)
{
    struct text out = text_new(doc->arena);
    for (int i = 0; i < outcomes->undecided_count; i++) {
        const struct section *payer = outcomes->undecided[i];
        text_addf(&out, "%s%s", i ? ", " : "", payer_title(doc, payer));
        if (payer_reference(payer))
            text_addf(&out, " (%s)", payer_reference(payer));
    }
    return out.bytes;
}

static void add_reach(struct doc *doc, const struct safe_start *start, const struct outcomes *outcomes)
{
    const struct covered *whole = &start->whole;
    doc_text(doc, TONE_NEUTRAL,
             arena_text(
                 doc->arena,
                 tr(N_("Whatever the answers are, %s is granted or decided. The project as planned costs %s in cash.")),
                 amount(doc, whole->money), amount(doc, whole->cost)));
    if (!cell_is_known(whole->money) || !cell_is_known(whole->cost))
        doc_text(doc, TONE_OPEN, tr(N_("How far that reaches cannot be told: something that it needs is unknown.")));
    else if (whole->through == plan_last(start->plan))
        doc_text(doc, TONE_GOOD, tr(N_("That pays for the whole project.")));
    else if (whole->through < 0)
        doc_text(doc, TONE_BAD,
                 arena_text(doc->arena, tr(N_("That does not pay for the first month. All of it waits for: %s.")),
                            waited_for(doc, outcomes)));
    else
        doc_text(
            doc, TONE_WARNING,
            arena_text(
                doc->arena,
                tr(N_(
                    "That pays for everything planned up to and with %s. What is started or signed for %s and later waits for: %s.")),
                month_text(doc->arena, whole->through), month_text(doc->arena, whole->through + 1),
                waited_for(doc, outcomes)));
}

static void add_cash(struct doc *doc, const struct safe_start *start)
{
    if (start->lowest < 0 || !cell_is_known(start->limit))
        return;
    const char *lowest = amount(doc, start->lowest_cash), *when = month_text(doc->arena, start->lowest);
    if (start->below < 0)
        doc_text(doc, TONE_GOOD,
                 arena_text(doc->arena, tr(N_("In cash, as the funders pay: never below %s; lowest %s, in %s.")),
                            amount(doc, start->limit), lowest, when));
    else
        doc_text(doc, TONE_WARNING,
                 arena_text(doc->arena,
                            tr(N_("In cash, as the funders pay: below %s from %s on if all say no; lowest %s, in %s.")),
                            amount(doc, start->limit), month_text(doc->arena, start->below), lowest, when));
}

static void fill(struct doc *doc, struct doc_table *table, int column, const struct covered *covered, const char *path)
{
    struct doc_row *rows = table->rows.items;
    rows[0].cells[column] = cell_plan(covered->money, arena_text(doc->arena, "%s.secured", path));
    rows[1].cells[column] = cell_plan(covered->cost, arena_text(doc->arena, "%s.cost", path));
    rows[2].cells[column] =
        cell_plan(cell_minus(doc->arena, covered->money, covered->cost), arena_text(doc->arena, "%s.left", path));
    bool unknown = !cell_is_known(covered->cost) || !cell_is_known(covered->money);
    rows[3].cells[column] = covered->through < 0
                                ? cell_text(unknown ? "?" : "–", NULL)
                                : cell_month(covered->through, arena_text(doc->arena, "%s.through", path));
}

static void add_years(struct doc *doc, const struct safe_start *start)
{
    struct doc_column *columns = arena_take(doc->arena, (size_t)start->year_count + 1, sizeof *columns);
    for (int i = 0; i < start->year_count; i++)
        columns[i] =
            (struct doc_column){ arena_text(doc->arena, "%d", start->first_year + i), start->year_count, false };
    columns[start->year_count] = (struct doc_column){ tr(N_("Total")), -1, false };
    struct doc_table *table =
        doc_table(doc, tr(N_("If all who are undecided say no")), "", columns, start->year_count + 1);
    table->labels_wrap = true;
    doc_row(doc, table, tr(N_("secured money")), 0)->part_of = 2;
    struct doc_row *cost = doc_row(doc, table, tr(N_("cost in cash")), 0);
    cost->part_of = 2;
    cost->sign = -1;
    doc_row(doc, table, tr(N_("money less cost")), 0)->is_total = true;
    doc_row(doc, table, tr(N_("pays for all up to and with")), 0);
    for (int i = 0; i < start->year_count; i++)
        fill(doc, table, i, &start->years[i], arena_text(doc->arena, "safe.years.%d", start->first_year + i));
    fill(doc, table, start->year_count, &start->whole, "safe");
}

void safe_start_contents(struct doc *doc, const struct safe_start *start, const struct outcomes *outcomes)
{
    doc_heading(doc, 2, tr(N_("What is safe to start")));
    add_reach(doc, start, outcomes);
    add_cash(doc, start);
    if (cell_is_known(start->lost_in_kind) && start->lost_in_kind.amount)
        doc_text(doc, TONE_NEUTRAL,
                 arena_text(doc->arena, tr(N_("Work worth %s falls away with those who would do it.")),
                            amount(doc, start->lost_in_kind)));
    doc_value(doc, cell_plan(start->lost_in_kind, "safe.lost_in_kind"));
    doc_value(doc, cell_plan(start->lowest_cash, "safe.cash.lowest"));
    if (start->lowest >= 0)
        doc_value(doc, cell_month(start->lowest, "safe.cash.month"));
    if (start->below >= 0)
        doc_value(doc, cell_month(start->below, "safe.cash.below_from"));
    add_years(doc, start);
}
