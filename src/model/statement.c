#include <medfin/model/statement.h>

static const char *date_text(struct arena *arena, enum key_date date, month at)
{
    bool is_year = date == DATE_YEAR || date == DATE_SUFFIX_YEAR;
    return is_year ? arena_text(arena, "%d", month_year(at)) : month_text(arena, at);
}

const char *statement_path(struct arena *arena, const struct statement *statement)
{
    const struct section_row *section = &section_rows[statement->section];
    const char *head = section->has_id ? arena_text(arena, "%s.%s", section->name, statement->id) : section->name;
    const struct key *key = statement->key;
    if (!key)
        return head;
    if (statement->paths)
        return arena_text(arena, "%s.%s", head, statement->paths);
    if (statement->at < 0)
        return arena_text(arena, "%s.%s", head, key->name);
    return arena_text(arena, "%s.%s%s%s", head, key->name, *key->name ? "." : "",
                      date_text(arena, key->date, statement->at));
}
