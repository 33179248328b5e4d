#include <medfin/whatif/trial.h>

int finding_ordinal(const finding_list *findings, int at)
{
    int ordinal = 0;
    for (int i = 0; i < at; i++)
        ordinal += findings->items[i].rule == findings->items[at].rule;
    return ordinal;
}

const struct finding *finding_gravest(const finding_list *findings, const struct rule *rule)
{
    const struct finding *gravest = NULL;
    for (int i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->items[i];
        if (finding->rule != rule)
            continue;
        bool tighter = gravest && finding->verdict == gravest->verdict && finding->has_margin &&
                       (!gravest->has_margin || finding->margin < gravest->margin);
        if (!gravest || finding->verdict > gravest->verdict || tighter)
            gravest = finding;
    }
    return gravest;
}

struct rerun trial_plan(const statement_list *statements, struct arena *arena)
{
    struct rerun trial = { 0 };
    trial.project = project_build(statements->items, statements->count, arena, diags_new(arena));
    if (trial.project)
        trial.plan = plan_build(trial.project, arena);
    return trial;
}

void trial_judge(struct rerun *trial, const struct rule *only, struct arena *arena)
{
    if (!trial->project)
        return;
    if (only)
        rule_run(trial->plan, only, &trial->findings, arena);
    else
        rules_run(trial->plan, &trial->findings, arena);
}

struct rerun trial_run(const statement_list *statements, const struct rule *only, struct arena *arena)
{
    struct rerun trial = trial_plan(statements, arena);
    trial_judge(&trial, only, arena);
    return trial;
}

statement_list trial_statements(const statement_list *statements, int more, int *layer, struct arena *arena)
{
    statement_list copy = { 0 };
    list_reserve(&copy, statements->count + more, arena);
    *layer = 1;
    for (int i = 0; i < statements->count; i++) {
        *list_add(&copy, arena) = statements->items[i];
        if (statements->items[i].layer >= *layer)
            *layer = statements->items[i].layer + 1;
    }
    return copy;
}
