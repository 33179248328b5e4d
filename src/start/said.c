#include "said.h"

#include <medfin/base/month.h>
#include <medfin/base/text.h>

static const struct word words_column[] = { { "cost", "kostnad", COLUMN_TOTAL },
                                            { "funder", "finansiär", COLUMN_FUNDER },
                                            { "financing", "finansiering", COLUMN_FUNDING },
                                            { "category", "kostnadsslag", COLUMN_CATEGORY },
                                            { "status", "status", COLUMN_STATUS },
                                            { "note", "anteckning", COLUMN_NOTE },
                                            { "none", "inget", COLUMN_NONE },
                                            { 0 } };

static const char *listed(const struct search *search, enum language language)
{
    struct text list = text_new(search->arena);
    for (const struct word *word = words_column; word->english; word++)
        text_addf(&list, "%s, ", language == LANGUAGE_SV ? word->swedish : word->english);
    text_add(&list, "2027");
    return list.bytes;
}

bool said_find(struct search *search, const char *heading, struct budget_column *column)
{
    const char *tidy = text_tidy(search->arena, heading);
    for (int i = 0; i < search->said->count; i++) {
        struct csv_alias *alias = &search->said->items[i];
        if (!text_same(text_tidy(search->arena, alias->heading), tidy))
            continue;
        const struct word *word = word_of_text(words_column, alias->meant);
        struct years years = label_years(alias->meant);
        if (!alias->is_used && !word && !years.count)
            diag_add(
                search->diags, DIAG_COLUMNS_MEANT, alias->place,
                ARGS(arg_text(alias->meant), arg_either(listed(search, LANGUAGE_EN), listed(search, LANGUAGE_SV))));
        alias->is_used = true;
        column->use = word ? (enum column_use)word->code : COLUMN_YEAR;
        column->year = word ? 0 : years.first;
        return true;
    }
    return false;
}
