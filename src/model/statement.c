#include <medfin/model/statement.h>

#include <medfin/model/key_names.h>

static const char *date_text(struct arena *arena, enum key_date date, month at)
{
    bool is_year = date == DATE_YEAR || date == DATE_SUFFIX_YEAR;
    return is_year ? arena_text(arena, "%d", month_year(at)) : month_text(arena, at);
}

const char *statement_path(struct arena *arena, const struct statement *statement, enum language language)
{
    const char *word = section_word(statement->section, language);
    const char *head = section_rows[statement->section].has_id ? arena_text(arena, "%s.%s", word, statement->id) : word;
    const struct key *key = statement->key;
    if (!key)
        return head;
    if (statement->paths)
        return arena_text(arena, "%s.%s", head, key_translated(arena, statement->section, statement->paths, language));
    if (statement->at < 0)
        return arena_text(arena, "%s.%s", head, key_word(key, language));
    return arena_text(arena, "%s.%s%s%s", head, key_word(key, language), *key->name ? "." : "",
                      date_text(arena, key->date, statement->at));
}

struct diag_arg arg_path(struct arena *arena, const struct statement *statement)
{
    return arg_either(statement_path(arena, statement, LANGUAGE_EN), statement_path(arena, statement, LANGUAGE_SV));
}

int statements_said(const struct statement *statements, int count)
{
    int said = count;
    for (int i = 0; i < count; i++)
        said += statements[i].rows ? statements[i].rows->said.count : 0;
    return said;
}

int statements_next_order(const statement_list *statements)
{
    int order = 0;
    for (int i = 0; i < statements->count; i++) {
        const struct source *source = statements->items[i].place.source;
        order = source && source->order >= order ? source->order + 1 : order;
    }
    return order;
}
