/* What sweep, compare and solve are asked for: figures, varied values, and the rules that are
   to hold. */

#include "aims.h"

#include <string.h>

#include <medfin/contents/search.h>
#include <medfin/model/census.h>
#include <medfin/model/stated_values.h>
#include <medfin/read/setting.h>
#include <medfin/values/value.h>

#include "options.h"
#include "output.h"

static const char *nearest_figure(struct session *session, const char *path)
{
    const char *const *all = asked_figure_paths(session->plan, session->arena);
    LIST(const char *) others = { 0 };
    for (; *all; all++)
        if (strcmp(*all, path) != 0)
            *list_add(&others, session->arena) = *all;
    *list_add(&others, session->arena) = NULL;
    return text_nearest(path, others.items, session->arena);
}

bool read_asked(struct session *session, const char *path, const char *when, struct asked_figure *asked)
{
    const struct plan *plan = session->plan;
    switch (asked_figure_read(plan, path, when, asked, session->arena)) {
    case FIGURE_FOUND:
        return true;
    case FIGURE_OUTSIDE:
        session_complain(session, DIAG_PERIOD_OUTSIDE,
                         ARGS(arg_text(when ? when : path), arg_month(plan->first),
                              arg_month(asked->of.row ? figure_last(plan, &asked->of) : plan_last(plan))));
        return false;
    case FIGURE_OTHER_TIME:
        session_complain(
            session, DIAG_FIGURE_TIME,
            ARGS(arg_text(path), arg_text(asked->of.row->only_total ? tr(N_("of the whole plan only"))
                                                                    : tr(N_("by year, or of the whole plan")))));
        return false;
    default:
        session_complain(session, DIAG_NO_SUCH_FIGURE, ARGS(arg_text(path), arg_text(nearest_figure(session, path))));
        return false;
    }
}

bool kind_is_counted(enum value_kind kind)
{
    return kind == VALUE_MONEY || kind == VALUE_MONEY_OVER_TIME || kind == VALUE_MONEY_WITH_STATUS ||
           kind == VALUE_PERCENT || kind == VALUE_PERCENT_OR_NAME || kind == VALUE_NUMBER || kind == VALUE_COUNT ||
           kind == VALUE_MONEY_FINE;
}

/* What is secured is settled before anything is varied: what it hangs on stays. */
bool varies_secured(struct session *session, const struct statement *varied)
{
    enum value_kind kind = varied->key->kind;
    bool hangs = varied->section == SECTION_FUNDER &&
                 (kind == VALUE_STATUS || kind == VALUE_MONEY_WITH_STATUS || kind == VALUE_IN_KIND);
    if (!hangs || session->request.scenario.number != SCENARIO_SECURED)
        return false;
    session_complain(session, DIAG_VARIED_SECURED, ARGS(arg_path(session->arena, varied)));
    return true;
}

bool read_varied(struct session *session, struct place place, struct statement *varied)
{
    if (!read_value(place, varied, session->arena, session->diags))
        return false;
    bool varies = varied->operation == OPERATION_SET && !varied->value.count && !varied->value.unknown;
    if (!varies)
        session_complain(session, DIAG_NOT_VARIED, ARGS(arg_path(session->arena, varied)));
    return varies;
}

static bool applies(struct session *session, const struct aim *aim)
{
    finding_list findings = { 0 };
    rule_run(session->plan, aim->what.rule, &findings, session->arena);
    for (int i = 0; i < findings.count; i++)
        if (asked_takes(&aim->what, &findings.items[i]) && findings.items[i].verdict != VERDICT_NOT_APPLICABLE)
            return true;
    return false;
}

/* "lowest_cash>=0 kr": the bound is money, or full-time equivalents. */
static bool read_figure_aim(struct session *session, const char *text, const char *sign, struct aim *aim)
{
    static const struct key keys[] = {
        [KIND_MONEY] = { .kind = VALUE_MONEY },   [KIND_FINE] = { .kind = VALUE_MONEY_FINE },
        [KIND_SHARE] = { .kind = VALUE_PERCENT }, [KIND_DECIMAL] = { .kind = VALUE_NUMBER },
        [KIND_COUNT] = { .kind = VALUE_COUNT },   [KIND_STATUS] = { .kind = VALUE_COUNT }
    };
    size_t size = (size_t)(sign - text);
    while (size && text[size - 1] == ' ')
        size--;
    *aim = (struct aim){ .at_most = *sign == '<' };
    if (!read_asked(session, arena_copy(session->arena, text, size), NULL, &aim->what))
        return false;
    const char *bound = sign + 2 + strspn(sign + 2, " ");
    const struct source *source = source_new(session->arena, "--until", bound, strlen(bound), 0);
    struct value value;
    if (!value_read(&keys[aim->what.kind], OPERATION_SET, bound, place_at(source, 0, strlen(bound)), &value,
                    session->arena, session->diags))
        return false;
    aim->bound = value.number;
    return true;
}

/* A figure, though nothing says what it is to be: "gap", "gap = 0 kr". */
static bool names_figure(struct session *session, const char *text)
{
    struct asked_figure asked;
    size_t size = strcspn(text, "=<>");
    while (size && text[size - 1] == ' ')
        size--;
    const char *path = arena_copy(session->arena, text, size);
    return asked_figure_read(session->plan, path, NULL, &asked, session->arena) == FIGURE_FOUND;
}

static bool read_aim(struct session *session, const char *text, struct aim *aim)
{
    LIST(const char *) names = { 0 };
    for (int i = 0; i < rule_count; i++)
        *list_add(&names, session->arena) = rule_rows[i].id;
    *list_add(&names, session->arena) = NULL;
    const char *sign = strstr(text, ">=") ? strstr(text, ">=") : strstr(text, "<=");
    if (sign)
        return read_figure_aim(session, text, sign, aim);
    *aim = (struct aim){ 0 };
    bool is_rule = asked_rule_read(session->plan, text, &aim->what, session->arena);
    if (is_rule && applies(session, aim))
        return true;
    if (!is_rule && names_figure(session, text))
        session_complain(session, DIAG_AIM_FIGURE, ARGS(arg_text(text)));
    else if (!aim->what.rule)
        session_complain(session, DIAG_NO_SUCH_RULE,
                         ARGS(arg_text(text), arg_text(text_nearest(text, names.items, session->arena))));
    else
        session_complain(session, DIAG_RULE_NOT_THERE, ARGS(arg_text(text)));
    return false;
}

/* The paths of those that state the key, in both languages: the nearest is offered in the one that was used. */
typedef LIST(const char *) path_list;

static void add_path(path_list *paths, const struct statement *like, const struct statement *statement,
                     struct arena *arena)
{
    if (statement->key == like->key && statement->section == like->section)
        for (enum language language = LANGUAGE_SV; language <= LANGUAGE_EN; language++)
            *list_add(paths, arena) = statement_path(arena, statement, language);
    const struct census *census = statement->rows ? statement->rows->census : NULL;
    for (int i = 0; statement->rows && i < statement->rows->said.count; i++)
        add_path(paths, like, &statement->rows->said.items[i], arena);
    for (int i = 0; census && i < census->count; i++) {
        const statement_list said = municipality_statements(&census->municipalities[i], arena);
        for (int k = 0; k < said.count; k++)
            add_path(paths, like, &said.items[k], arena);
    }
}

/* The nearest path of a section of the same kind that states the same key. */
static const char *nearest_path(struct session *session, const struct statement *like, const char *path)
{
    path_list paths = { 0 };
    for (int i = 0; i < session->statements.count; i++)
        add_path(&paths, like, &session->statements.items[i], session->arena);
    *list_add(&paths, session->arena) = NULL;
    return text_nearest(path, paths.items, session->arena);
}

/* The value of --vary as it holds now: the search starts from it. */
static bool read_start(struct session *session, struct statement *varied)
{
    const struct source *source = read_argument("--vary", session->request.vary, &session->statements, session->arena);
    if (!read_path(source, source->size, varied, session->arena, session->diags))
        return false;
    const struct fact *fact = project_fact(session->project, varied, session->arena);
    if (!kind_is_counted(varied->key->kind) || (fact && fact->value.count)) {
        session_complain(session, DIAG_NOT_VARIED, ARGS(arg_text(session->request.vary)));
        return false;
    }
    if (!fact) {
        const char *path = session->request.vary;
        session_complain(session, DIAG_NOT_STATED_VARIED,
                         ARGS(arg_text(path), arg_text(nearest_path(session, varied, path))));
        return false;
    }
    varied->value = fact->value;
    return !varies_secured(session, varied);
}

static bool read_bounds(struct session *session, struct search *search)
{
    const struct statement *varied = search->varied;
    const struct key_range range = key_range(varied->key, varied->section, &varied->value);
    search->low = range.low;
    search->high = range.high;
    if (!session->request.bounds)
        return true;
    const struct source *source =
        read_argument("--bounds", session->request.bounds, &session->statements, session->arena);
    const char *dots = strstr(source->bytes, "..");
    struct statement low = *varied, high = low;
    if (!dots) {
        session_complain(session, DIAG_RANGE_FORM, ARGS(arg_text(session->request.bounds)));
        return false;
    }
    size_t middle = (size_t)(dots - source->bytes);
    if (!read_varied(session, place_at(source, 0, middle), &low) ||
        !read_varied(session, place_at(source, middle + 2, source->size - middle - 2), &high))
        return false;
    search->low = low.value.number;
    search->high = high.value.number;
    if (search->low <= search->high)
        return true;
    session_complain(session, DIAG_RANGE_EMPTY, ARGS(arg_text(session->request.bounds)));
    return false;
}

/* A comma between two digits behind a sign is a decimal comma: "gap>=0,5 kr". */
static bool is_decimal(const char *from, size_t comma)
{
    bool has_sign = memchr(from, '=', comma) != NULL;
    return has_sign && from[comma - 1] >= '0' && from[comma - 1] <= '9' && from[comma + 1] >= '0' &&
           from[comma + 1] <= '9';
}

const char *const *read_names(struct session *session, const char *list)
{
    LIST(const char *) names = { 0 };
    for (const char *from = list; *from;) {
        from += strspn(from, ", ");
        size_t size = strcspn(from, ",");
        while (from[size] && is_decimal(from, size))
            size += 1 + strcspn(from + size + 1, ",");
        size_t shown = size;
        while (shown && from[shown - 1] == ' ')
            shown--;
        if (shown)
            *list_add(&names, session->arena) = arena_copy(session->arena, from, shown);
        from += size;
    }
    if (!names.count)
        *list_add(&names, session->arena) = "";
    *list_add(&names, session->arena) = NULL;
    return names.items;
}

typedef LIST(struct aim) aim_list;

static bool read_aims(struct session *session, struct search *search)
{
    aim_list aims = { 0 };
    for (const char *const *name = read_names(session, session->request.until.said); *name; name++)
        if (!read_aim(session, *name, list_add(&aims, session->arena)))
            return false;
    search->aims = aims.items;
    search->aim_count = aims.count;
    return true;
}

int solve_run(struct session *session)
{
    if (!session->request.vary || !session->request.until.said) {
        session_complain(session, DIAG_NO_AIM, NULL);
        return EXIT_USAGE;
    }
    if (!session_read(session, session->request.words.items, session->request.words.count))
        return EXIT_INPUT;
    struct statement varied;
    struct search search = { .statements = &session->statements, .varied = &varied };
    if (!read_start(session, &varied) || !read_aims(session, &search) || !read_bounds(session, &search))
        return EXIT_USAGE;
    const struct search_answer answer = search_run(&search, session->arena);
    struct doc *doc = session_doc(session);
    search_contents(doc, session->plan, &search, &answer);
    return write_doc(session, doc, answer.outcome == SEARCH_NO_ANSWER ? EXIT_NO_SOLUTION : EXIT_HOLDS);
}
