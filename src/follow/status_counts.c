#include "status_counts.h"

#include <medfin/base/path.h>
#include <medfin/base/text.h>
#include <medfin/contents/cells.h>
#include <medfin/model/activity.h>

/* How many activities say the same, whatever its capitals. */
struct said_so {
    const char *what;
    int now, before;
};

typedef LIST(struct said_so) said_list;

typedef const char *said_by(struct doc *doc, const struct activity *activity);

const char *status_of(struct doc *doc, const struct activity *activity)
{
    if (fact_is_stated(activity->status))
        return text_tidy(doc->arena, activity->status->value.text);
    return activity_is_done(activity) ? tr(N_("Done")) : tr(N_("Planned"));
}

const char *responsible_of(struct doc *doc, const struct activity *activity)
{
    return fact_is_stated(activity->responsible) ? text_tidy(doc->arena, activity->responsible->value.text)
                                                 : tr(N_("nobody is named"));
}

static struct said_so *said(said_list *all, const char *what, struct arena *arena)
{
    for (int i = 0; i < all->count; i++)
        if (text_same(all->items[i].what, what))
            return &all->items[i];
    struct said_so *added = list_add(all, arena);
    *added = (struct said_so){ .what = what };
    return added;
}

static said_list count_all(struct doc *doc, const struct project *now, const struct project *before, said_by *by)
{
    said_list all = { 0 };
    const struct section_list *there = &now->of[SECTION_ACTIVITY];
    for (int i = 0; i < there->count; i++)
        said(&all, by(doc, (const struct activity *)there->items[i]), doc->arena)->now++;
    for (int i = 0; before && i < before->of[SECTION_ACTIVITY].count; i++)
        said(&all, by(doc, (const struct activity *)before->of[SECTION_ACTIVITY].items[i]), doc->arena)->before++;
    return all;
}

static void fill(struct doc_row *row, int now, int before, bool is_both)
{
    row->cells[0] = cell_count(now, "count");
    if (!is_both)
        return;
    row->cells[1] = row->cells[0];
    row->cells[0] = cell_count(before, "before");
    row->cells[2] = cell_count(now - before, "difference");
}

static void counts_table(struct doc *doc, const struct said_so *all, int count, bool is_both, const char *caption,
                         const char *title, const char *path)
{
    const struct doc_column columns[] = { { is_both ? tr(N_("Earlier")) : tr(N_("Activities")), -1, false },
                                          { tr(N_("Now")), -1, false },
                                          { tr(N_("Difference")), -1, false } };
    struct doc_table *table = doc_table(doc, caption, title, columns, is_both ? 3 : 1);
    struct said_so sum = { 0 };
    for (int i = 0; i < count; i++) {
        struct doc_row *row = doc_row(doc, table, all[i].what, 0);
        row->path = arena_text(doc->arena, "%s[%d]", path, i);
        fill(row, all[i].now, all[i].before, is_both);
        doc_value(doc, cell_text(all[i].what, arena_text(doc->arena, "%s.name", row->path)));
        sum.now += all[i].now;
        sum.before += all[i].before;
    }
    struct doc_row *total = doc_row(doc, table, tr(N_("All activities")), 0);
    total->is_total = true;
    fill(total, sum.now, sum.before, is_both);
    for (int i = 0; i < 3; i++)
        total->cells[i].key = NULL;
}

void status_table(struct doc *doc, const struct project *now, const struct project *before, const char *path)
{
    const said_list all = count_all(doc, now, before, status_of);
    counts_table(doc, all.items, all.count, before != NULL, tr(N_("Activities by status")), tr(N_("Status")),
                 arena_text(doc->arena, "%s.by_status", path));
}

void responsible_table(struct doc *doc, const struct project *now, const struct project *before, const char *path)
{
    const said_list all = count_all(doc, now, before, responsible_of);
    counts_table(doc, all.items, all.count, before != NULL, tr(N_("Activities by who is responsible")),
                 tr(N_("Responsible")), arena_text(doc->arena, "%s.by_responsible", path));
}
