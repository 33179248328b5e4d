#include <medfin/whatif/sweep.h>

#include <medfin/whatif/search.h>

/* Figures outlive the try: of what they need only that they need something. */
struct pass {
    struct sweep *sweep;
    struct variant *variant;
    struct sweep_point *points;
    const struct needs *unknown;
    struct arena *arena;
};

static enum verdict verdict_of(const finding_list *findings, const struct rule *rule)
{
    const struct finding *gravest = finding_gravest(findings, rule);
    return gravest ? gravest->verdict : VERDICT_NOT_APPLICABLE;
}

/* The same if nothing were forgiven. */
static enum verdict unforgiven_of(const finding_list *findings, const struct rule *rule)
{
    enum verdict gravest = VERDICT_NOT_APPLICABLE;
    for (int i = 0; i < findings->count; i++)
        if (findings->items[i].rule == rule && findings->items[i].unforgiven > gravest)
            gravest = findings->items[i].unforgiven;
    return gravest;
}

static void judge(const struct pass *pass, struct sweep_point *point, const struct tried *tried)
{
    const struct sweep *sweep = pass->sweep;
    const finding_list findings = tried->findings;
    point->rules = arena_take(pass->arena, (size_t)rule_count, sizeof *point->rules);
    point->unforgiven = arena_take(pass->arena, (size_t)rule_count, sizeof *point->unforgiven);
    for (int r = 0; r < rule_count; r++) {
        point->rules[r] = verdict_of(&findings, &rule_rows[r]);
        point->unforgiven[r] = unforgiven_of(&findings, &rule_rows[r]);
    }
    point->verdict = findings_verdict(&findings);
    point->margins = arena_take(pass->arena, (size_t)sweep->rule_count + 1, sizeof *point->margins);
    for (int r = 0; r < sweep->rule_count; r++) {
        const struct finding *finding = finding_gravest(&findings, sweep->rules[r]);
        point->margins[r] = (struct sweep_margin){ finding->has_margin, finding->kind, finding->margin };
    }
}

static void keep(const struct pass *pass, struct sweep_point *point, const struct tried *tried)
{
    const struct sweep *sweep = pass->sweep;
    point->stands = tried->project != NULL;
    if (!point->stands)
        return;
    point->figures = arena_take(pass->arena, (size_t)sweep->figure_count + 1, sizeof *point->figures);
    for (int i = 0; i < sweep->figure_count; i++) {
        struct cell cell = tried->figures[i];
        point->figures[i] = (struct cell){ cell.amount, cell.needs ? pass->unknown : NULL };
    }
    if (sweep->judges || sweep->rule_count)
        judge(pass, point, tried);
}

static void try_point(const struct pass *pass, const int *at)
{
    const struct sweep *sweep = pass->sweep;
    struct value values[MOST_AXES];
    int number = 0;
    for (int i = 0; i < sweep->axis_count; i++) {
        values[i] = sweep->axes[i].values[at[i]];
        number = number * sweep->axes[i].count + at[i];
    }
    const struct tried tried = variant_try(pass->variant, values);
    keep(pass, &pass->points[number], &tried);
}

/* The axis whose change costs more runs slower; the points stand in their own order. */
static void try_all(const struct pass *pass)
{
    const struct sweep *sweep = pass->sweep;
    int at[MOST_AXES] = { 0 };
    try_point(pass, at);
    int inner = sweep->axis_count - 1;
    if (inner && variant_work(pass->variant, 0) < variant_work(pass->variant, 1))
        inner = 0;
    int outer = inner ? 0 : sweep->axis_count - 1, rounds = outer == inner ? 1 : sweep->axes[outer].count;
    for (int o = 0; o < rounds; o++)
        for (int i = 0; i < sweep->axes[inner].count; i++) {
            at[outer] = o;
            at[inner] = i;
            progress_tell(sweep->progress, (int64_t)o * sweep->axes[inner].count + i, sweep->count);
            try_point(pass, at);
        }
}

/* A value between two, so many units from the first. */
static struct value value_between(const struct value *from, int64_t unit, int64_t steps)
{
    struct value value = *from;
    value.number += unit * steps;
    return value;
}

static bool is_counted(const struct value *a, const struct value *b)
{
    return value_kinds[a->kind].is_figure && a->kind != VALUE_RATIO && a->kind == b->kind && a->period == b->period &&
           a->is_share == b->is_share && a->status == b->status && a->second == b->second && !a->spread && !b->spread;
}

static enum verdict verdict_at(struct variant *variant, const struct value *value, const struct sweep_turn *turn)
{
    const struct tried tried = variant_try(variant, value);
    if (!tried.project)
        return VERDICT_NOT_APPLICABLE;
    return turn->is_forgiven ? verdict_of(&tried.findings, turn->rule) : unforgiven_of(&tried.findings, turn->rule);
}

/* The next turn from `turn->last` towards a value that is known to have another verdict. */
static void find_turn(const struct pass *pass, struct sweep_turn *turn, const struct value *end)
{
    int64_t unit = search_unit(&turn->last), far = end->number - turn->last.number;
    unit = far < 0 ? -unit : unit;
    int64_t same = 0, other = (far + unit - (unit > 0 ? 1 : -1)) / unit;
    turn->first = *end;
    while (other - same > 1) {
        int64_t middle = same + (other - same) / 2;
        const struct value value = value_between(&turn->last, unit, middle);
        enum verdict verdict = verdict_at(pass->variant, &value, turn);
        if (verdict == turn->from) {
            same = middle;
        } else {
            other = middle;
            turn->first = value;
            turn->to = verdict;
        }
    }
    turn->last = value_between(&turn->last, unit, same);
}

typedef LIST(struct sweep_turn) turn_list;

/* A turn is where nothing is forgiven; where a point at either end holds by its tolerance alone, where that ends. */
static bool is_forgiven(const struct sweep_point *point, int rule)
{
    return point->rules[rule] != point->unforgiven[rule];
}

/* From one verdict to the other, by way of those between: a pass, a warning, a failure. */
static void find_turns(const struct pass *pass, const struct rule *rule, int at, turn_list *turns)
{
    enum { MOST_TURNS = 4 };
    const struct value *values = pass->sweep->axes[0].values;
    const struct sweep_point *points = pass->points;
    int r = (int)(rule - rule_rows);
    struct value last = values[at - 1];
    enum verdict from = points[at - 1].rules[r], to = points[at].rules[r];
    bool forgives = is_forgiven(&points[at - 1], r) || is_forgiven(&points[at], r);
    for (int i = 0; from != to && i < MOST_TURNS; i++) {
        struct sweep_turn turn = { rule, from, to, last, values[at], is_counted(&last, &values[at]), forgives };
        if (turn.is_exact)
            find_turn(pass, &turn, &values[at]);
        *list_add(turns, pass->arena) = turn;
        last = turn.first;
        from = turn.to;
    }
}

static void find_all_turns(const struct pass *pass)
{
    struct sweep *sweep = pass->sweep;
    turn_list turns = { 0 };
    for (int r = 0; r < rule_count; r++)
        for (int p = 1; p < sweep->count; p++)
            if (pass->points[p - 1].stands && pass->points[p].stands)
                find_turns(pass, &rule_rows[r], p, &turns);
    sweep->turns = turns.items;
    sweep->turn_count = turns.count;
}

static bool *rules_asked(const struct sweep *sweep, struct arena *arena)
{
    bool *rules = arena_take(arena, (size_t)rule_count, sizeof *rules);
    for (int r = 0; r < rule_count; r++)
        rules[r] = sweep->judges;
    for (int r = 0; r < sweep->rule_count; r++)
        rules[sweep->rules[r] - rule_rows] = true;
    return rules;
}

void sweep_run(struct sweep *sweep, const statement_list *statements, struct arena *arena)
{
    struct statement varied[MOST_AXES];
    sweep->count = 1;
    for (int i = 0; i < sweep->axis_count; i++) {
        varied[i] = sweep->axes[i].varied;
        sweep->count *= sweep->axes[i].count;
    }
    struct pass pass = { .sweep = sweep, .unknown = needs_one(arena, 0, 1), .arena = arena };
    pass.points = arena_take(arena, (size_t)sweep->count, sizeof *pass.points);
    const struct asked_of_try asked = { .figures = sweep->figures,
                                        .figure_count = sweep->figure_count,
                                        .rules = rules_asked(sweep, arena) };
    pass.variant = variant_new(statements, varied, sweep->axis_count, &asked, arena);
    try_all(&pass);
    sweep->points = pass.points;
    if (sweep->axis_count == 1 && (sweep->judges || sweep->rule_count))
        find_all_turns(&pass);
    variant_free(pass.variant);
}
