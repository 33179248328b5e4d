/* sweep: the ranges and lists of values, and the figures that are asked for at each. */

#include "sweep.h"

#include <string.h>

#include <medfin/contents/sweep.h>
#include <medfin/read/setting.h>

#include "aims.h"
#include "options.h"
#include "output.h"
#include "progress.h"

/* "PATH=FROM..TO:STEP" or "PATH=A; B; C". */
struct range {
    struct session *session;
    const struct source *source;
    const char *text;
    const struct key *key;
    LIST(struct value) values;
    struct statement varied;
    struct place first; /* of the first value */
};

enum { MOST_POINTS = 100000 };

static bool fault(struct range *range, enum diag_id id)
{
    session_complain(range->session, id, ARGS(arg_text(range->text)));
    return false;
}

static bool take(struct range *range, const char *from, size_t size, struct value *value)
{
    if (size == strspn(from, " ") || !size)
        return fault(range, DIAG_RANGE_FORM);
    const struct place place = place_at(range->source, (size_t)(from - range->text), size);
    if (!read_varied(range->session, place, &range->varied))
        return false;
    *value = range->varied.value;
    range->first = range->first.source ? range->first : range->varied.place;
    return true;
}

static bool is_alike(const struct value *a, const struct value *b)
{
    return a->period == b->period && a->is_share == b->is_share && a->status == b->status;
}

static bool too_many(struct session *session, int64_t points)
{
    if (points <= MOST_POINTS)
        return false;
    session_complain(session, DIAG_RANGE_LONG, ARGS(arg_count(points), arg_count(MOST_POINTS)));
    return true;
}

static bool read_steps(struct range *range, const char *from, const char *dots)
{
    const char *colon = strrchr(dots, ':');
    struct value first, last, step;
    if (!colon || !kind_is_counted(range->key->kind))
        return fault(range, DIAG_RANGE_FORM);
    if (!take(range, from, (size_t)(dots - from), &first) ||
        !take(range, dots + 2, (size_t)(colon - dots) - 2, &last) || !take(range, colon + 1, strlen(colon + 1), &step))
        return false;
    if (step.number <= 0)
        return fault(range, DIAG_RANGE_STEP);
    if (!is_alike(&first, &last) || !is_alike(&first, &step))
        return fault(range, DIAG_RANGE_FORM);
    if (last.number < first.number)
        return fault(range, DIAG_RANGE_EMPTY);
    if (too_many(range->session, (last.number - first.number) / step.number + 1))
        return false;
    for (; first.number <= last.number; first.number += step.number)
        *list_add(&range->values, range->session->arena) = first;
    return true;
}

/* The end of a list's item. A comma alone may be a decimal comma, and an advance has one of
   its own. */
static const char *item_end(const struct range *range, const char *from)
{
    bool words = range->key->kind == VALUE_STATUS || range->key->kind == VALUE_WORD;
    if (strchr(range->text, ';') || range->key->kind == VALUE_ADVANCE)
        return strchr(from, ';');
    return words ? strchr(from, ',') : strstr(from, ", ");
}

static bool read_list(struct range *range, const char *from)
{
    for (;;) {
        const char *end = item_end(range, from);
        struct value value;
        if (!take(range, from, end ? (size_t)(end - from) : strlen(from), &value))
            return false;
        *list_add(&range->values, range->session->arena) = value;
        if (!end)
            return true;
        from = end + 1;
    }
}

static bool read_range(struct session *session, const char *text, struct sweep_axis *axis)
{
    struct range range = { .session = session };
    range.source = read_argument("sweep", text, &session->statements, session->arena);
    range.text = range.source->bytes;
    const char *equals = strchr(range.text, '=');
    if (!read_path(range.source, (size_t)(equals - range.text), &range.varied, session->arena, session->diags))
        return false;
    if (varies_secured(session, &range.varied))
        return false;
    range.key = range.varied.key;
    const char *dots = strstr(equals, "..");
    bool is_read = dots ? read_steps(&range, equals + 1, dots) : read_list(&range, equals + 1);
    range.varied.place = range.first;
    *axis = (struct sweep_axis){ range.varied, range.values.items, range.values.count };
    return is_read;
}

static bool is_same_path(const struct sweep_axis *a, const struct sweep_axis *b)
{
    return a->varied.section == b->varied.section && a->varied.key == b->varied.key && a->varied.at == b->varied.at &&
           strcmp(a->varied.id, b->varied.id) == 0;
}

static bool read_axes(struct session *session, const char *const *words, int count, struct sweep_axis *axes)
{
    bool all = true;
    for (int i = 0; i < count; i++)
        all = read_range(session, words[i], &axes[i]) && all;
    if (!all)
        return false;
    if (count > 1 && is_same_path(&axes[0], &axes[1])) {
        session_complain(session, DIAG_RANGE_TWICE, ARGS(arg_path(session->arena, &axes[0].varied)));
        return false;
    }
    return !too_many(session, (int64_t)axes[0].count * (count > 1 ? axes[1].count : 1));
}

/* Rules stand for their verdict and margin; "reserve" and "benefit" are figures too, and both are told. */
static const char *const verdict_words[] = { "verdict", "bedömning" };

static bool is_verdict(const char *name)
{
    return strcmp(name, verdict_words[0]) == 0 || strcmp(name, verdict_words[1]) == 0;
}

typedef LIST(struct asked_figure) asked_list;
typedef LIST(const struct rule *) rule_list;

static bool is_named(const rule_list *rules, const struct rule *rule)
{
    for (int i = 0; i < rules->count; i++)
        if (rules->items[i] == rule)
            return true;
    return false;
}

/* The same figure by another name is asked for once. */
static bool is_asked(struct session *session, const asked_list *figures, const struct asked_figure *asked)
{
    const char *path = asked_figure_path(session->arena, asked);
    for (int i = 0; i < figures->count; i++)
        if (strcmp(asked_figure_path(session->arena, &figures->items[i]), path) == 0)
            return true;
    return false;
}

/* A rule that is named tells its margin itself. */
static void leave_told(asked_list *figures, const rule_list *rules)
{
    int kept = 0;
    for (int i = 0; i < figures->count; i++) {
        const struct asked_figure *asked = &figures->items[i];
        bool is_told = asked->rule && !asked->subject && asked_is_margin(asked) && is_named(rules, asked->rule);
        if (!is_told)
            figures->items[kept++] = *asked;
    }
    figures->count = kept;
}

/* What is told where nobody says what. */
static void ask_for_usual(struct session *session, const struct sweep *sweep, asked_list *figures)
{
    const plan_figure_list compared = compared_figures(session->arena);
    for (int i = 0; i < compared.count; i++)
        if (figure_applies(compared.items[i].row, session->project) &&
            (sweep->axis_count == 1 || figure_is(&compared.items[i], "gap")))
            *list_add(figures, session->arena) =
                (struct asked_figure){ .of = compared.items[i], .kind = compared.items[i].row->kind };
}

/* A name may be a figure's and a rule's; false after a fault. */
static bool read_asked_for(struct session *session, const char *name, asked_list *figures, rule_list *rules)
{
    struct asked_figure rule, asked;
    bool is_rule = asked_rule_read(session->plan, name, &rule, session->arena) && !rule.which;
    if (is_rule && !is_named(rules, rule.rule))
        *list_add(rules, session->arena) = rule.rule;
    bool is_figure = asked_figure_read(session->plan, name, NULL, &asked, session->arena) == FIGURE_FOUND;
    if (is_figure && !is_asked(session, figures, &asked))
        *list_add(figures, session->arena) = asked;
    return is_figure || is_rule || is_verdict(name) || read_asked(session, name, NULL, &asked);
}

/* "gap, years.2022.cost, reserve, verdict": figures, rules, and whether all rules are asked. */
static bool read_figures(struct session *session, struct sweep *sweep)
{
    asked_list figures = { 0 };
    rule_list rules = { 0 };
    const char *by = session->request.by.said;
    sweep->judges = !by;
    for (const char *const *name = by ? read_names(session, by) : NULL; name && *name; name++) {
        sweep->judges = sweep->judges || is_verdict(*name);
        if (!read_asked_for(session, *name, &figures, &rules))
            return false;
    }
    if (!by)
        ask_for_usual(session, sweep, &figures);
    leave_told(&figures, &rules);
    sweep->figures = figures.items;
    sweep->figure_count = figures.count;
    sweep->rules = rules.items;
    sweep->rule_count = rules.count;
    return true;
}

static bool any_stands(const struct sweep *sweep)
{
    for (int i = 0; i < sweep->count; i++)
        if (sweep->points[i].stands)
            return true;
    return false;
}

/* Why the project takes none of the values: what is wrong with the first of each. */
static void complain_of_first(struct session *session, const struct sweep *sweep)
{
    int layer;
    statement_list first = trial_statements(&session->statements, sweep->axis_count, &layer, session->arena);
    for (int i = 0; i < sweep->axis_count; i++) {
        struct statement *says = list_add(&first, session->arena);
        *says = sweep->axes[i].varied;
        says->layer = layer + i;
        says->value = sweep->axes[i].values[0];
    }
    project_build(first.items, first.count, session->arena, session->diags);
}

/* Files first, then the ranges: words with an equals sign. */
int sweep_command_run(struct session *session)
{
    const char *const *words = session->request.words.items;
    int count = session->request.words.count, files = count;
    while (files > 0 && strchr(words[files - 1], '='))
        files--;
    struct sweep_axis axes[MOST_AXES] = { 0 };
    struct sweep sweep = { .axes = axes, .axis_count = count - files };
    if (!files || count == files || count - files > MOST_AXES) {
        session_complain(session, DIAG_NO_RANGE, NULL);
        return EXIT_USAGE;
    }
    if (!session_read(session, words, files))
        return EXIT_INPUT;
    if (!read_axes(session, words + files, sweep.axis_count, axes) || !read_figures(session, &sweep))
        return EXIT_USAGE;
    struct progress_shown shown;
    sweep.progress = progress_begin(&shown, session);
    sweep_run(&sweep, &session->statements, session->arena);
    progress_end(&shown);
    if (!any_stands(&sweep)) {
        complain_of_first(session, &sweep);
        return EXIT_INPUT;
    }
    struct doc *doc = session_doc(session);
    sweep_contents(doc, session->plan, &sweep);
    return write_doc(session, doc, EXIT_HOLDS);
}
