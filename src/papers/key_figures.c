#include <medfin/papers/key_figures.h>

#include <string.h>

#include <medfin/contents/cells.h>
#include <medfin/contents/names.h>
#include <medfin/contents/rule_figures.h>
#include <medfin/papers/clause.h>
#include <medfin/rules/rules.h>

enum { LEAST = 2, MOST = 5 };

struct keys {
    struct doc *doc;
    const struct standing *standing;
    struct doc_table *table;
};

/* What is unknown is no figure to remember. */
static void add(const struct keys *keys, const char *label, struct doc_cell cell, const char *why)
{
    if (cell.unknown || keys->table->rows.count == MOST)
        return;
    struct doc_row *row = doc_row(keys->doc, keys->table, label, 0);
    row->cells[0] = cell;
    row->cells[1] = cell_text(why, NULL);
}

static struct doc_cell in_all(const struct keys *keys, const char *path)
{
    const struct figure figure = { .row = figure_row(path) };
    return cell_figure(keys->doc, keys->standing->plan, &figure, NULL);
}

static void add_open(const struct keys *keys)
{
    const struct doc_cell *open = &keys->standing->open, *all = &keys->standing->all;
    share part;
    const int64_t percent = SHARE_ONE / 100;
    if (open->unknown || all->unknown || !open->number || !money_share(open->number, all->number, &part))
        return;
    /* In whole percents: the amounts stand in the sentence above. Some is never told as none, nor less as all. */
    int64_t whole = round_quotient(part, percent);
    whole = !whole ? 1 : whole == 100 && open->number < all->number ? 99 : whole;
    add(keys, tr(N_("Not decided")), cell_share(whole * percent, false, NULL), tr(N_("of the financing")));
}

static void add_lowest_cash(const struct keys *keys)
{
    const struct plan *plan = keys->standing->plan;
    const struct figure lowest = { .row = figure_row("lowest_cash") };
    const month when = lowest_cash_month(plan, &lowest);
    if (when >= 0 && figure_applies(lowest.row, plan->project))
        add(keys, tr(N_("Lowest cash")), in_all(keys, "lowest_cash"), month_title(keys->doc->arena, when));
}

static void add_prefinanced(const struct keys *keys)
{
    const struct doc_cell cell = in_all(keys, "prefinanced");
    if (cell.number > 0)
        add(keys, tr(N_("Pre-financed")), cell, tr(N_("at the most")));
}

/* Of the rule's tightest place. */
static void add_margin(const struct keys *keys, const finding_list *findings, const char *rule, const char *label,
                       const char *(*why)(const struct keys *keys, const struct finding *finding))
{
    const struct finding *finding = finding_by_id(findings, rule);
    if (finding->verdict == VERDICT_NOT_APPLICABLE || !finding->has_margin)
        return;
    add(keys, label, cell_margin(keys->doc, keys->standing->plan, finding, NULL), why(keys, finding));
}

/* What is left in each year, where that is always the same; else the year with the least. */
static const char *in_year(const struct keys *keys, const struct finding *finding)
{
    for (int i = 0; i < finding->figure_count; i++) {
        const struct rule_figure *figure = &finding->figures[i];
        if (figure->year && strcmp(figure->key, "left") == 0 && figure->number != finding->margin)
            return arena_text(keys->doc->arena, tr(N_("in %d, at the least")), finding->year);
    }
    return tr(N_("each year"));
}

static const char *at_month(const struct keys *keys, const struct finding *finding)
{
    return month_title(keys->doc->arena, finding->at);
}

static void add_staff(const struct keys *keys)
{
    const struct plan *plan = keys->standing->plan;
    const struct figure_row *row = figure_row("fte");
    const struct figure figure = { .row = row };
    if (!figure_applies(row, plan->project))
        return;
    const struct doc_cell cell = cell_figure(keys->doc, plan, &figure, NULL);
    add(keys, tr(N_("Staffing")), cell, tr(N_("full-time equivalents")));
}

void key_figures_contents(struct doc *doc, const struct report_parts *parts, const struct standing *standing)
{
    const struct doc_column columns[] = { { "", -1, false }, { "", -1, true } };
    const finding_list *findings = parts->findings;
    if (!standing->gap.unknown && !standing->cost.number && !standing->all.number)
        return;
    struct doc_table *table = doc_table(doc, tr(N_("Key figures")), "", columns, 2);
    const struct keys keys = { doc, standing, table };
    table->is_keys = table->labels_wrap = true;
    add_open(&keys);
    add_margin(&keys, findings, "reserve", tr(N_("Above the required reserve")), at_month);
    add_lowest_cash(&keys);
    add_prefinanced(&keys);
    add_margin(&keys, findings, "frame", tr(N_("Left in the frame")), in_year);
    add_staff(&keys);
    /* One alone is not worth a table. */
    if (table->rows.count < LEAST)
        table->rows.count = 0;
}
