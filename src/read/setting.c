/* "staff.projektledare.share = 50 %": one value said on the command line. */

#include <medfin/read/setting.h>

#include <string.h>

#include <medfin/base/text.h>
#include <medfin/model/key_names.h>
#include <medfin/values/lines.h>

#include "bytes.h"
#include "header.h"
#include "headings.h"
#include "statements.h"

/* Kinds that a path may set: figures, statuses and words. */
/* clang-format off */
static const bool settable[VALUE_KIND_COUNT] = {
    [VALUE_MONEY] = true,
    [VALUE_MONEY_FINE] = true,
    [VALUE_MONEY_OVER_TIME] = true,
    [VALUE_MONEY_EACH] = true,
    [VALUE_PERCENT] = true,
    [VALUE_MONEY_WITH_STATUS] = true,
    [VALUE_PERCENT_OR_NAME] = true,
    [VALUE_NUMBER] = true,
    [VALUE_COUNT] = true,
    [VALUE_RATIO] = true,
    [VALUE_WORD] = true,
    [VALUE_STATUS] = true,
    [VALUE_IN_KIND] = true,
    [VALUE_PER_YEAR] = true,
    [VALUE_TIMES_A_YEAR] = true,
    [VALUE_ADVANCE] = true,
    [VALUE_AT_LEAST] = true,
    [VALUE_THRESHOLD] = true,
    [VALUE_LIMIT] = true,
    [VALUE_ROUNDING] = true,
};
/* clang-format on */

struct setting {
    const struct source *source;
    struct arena *arena;
    struct diags *diags;
    struct statement statement;
    bool is_answer; /* of a file, that may say any kind of value */
};

static struct place place_of(const struct setting *setting, struct stretch stretch)
{
    return place_at(setting->source, (size_t)(stretch.from - setting->source->bytes),
                    (size_t)(stretch.end - stretch.from));
}

static const char *copy(const struct setting *setting, struct stretch stretch)
{
    return arena_copy(setting->arena, stretch.from, (size_t)(stretch.end - stretch.from));
}

static bool fault(struct setting *setting, enum diag_id id, struct stretch stretch, const char *second)
{
    diag_add(setting->diags, id, place_of(setting, stretch), ARGS(arg_text(copy(setting, stretch)), arg_text(second)));
    return false;
}

/* The part of a path before its next dot, taken with the dot. */
static struct stretch part_take(struct stretch *path)
{
    const char *dot = memchr(path->from, '.', (size_t)(path->end - path->from));
    struct stretch part = { path->from, dot ? dot : path->end };
    path->from = dot ? dot + 1 : path->end;
    return part;
}

static bool key_read(struct setting *setting, struct stretch name)
{
    struct statement *statement = &setting->statement;
    const char *text = copy(setting, name);
    statement->key_place = place_of(setting, name);
    statement->key = key_find(statement->section, text, &statement->at);
    if (!statement->key) {
        key_unknown(statement->section, text, statement->key_place, setting->arena, setting->diags);
        return false;
    }
    return setting->is_answer || settable[statement->key->kind] || fault(setting, DIAG_SET_KIND, name, NULL);
}

static bool path_read(struct setting *setting, struct stretch path)
{
    struct stretch all = path, kind = part_take(&path);
    const char *text = copy(setting, kind);
    struct statement *statement = &setting->statement;
    statement->section = section_find(text);
    if (statement->section == SECTION_COUNT)
        return fault(setting, DIAG_UNKNOWN_KIND, kind, section_meant(text, setting->arena));
    statement->id = "";
    if (section_rows[statement->section].has_id) {
        struct stretch id = part_take(&path);
        if (!id_check(setting->source, statement->section, id, setting->arena, setting->diags))
            return false;
        statement->id = copy(setting, id);
    }
    return path.from < path.end ? key_read(setting, path) : fault(setting, DIAG_SET_PATH, all, NULL);
}

static bool setting_read(struct setting *setting, const char *from, const char *end)
{
    struct stretch line = { blanks_skip(from, end), end }, path, sign;
    line.end = blanks_trim(line.from, end);
    struct statement *statement = &setting->statement;
    enum operation operation;
    if (!sign_find(line, &path, &sign, &operation))
        return fault(setting, setting->is_answer ? DIAG_ANSWER_FORM : DIAG_SET_SIGN, line, NULL);
    statement->operation = operation;
    if (path.from == path.end)
        return fault(setting, DIAG_KEY_EMPTY, sign, NULL);
    if (!path_read(setting, path))
        return false;
    struct stretch value = { blanks_skip(sign.end, line.end), line.end };
    if (value.from == value.end)
        return fault(setting, DIAG_VALUE_EMPTY, sign, NULL);
    statement->place = place_of(setting, value);
    return statement_value(statement, copy(setting, value), setting->arena, setting->diags);
}

static int next_layer(const statement_list *statements)
{
    int layer = 1;
    for (int i = 0; i < statements->count; i++)
        if (statements->items[i].layer >= layer)
            layer = statements->items[i].layer + 1;
    return layer;
}

const struct source *read_argument(const char *name, const char *text, const statement_list *statements,
                                   struct arena *arena)
{
    size_t size = strlen(text);
    return source_new(arena, name, arena_copy(arena, text, size), size, statements_next_order(statements));
}

bool read_setting(const char *text, statement_list *statements, struct arena *arena, struct diags *diags)
{
    struct setting setting = { .arena = arena, .diags = diags };
    setting.source = read_argument("--set", text, statements, arena);
    setting.statement = (struct statement){ .layer = next_layer(statements), .at = -1, .is_setting = true };
    const char *text_end = setting.source->bytes + setting.source->size;
    if (!bytes_are_text(setting.source, diags) || !setting_read(&setting, setting.source->bytes, text_end))
        return false;
    *list_add(statements, arena) = setting.statement;
    return true;
}

bool read_alias(const char *text, csv_alias_list *aliases, struct arena *arena, struct diags *diags)
{
    static const statement_list none;
    const struct source *source = read_argument("--columns", text, &none, arena);
    int before = aliases->count;
    if (bytes_are_text(source, diags))
        columns_add(place_at(source, 0, source->size), aliases, arena, diags);
    return aliases->count > before;
}

bool read_answer(struct place line, struct statement *answer, struct arena *arena, struct diags *diags)
{
    struct setting setting = { .source = line.source, .arena = arena, .diags = diags, .is_answer = true };
    const char *from = line.source->bytes + line.offset;
    setting.statement = (struct statement){ .at = -1 };
    bool is_read = setting_read(&setting, from, comment_start(from, from + line.size, true));
    *answer = setting.statement;
    return is_read;
}

bool read_path(const struct source *source, size_t size, struct statement *named, struct arena *arena,
               struct diags *diags)
{
    struct setting setting = { .source = source, .arena = arena, .diags = diags };
    setting.statement = (struct statement){ .at = -1, .is_setting = true };
    const char *end = source->bytes + size;
    struct stretch path = { blanks_skip(source->bytes, end), end };
    path.end = blanks_trim(path.from, end);
    bool is_read = bytes_are_text(source, diags) && path_read(&setting, path);
    *named = setting.statement;
    return is_read;
}

bool read_value(struct place place, struct statement *named, struct arena *arena, struct diags *diags)
{
    const char *from = place.source->bytes + place.offset, *end = from + place.size;
    struct stretch value = { blanks_skip(from, end), end };
    value.end = blanks_trim(value.from, end);
    const struct setting setting = { .source = place.source, .arena = arena };
    named->operation = OPERATION_SET;
    named->place = place_of(&setting, value);
    if (value.from < value.end)
        return statement_value(named, copy(&setting, value), arena, diags);
    diag_add(diags, DIAG_VALUE_EMPTY, named->place, NULL);
    return false;
}
