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
};

bool aim_takes(const struct aim *aim, const struct finding *finding)
{
    if (finding->rule != aim->rule)
        return false;
    return !aim->subject || (finding->subject && strcmp(finding->subject->id, aim->subject) == 0);
}

static void tighten(struct search_binding *binding, const struct search_binding *with)
{
    if (!binding->aim || with->margin < binding->margin)
        *binding = *with;
}

static int side_of(const struct finding *finding)
{
    bool is_broken = finding->two_sided && finding_reach(finding) < 0;
    return !is_broken ? 0 : finding->deviation.amount > 0 ? 1 : -1;
}

static void measure_rule(const struct aim *aim, const struct tried *tried, struct search_binding *binding)
{
    for (int i = 0; i < tried->findings.count; i++) {
        const struct finding *finding = &tried->findings.items[i];
        const struct search_binding found = { aim, finding->verdict, finding->kind, finding_reach(finding),
                                              side_of(finding) };
        if (aim_takes(aim, finding))
            tighten(binding, &found);
    }
}

static void measure_figure(const struct aim *aim, struct cell cell, struct search_binding *binding)
{
    int64_t margin = aim->at_most ? aim->bound - cell.amount : cell.amount - aim->bound;
    struct search_binding found = { aim, margin < 0 ? VERDICT_FAIL : VERDICT_PASS, aim->figure.kind, margin, 0 };
    if (!cell_is_known(cell)) {
        found.verdict = VERDICT_UNDETERMINED;
        found.margin = -1;
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
        if (search->aims[i].rule)
            measure_rule(&search->aims[i], &tried, binding);
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
    const struct solve_question question = { margin, walk, walk->from_holding ? NULL : between };
    return solve_first(&question, 1, most_steps(walk));
}

static struct walk walk_new(const struct search *search, struct variant *variant, int way, bool from_holding)
{
    int64_t stands = search->varied->value.number;
    return (struct walk){ .search = search,
                          .variant = variant,
                          .start = stands < search->low    ? search->low
                                   : stands > search->high ? search->high
                                                           : stands,
                          .unit = search_unit(&search->varied->value),
                          .way = way,
                          .from_holding = from_holding };
}

static struct search_answer answer_of(const struct search *search, struct variant *variant)
{
    struct walk here = walk_new(search, variant, 1, false);
    struct search_answer answer = { .number = here.start };
    bool holds = measure(&here, here.start, &answer.binding) >= 0;
    if (holds && here.start != search->varied->value.number) {
        answer.outcome = SEARCH_AT_BOUND;
        return answer;
    }
    struct walk ways[] = { walk_new(search, variant, 1, holds), walk_new(search, variant, -1, holds) };
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
        if (search->aims[i].rule)
            rules[search->aims[i].rule - rule_rows] = true;
        else
            figures[asked.figure_count++] = search->aims[i].figure;
    }
    return asked;
}

struct search_answer search_run(const struct search *search, struct arena *arena)
{
    const struct asked_of_try asked = asked_of(search, arena);
    struct variant *variant = variant_new(search->statements, search->varied, 1, &asked, arena);
    const struct search_answer answer = answer_of(search, variant);
    variant_free(variant);
    return answer;
}
