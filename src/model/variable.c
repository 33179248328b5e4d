#include <medfin/model/variable.h>

#include <medfin/model/stated_values.h>

#include "build.h"
#include "check.h"
#include "limits.h"

/* Sections whose figures stand for themselves: nothing was made of them when the project
   was built, but the dated steps of an index with a yearly rate. */
/* clang-format off */
static const bool stands_alone[SECTION_COUNT] = {
    [SECTION_PROJECT] = true, [SECTION_INDEX] = true,  [SECTION_RATE] = true,  [SECTION_STAFF] = true,
    [SECTION_COST] = true,    [SECTION_ACTIVITY] = true, [SECTION_TRAVEL] = true, [SECTION_OVERHEAD] = true,
    [SECTION_FUNDER] = true,  [SECTION_GROUP] = true,  [SECTION_FRAME] = true, [SECTION_RESERVE] = true,
    [SECTION_RULES] = true,   [SECTION_TARIFF] = true,
};
/* clang-format on */

/* Words decide what is booked, names what belongs to what: the form of the project. */
static bool is_figure(const struct value *value)
{
    return (value_kinds[value->kind].is_figure || value->kind == VALUE_STATUS) && !value->count && !value->unknown;
}

bool variable_find(const struct project *project, const struct statement *by, struct variable *variable)
{
    if (!stands_alone[by->section])
        return false;
    const struct fact *fact = project_fact(project, by, NULL);
    if (!fact || fact->by != by || !is_figure(&fact->value))
        return false;
    /* The month of a yearly revision dates its steps. */
    if (by->section == SECTION_INDEX && fact->value.kind == VALUE_COUNT)
        return false;
    const struct section *section =
        by->section == SECTION_PROJECT ? &project->section : project_find(project, by->section, by->id);
    *variable = (struct variable){ (struct section *)section, (struct fact *)fact, by->key };
    return true;
}

bool variable_takes(const struct variable *variable, const struct value *value)
{
    const struct value *stands = &variable->fact->value;
    return is_figure(value) && value->kind == stands->kind && value->is_share == stands->is_share &&
           value->period == stands->period;
}

void variable_put(const struct variable *variable, const struct value *value)
{
    variable->fact->value = *value;
    if (variable->section->kind != SECTION_INDEX)
        return;
    /* A yearly rate is its fact again in each year's step. */
    const struct series *steps = &((struct index *)variable->section)->every_year;
    for (int i = 0; i < steps->count; i++)
        if (steps->items[i].fact.by == variable->fact->by)
            ((struct dated *)&steps->items[i])->fact.value = *value;
}

bool variables_stand(const struct project *project, const struct variable *variables, int count, bool limits,
                     struct arena *arena)
{
    struct build build = { .arena = arena, .diags = diags_new(arena), .project = (struct project *)project };
    build.orders = project->all.items[project->all.count - 1]->order + 1;
    if (count == 1)
        check_section(&build, variables->section);
    /* A section with many of them is looked at once. */
    const struct section **checked = count > 1 ? arena_take(arena, (size_t)build.orders, sizeof *checked) : NULL;
    for (int i = 0; count > 1 && i < count; i++) {
        const struct section **at = &checked[variables[i].section->order];
        if (*at != variables[i].section)
            check_section(&build, variables[i].section);
        *at = variables[i].section;
    }
    if (limits && !diags_errors(build.diags))
        check_limits(&build);
    return !diags_errors(build.diags);
}
