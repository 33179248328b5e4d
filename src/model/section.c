#include <medfin/model/section.h>

#include <medfin/model/key_names.h>

bool section_refers(const struct section *section, const struct section *other)
{
    for (int k = 0; k < key_count; k++)
        if (key_rows[k].targets && key_is_of(&key_rows[k], section->kind) &&
            fact_names((const struct fact *)((const char *)section + key_rows[k].offset), other))
            return true;
    return false;
}

const char *section_path(struct arena *arena, const struct section *section)
{
    const struct section_row *row = &section_rows[section->kind];
    return row->has_id ? arena_text(arena, "%s.%s", row->name, section->id) : row->name;
}

const char *section_title(const struct section *section)
{
    if (fact_is_stated(&section->title))
        return section->title.value.text;
    return *section->id ? section->id : section_rows[section->kind].name;
}
