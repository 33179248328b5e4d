/* What a letter's template may say, told from the tables. */

#include <medfin/letter/reference.h>

#include <medfin/letter/templates.h>

#include "parts.h"
#include "tables.h"

/* Forms of keys; what stands in capitals is the user's. */
static const struct {
    const char *form, *meaning;
} keys[] = {
    { "years.YYYY.cost.total", N_("any figure by its path, as explain takes it and JSON gives it") },
    { "total.financing.by_funder.ID", N_("of a funder; total.financing.by_funder.ID.cash and .in_kind too") },
    { "total.cost.in_kind", N_("cost and financing in cash and in kind: total.financing.cash and so on") },
    { "funder.ID.KEY", N_("what the project states, by its path: any section and key; a name gives the title") },
    { "staff.ID.share.YYYY-MM", N_("the same of a key with a date") },
    { "project.years", N_("the project's years: 2021–2023") },
    { "letter.organisation", N_("who decides: the project's owner") },
    { "payers.ID.reference", N_("of whoever pays: title and reference") },
    { "funder.ID.area",
      N_("of a funder: area (its frame), form (public or private), state (how certain), appropriation") },
    { "total.financing.missing", N_("what the financing lacks over the whole project") },
    { "letter.network", N_("the network of a membership: the title of [membership]") },
    { "membership.first.effort",
      N_("of a membership, in the first year: year, fee, own_travel, own_work, effort, work_saved, avoided, benefit, net; total.effort.fee, total.benefit.total, total.net_benefit and so on for all years") },
    { "membership.tightest.difference",
      N_("of a membership: year and difference where there is least to spare, and membership.fee_worth, what the fee could be") },
    { "reserve.running.missing",
      N_("of a reserve, in each reading (running, forward, winding_down): what lacks where it is tightest") },
    { "refusals.ID.missing",
      N_("if a funder refuses: missing, worst_year, lowest_cash, rules; refusal_of_all for all of them") },
    { "funder.*.KEY", N_("* is the funder that --funder names") },
};

static struct doc_table *table_of(struct doc *doc, const char *caption, const char *title)
{
    const struct doc_column columns[] = { { tr(N_("Meaning")), -1, true } };
    return doc_table(doc, caption, title, columns, 1);
}

static void add(struct doc *doc, struct doc_table *table, const char *name, const char *meaning)
{
    doc_row(doc, table, name, 0)->cells[0] = cell_text(tr(meaning), NULL);
}

void template_contents(struct doc *doc)
{
    doc_heading(doc, 1, tr(N_("Templates of letters")));
    doc_text(
        doc, TONE_NEUTRAL,
        tr(N_(
            "A template is Markdown. What stands between {{ and }} gives way to what the project says; there is "
            "nothing else that a template can do or reach. What a project says is text and nothing more: it is never "
            "read as a template, as Markdown or as HTML. Raw HTML of the template's own stays in Markdown alone, and a "
            "picture gives way to its words: no document fetches anything. What only the officer knows is written in brackets.")));
    struct doc_table *table = table_of(doc, tr(N_("{{KEY}}: a figure or a text")), tr(N_("Key")));
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        add(doc, table, keys[i].form, keys[i].meaning);
    table = table_of(doc, tr(N_("{{table NAME}}: a table, on a line of its own")), tr(N_("Table")));
    for (const struct letter_table *row = letter_tables; row->name; row++)
        add(doc, table, row->name, row->meaning);
    table = table_of(doc, tr(N_("{{part NAME}}: what is written as the project needs, on a line of its own")),
                     tr(N_("Part")));
    for (const struct letter_part *row = letter_parts; row->name; row++)
        add(doc, table, row->name, row->meaning);
    table = table_of(doc, tr(N_("Templates that come along")), tr(N_("Template")));
    for (const struct letter_template *row = letter_templates; row->name; row++)
        add(doc, table, row->name, row->meaning);
    doc_heading(doc, 2, tr(N_("What a check sees")));
    doc_text(
        doc, TONE_NEUTRAL,
        tr(N_(
            "In Markdown, HTML and Word each value is bound to its key, unseen: <data value=\"KEY MARK\">, in Word a bookmark. Write around it as you "
            "please. letter --check reads the letter, makes each value anew, and lists the sentences where they differ. It "
            "sees figures that were changed, tables row by row and whole ones that are gone, and parts that would say other things now. It does not see "
            "a figure that was typed in by hand, the binding of a figure that was taken away, or what your own words say of a figure. "
            "OpenDocument and PDF keep no bindings: keep the Markdown beside them.")));
}
