/* Projects to start from, as a newcomer reads them: every line is meant to be changed, and each `?` has an example
   beside it that makes the whole balance. */

#include <medfin/start/starters.h>

#include <assert.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/* Made by CMakeLists.txt; ends with a NULL name. */
extern const struct template_row template_rows[];

const struct starter starter_rows[] = {
    { "jamtland", N_("three years, a half post, a region, a county board, a 1:1 grant") },
    { "medlemskap", N_("a member's decision: benefit against the own effort") },
    { "sekom", N_("an association: fees, members, a post and a reserve") },
    { "natverk", N_("a network of equal members, and the fee that it takes") },
    { 0 },
};

static bool is_called(const struct template_row *row, const char *name, enum language language)
{
    size_t size = strlen(name);
    return strncmp(row->name, name, size) == 0 && row->name[size] == '.' &&
           strcmp(row->name + size + 1, language_code(language)) == 0;
}

const char *template_text(const char *name, enum language language)
{
    const struct template_row *row = template_rows;
    while (row->name && !is_called(row, name, language))
        row++;
    assert(row->name);
    return row->text;
}
