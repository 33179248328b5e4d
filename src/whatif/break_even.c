#include <medfin/whatif/break_even.h>

#include <string.h>

#include <medfin/model/key_names.h>
#include <medfin/model/keys.h>
#include <medfin/plan/membership.h>

/* The cost of an hour stands on both sides, and has no side of its own to go to. */
static const struct {
    const char *key;
    bool at_most;
} rows[] = { { "fee", true },          { "own_hours", true },   { "own_travel", true },
             { "hours_saved", false }, { "share_used", false }, { "avoided_purchases", false } };

static struct break_even find(const statement_list *statements, const struct fact *fact, struct arena *arena)
{
    static const char id[] = "benefit";
    const struct key *key = fact->by->key;
    struct statement varied = *fact->by;
    varied.value = fact->value;
    const struct aim aim = { .what.rule = rule_named(id, strlen(id)) };
    const struct search search = {
        .statements = statements, .varied = &varied, .aims = &aim, .aim_count = 1, .low = key->low, .high = key->high
    };
    return (struct break_even){ .key = key, .fact = fact, .answer = search_run(&search, arena) };
}

break_even_list break_evens_find(const statement_list *statements, const struct project *project, struct arena *arena)
{
    break_even_list all = { 0 };
    const struct membership *membership = project_membership(project);
    if (!membership || !membership->in_line->value.number)
        return all;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        month none;
        const struct key *key = key_find(SECTION_MEMBERSHIP, rows[i].key, &none);
        const struct fact *fact = section_fact(&membership->section, key);
        if (!fact_is_stated(fact))
            continue;
        struct break_even found = find(statements, fact, arena);
        found.at_most = rows[i].at_most;
        if (found.answer.binding.verdict != VERDICT_UNDETERMINED)
            *list_add(&all, arena) = found;
    }
    return all;
}
