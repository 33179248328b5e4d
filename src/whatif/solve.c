#include <medfin/whatif/solve.h>

#include <assert.h>
#include <math.h>

#include <gsl/gsl_errno.h>
#include <gsl/gsl_roots.h>

enum { MOST_NARROWINGS = 24, NARROW_ENOUGH = 4 };

/* A number and its margin. */
struct look {
    int64_t number, margin;
};

/* The whole numbers between which the sign turns: margin(low) < 0 ≤ margin(high). */
struct bracket {
    const struct solve_question *question;
    struct look low, high;
};

static struct look look_at(const struct solve_question *question, int64_t number)
{
    return (struct look){ number, question->margin(question->context, number) };
}

static int64_t margin_of(struct bracket *bracket, int64_t number)
{
    if (number == bracket->low.number)
        return bracket->low.margin;
    if (number == bracket->high.number)
        return bracket->high.margin;
    const struct look look = look_at(bracket->question, number);
    if (look.margin < 0 && number > bracket->low.number)
        bracket->low = look;
    if (look.margin >= 0 && number < bracket->high.number)
        bracket->high = look;
    return look.margin;
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
    int status = gsl_root_fsolver_set(solver, &margin, (double)bracket->low.number, (double)bracket->high.number);
    for (int i = 0; status == GSL_SUCCESS && i < MOST_NARROWINGS; i++) {
        if (bracket->high.number - bracket->low.number <= NARROW_ENOUGH)
            break;
        status = gsl_root_fsolver_iterate(solver);
    }
    gsl_root_fsolver_free(solver);
}

static int64_t least_of(struct bracket bracket)
{
    narrow(&bracket);
    while (bracket.high.number - bracket.low.number > 1)
        margin_of(&bracket, bracket.low.number + (bracket.high.number - bracket.low.number) / 2);
    return bracket.high.number;
}

int64_t solve_least(const struct solve_question *question, int64_t low, int64_t high)
{
    assert(low < high);
    return least_of((struct bracket){ question, look_at(question, low), look_at(question, high) });
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

/* Where the margin turns if it goes on as straight as between the last two, and the farther behind them the more often
   it has not. */
static int64_t next_number(struct look before, struct look last, int times, int64_t most)
{
    enum { FARTHEST = 1024 };
    double rise = (double)last.margin - (double)before.margin, far = (double)last.number * FARTHEST;
    double straight = rise > 0 ? (double)(last.number - before.number) * -(double)last.margin / rise : far;
    double next = (double)last.number + ceil(straight) * (double)(INT64_C(1) << times);
    next = next < far ? next : far;
    return next < (double)most ? (int64_t)next : most;
}

/* The first number with a margin that is not below zero, and the last one before with one that is; high 0: there is
   none. */
static struct bracket first_turn(const struct solve_question *question, int64_t first, int64_t most)
{
    struct bracket turn = { question, { 0, question->at_zero }, { 0, 0 } };
    int64_t number = first;
    for (int times = 0; most > 0; times++) {
        struct look at = look_at(question, number < most ? number : most);
        if (at.margin == SOLVE_REFUSED) {
            most = most_taken(question, turn.low.number, at.number);
            at = most ? look_at(question, most) : (struct look){ 0, SOLVE_REFUSED };
        }
        int64_t held =
            at.margin < 0 && question->between ? question->between(question->context, turn.low.number, at.number) : 0;
        turn.high = held ? look_at(question, held) : at;
        if (turn.high.margin >= 0)
            return turn;
        if (at.number >= most)
            break;
        number = question->at_zero < 0 ? next_number(turn.low, at, times, most) : 2 * number;
        turn.low = at;
    }
    turn.high.number = 0;
    return turn;
}

int64_t solve_first(const struct solve_question *question, int64_t first, int64_t most)
{
    struct bracket turn = first_turn(question, first, most);
    if (!turn.high.number)
        return 0;
    if (!turn.low.margin)
        turn.low = look_at(question, turn.low.number);
    return least_of(turn);
}

int64_t solve_opposite(int64_t margin)
{
    return margin >= 0 ? -margin - 1 : margin == SOLVE_REFUSED ? SOLVE_REFUSED : -margin;
}
