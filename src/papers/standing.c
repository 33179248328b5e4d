#include <medfin/papers/standing.h>

#include <medfin/base/text.h>
#include <medfin/contents/cells.h>
#include <medfin/contents/names.h>
#include <medfin/contents/stated_value.h>
#include <medfin/model/payer.h>
#include <medfin/papers/prose.h>
#include <medfin/plan/sums.h>

enum { MOST_BARS = 6, NAMED = 3 };

static const struct selection all_cost = { .side = COST_SIDE }, all_financing = { .side = FINANCING_SIDE };

static enum standing_kind kind_in(const struct section *payer, int year)
{
    const enum status status = payer_status_in(payer, year);
    /* Fees that nobody has said anything of are what members pay. */
    if (status_is_secured(status) || (!payer_funder(payer) && status == STATUS_NONE))
        return STANDS_SETTLED;
    return status == STATUS_APPLIED ? STANDS_APPLIED : STANDS_PROPOSED;
}

static void add_to(struct doc_cell *sum, const struct doc_cell *more)
{
    *sum = cell_showing(cell_money(sum->number + more->number, sum->unknown || more->unknown, NULL),
                        sum->whole + more->whole);
}

static struct doc_cell nothing(void)
{
    return cell_showing(cell_money(0, false, NULL), 0);
}

/* Of one payer, in money or in kind, what it pays in the years in which it stands so. */
static struct doc_cell sum_of(struct doc *doc, const struct plan *plan, const struct standing_part *part)
{
    const struct years years = plan_years(plan);
    struct selection of = { .side = FINANCING_SIDE, .payer = part->payer };
    of.form = part->in_kind ? IN_KIND : IN_CASH;
    struct doc_cell sum = nothing();
    for (int year = years.first; year <= years.last; year++) {
        if (kind_in(part->payer, year) != part->kind)
            continue;
        const struct months over = months_shared(months_of_year(year), plan_months(plan));
        const struct doc_cell cell = cell_sum(doc, plan, &of, over, NULL);
        add_to(&sum, &cell);
    }
    return sum;
}

struct standing standing_of(struct doc *doc, const struct plan *plan)
{
    struct standing standing = { .plan = plan, .settled = nothing(), .open = nothing() };
    for (enum standing_kind kind = STANDS_SETTLED; kind < STANDING_KINDS; kind++)
        for (int i = 0; i < plan->project->payers.count; i++)
            for (int in_kind = 0; in_kind < 2; in_kind++) {
                struct standing_part part = { plan->project->payers.items[i], kind, in_kind, { 0 } };
                part.sum = sum_of(doc, plan, &part);
                if (payer_is_rejected(part.payer) || (!part.sum.number && !part.sum.unknown))
                    continue;
                *list_add(&standing.parts, doc->arena) = part;
                add_to(kind == STANDS_SETTLED ? &standing.settled : &standing.open, &part.sum);
            }
    standing.cost = cell_sum(doc, plan, &all_cost, plan_months(plan), NULL);
    standing.all = cell_sum(doc, plan, &all_financing, plan_months(plan), NULL);
    standing.gap = cell_showing(
        cell_money(standing.all.number - standing.cost.number, standing.all.unknown || standing.cost.unknown, NULL),
        standing.all.whole - standing.cost.whole);
    return standing;
}

const char *standing_title(enum standing_kind kind)
{
    static const char *const titles[] = {
        [STANDS_SETTLED] = N_("Decided"), [STANDS_PROPOSED] = N_("Proposed"), [STANDS_APPLIED] = N_("Applied for")
    };
    return tr(titles[kind]);
}

/* A row of the table, a step of the picture. */
struct bar {
    const char *label;
    struct doc_cell cell;
    money step; /* what the picture goes on by, where that is not what the cell shows */
    enum chart_look look;
    bool is_level, is_total;
};

typedef LIST(struct bar) bar_list;

static const enum chart_look looks[] = {
    [STANDS_SETTLED] = LOOK_SETTLED, [STANDS_PROPOSED] = LOOK_PROPOSED, [STANDS_APPLIED] = LOOK_APPLIED
};

static money drawn(const struct doc *doc, const struct doc_cell *cell)
{
    return chart_value_of(doc, cell).number;
}

static void add_bar(struct doc *doc, bar_list *bars, const char *label, struct doc_cell cell, enum chart_look look)
{
    *list_add(bars, doc->arena) = (struct bar){ label, cell, drawn(doc, &cell), look, false, false };
}

static const char *part_label(struct doc *doc, const struct standing_part *part)
{
    const char *title = payer_title(doc, part->payer);
    return arena_text(doc->arena, "%s: %s%s%s", standing_title(part->kind), title, part->in_kind ? ", " : "",
                      part->in_kind ? tr(N_("in kind")) : "");
}

static void add_each(struct doc *doc, const struct standing *standing, bar_list *bars)
{
    for (int i = 0; i < standing->parts.count; i++) {
        const struct standing_part *part = &standing->parts.items[i];
        add_bar(doc, bars, part_label(doc, part), part->sum, part->in_kind ? LOOK_WORK : looks[part->kind]);
    }
}

/* The largest of a kind by name, so many of them. */
static const char *largest_names(struct doc *doc, const struct standing *standing, enum standing_kind kind,
                                 bool in_kind)
{
    LIST(const struct standing_part *) sorted = { 0 };
    for (int i = 0; i < standing->parts.count; i++) {
        const struct standing_part *part = &standing->parts.items[i];
        if (part->kind != kind || part->in_kind != in_kind)
            continue;
        *list_add(&sorted, doc->arena) = part;
        for (int at = sorted.count - 1; at > 0 && sorted.items[at - 1]->sum.number < part->sum.number; at--) {
            sorted.items[at] = sorted.items[at - 1];
            sorted.items[at - 1] = part;
        }
    }
    const char **names = arena_take(doc->arena, (size_t)sorted.count + 1, sizeof *names);
    for (int i = 0; i < sorted.count; i++)
        names[i] = payer_title(doc, sorted.items[i]->payer);
    return prose_list(doc->arena, names, sorted.count, NAMED);
}

static void add_kind(struct doc *doc, const struct standing *standing, enum standing_kind kind, bool in_kind,
                     bar_list *bars)
{
    struct doc_cell sum = nothing();
    int count = 0;
    for (int i = 0; i < standing->parts.count; i++) {
        const struct standing_part *part = &standing->parts.items[i];
        if (part->kind != kind || part->in_kind != in_kind)
            continue;
        add_to(&sum, &part->sum);
        count++;
    }
    const char *label = arena_text(doc->arena, in_kind ? "%s, %s: %s" : "%s%s: %s", standing_title(kind),
                                   in_kind ? tr(N_("in kind")) : "", largest_names(doc, standing, kind, in_kind));
    if (count)
        add_bar(doc, bars, label, sum, in_kind ? LOOK_WORK : looks[kind]);
}

/* One bar a status, where the funders are too many to be told apart. */
static void add_kinds(struct doc *doc, const struct standing *standing, bar_list *bars)
{
    for (enum standing_kind kind = STANDS_SETTLED; kind < STANDING_KINDS; kind++)
        for (int in_kind = 0; in_kind < 2; in_kind++)
            add_kind(doc, standing, kind, in_kind, bars);
}

/* What lacks, or what is over and where it goes. */
static void add_rest(struct doc *doc, const struct standing *standing, bar_list *bars)
{
    const struct project *project = standing->plan->project;
    const bool is_over = standing->gap.whole > 0, has_equity = project_has_equity(project);
    static const char *const over[] = { [ALL_REPAID] = N_("Left, to be repaid"),
                                        [ALL_KEPT] = N_("Left, to the equity"),
                                        [SOME_KEPT] = N_("Left, repaid or kept") };
    const char *label = is_over                             ? tr(over[project_surplus(project)])
                        : has_equity && standing->gap.whole ? tr(N_("Missing, from the equity"))
                                                            : tr(N_("Missing"));
    struct doc_cell cell = standing->gap;
    cell.number = is_over ? cell.number : -cell.number;
    cell.whole = is_over ? cell.whole : -cell.whole;
    add_bar(doc, bars, label, cell, is_over ? LOOK_LESS : LOOK_MISSING);
    struct bar *rest = &bars->items[bars->count - 1];
    rest->step = is_over ? -rest->step : rest->step;
    rest->is_total = true;
}

static void add_row(struct doc *doc, struct doc_table *table, const struct bar *bar)
{
    struct doc_row *row = doc_row(doc, table, bar->label, 0);
    row->cells[0] = bar->cell;
    row->is_total = bar->is_total;
}

static void add_bridge(struct doc *doc, const bar_list *bars)
{
    struct doc_chart *chart = doc_chart(doc, CHART_BRIDGE, tr(N_("The whole project")), bars->count);
    struct text told = text_new(doc->arena);
    chart->message = tr(N_("Who pays, and what is settled?"));
    chart->starts_at_zero = true;
    chart->by_row = true;
    chart->steps = arena_take(doc->arena, (size_t)bars->count, sizeof *chart->steps);
    struct chart_series *series = chart_series(doc, chart, "");
    const struct doc_column column = { "", -1, false };
    struct doc_table *table =
        doc_chart_table(doc, arena_text(doc->arena, "%s %s", chart->message, chart->title), "", &column, 1);
    table->labels_wrap = true;
    for (int i = 0; i < bars->count; i++) {
        const struct bar *bar = &bars->items[i];
        chart->categories[i] = bar->label;
        chart->steps[i] = (struct chart_step){ .look = bar->look, .is_level = bar->is_level };
        series->values[i].number = bar->step;
        add_row(doc, table, bar);
        text_addf(&told, "%s%s: %s", i ? "; " : "", bar->label, amount_shown(doc, &bar->cell));
    }
    chart->description = told.bytes;
}

/* Those whose sum is known, or is not; how many. */
static int add_parts(struct doc *doc, struct doc_table *table, const struct standing *standing, bool unknown)
{
    int count = 0;
    for (int i = 0; i < standing->parts.count; i++) {
        const struct standing_part *part = &standing->parts.items[i];
        if (part->sum.unknown != unknown)
            continue;
        struct doc_row *row = doc_row(doc, table, part_label(doc, part), 1);
        row->cells[0] = part->sum;
        row->cells[1] = cell_text(payer_reference(part->payer), NULL);
        count++;
    }
    return count;
}

/* What is known, with its status, and then what is not: what a payer comes to by it, and the values themselves. */
static void add_known(struct doc *doc, const struct standing *standing)
{
    const struct project *project = standing->plan->project;
    const struct doc_column columns[] = { { tr(N_("Amount")), -1, false }, { tr(N_("Source")), -1, true } };
    struct doc_table *table = doc_table(doc, tr(N_("What is known, and what is not")), "", columns, 2);
    table->labels_wrap = true;
    doc_row(doc, table, tr(N_("Known amounts")), 0)->is_heading = true;
    if (!add_parts(doc, table, standing, false))
        table->rows.count = 0;
    doc_row(doc, table, tr(N_("Not known")), 0)->is_heading = true;
    add_parts(doc, table, standing, true);
    for (int i = 0; i < project->unknown_count; i++) {
        const struct statement *unknown = project->unknowns[i];
        struct doc_row *row = doc_row(doc, table, stated_title_in(doc, project, unknown), 1);
        row->cells[0] = cell_money(0, true, NULL);
        row->cells[1] = cell_text(source_title(unknown->source), NULL);
    }
}

void standing_contents(struct doc *doc, const struct standing *standing)
{
    bar_list bars = { 0 };
    if (standing->gap.unknown) {
        add_known(doc, standing);
        return;
    }
    if (!standing->cost.number && !standing->all.number)
        return;
    add_bar(doc, &bars, tr(N_("Costs")), standing->cost, LOOK_WHOLE);
    bars.items[0].is_level = bars.items[0].is_total = true;
    if (standing->parts.count <= MOST_BARS)
        add_each(doc, standing, &bars);
    else
        add_kinds(doc, standing, &bars);
    add_rest(doc, standing, &bars);
    add_bridge(doc, &bars);
}
