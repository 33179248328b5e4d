#include "funder.h"

#include <medfin/plan/in_kind.h>
#include <medfin/plan/share_and_match.h>

#include "remainder.h"
#include "schedule.h"

static bool pays_money(const struct funder *funder)
{
    return funder_kind(funder) != FUNDER_FIXED || fact_is_stated(funder->amount) || funder->years.count;
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
        .level = { .section = &funder->section, .stated = funder->amount, .index = &no_index, .first = active.first },
        .payer = &funder->section,
        .years = &funder->years,
        .first = active.first,
        .last = active.last,
        .at = active.first,
    };
}

static void fixed_nodes(const struct plan *plan, struct row *row)
{
    const struct schedule schedule = schedule_of(plan, row->funder);
    schedule_nodes(plan, &schedule, row->months);
    row->is_under_status = true;
}

static void make_nodes(const struct plan *plan, struct row *row)
{
    static row_nodes *const by_phase[PHASE_COUNT] = {
        [PHASE_IN_KIND] = in_kind_nodes, [PHASE_GROSS] = in_kind_nodes, [PHASE_FIXED] = fixed_nodes,
        [PHASE_SHARE] = share_nodes,     [PHASE_MATCH] = match_nodes,   [PHASE_REMAINDER] = remainder_nodes,
    };
    by_phase[row->phase](plan, row);
}

const struct line_kind funder_line = { SECTION_FUNDER, lay, make_nodes };
