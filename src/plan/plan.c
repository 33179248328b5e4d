#include "line.h"
#include <medfin/model/payer.h>

/* A line of cost is one row; and a financing beside it where a funder bears it. */
static void line_lay(struct plan *plan, const struct section *section)
{
    const struct line *line = (const struct line *)section;
    plan_add_cost(plan,
                  (struct row){ .line = section,
                                .phase = section->kind == SECTION_OVERHEAD ? PHASE_OVERHEAD : PHASE_COST,
                                .category = (const struct category *)*line->category.sections,
                                .eligible = line->eligible.value.number,
                                .running = line_is_running(line) },
                  line_bearer(line));
}

const struct line_kind line_kinds[] = {
    { SECTION_STAFF, line_lay, staff_evaluate, staff_derivation, NULL },
    { SECTION_COST, line_lay, cost_evaluate, cost_derivation, NULL },
    { SECTION_ACTIVITY, line_lay, activity_evaluate, activity_derivation, NULL },
    { SECTION_TRAVEL, line_lay, travel_evaluate, travel_derivation, NULL },
    { SECTION_OVERHEAD, line_lay, overhead_evaluate, overhead_derivation, overhead_reads },
    { SECTION_TARIFF, tariff_lay, tariff_evaluate, tariff_derivation, NULL },
    { SECTION_FUNDER, funder_lay, funder_evaluate, funder_derivation, funder_reads },
};

const int line_kind_count = sizeof line_kinds / sizeof *line_kinds;

static const struct line_kind *kind_of(const struct section *section)
{
    for (int i = 0; i < line_kind_count; i++)
        if (line_kinds[i].section == section->kind)
            return &line_kinds[i];
    return NULL;
}

struct row *plan_add_row(struct plan *plan, struct row row)
{
    if (!row.months) {
        row.months = arena_take(plan->arena, (size_t)plan->count, sizeof *row.months);
        row.upto = arena_take(plan->arena, (size_t)plan->count + 1, sizeof *row.upto);
    }
    plan->rows[plan->row_count] = row;
    return &plan->rows[plan->row_count++];
}

void plan_add_cost(struct plan *plan, struct row cost, const struct funder *bearer)
{
    cost.side = SIDE_COST;
    cost.funder = bearer;
    cost.in_kind = bearer != NULL;
    const struct row *booked = plan_add_row(plan, cost);
    if (bearer)
        plan_add_row(plan, (struct row){ .line = cost.line,
                                         .side = SIDE_FINANCING,
                                         .funder = bearer,
                                         .in_kind = true,
                                         .phase = cost.phase,
                                         .months = booked->months,
                                         .upto = booked->upto });
}

struct cell fact_cell(const struct plan *plan, const struct fact *fact)
{
    return (struct cell){ fact->value.number, needs_one(plan->arena, fact->unknown, plan->project->unknown_count) };
}

/* What a rejected funder would have borne in kind is not done: it costs nothing. A payer that is
   rejected pays nothing. */
static bool falls_away(const struct row *row)
{
    const struct section *payer = row_payer(row);
    return payer && payer_is_rejected(payer);
}

bool row_is_mirror(const struct row *row)
{
    return row->side == SIDE_FINANCING && row->in_kind;
}

/* Adds the months up once, so that any stretch of them is one subtraction. */
static void add_up(const struct plan *plan, struct row *row)
{
    row->is_known = true;
    for (int i = 0; i < plan->count; i++) {
        row->upto[i + 1] = row->upto[i] + row->months[i].amount;
        row->is_known = row->is_known && cell_is_known(row->months[i]);
    }
    bool is_mirrored = row + 1 < plan->rows + plan->row_count && row_is_mirror(row + 1);
    if (is_mirrored)
        row[1].is_known = row->is_known;
}

void row_evaluate(const struct plan *plan, struct row *row)
{
    row->is_known = false;
    if (!falls_away(row))
        kind_of(row->line)->evaluate(plan, row);
    add_up(plan, row);
}

const struct line_kind *row_kind(const struct row *row)
{
    return kind_of(row->line);
}

const struct plan *plan_build(const struct project *project, struct arena *arena)
{
    struct plan *plan = arena_take(arena, 1, sizeof *plan);
    *plan = (struct plan){ .project = project,
                           .arena = arena,
                           .first = project->first,
                           .count = months_between(project->first, project->last) };
    enum { ROWS_OF_A_SECTION = 3 };
    plan->rows = arena_take(arena, (size_t)project->all.count * ROWS_OF_A_SECTION, sizeof *plan->rows);
    for (int i = 0; i < project->all.count; i++) {
        const struct line_kind *kind = kind_of(project->all.items[i]);
        if (kind)
            kind->lay(plan, project->all.items[i]);
    }
    for (int phase = 0; phase < PHASE_COUNT; phase++)
        for (int i = 0; i < plan->row_count; i++) {
            struct row *row = &plan->rows[i];
            if (row->phase == phase && !row_is_mirror(row))
                row_evaluate(plan, row);
        }
    return plan;
}

const struct derivation *cell_derivation(const struct plan *plan, const struct row *row, month at, struct arena *arena)
{
    if (falls_away(row))
        return derive_rejected(arena, row_payer(row));
    /* The row before it is the cost that it mirrors. */
    if (row_is_mirror(row))
        return derive(arena, DERIVE_SUM, MEASURE_MONEY, N_("the same amount as the cost in kind"),
                      rows_derivation(plan, row - 1, at, at, arena));
    return kind_of(row->line)->derivation(plan, row, at, arena);
}

struct cell plan_lost_in_kind(const struct plan *plan, const struct funder *funder)
{
    struct cell lost = { 0 };
    for (int i = 0; i < plan->row_count; i++) {
        struct row row = plan->rows[i];
        if (row.side != SIDE_COST || row.funder != funder || !falls_away(&row))
            continue;
        row.months = arena_take(plan->arena, (size_t)plan->count, sizeof *row.months);
        row.is_known = false;
        kind_of(row.line)->evaluate(plan, &row);
        lost = cell_plus(plan->arena, lost, row_sum(plan, &row, plan->first, plan_last(plan)));
    }
    return lost;
}
