#include <medfin/whatif/cure.h>

#include <assert.h>
#include <string.h>

#include <medfin/model/key_names.h>
#include <medfin/model/tariff.h>
#include <medfin/plan/membership.h>
#include <medfin/whatif/solve.h>
#include <medfin/whatif/trial.h>
#include <medfin/whatif/variant.h>

#include "saving.h"

struct change;

/* Each row says which values its change is of. */
struct cure_kind {
    const char *rule, *id, *label;
    enum section_id over; /* it is tried on each section of that kind; SECTION_PROJECT: once */
    enum kind kind;
    /* False: the change is not possible here. */
    bool (*find)(struct change *change);
};

/* What an amount that was tried leaves to spare. */
struct known_spare {
    int64_t amount, spare, forgiven;
};

/* One kind of change for one finding: an amount is added to its values or taken from them. */
struct change {
    struct search_of_cures *search;
    const struct cure_kind *kind;
    const struct finding *failing;
    int ordinal;                /* its number among the findings of its rule */
    const struct section *over; /* that the change is of, where it is of one */
    LIST(int) values;           /* of those that vary */
    int sign;                   /* −1: the amount is taken away */
    bool saves;                 /* it is a saving: the amount is shared out over its values, which are not listed */
    LIST(struct known_spare) known;
};

/* Whether a finding's rule holds as things stand. */
struct standing {
    const char *path;
    bool holds;
};

/* All cures are tried on one graph, on which each value that any of them changes stands as it does now. */
struct search_of_cures {
    const struct plan *plan;
    const struct project *project;
    struct saving *saving; /* NULL: none is tried */
    int first_saved;       /* its first among the varied … */
    money *taken;          /* … and room for what is taken from each */
    statement_list varied;
    LIST(struct change) changes;
    struct value *values;
    struct variant *variant; /* judged by the rules that fail, and by all once for each cure */
    bool forgives;           /* what the tolerance forgives is no lack */
    LIST(struct standing) standings;
    struct arena *arena;
};

static const struct key *key_of(enum section_id section, const char *name)
{
    month none;
    const struct key *key = key_find(section, name, &none);
    assert(key);
    return key;
}

static struct statement statement_new(enum section_id section, const char *id, const struct key *key)
{
    struct statement statement = { .section = section, .id = id, .key = key, .at = -1 };
    statement.is_setting = key != NULL;
    if (key)
        statement.value.kind = key->kind;
    return statement;
}

/* Two rules may be helped by the same change. */
static bool is_same_place(const struct statement *a, const struct statement *b)
{
    return a->section == b->section && a->key == b->key && a->at == b->at && strcmp(a->id, b->id) == 0;
}

/* A value that the change is of: as it stands, or nothing yet. */
static void vary(struct change *change, struct statement varied, const struct fact *stands)
{
    struct search_of_cures *search = change->search;
    const enum period period = varied.value.period;
    int at = 0;
    while (at < search->varied.count && !is_same_place(&search->varied.items[at], &varied))
        at++;
    *list_add(&change->values, search->arena) = at;
    if (at < search->varied.count)
        return;
    if (fact_is_stated(stands))
        varied.value = stands->value;
    varied.value.number = stands->value.number;
    varied.value.spread = NULL;
    if (period)
        varied.value.period = period;
    *list_add(&search->varied, search->arena) = varied;
}

/* A higher fixed part: of a tariff that has one. */
static bool change_fee(struct change *change)
{
    const struct tariff *tariff = (const struct tariff *)change->over;
    if (tariff->fixed->value.number <= 0)
        return false;
    vary(change, statement_new(SECTION_TARIFF, tariff->section.id, key_of(SECTION_TARIFF, "fixed")), tariff->fixed);
    return true;
}

/* So many more equal members, in every year that states how many there are. */
static bool change_members(struct change *change)
{
    const struct tariff *tariff = (const struct tariff *)change->over;
    if (fact_is_stated(tariff->count))
        vary(change, statement_new(SECTION_TARIFF, tariff->section.id, key_of(SECTION_TARIFF, "count")), tariff->count);
    for (int i = 0; i < tariff->counts.count; i++) {
        const struct dated *dated = &tariff->counts.items[i];
        struct statement varied = statement_new(SECTION_TARIFF, tariff->section.id, dated->fact.by->key);
        varied.at = dated->at;
        vary(change, varied, &dated->fact);
    }
    return change->values.count > 0;
}

/* More cash before the first month. What is not stated is as much as the opening equity. */
static bool change_opening_cash(struct change *change)
{
    const struct project *project = change->search->project;
    const struct fact *stated = project->opening_cash;
    vary(change, statement_new(SECTION_PROJECT, "", key_of(SECTION_PROJECT, "opening_cash")),
         fact_is_stated(stated) ? stated : project->opening_equity);
    return true;
}

/* A contribution once, before the first month; the cash that follows the equity is stated here, where others vary it.
 */
static bool change_equity(struct change *change)
{
    const struct project *project = change->search->project;
    vary(change, statement_new(SECTION_PROJECT, "", key_of(SECTION_PROJECT, "opening_equity")),
         project->opening_equity);
    return fact_is_stated(project->opening_cash) || change_opening_cash(change);
}

/* A saving every year in what runs, from the real lines. */
static bool change_running_cost(struct change *change)
{
    struct search_of_cures *search = change->search;
    change->saves = true;
    if (!search->saving)
        search->saving = saving_new(search->plan, search->arena);
    return search->saving != NULL;
}

/* An application for less. */
static bool change_application(struct change *change)
{
    const struct funder *funder = (const struct funder *)change->failing->subject;
    if (!fact_is_stated(funder->amount))
        return false;
    vary(change, statement_new(SECTION_FUNDER, funder->section.id, key_of(SECTION_FUNDER, "amount")), funder->amount);
    change->sign = -1;
    return true;
}

/* More from the first of the matched that pays a fixed sum. */
static bool change_match(struct change *change)
{
    const struct funder *funder = (const struct funder *)change->failing->subject;
    for (int i = 0; i < funder->matches->value.count; i++) {
        const struct funder *matched = (const struct funder *)funder->matches->sections[i];
        if (matched->section.kind != SECTION_FUNDER || !fact_is_stated(matched->amount) ||
            funder_kind(matched) != FUNDER_FIXED || matched->amount->value.period != PERIOD_TOTAL)
            continue;
        vary(change, statement_new(SECTION_FUNDER, matched->section.id, key_of(SECTION_FUNDER, "amount")),
             matched->amount);
        return true;
    }
    return false;
}

/* Nothing of a member's helps a network that is not in line with the own work. */
static const struct membership *membership_in_line(const struct change *change)
{
    const struct membership *membership = project_membership(change->search->project);
    return membership->in_line->value.number ? membership : NULL;
}

/* A stated fee; one by tariff is not the member's to change. */
static bool change_member_fee(struct change *change)
{
    const struct membership *membership = membership_in_line(change);
    if (!membership || !fact_is_stated(membership->fee))
        return false;
    vary(change, statement_new(SECTION_MEMBERSHIP, "", key_of(SECTION_MEMBERSHIP, "fee")), membership->fee);
    change->sign = -1;
    return true;
}

static bool change_purchases(struct change *change)
{
    const struct membership *membership = membership_in_line(change);
    if (!membership)
        return false;
    struct statement avoided = statement_new(SECTION_MEMBERSHIP, "", key_of(SECTION_MEMBERSHIP, "avoided_purchases"));
    avoided.value.period = PERIOD_YEAR;
    vary(change, avoided, membership->avoided_purchases);
    return true;
}

/* clang-format off */
static const struct cure_kind kinds[] = {
    { "balance", "higher-fee", N_("a higher fixed part of the fee"), SECTION_TARIFF, KIND_MONEY, change_fee },
    { "balance", "more-members", N_("more members"), SECTION_TARIFF, KIND_COUNT, change_members },
    { "balance", "yearly-saving", N_("a saving in the running costs every year"), SECTION_PROJECT, KIND_MONEY, change_running_cost },
    { "reserve", "higher-fee", N_("a higher fixed part of the fee"), SECTION_TARIFF, KIND_MONEY, change_fee },
    { "reserve", "more-members", N_("more members"), SECTION_TARIFF, KIND_COUNT, change_members },
    { "reserve", "one-off", N_("a one-off contribution to the equity"), SECTION_PROJECT, KIND_MONEY, change_equity },
    { "reserve", "yearly-saving", N_("a saving in the running costs every year"), SECTION_PROJECT, KIND_MONEY, change_running_cost },
    { "liquidity", "opening-cash", N_("more cash before the first month"), SECTION_PROJECT, KIND_MONEY, change_opening_cash },
    { "match", "smaller-application", N_("a reduction of the application"), SECTION_PROJECT, KIND_MONEY, change_application },
    { "match", "more-match", N_("an addition from the first that it matches"), SECTION_PROJECT, KIND_MONEY, change_match },
    { "benefit", "lower-fee", N_("a lower fee every year"), SECTION_PROJECT, KIND_MONEY, change_member_fee },
    { "benefit", "more-avoided", N_("more purchases avoided every year"), SECTION_PROJECT, KIND_MONEY, change_purchases },
};
/* clang-format on */

static bool is_in_range(const struct statement *stands, int64_t number)
{
    const struct key_range range = key_range(stands->key, stands->section, &stands->value);
    return number >= range.low && number <= range.high;
}

/* Its rule's finding of that number. */
static const struct finding *finding_of(const struct change *change, const finding_list *findings)
{
    int ordinal = 0;
    for (int i = 0; i < findings->count; i++)
        if (findings->items[i].rule == change->failing->rule && ordinal++ == change->ordinal)
            return &findings->items[i];
    return NULL;
}

static bool put_saving(struct search_of_cures *search, int64_t amount)
{
    const struct saving *saving = search->saving;
    bool is_taken = saving_taken(saving, amount, search->taken);
    for (int i = 0; is_taken && i < saving->parts.count; i++)
        search->values[search->first_saved + i].number = -search->taken[i];
    return is_taken;
}

/* False where the values do not take it. */
static bool put(const struct change *change, int64_t amount)
{
    struct search_of_cures *search = change->search;
    if (change->saves)
        return put_saving(search, amount);
    bool is_taken = true;
    for (int i = 0; i < change->values.count; i++) {
        const struct statement *stands = &search->varied.items[change->values.items[i]];
        int64_t number = stands->value.number + change->sign * amount;
        search->values[change->values.items[i]].number = number;
        is_taken = is_taken && is_in_range(stands, number);
    }
    return is_taken;
}

typedef struct tried try_values(struct variant *variant, const struct value *values);

/* With the change, all else as it stands. */
static struct tried try_amount(const struct change *change, try_values *try, int64_t amount)
{
    struct search_of_cures *search = change->search;
    const struct tried tried = put(change, amount) ? try(search->variant, search->values) : (struct tried){ 0 };
    for (int i = 0; i < search->varied.count; i++)
        search->values[i] = search->varied.items[i].value;
    return tried;
}

static const struct known_spare *spare_with(struct change *change, int64_t amount)
{
    for (int i = 0; i < change->known.count; i++)
        if (change->known.items[i].amount == amount)
            return &change->known.items[i];
    const struct tried tried = try_amount(change, variant_try_few, amount);
    const struct finding *finding = tried.project ? finding_of(change, &tried.findings) : NULL;
    struct known_spare *known = list_add(&change->known, change->search->arena);
    *known = (struct known_spare){ amount, SOLVE_REFUSED, SOLVE_REFUSED };
    if (finding)
        *known = (struct known_spare){ amount, finding->spare, finding->spare_forgiven };
    return known;
}

static int64_t margin(void *context, int64_t amount)
{
    struct change *change = context;
    const struct known_spare *known = spare_with(change, amount);
    return change->search->forgives ? known->forgiven : known->spare;
}

/* What is not there yet holds. */
static bool stood(const struct search_of_cures *search, const char *path)
{
    for (int i = 0; i < search->standings.count; i++)
        if (strcmp(search->standings.items[i].path, path) == 0)
            return search->standings.items[i].holds;
    return true;
}

/* The other rules that the change makes hold, or no longer hold. */
static void add_turns(struct cure *cure, const struct change *change, struct arena *arena)
{
    const struct search_of_cures *search = change->search;
    const struct tried tried = try_amount(change, variant_try, cure->amount);
    const struct finding *own = finding_of(change, &tried.findings);
    for (int i = 0; i < tried.findings.count; i++) {
        const struct finding *finding = &tried.findings.items[i];
        bool holds = verdict_holds(finding->verdict);
        if (finding == own || holds == stood(search, finding_path(search->arena, finding)))
            continue;
        struct cure_turn turn = { asked_finding(finding, arena), holds };
        const struct section *about = turn.rule.about;
        turn.rule.about = about ? project_find(search->project, about->kind, about->id) : NULL;
        turn.rule.person = turn.rule.person ? turn.rule.name : NULL;
        *list_add(&cure->turns, arena) = turn;
    }
}

static void add_cure(cure_list *cures, struct change *change, struct arena *arena)
{
    enum { FIRST_TRIED = 1000 * KRONA };
    struct search_of_cures *search = change->search;
    struct solve_question question = { margin, change, NULL, 0 };
    int64_t amount = 0;
    for (int forgives = 0; forgives < 2 && !amount; forgives++) {
        search->forgives = forgives;
        question.at_zero = forgives ? change->failing->spare_forgiven : change->failing->spare;
        amount = solve_first(&question, change->kind->kind == KIND_MONEY ? FIRST_TRIED : 1, MONEY_LIMIT);
    }
    if (!amount)
        return;
    struct cure *cure = list_add(cures, arena);
    *cure = (struct cure){ .id = change->kind->id,
                           .label = change->kind->label,
                           .subject = change->over,
                           .kind = change->kind->kind,
                           .amount = amount,
                           .is_saving = change->saves,
                           .is_forgiven = search->forgives };
    search->forgives = false;
    cure->neighbour = margin(change, amount - 1);
    add_turns(cure, change, arena);
}

/* What is unknown stays so, whatever is added to it. */
static bool is_known(const struct change *change)
{
    for (int i = 0; i < change->values.count; i++)
        if (change->search->varied.items[change->values.items[i]].value.unknown)
            return false;
    return true;
}

static void add_change(struct search_of_cures *search, struct change change)
{
    change.search = search;
    change.sign = 1;
    if (change.kind->find(&change) && is_known(&change))
        *list_add(&search->changes, search->arena) = change;
}

static bool helps(const struct cure_kind *kind, const struct finding *finding)
{
    return finding->verdict == VERDICT_FAIL && strcmp(kind->rule, finding->rule->id) == 0;
}

static bool is_helped(const struct finding *finding)
{
    bool any = false;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        any = any || helps(&kinds[i], finding);
    return any;
}

static void add_changes(struct search_of_cures *search, const finding_list *findings, int at)
{
    const struct finding *failing = &findings->items[at];
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        struct change change = { .kind = &kinds[i], .failing = failing, .ordinal = finding_ordinal(findings, at) };
        if (!helps(&kinds[i], failing))
            continue;
        const struct section_list *over = &search->project->of[kinds[i].over];
        for (int s = 0; kinds[i].over != SECTION_PROJECT && s < over->count; s++) {
            change.over = over->items[s];
            add_change(search, change);
        }
        if (kinds[i].over == SECTION_PROJECT)
            add_change(search, change);
    }
}

/* The parts of the saving behind all other values. */
static void vary_saving(struct search_of_cures *search)
{
    const struct saving *saving = search->saving;
    search->first_saved = search->varied.count;
    if (saving)
        saving_vary(saving, &search->varied, search->arena);
    search->taken = arena_take(search->arena, (size_t)search->varied.count, sizeof *search->taken);
}

static void make_variant(struct search_of_cures *search, const statement_list *statements)
{
    bool *failing = arena_take(search->arena, (size_t)rule_count, sizeof *failing);
    bool *all = arena_take(search->arena, (size_t)rule_count, sizeof *all);
    for (int i = 0; i < search->changes.count; i++)
        failing[search->changes.items[i].failing->rule - rule_rows] = true;
    for (int r = 0; r < rule_count; r++)
        all[r] = true;
    vary_saving(search);
    search->values = arena_take(search->arena, (size_t)search->varied.count, sizeof *search->values);
    for (int i = 0; i < search->varied.count; i++)
        search->values[i] = search->varied.items[i].value;
    const struct asked_of_try asked = {
        .rules = all, .few = failing, .tries_little = true, .room = search->saving ? &search->saving->room : NULL
    };
    search->variant = variant_new(statements, search->varied.items, search->varied.count, &asked, search->arena);
    const struct tried tried = variant_try(search->variant, search->values);
    assert(tried.project);
    for (int i = 0; i < tried.findings.count; i++) {
        const struct finding *finding = &tried.findings.items[i];
        *list_add(&search->standings, search->arena) =
            (struct standing){ finding_path(search->arena, finding), verdict_holds(finding->verdict) };
    }
}

const cure_list *cures_find(const statement_list *statements, const struct plan *plan, const finding_list *findings,
                            const struct asked_figure *asked, struct arena *arena)
{
    int sought = 0;
    cure_list *cures = arena_take(arena, (size_t)findings->count + 1, sizeof *cures);
    struct search_of_cures search = { .plan = plan, .project = plan->project, .arena = arena_like(arena) };
    for (int i = 0; i < findings->count; i++) {
        if (!is_helped(&findings->items[i]))
            continue;
        cures[i].is_unsought = (asked && !asked_takes(asked, &findings->items[i])) || sought++ >= MOST_CURED;
        if (!cures[i].is_unsought)
            add_changes(&search, findings, i);
    }
    if (search.changes.count)
        make_variant(&search, statements);
    for (int i = 0; i < search.changes.count; i++) {
        struct change *change = &search.changes.items[i];
        add_cure(&cures[change->failing - findings->items], change, arena);
    }
    if (search.variant)
        variant_free(search.variant);
    arena_free(search.arena);
    return cures;
}
