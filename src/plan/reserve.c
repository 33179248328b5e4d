#include <medfin/plan/reserve.h>

#include <medfin/plan/repaid.h>
#include <medfin/plan/tally.h>

#include "ledger_balance.h"
#include "line.h"

static const struct selection running_cost = { .side = COST_SIDE, .form = IN_CASH, .running_only = true };

static node make_equity(const struct plan *plan, month at)
{
    static const struct selection cost = { .side = COST_SIDE };
    const struct project *project = plan->project;
    node in = income_to_stay_node(plan, at);
    node out = rows_over(plan, selection_test, &cost, N_("cost"), plan->first, at);
    return graph_of(plan->graph, OP_SUM, KIND_MONEY, N_("equity: opening, and income less cost"),
                    money_leaf(plan, &project->section, project->opening_equity), in, out ? against(out) : 0);
}

node equity_node(const struct plan *plan, month at)
{
    if (!plan->made->equity)
        plan->made->equity = arena_take(plan->arena, (size_t)plan->count, sizeof(node));
    node *equity = &plan->made->equity[at - plan->first];
    if (!*equity)
        *equity = ledger_equity_node(plan, at, make_equity);
    return *equity ? *equity : (*equity = make_equity(plan, at));
}

int reserve_months(const struct plan *plan)
{
    return (int)plan->project->reserve->months->value.number;
}

int64_t reserve_months_to_run(const struct plan *plan, const struct section *line)
{
    const struct fact *notice = ((const struct line *)line)->notice_months;
    if (!fact_is_stated(notice))
        return reserve_months(plan);
    return plan->project->reserve->lead->value.number + notice->value.number;
}

/* So many months of what so many months cost. */
static node scaled(const struct plan *plan, const char *label, node sum, int64_t times, int64_t over)
{
    if (!sum || !times)
        return 0;
    return graph_of(plan->graph, OP_PRODUCT, KIND_MONEY, label, sum,
                    count_number(plan, times, N_("months of the rule")),
                    against(count_number(plan, over, N_("months of the cost"))));
}

static node running_over(const struct plan *plan, const char *label, month first, month last)
{
    return rows_over(plan, selection_test, &running_cost, label, first, last);
}

/* The months ahead; past the plan's end each counts as the average of the last twelve. */
static node forward(const struct plan *plan, month at)
{
    month last = plan_last(plan), end = at + reserve_months(plan);
    int missing = end > last ? end - (at > last ? at : last) : 0;
    int counted = plan->count < MONTHS_OF_A_YEAR ? plan->count : MONTHS_OF_A_YEAR;
    node planned = running_over(plan, N_("running cost of the months ahead"), at + 1, end);
    if (!missing)
        return planned;
    node latest = running_over(plan, N_("running cost of the last months"), last - counted + 1, last);
    return graph_of(plan->graph, OP_SUM, KIND_MONEY, N_("the months ahead, past the end the average"), planned,
                    scaled(plan, N_("past the end"), latest, missing, counted));
}

/* Running lines whose cost runs for so many months once it is decided to close down. */
struct notice {
    const struct plan *plan;
    int64_t runs;
};

static bool has_notice(const void *context, const struct row *row)
{
    const struct notice *notice = context;
    return selection_takes(&running_cost, row) && reserve_months_to_run(notice->plan, row->line) == notice->runs;
}

typedef LIST(struct notice) notice_list;

static notice_list notices_of(const struct plan *plan)
{
    notice_list notices = { 0 };
    for (int i = 0; i < plan->row_count; i++) {
        const struct row *row = &plan->rows[i];
        int n = 0;
        while (n < notices.count && !has_notice(&notices.items[n], row))
            n++;
        if (n == notices.count && selection_takes(&running_cost, row))
            *list_add(&notices, plan->arena) = (struct notice){ plan, reserve_months_to_run(plan, row->line) };
    }
    return notices;
}

/* Until its notice has run out, within the months of the rule; what is committed beyond them is the tail. */
static void wind_down(const struct plan *plan, struct reserve_state *reserve)
{
    const struct reserve *stated = plan->project->reserve;
    const notice_list notices = notices_of(plan);
    operand *parts = arena_take(plan->arena, (size_t)notices.count + 1, sizeof *parts);
    operand *tail = arena_take(plan->arena, (size_t)notices.count + 1, sizeof *tail);
    int count = 0, beyond = 0, within = reserve_months(plan);
    parts[count++] = money_leaf(plan, &stated->section, stated->closing_costs);
    for (int i = 0; i < notices.count; i++) {
        node monthly = tally_month(plan, tally_of(plan, has_notice, &notices.items[i]), reserve->at);
        int64_t runs = notices.items[i].runs, counted = runs < within ? runs : within;
        node kept = scaled(plan, N_("until its notice has run out"), monthly, counted, 1);
        node more = scaled(plan, N_("beyond the months of the rule"), monthly, runs - counted, 1);
        if (kept)
            parts[count++] = kept;
        if (more)
            tail[beyond++] = more;
    }
    reserve->required[RESERVE_WINDING_DOWN] = sum_node(plan, N_("what it costs to wind down"), parts, count);
    reserve->tail = sum_node(plan, N_("committed beyond"), tail, beyond);
}

static struct reserve_state make_reserve(const struct plan *plan, month at)
{
    const struct project *project = plan->project;
    struct reserve_state reserve = { .at = at, .equity = equity_node(plan, at) };
    const struct months planned = months_shared(months_of_year(month_year(at)), plan_months(plan));
    reserve.free_equity = graph_of(plan->graph, OP_SUM, KIND_MONEY, N_("free equity"), reserve.equity,
                                   against(money_leaf(plan, &project->section, project->earmarked_equity)),
                                   against(money_leaf(plan, &project->section, project->fixed_assets)));
    reserve.planned_months = months_between(planned.first, planned.last);
    reserve.running_year = running_over(plan, N_("running cost of the year"), planned.first, planned.last);
    reserve.required[RESERVE_RUNNING] = scaled(plan, N_("so many months' running cost"), reserve.running_year,
                                               reserve_months(plan), reserve.planned_months);
    reserve.required[RESERVE_FORWARD] = forward(plan, at);
    wind_down(plan, &reserve);
    return reserve;
}

const struct reserve_state *reserve_at(const struct plan *plan, month at)
{
    if (!plan->made->reserves)
        plan->made->reserves = arena_take(plan->arena, (size_t)plan->count, sizeof *plan->made->reserves);
    const struct reserve_state **made = &plan->made->reserves[at - plan->first];
    if (!*made) {
        struct reserve_state *reserve = arena_take(plan->arena, 1, sizeof *reserve);
        *reserve = make_reserve(plan, at);
        *made = reserve;
    }
    return *made;
}

bool reserve_is_tested(const struct plan *plan, month at)
{
    bool every_month = plan->project->reserve->test->value.number == TEST_EVERY_MONTH;
    return every_month || plan_ends_year(plan, at);
}

int64_t reserve_coverage(const struct plan *plan, const struct reserve_state *state, enum reserve_basis basis)
{
    enum { HUNDREDTHS = 100, MOST_MONTHS = 100000 };
    bool of_year = basis == RESERVE_RUNNING;
    const struct cell cost = node_cell(plan, of_year ? state->running_year : state->required[basis]);
    const struct cell equity = node_cell(plan, state->free_equity);
    bool is_known = cell_is_known(equity) && cell_is_known(cost);
    if (basis == RESERVE_WINDING_DOWN || !is_known || cost.amount <= 0)
        return RESERVE_NO_COVERAGE;
    wide hundredths = (wide)equity.amount * (of_year ? state->planned_months : reserve_months(plan)) * HUNDREDTHS;
    wide most = (wide)cost.amount * MOST_MONTHS * HUNDREDTHS;
    bool is_beyond = hundredths > most || hundredths < -most;
    return is_beyond ? RESERVE_NO_COVERAGE : round_quotient(hundredths, cost.amount) * (SHARE_ONE / HUNDREDTHS);
}
