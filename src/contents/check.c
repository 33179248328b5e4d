/* The check: every rule's verdict, and the figures behind each that is not a plain pass. */

#include <medfin/contents/check.h>

#include <string.h>

#include <medfin/base/language.h>
#include <medfin/base/text.h>
#include <medfin/contents/activities.h>
#include <medfin/contents/cells.h>
#include <medfin/contents/heading.h>
#include <medfin/contents/names.h>
#include <medfin/contents/rule_figures.h>
#include <medfin/contents/stated_value.h>
#include <medfin/contents/verdicts.h>
#include <medfin/doc/table_text.h>
#include <medfin/plan/repaid.h>

static const char *cure_key(struct doc *doc, const struct cure *cure, const char *path, const char *word)
{
    const char *key = arena_text(doc->arena, "%s.%s.%s", path, word, cure->id);
    return cure->subject ? key_below(doc->arena, key, cure->subject->id) : key;
}

static void add_turn_values(struct doc *doc, const struct cure *cure, const char *path)
{
    int counts[2] = { 0 };
    for (int i = 0; i < cure->turns.count; i++) {
        const struct cure_turn *turn = &cure->turns.items[i];
        doc_value(doc, cell_text(asked_figure_path(doc->arena, &turn->rule),
                                 arena_text(doc->arena, "%s[%d]",
                                            cure_key(doc, cure, path, turn->holds ? "cure_mends" : "cure_breaks"),
                                            counts[turn->holds]++)));
    }
}

static void add_cure_values(struct doc *doc, const cure_list *cures, const char *path)
{
    for (int i = 0; i < cures->count; i++)
        doc_value(doc, cell_number(cures->items[i].kind, cures->items[i].amount, false,
                                   cure_key(doc, &cures->items[i], path, "cures")));
    for (int i = 0; i < cures->count; i++)
        add_turn_values(doc, &cures->items[i], path);
}

void finding_values(struct doc *doc, const struct finding *finding, const char *path)
{
    struct arena *arena = doc->arena;
    const char *subject = finding->subject && finding->subject != finding->about ? finding->subject->id : NULL;
    doc_value(doc, cell_verdict(finding->verdict, arena_text(arena, "%s.verdict", path)));
    if (finding->verdict == VERDICT_NOT_APPLICABLE)
        return;
    doc_value(doc,
              cell_number(finding->kind, finding->margin, !finding->has_margin, arena_text(arena, "%s.margin", path)));
    if (subject)
        doc_value(doc, cell_text(subject, arena_text(arena, "%s.subject", path)));
    if (finding->at >= 0)
        doc_value(doc, cell_month(finding->at, arena_text(arena, "%s.month", path)));
    if (finding->year)
        doc_value(doc, cell_count(finding->year, arena_text(arena, "%s.year", path)));
    if (finding->deciding)
        doc_value(doc, cell_text(finding->deciding->id, arena_text(arena, "%s.deciding", path)));
}

static void add_figure_values(struct doc *doc, const struct finding *finding, const char *path)
{
    for (int f = 0; f < finding->figure_count; f++) {
        const struct rule_figure *figure = &finding->figures[f];
        if (!figure->none)
            doc_value(doc,
                      cell_rule_figure(doc, NULL, figure,
                                       arena_text(doc->arena, "%s.%s", path, rule_figure_path(doc->arena, figure))));
    }
}

/* An object of its own; the tables show a part of it. */
static void add_finding(struct doc *doc, const struct finding *finding, const cure_list *cures)
{
    const char *path = finding_path(doc->arena, finding);
    finding_values(doc, finding, path);
    add_figure_values(doc, finding, path);
    add_cure_values(doc, cures, path);
}

static void add_values(struct doc *doc, const finding_list *findings, const cure_list *cures)
{
    doc_value(doc, cell_verdict(findings_verdict(findings), "verdict"));
    for (int i = 0; i < findings->count && !doc->for_people; i++)
        add_finding(doc, &findings->items[i], &cures[i]);
}

/* Those that `told` has are passed over. */
static void add_unknowns(struct doc *doc, const struct plan *plan, const struct needs *needs, const struct needs *told,
                         const char *words)
{
    struct text list = text_new(doc->arena);
    for (int i = 0; i < plan->project->unknown_count; i++)
        if (needs_has(needs, i) && !needs_has(told, i)) {
            const struct statement *unknown = plan->project->unknowns[i];
            text_addf(&list, "%s%s (%s)", list.size ? ", " : "", stated_title_in(doc, plan->project, unknown),
                      place_short(doc->arena, unknown->place));
        }
    if (list.size)
        doc_text(doc, TONE_OPEN, arena_text(doc->arena, "%s: %s", words, list.bytes));
}

static const char *answer_sentence(enum unknown_outcome outcome)
{
    switch (outcome) {
    case UNKNOWN_IS:
        return N_("For the rule to hold, %s must be %s.");
    case UNKNOWN_AT_LEAST:
        return N_("For the rule to hold, %s must be at least %s.");
    case UNKNOWN_AT_MOST:
        return N_("For the rule to hold, %s must be at most %s.");
    case UNKNOWN_ANY:
        return N_("The rule holds at every amount of %s that was tried.");
    case UNKNOWN_NONE:
        return N_("No amount of %s that was tried makes the rule hold.");
    case UNKNOWN_NOT_SINGLE:
        return N_("No single amount will do: %s at %s balances the project in all, but not every year.");
    case UNKNOWN_NOT_SOUGHT:
        return N_("What %s must be was not looked for: it is for the first findings alone. explain looks for any.");
    }
    return "";
}

/* Its figures are of a plan with the answer in place, of which no other page speaks. */
static void add_answer(struct doc *doc, const struct plan *plan, const struct unknown_answer *answer)
{
    struct value value = answer->unknown->value;
    value.unknown = false;
    value.number = answer->number;
    const char *amount = value_text(doc->arena, &value, answer->unknown->key->words, doc->language);
    const char *title = stated_title_in(doc, plan->project, answer->unknown);
    const char *sentence = tr(answer_sentence(answer->outcome));
    /* Sentences that name no amount leave the second argument alone. */
    doc_text(doc, TONE_OPEN, arena_text(doc->arena, sentence, title, amount));
    if (answer->is_forgiven)
        doc_text(doc, TONE_OPEN, tr(N_("It is then within the tolerance; no amount makes it exact.")));
    if (answer->outcome == UNKNOWN_NOT_SINGLE)
        rule_figures_contents(doc, NULL, &answer->finding);
}

/* As the margin shows it, where it is that. */
static const char *lack_shown(struct doc *doc, const struct plan *plan, const struct finding *finding)
{
    const struct doc_cell margin = cell_margin(doc, plan, finding, NULL);
    if (finding->since == finding->at && finding->since_margin == finding->margin && margin.is_set && !margin.exact)
        return shown_amount(doc, -margin.whole);
    return money_shown(doc, -finding->since_margin);
}

/* The first date at which it fails, what is missing there and how long the money lasts. */
static void add_since(struct doc *doc, const struct plan *plan, const struct finding *finding)
{
    const char *missing = lack_shown(doc, plan, finding);
    const char *sentence = tr(N_("It fails first in %s, by %s."));
    doc_text(doc, TONE_BAD,
             finding->since_coverage == INT64_MIN
                 ? arena_text(doc->arena, sentence, month_text(doc->arena, finding->since), missing)
                 : arena_text(doc->arena, tr(N_("It fails first in %s, by %s: the free equity lasts %s months.")),
                              month_text(doc->arena, finding->since), missing,
                              number_text(doc->arena, finding->since_coverage, doc->language)));
}

static const char *cure_label(struct doc *doc, const struct cure *cure)
{
    return cure->subject ? arena_text(doc->arena, "%s, %s", tr(cure->label), section_title(cure->subject))
                         : tr(cure->label);
}

/* "Liquidity, Match (1:1-medel)": the others that hold with it, or no longer do. */
static const char *turned(struct doc *doc, const struct cure *cure, bool holds)
{
    struct text out = text_new(doc->arena);
    for (int i = 0; i < cure->turns.count; i++) {
        const struct cure_turn *turn = &cure->turns.items[i];
        const char *of = turn->rule.about ? section_title(turn->rule.about) : turn->rule.name;
        if (turn->holds == holds)
            text_addf(&out, of ? "%s%s (%s)" : "%s%s", out.size ? ", " : "", tr(turn->rule.rule->title), of);
    }
    return out.bytes;
}

/* What else a change turns, and whether it leaves something to be forgiven. */
static void add_cure_notes(struct doc *doc, const cure_list *cures)
{
    static const char *const sentences[] = { N_("With %s, this no longer holds: %s."),
                                             N_("With %s, this holds too: %s.") };
    int turns = 0;
    bool saves = false;
    for (int i = 0; i < cures->count; i++) {
        const struct cure *cure = &cures->items[i];
        saves = saves || cure->is_saving;
        const char *label = cure_label(doc, cure);
        turns += cure->turns.count;
        for (int holds = 1; holds >= 0; holds--)
            if (*turned(doc, cure, holds))
                doc_text(doc, holds ? TONE_GOOD : TONE_BAD,
                         arena_text(doc->arena, tr(sentences[holds]), label, turned(doc, cure, holds)));
        if (cure->is_forgiven)
            doc_text(doc, TONE_NEUTRAL,
                     arena_text(doc->arena, tr(N_("With %s, it holds within the tolerance; no amount makes it exact.")),
                                label));
    }
    if (saves)
        doc_text(
            doc, TONE_NEUTRAL,
            tr(N_("The saving is taken from the lines of staff and costs that run, in proportion to what they cost; "
                  "overhead follows.")));
    if (!turns)
        doc_text(doc, TONE_NEUTRAL, tr(N_("None of these makes another rule hold, or breaks one.")));
}

/* What would make it hold, each with the neighbour that still fails. */
static void add_cures(struct doc *doc, const cure_list *cures)
{
    if (cures->is_unsought)
        doc_text(
            doc, TONE_NEUTRAL,
            tr(N_(
                "What would cure it was not looked for: it is for the first findings alone. explain looks for any.")));
    if (!cures->count)
        return;
    bool counts = false;
    for (int i = 0; i < cures->count; i++)
        counts = counts || cures->items[i].kind == KIND_COUNT;
    const struct doc_column columns[] = {
        { tr(N_("At least")), -1, false },
        { tr(counts ? N_("Margin with one öre or member less") : N_("Margin with one öre less")), -1, true }
    };
    struct doc_table *table = doc_table(doc, tr(N_("What would cure it")), tr(N_("Change")), columns, 2);
    table->labels_wrap = true;
    for (int i = 0; i < cures->count; i++) {
        const struct cure *cure = &cures->items[i];
        struct doc_row *row = doc_row(doc, table, cure_label(doc, cure), 0);
        row->cells[0] = cell_number(cure->kind, cure->amount, false, NULL);
        row->cells[0].exact = cure->kind == KIND_MONEY;
        row->cells[1] = (struct doc_cell){ .kind = CELL_FIGURE, .exact = true, .number = cure->neighbour };
    }
    add_cure_notes(doc, cures);
}

/* Whose money fills no reserve beyond the cost that it is for. */
static void add_repaid(struct doc *doc, const struct plan *plan)
{
    const struct section_list *funders = &plan->project->of[SECTION_FUNDER];
    struct text names = text_new(doc->arena);
    for (int i = 0; i < funders->count; i++) {
        const struct funder *funder = (const struct funder *)funders->items[i];
        const struct cell paid = node_cell(plan, funder_paid_node(plan, funder, plan_last(plan)));
        if (!funder_keeps_surplus(funder) && (paid.amount || !cell_is_known(paid)))
            text_addf(&names, "%s%s", names.size ? ", " : "", section_title(&funder->section));
    }
    if (names.size)
        doc_text(
            doc, TONE_NEUTRAL,
            arena_text(doc->arena,
                       tr(N_("What is over of the money of these funders counts as repaid and fills no reserve: %s.")),
                       names.bytes));
}

static void add_details(struct doc *doc, const struct plan *plan, const struct finding *finding,
                        const struct unknown_answer *answer, const cure_list *cures)
{
    const char *title = tr(finding->rule->title), *subject = finding_subject_text(finding);
    doc_heading(doc, 2,
                arena_text(doc->arena, "%s%s%s: %s", title, *subject ? ", " : "", subject,
                           tr(verdict_title(finding->verdict))));
    if (finding->because)
        doc_text(doc, verdict_tone(finding->verdict), tr(finding->because));
    if (finding->deciding)
        add_repaid(doc, plan);
    if (finding->since >= 0)
        add_since(doc, plan, finding);
    rule_figures_contents(doc, plan, finding);
    if (finding_reading(finding, NULL))
        running_lines_contents(doc, plan, false);
    add_unknowns(doc, plan, finding->needs, NULL, tr(N_("Unknown, and needed")));
    add_unknowns(doc, plan, rule_readings_needs(doc->arena, finding), finding->needs,
                 tr(finding->deciding ? N_("Unknown, and needed by another reading") : N_("Unknown, and needed")));
    if (answer)
        add_answer(doc, plan, answer);
    add_cures(doc, cures);
    const char *source = finding_source(plan->project, finding);
    doc_text(doc, TONE_NEUTRAL,
             arena_text(doc->arena, source ? "%s: %s (%s)" : "%s: %s", tr(N_("The rule")), tr(finding->rule->text),
                        source ? source_title(source) : ""));
}

static void add_counts(struct doc *doc, const finding_list *findings)
{
    int counts[VERDICT_FAIL + 1] = { 0 };
    rules_count(findings, counts);
    for (int v = VERDICT_NOT_APPLICABLE; v <= VERDICT_FAIL; v++)
        doc_value(doc, cell_count(counts[v], arena_text(doc->arena, "counts.%s", verdict_id((enum verdict)v))));
    doc_text(doc, verdict_tone(findings_verdict(findings)),
             arena_text(doc->arena, tr(N_("%d rules apply. Pass: %d, warning: %d, fail: %d, undetermined: %d.")),
                        rule_count - counts[VERDICT_NOT_APPLICABLE], counts[VERDICT_PASS], counts[VERDICT_WARN],
                        counts[VERDICT_FAIL], counts[VERDICT_UNDETERMINED]));
}

/* A pass needs no words, but for the reserve, whose reading is always named. */
static bool is_plain(const struct finding *finding)
{
    if (finding->verdict == VERDICT_NOT_APPLICABLE)
        return true;
    return finding->verdict == VERDICT_PASS && !finding->because;
}

static bool is_forgiven(const struct finding *finding, const void *none)
{
    (void)none;
    return finding_is_forgiven(finding);
}

static bool waits_for(const struct finding *finding, const void *unknown)
{
    return finding->verdict == VERDICT_UNDETERMINED && needs_has(finding->needs, *(const int *)unknown);
}

static void add_forgiven(struct doc *doc, const struct plan *plan, const finding_list *findings)
{
    const char *names = findings_named(doc, findings, is_forgiven, NULL);
    money tolerance = plan->project->rules->tolerance->value.number;
    if (*names)
        doc_text(doc, TONE_NEUTRAL,
                 arena_text(doc->arena, tr(N_("Within the tolerance of %s: %s.")),
                            money_text(doc->arena, tolerance, doc->language), names));
}

/* Each once, with all that it holds up. */
static void add_waiting(struct doc *doc, const struct plan *plan, const finding_list *findings)
{
    const struct project *project = plan->project;
    const struct doc_column columns[] = { { tr(N_("Place")), -1, true },
                                          { tr(N_("Rules that wait for it")), -1, true } };
    struct doc_table *table = NULL;
    for (int i = 0; i < project->unknown_count; i++) {
        const char *rules = findings_named(doc, findings, waits_for, &i);
        if (!*rules)
            continue;
        if (!table)
            table = doc_table(doc, tr(N_("What is not known yet")), tr(N_("Value")), columns, 2);
        table->labels_wrap = true;
        struct doc_row *row = doc_row(doc, table, stated_title_in(doc, project, project->unknowns[i]), 0);
        row->cells[0] = cell_text(place_short(doc->arena, project->unknowns[i]->place), NULL);
        row->cells[1] = cell_text(rules, NULL);
    }
}

static void add_judgement(struct doc *doc, const struct plan *plan, const finding_list *findings,
                          const cure_list *cures)
{
    add_values(doc, findings, cures);
    title_contents(doc, plan->project, tr(N_("Check")));
    add_counts(doc, findings);
    verdicts_contents(doc, plan, findings);
    add_forgiven(doc, plan, findings);
    if (doc->depth)
        return;
    for (int i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->items[i];
        if (finding->verdict != VERDICT_NOT_APPLICABLE || !finding_reading(finding, NULL))
            continue;
        rule_required_contents(doc, finding);
        running_lines_contents(doc, plan, true);
    }
    activities_note(doc, plan);
}

void check_contents(struct doc *doc, const struct plan *plan, const finding_list *findings,
                    const struct unknown_answer *answers, const cure_list *cures, const struct rule *except)
{
    add_judgement(doc, plan, findings, cures);
    add_waiting(doc, plan, findings);
    for (int i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->items[i];
        bool answered = finding_asks(finding);
        /* What waits for several values has no more to say than that it does. */
        bool only_waits = finding->verdict == VERDICT_UNDETERMINED && !answered;
        if (!is_plain(finding) && !only_waits && finding->rule != except)
            add_details(doc, plan, finding, answered ? answers : NULL, &cures[i]);
        if (answered)
            answers++;
    }
}

void rule_contents(struct doc *doc, const struct plan *plan, const struct asked_figure *rule,
                   const finding_list *findings, const struct unknown_answer *answers, const cure_list *cures)
{
    for (int i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->items[i];
        bool answered = finding_asks(finding);
        if (asked_takes(rule, &findings->items[i])) {
            if (!doc->depth)
                add_finding(doc, &findings->items[i], &cures[i]);
            add_details(doc, plan, finding, answered ? answers : NULL, &cures[i]);
        }
        if (answered)
            answers++;
    }
}
