#include <medfin/papers/comparison.h>

#include <string.h>

#include <medfin/base/text.h>
#include <medfin/contents/cells.h>
#include <medfin/contents/compare.h>
#include <medfin/contents/heading.h>
#include <medfin/papers/clause.h>
#include <medfin/papers/difference.h>
#include <medfin/papers/prose.h>
#include <medfin/papers/quoted.h>

/* From so many on, scenarios are rows; so many others are told of behind the answer. */
enum { AS_ROWS = 5, TOLD = 2, NAMED = 4 };

static bool holds(const struct scenario_case *scenario)
{
    return verdict_holds(findings_verdict(&scenario->trial.findings));
}

static struct doc_cell gap_of(struct doc *doc, const struct scenario_case *scenario)
{
    const struct figure gap = { .row = figure_row("gap") };
    return cell_figure(doc, scenario->trial.plan, &gap, NULL);
}

/* What fails first, or that it cannot be told. */
static const char *clause_of_case(struct doc *doc, const struct scenario_case *scenario)
{
    const finding_list *findings = &scenario->trial.findings;
    for (int i = 0; i < findings->count; i++) {
        const char *clause =
            findings->items[i].verdict == VERDICT_FAIL ? clause_of(doc, scenario->trial.plan, findings, i) : NULL;
        if (clause)
            return clause;
    }
    return tr(N_("it cannot be told yet"));
}

/* "Heltid: 47 841 kronor saknas 2023. …" of the first that do not hold. */
static const char *others(struct doc *doc, const struct comparison *comparison)
{
    struct text out = text_new(doc->arena);
    int told = 0;
    for (int i = 0; i < comparison->count && told < TOLD; i++) {
        const struct scenario_case *scenario = &comparison->cases[i];
        if (holds(scenario))
            continue;
        text_addf(&out, "%s%s: %s.", told++ ? " " : "", scenario->title, clause_of_case(doc, scenario));
    }
    return out.bytes;
}

/* The one with the most left, or that lacks least; −1 while any is unknown, or all are alike. */
static int best_of(struct doc *doc, const struct comparison *comparison)
{
    int best = 0;
    bool differ = false;
    for (int i = 0; i < comparison->count; i++) {
        const struct doc_cell gap = gap_of(doc, &comparison->cases[i]);
        const struct doc_cell most = gap_of(doc, &comparison->cases[best]);
        if (gap.unknown)
            return -1;
        differ = differ || gap.number != most.number;
        best = gap.number > most.number ? i : best;
    }
    return differ ? best : -1;
}

/* What the file on top says of itself; of one below it that would be another's. */
static const char *message_of(struct doc *doc, const struct scenario_case *scenario)
{
    const struct statement *said = NULL;
    int top = 0;
    for (int i = 0; i < scenario->statements.count; i++) {
        const struct statement *statement = &scenario->statements.items[i];
        const bool is_message = statement->section == SECTION_SCENARIO && statement->key && !statement->broken &&
                                strcmp(statement->key->name, "message") == 0;
        said = is_message ? statement : said;
        top = !statement->is_setting && statement->layer > top ? statement->layer : top;
    }
    return said && said->layer == top ? quoted_text(doc, scenario->trial.plan, said->value.text) : NULL;
}

/* "Heltid: pengarna räcker inte till 2023." of each that says something. */
static const char *messages(struct doc *doc, const struct comparison *comparison)
{
    struct text out = text_new(doc->arena);
    for (int i = 0; i < comparison->count; i++) {
        const char *message = message_of(doc, &comparison->cases[i]);
        if (message)
            text_addf(&out, "%s%s: %s", out.size ? " " : "", comparison->cases[i].title, message);
    }
    return out.size ? out.bytes : NULL;
}

/* The author's answer is said first, and what the figures say behind it. */
static void add_lead(struct doc *doc, const struct comparison *comparison, const char *gave_way)
{
    struct arena *arena = doc->arena;
    LIST(const char *) held = { 0 };
    for (int i = 0; i < comparison->count; i++)
        if (holds(&comparison->cases[i]))
            *list_add(&held, arena) = comparison->cases[i].title;
    const char *answer, *more = "";
    const int count = comparison->count, best = best_of(doc, comparison);
    if (held.count == count) {
        answer = arena_text(arena, tr(N_("All %d scenarios hold.")), count);
        if (best >= 0 && gap_of(doc, &comparison->cases[best]).whole > 0)
            more = arena_text(arena, tr(N_("Most is left with %s: %s.")), comparison->cases[best].title,
                              prose_amount(doc, gap_of(doc, &comparison->cases[best])));
    } else if (held.count) {
        answer = held.count == 1 ? arena_text(arena, tr(N_("One of %d scenarios holds: %s.")), count, held.items[0])
                                 : arena_text(arena, tr(N_("Of %d scenarios, %d hold: %s.")), count, held.count,
                                              prose_list(arena, held.items, held.count, NAMED));
        more = others(doc, comparison);
    } else {
        answer = arena_text(arena, tr(N_("None of %d scenarios holds.")), count);
        more = best >= 0 ? arena_text(arena, tr(N_("Nearest is %s: %s.")), comparison->cases[best].title,
                                      clause_of_case(doc, &comparison->cases[best]))
                         : others(doc, comparison);
    }
    const char *author = messages(doc, comparison);
    if (author) {
        more = arena_text(arena, "%s%s%s", answer, *more ? " " : "", more);
        answer = author;
    }
    doc_lead(doc, TONE_NEUTRAL, answer, more);
    doc_value(doc, cell_text(arena_text(arena, "%s%s%s", answer, *more ? " " : "", more), "lead.text"));
    if (gave_way)
        doc_text(doc, TONE_NEUTRAL,
                 arena_text(arena, tr(N_("“%s” cannot be computed yet; the comparison starts from “%s”.")), gave_way,
                            comparison->cases[0].title));
}

static const char *signed_amount(struct doc *doc, const struct doc_cell *was, const struct doc_cell *is)
{
    const struct doc_cell change =
        cell_showing(cell_money(is->number - was->number, false, NULL), is->whole - was->whole);
    return arena_text(doc->arena, "%s%s", change.whole > 0 ? "+" : "", amount_shown(doc, &change));
}

/* "Kostnader +12 000 kr, finansiering oförändrat": what the plans are compared by first. */
static const char *changes_of(struct doc *doc, const struct comparison *comparison)
{
    static const char *const figures[] = { "cost", "financing", "gap", "effort", "benefit" };
    struct text out = text_new(doc->arena);
    bool is_other = false;
    for (size_t f = 0; f < sizeof figures / sizeof *figures; f++) {
        const struct figure figure = { .row = figure_row(figures[f]) };
        const struct scenario_case *cases = comparison->cases;
        if (!figure_applies(figure.row, cases[0].trial.project) || !figure_applies(figure.row, cases[1].trial.project))
            continue;
        const struct doc_cell was = cell_figure(doc, cases[0].trial.plan, &figure, NULL),
                              is = cell_figure(doc, cases[1].trial.plan, &figure, NULL);
        const char *change = was.unknown || is.unknown ? tr(N_("not known yet"))
                             : was.whole == is.whole   ? tr(N_("as before"))
                                                       : signed_amount(doc, &was, &is);
        text_addf(&out, "%s%s %s", out.size ? ", " : "", tr(figure.row->label), change);
        is_other = is_other || was.unknown || is.unknown || was.whole != is.whole;
    }
    return is_other ? text_capital(doc->arena, out.bytes) : tr(N_("What it costs and who pays is as before"));
}

/* Rules that held in the one and do not in the other. */
static const char *rules_lost(struct doc *doc, const struct scenario_case *held, const struct scenario_case *lost)
{
    struct text out = text_new(doc->arena);
    for (int r = 0; r < rule_count; r++)
        if (verdict_holds(finding_gravest(&held->trial.findings, &rule_rows[r])->verdict) &&
            !verdict_holds(finding_gravest(&lost->trial.findings, &rule_rows[r])->verdict))
            text_addf(&out, "%s%s", out.size ? ", " : "", tr(rule_rows[r].title));
    return out.bytes;
}

/* What became of the project since it was decided. */
static void add_versions_lead(struct doc *doc, const struct comparison *comparison)
{
    struct arena *arena = doc->arena;
    const struct scenario_case *was = &comparison->cases[0], *is = &comparison->cases[1];
    const char *lost = rules_lost(doc, was, is), *won = rules_lost(doc, is, was);
    struct text more = text_new(arena);
    if (*lost)
        text_addf(&more, tr(N_("No longer met: %s.")), lost);
    if (*won) {
        text_add(&more, more.size ? " " : "");
        text_addf(&more, tr(N_("Met now, and not before: %s.")), won);
    }
    if (!more.size)
        text_add(&more, tr(N_("The same rules are met as before.")));
    const char *answer = arena_text(arena, "%s.", changes_of(doc, comparison));
    doc_lead(doc, *lost ? TONE_BAD : TONE_NEUTRAL, answer, more.bytes);
    doc_value(doc, cell_text(arena_text(arena, "%s %s", answer, more.bytes), "lead.text"));
}

static const struct finding *gravest(const struct scenario_case *scenario, int rule)
{
    return finding_gravest(&scenario->trial.findings, &rule_rows[rule]);
}

/* Whether scenarios in which it applies are judged differently. */
static bool differs(const struct comparison *comparison, int rule)
{
    enum verdict one = VERDICT_NOT_APPLICABLE;
    for (int i = 0; i < comparison->count; i++) {
        const enum verdict verdict = gravest(&comparison->cases[i], rule)->verdict;
        if (one && verdict && verdict != one)
            return true;
        one = verdict ? verdict : one;
    }
    return false;
}

/* The rules whose verdict differs; the others are the annex's. */
static void add_verdicts(struct doc *doc, const struct comparison *comparison)
{
    struct doc_table *table = NULL;
    for (int r = 0; r < rule_count; r++) {
        if (!differs(comparison, r))
            continue;
        table = table ? table : compared_table(doc, comparison, tr(N_("Rules that differ")));
        struct doc_row *row = doc_row(doc, table, tr(rule_rows[r].title), 0);
        for (int i = 0; i < comparison->count; i++)
            row->cells[i] = cell_verdict(gravest(&comparison->cases[i], r)->verdict, NULL);
    }
    if (!table)
        doc_text(doc, TONE_NEUTRAL, tr(N_("Every rule has the same verdict in all scenarios where it applies.")));
}

static const char *broken_rules(struct doc *doc, const struct scenario_case *scenario)
{
    struct text out = text_new(doc->arena);
    for (int r = 0; r < rule_count; r++)
        if (!verdict_holds(gravest(scenario, r)->verdict))
            text_addf(&out, "%s%s", out.size ? ", " : "", tr(rule_rows[r].title));
    return out.bytes;
}

/* Many scenarios: a row each. */
static void add_rows(struct doc *doc, const struct comparison *comparison)
{
    static const char *const figures[] = { "cost", "gap", "lowest_cash" };
    enum { FIGURES = sizeof figures / sizeof *figures };
    struct doc_column columns[FIGURES + 1];
    for (int f = 0; f < FIGURES; f++)
        columns[f] = (struct doc_column){ text_capital(doc->arena, tr(figure_row(figures[f])->label)), -1, true };
    columns[FIGURES] = (struct doc_column){ tr(N_("Not met")), -1, true };
    struct doc_table *table =
        doc_table(doc, tr(N_("The scenarios side by side")), tr(N_("Scenario")), columns, FIGURES + 1);
    table->labels_wrap = true;
    for (int i = 0; i < comparison->count; i++) {
        struct doc_row *row = doc_row(doc, table, comparison->cases[i].title, 0);
        for (int f = 0; f < FIGURES; f++) {
            const struct figure figure = { .row = figure_row(figures[f]) };
            if (figure_applies(figure.row, comparison->cases[i].trial.project))
                row->cells[f] = cell_figure(doc, comparison->cases[i].trial.plan, &figure, NULL);
        }
        row->cells[FIGURES] = cell_text(broken_rules(doc, &comparison->cases[i]), NULL);
    }
}

void comparison_contents(struct doc *doc, const struct comparison *comparison, const char *gave_way)
{
    const bool as_rows = comparison->count >= AS_ROWS;
    const struct project *project = comparison->cases[comparison->by_path ? 1 : 0].trial.project;
    heading_contents(doc, project, tr(N_("Comparison")));
    if (comparison->by_path)
        add_versions_lead(doc, comparison);
    else if (comparison->count > 1)
        add_lead(doc, comparison, gave_way);
    if (as_rows)
        add_rows(doc, comparison);
    else
        compared_totals(doc, comparison);
    if (!as_rows && comparison->count > 1)
        add_verdicts(doc, comparison);
    differences_contents(doc, comparison);
    cash_curves_contents(doc, comparison);
    doc_annexes(doc, tr(N_("Annexes")));
    if (as_rows)
        compared_totals(doc, comparison);
    compared_proofs(doc, comparison);
}
