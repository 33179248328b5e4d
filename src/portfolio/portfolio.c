#include <medfin/portfolio/portfolio.h>

#include <string.h>

#include <medfin/base/names.h>
#include <medfin/books/book_checks.h>
#include <medfin/books/books.h>
#include <medfin/model/blame.h>
#include <medfin/model/key_names.h>
#include <medfin/model/payer.h>
#include <medfin/system/reason.h>

#include "projects.h"

/* While the projects are read. */
struct adding {
    const struct portfolio_reading *reading;
    struct portfolio_sums *sums;
    struct portfolio_names names;
    stack_list stacks;
    struct names files;  /* the stack of each project's own, from 1, by the file's identity */
    struct arena *arena; /* of the project that is read; faults that are told keep it */
};

bool portfolio_file(const struct portfolio_reading *reading, statement_list *statements)
{
    return read_portfolio(reading->path, statements, reading->read, reading->arena, reading->diags);
}

static const struct statement *said_of(const statement_list *statements, enum section_id section, const char *key)
{
    for (int i = 0; i < statements->count; i++) {
        const struct statement *said = &statements->items[i];
        const bool is_key = said->key && key && strcmp(said->key->name, key) == 0;
        if (said->section == section && (key ? is_key : !said->key))
            return said;
    }
    return NULL;
}

/* What the system does not give is told where the portfolio names it. */
static bool files_are_there(const struct stack *stack, struct diags *diags)
{
    const int errors = diags_errors(diags);
    for (int i = 0; i < stack->count; i++) {
        struct file_identity identity;
        const int reason = file_identify(stack->paths[i], &identity);
        if (reason)
            diag_add(diags, DIAG_FILE_UNREADABLE, stack->places[i],
                     ARGS(arg_text(stack->paths[i]), arg_word(reason_text(reason))));
    }
    return diags_errors(diags) == errors;
}

/* A project's file is counted once, however it is named; what is read on top may be several projects'. */
static bool is_first_time(struct adding *adding, const struct stack *stack, const char *path)
{
    struct file_identity identity;
    struct arena *arena = adding->sums->arena;
    if (file_identify(path, &identity))
        return true;
    const char *key =
        arena_text(arena, "%llx %llx", (unsigned long long)identity.volume, (unsigned long long)identity.number);
    int *number = names_number(&adding->files, key, arena);
    if (*number) {
        diag_add(adding->reading->diags, DIAG_PORTFOLIO_TWICE, stack->place,
                 ARGS(arg_text(stack->files), arg_place(adding->stacks.items[*number - 1].place)));
        return false;
    }
    *number = (int)(stack - adding->stacks.items) + 1;
    return true;
}

static const struct project *build(const struct adding *adding, statement_list *statements, struct diags *diags)
{
    const struct project *project = project_build_blaming(statements->items, statements->count, adding->arena, diags);
    if (!project || !adding->reading->secured_only)
        return project;
    project_secured_only(project, statements, adding->arena);
    return project_build_blaming(statements->items, statements->count, adding->arena, diags_new(adding->arena));
}

/* NULL after a fault. */
static const struct plan *plan_of(struct adding *adding, const struct stack *stack, statement_list *statements,
                                  const char *path, struct diags *diags)
{
    const struct project *project = build(adding, statements, diags);
    if (!project || !is_first_time(adding, stack, path))
        return NULL;
    books_check(project, adding->arena, diags);
    books_unmapped_check(project, adding->arena, diags);
    return plan_build(project, adding->arena);
}

static void project_read(struct adding *adding, const struct stack *stack)
{
    statement_list statements = { 0 };
    read_file_list read = { 0 };
    struct diags *diags = diags_new(adding->arena), *all = adding->reading->diags;
    read_project(stack->paths, stack->count, &statements, &read, adding->arena, diags);
    for (int i = 0; i < read.count; i++)
        *list_add(adding->reading->read, adding->reading->arena) = read.items[i];
    const struct statement *header = said_of(&statements, SECTION_PROJECT, NULL);
    if (diags_hold(diags, DIAG_NO_PROJECT)) {
        diag_add(all, DIAG_PORTFOLIO_NO_PROJECT, stack->place, ARGS(arg_text(stack->files)));
        return;
    }
    const struct plan *plan = header ? plan_of(adding, stack, &statements, header->place.source->name, diags) : NULL;
    if (diags_count(diags))
        diags_add_all(all, diags);
    if (plan)
        project_add(adding->sums, &adding->names, plan, stack, adding->reading);
}

/* What is told of a project names its places, which stay then; else its memory is the next one's. */
static void stack_add(struct adding *adding, const struct stack *stack)
{
    struct diags *all = adding->reading->diags;
    const int told = diags_told(all);
    diags_next_part(all);
    if (files_are_there(stack, all))
        project_read(adding, stack);
    if (diags_told(all) == told) {
        arena_clear(adding->arena);
    } else {
        *list_add(adding->reading->kept, adding->reading->arena) = adding->arena;
        adding->arena = arena_like(adding->reading->arena);
    }
    if (adding->sums->is_beyond)
        diag_add(all, DIAG_PORTFOLIO_LARGE, stack->place, ARGS(arg_text(stack->files), arg_money(MONEY_LIMIT)));
}

static struct statement said_month(const struct statement *header, const char *key, month at)
{
    struct statement said = *header;
    said.section = SECTION_PROJECT;
    said.key = key_find(SECTION_PROJECT, key, &said.at);
    said.value = (struct value){ .kind = VALUE_MONTH, .number = at };
    return said;
}

/* The portfolio's own sections are those of a project without lines, which lasts as long as any of its projects. */
static const struct project *own_project(const struct adding *adding, const statement_list *statements)
{
    const struct statement *header = said_of(statements, SECTION_PORTFOLIO, NULL);
    statement_list all = { 0 };
    struct statement *project = list_add(&all, adding->reading->arena);
    *project = *header;
    project->section = SECTION_PROJECT;
    *list_add(&all, adding->reading->arena) = said_month(header, "start", adding->sums->months.first);
    *list_add(&all, adding->reading->arena) = said_month(header, "end", adding->sums->months.last);
    for (int i = 0; i < statements->count; i++)
        *list_add(&all, adding->reading->arena) = statements->items[i];
    return project_build(all.items, all.count, adding->reading->arena, adding->reading->diags);
}

static void take_own(struct adding *adding, const struct project *own)
{
    const struct portfolio *stated = project_portfolio(own);
    struct portfolio_sums *sums = adding->sums;
    sums->title = fact_is_stated(stated->section.title) ? stated->section.title->value.text : NULL;
    sums->opening_cash = stated->opening_cash->value.number;
    sums->tolerance = own->rules->tolerance->value.number;
    frames_state(sums, &adding->names, own, adding->reading->diags);
}

const struct portfolio_sums *portfolio_read(const struct portfolio_reading *reading, const statement_list *statements)
{
    const int errors = diags_errors(reading->diags);
    const struct statement *projects = said_of(statements, SECTION_PORTFOLIO, "projects");
    struct adding adding = { .reading = reading, .sums = arena_take(reading->arena, 1, sizeof *adding.sums) };
    adding.sums->arena = reading->arena;
    adding.arena = arena_like(reading->arena);
    if (projects)
        adding.stacks = stacks_read(projects->place, reading->arena, reading->diags);
    frames_begin(adding.sums, &adding.names, statements);
    const int broken = diags_errors(reading->diags);
    for (int i = 0; i < adding.stacks.count && broken == errors && !adding.sums->is_beyond; i++)
        stack_add(&adding, &adding.stacks.items[i]);
    arena_free(adding.arena);
    /* What is wrong with the portfolio itself is told too, where the projects say how long it lasts. */
    if (projects && !adding.sums->projects.count)
        return NULL;
    const struct project *own = own_project(&adding, statements);
    if (own)
        take_own(&adding, own);
    return own && diags_errors(reading->diags) == errors ? adding.sums : NULL;
}
