/* The rules, told from their table. */

#include <medfin/contents/reference_rules.h>

#include <medfin/base/text.h>
#include <medfin/rules/rules.h>

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
