#include <medfin/whatif/unknown.h>

#include <assert.h>
#include <string.h>

#include <medfin/whatif/solve.h>
#include <medfin/whatif/trial.h>

bool finding_asks(const struct finding *finding)
{
    return finding->verdict == VERDICT_UNDETERMINED && needs_count(finding->needs) == 1;
}

struct attempt {
    statement_list statements; /* the project's, and the amount tried as the last */
    const struct finding *asked;
    int at;          /* which finding it is */
    bool two_sided;  /* too much breaks the rule too: the deviation is brought to nothing */
    int sign;        /* −1 when the margin falls as the amount grows */
    int64_t refused; /* the least amount that the project would not take, or INT64_MAX */
    int64_t at_zero; /* what an amount of nothing measures */
    struct arena *arena;
};

/* What the plan says of the margin, and the finding itself. */
static int64_t measure(struct attempt *attempt, int64_t number, struct finding *finding, struct arena *arena)
{
    attempt->statements.items[attempt->statements.count - 1].value.number = number;
    const struct rerun trial = trial_run(&attempt->statements, attempt->asked->rule, arena);
    if (!trial.project) {
        attempt->refused = number < attempt->refused ? number : attempt->refused;
        return 0;
    }
    *finding = trial.findings.items[attempt->at];
    return attempt->two_sided ? finding->deviation.amount : finding_shortfall(finding);
}

static int64_t margin(void *context, int64_t signed_number)
{
    struct attempt *attempt = context;
    struct arena *arena = arena_like(attempt->arena);
    struct finding finding;
    int64_t found = measure(attempt, attempt->sign * signed_number, &finding, arena);
    arena_free(arena);
    return found;
}

static int64_t at_number(struct attempt *attempt, int64_t number)
{
    return margin(attempt, attempt->sign * number);
}

enum { FIRST_BOUND = 1000000 }; /* öre: 10 000 kr */

static int64_t highest(const struct key *key)
{
    return key->low || key->high ? key->high : MONEY_LIMIT;
}

/* Doubles the upper bound until the sign turns; false if it never does. */
static bool find_bound(struct attempt *attempt, bool turns_up, int64_t most, int64_t *bound)
{
    for (int64_t high = FIRST_BOUND; high <= 2 * most; high *= 2) {
        int64_t number = high < most ? high : most;
        int64_t found = at_number(attempt, number);
        if (number >= attempt->refused)
            return false;
        if ((found >= 0) == turns_up) {
            *bound = number;
            return true;
        }
    }
    return false;
}

static struct attempt attempt_new(const statement_list *statements, const struct statement *unknown,
                                  const finding_list *findings, int at, struct arena *arena)
{
    struct attempt attempt = { .asked = &findings->items[at],
                               .at = finding_ordinal(findings, at),
                               .two_sided = findings->items[at].two_sided,
                               .sign = 1,
                               .refused = INT64_MAX,
                               .arena = arena };
    struct statement tried = *unknown;
    attempt.statements = trial_statements(statements, &tried.layer, arena);
    tried.is_setting = true;
    tried.operation = OPERATION_SET;
    tried.value.unknown = false;
    *list_add(&attempt.statements, arena) = tried;
    return attempt;
}

/* The statement that says `?`, where another changes what it says. */
static const struct statement *stated_by(const statement_list *statements, const struct statement *last)
{
    const struct statement *stated = last;
    for (int i = 0; i < statements->count; i++) {
        const struct statement *statement = &statements->items[i];
        if (statement->section == last->section && statement->key == last->key && statement->at == last->at &&
            statement->value.unknown && strcmp(statement->id, last->id) == 0)
            stated = statement;
    }
    return stated;
}

static const struct statement *only_unknown(const statement_list *statements, const struct project *project,
                                            const struct needs *needs)
{
    assert(needs_count(needs) == 1);
    for (int i = 0; i < project->unknown_count; i++)
        if (needs_has(needs, i))
            return stated_by(statements, project->unknowns[i]);
    return NULL;
}

/* Of a margin that grows with the amount: the least that will do. Of one that falls: the
   most. Either way the number at which the sign turns. */
static struct unknown_answer turn(struct attempt *attempt, const struct statement *unknown)
{
    struct unknown_answer answer = { .unknown = unknown };
    bool holds_at_zero = at_number(attempt, 0) >= 0;
    int64_t bound;
    if (!find_bound(attempt, !holds_at_zero, highest(unknown->key), &bound)) {
        answer.outcome = holds_at_zero ? UNKNOWN_ANY : UNKNOWN_NONE;
        return answer;
    }
    attempt->sign = holds_at_zero ? -1 : 1;
    const struct solve_question question = { margin, attempt };
    answer.number = holds_at_zero ? -solve_least(&question, -bound, 0) : solve_least(&question, 0, bound);
    answer.outcome = holds_at_zero ? UNKNOWN_AT_MOST : UNKNOWN_AT_LEAST;
    attempt->sign = 1;
    return answer;
}

/* Below zero while the rule holds and measures what it does at zero. */
static int64_t leaves_total(void *context, int64_t number)
{
    struct attempt *attempt = context;
    struct arena *arena = arena_like(attempt->arena);
    struct finding finding = { 0 };
    bool same = measure(attempt, number, &finding, arena) == attempt->at_zero;
    arena_free(arena);
    return same && finding.verdict == VERDICT_PASS ? -1 : 0;
}

/* A total that no amount takes below zero balances at zero, or up to what a remainder would
   else pay, or whatever the amount, or not at all. */
static void settle_total(struct attempt *attempt, struct unknown_answer *answer)
{
    bool any_was_refused = attempt->refused != INT64_MAX;
    int64_t most = any_was_refused ? attempt->refused / 2 : highest(answer->unknown->key);
    measure(attempt, most, &answer->finding, attempt->arena);
    enum verdict at_most = answer->finding.verdict;
    attempt->at_zero = measure(attempt, 0, &answer->finding, attempt->arena);
    if (answer->finding.verdict != VERDICT_PASS) {
        answer->outcome = UNKNOWN_NONE;
    } else if (at_most != VERDICT_PASS) {
        const struct solve_question question = { leaves_total, attempt };
        answer->number = solve_least(&question, 0, most) - 1;
        answer->outcome = answer->number ? UNKNOWN_AT_MOST : UNKNOWN_IS;
        measure(attempt, answer->number, &answer->finding, attempt->arena);
    }
}

struct unknown_answer solve_unknown(const statement_list *statements, const struct project *project,
                                    const finding_list *findings, int at, struct arena *arena)
{
    const struct statement *unknown = only_unknown(statements, project, findings->items[at].needs);
    struct attempt attempt = attempt_new(statements, unknown, findings, at, arena);
    struct unknown_answer answer = turn(&attempt, unknown);
    if (answer.outcome == UNKNOWN_ANY && attempt.two_sided) {
        settle_total(&attempt, &answer);
        return answer;
    }
    if (answer.outcome != UNKNOWN_AT_LEAST && answer.outcome != UNKNOWN_AT_MOST)
        return answer;
    measure(&attempt, answer.number, &answer.finding, arena);
    if (attempt.two_sided)
        answer.outcome = answer.finding.verdict == VERDICT_PASS ? UNKNOWN_IS : UNKNOWN_NOT_SINGLE;
    return answer;
}
