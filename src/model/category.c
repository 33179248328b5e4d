#include <medfin/model/category.h>

#include <stddef.h>

#include <medfin/base/text.h>

/* clang-format off */
const struct built_in_category built_in_categories[] = {
    { "staff", "personal" },    { "external", "externa" },
    { "travel", "resor" },      { "premises", "lokaler" },
    { "equipment", "utrustning" }, { "activities", "aktiviteter" },
    { "overhead", "indirekta" }, { "in-kind", "direktfinansiering" },
    { "other", "övrigt" },
};
/* clang-format on */

const int built_in_category_count = sizeof built_in_categories / sizeof *built_in_categories;

const char *category_word(const char *id, enum language language)
{
    const struct built_in_category *row = built_in_categories;
    while (!text_same(row->id, id))
        row++;
    return language == LANGUAGE_SV ? row->swedish : row->id;
}

const char *category_built_in(const char *name)
{
    for (int i = 0; i < built_in_category_count; i++)
        if (text_same(built_in_categories[i].id, name) || text_same(built_in_categories[i].swedish, name))
            return built_in_categories[i].id;
    return NULL;
}
