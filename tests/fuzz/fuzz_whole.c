/* The whole way from bytes to reports: a project and, each behind a line "%%", scenarios on
   top of it. Whatever can be built has a plan whose cells agree with their derivations, and
   is judged and written in every format. */

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <medfin/base/diag_text.h>
#include <medfin/contents/budget.h>
#include <medfin/contents/explain.h>
#include <medfin/papers/report.h>
#include <medfin/read/files.h>
#include <medfin/write/writer.h>

#include "../properties/recompute.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static const char BETWEEN[] = "\n%%\n";

enum { MOST_TRIED = 60, MOST_LAYERS = 4 };

/* Where the next file begins, or the end. */
static const char *file_end(const char *from, const char *end)
{
    size_t width = sizeof BETWEEN - 1;
    for (const char *at = from; (size_t)(end - at) >= width; at++)
        if (memcmp(at, BETWEEN, width) == 0)
            return at + 1;
    return end;
}

static void read_layers(const char *bytes, size_t size, statement_list *statements, struct arena *arena,
                        struct diags *diags)
{
    const char *from = bytes, *end = bytes + size;
    for (int layer = 0; layer < MOST_LAYERS; layer++) {
        const char *behind = file_end(from, end);
        read_bytes(layer ? "scenario" : "project", from, (size_t)(behind - from), layer, statements, arena, diags);
        if (behind == end)
            return;
        from = behind + sizeof BETWEEN - 2;
    }
}

static void fails(const void *none, const char *why)
{
    (void)none;
    (void)why;
    abort();
}

static void check_cell(const struct plan *plan, const struct row *row, month at, struct arena *arena)
{
    const struct recomputing of = { plan, arena, fails, NULL };
    struct cell cell = node_cell(plan, *row_month(plan, row, at));
    const struct recomputed anew = recompute(&of, cell_derivation(plan, row, at, arena));
    if (!anew.needs != cell_is_known(cell) || (!anew.needs && anew.value != cell.amount))
        abort();
}

/* Of a long plan some months: what a month costs grows with those before it. */
static void check_cells(const struct plan *plan, const struct arena *like)
{
    int step = plan->count / MOST_TRIED + 1;
    for (int i = 0; i < plan->row_count; i++) {
        struct arena *arena = arena_like(like);
        for (month at = plan->first; at <= plan_last(plan); at += step)
            check_cell(plan, &plan->rows[i], at, arena);
        arena_free(arena);
    }
}

static void write_out(const struct doc *doc)
{
    const struct writer_options options = { .width = 80 };
    for (const struct writer *writer = writers; writer->format; writer++) {
        struct text out = text_new(doc->arena);
        if (writer->write)
            writer->write(doc, &options, &out);
    }
}

static void report(const struct plan *plan, const statement_list *statements, struct arena *arena)
{
    const struct doc_unit *unit = &doc_units[plan->count % 3];
    struct doc *budget = doc_new(arena, LANGUAGE_SV, unit);
    budget_contents(budget, plan, (enum report_by)(plan->row_count % 3));
    write_out(budget);

    finding_list findings = { 0 };
    rules_run(plan, &findings, arena);
    LIST(struct unknown_answer) answers = { 0 };
    for (int i = 0; i < findings.count; i++)
        if (finding_asks(&findings.items[i]))
            *list_add(&answers, arena) = solve_unknown(statements, plan->project, &findings, i, arena);
    const cure_list *cures = cures_find(statements, plan, &findings, NULL, arena);
    struct doc *whole = doc_new(arena, LANGUAGE_EN, doc_units);
    report_contents(whole, &(struct report_parts){ .plan = plan,
                                                   .findings = &findings,
                                                   .answers = answers.items,
                                                   .cures = cures,
                                                   .awaited = awaited_find(statements, plan, arena) });
    write_out(whole);

    if (!plan->row_count)
        return;
    const struct row *last = &plan->rows[plan->row_count - 1];
    const plan_figure_list figures = plan_figures(plan, arena);
    const struct figure *any = &figures.items[last->line->place.offset % (size_t)figures.count];
    struct doc *explained = doc_new(arena, LANGUAGE_SV, doc_units);
    explain_contents(explained, plan, &(struct asked_figure){ .of = *any, .kind = any->row->kind });
    write_out(explained);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct arena *arena = arena_new(abort);
    struct diags *diags = diags_new(arena);
    statement_list statements = { 0 };
    read_layers((const char *)bytes, size, &statements, arena, diags);
    const struct project *project = project_build(statements.items, statements.count, arena, diags);
    if (!project != (diags_errors(diags) > 0))
        abort();
    diags_text(diags, LANGUAGE_SV, true, arena);
    if (project) {
        const struct plan *plan = plan_build(project, arena);
        check_cells(plan, arena);
        if (plan->count <= MOST_TRIED)
            report(plan, &statements, arena);
    }
    arena_free(arena);
    return 0;
}
