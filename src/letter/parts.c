#include "parts.h"

#include <string.h>

#include <medfin/contents/names.h>
#include <medfin/model/payer.h>
#include <medfin/model/stated_values.h>
#include <medfin/papers/quoted.h>
#include <medfin/plan/membership.h>
#include <medfin/plan/sums.h>
#include <medfin/write/markdown.h>

#include "followed.h"
#include "membership.h"
#include "own_fields.h"

static const struct section_list *payers_of(const struct writing *writing)
{
    return &writing->letter->plan->project->payers;
}

/* The payer's contributions in kind are there, or nobody knows. */
static bool gives_in_kind(const struct writing *writing, const struct section *payer)
{
    const struct plan *plan = writing->letter->plan;
    const struct selection of = { .side = FINANCING_SIDE, .form = IN_KIND, .payer = payer };
    struct cell sum = plan_sum(plan, &of, plan->first, plan_last(plan));
    return !cell_is_known(sum) || sum.amount;
}

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

static bool is_own(const struct section *payer)
{
    const struct funder *funder = payer_funder(payer);
    return funder && funder->own->value.number;
}

/* Own money without a decision of its own is what the letter is about. */
static bool is_decided_here(const struct writing *writing, const struct section *payer)
{
    const struct fact *project = writing->letter->plan->project->reference;
    const char *reference = payer_reference(payer);
    return is_own(payer) && !payer_is_rejected(payer) &&
           (!reference || !fact_is_stated(project) || strcmp(reference, project->value.text) == 0);
}

/* What the payer's status means to this decision. */
static const char *status_sentence(const struct writing *writing, const struct section *payer)
{
    /* clang-format off */
    static const char *const sentences[] = {
        [STATUS_GRANTED] = N_("{{payers.*.title}}: {{total.financing.by_funder.*}}, granted, see {{payers.*.reference}}."),
        [STATUS_DECIDED] = N_("{{payers.*.title}}: {{total.financing.by_funder.*}}, decided, see {{payers.*.reference}}."),
        [STATUS_PROPOSED] = N_("{{payers.*.title}}: {{total.financing.by_funder.*}}, proposed and not yet decided."),
        [STATUS_ESTIMATED] = N_("{{payers.*.title}}: {{total.financing.by_funder.*}}, estimated and not yet decided."),
        [STATUS_APPLIED] = N_("{{payers.*.title}}: {{total.financing.by_funder.*}}, applied for."),
        [STATUS_REJECTED] = N_("{{payers.*.title}}: refused, contributes nothing."),
    };
    /* clang-format on */
    enum status status = (enum status)payer_status(payer)->value.number;
    if (is_decided_here(writing, payer))
        return N_("{{payers.*.title}}: {{total.financing.by_funder.*}}, set aside by this decision.");
    if (!payer_funder(payer) && (status == STATUS_NONE || status_is_secured(status)))
        return N_("{{payers.*.title}}: {{total.financing.by_funder.*}}, paid by the members.");
    return sentences[status];
}

static bool is_decided_elsewhere(const struct section *payer)
{
    bool is_application = payer_status(payer)->value.number == STATUS_APPLIED;
    return payer_is_undecided(payer) && !is_own(payer) && (is_application || payer_reference(payer));
}

static void write_funders(struct writing *writing)
{
    for (int i = 0; i < payers_of(writing)->count; i++) {
        const struct section *payer = payers_of(writing)->items[i];
        letter_words(writing, i ? "\n- " : "- ");
        letter_sentence(writing, payer, tr(status_sentence(writing, payer)));
        if (is_decided_elsewhere(payer)) {
            text_add(&writing->out, " ");
            letter_sentence(writing, payer,
                            tr(N_("This is decided in a matter of its own, see {{payers.*.reference}}.")));
        }
        if (gives_in_kind(writing, payer)) {
            text_add(&writing->out, " ");
            letter_sentence(writing, payer,
                            tr(N_("Of this, {{total.financing.by_funder.*.in_kind}} is given in kind.")));
        }
    }
    if (!payers_of(writing)->count)
        letter_sentence(writing, NULL, tr(N_("No funder is stated.")));
}

/* How the points of a decision are written in a house. */
struct points {
    const char *aside, *in_kind, *within; /* marked for translation, without an end */
    const char *blank_aside, *blank_within;
    const char *before; /* each point; "%d" is its number */
    const char *between, *end;
};

static const struct points numbered = {
    N_("{{letter.organisation}} sets aside {{total.financing.by_funder.*.cash}} to take part in {{project.title}} in {{project.years}}"),
    N_("{{letter.organisation}} contributes in kind worth {{total.financing.by_funder.*.in_kind}}"),
    N_("It is financed within the frame of {{funder.*.area}}"),
    N_("{{letter.organisation}} sets aside [amount] kronor to take part in {{project.title}} in {{project.years}}"),
    N_("It is financed within the frame of [area]"),
    "%d. ",
    ".\n",
    ".",
};

static const struct points clauses = {
    N_("to set aside {{total.financing.by_funder.*.cash}} to take part in {{project.title}} in {{project.years}}"),
    N_("to contribute in kind worth {{total.financing.by_funder.*.in_kind}}"),
    N_("that it is financed within the frame of {{funder.*.area}}"),
    N_("to set aside [amount] kronor to take part in {{project.title}} in {{project.years}}"),
    N_("that it is financed within the frame of [area]"),
    "",
    ",\n\n",
    ".",
};

static void add_point(struct writing *writing, const struct points *points, int *number, const struct section *payer,
                      const char *sentence)
{
    if (*number)
        letter_words(writing, points->between);
    if (*points->before)
        letter_words(writing, arena_text(writing->letter->arena, "%d. ", ++*number));
    else
        ++*number;
    letter_sentence(writing, payer, tr(sentence));
}

/* A point as its author writes it, its figures bound as any. */
static void write_quoted(struct writing *writing, const char *text)
{
    struct arena *arena = writing->letter->arena;
    for (struct quoted_piece piece; quoted_next(&text, &piece, arena);) {
        const size_t size = strlen(piece.words);
        letter_words(writing, *piece.words == ' ' ? " " : "");
        letter_words(writing, md_escaped(arena, piece.words));
        letter_words(writing, size > 1 && piece.words[size - 1] == ' ' ? " " : "");
        if (piece.path)
            letter_sentence(writing, NULL, arena_text(arena, "{{%s}}", piece.path));
    }
}

bool letter_writes_asked(struct writing *writing)
{
    const struct letter *letter = writing->letter;
    const struct doc_points asked = decision_asked(letter->plan->project, letter->arena);
    for (int i = 0; i < asked.list.count; i++) {
        letter_words(writing, arena_text(letter->arena, "%s%d. ", i ? "\n" : "", i + 1));
        write_quoted(writing, asked.list.items[i]);
    }
    return asked.list.count > 0;
}

static void write_points(struct writing *writing, const struct points *points)
{
    int number = 0;
    if (letter_writes_asked(writing))
        return;
    for (int i = 0; i < payers_of(writing)->count; i++) {
        const struct section *payer = payers_of(writing)->items[i];
        if (!is_own(payer) || payer_is_rejected(payer))
            continue;
        add_point(writing, points, &number, payer, points->aside);
        if (gives_in_kind(writing, payer))
            add_point(writing, points, &number, payer, points->in_kind);
        add_point(writing, points, &number, payer, points->within);
    }
    if (!number) {
        add_point(writing, points, &number, NULL, points->blank_aside);
        add_point(writing, points, &number, NULL, points->blank_within);
    }
    letter_words(writing, points->end);
}

static void write_numbered(struct writing *writing)
{
    write_points(writing, &numbered);
}

static void write_clauses(struct writing *writing)
{
    write_points(writing, &clauses);
}

/* Of a board to the members, in numbered points. */
static void write_proposals(struct writing *writing)
{
    /* clang-format off */
    static const char *const proposals[] = {
        N_("that the budget for {{project.years}} is set: costs {{total.cost.total}}, income {{total.financing.total}};"),
        N_("that the fees are [fees];"),
        N_("that the plan of activities is adopted."),
    };
    /* clang-format on */
    if (letter_writes_asked(writing))
        return;
    for (int i = 0; i < (int)(sizeof proposals / sizeof *proposals); i++) {
        letter_words(writing, arena_text(writing->letter->arena, "%s%d. ", i ? "\n" : "", i + 1));
        letter_sentence(writing, NULL, tr(proposals[i]));
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
    { "points", N_("the decision in numbered points"), OF_PROJECT, write_numbered, false },
    { "clauses", N_("the decision in clauses"), OF_PROJECT, write_clauses, false },
    { "proposals", N_("what a board proposes to a meeting of members, in numbered points"), OF_PROJECT, write_proposals, false },
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
    { "claim-notes", N_("what is to be told beside a claim, under its heading; nothing where nothing is"), OF_CLAIM, write_claim_notes, false },
    { "progress", N_("outcome and forecast against the budget, in a sentence"), OF_FOLLOWED, write_progress, false },
    { "deviations", N_("deviations of the year and what is said of them, under their heading"), OF_FOLLOWED, write_deviations, false },
    { "held", N_("activities by status, what became of them, how often they are held, under their heading"), OF_FOLLOWED, write_held, false },
    { "measured", N_("indicators, under their heading"), OF_FOLLOWED, write_measured, false },
    { "lapses", N_("what of closed years is not used, under its heading"), OF_FOLLOWED, write_lapses, false },
    { 0 },
};
/* clang-format on */
