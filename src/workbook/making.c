#include "making.h"

#include "cash_sheet.h"
#include "cells.h"
#include "checks_sheet.h"
#include "fees_sheet.h"
#include "follow_sheet.h"
#include "inputs.h"
#include "overview_sheet.h"
#include "plan_sheet.h"
#include "reserve_sheet.h"
#include "scenarios_sheet.h"

static struct book *new_book(struct doc *doc, const struct project *project)
{
    struct book *book = book_new(doc->arena);
    book->title = section_title(&project->section);
    book->author = fact_is_stated(project->owner) ? project->owner->value.text : "";
    return book;
}

static void steps_head(struct making *making)
{
    sheet_put_text(making->book, making->steps, 0, 0, ROLE_TITLE, tr(N_("Steps on the way")));
    sheet_put_text(making->book, making->steps, 1, 0, ROLE_PLAIN, tr(N_("What several figures are made of.")));
    sheet_set_width(making->book, making->steps, 0, 0, 60);
    sheet_set_width(making->book, making->steps, 1, 1, 18);
    making->last_step = 2;
    making->steps->printed_rows = making->last_step;
}

struct making making_of(struct doc *doc, const struct workbook_of *of)
{
    const struct plan *plan = of->plan;
    struct making making = { .arena = doc->arena, .doc = doc, .plan = plan, .graph = plan->graph };
    making.files = of->files;
    making.compared = of->compared;
    making.of = of;
    making.book = new_book(doc, plan->project);
    const bool has_lines = plan->row_count > 0;
    making.overview = book_sheet(making.book, tr(N_("Overview")));
    making.inputs = book_sheet(making.book, tr(N_("Inputs")));
    making.figures = book_sheet(making.book, tr(N_("Plan")));
    const bool has_fees = figure_applies(figure_row("fees"), plan->project);
    making.fees = has_fees ? book_sheet(making.book, tr(N_("Fees"))) : NULL;
    making.cash = has_lines ? book_sheet(making.book, tr(N_("Cash"))) : NULL;
    making.reserve = plan->project->keeps_reserve ? book_sheet(making.book, tr(N_("Reserve"))) : NULL;
    making.scenarios = of->compared ? book_sheet(making.book, tr(N_("Scenarios"))) : NULL;
    making.follow = of->follow ? book_sheet(making.book, tr(N_("Follow-up"))) : NULL;
    making.checks = book_sheet(making.book, tr(N_("Checks")));
    making.steps = book_sheet(making.book, tr(N_("Steps")));
    inputs_names(&making);
    steps_head(&making);
    plan_sheet(&making);
    if (making.fees)
        fees_sheet(&making);
    if (making.cash)
        cash_sheet(&making);
    if (making.reserve)
        reserve_sheet(&making);
    checks_sheet(&making);
    overview_sheet(&making);
    if (making.scenarios)
        scenarios_sheet(&making);
    if (making.follow)
        follow_sheet(&making);
    write_figures(&making);
    for (int i = 0; i < making.book->sheets.count; i++)
        sheet_align_heads(making.book, making.book->sheets.items[i]);
    return making;
}
