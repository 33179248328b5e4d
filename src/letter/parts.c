#include "parts.h"

#include <string.h>

#include <medfin/contents/names.h>
#include <medfin/model/stated_values.h>
#include <medfin/plan/membership.h>
#include <medfin/plan/sums.h>
#include <medfin/write/markdown.h>

#include "followed.h"
#include "member_fees.h"
#include "membership.h"
#include "own_fields.h"
#include "payers.h"
#include "points.h"
#include "tables.h"
#include "terms.h"

static void write_summary(struct writing *writing)
{
    const struct plan *plan = writing->letter->plan;
    const struct selection in_kind = { .side = COST_SIDE, .form = IN_KIND };
    struct cell sum = plan_sum(plan, &in_kind, plan->first, plan_last(plan));
    letter_sentence(
        writing, NULL,
        plan_is_joining(plan)
            ? tr(N_(
                  "{{project.title}}: in {{membership.first.year}} the own effort is {{membership.first.effort}} and the benefit {{membership.first.benefit}}."))
            : tr(N_("{{project.title}} runs {{project.years}} and costs {{total.cost.total}} in all.")));
    if (cell_is_known(sum) && sum.amount) {
        text_add(&writing->out, " ");
        letter_sentence(
            writing, NULL,
            tr(N_("Of this, {{total.cost.cash}} is cash cost and {{total.cost.in_kind}} contributions in kind.")));
    }
    struct cell missing = letter_missing(plan);
    if (cell_is_known(missing) && missing.amount) {
        text_add(&writing->out, " ");
        letter_sentence(writing, NULL, tr(N_("Of the cost, {{total.financing.missing}} is not financed.")));
    }
}

static void add_refusal(struct writing *writing, const struct section *payer, const struct outcome *outcome)
{
    bool known = cell_is_known(outcome->gap), missing = outcome->gap.amount < 0;
    letter_sentence(
        writing, payer,
        !known
            ? tr(N_("What is missing without {{payers.*.title}} cannot be told until the unknown amounts are known."))
        : missing
            ? tr(N_(
                  "Without {{payers.*.title}}, {{refusals.*.missing}} of the financing is missing in all, at most {{refusals.*.worst_year}} in one year."))
            : tr(N_("Without {{payers.*.title}} the project is financed all the same.")));
    if (known && *letter_broken(writing->letter, outcome)) {
        text_add(&writing->out, " ");
        letter_sentence(writing, payer, tr(N_("These conditions are then not met: {{refusals.*.rules}}.")));
    }
    if (cell_is_known(outcome->lowest_cash) && outcome->lowest_cash.amount < 0) {
        text_add(&writing->out, " ");
        letter_sentence(writing, payer, tr(N_("Cash is then {{refusals.*.lowest_cash}} at its lowest.")));
    }
}

static void write_consequences(struct writing *writing)
{
    const struct outcomes *outcomes = writing->letter->outcomes;
    if (!outcomes || !outcomes->undecided_count) {
        if (!outcomes)
            letter_sentence(writing, NULL, tr(N_("Too many funders are undecided for their refusals to be worked.")));
        return;
    }
    for (int i = 0; i < outcomes->undecided_count; i++) {
        letter_words(writing, i ? "\n- " : "- ");
        add_refusal(writing, outcomes->undecided[i], letter_outcome(writing->letter, i));
    }
    const struct outcome *all = letter_outcome(writing->letter, -1);
    if (outcomes->undecided_count > 1 && cell_is_known(all->gap) && all->gap.amount < 0) {
        letter_words(writing, "\n- ");
        letter_sentence(
            writing, NULL,
            tr(N_(
                "Without any of them, {{refusal_of_all.missing}} is missing, at most {{refusal_of_all.worst_year}} in one year.")));
    }
}

/* Judged alike, and for the same reason. */
static bool is_alike(const struct finding *a, const struct finding *b)
{
    return a->rule == b->rule && a->verdict == b->verdict && a->because == b->because;
}

static bool is_first_alike(const finding_list *findings, int at)
{
    for (int i = 0; i < at; i++)
        if (is_alike(&findings->items[i], &findings->items[at]))
            return false;
    return true;
}

/* "Match (1:1-medel), Highest share (EU, 2021)": the rule, and all of whom it says the same. */
static const char *rule_and_subjects(const struct writing *writing, const finding_list *findings, int at)
{
    struct arena *arena = writing->letter->arena;
    struct text subjects = text_new(arena);
    for (int i = at; i < findings->count; i++) {
        const struct finding *finding = &findings->items[i];
        if (!is_alike(finding, &findings->items[at]))
            continue;
        const char *about = finding->person ? finding->person : finding->about ? section_title(finding->about) : NULL;
        if (about)
            text_addf(&subjects, "%s%s", subjects.size ? ", " : "", about);
        if (finding->year)
            text_addf(&subjects, "%s%d", subjects.size ? ", " : "", finding->year);
    }
    const char *title = tr(findings->items[at].rule->title);
    return subjects.size ? arena_text(arena, "%s (%s)", title, md_escaped(arena, subjects.bytes)) : title;
}

static void add_verdict(struct writing *writing, const finding_list *findings, enum verdict verdict, const char *words)
{
    struct text rules = text_new(writing->letter->arena);
    for (int i = 0; i < findings->count; i++)
        if (findings->items[i].verdict == verdict && is_first_alike(findings, i))
            text_addf(&rules, "%s%s", rules.size ? ", " : "", rule_and_subjects(writing, findings, i));
    if (!rules.size)
        return;
    if (writing->out.size)
        text_add(&writing->out, " ");
    letter_words(writing, arena_text(writing->letter->arena, "%s %s.", words, rules.bytes));
}

/* What there is to say of it; where only the first of several is shown elsewhere, without the pointer to that. */
static const char *reason_of(const struct finding *finding, struct arena *arena)
{
    const char *because = tr(finding->because ? finding->because : finding->rule->text);
    return finding->subject == finding->about ? because
                                              : arena_text(arena, "%.*s.", (int)strcspn(because, ".;"), because);
}

/* What is to be watched, each with its rule and whom it is of: a sentence alone would be read as the rule's before. */
static void add_warnings(struct writing *writing, const finding_list *findings)
{
    struct arena *arena = writing->letter->arena;
    bool is_begun = false;
    for (int i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->items[i];
        if (finding->verdict != VERDICT_WARN || !is_first_alike(findings, i))
            continue;
        if (!is_begun)
            letter_words(writing,
                         arena_text(arena, "%s%s\n", writing->out.size ? "\n\n" : "", tr(N_("This is to be noted:"))));
        is_begun = true;
        letter_words(writing, arena_text(arena, "\n- %s: %s", rule_and_subjects(writing, findings, i),
                                         reason_of(finding, arena)));
    }
}

/* How the reserve is read decides whether it holds: a letter that names the rule names its readings. */
static void add_reserve(struct writing *writing)
{
    struct arena *arena = writing->letter->arena;
    const struct finding reserve = letter_reserve(writing->letter);
    if (!reserve.deciding)
        return;
    letter_words(writing, arena_text(arena, "%s%s,", writing->out.size ? "\n\n" : "", tr(reserve.rule->title)));
    const struct rule_reading *reading = NULL;
    for (const char *before = " "; (reading = finding_reading(&reserve, reading)); before = "; ") {
        const char *title = tr(reading->title);
        if (reading == reserve.deciding)
            title = arena_text(arena, tr(N_("%s (decides)")), title);
        letter_words(writing, arena_text(arena, "%s%s: ", before, title));
        enum verdict verdict = (enum verdict)finding_in_reading(&reserve, reading, "verdict")->number;
        const char *sentence = verdict == VERDICT_PASS   ? tr(N_("the requirement is met"))
                               : verdict == VERDICT_FAIL ? tr(N_("at most {{reserve.%s.missing}} is missing"))
                                                         : tr(N_("the requirement cannot be determined yet"));
        letter_sentence(writing, NULL, arena_text(arena, sentence, reading->id));
    }
    letter_words(writing, ".");
}

static void write_verdicts(struct writing *writing)
{
    finding_list findings = { 0 };
    rules_run(writing->letter->plan, &findings, writing->letter->arena);
    if (findings_verdict(&findings) <= VERDICT_PASS)
        letter_words(writing, tr(N_("By the calculation, every condition that applies to the project is met.")));
    else if (verdict_holds(findings_verdict(&findings)))
        letter_words(writing, tr(N_("By the calculation, no condition is broken.")));
    add_verdict(writing, &findings, VERDICT_FAIL, tr(N_("By the calculation, these conditions are not met:")));
    add_verdict(writing, &findings, VERDICT_UNDETERMINED,
                tr(N_("These conditions cannot be determined yet, because amounts are unknown:")));
    add_warnings(writing, &findings);
    add_reserve(writing);
}

/* "Projektledare: heltidslön per månad, 2021-04": what the key means, up to its first pause, and its
   date; a key that is nothing but a date needs no other words, nor does one whose section there is
   only one of. */
const char *letter_fact_words(const struct writing *writing, const struct section *section, const struct statement *by)
{
    struct arena *arena = writing->letter->arena;
    const struct key *key = by->key;
    const char *meaning = key_meaning(arena, key);
    struct text out = text_new(arena);
    bool is_named = *by->id || section == &writing->letter->plan->project->section;
    if (is_named)
        text_addf(&out, "%s%s", section ? section_title(section) : by->id, *key->name ? ": " : "");
    if (*key->name)
        text_add(&out, is_named ? meaning : text_capital(arena, meaning));
    if (by->at >= 0 && (key->date == DATE_YEAR || key->date == DATE_SUFFIX_YEAR))
        text_addf(&out, ", %d", month_year(by->at));
    else if (by->at >= 0)
        text_addf(&out, ", %s", month_text(arena, by->at));
    return out.bytes;
}

static void write_unknowns(struct writing *writing)
{
    const struct project *project = writing->letter->plan->project;
    for (int i = 0; i < project->unknown_count; i++) {
        const struct statement *unknown = project->unknowns[i];
        const struct section *section = project_find(project, unknown->section, unknown->id);
        letter_words(writing, i ? "\n- " : "- ");
        letter_words(writing, md_escaped(writing->letter->arena, letter_fact_words(writing, section, unknown)));
    }
}

static void write_assumptions(struct writing *writing)
{
    const struct letter *letter = writing->letter;
    const struct figure_list figures = project_figures(letter->plan->project, letter->arena);
    const struct doc_column columns[] = { { tr(N_("Assumed")), -1, false } };
    struct doc *doc = doc_new(letter->arena, letter->language, letter->unit);
    struct doc_table *table = doc_table(doc, "", tr(N_("Value")), columns, 1);
    for (int i = 0; i < figures.count; i++) {
        const struct statement *by = figures.items[i].fact->by;
        if (!source_is_assumption(by->source))
            continue;
        struct doc_row *row = doc_row(doc, table, letter_fact_words(writing, figures.items[i].section, by), 0);
        row->cells[0] = cell_text(letter_value(letter, by->key, figures.items[i].fact), NULL);
    }
    if (table->rows.count)
        letter_table_add(writing, "assumptions", doc);
}

/* Of state money: which appropriation it is. */
static void write_appropriation(struct writing *writing)
{
    const struct funder *funder = writing->letter->funder;
    if (funder && fact_is_stated(funder->sector) && funder->sector->value.number == SECTOR_STATE)
        letter_sentence(writing, &funder->section, tr(N_("- Appropriation: {{funder.*.appropriation}}")));
}

/* Which version of the project the letter is of. */
static void write_version(struct writing *writing)
{
    const struct project *project = writing->letter->plan->project;
    const bool has_version = fact_is_stated(project->version), is_decided = fact_is_stated(project->decided);
    const char *sentence = has_version && is_decided
                               ? tr(N_("The project: version {{project.version}}, decided {{project.decided}}"))
                           : has_version ? tr(N_("The project: version {{project.version}}"))
                           : is_decided  ? tr(N_("The project: decided {{project.decided}}"))
                                         : NULL;
    if (sentence)
        letter_sentence(writing, NULL, sentence);
}

/* clang-format off */
const struct letter_part letter_parts[] = {
    { "summary", N_("what the project is, when, and what it costs"), OF_PROJECT, write_summary, false },
    { "funders", N_("who pays how much, and what is decided in a matter of its own"), OF_PROJECT, write_funders, false },
    { "payers", N_("the same, in a letter that decides on no money"), OF_PROJECT, write_payers, false },
    { "other-funders", N_("the same of all but the funder that is named"), OF_FUNDER, write_other_funders, true },
    { "points", N_("the decision in numbered points"), OF_PROJECT, write_numbered, false },
    { "clauses", N_("the decision in clauses"), OF_PROJECT, write_clauses, false },
    { "proposals", N_("what a board proposes to a meeting of members, in numbered points"), OF_PROJECT, write_proposals, false },
    { "activities", N_("the activities, by who is responsible, else month by month; nothing without any"), OF_PROJECT, write_activities, true },
    { "calendar", N_("what is held month by month, where who is responsible has been told; else nothing"), OF_PROJECT, write_calendar, true },
    { "responsible", N_("activities by who is responsible and year; nothing where nobody is"), OF_PROJECT, write_responsible, true },
    { "budget", N_("cost and financing, under their heading; nothing where there is neither"), OF_PROJECT, write_budget, true },
    { "noting", N_("that the information is noted"), OF_PROJECT, write_noting, false },
    { "granting", N_("what the funder grants at most, its share and for when"), OF_FUNDER, write_granting, false },
    { "terms", N_("how the funder's money is paid out"), OF_FUNDER, write_payment_terms, false },
    { "fees", N_("of a network: its fees by tariff, today and as proposed"), OF_PROJECT, write_fees, true },
    { "every-fee", N_("the same of every member"), OF_PROJECT, write_every_fee, true },
    { "coverage", N_("of a network: its members' inhabitants, and their share of the country's"), OF_PROJECT, write_coverage, true },
    { "certified", N_("of the funder: what of its money is not decided yet"), OF_FUNDER, write_certified, true },
    { "consequences", N_("what a refusal leads to"), OF_PROJECT, write_consequences, true },
    { "verdicts", N_("which rules fail or cannot be determined"), OF_PROJECT, write_verdicts, false },
    { "assumptions", N_("which figures are assumptions"), OF_PROJECT, write_assumptions, true },
    { "unknowns", N_("what nobody knows yet"), OF_PROJECT, write_unknowns, true },
    { "joining", N_("a member's decision in clauses: to join or not, and what is set aside"), OF_MEMBERSHIP, write_joining, false },
    { "fee", N_("a member's fee, and what says how large it is"), OF_MEMBERSHIP, write_fee, false },
    { "benefit", N_("whether the conditions of a membership are met, and what fee it is worth"), OF_MEMBERSHIP, write_benefit, false },
    { "break-even", N_("how far each value of a member's side may go"), OF_MEMBERSHIP, write_break_even, false },
    { "appropriation", N_("of state money: its appropriation"), OF_PROJECT, write_appropriation, true },
    { "version", N_("which version of the project it is of, and when that was decided"), OF_PROJECT, write_version, true },
    { "claiming", N_("what is asked for of the funder, for which months"), OF_CLAIM, write_claiming, false },
    { "enclosures", N_("what is enclosed with a claim"), OF_CLAIM, write_enclosures, false },
    { "claim-accounts", N_("accounts against categories, where there is a ledger"), OF_CLAIM, write_claim_accounts, true },
    { "claim-notes", N_("what is to be told beside a claim, under its heading; nothing where nothing is"), OF_CLAIM, write_claim_notes, false },
    { "progress", N_("outcome and forecast against the budget, in a sentence"), OF_FOLLOWED, write_progress, false },
    { "deviations", N_("deviations of the year and what is said of them, under their heading"), OF_FOLLOWED, write_deviations, false },
    { "held", N_("activities by status, what became of them, how often they are held, under their heading"), OF_FOLLOWED, write_held, false },
    { "measured", N_("indicators, under their heading"), OF_FOLLOWED, write_measured, false },
    { "lapses", N_("what of closed years is not used, under its heading"), OF_FOLLOWED, write_lapses, false },
    { 0 },
};
/* clang-format on */
