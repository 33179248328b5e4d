/* Who wins and who loses by a new tariff, and what the network gets by it. */

#include <medfin/contents/fees_against.h>

#include <string.h>

#include <medfin/base/sort.h>
#include <medfin/contents/cells.h>
#include <medfin/contents/fee_sheet.h>
#include <medfin/contents/fees.h>

/* One payer before and after. */
struct change {
    const struct fee_line *line; /* after, or before where it is no more */
    struct cell before, after;
    bool was, is;
    struct cell one_before, one_after; /* of each of the payers that were and are */
    int64_t payers_before, payers_after;
    int order;
};

struct changes {
    struct change *items;
    int count;
};

static const char *payer_of(const struct fee_line *line)
{
    return line->member ? line->member->section.id : line->tariff->section.id;
}

/* Members, whatever their tariff; then the equal ones of each. */
static int by_payer(const void *left, const void *right)
{
    const struct fee_line *a = *(const struct fee_line *const *)left, *b = *(const struct fee_line *const *)right;
    if (!a->member != !b->member)
        return a->member ? -1 : 1;
    return strcmp(payer_of(a), payer_of(b));
}

static const struct fee_line **sorted(const struct fee_sheet *sheet, struct arena *arena)
{
    const struct fee_line **lines = arena_take(arena, (size_t)sheet->line_count + 1, sizeof *lines);
    for (int i = 0; i < sheet->line_count; i++)
        lines[i] = &sheet->lines[i];
    sort_array(lines, sheet->line_count, by_payer, arena);
    return lines;
}

static money difference(const struct change *change)
{
    return change->after.amount - change->before.amount;
}

/* Those that pay most more come first. */
static int by_difference(const void *left, const void *right)
{
    const struct change *a = left, *b = right;
    if (difference(a) != difference(b))
        return difference(a) > difference(b) ? -1 : 1;
    return a->order < b->order ? -1 : a->order > b->order;
}

/* Of a payer's line before, or after, or both. */
static struct change change_of(const struct fee_sheet *before, const struct fee_line *line,
                               const struct fee_sheet *after, const struct fee_line *now, int year)
{
    struct change change = { .line = line };
    if (line) {
        change.order = (int)(line - before->lines);
        change.was = fee_line_pays(before, line, year);
        change.before = fee_line_sum(before, line, year);
        change.one_before = fee_line_each(before, line, year);
        change.payers_before = fee_line_payers(before, line, year);
    }
    if (now) {
        change.order = line ? change.order : before->line_count + (int)(now - after->lines);
        change.is = fee_line_pays(after, now, year);
        change.line = change.is ? now : line;
        change.after = fee_line_sum(after, now, year);
        change.one_after = fee_line_each(after, now, year);
        change.payers_after = fee_line_payers(after, now, year);
    }
    return change;
}

static struct changes changes_of(const struct fee_sheet *before, const struct fee_sheet *after, int year,
                                 struct arena *arena)
{
    const struct fee_line **old = sorted(before, arena), **new = sorted(after, arena);
    struct changes changes = { 0 };
    changes.items = arena_take(arena, (size_t)(before->line_count + after->line_count) + 1, sizeof *changes.items);
    for (int i = 0, j = 0; i < before->line_count || j < after->line_count;) {
        int order = i == before->line_count ? 1 : j == after->line_count ? -1 : by_payer(&old[i], &new[j]);
        const struct fee_line *line = order <= 0 ? old[i++] : NULL, *now = order >= 0 ? new[j++] : NULL;
        const struct change change = change_of(before, line, after, now, year);
        if (change.was || change.is)
            changes.items[changes.count++] = change;
    }
    sort_list(&changes, by_difference, arena);
    return changes;
}

static struct doc_table *against_table(struct doc *doc, const char *caption, const char *label_title)
{
    const struct doc_column columns[] = { { tr(N_("Today")), -1, false },
                                          { tr(N_("As proposed")), -1, false },
                                          { tr(N_("Difference")), -1, false },
                                          { "%", -1, false } };
    struct doc_table *table = doc_table(doc, caption, label_title, columns, 4);
    table->labels_wrap = table->in_kronor = true;
    return table;
}

static void fill(struct doc *doc, struct doc_row *row, struct cell before, struct cell after)
{
    struct cell change = cell_minus(doc->arena, after, before);
    share part;
    row->cells[0] = cell_exact(before, "before");
    row->cells[1] = cell_exact(after, "after");
    row->cells[2] = cell_exact(change, "difference");
    if (cell_is_known(change) && money_share(change.amount, before.amount, &part))
        row->cells[3] = cell_share(part, false, "percent");
}

/* What all pay for the year. */
static struct cell sum_in(const struct fee_sheet *sheet, int year)
{
    struct cell sum = { 0 };
    for (int i = 0; i < sheet->line_count; i++)
        sum = cell_plus(sheet->plan->arena, sum, fee_line_sum(sheet, &sheet->lines[i], year));
    return sum;
}

/* The years of both plans. */
static int first_year(const struct fee_sheet *before, const struct fee_sheet *after)
{
    return before->first < after->first ? before->first : after->first;
}

static int last_year(const struct fee_sheet *before, const struct fee_sheet *after)
{
    int last = before->first + before->count - 1, other = after->first + after->count - 1;
    return last > other ? last : other;
}

/* One year's winners may be all that a new tariff does, or none of it. */
static void add_years(struct doc *doc, const struct fee_sheet *before, const struct fee_sheet *after)
{
    int first = first_year(before, after), last = last_year(before, after);
    if (first == last)
        return;
    struct doc_table *table = against_table(doc, tr(N_("All fees by year")), tr(N_("Year")));
    struct cell sums[2] = { { 0 }, { 0 } };
    for (int year = first; year <= last; year++) {
        struct cell was = sum_in(before, year), is = sum_in(after, year);
        const char *title = arena_text(doc->arena, "%d", year);
        struct doc_row *row = doc_row(doc, table, title, 0);
        row->path = key_below(doc->arena, "against.years", title);
        fill(doc, row, was, is);
        sums[0] = cell_plus(doc->arena, sums[0], was);
        sums[1] = cell_plus(doc->arena, sums[1], is);
    }
    struct doc_row *row = doc_row(doc, table, tr(N_("Total fees")), 0);
    row->is_total = true;
    row->path = "against.all_years";
    fill(doc, row, sums[0], sums[1]);
}

static bool differs(const struct fee_sheet *before, const struct fee_sheet *after, int year, struct arena *arena)
{
    const struct changes changes = changes_of(before, after, year, arena);
    for (int i = 0; i < changes.count; i++)
        if (!cell_is_known(changes.items[i].before) || !cell_is_known(changes.items[i].after) ||
            difference(&changes.items[i]))
            return true;
    return false;
}

int fees_differ_from(const struct plan *plan, const struct plan *other, struct arena *arena)
{
    const struct fee_sheet before = fee_sheet_new(plan, arena), after = fee_sheet_new(other, arena);
    for (int year = before.first; year < before.first + before.count; year++)
        if (differs(&before, &after, year, arena))
            return year;
    return before.first;
}

enum { PAY_LESS, PAY_SAME, PAY_MORE, NOT_KNOWN, WAYS };

/* Those that are on both sides are compared one to one; the rest have begun to pay, or ceased to. */
static void count_payers(const struct change *change, int64_t *counts)
{
    int64_t before = change->payers_before, after = change->payers_after;
    money more = change->one_after.amount - change->one_before.amount;
    if (!cell_is_known(change->before) || !cell_is_known(change->after)) {
        counts[NOT_KNOWN] += after > before ? after : before;
        return;
    }
    counts[PAY_SAME + (more > 0) - (more < 0)] += after < before ? after : before;
    counts[change->after.amount ? PAY_MORE : PAY_SAME] += after > before ? after - before : 0;
    counts[change->before.amount ? PAY_LESS : PAY_SAME] += before > after ? before - after : 0;
}

static void add_counts(struct doc *doc, const struct changes *changes)
{
    int64_t counts[WAYS] = { 0 };
    static const char *const keys[WAYS] = { "against.less", "against.same", "against.more", "against.unknown" };
    for (int i = 0; i < changes->count; i++)
        count_payers(&changes->items[i], counts);
    for (int i = 0; i < WAYS; i++)
        if (i != NOT_KNOWN || counts[i])
            doc_value(doc, cell_count(counts[i], keys[i]));
    doc_text(doc, TONE_NEUTRAL,
             arena_text(doc->arena, tr(N_("%s pay more, %s pay less, %s pay the same.")),
                        count_text(doc->arena, counts[PAY_MORE]), count_text(doc->arena, counts[PAY_LESS]),
                        count_text(doc->arena, counts[PAY_SAME])));
    if (counts[NOT_KNOWN])
        doc_text(doc, TONE_NEUTRAL,
                 arena_text(doc->arena, tr(N_("Of %s it is not known: a fee is not.")),
                            count_text(doc->arena, counts[NOT_KNOWN])));
}

void fees_against_contents(struct doc *doc, const struct plan *plan, const struct plan *other, const char *title,
                           int year)
{
    const struct fee_sheet before = fee_sheet_new(plan, doc->arena), after = fee_sheet_new(other, doc->arena);
    const struct changes changes = changes_of(&before, &after, year, doc->arena);
    doc_heading(doc, 2, arena_text(doc->arena, "%s: %s", tr(N_("Against")), title));
    add_counts(doc, &changes);
    struct doc_table *table =
        against_table(doc, arena_text(doc->arena, "%s %d", tr(N_("Higher and lower fees,")), year), tr(N_("Member")));
    struct cell sums[2] = { { 0 }, { 0 } };
    for (int i = 0; i < changes.count; i++) {
        const struct change *change = &changes.items[i];
        struct doc_row *row =
            doc_row(doc, table, fee_line_title(doc, change->is ? &after : &before, change->line, year), 0);
        row->path = arena_text(doc->arena, "against.%s", fee_line_key(doc, change->line));
        fill(doc, row, change->before, change->after);
        sums[0] = cell_plus(doc->arena, sums[0], change->before);
        sums[1] = cell_plus(doc->arena, sums[1], change->after);
    }
    struct doc_row *row = doc_row(doc, table, tr(N_("Total fees")), 0);
    row->is_total = true;
    row->path = "against.total";
    fill(doc, row, sums[0], sums[1]);
    add_years(doc, &before, &after);
}
