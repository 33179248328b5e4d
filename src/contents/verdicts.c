#include <medfin/contents/verdicts.h>

#include <medfin/base/text.h>
#include <medfin/contents/cells.h>
#include <medfin/contents/rule_figures.h>

const char *finding_subject_text(const struct finding *finding)
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

bool finding_has_verdict(const struct finding *finding, const void *verdict)
{
    return finding->verdict == *(const enum verdict *)verdict;
}

/* Its subject; of a rule that is read in several ways, the one that decides, or what none requires. */
static const char *told_of(struct doc *doc, const struct finding *finding)
{
    if (finding->deciding)
        return tr(finding->deciding->title);
    return finding_reading(finding, NULL) ? rule_required_text(doc, finding) : finding_subject_text(finding);
}

/* "Balance, Match (1:1-medel, EU)": a rule once, with all that it is about. */
const char *findings_named(struct doc *doc, const finding_list *findings,
                           bool (*takes)(const struct finding *finding, const void *context), const void *context)
{
    struct text out = text_new(doc->arena);
    const struct rule *open = NULL;
    for (int i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->items[i];
        if (!takes(finding, context))
            continue;
        const bool applies = finding->verdict != VERDICT_NOT_APPLICABLE;
        const char *subject = applies ? finding_subject_text(finding) : told_of(doc, finding);
        bool is_another = *subject && finding->rule == open;
        if (!is_another)
            text_addf(&out, "%s%s%s", open ? ")" : "", out.size ? ", " : "", tr(finding->rule->title));
        if (*subject)
            text_addf(&out, "%s%s", is_another ? ", " : " (", subject);
        open = *subject ? finding->rule : NULL;
    }
    text_add(&out, open ? ")" : "");
    return out.bytes;
}

static void add_row(struct doc *doc, struct doc_table *table, const struct plan *plan, const struct finding *finding)
{
    struct doc_row *row = doc_row(doc, table, tr(finding->rule->title), 0);
    row->cells[0] = cell_text(told_of(doc, finding), NULL);
    row->cells[1] = cell_verdict(finding->verdict, NULL);
    row->cells[1].figure = finding_path(doc->arena, finding);
    row->cells[2] = cell_margin(doc, plan, finding, NULL);
    row->cells[3] = cell_text(where(doc, finding), NULL);
}

/* Those with a verdict from one to another; no table without any. */
static void add_verdicts(struct doc *doc, const struct plan *plan, const finding_list *findings, const char *caption,
                         enum verdict least, enum verdict most)
{
    const struct doc_column columns[] = { { tr(N_("Applies to")), -1, true },
                                          { tr(N_("Verdict")), -1, false },
                                          { tr(N_("Margin")), -1, false },
                                          { tr(N_("Where")), -1, false } };
    struct doc_table *table = NULL;
    for (int i = 0; i < findings->count; i++) {
        const enum verdict verdict = findings->items[i].verdict;
        if (verdict < least || verdict > most)
            continue;
        if (!table)
            table = doc_table(doc, caption, tr(N_("Rule")), columns, 4);
        table->labels_wrap = true;
        add_row(doc, table, plan, &findings->items[i]);
    }
    if (table)
        doc_table_drop_empty(doc, table);
}

/* What does not apply is no row: a line names it, and what a reserve would be. */
static void add_others(struct doc *doc, const finding_list *findings)
{
    const enum verdict none = VERDICT_NOT_APPLICABLE;
    const char *names = findings_named(doc, findings, finding_has_verdict, &none);
    if (*names)
        doc_text(doc, TONE_NEUTRAL, arena_text(doc->arena, tr(N_("Does not apply here: %s.")), names));
}

static bool any_passes(const finding_list *findings)
{
    for (int i = 0; i < findings->count; i++)
        if (findings->items[i].verdict == VERDICT_PASS)
            return true;
    return false;
}

void verdicts_contents(struct doc *doc, const struct plan *plan, const finding_list *findings)
{
    if (!doc->depth) {
        add_verdicts(doc, plan, findings, tr(N_("The rules")), VERDICT_PASS, VERDICT_FAIL);
    } else {
        add_verdicts(doc, plan, findings, tr(N_("The rules")), VERDICT_WARN, VERDICT_FAIL);
        if (any_passes(findings)) {
            doc_details(doc, 2, tr(N_("Rules that are met")));
            add_verdicts(doc, plan, findings, "", VERDICT_PASS, VERDICT_PASS);
            doc_details_end(doc);
        }
    }
    add_others(doc, findings);
}
