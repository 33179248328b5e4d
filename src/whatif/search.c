#include <medfin/whatif/search.h>

#include <string.h>

#include <medfin/whatif/solve.h>
#include <medfin/whatif/variant.h>

enum { POINTS = 65 };

int64_t search_unit(const struct value *value)
{
    const int64_t hundredth = SHARE_ONE / 100, of_percent = SHARE_ONE / 10000;
    bool is_percent = value->is_share || value->kind == VALUE_PERCENT || value->kind == VALUE_PERCENT_OR_NAME ||
                      value->kind == VALUE_ADVANCE || value->kind == VALUE_PER_YEAR;
    if (is_percent || value->kind == VALUE_MONEY_FINE)
        return of_percent;
    return value->kind == VALUE_NUMBER ? hundredth : 1;
}

/* The search in steps of the unit from where the value stands, one way or the other. */
struct walk {
    const struct search *search;
    struct variant *variant;
    int64_t start, unit;
    int way;           /* 1 or −1 */
    bool from_holding; /* looks for the first step that fails */
    bool forgives;     /* what a rule's tolerance forgives is no lack */
};

static void tighten(struct search_binding *binding, const struct search_binding *with)
{
    if (!binding->aim || with->margin < binding->margin)
        *binding = *with;
}

static int64_t spare_of(const struct walk *walk, const struct finding *finding)
{
    return walk->forgives ? finding->spare_forgiven : finding->spare;
}

static int side_of(const struct finding *finding, int64_t spare)
{
    bool is_broken = finding->two_sided && spare < 0;
    return !is_broken ? 0 : finding->deviation.amount > 0 ? 1 : -1;
}

static void measure_rule(const struct walk *walk, const struct aim *aim, const struct tried *tried,
                         struct search_binding *binding)
{
    for (int i = 0; i < tried->findings.count; i++) {
        const struct finding *finding = &tried->findings.items[i];
        int64_t spare = spare_of(walk, finding);
        const struct search_binding found = { aim,   finding->verdict, finding->kind,
                                              spare, finding->spare,   side_of(finding, spare) };
        if (asked_takes(&aim->what, &tried->findings.items[i]))
            tighten(binding, &found);
    }
}

static void measure_figure(const struct aim *aim, struct cell cell, struct search_binding *binding)
{
    int64_t margin = aim->at_most ? aim->bound - cell.amount : cell.amount - aim->bound;
    struct search_binding found = { aim, margin < 0 ? VERDICT_FAIL : VERDICT_PASS, aim->what.kind, margin, margin, 0 };
    if (!cell_is_known(cell)) {
        found.verdict = VERDICT_UNDETERMINED;
        found.margin = found.spare = -1;
    }
    tighten(binding, &found);
}

/* The margin of the aim that has the least to spare. */
static int64_t measure(const struct walk *walk, int64_t number, struct search_binding *binding)
{
    const struct search *search = walk->search;
    struct value value = search->varied->value;
    value.number = number;
    value.unknown = false;
    value.spread = NULL;
    const struct tried tried = variant_try(walk->variant, &value);
    *binding = (struct search_binding){ 0 };
    for (int i = 0, figure = 0; tried.project && i < search->aim_count; i++) {
        if (asked_is_rule(&search->aims[i].what))
            measure_rule(walk, &search->aims[i], &tried, binding);
        else
            measure_figure(&search->aims[i], tried.figures[figure++], binding);
    }
    return tried.project ? binding->margin : SOLVE_REFUSED;
}

static int64_t number_at(const struct walk *walk, int64_t step)
{
    return walk->start + walk->way * step * walk->unit;
}

static int64_t margin_at(struct walk *walk, int64_t step)
{
    struct search_binding binding;
    int64_t margin = measure(walk, number_at(walk, step), &binding);
    return walk->from_holding ? solve_opposite(margin) : margin;
}

static int64_t margin(void *walk, int64_t step)
{
    return margin_at(walk, step);
}

static int64_t most_steps(const struct walk *walk)
{
    int64_t far = walk->way > 0 ? walk->search->high - walk->start : walk->start - walk->search->low;
    return far > 0 ? far / walk->unit : 0;
}

static bool binds_alike(const struct walk *walk, int64_t near, int64_t far)
{
    struct search_binding a, b;
    measure(walk, number_at(walk, near), &a);
    measure(walk, number_at(walk, far), &b);
    return a.aim == b.aim && a.side == b.side;
}

/* Two aims that pull apart may hold together only between two steps: short of it the one
   fails, past it the other; so may a rule that too much breaks as too little does. A step
   where all hold; 0 if there is none. */
static int64_t held_between(struct walk *walk, int64_t near, int64_t far)
{
    if (far - near <= 1 || binds_alike(walk, near, far))
        return 0;
    int64_t middle = near + (far - near) / 2;
    if (margin_at(walk, middle) >= 0)
        return middle;
    int64_t held = held_between(walk, near, middle);
    return held ? held : held_between(walk, middle, far);
}

static bool is_monotone(struct walk *walk, int64_t end)
{
    int64_t before = margin_at(walk, 0);
    for (int i = 1; i < POINTS; i++) {
        int64_t now = margin_at(walk, (int64_t)((wide)end * i / (POINTS - 1)));
        if (now < before)
            return false;
        before = now;
    }
    return true;
}

static int64_t between(void *walk, int64_t near, int64_t far)
{
    return held_between(walk, near, far);
}

/* The least step at which the sign has turned; 0 if there is none this way. */
static int64_t least_step(struct walk *walk)
{
    const struct solve_question question = { margin, walk, walk->from_holding ? NULL : between, 0 };
    return solve_first(&question, 1, most_steps(walk));
}

static struct walk walk_new(const struct walk *here, int way, bool from_holding)
{
    struct walk walk = *here;
    walk.way = way;
    walk.from_holding = from_holding;
    return walk;
}

/* From where the value stands, or the bound nearest to it. */
static struct walk walk_here(const struct search *search, struct variant *variant, bool forgives)
{
    int64_t stands = search->varied->value.number;
    return (struct walk){ .search = search,
                          .variant = variant,
                          .start = stands < search->low    ? search->low
                                   : stands > search->high ? search->high
                                                           : stands,
                          .unit = search_unit(&search->varied->value),
                          .way = 1,
                          .forgives = forgives };
}

static bool holds_forgiven(const struct walk *here)
{
    struct search_binding binding;
    struct walk walk = *here;
    walk.forgives = true;
    return measure(&walk, walk.start, &binding) >= 0;
}

static struct search_answer answer_of(const struct search *search, struct variant *variant, bool forgives)
{
    const struct walk here = walk_here(search, variant, forgives);
    struct search_answer answer = { .number = here.start, .is_forgiven = forgives };
    bool holds = measure(&here, here.start, &answer.binding) >= 0;
    if (holds && here.start != search->varied->value.number) {
        answer.outcome = SEARCH_AT_BOUND;
        return answer;
    }
    answer.stands_forgiven = !holds && holds_forgiven(&here);
    struct walk ways[] = { walk_new(&here, 1, holds), walk_new(&here, -1, holds) };
    int64_t steps[] = { least_step(&ways[0]), least_step(&ways[1]) };
    int chosen = !steps[0] ? 1 : !steps[1] ? 0 : steps[1] < steps[0];
    int64_t step = steps[chosen];
    if (!step) {
        answer.outcome = holds ? SEARCH_NEVER_TURNS : SEARCH_NO_ANSWER;
        return answer;
    }
    struct walk *walk = &ways[chosen];
    answer.outcome = holds ? SEARCH_HOLDS : SEARCH_FOUND;
    answer.monotone = is_monotone(walk, step);
    /* Where the rules hold already, the answer is the last value that does. */
    answer.number = number_at(walk, holds ? step - 1 : step);
    answer.neighbour = number_at(walk, holds ? step : step - 1);
    measure(walk, answer.neighbour, &answer.binding);
    return answer;
}

/* The rules and, in the order of the aims, the figures that they are about. */
static struct asked_of_try asked_of(const struct search *search, struct arena *arena)
{
    struct asked_figure *figures = arena_take(arena, (size_t)search->aim_count + 1, sizeof *figures);
    bool *rules = arena_take(arena, (size_t)rule_count, sizeof *rules);
    struct asked_of_try asked = { .figures = figures, .rules = rules };
    for (int i = 0; i < search->aim_count; i++) {
        if (asked_is_rule(&search->aims[i].what))
            rules[search->aims[i].what.rule - rule_rows] = true;
        else
            figures[asked.figure_count++] = search->aims[i].what;
    }
    return asked;
}

/* What the tolerance forgives is forgiven where nothing else will do. */
static struct search_answer answer_to(const struct search *search, struct arena *arena)
{
    const struct asked_of_try asked = asked_of(search, arena);
    struct variant *variant = variant_new(search->statements, search->varied, 1, &asked, arena);
    struct search_answer answer = answer_of(search, variant, false);
    if (answer.outcome == SEARCH_NO_ANSWER)
        answer = answer_of(search, variant, true);
    variant_free(variant);
    return answer;
}

typedef LIST(struct aim) aim_list;

/* A rule that is asked for whole, as it says of each of its subjects. */
static void add_parts(const struct search *search, const struct aim *aim, aim_list *parts, struct arena *arena)
{
    finding_list findings = { 0 };
    int before = parts->count;
    if (asked_is_rule(&aim->what) && !aim->what.which)
        findings = trial_run(search->statements, aim->what.rule, arena).findings;
    for (int i = 0; i < findings.count; i++)
        if (findings.items[i].verdict != VERDICT_NOT_APPLICABLE)
            *list_add(parts, arena) = (struct aim){ .what = asked_finding(&findings.items[i], arena) };
    if (parts->count == before)
        *list_add(parts, arena) = *aim;
}

static struct search_need need_of(const struct aim *aim, const struct search_answer *answer)
{
    return (struct search_need){ .aim = *aim,
                                 .has_number = answer->outcome == SEARCH_FOUND || answer->outcome == SEARCH_HOLDS,
                                 .number = answer->number,
                                 .at_most = answer->number < answer->neighbour };
}

static bool is_excluded(const struct search *search, const struct aim *aims, int count, struct search_answer *answer,
                        struct arena *arena)
{
    struct search some = *search;
    some.aims = aims;
    some.aim_count = count;
    *answer = answer_to(&some, arena);
    return answer->outcome == SEARCH_NO_ANSWER;
}

/* Of one value, what no two exclude all allow: one aim that nothing reaches alone, or two that do not meet. */
static void find_excluding(const struct search *search, struct search_answer *answer, struct arena *arena)
{
    aim_list parts = { 0 };
    for (int i = 0; i < search->aim_count; i++)
        add_parts(search, &search->aims[i], &parts, arena);
    struct search_answer *alone = arena_take(arena, (size_t)parts.count, sizeof *alone);
    for (int i = 0; i < parts.count; i++)
        if (is_excluded(search, &parts.items[i], 1, &alone[i], arena)) {
            answer->binding = alone[i].binding;
            return;
        }
    for (int i = 0; i < parts.count; i++)
        for (int k = i + 1; k < parts.count; k++) {
            const struct aim pair[] = { parts.items[i], parts.items[k] };
            struct search_answer both;
            if (!is_excluded(search, pair, 2, &both, arena))
                continue;
            struct search_need *needs = arena_take(arena, 2, sizeof *needs);
            needs[0] = need_of(&pair[0], &alone[i]);
            needs[1] = need_of(&pair[1], &alone[k]);
            answer->excluding = needs;
            return;
        }
}

struct search_answer search_run(const struct search *search, struct arena *arena)
{
    struct search_answer answer = answer_to(search, arena);
    if (answer.outcome == SEARCH_NO_ANSWER)
        find_excluding(search, &answer, arena);
    return answer;
}
