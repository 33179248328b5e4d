#include <medfin/whatif/cure.h>

#include <assert.h>
#include <string.h>

#include <medfin/model/key_names.h>
#include <medfin/model/tariff.h>
#include <medfin/plan/membership.h>
#include <medfin/whatif/solve.h>
#include <medfin/whatif/trial.h>

struct attempt;

/* Each row adds the statements of its change, for an amount to be put in place. */
struct cure_kind {
    const char *rule, *id, *label;
    enum section_id over; /* it is tried on each section of that kind; SECTION_PROJECT: once */
    enum unit unit;
    /* False: the change is not possible here. The amount is `*amount` times `sign`. */
    bool (*change)(struct attempt *attempt);
};

struct attempt {
    statement_list statements;
    int layer;
    int amount_at, amounts; /* which statements hold the amount */
    int sign;               /* −1: the amount is taken away */
    const struct finding *failing;
    const struct section *over; /* that the change is of, where it is of one */
    enum unit unit;
    int at; /* its number among the findings of its rule */
    struct arena *arena;
};

static const struct key *key_of(enum section_id section, const char *name)
{
    month none;
    const struct key *key = key_find(section, name, &none);
    assert(key);
    return key;
}

static struct statement *say(struct attempt *attempt, enum section_id section, const char *id, const char *key)
{
    struct statement *statement = list_add(&attempt->statements, attempt->arena);
    *statement = (struct statement){ .layer = attempt->layer,
                                     .section = section,
                                     .id = id,
                                     .key = key ? key_of(section, key) : NULL,
                                     .at = -1,
                                     .is_setting = key != NULL };
    if (key)
        statement->value.kind = statement->key->kind;
    return statement;
}

static void hold_amount(struct attempt *attempt, int sign)
{
    attempt->amount_at = attempt->statements.count - 1;
    attempt->amounts = 1;
    attempt->sign = sign;
}

/* A higher fixed part: of a tariff that has one. */
static bool change_fee(struct attempt *attempt)
{
    const struct tariff *tariff = (const struct tariff *)attempt->over;
    if (tariff->fixed.value.number <= 0)
        return false;
    say(attempt, SECTION_TARIFF, tariff->section.id, "fixed")->operation = OPERATION_ADD;
    hold_amount(attempt, 1);
    return true;
}

/* So many more equal members, in every year that states how many there are. */
static bool change_members(struct attempt *attempt)
{
    const struct tariff *tariff = (const struct tariff *)attempt->over;
    int first = attempt->statements.count;
    if (fact_is_stated(&tariff->count))
        say(attempt, SECTION_TARIFF, tariff->section.id, "count")->operation = OPERATION_ADD;
    for (int i = 0; i < tariff->counts.count; i++) {
        struct statement *statement = say(attempt, SECTION_TARIFF, tariff->section.id, "count");
        statement->operation = OPERATION_ADD;
        statement->key = tariff->counts.items[i].fact.by->key;
        statement->at = tariff->counts.items[i].at;
    }
    hold_amount(attempt, 1);
    attempt->amount_at = first;
    attempt->amounts = attempt->statements.count - first;
    return attempt->amounts > 0;
}

/* A contribution once, before the first month. */
static bool change_equity(struct attempt *attempt)
{
    say(attempt, SECTION_PROJECT, "", "opening_equity")->operation = OPERATION_ADD;
    hold_amount(attempt, 1);
    return true;
}

/* More cash before the first month. What is not stated is as much as the opening equity. */
static bool change_opening_cash(struct attempt *attempt)
{
    const struct rerun now = trial_plan(&attempt->statements, attempt->arena);
    if (!fact_is_stated(&now.project->opening_cash)) {
        say(attempt, SECTION_PROJECT, "", "opening_cash")->value.number = now.project->opening_equity.value.number;
        attempt->layer++;
    }
    say(attempt, SECTION_PROJECT, "", "opening_cash")->operation = OPERATION_ADD;
    hold_amount(attempt, 1);
    return true;
}

/* A saving every year in the running costs: a running line of less than nothing, whose id no
   file can state. */
static bool change_running_cost(struct attempt *attempt)
{
    static const char id[] = "(saving)";
    struct statement *header = say(attempt, SECTION_COST, id, NULL);
    header->is_setting = false;
    say(attempt, SECTION_COST, id, "new")->value.number = 1;
    say(attempt, SECTION_COST, id, "eligible")->value.number = 0;
    say(attempt, SECTION_COST, id, "amount")->value.period = PERIOD_YEAR;
    hold_amount(attempt, -1);
    return true;
}

/* An application for less. */
static bool change_application(struct attempt *attempt)
{
    const char *id = attempt->failing->subject->id;
    say(attempt, SECTION_FUNDER, id, "amount")->operation = OPERATION_SUBTRACT;
    hold_amount(attempt, 1);
    return true;
}

/* More from the first of the matched that pays a fixed sum. */
static bool change_match(struct attempt *attempt)
{
    const struct funder *funder = (const struct funder *)attempt->failing->subject;
    for (int i = 0; i < funder->matches.value.count; i++) {
        const struct funder *matched = (const struct funder *)funder->matches.sections[i];
        if (matched->section.kind != SECTION_FUNDER || !fact_is_stated(&matched->amount) ||
            funder_kind(matched) != FUNDER_FIXED || matched->amount.value.period != PERIOD_TOTAL)
            continue;
        say(attempt, SECTION_FUNDER, matched->section.id, "amount")->operation = OPERATION_ADD;
        hold_amount(attempt, 1);
        return true;
    }
    return false;
}

/* Nothing of a member's helps a network that is not in line with the own work. */
static const struct membership *membership_in_line(const struct attempt *attempt)
{
    const struct rerun now = trial_plan(&attempt->statements, attempt->arena);
    const struct membership *membership = project_membership(now.project);
    return membership->in_line.value.number ? membership : NULL;
}

static void change_membership(struct attempt *attempt, const char *key, enum operation operation)
{
    struct statement *changed = say(attempt, SECTION_MEMBERSHIP, "", key);
    changed->operation = operation;
    changed->value.period = PERIOD_YEAR;
    hold_amount(attempt, 1);
}

/* A stated fee; one by tariff is not the member's to change. */
static bool change_member_fee(struct attempt *attempt)
{
    const struct membership *membership = membership_in_line(attempt);
    if (!membership || !fact_is_stated(&membership->fee))
        return false;
    change_membership(attempt, "fee", OPERATION_SUBTRACT);
    return true;
}

static bool change_purchases(struct attempt *attempt)
{
    const struct membership *membership = membership_in_line(attempt);
    if (!membership)
        return false;
    change_membership(attempt, "avoided_purchases",
                      fact_is_stated(&membership->avoided_purchases) ? OPERATION_ADD : OPERATION_SET);
    return true;
}

/* clang-format off */
static const struct cure_kind kinds[] = {
    { "balance", "higher-fee", N_("a higher fixed part of the fee"), SECTION_TARIFF, UNIT_MONEY, change_fee },
    { "balance", "more-members", N_("more members"), SECTION_TARIFF, UNIT_COUNT, change_members },
    { "balance", "yearly-saving", N_("a saving in the running costs every year"), SECTION_PROJECT, UNIT_MONEY, change_running_cost },
    { "reserve", "higher-fee", N_("a higher fixed part of the fee"), SECTION_TARIFF, UNIT_MONEY, change_fee },
    { "reserve", "more-members", N_("more members"), SECTION_TARIFF, UNIT_COUNT, change_members },
    { "reserve", "one-off", N_("a one-off contribution to the equity"), SECTION_PROJECT, UNIT_MONEY, change_equity },
    { "reserve", "yearly-saving", N_("a saving in the running costs every year"), SECTION_PROJECT, UNIT_MONEY, change_running_cost },
    { "liquidity", "opening-cash", N_("more cash before the first month"), SECTION_PROJECT, UNIT_MONEY, change_opening_cash },
    { "match", "smaller-application", N_("a reduction of the application"), SECTION_PROJECT, UNIT_MONEY, change_application },
    { "match", "more-match", N_("an addition from the first that it matches"), SECTION_PROJECT, UNIT_MONEY, change_match },
    { "benefit", "lower-fee", N_("a lower fee every year"), SECTION_PROJECT, UNIT_MONEY, change_member_fee },
    { "benefit", "more-avoided", N_("more purchases avoided every year"), SECTION_PROJECT, UNIT_MONEY, change_purchases },
};
/* clang-format on */

static int64_t margin(void *context, int64_t amount)
{
    struct attempt *attempt = context;
    struct arena *arena = arena_like(attempt->arena);
    for (int i = 0; i < attempt->amounts; i++)
        attempt->statements.items[attempt->amount_at + i].value.number = attempt->sign * amount;
    const struct rerun trial = trial_run(&attempt->statements, attempt->failing->rule, arena);
    int64_t found = trial.project ? finding_reach(&trial.findings.items[attempt->at]) : SOLVE_REFUSED;
    arena_free(arena);
    return found;
}

/* Doubles until the rule holds; 0 if no amount that the project takes makes it. */
static int64_t amount_that_helps(struct attempt *attempt)
{
    enum { FIRST_TRIED = 1000 * KRONA };
    int64_t taken = 0;
    for (int64_t amount = attempt->unit == UNIT_MONEY ? FIRST_TRIED : 1; amount <= MONEY_LIMIT; amount *= 2) {
        int64_t found = margin(attempt, amount);
        if (found == SOLVE_REFUSED) {
            int64_t most = solve_most_taken(&(struct solve_question){ margin, attempt }, taken, amount);
            return margin(attempt, most) >= 0 ? most : 0;
        }
        if (found >= 0)
            return amount;
        taken = amount;
    }
    return 0;
}

static void add_cure(cure_list *cures, const struct cure_kind *kind, struct attempt *attempt, struct arena *arena)
{
    int64_t enough = amount_that_helps(attempt);
    if (!enough)
        return;
    const struct solve_question question = { margin, attempt };
    int64_t amount = solve_least(&question, 0, enough);
    *list_add(cures, arena) = (struct cure){ .id = kind->id,
                                             .label = kind->label,
                                             .subject = attempt->over,
                                             .unit = kind->unit,
                                             .amount = amount,
                                             .neighbour = margin(attempt, amount - 1) };
}

static void try_kind(cure_list *cures, const struct cure_kind *kind, const statement_list *statements,
                     const struct finding *failing, int at, const struct section *over, struct arena *arena)
{
    struct attempt attempt = { .failing = failing, .over = over, .unit = kind->unit, .at = at, .arena = arena };
    attempt.statements = trial_statements(statements, &attempt.layer, arena);
    if (kind->change(&attempt))
        add_cure(cures, kind, &attempt, arena);
}

cure_list cures_find(const statement_list *statements, const struct project *project, const finding_list *findings,
                     int at, struct arena *arena)
{
    cure_list cures = { 0 };
    const struct finding *failing = &findings->items[at];
    int ordinal = finding_ordinal(findings, at);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds && failing->verdict == VERDICT_FAIL; i++) {
        if (strcmp(kinds[i].rule, failing->rule->id) != 0)
            continue;
        const struct section_list *over = &project->of[kinds[i].over];
        for (int s = 0; kinds[i].over != SECTION_PROJECT && s < over->count; s++)
            try_kind(&cures, &kinds[i], statements, failing, ordinal, over->items[s], arena);
        if (kinds[i].over == SECTION_PROJECT)
            try_kind(&cures, &kinds[i], statements, failing, ordinal, NULL, arena);
    }
    return cures;
}
