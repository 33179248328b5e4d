#include "funder.h"

#include <medfin/plan/in_kind.h>
#include <medfin/plan/share_and_match.h>

#include "remainder.h"
#include "schedule.h"

static const struct funder *funder_of(const struct row *row)
{
    return (const struct funder *)row->line;
}

static bool pays_money(const struct funder *funder)
{
    return funder_kind(funder) != FUNDER_FIXED || fact_is_stated(&funder->amount) || funder->years.count;
}

static void lay(struct plan *plan, const struct section *section)
{
    static const enum phase phases[] = { [FUNDER_FIXED] = PHASE_FIXED,
                                         [FUNDER_SHARE] = PHASE_SHARE,
                                         [FUNDER_MATCH] = PHASE_MATCH,
                                         [FUNDER_REMAINDER] = PHASE_REMAINDER };
    const struct funder *funder = (const struct funder *)section;
    if (pays_money(funder))
        plan_add_row(plan, (struct row){ .line = section,
                                         .side = SIDE_FINANCING,
                                         .funder = funder,
                                         .phase = (int)phases[funder_kind(funder)] });
    in_kind_lay(plan, funder);
}

static struct schedule schedule_of(const struct plan *plan, const struct funder *funder)
{
    static const struct fact no_index;
    const struct months active = line_months(plan->project, &funder->line);
    return (struct schedule){
        .level = { .section = &funder->section, .stated = &funder->amount, .index = &no_index, .first = active.first },
        .years = &funder->years,
        .first = active.first,
        .last = active.last,
        .at = active.first,
    };
}

static void fixed_evaluate(const struct plan *plan, struct row *row)
{
    const struct schedule schedule = schedule_of(plan, funder_of(row));
    schedule_evaluate(plan, &schedule, row);
}

static const struct derivation *fixed_derivation(const struct plan *plan, const struct row *row, month at,
                                                 struct arena *arena)
{
    const struct schedule schedule = schedule_of(plan, funder_of(row));
    return schedule_derivation(plan, &schedule, at, arena);
}

static void fixed_nodes(struct plan_nodes *nodes, struct node_row *row)
{
    const struct schedule schedule = schedule_of(nodes->plan, row->row->funder);
    schedule_nodes(nodes, &schedule, row->months);
}

static const struct evaluation fixed_evaluation = { fixed_evaluate, fixed_derivation, NULL, fixed_nodes };

static const struct evaluation *const by_phase[PHASE_COUNT] = {
    [PHASE_IN_KIND] = &in_kind_evaluation, [PHASE_FIXED] = &fixed_evaluation,         [PHASE_SHARE] = &share_evaluation,
    [PHASE_MATCH] = &match_evaluation,     [PHASE_REMAINDER] = &remainder_evaluation,
};

static bool reads(const struct row *row, const struct row *other)
{
    return by_phase[row->phase]->reads && by_phase[row->phase]->reads(row, other);
}

static void evaluate(const struct plan *plan, struct row *row)
{
    by_phase[row->phase]->evaluate(plan, row);
}

static const struct derivation *derivation(const struct plan *plan, const struct row *row, month at,
                                           struct arena *arena)
{
    return by_phase[row->phase]->derivation(plan, row, at, arena);
}

static void make_nodes(struct plan_nodes *nodes, struct node_row *row)
{
    by_phase[row->row->phase]->nodes(nodes, row);
}

const struct line_kind funder_line = { SECTION_FUNDER, lay, { evaluate, derivation, reads, make_nodes } };
