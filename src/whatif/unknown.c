#include <medfin/whatif/unknown.h>

#include <assert.h>
#include <string.h>

#include <medfin/whatif/solve.h>
#include <medfin/whatif/trial.h>
#include <medfin/whatif/variant.h>

bool finding_asks(const struct finding *finding)
{
    return finding->verdict == VERDICT_UNDETERMINED && needs_count(finding->needs) == 1;
}

struct amount {
    struct variant *variant;
    struct value value; /* of the unknown */
    int at;             /* which finding of its rule it is */
    bool two_sided;     /* too much breaks the rule too: the deviation is brought to nothing */
    bool holds_at_zero; /* the first number is looked for that fails */
    bool forgives;      /* what the tolerance forgives is no lack */
    int64_t refused;    /* the least amount that the project would not take, or INT64_MAX */
    int64_t at_zero;    /* what an amount of nothing measures */
};

/* What the plan says of the margin, and the finding itself. */
static int64_t measure(struct amount *amount, int64_t number, struct finding *finding)
{
    amount->value.number = number;
    const struct tried tried = variant_try(amount->variant, &amount->value);
    if (!tried.project) {
        amount->refused = number < amount->refused ? number : amount->refused;
        return 0;
    }
    *finding = tried.findings.items[amount->at];
    return amount->two_sided ? finding->deviation.amount : amount->forgives ? finding->spare_forgiven : finding->spare;
}

static int64_t margin(void *context, int64_t number)
{
    struct amount *amount = context;
    struct finding finding;
    int64_t found = measure(amount, number, &finding);
    return number >= amount->refused ? SOLVE_REFUSED : amount->holds_at_zero ? solve_opposite(found) : found;
}

static int64_t highest(const struct statement *unknown)
{
    return key_range(unknown->key, unknown->section, &unknown->value).high;
}

static struct amount amount_new(const statement_list *statements, const struct statement *unknown,
                                const finding_list *findings, int at, struct arena *arena)
{
    const struct finding *asked = &findings->items[at];
    bool *rules = arena_take(arena, (size_t)rule_count, sizeof *rules);
    rules[asked->rule - rule_rows] = true;
    struct amount amount = { .value = unknown->value,
                             .at = finding_ordinal(findings, at),
                             .two_sided = asked->two_sided,
                             .refused = INT64_MAX };
    amount.value.unknown = false;
    amount.variant = variant_new(statements, unknown, 1, &(struct asked_of_try){ .rules = rules }, arena);
    return amount;
}

/* The statement that says `?`, where another changes what it says. */
static const struct statement *stated_by(const statement_list *statements, const struct statement *last)
{
    const struct statement *stated = last;
    for (int i = 0; i < statements->count; i++) {
        const struct statement *statement = &statements->items[i];
        if (statement->rows)
            stated = stated_by(&statement->rows->said, stated);
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
static struct unknown_answer turn(struct amount *amount, const struct statement *unknown)
{
    enum { FIRST_BOUND = 1000000 }; /* öre: 10 000 kr */
    struct unknown_answer answer = { .unknown = unknown };
    amount->holds_at_zero = margin(amount, 0) >= 0;
    const struct solve_question question = { margin, amount, NULL, 0 };
    int64_t turns = solve_first(&question, FIRST_BOUND, highest(unknown));
    if (amount->holds_at_zero)
        answer.outcome = turns ? UNKNOWN_AT_MOST : UNKNOWN_ANY;
    else
        answer.outcome = turns ? UNKNOWN_AT_LEAST : UNKNOWN_NONE;
    answer.number = turns - (turns && amount->holds_at_zero);
    return answer;
}

static bool passes(const struct amount *amount, const struct finding *finding)
{
    return (amount->forgives ? finding->verdict : finding->unforgiven) == VERDICT_PASS;
}

/* Below zero while the rule passes and measures what it does at zero. */
static int64_t leaves_total(void *context, int64_t number)
{
    struct amount *amount = context;
    struct finding finding = { 0 };
    bool same = measure(amount, number, &finding) == amount->at_zero;
    return same && passes(amount, &finding) ? -1 : 0;
}

/* A total that no amount takes below zero balances at zero, or up to what a remainder would
   else pay, or whatever the amount, or not at all. */
static void settle_total(struct amount *amount, struct unknown_answer *answer)
{
    int64_t most = amount->refused != INT64_MAX ? amount->refused / 2 : highest(answer->unknown);
    amount->at_zero = measure(amount, 0, &answer->finding);
    amount->forgives = answer->finding.unforgiven != VERDICT_PASS;
    bool passes_at_zero = passes(amount, &answer->finding);
    measure(amount, most, &answer->finding);
    if (!passes_at_zero) {
        answer->outcome = UNKNOWN_NONE;
    } else if (!passes(amount, &answer->finding)) {
        const struct solve_question question = { leaves_total, amount, NULL, 0 };
        answer->number = solve_least(&question, 0, most) - 1;
        answer->outcome = answer->number ? UNKNOWN_AT_MOST : UNKNOWN_IS;
        measure(amount, answer->number, &answer->finding);
    }
}

static struct unknown_answer answer_of(struct amount *amount, const struct statement *unknown)
{
    struct unknown_answer answer = turn(amount, unknown);
    amount->forgives = answer.outcome == UNKNOWN_NONE;
    if (amount->forgives) {
        amount->two_sided = false;
        answer = turn(amount, unknown);
    }
    if (answer.outcome == UNKNOWN_ANY && amount->two_sided)
        settle_total(amount, &answer);
    else if (amount->two_sided && (answer.outcome == UNKNOWN_AT_LEAST || answer.outcome == UNKNOWN_AT_MOST)) {
        measure(amount, answer.number, &answer.finding);
        answer.outcome = answer.finding.verdict == VERDICT_PASS ? UNKNOWN_IS : UNKNOWN_NOT_SINGLE;
    }
    return answer;
}

/* The finding with the answer in place, and all that it shows. */
static struct finding finding_with(const statement_list *statements, const struct unknown_answer *answer,
                                   const struct amount *amount, const struct rule *rule, struct arena *arena)
{
    struct statement set = *answer->unknown;
    statement_list tried = trial_statements(statements, 1, &set.layer, arena);
    set.is_setting = true;
    set.operation = OPERATION_SET;
    set.value = amount->value;
    set.value.number = answer->number;
    *list_add(&tried, arena) = set;
    return trial_run(&tried, rule, arena).findings.items[amount->at];
}

/* The larger the project, the fewer. */
int most_answered(const struct project *project)
{
    enum { MOST = 50, LEAST = 5, MOST_SECTIONS = 20000 };
    const int most = MOST_SECTIONS / project->all.count;
    return most > MOST ? MOST : most < LEAST ? LEAST : most;
}

struct unknown_answer unknown_unsought(const statement_list *statements, const struct project *project,
                                       const struct finding *finding)
{
    return (struct unknown_answer){ .outcome = UNKNOWN_NOT_SOUGHT,
                                    .unknown = only_unknown(statements, project, finding->needs) };
}

struct unknown_answer solve_unknown(const statement_list *statements, const struct project *project,
                                    const finding_list *findings, int at, struct arena *arena)
{
    const struct statement *unknown = only_unknown(statements, project, findings->items[at].needs);
    struct arena *own = arena_like(arena);
    struct amount amount = amount_new(statements, unknown, findings, at, own);
    struct unknown_answer answer = answer_of(&amount, unknown);
    bool is_told = answer.outcome != UNKNOWN_NONE && (answer.outcome != UNKNOWN_ANY || amount.two_sided);
    if (is_told) {
        const struct finding found = finding_with(statements, &answer, &amount, findings->items[at].rule, arena);
        answer.finding = found;
        answer.is_forgiven =
            verdict_holds(found.verdict) && (found.two_sided ? found.unforgiven > found.verdict : found.spare < 0);
    }
    variant_free(amount.variant);
    arena_free(own);
    return answer;
}
