/* Which figure `explain` is asked for: a line ("staff.projektledare"), a funder, cost,
   financing or gap, or the key that JSON gives it ("years.2022.cost.total"). */

#include "figure.h"

#include <stdio.h>
#include <string.h>

#include <medfin/base/text.h>
#include <medfin/doc/doc.h>
#include <medfin/model/payer.h>
#include <medfin/plan/derivation.h>
#include <medfin/rules/rules.h>

struct asked {
    struct session *session;
    const char *figure; /* without its period */
    month first, last;
    bool is_month;
};

static void set_year(struct asked *asked, month january)
{
    asked->first = january;
    asked->last = month_december(january);
}

/* "years.2022.cost.total" and "total.cost.total" carry their period in front. */
static void strip_period(struct asked *asked)
{
    char year[5] = "";
    month january;
    if (strncmp(asked->figure, "total.", 6) == 0) {
        asked->figure += 6;
    } else if (strncmp(asked->figure, "years.", 6) == 0 && strlen(asked->figure) > 11 && asked->figure[10] == '.') {
        memcpy(year, asked->figure + 6, 4);
        if (!date_read(year, true, &january))
            return;
        set_year(asked, january);
        asked->figure += 11;
    }
}

static bool read_period(struct asked *asked, const char *period)
{
    const struct plan *plan = asked->session->plan;
    asked->first = plan->first;
    asked->last = plan_last(plan);
    const char *stated = asked->figure;
    strip_period(asked);
    if (period && asked->figure != stated) {
        session_complain(asked->session, DIAG_TWO_PERIODS, ARGS(arg_text(stated), arg_text(period)));
        return false;
    }
    month at;
    if (period && date_read(period, true, &at)) {
        set_year(asked, at);
    } else if (period && date_read(period, false, &at)) {
        asked->first = asked->last = at;
        asked->is_month = true;
    }
    if (months_meet((struct months){ asked->first, asked->last }, plan_months(plan)))
        return true;
    session_complain(
        asked->session, DIAG_PERIOD_OUTSIDE,
        ARGS(arg_text(period ? period : asked->figure), arg_month(plan->first), arg_month(plan_last(plan))));
    return false;
}

/* One row's months as parts, so that each can be asked for in its turn. */
static const struct derivation *months_of(const struct asked *asked, const struct row *row)
{
    const struct plan *plan = asked->session->plan;
    struct arena *arena = asked->session->arena;
    LIST(const struct derivation *) parts = { 0 };
    for (month at = asked->first; at <= asked->last; at++)
        if (months_hold(plan_months(plan), at))
            *list_add(&parts, arena) = rows_derivation(plan, row, at, at, arena);
    return sum_of_derivations(parts.items, parts.count, N_("the sum of its months"), arena);
}

/* Several rows of one section in a month, as money and in kind: each told in full. */
static const struct derivation *rows_of_month(const struct asked *asked, const struct selection *selection,
                                              const char *label)
{
    const struct plan *plan = asked->session->plan;
    struct arena *arena = asked->session->arena;
    LIST(const struct derivation *) parts = { 0 };
    for (int i = 0; i < plan->row_count; i++)
        if (selection_takes(selection, &plan->rows[i]))
            *list_add(&parts, arena) = cell_derivation(plan, &plan->rows[i], asked->first, arena);
    return sum_of_derivations(parts.items, parts.count, label, arena);
}

static const struct derivation *derivation_of(const struct asked *asked, const struct selection *selection,
                                              const char *label)
{
    const struct plan *plan = asked->session->plan;
    const struct row *only = NULL;
    int rows = 0;
    for (int i = 0; i < plan->row_count; i++)
        if (selection_takes(selection, &plan->rows[i])) {
            only = &plan->rows[i];
            rows++;
        }
    if (rows == 1 && asked->is_month)
        return cell_derivation(plan, only, asked->first, asked->session->arena);
    if (asked->is_month && (selection->line || selection->payer))
        return rows_of_month(asked, selection, label);
    if (rows == 1 && (selection->line || selection->payer))
        return months_of(asked, only);
    return sum_derivation(plan, selection, label, asked->first, asked->last, asked->session->arena);
}

/* A section that books rows, by its path; JSON's "cost.by_line.…" and "financing.cash_by_funder.…"
   name the same. */
static const struct section *find_line(const struct asked *asked)
{
    const struct plan *plan = asked->session->plan;
    struct arena *arena = asked->session->arena;
    for (int i = 0; i < plan->row_count; i++) {
        const struct section *line = plan->rows[i].line;
        const char *id = key_name(arena, line->id);
        const char *const names[] = {
            section_path(arena, line),
            arena_text(arena, "cost.by_line.%s\\.%s", section_rows[line->kind].name, id),
            arena_text(arena, "financing.%s_by_funder.%s", plan->rows[i].in_kind ? "in_kind" : "cash",
                       key_name(arena, payer_id(arena, line))),
        };
        for (size_t n = 0; n < sizeof names / sizeof *names; n++)
            if (strcmp(names[n], asked->figure) == 0 && (n < 2 || plan->rows[i].side == SIDE_FINANCING))
                return line;
    }
    /* A funder that only bears lines of others books none of its own. */
    const struct section_list *funders = &plan->project->of[SECTION_FUNDER];
    for (int i = 0; i < funders->count; i++)
        if (strcmp(section_path(arena, funders->items[i]), asked->figure) == 0)
            return funders->items[i];
    return NULL;
}

static bool is_figure(const struct asked *asked, const char *name)
{
    return strcmp(asked->figure, name) == 0 ||
           strcmp(asked->figure, arena_text(asked->session->arena, "%s.total", name)) == 0;
}

/* "cost.by_category.staff" → the category's section; NULL if it is no such key. */
static const struct section *find_behind(const struct asked *asked, const char *head, enum section_id kind)
{
    size_t size = strlen(head);
    if (strncmp(asked->figure, head, size) != 0)
        return NULL;
    return project_find(asked->session->project, kind, asked->figure + size);
}

/* "financing.by_funder.region", "financing.by_funder.tariff.kommun" with or without its escape. */
static const struct section *find_payer(const struct asked *asked)
{
    static const char head[] = "financing.by_funder.";
    const struct section_list *payers = &asked->session->project->payers;
    struct arena *arena = asked->session->arena;
    if (strncmp(asked->figure, head, sizeof head - 1) != 0)
        return NULL;
    for (int i = 0; i < payers->count; i++) {
        const char *id = payer_id(arena, payers->items[i]), *asked_id = asked->figure + sizeof head - 1;
        if (strcmp(id, asked_id) == 0 || strcmp(key_name(arena, id), asked_id) == 0)
            return payers->items[i];
    }
    return NULL;
}

static const struct derivation *gap_derivation(const struct asked *asked)
{
    const struct selection financing = { .side = FINANCING_SIDE }, cost = { .side = COST_SIDE };
    struct arena *arena = asked->session->arena;
    return difference_of_derivations(derivation_of(asked, &financing, N_("financing")),
                                     derivation_of(asked, &cost, N_("cost")), N_("financing less cost"), arena);
}

static const char *nearest_figure(const struct asked *asked)
{
    const struct project *project = asked->session->project;
    struct arena *arena = asked->session->arena;
    LIST(const char *) names = { 0 };
    for (int i = 0; i < asked->session->plan->row_count; i++)
        *list_add(&names, arena) = section_path(arena, asked->session->plan->rows[i].line);
    for (int i = 0; i < project->of[SECTION_CATEGORY].count; i++)
        *list_add(&names, arena) = arena_text(arena, "cost.by_category.%s", project->of[SECTION_CATEGORY].items[i]->id);
    for (int i = 0; i < rule_count; i++)
        *list_add(&names, arena) = rule_rows[i].id;
    static const char *const fixed[] = { "cost", "financing", "gap", "cost.total", "financing.total", NULL };
    for (int i = 0; fixed[i]; i++)
        *list_add(&names, arena) = fixed[i];
    *list_add(&names, arena) = NULL;
    return text_nearest(asked->figure, names.items, arena);
}

static const struct derivation *find_figure(const struct asked *asked)
{
    const struct section *line = find_line(asked);
    const struct section *payer = line && section_rows[line->kind].pays ? line : find_payer(asked);
    if (payer) {
        const struct selection of = { .side = FINANCING_SIDE, .payer = payer };
        return derivation_of(asked, &of, payer_funder(payer) ? N_("the funder's contributions") : N_("the fees"));
    }
    if (line) {
        const struct selection of = { .side = COST_SIDE, .line = line };
        return derivation_of(asked, &of, N_("the line"));
    }
    const struct section *category = find_behind(asked, "cost.by_category.", SECTION_CATEGORY);
    if (category) {
        const struct selection of = { .side = COST_SIDE, .category = (const struct category *)category };
        return derivation_of(asked, &of, N_("cost of the category"));
    }
    const struct selection cost = { .side = COST_SIDE }, financing = { .side = FINANCING_SIDE };
    if (is_figure(asked, "cost"))
        return derivation_of(asked, &cost, N_("cost"));
    if (is_figure(asked, "financing"))
        return derivation_of(asked, &financing, N_("financing"));
    return strcmp(asked->figure, "gap") == 0 ? gap_derivation(asked) : NULL;
}

const struct derivation *figure_derivation(struct session *session, const char *figure, const char *period,
                                           const char **title)
{
    struct asked asked = { .session = session, .figure = figure };
    if (!read_period(&asked, period))
        return NULL;
    const struct derivation *tree = find_figure(&asked);
    if (!tree)
        session_complain(session, DIAG_NO_SUCH_FIGURE, ARGS(arg_text(asked.figure), arg_text(nearest_figure(&asked))));
    const char *first = month_text(session->arena, asked.first);
    *title = asked.is_month
                 ? arena_text(session->arena, "%s %s", asked.figure, first)
                 : arena_text(session->arena, "%s %s–%s", asked.figure, first, month_text(session->arena, asked.last));
    return tree;
}
