#include <medfin/analysis/search.h>

#include <assert.h>
#include <string.h>

#include <medfin/analysis/solve.h>
#include <medfin/analysis/variant.h>

enum { POINTS = 65 };

static const int64_t REFUSED = INT64_MIN / 4; /* the margin where the project takes no such value */

int64_t search_unit(const struct key *key)
{
    bool percent = key->kind == VALUE_PERCENT || key->kind == VALUE_PERCENT_OR_NAME;
    return percent ? SHARE_ONE / 10000 : key->kind == VALUE_NUMBER ? SHARE_ONE / 100 : 1;
}

/* The search in steps of the unit from where the value stands, one way or the other. */
struct walk {
    const struct search *search;
    struct variant *variant;
    int64_t start, unit;
    int way; /* 1 or −1 */
    bool from_holding; /* looks for the first step that fails */
};

bool aim_takes(const struct aim *aim, const struct finding *finding)
{
    if (finding->rule != aim->rule)
        return false;
    return !aim->subject || (finding->subject && strcmp(finding->subject->id, aim->subject) == 0);
}

/* A warning of a surplus is repaid money: what was asked for is there. */
static int64_t margin_of(const struct finding *finding)
{
    int64_t size = finding->margin < 0 ? -finding->margin : finding->margin;
    bool holds = finding->verdict <= VERDICT_WARN;
    return holds ? size : finding->margin < 0 ? finding->margin : -1;
}

/* The tightest aimed finding, and its margin: below zero exactly when something fails. */
static int64_t tightest(const struct search *search, const struct rerun *trial, const struct finding **binding)
{
    int64_t least = INT64_MAX;
    *binding = NULL;
    for (int i = 0; i < trial->findings.count; i++)
        for (int a = 0; a < search->aim_count; a++) {
            const struct finding *finding = &trial->findings.items[i];
            if (!aim_takes(&search->aims[a], finding) || margin_of(finding) >= least)
                continue;
            least = margin_of(finding);
            *binding = finding;
        }
    return least;
}

/* The one rule that is aimed at, so that the others need not be asked; NULL for several. */
static const struct rule *only_rule(const struct search *search)
{
    for (int i = 1; i < search->aim_count; i++)
        if (search->aims[i].rule != search->aims[0].rule)
            return NULL;
    return search->aims[0].rule;
}

/* The binding finding holds until the next try. */
static int64_t measure(const struct walk *walk, int64_t number, const struct finding **binding)
{
    struct value value = walk->search->varied->value;
    value.number = number;
    value.unknown = false;
    value.spread = NULL;
    const struct rerun trial = variant_judge(walk->variant, &value, only_rule(walk->search));
    *binding = NULL;
    return trial.project ? tightest(walk->search, &trial, binding) : REFUSED;
}

static int64_t number_at(const struct walk *walk, int64_t step)
{
    return walk->start + walk->way * step * walk->unit;
}

static int64_t margin_at(struct walk *walk, int64_t step)
{
    const struct finding *binding;
    int64_t margin = measure(walk, number_at(walk, step), &binding);
    if (!walk->from_holding)
        return margin;
    return margin >= 0 ? -margin - 1 : margin == REFUSED ? REFUSED : -margin;
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

/* The first step, by doubling, at which the sign has turned; 0 if it does not. */
static int64_t turned(struct walk *walk)
{
    int64_t most = most_steps(walk);
    for (int64_t step = 1; most > 0; step *= 2) {
        int64_t at = step < most ? step : most;
        int64_t found = margin_at(walk, at);
        if (found == REFUSED)
            return 0;
        if (found >= 0)
            return at;
        if (at == most)
            return 0;
    }
    return 0;
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

/* The least step at which the sign has turned; 0 if there is none this way. */
static int64_t least_step(struct walk *walk)
{
    int64_t bound = turned(walk);
    if (!bound)
        return 0;
    const struct solve_question question = { margin, walk };
    return solve_least(&question, 0, bound);
}

static struct walk walk_new(const struct search *search, struct variant *variant, int way, bool from_holding)
{
    return (struct walk){ .search = search,
                          .variant = variant,
                          .start = search->varied->value.number,
                          .unit = search_unit(search->varied->key),
                          .way = way,
                          .from_holding = from_holding };
}

/* What a finding says beyond the try that it was made in. */
static struct finding *kept(const struct finding *finding, struct arena *arena)
{
    if (!finding)
        return NULL;
    struct finding *copy = arena_take(arena, 1, sizeof *copy);
    *copy = (struct finding){ .rule = finding->rule,
                              .verdict = finding->verdict,
                              .has_margin = finding->has_margin,
                              .unit = finding->unit,
                              .margin = finding->margin,
                              .year = finding->year,
                              .at = finding->at };
    return copy;
}

static struct search_answer answer_of(const struct search *search, struct variant *variant, struct arena *arena)
{
    struct walk here = walk_new(search, variant, 1, false);
    struct search_answer answer = { .number = here.start };
    const struct finding *binding;
    bool holds = measure(&here, here.start, &binding) >= 0;
    answer.binding = kept(binding, arena);
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
    answer.margin_at_neighbour = measure(walk, answer.neighbour, &binding);
    answer.binding = kept(binding, arena);
    return answer;
}

struct search_answer search_run(const struct search *search, struct arena *arena)
{
    struct variant *variant = variant_new(search->statements, search->varied, 1, arena);
    const struct search_answer answer = answer_of(search, variant, arena);
    variant_free(variant);
    return answer;
}
