/* From statements to a complete, checked, constant project. */

#include <medfin/model/project.h>

#include <string.h>

#include <medfin/base/names.h>
#include <medfin/base/path.h>
#include <medfin/base/sort.h>
#include <medfin/base/text.h>
#include <medfin/model/activity.h>
#include <medfin/model/category.h>
#include <medfin/model/key_names.h>
#include <medfin/model/line.h>
#include <medfin/model/tariff.h>

#include "build.h"
#include "check.h"
#include "drafts.h"
#include "limits.h"
#include "overlay.h"
#include "resolve.h"

static void add_categories(struct build *build)
{
    for (int i = 0; i < built_in_category_count; i++) {
        struct category *category = arena_take(build->arena, 1, sizeof *category);
        category->swedish = built_in_categories[i].swedish;
        category->built_in = true;
        struct draft *draft = draft_add(build, SECTION_CATEGORY, built_in_categories[i].id);
        draft->section = &category->section;
    }
    build->built_in = build->drafts.count;
}

static bool is_active(const struct draft *draft)
{
    const struct setting *active = draft_setting(draft, "active");
    return !active || active->value->number == 1;
}

/* A row of a plan is left out with the [activities] that names the plan. */
static bool is_of_idle_plan(const struct build *build, const struct draft *draft)
{
    const struct draft *plan = draft_find(build, SECTION_ACTIVITIES, "");
    bool is_row = draft->kind == SECTION_ACTIVITY && draft->header && draft->header->is_row;
    return is_row && plan && !is_active(plan);
}

/* Who needs which of them is a set of them for each figure. */
enum { MOST_UNKNOWNS = 2000 };

/* What can be a leaf of a figure is numbered: words of the user's own are none. */
static bool is_words(const struct value *value)
{
    return value->kind == VALUE_TEXT || value->kind == VALUE_FILE || value->kind == VALUE_MONTHS ||
           value->kind == VALUE_TEXTS;
}

static struct fact stated(struct build *build, const struct setting *setting)
{
    struct fact fact = { .value = *setting->value, .by = setting->by, .unknown = -1 };
    if (!is_words(setting->value))
        fact.stated = ++build->stated;
    if (setting->value->unknown)
        fact.unknown = build->unknowns++;
    if (fact.unknown == MOST_UNKNOWNS)
        diag_add(build->diags, DIAG_UNKNOWNS_MANY, setting->by->place, ARGS(arg_count(MOST_UNKNOWNS)));
    return fact;
}

static int by_date(const void *left, const void *right)
{
    const struct dated *a = left, *b = right;
    return a->at < b->at ? -1 : a->at > b->at;
}

static void set_series(struct build *build, struct draft *draft, const struct key *key)
{
    LIST(struct dated) items = { 0 };
    for (int i = 0; i < draft->settings.count; i++) {
        const struct setting *setting = &draft->settings.items[i];
        if (setting->key == key)
            *list_add(&items, build->arena) = (struct dated){ setting->at, stated(build, setting) };
    }
    sort_list(&items, by_date, build->arena);
    struct series *series = (struct series *)((char *)draft->section + key->offset);
    *series = (struct series){ items.items, items.count };
}

static void set_key(struct build *build, struct draft *draft, const struct build_key *of)
{
    const struct key *key = of->key;
    if (key->date != DATE_NONE) {
        set_series(build, draft, key);
        return;
    }
    const struct fact **slot = section_slot(draft->section, key);
    const struct setting *setting = setting_find(draft, key, -1, NULL);
    const struct statement *listed = draft->listed && draft->listed->title.key == key ? &draft->listed->title : NULL;
    if (setting)
        *slot = fact_kept(build, stated(build, setting));
    else if (listed)
        *slot = fact_kept(build, (struct fact){ .value = listed->value, .by = listed, .unknown = -1 });
    else
        *slot = of->fallback;
    if (!setting && key->flags & KEY_REQUIRED)
        diag_add(build->diags, DIAG_MISSING_KEY, draft->section->place,
                 ARGS(arg_key(key), arg_section_path(build->arena, draft->section)));
}

/* What happens to a section that is left out and cannot be missed: the project refuses,
   rules and reserve fall back on their defaults. */
static bool stays(struct build *build, struct draft *draft)
{
    if (draft->kind == SECTION_PROJECT)
        diag_add(build->diags, DIAG_PROJECT_INACTIVE, draft_setting(draft, "active")->by->place, NULL);
    bool has_defaults = draft->kind == SECTION_RULES || draft->kind == SECTION_RESERVE;
    if (has_defaults)
        draft->settings.count = 0;
    return has_defaults || draft->kind == SECTION_PROJECT;
}

/* A section that a table alone speaks of. */
static void set_listed(struct draft *draft)
{
    ((struct population *)draft->section)->listed = draft->listed;
    draft->section->place = draft->listed->place;
}

static bool is_line(enum section_id kind)
{
    return section_rows[kind].costs || kind == SECTION_FUNDER;
}

/* What a kind of line has no key for is not stated, and not unknown. The facts of a line's head stand behind one
   another. */
static void set_unstated(struct line *line)
{
    static const struct fact none = { .unknown = -1 };
    const struct fact **facts = (const struct fact **)((char *)line + sizeof line->section);
    size_t count = (offsetof(struct line, actuals) - sizeof line->section) / sizeof(*facts);
    _Static_assert(offsetof(struct line, from) == sizeof line->section, "facts begin behind the section");
    for (size_t i = 0; i < count; i++)
        facts[i] = &none;
}

/* What the row says are its settings while its section is made. */
static void take_row(struct build *build, struct draft *draft)
{
    build->row.count = 0;
    for (int i = 1; draft->header && i < draft->said; i++) {
        const struct statement *by = &draft->header[i];
        *list_add(&build->row, build->scratch) = (struct setting){ by->key, by->at, &by->value, by };
    }
    draft->settings = build->row;
}

/* Makes the draft's section with every key's value or default. */
static void make_section(struct build *build, struct draft *draft, int order)
{
    if (!draft->section) {
        if (is_of_idle_plan(build, draft) || (!is_active(draft) && !stays(build, draft)))
            return;
        draft->section = arena_take(build->arena, 1, section_rows[draft->kind].size);
    }
    draft->section->kind = draft->kind;
    draft->section->id = draft->id;
    draft->section->order = order;
    if (draft->header)
        draft->section->place = draft->header->place;
    if (draft->listed)
        set_listed(draft);
    if (is_line(draft->kind))
        set_unstated((struct line *)draft->section);
    if (draft->said)
        take_row(build, draft);
    for (int i = 0; i < build->keys[draft->kind].count; i++)
        set_key(build, draft, &build->keys[draft->kind].items[i]);
    if (draft->said)
        draft->settings = (setting_list){ 0 };
}

typedef bool kind_test(const struct section_row *kind);

static bool pays(const struct section_row *kind)
{
    return kind->pays;
}

static bool costs(const struct section_row *kind)
{
    return kind->costs;
}

static struct section_list sections_that(kind_test *test, struct build *build)
{
    const struct section_list *all = &build->project->all;
    LIST(const struct section *) list = { 0 };
    for (int i = 0; i < all->count; i++)
        if (test(&section_rows[all->items[i]->kind]))
            *list_add(&list, build->arena) = all->items[i];
    return (struct section_list){ list.items, list.count };
}

static struct section_list sections_of(struct build *build, enum section_id kind)
{
    LIST(const struct section *) list = { 0 };
    for (int i = 0; i < build->drafts.count; i++) {
        const struct draft *draft = build->drafts.items[i];
        if (draft->section && (kind == SECTION_COUNT || draft->kind == kind))
            *list_add(&list, build->arena) = draft->section;
    }
    return (struct section_list){ list.items, list.count };
}

/* By its number: dated values are sorted after they were numbered. */
static void list_unknown(const struct statement **unknowns, const struct fact *fact)
{
    if (fact->unknown >= 0)
        unknowns[fact->unknown] = fact->by;
}

static void collect_unknowns(struct build *build, struct project *project)
{
    const struct statement **unknowns = arena_take(build->arena, (size_t)build->unknowns + 1, sizeof *unknowns);
    for (int i = 0; i < build->drafts.count; i++) {
        const struct draft *draft = build->drafts.items[i];
        const key_list *keys = &build->keys[draft->kind];
        for (int k = 0; draft->section && k < keys->count; k++) {
            const struct key *key = keys->items[k].key;
            const struct series *series = key->date != DATE_NONE ? section_series(draft->section, key) : NULL;
            if (!series)
                list_unknown(unknowns, section_fact(draft->section, key));
            for (int s = 0; series && s < series->count; s++)
                list_unknown(unknowns, &series->items[s].fact);
        }
    }
    project->unknowns = unknowns;
    project->unknown_count = build->unknowns;
    project->stated_count = build->stated;
}

static bool is_title(const struct statement *statement)
{
    bool says = statement->section == SECTION_SCENARIO || statement->section == SECTION_ACTUALS;
    return says && statement->key && strcmp(statement->key->name, "title") == 0;
}

/* Statements stand layer by layer. */
static void list_scenarios(const struct build *build, struct project *project)
{
    LIST(const char *) titles = { 0 };
    int layer = 0;
    for (int i = 0; i < build->statement_count; i++) {
        const struct statement *statement = &build->statements[i];
        if (!statement->layer || statement->is_setting || !statement->place.source)
            continue;
        if (statement->layer != layer)
            *list_add(&titles, build->arena) = file_stem(build->arena, statement->place.source->name);
        layer = statement->layer;
        if (is_title(statement) && statement->value.text)
            titles.items[titles.count - 1] = statement->value.text;
    }
    project->scenarios = titles.items;
    project->scenario_count = titles.count;
}

static void expand_index(struct build *build, struct section *section)
{
    struct index *index = (struct index *)section;
    if (!fact_is_stated(index->rate))
        return;
    LIST(struct dated) steps = { 0 };
    const struct years years = project_years(build->project);
    for (int year = years.first; year <= years.last; year++)
        *list_add(&steps, build->arena) =
            (struct dated){ month_of(year, (int)index->at_month->value.number), *index->rate };
    index->every_year = (struct series){ steps.items, steps.count };
}

/* How long each activity is, in hours. */
static void measure_activities(struct build *build)
{
    const struct section_list *all = &build->project->of[SECTION_ACTIVITY];
    const struct activities *stated = project_activities(build->project);
    const int64_t day = stated ? stated->day_hours->value.number : DAY_HOURS * SHARE_ONE;
    for (int i = 0; i < all->count; i++) {
        struct activity *activity = (struct activity *)all->items[i];
        activity->length = fact_is_stated(activity->hours)
                               ? activity->hours->value.number
                               : (int64_t)((wide)activity->days->value.number * day / SHARE_ONE);
    }
}

static void expand_indices(struct build *build)
{
    for (int i = 0; i < build->drafts.count; i++) {
        struct draft *draft = build->drafts.items[i];
        if (draft->section && draft->kind == SECTION_INDEX)
            expand_index(build, draft->section);
    }
}

static int sections_in(const struct table_rows *rows)
{
    int sections = rows->census ? rows->census->count : 0;
    for (int i = 0; i < rows->said.count; i++)
        sections += !rows->said.items[i].key;
    return sections;
}

static int sections_spoken_of(const struct statement *statements, int count)
{
    int sections = 0;
    for (int i = 0; i < count; i++)
        sections += statements[i].rows ? sections_in(statements[i].rows) : !statements[i].key;
    return sections;
}

static bool has_project(const struct statement *statements, int count)
{
    for (int i = 0; i < count; i++)
        if (statements[i].section == SECTION_PROJECT && statements[i].layer == 0)
            return true;
    return false;
}

/* Who reads a value that it cannot says so; without that fault its statement is still no value. */
static bool are_read(const struct statement *statements, int count)
{
    for (int i = 0; i < count; i++)
        if (statements[i].broken)
            return false;
    return true;
}

static void make_sections(struct build *build)
{
    make_buckets(build, sections_spoken_of(build->statements, build->statement_count));
    add_categories(build);
    fold_statements(build, build->statements, build->statement_count);
    const struct draft *reserve = draft_find(build, SECTION_RESERVE, "");
    build->keeps_reserve = reserve && is_active(reserve);
    if (!reserve)
        draft_add(build, SECTION_RESERVE, "");
    if (!draft_find(build, SECTION_RULES, ""))
        draft_add(build, SECTION_RULES, "");
    find_keys(build);
    for (int i = 0; i < build->drafts.count; i++)
        make_section(build, build->drafts.items[i], i);
    resolve_names(build);
}

/* The numbers of the sections of a kind, from 1, once one of them has been asked for. */
struct section_finder {
    struct arena *arena;
    struct names ids[SECTION_COUNT];
};

static void fill_project(struct build *build)
{
    struct project *project = (struct project *)draft_find(build, SECTION_PROJECT, "")->section;
    build->project = project;
    project->finder = arena_take(build->arena, 1, sizeof *project->finder);
    project->finder->arena = build->arena;
    build->orders = build->drafts.count;
    project->first = (month)project->start->value.number;
    project->last = (month)project->end->value.number;
    project->all = sections_of(build, SECTION_COUNT);
    for (int kind = 0; kind < SECTION_COUNT; kind++)
        project->of[kind] = sections_of(build, (enum section_id)kind);
    project->costs = sections_that(costs, build);
    project->payers = sections_that(pays, build);
    project->rules = (const struct rules *)draft_find(build, SECTION_RULES, "")->section;
    project->reserve = (const struct reserve *)draft_find(build, SECTION_RESERVE, "")->section;
    project->keeps_reserve = build->keeps_reserve;
    memcpy(project->tables, build->tables, sizeof project->tables);
    measure_activities(build);
    project->book = build->book;
    collect_unknowns(build, project);
    list_scenarios(build, project);
}

static enum build_step build_steps(struct build *build, const struct project **project)
{
    struct diags *diags = build->diags;
    *project = NULL;
    if (!has_project(build->statements, build->statement_count)) {
        if (!diags_errors(diags))
            diag_add(diags, DIAG_NO_PROJECT, ((struct place){ 0 }), NULL);
        return STEP_PROJECT;
    }
    make_sections(build);
    /* Past this point values are followed, so each must be there. */
    if (diags_errors(diags) || !are_read(build->statements, build->statement_count))
        return STEP_SECTIONS;
    fill_project(build);
    check_project(build);
    if (diags_errors(diags))
        return STEP_CHECKS;
    expand_indices(build);
    check_limits(build);
    *project = diags_errors(diags) ? NULL : build->project;
    return *project ? STEP_NONE : STEP_LIMITS;
}

enum build_step project_build_steps(const struct statement *statements, int count, struct arena *arena,
                                    struct diags *diags, const struct project **project)
{
    struct build build = {
        .arena = arena, .scratch = arena_like(arena), .diags = diags, .statements = statements, .statement_count = count
    };
    enum build_step step = build_steps(&build, project);
    arena_free(build.scratch);
    return step;
}

const struct project *project_build(const struct statement *statements, int count, struct arena *arena,
                                    struct diags *diags)
{
    const struct project *project;
    project_build_steps(statements, count, arena, diags, &project);
    return project;
}

const struct section *project_find(const struct project *project, enum section_id kind, const char *id)
{
    const struct section_list *list = &project->of[kind];
    struct names *ids = &project->finder->ids[kind];
    for (int i = ids->count ? list->count : 0; i < list->count; i++)
        *names_number(ids, list->items[i]->id, project->finder->arena) = i + 1;
    int number = names_find(ids, id);
    return number ? list->items[number - 1] : NULL;
}
