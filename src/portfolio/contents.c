#include <medfin/portfolio/contents.h>

#include <medfin/base/text.h>
#include <medfin/contents/cells.h>

#include "cash_table.h"
#include "frames_table.h"
#include "groups_table.h"
#include "persons_table.h"
#include "projects_table.h"
#include "shared_table.h"

static int count_of(const struct portfolio_sums *sums, enum verdict verdict)
{
    int count = 0;
    for (int i = 0; i < sums->projects.count; i++)
        count += sums->projects.items[i].verdict == verdict;
    return count;
}

static void say(struct text *said, const char *sentence)
{
    text_addf(said, "%s%s", said->size ? " " : "", sentence);
}

/* What the projects break together, though each may hold by itself. */
static const char *broken_together(struct doc *doc, const struct portfolio_sums *sums)
{
    struct text said = text_new(doc->arena);
    for (int i = 0; i < sums->frames.count; i++) {
        const struct frame_judged judged = frame_judge(sums, &sums->frames.items[i]);
        if (judged.verdict == VERDICT_FAIL)
            say(&said, arena_text(doc->arena, tr(N_("The frame %s lacks %s in %d.")), sums->frames.items[i].title,
                                  money_text(doc->arena, -judged.left.known, doc->language), judged.year));
    }
    for (int i = 0; i < sums->persons.count; i++) {
        const struct person_judged judged = person_judge(&sums->persons.items[i], doc->arena);
        if (judged.verdict == VERDICT_FAIL)
            say(&said,
                arena_text(doc->arena, tr(N_("%s holds %s of a post in %s, and more than a whole one in %d months.")),
                           sums->persons.items[i].name, share_text(doc->arena, judged.most.known, doc->language),
                           month_text(doc->arena, judged.at), judged.months_over));
    }
    return said.bytes;
}

static void add_lead(struct doc *doc, const struct portfolio_sums *sums, enum verdict verdict)
{
    const int fail = count_of(sums, VERDICT_FAIL), open = count_of(sums, VERDICT_UNDETERMINED),
              count = sums->projects.count;
    const char *answer = tr(fail   ? N_("The project does not hold.")
                            : open ? N_("Whether the project holds cannot be determined.")
                                   : N_("The project holds."));
    if (count > 1)
        answer = fail   ? arena_text(doc->arena, tr(N_("%d of %d projects do not hold.")), fail, count)
                 : open ? arena_text(doc->arena, tr(N_("%d of %d projects cannot be determined.")), open, count)
                        : arena_text(doc->arena, tr(N_("Each of the %d projects holds by itself.")), count);
    doc_lead(doc, verdict_tone(verdict), answer, broken_together(doc, sums));
}

static void add_figure(struct doc *doc, struct doc_table *table, const char *label, struct doc_cell figure,
                       const char *words)
{
    struct doc_row *row = doc_row(doc, table, label, 0);
    row->cells[0] = figure;
    row->cells[1] = cell_text(words, NULL);
}

/* A percent with two decimals is as exact as anybody says it. */
static const char *unsecured_words(struct doc *doc, const struct portfolio_sums *sums)
{
    enum { HUNDREDTH = SHARE_ONE / 10000 };
    share part;
    const bool is_known = !sums->unsecured.unknown && !sums->financing.unknown &&
                          money_share(sums->unsecured.known, sums->financing.known, &part);
    if (!is_known)
        return "";
    doc_value(doc, cell_share(part, false, "portfolio.unsecured_share"));
    const share shown = round_quotient(part, HUNDREDTH) * HUNDREDTH;
    return arena_text(doc->arena, tr(N_("%s of the financing")), share_text(doc->arena, shown, doc->language));
}

static void add_lowest(struct doc *doc, struct doc_table *table, const struct cash_in_common *cash)
{
    const bool is_known = cash->lowest >= 0;
    const struct sum lowest = is_known ? cash->balances[cash->lowest] : (struct sum){ 0, 1 };
    const month at = cash->first + (is_known ? cash->lowest : 0);
    add_figure(doc, table, tr(N_("Lowest cash in common")), sum_cell(lowest, "portfolio.lowest_cash"),
               is_known ? month_text(doc->arena, at) : "");
    if (is_known)
        doc_value(doc, cell_month(at, "portfolio.lowest_cash_month"));
}

static void add_in_short(struct doc *doc, const struct portfolio_sums *sums, const struct cash_in_common *cash)
{
    const struct doc_column columns[] = { { "", -1, false }, { "", -1, true } };
    struct doc_table *table = doc_table(doc, tr(N_("In short")), "", columns, 2);
    table->labels_wrap = table->no_sums = table->is_keys = true;
    add_figure(doc, table, tr(N_("Projects")), cell_count(sums->projects.count, "portfolio.project_count"),
               arena_text(doc->arena, "%s–%s", month_text(doc->arena, sums->months.first),
                          month_text(doc->arena, sums->months.last)));
    add_figure(doc, table, tr(N_("Cost")), sum_cell(sums->cost, "portfolio.cost"), "");
    add_figure(doc, table, tr(N_("Financing")), sum_cell(sums->financing, "portfolio.financing"), "");
    add_figure(doc, table, tr(N_("Of which unsecured")), sum_cell(sums->unsecured, "portfolio.unsecured"),
               unsecured_words(doc, sums));
    add_lowest(doc, table, cash);
    add_figure(doc, table, tr(N_("The projects' lowest cash added up")),
               sum_cell(sums->lowest_cash, "portfolio.sum_of_lowest_cash"), tr(N_("they need not fall in one month")));
}

/* Whose sums are not known is told once, wherever they make another one unknown. */
static void add_unknown(struct doc *doc, const struct portfolio_sums *sums)
{
    struct text names = text_new(doc->arena);
    for (int i = 0; i < sums->projects.count; i++) {
        const struct portfolio_project *project = &sums->projects.items[i];
        if (project->cost.unknown || project->financing.unknown || project->lowest_cash.unknown)
            text_addf(&names, "%s%s", names.size ? ", " : "", project->title);
    }
    if (names.size)
        doc_text(doc, TONE_OPEN,
                 arena_text(doc->arena, tr(N_("? stands where an amount is not known yet in one of these: %s.")),
                            names.bytes));
}

static void add_heading(struct doc *doc, const struct portfolio_sums *sums, enum verdict verdict)
{
    const char *subject = tr(N_("Portfolio"));
    doc_heading(doc, 1, sums->title ? arena_text(doc->arena, "%s: %s", subject, sums->title) : subject);
    if (doc->scenario)
        doc_text(doc, TONE_NEUTRAL,
                 arena_text(doc->arena, "%s: %s", tr(N_("Scenario")), text_capital(doc->arena, doc->scenario)));
    doc_value(doc, cell_text(sums->title, "portfolio.title"));
    doc_value(doc, cell_month(sums->months.first, "portfolio.start"));
    doc_value(doc, cell_month(sums->months.last, "portfolio.end"));
    doc_value(doc, cell_verdict(verdict, "portfolio.verdict"));
}

enum verdict portfolio_contents(struct doc *doc, const struct portfolio_sums *sums)
{
    const enum verdict verdict = portfolio_verdict(sums);
    const struct cash_in_common cash = cash_in_common(sums, doc->arena);
    add_heading(doc, sums, verdict);
    add_lead(doc, sums, verdict);
    add_in_short(doc, sums, &cash);
    add_unknown(doc, sums);
    shared_table(doc, sums);
    projects_contents(doc, sums);
    frames_contents(doc, sums);
    persons_contents(doc, sums);
    shared_groups_contents(doc, sums);
    cash_contents(doc, &cash, sums);
    return verdict;
}
