/* The check: every rule's verdict, and the figures behind each that is not a plain pass. */

#include <medfin/contents/check.h>

#include <string.h>

#include <medfin/base/language.h>
#include <medfin/base/text.h>
#include <medfin/contents/activities.h>
#include <medfin/contents/cells.h>
#include <medfin/contents/heading.h>
#include <medfin/contents/rule_figures.h>

static const char *subject_of(const struct finding *finding)
{
    if (finding->person)
        return finding->person;
    return finding->subject ? section_title(finding->subject) : "";
}

static const char *where(struct doc *doc, const struct finding *finding)
{
    if (finding->at >= 0)
        return month_text(doc->arena, finding->at);
    return finding->year ? arena_text(doc->arena, "%d", finding->year) : "";
}

static void add_cure_values(struct doc *doc, const cure_list *cures, const char *path)
{
    for (int i = 0; i < cures->count; i++) {
        const struct cure *cure = &cures->items[i];
        const char *key = arena_text(doc->arena, "%s.cures.%s", path, cure->id);
        doc_value(doc, cell_number(cure->kind, cure->amount, false,
                                   cure->subject ? key_below(doc->arena, key, cure->subject->id) : key));
    }
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
            doc_value(doc, cell_rule_figure(
                               figure, arena_text(doc->arena, "%s.%s", path, rule_figure_path(doc->arena, figure))));
    }
}

/* An object of its own; the tables show a part of it. */
static void add_finding(struct doc *doc, const finding_list *findings, int at, const cure_list *cures)
{
    const struct finding *finding = &findings->items[at];
    const char *path = finding_path(doc->arena, findings, at);
    finding_values(doc, finding, path);
    add_figure_values(doc, finding, path);
    add_cure_values(doc, cures, path);
}

static void add_values(struct doc *doc, const finding_list *findings, const cure_list *cures)
{
    doc_value(doc, cell_verdict(findings_verdict(findings), "verdict"));
    for (int i = 0; i < findings->count; i++)
        add_finding(doc, findings, i, &cures[i]);
}

static void add_verdicts(struct doc *doc, const finding_list *findings)
{
    const struct doc_column columns[] = { { tr(N_("Subject")), -1, true },
                                          { tr(N_("Verdict")), -1, false },
                                          { tr(N_("Margin")), -1, false },
                                          { tr(N_("Where")), -1, false } };
    struct doc_table *table = doc_table(doc, tr(N_("The rules")), tr(N_("Rule")), columns, 4);
    table->labels_wrap = true;
    for (int i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->items[i];
        struct doc_row *row = doc_row(doc, table, tr(finding->rule->title), 0);
        row->cells[0] = cell_text(finding->deciding ? tr(finding->deciding->title) : subject_of(finding), NULL);
        row->cells[1] = cell_verdict(finding->verdict, NULL);
        if (finding->verdict != VERDICT_NOT_APPLICABLE)
            row->cells[2] = cell_number(finding->kind, finding->margin, !finding->has_margin, NULL);
        row->cells[3] = cell_text(where(doc, finding), NULL);
    }
}

/* Those that `told` has are passed over. */
static void add_unknowns(struct doc *doc, const struct plan *plan, const struct needs *needs, const struct needs *told,
                         const char *words)
{
    struct text list = text_new(doc->arena);
    for (int i = 0; i < plan->project->unknown_count; i++)
        if (needs_has(needs, i) && !needs_has(told, i)) {
            const struct statement *unknown = plan->project->unknowns[i];
            text_addf(&list, "%s%s (%s)", list.size ? ", " : "", statement_path(doc->arena, unknown),
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
        return N_("The rule holds whatever %s is.");
    case UNKNOWN_NONE:
        return N_("No amount for %s makes the rule hold.");
    case UNKNOWN_NOT_SINGLE:
        return N_("No single amount will do: %s at %s balances the project in all, but not every year.");
    }
    return "";
}

static void add_answer(struct doc *doc, const struct unknown_answer *answer)
{
    struct value value = answer->unknown->value;
    value.unknown = false;
    value.number = answer->number;
    const char *amount = value_text(doc->arena, &value, answer->unknown->key->words, doc->language);
    const char *path = statement_path(doc->arena, answer->unknown);
    const char *sentence = tr(answer_sentence(answer->outcome));
    /* Sentences that name no amount leave the second argument alone. */
    doc_text(doc, TONE_OPEN, arena_text(doc->arena, sentence, path, amount));
    if (answer->outcome == UNKNOWN_NOT_SINGLE)
        rule_figures_contents(doc, &answer->finding);
}

/* The first date at which it fails, what is missing there and how long the money lasts. */
static void add_since(struct doc *doc, const struct finding *finding)
{
    const char *missing = money_text(doc->arena, -finding->since_margin, doc->language);
    const char *sentence = tr(N_("It fails first in %s, by %s."));
    doc_text(doc, TONE_BAD,
             finding->since_coverage == INT64_MIN
                 ? arena_text(doc->arena, sentence, month_text(doc->arena, finding->since), missing)
                 : arena_text(doc->arena, tr(N_("It fails first in %s, by %s: the free equity lasts %s months.")),
                              month_text(doc->arena, finding->since), missing,
                              number_text(doc->arena, finding->since_coverage, doc->language)));
}

/* What would make it hold, each with the neighbour that still fails. */
static void add_cures(struct doc *doc, const cure_list *cures)
{
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
        const char *label = cure->subject
                                ? arena_text(doc->arena, "%s, %s", tr(cure->label), section_title(cure->subject))
                                : tr(cure->label);
        struct doc_row *row = doc_row(doc, table, label, 0);
        row->cells[0] = cure->kind == KIND_MONEY
                            ? (struct doc_cell){ .kind = CELL_FIGURE, .exact = true, .number = cure->amount }
                            : cell_count(cure->amount, NULL);
        row->cells[1] = (struct doc_cell){ .kind = CELL_FIGURE, .exact = true, .number = cures->items[i].neighbour };
    }
}

static void add_details(struct doc *doc, const struct plan *plan, const struct finding *finding,
                        const struct unknown_answer *answer, const cure_list *cures)
{
    const char *title = tr(finding->rule->title), *subject = subject_of(finding);
    doc_heading(doc, 2,
                arena_text(doc->arena, "%s%s%s: %s", title, *subject ? ", " : "", subject,
                           tr(verdict_title(finding->verdict))));
    if (finding->because)
        doc_text(doc, verdict_tone(finding->verdict), tr(finding->because));
    if (finding->since >= 0)
        add_since(doc, finding);
    rule_figures_contents(doc, finding);
    add_unknowns(doc, plan, finding->needs, NULL, tr(N_("Unknown, and needed")));
    add_unknowns(doc, plan, rule_readings_needs(doc->arena, finding), finding->needs,
                 tr(finding->deciding ? N_("Unknown, and needed by another reading") : N_("Unknown, and needed")));
    if (answer)
        add_answer(doc, answer);
    add_cures(doc, cures);
    doc_text(
        doc, TONE_NEUTRAL,
        arena_text(doc->arena, "%s: %s (%s)", tr(N_("The rule")), tr(finding->rule->text), tr(finding->rule->source)));
}

/* How many rules have each verdict, of all their subjects the gravest. */
static void add_counts(struct doc *doc, const finding_list *findings)
{
    int counts[VERDICT_FAIL + 1] = { 0 };
    for (int r = 0; r < rule_count; r++) {
        enum verdict gravest = VERDICT_NOT_APPLICABLE;
        for (int i = 0; i < findings->count; i++)
            if (findings->items[i].rule == &rule_rows[r] && findings->items[i].verdict > gravest)
                gravest = findings->items[i].verdict;
        counts[gravest]++;
    }
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

/* "Balance, Match (1:1-medel)": the findings of that verdict. */
static const char *named(struct doc *doc, const finding_list *findings, enum verdict verdict)
{
    struct text out = text_new(doc->arena);
    for (int i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->items[i];
        const char *subject = subject_of(finding);
        if (finding->verdict == verdict)
            text_addf(&out, *subject ? "%s%s (%s)" : "%s%s%s", out.size ? ", " : "", tr(finding->rule->title), subject);
    }
    return out.bytes;
}

static void add_summary(struct doc *doc, const finding_list *findings)
{
    static const struct {
        enum verdict verdict;
        const char *sentence;
    } rows[] = { { VERDICT_FAIL, N_("Does not hold: %s.") },
                 { VERDICT_UNDETERMINED, N_("Cannot be determined yet: %s.") },
                 { VERDICT_WARN, N_("Warning: %s.") } };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *names = named(doc, findings, rows[i].verdict);
        if (*names)
            doc_text(doc, verdict_tone(rows[i].verdict), arena_text(doc->arena, tr(rows[i].sentence), names));
    }
    enum verdict gravest = findings_verdict(findings);
    if (verdict_holds(gravest))
        doc_text(doc, TONE_GOOD,
                 gravest == VERDICT_WARN ? tr(N_("No rule is broken.")) : tr(N_("Every rule that applies holds.")));
}

static void add_judgement(struct doc *doc, const struct plan *plan, const finding_list *findings,
                          const cure_list *cures)
{
    add_values(doc, findings, cures);
    title_contents(doc, plan->project, tr(N_("Check")));
    add_counts(doc, findings);
    if (doc->depth)
        add_summary(doc, findings);
    add_verdicts(doc, findings);
    if (doc->depth)
        return;
    for (int i = 0; i < findings->count; i++)
        if (findings->items[i].verdict == VERDICT_NOT_APPLICABLE)
            rule_required_contents(doc, &findings->items[i]);
    activities_note(doc, plan);
}

void check_contents(struct doc *doc, const struct plan *plan, const finding_list *findings,
                    const struct unknown_answer *answers, const cure_list *cures, const struct rule *except)
{
    add_judgement(doc, plan, findings, cures);
    for (int i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->items[i];
        bool answered = finding_asks(finding);
        if (!is_plain(finding) && finding->rule != except)
            add_details(doc, plan, finding, answered ? answers : NULL, &cures[i]);
        if (answered)
            answers++;
    }
}

static bool is_subject(const struct finding *finding, const char *subject, struct arena *arena)
{
    if (!subject)
        return true;
    const char *id = finding->person ? finding->person : finding->subject ? finding->subject->id : "project";
    return strcmp(id, subject) == 0 || strcmp(key_name(arena, id), subject) == 0;
}

bool rule_contents(struct doc *doc, const struct plan *plan, const struct rule *rule, const char *subject,
                   const finding_list *findings, const struct unknown_answer *answers, const cure_list *cures)
{
    bool found = false;
    title_contents(doc, plan->project, tr(rule->title));
    for (int i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->items[i];
        bool answered = finding_asks(finding);
        if (finding->rule == rule && is_subject(finding, subject, doc->arena)) {
            if (!doc->depth)
                add_finding(doc, findings, i, &cures[i]);
            add_details(doc, plan, finding, answered ? answers : NULL, &cures[i]);
            found = true;
        }
        if (answered)
            answers++;
    }
    return found;
}
