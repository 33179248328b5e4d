#include <medfin/contents/outcomes.h>

#include <medfin/base/marks.h>
#include <medfin/base/text.h>
#include <medfin/contents/cells.h>
#include <medfin/contents/heading.h>
#include <medfin/contents/names.h>
#include <medfin/doc/rounding.h>
#include <medfin/model/payer.h>

static const char *amount(struct doc *doc, struct cell cell)
{
    return cell_is_known(cell) ? money_shown(doc, cell.amount) : "?";
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
                    "That pays for everything planned up to and including %s. What is started or signed for %s and later waits for: %s.")),
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

/* In all each is told to the nearest in words too. */
static void fill(struct doc *doc, struct doc_table *table, int column, const struct covered *covered, const char *path)
{
    struct doc_row *rows = table->rows.items;
    const struct doc_cell paid = cell_plan(covered->money, arena_text(doc->arena, "%s.secured", path));
    const struct doc_cell cost = cell_plan(covered->cost, arena_text(doc->arena, "%s.cost", path));
    bool is_whole = column + 1 == table->column_count;
    rows[0].cells[column] = is_whole ? cell_showing(paid, cell_shown(&paid, doc->unit->ore)) : paid;
    rows[1].cells[column] = is_whole ? cell_showing(cost, cell_shown(&cost, doc->unit->ore)) : cost;
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
    doc_row(doc, table, tr(N_("money minus cost")), 0)->is_total = true;
    doc_row(doc, table, tr(N_("pays for all up to and including")), 0);
    for (int i = 0; i < start->year_count; i++)
        fill(doc, table, i, &start->years[i], arena_text(doc->arena, "safe.years.%d", start->first_year + i));
    fill(doc, table, start->year_count, &start->whole, "safe");
}

static void add_safe_start(struct doc *doc, const struct safe_start *start, const struct outcomes *outcomes)
{
    doc_heading(doc, 2, tr(N_("How far the secured money reaches")));
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

enum { SHOWN_WHOLE = 32, SHOWN_AT_END = 12 }; /* rows of a page: all, or so many from each end */

static const char *rule_titles(struct doc *doc, const bool *rules)
{
    struct text out = text_new(doc->arena);
    for (int r = 0; r < rule_count; r++)
        if (rules[r])
            text_addf(&out, "%s%s", out.size ? ", " : "", tr(rule_rows[r].title));
    return out.bytes;
}

/* The same for programs. */
static const char *rule_ids(struct doc *doc, const bool *rules)
{
    struct text out = text_new(doc->arena);
    for (int r = 0; r < rule_count; r++)
        if (rules[r])
            text_addf(&out, "%s%s", out.size ? " " : "", rule_rows[r].id);
    return out.bytes;
}

static const char *funder_ids(struct doc *doc, const struct outcomes *outcomes, const bool *funders)
{
    struct text out = text_new(doc->arena);
    for (int i = 0; i < outcomes->undecided_count; i++)
        if (funders[i])
            text_addf(&out, "%s%s", out.size ? " " : "", payer_id(doc->arena, outcomes->undecided[i]));
    return out.bytes;
}

/* Those who say no, or those who do not. */
static const char *funder_titles(struct doc *doc, const struct outcomes *outcomes, const bool *refused, bool says_no)
{
    struct text out = text_new(doc->arena);
    for (int i = 0; i < outcomes->undecided_count; i++)
        if (refused[i] == says_no)
            text_addf(&out, "%s%s", out.size ? ", " : "", payer_title(doc, outcomes->undecided[i]));
    return out.bytes;
}

/* Those who say no, or the fewer who say yes. */
static const char *answers_text(struct doc *doc, const struct outcomes *outcomes, const struct outcome *outcome)
{
    int all = outcomes->undecided_count, refused = outcome->refused_count;
    if (!refused || refused == all)
        return refused ? tr(N_("all say no")) : tr(N_("all say yes"));
    bool most = 2 * refused > all;
    return arena_text(doc->arena, most ? tr(N_("yes only from %s")) : tr(N_("no from %s")),
                      funder_titles(doc, outcomes, outcome->refused, !most));
}

static struct doc_cell rules_cell(struct doc *doc, const bool *failing, int undetermined, const char *key)
{
    struct text out = text_new(doc->arena);
    text_add(&out, rule_titles(doc, failing));
    /* Their names would drown those that fail; of a yes from all a sentence names them. */
    if (undetermined)
        text_addf(&out, "%s%s: %d", out.size ? "; " : "", tr(N_("cannot be told")), undetermined);
    struct doc_cell cell = cell_text(out.bytes, key);
    cell.id = rule_ids(doc, failing);
    return cell;
}

static void add_outcome(struct doc *doc, struct doc_table *table, const struct outcomes *outcomes, int number)
{
    const struct outcome *outcome = &outcomes->rows[number];
    const char *path = arena_text(doc->arena, "outcomes[%d]", number);
    struct doc_row *row = doc_row(doc, table, answers_text(doc, outcomes, outcome), 0);
    int column = 0;
    row->cells[column++] = cell_plan(outcome->gap, arena_text(doc->arena, "%s.gap", path));
    row->cells[column++] = cell_plan(outcome->worst_year, arena_text(doc->arena, "%s.worst_year", path));
    row->cells[column++] = cell_plan(outcome->lowest_cash, arena_text(doc->arena, "%s.lowest_cash", path));
    if (outcome->probability >= 0)
        row->cells[column++] = cell_share(outcome->probability, false, arena_text(doc->arena, "%s.probability", path));
    row->cells[column] =
        rules_cell(doc, outcome->failing, outcome->undetermined_count, arena_text(doc->arena, "%s.failing", path));
    bool in_sight = outcomes->count <= SHOWN_WHOLE || number < SHOWN_AT_END || number >= outcomes->count - SHOWN_AT_END;
    row->readers = in_sight ? FOR_ALL : FOR_DATA;
}

static void add_outcomes(struct doc *doc, const struct outcomes *outcomes)
{
    bool chances = outcomes->rows[0].probability >= 0, cut = outcomes->count > SHOWN_WHOLE;
    struct doc_column columns[] = { { tr(N_("financing minus cost")), -1, true },
                                    { tr(N_("worst year")), -1, true },
                                    { tr(N_("lowest cash")), -1, true },
                                    { tr(N_("probability")), -1, false },
                                    { tr(N_("rules that fail")), -1, true } };
    int count = chances ? 5 : 4;
    columns[count - 1] = columns[4];
    for (int i = 0; i < outcomes->count; i++) {
        const char *path = arena_text(doc->arena, "outcomes[%d]", i);
        doc_value(doc, cell_text(funder_ids(doc, outcomes, outcomes->rows[i].refused),
                                 arena_text(doc->arena, "%s.refused", path)));
        doc_value(doc, cell_text(rule_ids(doc, outcomes->rows[i].undetermined),
                                 arena_text(doc->arena, "%s.undetermined", path)));
    }
    struct doc_table *table =
        doc_table(doc, tr(N_("Every combination, worst first")), tr(N_("Answers")), columns, count);
    table->labels_wrap = true;
    for (int i = 0; i < outcomes->count; i++) {
        if (cut && i == SHOWN_AT_END)
            doc_row(doc, table, "…", 0)->readers = FOR_PAGES;
        add_outcome(doc, table, outcomes, i);
    }
    if (cut)
        doc_text(
            doc, TONE_NEUTRAL,
            arena_text(doc->arena,
                       tr(N_("Shown are the worst %d and the best %d of %d outcomes; CSV and JSON have them all.")),
                       SHOWN_AT_END, SHOWN_AT_END, outcomes->count));
}

/* The rules that are there and were not before. */
static bool *added(struct doc *doc, const bool *rules, const bool *before)
{
    bool *more = arena_take(doc->arena, (size_t)rule_count, sizeof *more);
    for (int r = 0; r < rule_count; r++)
        more[r] = rules[r] && !before[r];
    return more;
}

/* Who has not decided, and what a no from that one alone does. */
static void add_single(struct doc *doc, struct doc_table *table, const struct outcomes *outcomes, int number)
{
    const struct section *payer = outcomes->undecided[number];
    const struct outcome *none = outcome_all_yes(outcomes), *alone = outcome_one_no(outcomes, number);
    const bool *opened = added(doc, alone->undetermined, none->undetermined);
    const char *path = arena_text(doc->arena, "undecided[%d]", number);
    struct doc_row *row = doc_row(doc, table, payer_title(doc, payer), 0);
    int64_t status = payer_status(payer)->value.number;
    row->cells[0] = cell_text(doc_word(doc, words_status, status), arena_text(doc->arena, "%s.status", path));
    row->cells[0].id = word_of_code(words_status, (int)status)->english;
    if (payer_reference(payer))
        row->cells[1] = cell_text(payer_reference(payer), arena_text(doc->arena, "%s.reference", path));
    row->cells[2] = cell_plan(alone->gap, arena_text(doc->arena, "%s.no_alone.gap", path));
    row->cells[3] = cell_plan(alone->lowest_cash, arena_text(doc->arena, "%s.no_alone.lowest_cash", path));
    row->cells[4] = rules_cell(doc, added(doc, alone->failing, none->failing), marks_count(opened, rule_count),
                               arena_text(doc->arena, "%s.no_alone.breaks", path));
}

static void add_singles(struct doc *doc, const struct outcomes *outcomes)
{
    for (int i = 0; i < outcomes->undecided_count; i++) {
        const struct section *payer = outcomes->undecided[i];
        const struct spread *spread = payer_status(payer)->value.spread;
        const char *path = arena_text(doc->arena, "undecided[%d]", i);
        doc_value(doc, cell_text(payer_id(doc->arena, payer), arena_text(doc->arena, "%s.funder", path)));
        if (spread)
            doc_value(doc, cell_share(spread->first, false, arena_text(doc->arena, "%s.probability", path)));
    }
    const struct doc_column columns[] = { { tr(N_("Status")), -1, false },
                                          { tr(N_("Reference")), -1, false },
                                          { tr(N_("financing minus cost")), -1, true },
                                          { tr(N_("lowest cash")), -1, true },
                                          { tr(N_("not met then")), -1, true } };
    struct doc_table *table = doc_table(doc, tr(N_("Not yet granted or decided, and what one refusal alone does")),
                                        tr(N_("Refusal by")), columns, 5);
    table->labels_wrap = true;
    for (int i = 0; i < outcomes->undecided_count; i++)
        add_single(doc, table, outcomes, i);
}

static void add_verdict(struct doc *doc, const struct outcomes *outcomes)
{
    const struct outcome *none = outcome_all_yes(outcomes);
    if (none->failing_count)
        doc_text(
            doc, TONE_BAD,
            arena_text(doc->arena, tr(N_("Even if all say yes, these fail: %s.")), rule_titles(doc, none->failing)));
    else if (none->undetermined_count)
        doc_text(doc, TONE_OPEN,
                 arena_text(doc->arena, tr(N_("Even if all say yes, these cannot be told: %s.")),
                            rule_titles(doc, none->undetermined)));
    if (outcomes->holds < 0) {
        doc_text(doc, TONE_NEUTRAL, tr(N_("No probabilities: not every status says one (status = applied ~ 70 %).")));
        return;
    }
    doc_value(doc, cell_share(outcomes->holds, false, "probability_that_all_hold"));
    doc_text(
        doc, TONE_NEUTRAL,
        arena_text(doc->arena,
                   tr(N_("Every rule holds with a probability of %s, if the answers do not depend on one another.")),
                   share_text(doc->arena, outcomes->holds, doc->language)));
}

void outcomes_contents(struct doc *doc, const struct plan *plan, const struct outcomes *outcomes,
                       const struct safe_start *start)
{
    title_contents(doc, plan->project, tr(N_("Every outcome of the undecided")));
    if (!outcomes->undecided_count) {
        doc_text(doc, TONE_GOOD, tr(N_("All financing is granted, decided or rejected: no answer is awaited.")));
        return;
    }
    add_singles(doc, outcomes);
    add_safe_start(doc, start, outcomes);
    add_verdict(doc, outcomes);
    add_outcomes(doc, outcomes);
}
