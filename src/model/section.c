#include <medfin/model/section.h>

#include <medfin/model/key_names.h>

const char *section_path(struct arena *arena, const struct section *section, enum language language)
{
    const char *word = section_word(section->kind, language);
    return section_rows[section->kind].has_id ? arena_text(arena, "%s.%s", word, section->id) : word;
}

struct diag_arg arg_section_path(struct arena *arena, const struct section *section)
{
    return arg_either(section_path(arena, section, LANGUAGE_EN), section_path(arena, section, LANGUAGE_SV));
}

const char *section_title(const struct section *section)
{
    if (fact_is_stated(section->title))
        return section->title->value.text;
    return *section->id ? section->id : section_rows[section->kind].name;
}
