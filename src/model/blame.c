/* Which of what is read on top makes a fault is found by leaving it out. */

#include <medfin/model/blame.h>

/* Each is tried by a project of its own: of a large one fewer, for the time's sake. */
enum { MOST_TRIED = 64, MOST_STATEMENTS = 1000000 };

struct blaming {
    const struct statement *statements;
    int count, from; /* from: the faults that there were before */
    struct arena *arena;
    struct diags *diags;
    enum build_step step;
};

static int layer_last(const struct blaming *of)
{
    int last = 0;
    for (int i = 0; i < of->count; i++)
        last = of->statements[i].layer > last ? of->statements[i].layer : last;
    return last;
}

/* False when every fault has its cause. A build that stops sooner does not tell what it has not looked for. */
static bool blame(const struct blaming *of, const statement_list *without, struct place cause)
{
    struct diags *others = diags_new(of->arena);
    const struct project *project;
    bool looks = project_build_steps(without->items, without->count, of->arena, others, &project) >= of->step;
    return !looks || diags_blame(of->diags, of->from, others, cause);
}

static bool blame_statement(const struct blaming *of, int at)
{
    statement_list without = { 0 };
    for (int i = 0; i < of->count; i++)
        if (i != at)
            *list_add(&without, of->arena) = of->statements[i];
    return blame(of, &without, of->statements[at].key_place);
}

/* All that a file says on top, and what stands on that. */
static bool blame_layer(const struct blaming *of, int layer)
{
    statement_list without = { 0 };
    const struct statement *first = NULL;
    for (int i = 0; i < of->count; i++) {
        if (of->statements[i].layer < layer)
            *list_add(&without, of->arena) = of->statements[i];
        else if (!first && of->statements[i].layer == layer)
            first = &of->statements[i];
    }
    return !first || blame(of, &without, first->key_place);
}

static bool is_tried(const struct statement *statement)
{
    return statement->layer > 0 && statement->key && !statement->from_table && !statement->broken;
}

static void find_causes(const struct blaming *of)
{
    int said = statements_said(of->statements, of->count);
    int left = MOST_STATEMENTS / said < MOST_TRIED ? MOST_STATEMENTS / said : MOST_TRIED;
    bool is_sought = true;
    for (int i = 0; is_sought && i < of->count && left; i++)
        if (is_tried(&of->statements[i])) {
            is_sought = blame_statement(of, i);
            left--;
        }
    for (int layer = layer_last(of); is_sought && layer > 0; layer--)
        is_sought = blame_layer(of, layer);
}

const struct project *project_build_blaming(const struct statement *statements, int count, struct arena *arena,
                                            struct diags *diags)
{
    const struct project *project;
    struct blaming of = { statements, count, diags_count(diags), arena, diags, STEP_NONE };
    of.step = project_build_steps(statements, count, arena, diags, &project);
    if (!project && layer_last(&of))
        find_causes(&of);
    return project;
}
