#include <medfin/contents/names.h>
#include <medfin/contents/stated_value.h>

#include <string.h>

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
    const struct section_row *row = &section_rows[by->section];
    size_t head = strlen(row->name) + 1 + (row->has_id ? strlen(by->id) + 1 : 0);
    return statement_path(doc->arena, by) + head;
}

const char *stated_key_with_name(struct doc *doc, const struct statement *by)
{
    const char *title = stated_key(doc, by), *name = name_of(doc, by);
    bool says_itself = doc->language == LANGUAGE_EN || strcmp(title, name) == 0;
    return says_itself ? name : arena_text(doc->arena, "%s (%s)", title, name);
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

const char *stated_title_with_path(struct doc *doc, const struct section *section, const struct statement *by)
{
    return arena_text(doc->arena, "%s (%s)", stated_title(doc, section, by), statement_path(doc->arena, by));
}

static bool is_percent(const struct value *value)
{
    return value->is_share || value->kind == VALUE_PERCENT || value->kind == VALUE_PERCENT_OR_NAME ||
           value->kind == VALUE_ADVANCE || value->kind == VALUE_PER_YEAR;
}

struct doc_cell cell_stated(struct doc *doc, const struct key *key, const struct value *value, const char *at)
{
    const struct word *words = key ? key->words : NULL;
    struct doc_cell cell = cell_text(value_text(doc->arena, value, words, doc->language), at);
    if (is_percent(value))
        cell = cell_share(value->number, false, at);
    else if (value->kind == VALUE_NUMBER || value->kind == VALUE_MONEY_FINE)
        cell = (struct doc_cell){ .kind = CELL_NUMBER, .number = value->number, .key = at };
    else if (value->kind == VALUE_COUNT)
        cell = cell_count(value->number, at);
    else if (value_kinds[value->kind].is_figure && value->kind != VALUE_RATIO)
        cell = cell_money(value->number, false, at);
    else
        cell.id = value_text(doc->arena, value, words, LANGUAGE_EN);
    cell.unknown = value->unknown;
    return cell;
}
