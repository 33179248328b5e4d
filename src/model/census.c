#include <medfin/model/census.h>

bool municipality_is_plain(const struct municipality *of)
{
    for (int i = 0; i < of->year_count; i++)
        if (of->years[i].inhabitants < 0 || (i && of->years[i].at == of->years[i - 1].at))
            return false;
    return true;
}

const struct census_row *municipality_year(const struct municipality *of, month january)
{
    for (int i = 0; i < of->year_count; i++)
        if (of->years[i].at == january)
            return &of->years[i];
    return NULL;
}

static struct place place_of(const struct municipality *of, struct cell_stretch stretch)
{
    return (struct place){ of->census->file, stretch.offset, stretch.size };
}

struct place census_row_place(const struct municipality *of, const struct census_row *counted)
{
    return place_of(of, counted->number);
}

static struct statement statement_of(const struct municipality *of, const struct key *key, struct place place)
{
    return (struct statement){ .layer = of->census->layer,
                               .section = SECTION_POPULATION,
                               .id = of->id,
                               .key = key,
                               .at = -1,
                               .place = place,
                               .key_place = place,
                               .source = of->census->source,
                               .from_table = true };
}

struct statement census_row_statement(const struct municipality *of, const struct census_row *counted)
{
    struct statement statement = statement_of(of, of->census->year, census_row_place(of, counted));
    statement.at = counted->at;
    statement.key_place = place_of(of, counted->year);
    statement.broken = counted->inhabitants < 0;
    statement.value =
        (struct value){ .kind = statement.key->kind, .number = statement.broken ? 0 : counted->inhabitants };
    return statement;
}

statement_list municipality_statements(const struct municipality *of, struct arena *arena)
{
    statement_list statements = { 0 };
    *list_add(&statements, arena) = statement_of(of, NULL, of->place);
    if (of->title.key)
        *list_add(&statements, arena) = of->title;
    for (int i = 0; i < of->year_count; i++)
        *list_add(&statements, arena) = census_row_statement(of, &of->years[i]);
    return statements;
}
