#include <medfin/model/section.h>

#include <medfin/model/key_names.h>

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
