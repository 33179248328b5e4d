#include "membership.h"

#include <string.h>

#include <medfin/base/text.h>
#include <medfin/contents/cells.h>
#include <medfin/figures/figure_path.h>
#include <medfin/papers/verdict.h>
#include <medfin/plan/membership.h>

#include "parts.h"
#include "points.h"

/* The rows of the table, and which of them are sums of which. */
enum { FEE, OWN_TRAVEL, OWN_WORK, EFFORT, WORK_SAVED, AVOIDED, BENEFIT, NET, ROW_COUNT };

static const struct {
    const char *key, *figure;
    int part_of;
} rows[ROW_COUNT] = {
    [FEE] = { "fee", "effort.fee", EFFORT },
    [OWN_TRAVEL] = { "own_travel", "effort.own_travel", EFFORT },
    [OWN_WORK] = { "own_work", "effort.own_work", EFFORT },
    [EFFORT] = { "effort", "effort", NET },
    [WORK_SAVED] = { "work_saved", "benefit.work_saved", BENEFIT },
    [AVOIDED] = { "avoided", "benefit.avoided", BENEFIT },
    [BENEFIT] = { "benefit", "benefit", NET },
    [NET] = { "net", "net_benefit", -1 },
};

static int year_count(const struct plan *plan)
{
    return years_count(plan_years(plan));
}

/* Of year number `at` from the first; behind the last, of all together. */
static struct figure figure_of(const struct plan *plan, int row, int at)
{
    bool is_year = at < year_count(plan);
    return (struct figure){ .row = figure_row(rows[row].figure),
                            .time = is_year ? TIME_YEAR : TIME_TOTAL,
                            .first = is_year ? year_first(plan_years(plan).first + at) : 0 };
}

static struct cell figure_at(const struct plan *plan, int row, int at)
{
    const struct figure figure = figure_of(plan, row, at);
    return figure_cell(plan, &figure);
}

void membership_contents(struct doc *doc, const struct plan *plan)
{
    if (!project_membership(plan->project))
        return;
    int years = year_count(plan), count = years > 1 ? years + 1 : 1;
    struct doc_column *columns = arena_take(doc->arena, (size_t)count, sizeof *columns);
    for (int i = 0; i < count; i++) {
        const char *year = arena_text(doc->arena, "%d", plan_years(plan).first + i);
        columns[i] =
            (struct doc_column){ i < years ? year : tr(N_("Total")), i < years && years > 1 ? years : -1, false };
    }
    struct doc_table *table = doc_table(doc, tr(N_("Effort and benefit")), "", columns, count);
    for (int r = 0; r < ROW_COUNT; r++) {
        struct doc_row *row = doc_row(doc, table, text_capital(doc->arena, tr(figure_row(rows[r].figure)->label)), 0);
        row->part_of = rows[r].part_of;
        row->sign = r == EFFORT ? -1 : 1;
        row->is_total = r == EFFORT || r == BENEFIT || r == NET;
        for (int i = 0; i < count; i++) {
            const struct figure figure = figure_of(plan, r, i);
            row->cells[i] = cell_plan(figure_cell(plan, &figure), figure_path(doc->arena, &figure));
        }
    }
}

/* The year with the least to spare: the first of those with an amount that nobody knows, else of the least. */
static int tightest_year(const struct plan *plan)
{
    int tightest = 0;
    struct cell least = figure_at(plan, NET, 0);
    for (int i = 1; i < year_count(plan) && cell_is_known(least); i++) {
        struct cell net = figure_at(plan, NET, i);
        if (cell_is_known(net) && net.amount >= least.amount)
            continue;
        least = net;
        tightest = i;
    }
    return tightest;
}

/* What the fee could be with the benefit as large as the effort, in every year. */
static struct cell fee_worth(const struct plan *plan)
{
    struct cell least = { 0 };
    for (int i = 0; i < year_count(plan); i++) {
        struct cell own = cell_plus(plan->arena, figure_at(plan, OWN_TRAVEL, i), figure_at(plan, OWN_WORK, i));
        struct cell worth = cell_minus(plan->arena, figure_at(plan, BENEFIT, i), own);
        if (!i || !cell_is_known(worth) || worth.amount < least.amount)
            least = worth;
        if (!cell_is_known(worth))
            break;
    }
    return least;
}

static void add_tightest(letter_field_list *fields, const struct letter *letter)
{
    int at = tightest_year(letter->plan);
    struct cell short_of = figure_at(letter->plan, NET, at), worth = fee_worth(letter->plan);
    /* A fee that is a whole unit more than it is worth would be too much. */
    worth.amount -= worth.amount > 0 ? worth.amount % letter->unit->ore : 0;
    short_of.amount = short_of.amount < 0 ? -short_of.amount : short_of.amount;
    letter_text_add(fields, letter, "membership.tightest.year",
                    arena_text(letter->arena, "%d", plan_years(letter->plan).first + at));
    letter_cell_add(fields, letter, "membership.tightest.difference", short_of);
    letter_cell_add(fields, letter, "membership.fee_worth", worth);
}

/* The network's name, which only the membership's own title can say. */
static void add_network(letter_field_list *fields, const struct letter *letter, const struct section *membership)
{
    if (fact_is_stated(membership->title))
        letter_text_add(fields, letter, "letter.network", membership->title->value.text);
    else
        letter_blank_add(fields, letter, "letter.network", tr(N_("network")));
}

void letter_membership_add(letter_field_list *fields, const struct letter *letter)
{
    const struct membership *membership = project_membership(letter->plan->project);
    if (!membership)
        return;
    const char *year = arena_text(letter->arena, "%d", plan_years(letter->plan).first);
    add_network(fields, letter, &membership->section);
    letter_text_add(fields, letter, "membership.first.year", year);
    for (int r = 0; r < ROW_COUNT; r++) {
        const struct figure figure = figure_of(letter->plan, r, 0);
        struct letter_field of_year = *letter_field_find(fields, figure_path(letter->arena, &figure));
        of_year.key = arena_text(letter->arena, "membership.first.%s", rows[r].key);
        letter_field_add(fields, letter, of_year);
    }
    add_tightest(fields, letter);
}

static const struct finding *benefit_of(const struct writing *writing)
{
    static const char id[] = "benefit";
    const struct rule *rule = rule_named(id, strlen(id));
    finding_list findings = { 0 };
    rule_run(writing->letter->plan, rule, &findings, writing->letter->arena);
    return findings.items;
}

static bool is_free(const struct writing *writing)
{
    const struct plan *plan = writing->letter->plan;
    struct cell fee = figure_at(plan, FEE, year_count(plan));
    return cell_is_known(fee) && !fee.amount;
}

static void add_clause(struct writing *writing, const char *sentence)
{
    if (writing->out.size)
        letter_words(writing, ",\n\n");
    letter_sentence(writing, NULL, tr(sentence));
}

static bool is_even(const struct writing *writing)
{
    const struct plan *plan = writing->letter->plan;
    const int at = tightest_year(plan);
    const struct cell net = figure_at(plan, NET, at), effort = figure_at(plan, EFFORT, at);
    const money distance = net.amount < 0 ? -net.amount : net.amount;
    return cell_is_known(net) && cell_is_known(effort) && amounts_are_even(distance, effort.amount);
}

/* The draft follows the conditions; whoever decides may find otherwise. */
void write_joining(struct writing *writing)
{
    enum verdict verdict = benefit_of(writing)->verdict;
    if (letter_writes_asked(writing))
        return;
    /* Within a twentieth of the effort the figures do not settle it. */
    const bool is_open = verdict == VERDICT_UNDETERMINED || is_even(writing);
    if (verdict == VERDICT_FAIL && !is_open) {
        add_clause(writing, N_("not to join {{letter.network}}."));
        return;
    }
    add_clause(writing, is_open ? N_("[to join, or not to join,] {{letter.network}} from {{membership.first.year}}")
                                : N_("to join {{letter.network}} from {{membership.first.year}}"));
    if (!is_free(writing)) {
        add_clause(
            writing,
            year_count(writing->letter->plan) > 1
                ? N_("to set aside {{membership.first.fee}} for the fee of {{membership.first.year}}, and {{total.effort.fee}} in all for {{project.years}}")
                : N_("to set aside {{membership.first.fee}} for the fee of {{membership.first.year}}"));
        add_clause(writing, N_("that it is financed within the frame of [area]"));
    }
    add_clause(writing, N_("that the benefit is followed up by [date]"));
    letter_words(writing, ".");
}

void write_fee(struct writing *writing)
{
    struct arena *arena = writing->letter->arena;
    const struct membership *membership = project_membership(writing->letter->plan->project);
    if (is_free(writing)) {
        letter_sentence(writing, NULL, tr(N_("There is no fee.")));
        return;
    }
    if (!membership->tariff->value.count) {
        letter_sentence(writing, NULL, tr(N_("The fee is {{membership.first.fee}} in {{membership.first.year}}.")));
        return;
    }
    const struct section *tariff = membership->tariff->sections[0];
    const char *path = section_path(arena, tariff, LANGUAGE_EN);
    letter_sentence(
        writing, NULL,
        arena_text(arena, tr(N_("The fee is {{membership.first.fee}} in {{membership.first.year}}, by {{%s.title}}.")),
                   path));
    if (fact_is_stated(tariff->source)) {
        text_add(&writing->out, " ");
        letter_sentence(writing, NULL, arena_text(arena, tr(N_("Source: {{%s.source}}.")), path));
    }
}

static const char *margin_sentence(const struct writing *writing, const struct finding *finding)
{
    bool is_one = year_count(writing->letter->plan) == 1;
    if (!finding->has_margin)
        return N_("Whether the benefit is at least the own effort cannot be told until the unknown amounts are known.");
    if (finding->margin == 0)
        return is_one
                   ? N_("In {{membership.tightest.year}} the benefit is as large as the own effort.")
                   : N_("In {{membership.tightest.year}}, the year with the least to spare, the benefit is as large as the own effort.");
    if (finding->margin > 0)
        return is_one
                   ? N_("In {{membership.tightest.year}} the benefit is {{membership.tightest.difference}} more than the own effort.")
                   : N_("In {{membership.tightest.year}}, the year with the least to spare, the benefit is {{membership.tightest.difference}} more than the own effort.");
    return is_one
               ? N_("In {{membership.tightest.year}} the benefit is {{membership.tightest.difference}} less than the own effort.")
               : N_("In {{membership.tightest.year}}, the year that lacks most, the benefit is {{membership.tightest.difference}} less than the own effort.");
}

void write_benefit(struct writing *writing)
{
    const struct finding *finding = benefit_of(writing);
    struct cell worth = fee_worth(writing->letter->plan);
    bool in_line = project_membership(writing->letter->plan->project)->in_line->value.number;
    letter_words(
        writing,
        tr(N_(
            "A membership is worth its while when the benefit is at least the own effort and the network is in line with the own work.")));
    text_add(&writing->out, " ");
    letter_words(writing, in_line
                              ? tr(N_("The network is in line with the own work."))
                              : tr(N_("The network is not in line with the own work, which no benefit makes up for.")));
    text_add(&writing->out, " ");
    letter_sentence(writing, NULL, tr(margin_sentence(writing, finding)));
    if (!cell_is_known(worth))
        return;
    text_add(&writing->out, " ");
    letter_sentence(writing, NULL,
                    worth.amount < 0
                        ? tr(N_("The benefit does not make up for the own hours and travel, even without a fee."))
                        : tr(N_("The benefit makes up for a fee of at most {{membership.fee_worth}} a year.")));
}

/* "at least 111,12": where the value alone decides. */
static const char *reach_of(const struct letter *letter, const struct break_even *of)
{
    struct fact tried = *of->fact;
    tried.value.number = of->answer.number;
    tried.value.unknown = false;
    tried.value.spread = NULL;
    switch (of->answer.outcome) {
    case SEARCH_NO_ANSWER:
        return tr(N_("never"));
    case SEARCH_NEVER_TURNS:
        return tr(N_("always"));
    default:
        return arena_text(letter->arena, of->at_most ? tr(N_("at most %s")) : tr(N_("at least %s")),
                          letter_value(letter, of->key, &tried));
    }
}

void write_break_even(struct writing *writing)
{
    const struct letter *letter = writing->letter;
    const struct membership *membership = project_membership(letter->plan->project);
    const struct doc_column columns[] = { { tr(N_("In the calculation")), -1, false },
                                          { tr(N_("Enough when it is")), -1, false } };
    if (!letter->break_evens.count) {
        letter_words(writing,
                     membership->in_line->value.number
                         ? tr(N_("What the decision hangs on cannot be told until the unknown amounts are known."))
                         : tr(N_("No amount decides: the network is not in line with the own work.")));
        return;
    }
    letter_words(
        writing,
        tr(N_(
            "So far each value may go, the others as they stand, with the benefit at least as large as the own effort:")));
    letter_words(writing, "\n\n");
    struct doc *doc = doc_new(letter->arena, letter->language, letter->unit);
    struct doc_table *table = doc_table(doc, "", tr(N_("Value")), columns, 2);
    for (int i = 0; i < letter->break_evens.count; i++) {
        const struct break_even *of = &letter->break_evens.items[i];
        struct doc_row *row = doc_row(doc, table, letter_fact_words(writing, &membership->section, of->fact->by), 0);
        row->cells[0] = cell_text(
            of->fact->value.unknown ? tr(N_("not yet known")) : letter_value(letter, of->key, of->fact), NULL);
        row->cells[1] = cell_text(reach_of(letter, of), NULL);
    }
    letter_table_add(writing, "break-even", doc);
}
