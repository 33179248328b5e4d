/* The topics of the reference, and the one of the rules. */

#include "reference.h"

#include <string.h>

const struct reference_topic reference_topics[] = {
    { "keys", N_("every section and key of a project file"), keys_contents },
    { "values", N_("how amounts, percents, months and words are written"), values_contents },
    { "rules", N_("what a project is tested against, and by what source"), rules_contents },
    { "template", N_("what a letter's template may say, what a check sees"), template_contents },
    { 0 },
};

const struct reference_topic *reference_find(const char *name)
{
    for (const struct reference_topic *topic = reference_topics; topic->name; topic++)
        if (strcmp(topic->name, name) == 0)
            return topic;
    return NULL;
}

const char *choice_list(const struct doc *doc, const struct word *words)
{
    struct text list = text_new(doc->arena);
    for (const struct word *word = words; word->english; word++)
        text_addf(&list, "%s%s", word == words ? "" : ", ",
                  doc->language == LANGUAGE_SV ? word->swedish : word->english);
    return list.bytes;
}

static void add_rule(struct doc *doc, int at)
{
    const struct rule *rule = &rule_rows[at];
    const struct {
        const char *key, *text;
    } values[] = {
        { "id", rule->id }, { "title", tr(rule->title) }, { "text", tr(rule->text) }, { "source", tr(rule->source) }
    };
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        doc_value(doc, cell_text(values[i].text, arena_text(doc->arena, "rules[%d].%s", at, values[i].key)));
    doc_heading(doc, 2, arena_text(doc->arena, "%s (%s)", tr(rule->title), rule->id));
    doc_text(doc, TONE_NEUTRAL, tr(rule->text));
    doc_text(doc, TONE_NEUTRAL, arena_text(doc->arena, "%s: %s", tr(N_("Source")), tr(rule->source)));
}

void rules_contents(struct doc *doc)
{
    doc_heading(doc, 1, tr(N_("The rules")));
    doc_text(doc, TONE_NEUTRAL,
             tr(N_("medfin check tests all of them. Each has a margin: how much there is to spare in its "
                   "tightest place. A rule that needs an unknown amount cannot be determined.")));
    for (int i = 0; i < rule_count; i++)
        add_rule(doc, i);
}
