/* Every outcome of the undecided: what is safe to start, what one no breaks, and each
   combination, worst first. */

#include <medfin/contents/budget.h>

#include <medfin/base/text.h>
#include <medfin/contents/cells.h>
#include <medfin/contents/heading.h>
#include <medfin/contents/names.h>
#include <medfin/contents/outcomes.h>
#include <medfin/contents/safe_start.h>
#include <medfin/contents/words.h>
#include <medfin/model/payer.h>

enum { SHOWN_WHOLE = 32, SHOWN_AT_END = 12 }; /* rows of a page: all, or so many from each end */

static const char *rule_titles(struct doc *doc, unsigned rules)
{
    struct text out = text_new(doc->arena);
    for (int r = 0; r < rule_count; r++)
        if (rules >> r & 1)
            text_addf(&out, "%s%s", out.size ? ", " : "", tr(rule_rows[r].title));
    return out.bytes;
}

/* The same for programs. */
static const char *rule_ids(struct doc *doc, unsigned rules)
{
    struct text out = text_new(doc->arena);
    for (int r = 0; r < rule_count; r++)
        if (rules >> r & 1)
            text_addf(&out, "%s%s", out.size ? " " : "", rule_rows[r].id);
    return out.bytes;
}

static const char *funder_ids(struct doc *doc, const struct outcomes *outcomes, unsigned funders)
{
    struct text out = text_new(doc->arena);
    for (int i = 0; i < outcomes->undecided_count; i++)
        if (funders >> i & 1)
            text_addf(&out, "%s%s", out.size ? " " : "", payer_id(doc->arena, outcomes->undecided[i]));
    return out.bytes;
}

static const char *funder_titles(struct doc *doc, const struct outcomes *outcomes, unsigned funders)
{
    struct text out = text_new(doc->arena);
    for (int i = 0; i < outcomes->undecided_count; i++)
        if (funders >> i & 1)
            text_addf(&out, "%s%s", out.size ? ", " : "", payer_title(doc, outcomes->undecided[i]));
    return out.bytes;
}

/* Those who say no, or the fewer who say yes. */
static const char *answers_text(struct doc *doc, const struct outcomes *outcomes, unsigned refused)
{
    unsigned all = (unsigned)outcomes->count - 1;
    if (!refused || refused == all)
        return refused ? tr(N_("all say no")) : tr(N_("all say yes"));
    bool most = 2 * __builtin_popcount(refused) > outcomes->undecided_count;
    return arena_text(doc->arena, most ? tr(N_("yes only from %s")) : tr(N_("no from %s")),
                      funder_titles(doc, outcomes, most ? all & ~refused : refused));
}

static struct doc_cell rules_cell(struct doc *doc, unsigned failing, unsigned undetermined, const char *key)
{
    struct text out = text_new(doc->arena);
    text_add(&out, rule_titles(doc, failing));
    /* Their names would drown those that fail; of a yes from all a sentence names them. */
    if (undetermined)
        text_addf(&out, "%s%s: %d", out.size ? "; " : "", tr(N_("cannot be told")), __builtin_popcount(undetermined));
    struct doc_cell cell = cell_text(out.bytes, key);
    cell.id = rule_ids(doc, failing);
    return cell;
}

static void add_outcome(struct doc *doc, struct doc_table *table, const struct outcomes *outcomes, int number)
{
    const struct outcome *outcome = &outcomes->rows[number];
    const char *path = arena_text(doc->arena, "outcomes[%d]", number);
    struct doc_row *row = doc_row(doc, table, answers_text(doc, outcomes, outcome->refused), 0);
    int column = 0;
    row->cells[column++] = cell_plan(outcome->gap, arena_text(doc->arena, "%s.gap", path));
    row->cells[column++] = cell_plan(outcome->worst_year, arena_text(doc->arena, "%s.worst_year", path));
    row->cells[column++] = cell_plan(outcome->lowest_cash, arena_text(doc->arena, "%s.lowest_cash", path));
    if (outcome->probability >= 0)
        row->cells[column++] = cell_share(outcome->probability, false, arena_text(doc->arena, "%s.probability", path));
    row->cells[column] =
        rules_cell(doc, outcome->failing, outcome->undetermined, arena_text(doc->arena, "%s.failing", path));
    bool in_sight = outcomes->count <= SHOWN_WHOLE || number < SHOWN_AT_END || number >= outcomes->count - SHOWN_AT_END;
    row->readers = in_sight ? FOR_ALL : FOR_DATA;
}

static void add_outcomes(struct doc *doc, const struct outcomes *outcomes)
{
    bool chances = outcomes->rows[0].probability >= 0, cut = outcomes->count > SHOWN_WHOLE;
    struct doc_column columns[] = { { tr(N_("financing less cost")), -1, true },
                                    { tr(N_("worst year")), -1, true },
                                    { tr(N_("lowest cash")), -1, true },
                                    { tr(N_("probability")), -1, false },
                                    { tr(N_("rules that fail")), -1, true } };
    int count = chances ? 5 : 4;
    columns[count - 1] = columns[4];
    for (int i = 0; i < outcomes->count; i++) {
        const char *path = arena_text(doc->arena, "outcomes[%d]", i);
        doc_value(doc, cell_text(funder_ids(doc, outcomes, outcomes->rows[i].refused),
                                 arena_text(doc->arena, "%s.refused", path)));
        doc_value(doc, cell_text(rule_ids(doc, outcomes->rows[i].undetermined),
                                 arena_text(doc->arena, "%s.undetermined", path)));
    }
    struct doc_table *table =
        doc_table(doc, tr(N_("Every combination, worst first")), tr(N_("Answers")), columns, count);
    table->labels_wrap = true;
    for (int i = 0; i < outcomes->count; i++) {
        if (cut && i == SHOWN_AT_END)
            doc_row(doc, table, "…", 0)->readers = FOR_PAGES;
        add_outcome(doc, table, outcomes, i);
    }
    if (cut)
        doc_text(
            doc, TONE_NEUTRAL,
            arena_text(doc->arena,
                       tr(N_("Shown are the worst %d and the best %d of %d outcomes; CSV and JSON have them all.")),
                       SHOWN_AT_END, SHOWN_AT_END, outcomes->count));
}

/* Who has not decided, and what a no from that one alone does. */
static void add_single(struct doc *doc, struct doc_table *table, const struct outcomes *outcomes, int number)
{
    const struct section *payer = outcomes->undecided[number];
    const struct outcome *none = outcome_of(outcomes, 0), *alone = outcome_of(outcomes, 1u << number);
    const char *path = arena_text(doc->arena, "undecided[%d]", number);
    struct doc_row *row = doc_row(doc, table, payer_title(doc, payer), 0);
    int64_t status = payer_status(payer)->value.number;
    row->cells[0] = cell_text(doc_word(doc, words_status, status), arena_text(doc->arena, "%s.status", path));
    row->cells[0].id = word_of_code(words_status, (int)status)->english;
    if (payer_reference(payer))
        row->cells[1] = cell_text(payer_reference(payer), arena_text(doc->arena, "%s.reference", path));
    row->cells[2] = cell_plan(alone->gap, arena_text(doc->arena, "%s.no_alone.gap", path));
    row->cells[3] = cell_plan(alone->lowest_cash, arena_text(doc->arena, "%s.no_alone.lowest_cash", path));
    row->cells[4] = rules_cell(doc, alone->failing & ~none->failing, alone->undetermined & ~none->undetermined,
                               arena_text(doc->arena, "%s.no_alone.breaks", path));
}

static void add_singles(struct doc *doc, const struct outcomes *outcomes)
{
    for (int i = 0; i < outcomes->undecided_count; i++) {
        const struct section *payer = outcomes->undecided[i];
        const struct spread *spread = payer_status(payer)->value.spread;
        const char *path = arena_text(doc->arena, "undecided[%d]", i);
        doc_value(doc, cell_text(payer_id(doc->arena, payer), arena_text(doc->arena, "%s.funder", path)));
        if (spread)
            doc_value(doc, cell_share(spread->first, false, arena_text(doc->arena, "%s.probability", path)));
    }
    const struct doc_column columns[] = { { tr(N_("Status")), -1, false },
                                          { tr(N_("Reference")), -1, false },
                                          { tr(N_("financing less cost")), -1, true },
                                          { tr(N_("lowest cash")), -1, true },
                                          { tr(N_("breaks")), -1, true } };
    struct doc_table *table = doc_table(doc, tr(N_("Not yet granted or decided, and what a no from one alone does")),
                                        tr(N_("No from")), columns, 5);
    table->labels_wrap = true;
    for (int i = 0; i < outcomes->undecided_count; i++)
        add_single(doc, table, outcomes, i);
}

static void add_verdict(struct doc *doc, const struct outcomes *outcomes)
{
    const struct outcome *none = outcome_of(outcomes, 0);
    if (none->failing)
        doc_text(
            doc, TONE_BAD,
            arena_text(doc->arena, tr(N_("Even if all say yes, these fail: %s.")), rule_titles(doc, none->failing)));
    else if (none->undetermined)
        doc_text(doc, TONE_OPEN,
                 arena_text(doc->arena, tr(N_("Even if all say yes, these cannot be told: %s.")),
                            rule_titles(doc, none->undetermined)));
    if (outcomes->holds < 0) {
        doc_text(doc, TONE_NEUTRAL, tr(N_("No probabilities: not every status says one (status = applied ~ 70 %).")));
        return;
    }
    doc_value(doc, cell_share(outcomes->holds, false, "probability_that_all_hold"));
    doc_text(
        doc, TONE_NEUTRAL,
        arena_text(doc->arena,
                   tr(N_("Every rule holds with a probability of %s, if the answers do not depend on one another.")),
                   share_text(doc->arena, outcomes->holds, doc->language)));
}

void outcomes_contents(struct doc *doc, const struct plan *plan, const struct outcomes *outcomes,
                       const struct safe_start *start)
{
    title_contents(doc, plan->project, tr(N_("Every outcome of the undecided")));
    if (!outcomes->undecided_count) {
        doc_text(doc, TONE_GOOD, tr(N_("Every funder is granted, decided or rejected: there is nothing to wait for.")));
        return;
    }
    add_singles(doc, outcomes);
    safe_start_contents(doc, start, outcomes);
    add_verdict(doc, outcomes);
    add_outcomes(doc, outcomes);
}
