/* Cures of random projects that fail: each is applied as a project that has it stated, whose rules are run from
   scratch. With it the rule has a margin of at least 0, with one öre or member less it has not, and exactly those other
   rules turn that the cure names. */

#include "random_terms.h"

#include <stdlib.h>

#include <medfin/plan/sums.h>
#include <medfin/rules/rules.h>
#include <medfin/whatif/cure.h>

enum { FAILING = 100, SEED = 61, MOST_TEXT = 64 };

static int cured; /* how many cures have been applied */

/* What a saving is shared out over: the lines that run and cost something. */
struct lines {
    const struct row *rows[MOST_TEXT];
    int count;
};

static money cost_of(const struct plan *plan, const struct row *row, int at)
{
    money amount = node_cell(plan, row->months[at]).amount;
    return amount > 0 ? amount : 0;
}

static struct lines lines_of(const struct plan *plan)
{
    struct lines lines = { 0 };
    for (int i = 0; i < plan->row_count; i++) {
        const struct row *row = &plan->rows[i];
        bool is_stated = row->line->kind == SECTION_STAFF || row->line->kind == SECTION_COST, costs = false;
        for (int at = 0; at < plan->count; at++)
            costs = costs || cost_of(plan, row, at);
        if (is_stated && costs && row->side == SIDE_COST && row->running && !row->in_kind)
            lines.rows[lines.count++] = row;
    }
    return lines;
}

/* Category, eligible, notice and the overheads whose base names it, in words. */
static const char *terms_of(const struct trial *trial, const struct row *row)
{
    const struct line *line = (const struct line *)row->line;
    const struct section_list *overheads = &trial->project->of[SECTION_OVERHEAD];
    struct text terms = text_new(trial->arena);
    text_addf(&terms, "%s %d %s", row->category->section.id, row->eligible,
              fact_is_stated(line->notice_months)
                  ? arena_text(trial->arena, "%d", (int)line->notice_months->value.number)
                  : "-");
    for (int i = 0; i < overheads->count; i++)
        if (fact_names(((const struct overhead *)overheads->items[i])->base, row->line))
            text_addf(&terms, " %s", overheads->items[i]->id);
    return terms.bytes;
}

static money round_half_up(wide over, wide under)
{
    return (money)((2 * over + under) / (2 * under));
}

/* A twelfth for each month of the year that is planned. */
static money saved_in(const struct plan *plan, money yearly, int year)
{
    int planned = 0;
    for (month at = plan->first; at <= plan_last(plan); at++)
        planned += month_year(at) == year;
    return round_half_up((wide)yearly * planned, 12);
}

/* A line beside each that runs, with less than nothing in each month. */
struct beside {
    struct text months[MOST_TEXT];
};

/* To date within the year, first by month, then by terms in the order of the first line that has them, then by line. */
static void share_out(const struct trial *trial, const struct lines *lines, int year, money saved, money whole,
                      struct beside *beside)
{
    const struct plan *plan = trial->plan;
    money so_far = 0, before = 0;
    for (int at = 0; at < plan->count; at++)
        for (int first = 0; first < lines->count && month_year(plan->first + at) == year; first++) {
            const char *terms = terms_of(trial, lines->rows[first]);
            bool is_first = true;
            for (int k = 0; k < first; k++)
                is_first = is_first && strcmp(terms, terms_of(trial, lines->rows[k])) != 0;
            for (int k = first; is_first && k < lines->count; k++) {
                if (strcmp(terms, terms_of(trial, lines->rows[k])) != 0)
                    continue;
                so_far += cost_of(plan, lines->rows[k], at);
                money upto = round_half_up((wide)saved * so_far, whole);
                if (upto > before)
                    text_addf(&beside->months[k], "%s = -%s kr\n", month_text(trial->arena, plan->first + at),
                              money_plain(trial->arena, upto - before, ','));
                before = upto;
            }
        }
}

static void write_bases(const struct trial *trial, const struct lines *lines, struct text *out)
{
    const struct section_list *overheads = &trial->project->of[SECTION_OVERHEAD];
    for (int i = 0; i < overheads->count; i++) {
        const struct fact *base = ((const struct overhead *)overheads->items[i])->base;
        text_addf(out, "[overhead %s]\nbase = ", overheads->items[i]->id);
        for (int k = 0; k < base->value.count; k++)
            text_addf(out, "%s%s", k ? ", " : "", section_path(trial->arena, base->sections[k], LANGUAGE_EN));
        for (int k = 0; k < lines->count; k++)
            if (fact_names(base, lines->rows[k]->line))
                text_addf(out, ", cost.sparat%d", k);
        text_add(out, "\n");
    }
}

static const char *saving_text(const struct trial *trial, money yearly)
{
    const struct plan *plan = trial->plan;
    const struct lines lines = lines_of(plan);
    struct beside beside;
    struct text out = text_new(trial->arena);
    for (int k = 0; k < lines.count; k++)
        beside.months[k] = text_new(trial->arena);
    for (int year = month_year(plan->first); year <= month_year(plan_last(plan)); year++) {
        money whole = 0, saved = saved_in(plan, yearly, year);
        for (int at = 0; at < plan->count; at++)
            for (int k = 0; k < lines.count && month_year(plan->first + at) == year; k++)
                whole += cost_of(plan, lines.rows[k], at);
        if (whole && saved > whole)
            trial_fails(trial, "more is saved in a year than what runs costs");
        if (whole)
            share_out(trial, &lines, year, saved, whole, &beside);
    }
    text_add(&out, "[scenario]\n");
    for (int k = 0; k < lines.count; k++) {
        const struct line *line = (const struct line *)lines.rows[k]->line;
        text_addf(&out, "[cost sparat%d]\nnew = yes\nrunning = yes\neligible = %s\ncategory = category.%s\n", k,
                  lines.rows[k]->eligible ? "yes" : "no", lines.rows[k]->category->section.id);
        if (fact_is_stated(line->notice_months))
            text_addf(&out, "notice_months = %d\n", (int)line->notice_months->value.number);
        text_add(&out, beside.months[k].size ? beside.months[k].bytes : "amount = 0 kr/year\n");
    }
    write_bases(trial, &lines, &out);
    return out.bytes;
}

static void add_to(struct trial *anew, const char *path, money amount)
{
    trial_set(anew, arena_text(anew->arena, "%s = %s kr", path, money_plain(anew->arena, amount, ',')));
}

/* The project with so much of the cure. */
static struct trial with_cure(const struct trial *trial, const struct cure *cure, const struct finding *failing,
                              int64_t amount)
{
    struct trial anew = trial_copy(trial);
    const struct project *project = trial->project;
    const char *id = cure->id, *kronor = money_plain(trial->arena, amount, ',');
    const struct funder *funder = (const struct funder *)failing->subject;
    if (strcmp(id, "yearly-saving") == 0) {
        trial_read(&anew, saving_text(trial, amount), 2);
    } else if (strcmp(id, "one-off") == 0) {
        add_to(&anew, "project.opening_equity", project->opening_equity->value.number + amount);
    } else if (strcmp(id, "opening-cash") == 0) {
        bool is_stated = fact_is_stated(project->opening_cash);
        const struct fact *stands = is_stated ? project->opening_cash : project->opening_equity;
        add_to(&anew, "project.opening_cash", stands->value.number + amount);
    } else if (strcmp(id, "higher-fee") == 0) {
        trial_set(&anew, arena_text(trial->arena, "tariff.%s.fixed += %s kr", cure->subject->id, kronor));
    } else if (strcmp(id, "more-members") == 0) {
        trial_set(&anew, arena_text(trial->arena, "tariff.%s.count += %d", cure->subject->id, (int)amount));
    } else if (strcmp(id, "smaller-application") == 0) {
        trial_set(&anew, arena_text(trial->arena, "funder.%s.amount -= %s kr", funder->section.id, kronor));
    } else if (strcmp(id, "more-match") == 0) {
        int at = 0;
        const struct funder *matched = (const struct funder *)funder->matches->sections[at];
        while (funder_kind(matched) != FUNDER_FIXED || !fact_is_stated(matched->amount) ||
               matched->amount->value.period != PERIOD_TOTAL)
            matched = (const struct funder *)funder->matches->sections[++at];
        trial_set(&anew, arena_text(trial->arena, "funder.%s.amount += %s kr", matched->section.id, kronor));
    } else {
        trial_fails(trial, arena_text(trial->arena, "nobody applies %s", id));
    }
    trial_build(&anew);
    return anew;
}

static const struct finding *finding_at(const finding_list *findings, const char *path, struct arena *arena)
{
    for (int i = 0; i < findings->count; i++)
        if (strcmp(finding_path(arena, &findings->items[i]), path) == 0)
            return &findings->items[i];
    return NULL;
}

static finding_list findings_of(const struct trial *trial)
{
    finding_list findings = { 0 };
    rules_run(trial->plan, &findings, trial->arena);
    return findings;
}

/* The others that turn, in the order of the rules. */
static void turns_are_told(const struct trial *trial, const struct cure *cure, const finding_list *before,
                           const finding_list *after, const char *own)
{
    struct text turned = text_new(trial->arena), told = text_new(trial->arena);
    for (int i = 0; i < after->count; i++) {
        const char *path = finding_path(trial->arena, &after->items[i]);
        const struct finding *was = finding_at(before, path, trial->arena);
        bool holds = verdict_holds(after->items[i].verdict);
        if (strcmp(path, own) != 0 && holds != (!was || verdict_holds(was->verdict)))
            text_addf(&turned, "%s %d\n", path, holds);
    }
    for (int i = 0; i < cure->turns.count; i++)
        text_addf(&told, "%s %d\n", asked_figure_path(trial->arena, &cure->turns.items[i].rule),
                  cure->turns.items[i].holds);
    if (strcmp(turned.bytes, told.bytes) != 0)
        fail_msg("%s for %s: turns\n%stold\n%s%s", cure->id, own, turned.bytes, told.bytes, trial->text);
}

static void must_cure(const struct trial *trial, const struct cure *cure, const finding_list *before, int at)
{
    const char *own = finding_path(trial->arena, &before->items[at]);
    const struct trial with = with_cure(trial, cure, &before->items[at], cure->amount);
    const struct trial less = with_cure(trial, cure, &before->items[at], cure->amount - 1);
    const finding_list after = findings_of(&with), short_of = findings_of(&less);
    const struct finding *cured_one = finding_at(&after, own, trial->arena);
    const struct finding *still = finding_at(&short_of, own, trial->arena);
    bool holds = verdict_holds(cured_one->verdict) && (cure->is_forgiven || cured_one->spare >= 0);
    bool fails = cure->is_forgiven ? still->verdict == VERDICT_FAIL : still->spare < 0;
    if (!holds || !fails || still->spare != cure->neighbour)
        fail_msg("%s %s %lld: margin %lld, with one less %lld, told %lld\n%s", own, cure->id, (long long)cure->amount,
                 (long long)cured_one->spare, (long long)still->spare, (long long)cure->neighbour, trial->text);
    turns_are_told(trial, cure, before, &after, own);
    cured++;
}

static bool cures_hold(struct trial *trial, struct dice *dice)
{
    if (one_in(dice, 2))
        put_on_top(trial, dice, one_in(dice, 2), one_in(dice, 2));
    const finding_list before = findings_of(trial);
    const cure_list *cures = cures_find(&trial->statements, trial->plan, &before, NULL, trial->arena);
    bool any = false;
    for (int i = 0; i < before.count; i++) {
        for (int k = 0; k < cures[i].count; k++)
            must_cure(trial, &cures[i].items[k], &before, i);
        any = any || cures[i].count;
    }
    return any;
}

static int wanted = FAILING;

/* Until so many have had cures to try. */
static void each_cure_cures_and_tells_what_else_it_turns(void **state)
{
    for (int i = 0, failing = 0; failing < wanted; i++) {
        struct dice dice = { SEED * UINT64_C(1000000) + (uint64_t)i };
        struct arena *arena = arena_anew(state);
        struct trial trial = trial_new(random_project(&dice, ALL_KNOWN, arena), arena);
        failing += cures_hold(&trial, &dice);
    }
    assert_in_range(cured, wanted, INT32_MAX);
}

/* Another number of projects may be named. */
int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = { ARENA_TEST(each_cure_cures_and_tells_what_else_it_turns) };
    wanted = argc > 1 ? atoi(argv[1]) : FAILING;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
