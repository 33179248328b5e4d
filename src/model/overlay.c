/* Statements, layer on layer, become what each key says in the end. */

#include "overlay.h"

#include <string.h>

#include <medfin/base/text.h>
#include <medfin/model/census.h>
#include <medfin/model/key_names.h>

#include "drafts.h"

/* A section as its header has it, in the reader's language. */
static struct diag_arg arg_header(struct build *build, enum section_id section, const char *id)
{
    const struct section_row *row = &section_rows[section];
    if (!row->has_id)
        return arg_section(section);
    return arg_either(arena_text(build->arena, "%s %s", row->name, id),
                      arena_text(build->arena, "%s %s", row->swedish, id));
}

/* The section of that kind whose id is nearest to one that names nothing. */
static struct diag_arg arg_nearest(struct build *build, const struct statement *statement)
{
    LIST(const char *) names = { 0 };
    for (int i = 0; i < build->drafts.count; i++)
        if (build->drafts.items[i]->kind == statement->section)
            *list_add(&names, build->arena) = build->drafts.items[i]->id;
    *list_add(&names, build->arena) = NULL;
    const char *nearest = text_nearest(statement->id, names.items, build->arena);
    return nearest ? arg_header(build, statement->section, nearest) : arg_text(NULL);
}

/* Whether the section that begins with this header says `new = yes` further down. */
static bool says_new(const struct statement *header, int left)
{
    for (int i = 1; i < left && header[i].key; i++)
        if (strcmp(header[i].key->name, "new") == 0)
            return header[i].value.number == 1;
    return false;
}

/* A scenario may speak of sections that the project has; one without an id is always there. */
static bool is_missing(const struct statement *header, int left)
{
    const struct section_row *kind = &section_rows[header->section];
    return header->layer > 0 && kind->has_id && !kind->follows && !says_new(header, left);
}

/* A name must mean one thing: built-in categories keep theirs, and an own category may not
   take a Swedish one either. */
static bool is_category_name(const struct build *build, const struct statement *header)
{
    for (int i = 0; i < build->built_in; i++) {
        const struct draft *draft = build->drafts.items[i];
        const struct category *category = (const struct category *)draft->section;
        if (text_same(draft->id, header->id) ||
            (header->section == SECTION_CATEGORY && text_same(category->swedish, header->id)))
            return true;
    }
    return false;
}

static void fold_key(struct build *build, struct draft *draft, const struct statement *by);

/* What a table alone has said of a section is folded in when another speaks of it too. */
static struct draft *entry_spoken_of(struct build *build, enum section_id kind, const char *id)
{
    struct draft *draft = draft_find(build, kind, id);
    for (int said = draft ? draft->said : 0, i = 1; i < said; i++) {
        draft->said = 0;
        fold_key(build, draft, &draft->header[i]);
    }
    if (!draft || !draft->listed)
        return draft;
    const statement_list said = municipality_statements(draft->listed, build->arena);
    draft->header = &said.items[0];
    draft->listed = NULL;
    for (int i = 1; i < said.count; i++)
        fold_key(build, draft, &said.items[i]);
    return draft;
}

static void check_count(struct build *build, const struct statement *header)
{
    const struct section_row *kind = &section_rows[header->section];
    if (kind->most && ++build->of_kind[header->section] == kind->most + 1)
        diag_add(build->diags, DIAG_SECTIONS_MANY, header->place,
                 ARGS(arg_count(kind->most), arg_section(header->section)));
}

static struct draft *fold_header(struct build *build, const struct statement *header, int left)
{
    if (section_rows[header->section].has_id && is_category_name(build, header)) {
        diag_add(build->diags, DIAG_ID_IS_CATEGORY, header->place, ARGS(arg_text(header->id)));
        return NULL;
    }
    struct draft *draft = entry_spoken_of(build, header->section, header->id);
    if (draft && draft->header && draft->last_layer == header->layer) {
        if (header->section == SECTION_PROJECT) {
            diag_add(build->diags, DIAG_TWO_PROJECTS, header->place, ARGS(arg_place(draft->header->place)));
            return NULL;
        }
        diag_add(build->diags, DIAG_DUPLICATE_SECTION, header->place,
                 ARGS(arg_header(build, header->section, header->id), arg_place(draft->header->place)));
        return draft;
    }
    if (!draft) {
        if (is_missing(header, left)) {
            diag_add(build->diags, DIAG_NO_SUCH_SECTION, header->place,
                     ARGS(arg_header(build, header->section, header->id), arg_nearest(build, header)));
        }
        draft = draft_add(build, header->section, header->id);
        check_count(build, header);
    } else if (draft->header && header->layer > 0 && says_new(header, left)) {
        diag_add(build->diags, DIAG_NOT_NEW, header->place,
                 ARGS(arg_header(build, header->section, header->id), arg_place(draft->header->place)));
    }
    draft->header = draft->header ? draft->header : header;
    draft->last_layer = header->layer;
    return draft;
}

static struct value *value_new(struct build *build, struct value value)
{
    struct value *kept = arena_take(build->arena, 1, sizeof *kept);
    *kept = value;
    return kept;
}

/* Room for sums and products of two values, none of which is far below nothing: what is beyond it is out of any
   range. */
static bool is_beyond(wide number)
{
    return number > INT64_MAX / 4;
}

static bool in_range(const struct key *key, const struct value *value, wide number)
{
    if (is_beyond(number))
        return false;
    if (value->is_share)
        return number >= 0 && number <= SHARE_ONE;
    return (key->low == 0 && key->high == 0) || (number >= key->low && number <= key->high);
}

static bool is_spread_beyond(const struct spread *spread, int64_t added, int64_t factor)
{
    bool is_any = spread && (is_beyond((wide)spread->first * factor / SHARE_ONE + added) ||
                             is_beyond((wide)spread->second * factor / SHARE_ONE + added));
    for (int i = 0; spread && i < spread->likely_count; i++)
        is_any = is_any || is_beyond((wide)spread->likely[i].number * factor / SHARE_ONE + added);
    return is_any;
}

/* The spread goes with its value: moved by what is added, scaled by what multiplies. */
static const struct spread *spread_changed(struct build *build, const struct spread *spread, int64_t added,
                                           int64_t factor)
{
    if (!spread)
        return NULL;
    struct spread *changed = arena_take(build->arena, 1, sizeof *changed);
    bool is_width = spread->kind == DISTRIBUTION_NORMAL;
    changed->kind = spread->kind;
    changed->first = money_times(spread->first, factor) + (is_width ? 0 : added);
    bool has_second = distributions[spread->kind].arguments > 1;
    changed->second = has_second ? money_times(spread->second, factor) + added : 0;
    struct likely *likely = arena_take(build->arena, (size_t)spread->likely_count + 1, sizeof *likely);
    for (int i = 0; i < spread->likely_count; i++)
        likely[i] = (struct likely){ money_times(spread->likely[i].number, factor) + added, spread->likely[i].chance };
    changed->likely = likely;
    changed->likely_count = spread->likely_count;
    return changed;
}

/* Apply += -= *= to a value that stands. */
static void change(struct build *build, struct setting *setting, const struct statement *by)
{
    const struct value *value = setting->value;
    if (by->broken || setting->by->broken)
        return;
    bool other_form = by->operation != OPERATION_MULTIPLY && by->value.is_share != value->is_share;
    if (value->count || other_form || (by->value.period && by->value.period != value->period)) {
        diag_add(build->diags, DIAG_PERIODS_DIFFER, by->place,
                 ARGS(arg_path(build->arena, by), arg_place(setting->by->place)));
        return;
    }
    /* Whatever is added to an unknown amount or multiplies it leaves it unknown. */
    if (value->unknown)
        return;
    bool multiplies = by->operation == OPERATION_MULTIPLY;
    int64_t added = by->operation == OPERATION_SUBTRACT ? -by->value.number : by->value.number;
    wide result = multiplies ? (wide)value->number * by->value.number / SHARE_ONE : (wide)value->number + added;
    int64_t factor = multiplies ? by->value.number : SHARE_ONE;
    if (!in_range(setting->key, value, result) || is_spread_beyond(value->spread, multiplies ? 0 : added, factor)) {
        diag_add(build->diags, DIAG_RESULT_RANGE, by->place, ARGS(arg_path(build->arena, by)));
        return;
    }
    struct value *changed = value_new(build, *value);
    changed->number = multiplies ? money_times(value->number, factor) : (int64_t)result;
    changed->spread = spread_changed(build, value->spread, multiplies ? 0 : added, factor);
    setting->value = changed;
}

static void remove_setting(struct draft *draft, const struct setting *setting)
{
    int at = (int)(setting - draft->settings.items);
    draft->settings.count--;
    memmove(draft->settings.items + at, draft->settings.items + at + 1,
            (size_t)(draft->settings.count - at) * sizeof *setting);
}

static struct setting *setting_add(struct build *build, struct draft *draft, const struct statement *by)
{
    struct setting *setting = list_add(&draft->settings, build->scratch);
    *setting = (struct setting){ .key = by->key, .at = by->at, .by = by };
    return setting;
}

static struct diag_arg arg_nearest_key(struct build *build, const struct draft *draft, const struct statement *by)
{
    LIST(const char *) stated = { 0 };
    for (int i = 0; i < draft->settings.count; i++)
        *list_add(&stated, build->arena) = statement_path(build->arena, draft->settings.items[i].by, LANGUAGE_EN);
    *list_add(&stated, build->arena) = NULL;
    const char *nearest = text_nearest(statement_path(build->arena, by, LANGUAGE_EN), stated.items, build->arena);
    if (!nearest)
        return arg_text(NULL);
    return arg_either(nearest, path_translated(build->arena, nearest, LANGUAGE_SV));
}

static void fold_key(struct build *build, struct draft *draft, const struct statement *by)
{
    struct setting *setting = setting_find(draft, by->key, by->at, by->paths);
    bool sets = by->operation == OPERATION_SET;
    if (setting && setting->by->layer == by->layer) {
        diag_add(build->diags, DIAG_DUPLICATE_KEY, by->key_place,
                 ARGS(arg_path(build->arena, by), arg_place(setting->by->place)));
        return;
    }
    if (!setting && !sets && !(by->operation != OPERATION_REMOVE && by->key->flags & KEY_HAS_DEFAULT)) {
        diag_add(build->diags, DIAG_NOT_STATED, by->key_place,
                 ARGS(arg_path(build->arena, by), arg_nearest_key(build, draft, by)));
        return;
    }
    if (by->operation == OPERATION_REMOVE) {
        remove_setting(draft, setting);
        return;
    }
    if (!setting) {
        const struct key *key = by->key;
        setting = setting_add(build, draft, by);
        setting->value = &by->value;
        if (!sets)
            setting->value = value_new(
                build, (struct value){ .kind = key->kind, .number = key->fallback, .second = key->fallback_second });
    }
    if (sets)
        setting->value = &by->value;
    else
        change(build, setting, by);
    setting->by = by;
}

static bool is_dated_sibling(const struct setting *dated, const struct setting *plain)
{
    return dated->key != plain->key && dated->at >= 0 && *plain->key->name &&
           strcmp(dated->key->name, plain->key->name) == 0;
}

/* A scenario that sets `share` while `share.2022-09` of a lower layer remains says less
   than its author thinks. */
static void warn_of_siblings(struct build *build, const struct draft *draft)
{
    for (int i = 0; i < draft->settings.count; i++) {
        const struct setting *plain = &draft->settings.items[i];
        for (int j = 0; j < draft->settings.count; j++) {
            const struct setting *dated = &draft->settings.items[j];
            if (plain->by->layer > dated->by->layer && is_dated_sibling(dated, plain)) {
                diag_add(build->diags, DIAG_DATED_REMAINS, plain->by->key_place,
                         ARGS(arg_path(build->arena, plain->by), arg_path(build->arena, dated->by),
                              arg_place(dated->by->place)));
                break;
            }
        }
    }
}

/* The section that a setting from the command line speaks of. */
static struct draft *entry_of_setting(struct build *build, const struct statement *by)
{
    struct draft *draft = entry_spoken_of(build, by->section, by->id);
    if (draft || !section_rows[by->section].has_id)
        return draft ? draft : draft_add(build, by->section, by->id);
    diag_add(build->diags, DIAG_NO_SUCH_SECTION, by->key_place,
             ARGS(arg_header(build, by->section, by->id), arg_nearest(build, by)));
    return NULL;
}

/* A municipality in doubt is folded as if each of its rows stood in the project file. */
static void fold_municipality(struct build *build, const struct municipality *of)
{
    const struct statement header = { .section = SECTION_POPULATION, .id = of->id };
    bool is_taken = is_category_name(build, &header) || draft_find(build, SECTION_POPULATION, of->id);
    if (!is_taken && municipality_is_plain(of)) {
        struct draft *draft = draft_add(build, SECTION_POPULATION, of->id);
        draft->listed = of;
        draft->last_layer = of->census->layer;
        return;
    }
    const statement_list said = municipality_statements(of, build->arena);
    struct draft *draft = fold_header(build, &said.items[0], said.count);
    for (int i = 1; draft && i < said.count; i++)
        fold_key(build, draft, &said.items[i]);
}

static void fold_census(struct build *build, const struct census *census)
{
    for (int i = 0; i < census->count; i++)
        fold_municipality(build, &census->municipalities[i]);
}

/* A row of which nobody else has spoken stays where it is. */
static void fold_row(struct build *build, const struct statement *header, int count)
{
    struct draft *draft = fold_header(build, header, count);
    if (draft && draft->header == header && !draft->settings.count)
        draft->said = count;
    for (int i = 1; draft && i < count && !draft->said; i++)
        fold_key(build, draft, &header[i]);
}

static void fold_table(struct build *build, const struct table_rows *rows)
{
    build->tables[rows->record->kind] = rows->record;
    if (rows->census)
        fold_census(build, rows->census);
    for (int from = 0, to; from < rows->said.count; from = to) {
        for (to = from + 1; to < rows->said.count && rows->said.items[to].key;)
            to++;
        fold_row(build, &rows->said.items[from], to - from);
    }
}

/* What ledgers say is said of sections that others begin, but of a cost that nobody planned. */
static void fold_book(struct build *build, const struct table_rows *rows)
{
    build->book = rows->book;
    for (int i = 0; i < rows->said.count; i++) {
        const struct statement *said = &rows->said.items[i];
        struct draft *draft = entry_spoken_of(build, said->section, said->id);
        if (!draft && !said->key) {
            draft = draft_add(build, said->section, said->id);
            draft->header = said;
            draft->last_layer = said->layer;
        }
        if (draft && said->key)
            fold_key(build, draft, said);
    }
}

static void fold_all(struct build *build, const struct statement *statements, int count)
{
    struct draft *draft = NULL;
    for (int i = 0; i < count; i++) {
        const struct statement *statement = &statements[i];
        if (statement->rows && statement->rows->book)
            fold_book(build, statement->rows);
        else if (statement->rows)
            fold_table(build, statement->rows);
        else if (!statement->key)
            draft = fold_header(build, statement, count - i);
        else if (statement->is_setting)
            draft = entry_of_setting(build, statement);
        if (draft && statement->key)
            fold_key(build, draft, statement);
    }
}

void fold_statements(struct build *build, const struct statement *statements, int count)
{
    fold_all(build, statements, count);
    for (int i = 0; i < build->drafts.count; i++)
        warn_of_siblings(build, build->drafts.items[i]);
}
