#include <medfin/papers/waiting.h>

#include <medfin/base/text.h>
#include <medfin/contents/cells.h>
#include <medfin/contents/names.h>
#include <medfin/papers/prose.h>

static const char *months_words(struct doc *doc, const char *sentence, month at)
{
    return arena_text(doc->arena, tr(sentence), month_title(doc->arena, at));
}

/* A span or an event: a row of the table, and a step of the picture. */
static void add(struct doc *doc, struct doc_chart *chart, struct doc_table *table, const char *label,
                struct chart_step step)
{
    const int at = table->rows.count;
    struct doc_row *row = doc_row(doc, table, label, 0);
    const bool is_span = step.last >= step.first;
    row->cells[0] = cell_text(month_title(doc->arena, step.first), NULL);
    row->cells[1] = cell_text(is_span ? month_title(doc->arena, step.last) : "", NULL);
    chart->categories[at] = label;
    chart->steps[at] = step;
}

static const char *told(const struct doc *doc, const struct doc_chart *chart)
{
    struct text out = text_new(doc->arena);
    for (int i = 0; i < chart->category_count; i++)
        text_addf(&out, "%s%s, %s", i ? "; " : "", chart->categories[i], chart->steps[i].words);
    return out.bytes;
}

static void add_timeline(struct doc *doc, const struct safe_start *start)
{
    enum { SPANS = 2, LEAST = 0 };
    const struct plan *plan = start->plan;
    const month through = start->whole.through;
    const bool reaches = through >= 0, runs_out = start->below >= 0;
    struct doc_chart *chart =
        doc_chart(doc, CHART_TIMELINE, tr(N_("If all who are undecided say no")), reaches + 1 + runs_out);
    const struct doc_column columns[] = { { tr(N_("From")), -1, false }, { tr(N_("up to and including")), -1, false } };
    chart->message = reaches ? months_words(doc, N_("Decided money reaches to %s."), through)
                             : tr(N_("Decided money does not pay for the first month."));
    chart->steps = arena_take(doc->arena, SPANS + 1, sizeof *chart->steps);
    struct doc_table *table =
        doc_chart_table(doc, arena_text(doc->arena, "%s %s", chart->message, chart->title), "", columns, 2);
    table->labels_wrap = true;
    if (reaches)
        add(doc, chart, table, tr(N_("Decided money")),
            (struct chart_step){ .look = LOOK_SETTLED,
                                 .first = plan->first,
                                 .last = through,
                                 .words = months_words(doc, N_("to %s"), through) });
    const month waits = reaches ? through + 1 : plan->first;
    add(doc, chart, table, tr(N_("Waits for answers")),
        (struct chart_step){ .look = LOOK_APPLIED,
                             .first = waits,
                             .last = plan_last(plan),
                             .words = months_words(doc, N_("from %s"), waits) });
    if (runs_out)
        add(doc, chart, table, months_words(doc, N_("%s: cash runs out"), start->below),
            (struct chart_step){ .first = start->below, .last = start->below - 1, .words = tr(N_("if all say no")) });
    chart->description = told(doc, chart);
}

/* The largest of all who have not answered, and how many more there are. */
static const char *names_of(struct doc *doc, const struct awaited *awaited)
{
    enum { MOST_NAMED = 3 };
    const char *names[MOST_UNDECIDED];
    for (int i = 0; i < awaited->outcomes->undecided_count; i++)
        names[i] = payer_title(doc, awaited->outcomes->undecided[i]);
    return prose_list(doc->arena, names, awaited->count, MOST_NAMED);
}

static void add_deadlines(struct doc *doc, const struct report_parts *parts)
{
    const struct safe_start *start = parts->awaited.start;
    const char *names = names_of(doc, &parts->awaited);
    if (start->below >= 0)
        doc_text(doc, TONE_NEUTRAL,
                 arena_text(doc->arena,
                            tr(N_("Before %s: an answer from %s, or a decision to lend the project money.")),
                            month_title(doc->arena, start->below), names));
    if (start->whole.through >= 0)
        doc_text(doc, TONE_NEUTRAL,
                 arena_text(doc->arena,
                            tr(N_("Before %s: nothing that runs longer is signed without an answer from %s.")),
                            month_title(doc->arena, start->whole.through + 1), names));
}

void waiting_contents(struct doc *doc, const struct report_parts *parts)
{
    const struct safe_start *start = parts->awaited.start;
    if (!start || !cell_is_known(start->whole.cost) || !cell_is_known(start->whole.money))
        return;
    doc_heading(doc, 2, tr(N_("What must be decided when?")));
    if (start->whole.through == plan_last(start->plan)) {
        doc_text(doc, TONE_GOOD, tr(N_("The decided money pays for the whole project, whatever the answers.")));
        return;
    }
    add_timeline(doc, start);
    add_deadlines(doc, parts);
}
