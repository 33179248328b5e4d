#include "shared_table.h"

#include <medfin/base/path.h>
#include <medfin/contents/cells.h>
#include <medfin/rules/rules.h>

static const char *rule_title(const char *id, size_t size)
{
    return tr(rule_named(id, size)->title);
}

#define RULE_TITLE(id) rule_title((id), sizeof(id) - 1)

static void frame_row(struct doc *doc, struct doc_table *table, const struct portfolio_sums *sums,
                      const struct portfolio_frame *frame)
{
    const struct frame_judged judged = frame_judge(sums, frame);
    struct doc_row *row = doc_row(doc, table, RULE_TITLE("frame"), 0);
    row->path = key_below(doc->arena, "frames", frame->id);
    row->cells[0] = cell_text(frame->title, NULL);
    row->cells[1] = cell_verdict(judged.verdict, "verdict");
    if (!judged.year)
        return;
    row->cells[2] = sum_cell(judged.left, "margin");
    row->cells[2].exact = judged.left.known < 0;
    row->cells[3] = cell_text(arena_text(doc->arena, "%d", judged.year), NULL);
    doc_value(doc, cell_count(judged.year, arena_text(doc->arena, "%s.tightest_year", row->path)));
}

static void person_row(struct doc *doc, struct doc_table *table, const char *name, const struct person_judged *judged)
{
    struct doc_row *row = doc_row(doc, table, RULE_TITLE("staffing"), 0);
    row->cells[0] = cell_text(name, NULL);
    row->cells[1] = cell_verdict(judged->verdict, NULL);
    row->cells[2] = cell_share(SHARE_ONE - judged->most.known, judged->most.unknown, NULL);
    if (judged->at >= 0)
        row->cells[3] = cell_month(judged->at, NULL);
}

/* Those that are not whole posts, or cannot be determined; of the others the one that holds the most. */
static void person_rows(struct doc *doc, struct doc_table *table, const struct portfolio_sums *sums)
{
    const char *fullest = NULL;
    struct person_judged most = { .most = { -1, 0 } };
    for (int i = 0; i < sums->persons.count; i++) {
        const struct portfolio_person *person = &sums->persons.items[i];
        const struct person_judged judged = person_judge(person, doc->arena);
        if (!verdict_holds(judged.verdict))
            person_row(doc, table, person->name, &judged);
        else if (judged.most.known > most.most.known)
            fullest = person->name, most = judged;
    }
    if (fullest)
        person_row(doc, table, fullest, &most);
}

void shared_table(struct doc *doc, const struct portfolio_sums *sums)
{
    if (!sums->frames.count && !sums->persons.count)
        return;
    const struct doc_column columns[] = { { tr(N_("Applies to")), -1, true },
                                          { tr(N_("Verdict")), -1, false },
                                          { tr(N_("Margin")), -1, false },
                                          { tr(N_("Where")), -1, false } };
    struct doc_table *table = doc_table(doc, tr(N_("What the projects share")), tr(N_("Rule")), columns, 4);
    table->labels_wrap = true;
    for (int i = 0; i < sums->frames.count; i++)
        frame_row(doc, table, sums, &sums->frames.items[i]);
    person_rows(doc, table, sums);
}
