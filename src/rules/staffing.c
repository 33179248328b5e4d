#include "staffing.h"

#include <medfin/base/names.h>
#include <medfin/base/text.h>

#include "judged.h"
#include "making.h"

/* A post, and the next one of the same person. */
struct post {
    const struct staff *staff;
    const char *person; /* NULL: nobody is named */
    struct post *next;
    bool is_first; /* of its person */
};

/* A post without a person is one of its own. */
static struct post *find_posts(const struct plan *plan, const struct section_list *staff)
{
    struct post *posts = arena_take(plan->arena, (size_t)staff->count + 1, sizeof *posts);
    struct names persons = { 0 };
    for (int i = 0; i < staff->count; i++) {
        const struct staff *of = (const struct staff *)staff->items[i];
        posts[i] = (struct post){ .staff = of, .is_first = true };
        if (!fact_is_stated(of->person))
            continue;
        posts[i].person = text_name(plan->arena, of->person->value.text);
        int *latest = names_number(&persons, text_lower(plan->arena, posts[i].person), plan->arena);
        posts[i].is_first = !*latest;
        if (*latest)
            posts[*latest - 1].next = &posts[i];
        *latest = i + 1;
    }
    return posts;
}

/* What the posts of one person add up to. */
static node held_in(const struct plan *plan, const struct post *first, month at)
{
    int count = 0;
    for (const struct post *post = first; post; post = post->next)
        count++;
    operand *parts = arena_take(plan->arena, (size_t)count, sizeof *parts);
    count = 0;
    for (const struct post *post = first; post; post = post->next)
        if (months_hold(line_months(plan->project, &post->staff->line), at))
            parts[count++] = post_share_node(plan, post->staff, at);
    return count ? graph_make(plan->graph, OP_SUM, KIND_SHARE, N_("shares of the month"), parts, count) : 0;
}

/* The tightest month is that of the largest share. */
static bool read_share(const struct judged *judged, const struct judged_figure *from, struct rule_figure *figure)
{
    (void)from;
    figure->number = SHARE_ONE - judged->decides->margin;
    figure->needs = judged->decides->has_margin ? NULL : judged->decides->needs;
    return true;
}

/* A month like the one before is no tighter, and fails no sooner. */
static void make_holder(const struct plan *plan, const struct rule *rule, const struct post *first,
                        struct judgements *judgements)
{
    struct judgement *judgement = judgement_add(judgements, plan, rule, &first->staff->section);
    LIST(operand) held = { 0 };
    judgement->kind = KIND_SHARE;
    judgement->person = first->person;
    for (month at = plan->first; at <= plan_last(plan); at++) {
        node of = held_in(plan, first, at);
        if (held.count && of == held.items[held.count - 1])
            continue;
        *list_add(&held, plan->arena) = of;
        place_add(judgement, plan,
                  graph_of(plan->graph, OP_SUM, KIND_SHARE, N_("left"),
                           graph_number(plan->graph, SHARE_ONE, KIND_SHARE, N_("one")), of ? against(of) : 0),
                  NULL)
            ->at = at;
    }
    node most = graph_make(plan->graph, OP_MOST, KIND_SHARE, N_("largest share in a month"), held.items, held.count);
    figure_add(
        judgement, plan,
        (struct judged_figure){ .says = { .key = "share", .label = N_("largest share in a month"), .kind = KIND_SHARE },
                                .of = most,
                                .read = read_share });
}

void staffing_make(const struct plan *plan, const struct rule *rule, struct judgements *judgements)
{
    const struct section_list *staff = &plan->project->of[SECTION_STAFF];
    const struct post *posts = find_posts(plan, staff);
    for (int i = 0; i < staff->count; i++)
        if (posts[i].is_first)
            make_holder(plan, rule, &posts[i], judgements);
    if (!staff->count)
        judgement_add(judgements, plan, rule, NULL);
}
