#include <medfin/contents/stated_value.h>

#include <string.h>

#include <medfin/base/text.h>
#include <medfin/contents/heading.h>
#include <medfin/contents/names.h>
#include <medfin/doc/place.h>
#include <medfin/model/key_names.h>
#include <medfin/model/stated_values.h>

static const char *date_of(struct doc *doc, const struct statement *by)
{
    switch (by->key->date) {
    case DATE_YEAR:
    case DATE_SUFFIX_YEAR:
        return arena_text(doc->arena, "%d", month_year(by->at));
    case DATE_MONTH:
    case DATE_SUFFIX_MONTH:
        return month_text(doc->arena, by->at);
    default:
        return "";
    }
}

const char *stated_key(struct doc *doc, const struct statement *by)
{
    if (by->paths)
        return by->paths;
    const char *label = key_title(by->key), *date = date_of(doc, by);
    return arena_text(doc->arena, "%s%s%s", label, *label && *date ? " " : "", date);
}

/* "share.2022-09" of "staff.projektledare.share.2022-09". */
static const char *name_of(struct doc *doc, const struct statement *by)
{
    size_t id = section_rows[by->section].has_id ? strlen(by->id) + 1 : 0;
    size_t head = strlen(section_word(by->section, doc->language)) + 1 + id;
    return statement_path(doc->arena, by, doc->language) + head;
}

/* "one open claim" and "one_open_claim". */
static bool is_same_in_words(const char *title, const char *name)
{
    for (; *title && *name; title++, name++)
        if (*title != *name && !(*title == ' ' && strchr("_.", *name)))
            return false;
    return *title == *name;
}

const char *stated_key_with_name(struct doc *doc, const struct statement *by)
{
    const char *title = stated_key(doc, by), *name = name_of(doc, by);
    if (doc->language == LANGUAGE_EN)
        return name;
    return is_same_in_words(title, name) ? title : arena_text(doc->arena, "%s (%s)", title, name);
}

const char *stated_title(struct doc *doc, const struct section *section, const struct statement *by)
{
    const char *key = stated_key(doc, by);
    if (!section_rows[by->section].has_id)
        return key;
    const char *title = section ? section_title(section) : by->id;
    bool is_date = by->key->label == NULL;
    return arena_text(doc->arena, "%s%s%s", title, is_date ? " " : ", ", key);
}

const char *stated_title_in(struct doc *doc, const struct project *project, const struct statement *by)
{
    const bool has_id = section_rows[by->section].has_id;
    return stated_title(doc, has_id ? project_find(project, by->section, by->id) : NULL, by);
}

const char *stated_title_with_path(struct doc *doc, const struct section *section, const struct statement *by)
{
    return arena_text(doc->arena, "%s (%s)", stated_title(doc, section, by),
                      statement_path(doc->arena, by, doc->language));
}

static bool is_percent(const struct value *value)
{
    const bool is_name = value->kind == VALUE_PERCENT_OR_NAME && value->count;
    return !is_name && (value->is_share || value->kind == VALUE_PERCENT || value->kind == VALUE_PERCENT_OR_NAME ||
                        value->kind == VALUE_ADVANCE || value->kind == VALUE_PER_YEAR);
}

struct doc_cell cell_stated(struct doc *doc, const struct key *key, const struct value *value, const char *at)
{
    const struct word *words = key ? key->words : NULL;
    struct doc_cell cell = cell_text(value_text(doc->arena, value, words, doc->language), at);
    if (is_percent(value))
        cell = cell_share(value->number, false, at);
    else if (value->kind == VALUE_NUMBER || value->kind == VALUE_MONEY_FINE)
        cell = (struct doc_cell){ .kind = CELL_FIGURE, .of = KIND_DECIMAL, .number = value->number, .key = at };
    else if (value->kind == VALUE_COUNT)
        cell = cell_count(value->number, at);
    else if (value_kinds[value->kind].is_figure && value->kind != VALUE_RATIO && !value->count)
        cell = cell_money(value->number, false, at);
    else
        cell.id = value_text(doc->arena, value, words, LANGUAGE_EN);
    cell.unknown = value->unknown;
    return cell;
}

const char *tried_text(struct doc *doc, const struct statement *varied, const struct value *value)
{
    struct value plain = *value;
    plain.unknown = false;
    plain.spread = NULL;
    return value_text(doc->arena, &plain, varied->key->words, doc->language);
}

const char *tried_number_text(struct doc *doc, const struct statement *varied, int64_t number)
{
    struct value value = varied->value;
    value.number = number;
    return tried_text(doc, varied, &value);
}

struct doc_cell cell_tried(struct doc *doc, const struct statement *varied, const struct value *value, const char *key)
{
    struct value plain = *value;
    plain.unknown = false;
    plain.spread = NULL;
    return cell_stated(doc, varied->key, &plain, key);
}

struct doc_cell cell_tried_number(struct doc *doc, const struct statement *varied, int64_t number, const char *key)
{
    struct value value = varied->value;
    value.number = number;
    return cell_tried(doc, varied, &value, key);
}

const char *uncertain_title(struct doc *doc, const struct section *section, const struct fact *fact)
{
    if (fact->value.kind == VALUE_STATUS)
        return arena_text(doc->arena, tr(N_("whether %s is granted")), section_title(section));
    return stated_title(doc, section, fact->by);
}

const char *uncertain_text(struct doc *doc, const struct fact *fact, int64_t number)
{
    struct value value = fact->value;
    value.spread = NULL;
    value.number = number;
    return value_text(doc->arena, &value, fact->by->key->words, doc->language);
}

static int64_t step_shown(const struct fact *fact)
{
    bool is_percent =
        fact->value.is_share || fact->value.kind == VALUE_PERCENT || fact->value.kind == VALUE_PERCENT_OR_NAME;
    bool is_money = fact->by->key->kind != VALUE_COUNT && fact->by->key->kind != VALUE_NUMBER;
    bool is_large = fact->value.number >= 100 * KRONA;
    return is_percent ? SHARE_ONE / 10000 : is_money && is_large ? KRONA : 1;
}

/* As a reader needs it: kronor, hundredths of a percent. */
const char *uncertain_shown(struct doc *doc, const struct fact *fact, int64_t number)
{
    int64_t unit = fact->value.kind == VALUE_STATUS ? 1 : step_shown(fact);
    return uncertain_text(doc, fact, round_quotient(number, unit) * unit);
}

static void add_paths(struct doc *doc, const struct statement *statement, const char *at)
{
    const char *path = statement_path(doc->arena, statement, LANGUAGE_EN);
    doc_value(doc, cell_text(path, arena_text(doc->arena, "%s.path", at)));
    path = statement_path(doc->arena, statement, LANGUAGE_SV);
    doc_value(doc, cell_text(path, arena_text(doc->arena, "%s.swedish", at)));
}

static const char *written(struct doc *doc, const struct statement *statement)
{
    const struct place place = statement->place;
    return arena_copy(doc->arena, place.source->bytes + place.offset, place.size);
}

static const char *sign_of(const struct statement *statement)
{
    static const char *const signs[] = { [OPERATION_SET] = "",
                                         [OPERATION_ADD] = "+=",
                                         [OPERATION_SUBTRACT] = "-=",
                                         [OPERATION_MULTIPLY] = "*=",
                                         [OPERATION_REMOVE] = "none" };
    return signs[statement->operation];
}

static void add_stated(struct doc *doc, const struct statement *statement, const char *at)
{
    const char *sign = sign_of(statement);
    add_paths(doc, statement, at);
    doc_value(doc, cell_text(written(doc, statement), arena_text(doc->arena, "%s.text", at)));
    if (*sign)
        doc_value(doc, cell_text(sign, arena_text(doc->arena, "%s.operation", at)));
    else
        doc_value(doc, cell_stated(doc, statement->key, &statement->value, arena_text(doc->arena, "%s.value", at)));
    if (statement->source)
        doc_value(doc, cell_text(statement->source, arena_text(doc->arena, "%s.source", at)));
    doc_place(doc, statement->place, at);
}

void stated_contents(struct doc *doc, const struct statement *statements, int count)
{
    int sections = 0, stated = 0;
    for (int i = 0; i < count && !doc->for_people; i++) {
        const struct statement *statement = &statements[i];
        if (statement->rows || statement->from_table || statement->is_row)
            continue;
        if (statement->key) {
            add_stated(doc, statement, arena_text(doc->arena, "stated[%d]", stated++));
            continue;
        }
        const char *at = arena_text(doc->arena, "sections[%d]", sections++);
        add_paths(doc, statement, at);
        doc_place(doc, statement->place, at);
    }
}

void stated_value_contents(struct doc *doc, const struct project *project, const struct statement *statements,
                           int count)
{
    const struct statement *last = &statements[count - 1];
    const struct fact *holds = project_fact(project, last, doc->arena);
    const struct doc_column columns[] = { { tr(N_("Written")), -1, true }, { tr(N_("Source")), -1, true } };
    title_contents(doc, project, stated_title_in(doc, project, last));
    doc_text(doc, TONE_NEUTRAL, statement_path(doc->arena, last, doc->language));
    if (holds) {
        const char *text = value_text(doc->arena, &holds->value, last->key->words, doc->language);
        doc_text(doc, TONE_NEUTRAL, arena_text(doc->arena, tr(N_("What holds: %s")), text));
        doc_value(doc, cell_stated(doc, last->key, &holds->value, "value"));
    }
    struct doc_table *table = doc_table(doc, tr(N_("Where it is stated")), tr(N_("Place")), columns, 2);
    for (int i = 0; i < count; i++) {
        struct doc_row *row = doc_row(doc, table, place_short(doc->arena, statements[i].place), 0);
        const bool is_change = *sign_of(&statements[i]) && statements[i].operation != OPERATION_REMOVE;
        row->cells[0] = cell_text(arena_text(doc->arena, "%s%s%s", is_change ? sign_of(&statements[i]) : "",
                                             is_change ? " " : "", written(doc, &statements[i])),
                                  NULL);
        row->cells[1] = cell_text(statements[i].source ? source_title(statements[i].source) : "", NULL);
    }
    stated_contents(doc, statements, count);
}
