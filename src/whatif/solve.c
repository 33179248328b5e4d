#include <medfin/whatif/solve.h>

#include <assert.h>

#include <gsl/gsl_errno.h>
#include <gsl/gsl_roots.h>

enum { MOST_NARROWINGS = 24, NARROW_ENOUGH = 4 };

/* The whole numbers between which the sign turns: margin(low) < 0 ≤ margin(high). */
struct bracket {
    const struct solve_question *question;
    int64_t low, high;
};

static int64_t margin_of(struct bracket *bracket, int64_t number)
{
    int64_t margin = bracket->question->margin(bracket->question->context, number);
    if (margin < 0 && number > bracket->low)
        bracket->low = number;
    if (margin >= 0 && number < bracket->high)
        bracket->high = number;
    return margin;
}

/* What the root finder sees: the margin at the nearest whole number. Every look narrows
   the whole-number bracket too. */
static double margin_near(double at, void *bracket)
{
    return (double)margin_of(bracket, (int64_t)at) + 0.5;
}

/* A margin is nearly straight between its kinks, so a root finder gets close in a few
   steps where halving would take fifty. */
static void narrow(struct bracket *bracket)
{
    gsl_root_fsolver *solver = gsl_root_fsolver_alloc(gsl_root_fsolver_brent);
    if (!solver)
        return;
    gsl_function margin = { .function = margin_near, .params = bracket };
    int status = gsl_root_fsolver_set(solver, &margin, (double)bracket->low, (double)bracket->high);
    for (int i = 0; status == GSL_SUCCESS && i < MOST_NARROWINGS; i++) {
        if (bracket->high - bracket->low <= NARROW_ENOUGH)
            break;
        status = gsl_root_fsolver_iterate(solver);
    }
    gsl_root_fsolver_free(solver);
}

int64_t solve_least(const struct solve_question *question, int64_t low, int64_t high)
{
    assert(low < high);
    struct bracket bracket = { question, low, high };
    narrow(&bracket);
    while (bracket.high - bracket.low > 1)
        margin_of(&bracket, bracket.low + (bracket.high - bracket.low) / 2);
    return bracket.high;
}

/* The largest number that is not refused, between one that is not and one that is. */
static int64_t most_taken(const struct solve_question *question, int64_t taken, int64_t refused)
{
    while (refused - taken > 1) {
        int64_t between = taken + (refused - taken) / 2;
        if (question->margin(question->context, between) == SOLVE_REFUSED)
            refused = between;
        else
            taken = between;
    }
    return taken;
}

int64_t solve_first(const struct solve_question *question, int64_t first, int64_t most)
{
    int64_t taken = 0;
    for (int64_t number = first; most > 0; number *= 2) {
        int64_t at = number < most ? number : most, margin = question->margin(question->context, at);
        if (margin == SOLVE_REFUSED) {
            at = most = most_taken(question, taken, at);
            margin = at ? question->margin(question->context, at) : SOLVE_REFUSED;
        }
        int64_t held = margin >= 0 ? at : question->between ? question->between(question->context, taken, at) : 0;
        if (held)
            return solve_least(question, 0, held);
        if (at == most)
            return 0;
        taken = at;
    }
    return 0;
}

int64_t solve_opposite(int64_t margin)
{
    return margin >= 0 ? -margin - 1 : margin == SOLVE_REFUSED ? SOLVE_REFUSED : -margin;
}
