#include "judged.h"

#include <medfin/base/calendar.h>

static struct sum figure_sum(struct frame_figure of)
{
    return (struct sum){ of.is_stated && !of.is_unknown ? of.amount : 0, of.is_unknown };
}

/* What is contributed or taken is nothing or more: what is known of it is the least that there is. */
static enum verdict left_verdict(const struct portfolio_sums *sums, const struct frame_left *left)
{
    const bool is_broken = !left->amount.unknown && left->left.known < -sums->tolerance;
    return is_broken ? VERDICT_FAIL : left->left.unknown ? VERDICT_UNDETERMINED : VERDICT_PASS;
}

struct frame_left frame_left_in(const struct portfolio_sums *sums, const struct portfolio_frame *frame, int year)
{
    struct frame_left left = { .used = timeline_get(&frame->used, year), .verdict = VERDICT_NOT_APPLICABLE };
    for (int i = 0; i < frame->stated.count; i++) {
        const struct frame_year *stated = &frame->stated.items[i];
        if (stated->year != year || !stated->amount.is_stated)
            continue;
        left.is_stated = true;
        left.amount = figure_sum(stated->amount);
        left.committed = figure_sum(stated->committed);
        left.left.known = left.amount.known - left.committed.known - left.used.known;
        left.left.unknown = left.amount.unknown + left.committed.unknown + left.used.unknown;
        left.verdict = left_verdict(sums, &left);
    }
    return left;
}

struct frame_judged frame_judge(const struct portfolio_sums *sums, const struct portfolio_frame *frame)
{
    struct frame_judged judged = { .verdict = VERDICT_NOT_APPLICABLE };
    const struct years years = years_of(sums->months);
    for (int year = years.first; year <= years.last; year++) {
        const struct frame_left left = frame_left_in(sums, frame, year);
        const bool is_tighter = left.verdict == judged.verdict && left.left.known < judged.left.known;
        if (left.is_stated && (left.verdict > judged.verdict || is_tighter))
            judged = (struct frame_judged){ left.verdict, year, left.left };
    }
    return judged;
}

struct person_judged person_judge(const struct portfolio_person *person, struct arena *arena)
{
    struct person_judged judged = { .verdict = VERDICT_PASS, .at = -1, .first_over = -1 };
    struct timeline all = { 0 };
    for (int i = 0; i < person->posts.count; i++) {
        const struct timeline *shares = &person->posts.items[i].shares;
        for (int m = 0; m < shares->count; m++)
            sum_join(timeline_at(&all, shares->first + m, arena), shares->items[m]);
    }
    for (int m = 0; m < all.count; m++) {
        const struct sum held = all.items[m];
        judged.most.unknown += held.unknown;
        if (held.known > judged.most.known || judged.at < 0) {
            judged.most.known = held.known;
            judged.at = all.first + m;
        }
        if (held.known <= SHARE_ONE)
            continue;
        judged.months_over++;
        judged.first_over = judged.first_over < 0 ? all.first + m : judged.first_over;
    }
    judged.verdict = judged.months_over ? VERDICT_FAIL : judged.most.unknown ? VERDICT_UNDETERMINED : VERDICT_PASS;
    return judged;
}

struct cash_in_common cash_in_common(const struct portfolio_sums *sums, struct arena *arena)
{
    struct cash_in_common cash = { .first = sums->cash.first, .count = sums->cash.count };
    cash.balances = arena_take(arena, (size_t)cash.count, sizeof *cash.balances);
    struct sum balance = { sums->opening_cash, 0 };
    for (int i = 0; i < cash.count; i++) {
        balance.known += sums->cash.items[i].known;
        balance.unknown += sums->cash.items[i].unknown;
        cash.balances[i] = balance;
        if (balance.unknown)
            cash.lowest = -1;
        else if (cash.lowest >= 0 && balance.known < cash.balances[cash.lowest].known)
            cash.lowest = i;
    }
    return cash;
}

static enum verdict graver(enum verdict one, enum verdict other)
{
    return one > other ? one : other;
}

enum verdict portfolio_verdict(const struct portfolio_sums *sums)
{
    enum verdict verdict = VERDICT_PASS;
    for (int i = 0; i < sums->projects.count; i++)
        verdict = graver(verdict, sums->projects.items[i].verdict);
    for (int i = 0; i < sums->frames.count; i++)
        verdict = graver(verdict, frame_judge(sums, &sums->frames.items[i]).verdict);
    for (int i = 0; i < sums->persons.count; i++)
        verdict = graver(verdict, person_judge(&sums->persons.items[i], sums->arena).verdict);
    return verdict;
}
