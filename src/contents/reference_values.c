/* How values are written, from the tables of kinds, periods, words and distributions. */

#include <medfin/contents/reference_values.h>

#include <medfin/base/text.h>
#include <medfin/contents/words.h>
#include <medfin/model/key_names.h>
#include <medfin/model/keys.h>

static void add_kinds(struct doc *doc)
{
    const struct doc_column column = { tr(N_("Written as")), -1, true };
    struct doc_table *table = doc_table(doc, tr(N_("Kinds of values")), tr(N_("Kind of value")), &column, 1);
    for (int i = 0; i < VALUE_KIND_COUNT; i++) {
        struct doc_row *row = doc_row(doc, table, tr(value_kinds[i].name), 0);
        row->cells[0] = cell_text(tr(value_kinds[i].accepted), arena_text(doc->arena, "kinds[%d].accepted", i));
    }
}

/* For programs, which do not see the labels of rows. */
static void add_kind_names(struct doc *doc)
{
    for (int i = 0; i < VALUE_KIND_COUNT; i++)
        doc_value(doc, cell_text(value_kinds[i].name, arena_text(doc->arena, "kinds[%d].name", i)));
}

static void add_periods(struct doc *doc)
{
    const struct doc_column column = { tr(N_("In Swedish")), -1, false };
    struct doc_table *table = doc_table(doc, tr(N_("For how long an amount is")), tr(N_("In English")), &column, 1);
    for (int i = PERIOD_NONE + 1; i < PERIOD_COUNT; i++) {
        struct doc_row *row = doc_row(doc, table, periods[i].suffix, 0);
        row->cells[0] = cell_text(periods[i].swedish,
                                  arena_text(doc->arena, "periods.%s", key_name(doc->arena, periods[i].suffix)));
    }
}

/* "staff.eligible, cost.eligible": the keys that take these words. */
static const char *takers(struct doc *doc, const struct word *words)
{
    struct text list = text_new(doc->arena);
    for (struct section_key at = { SECTION_COUNT, NULL }; section_key_next(&at);) {
        bool any = at.section == SECTION_COUNT;
        if (at.key->words == words)
            text_addf(&list, "%s%s%s%s", list.size ? ", " : "", any ? "" : section_rows[at.section].name,
                      any ? "" : ".", key_form(doc->arena, at.key));
    }
    return list.bytes;
}

static bool is_first_with_words(const struct section_key *key)
{
    struct section_key at = { SECTION_COUNT, NULL };
    while (section_key_next(&at) && at.key->words != key->key->words)
        ;
    return at.section == key->section && at.key == key->key && key->key->words;
}

static void add_word_keys(struct doc *doc)
{
    int list = 0;
    for (struct section_key at = { SECTION_COUNT, NULL }; section_key_next(&at);)
        if (is_first_with_words(&at))
            doc_value(doc, cell_text(takers(doc, at.key->words), arena_text(doc->arena, "words[%d].keys", list++)));
}

/* Every list of words that a key takes, under the keys that take it. */
static void add_words(struct doc *doc)
{
    const struct doc_column column = { tr(N_("In Swedish")), -1, false };
    struct doc_table *table =
        doc_table(doc, tr(N_("Words; either language is read")), tr(N_("In English")), &column, 1);
    int list = 0;
    for (struct section_key at = { SECTION_COUNT, NULL }; section_key_next(&at);) {
        if (!is_first_with_words(&at))
            continue;
        doc_row(doc, table, takers(doc, at.key->words), 0)->is_heading = true;
        for (const struct word *word = at.key->words; word->english; word++) {
            const char *key = arena_text(doc->arena, "words[%d].words.%s", list, key_name(doc->arena, word->english));
            doc_row(doc, table, word->english, 1)->cells[0] = cell_text(word->swedish, key);
        }
        list++;
    }
}

/* "~ pert(A, B)". */
static const char *distribution_form(struct doc *doc, int kind)
{
    if (kind == DISTRIBUTION_CHANCE)
        return "~ 70 %";
    return arena_text(doc->arena, "~ %s(%s)", distributions[kind].name,
                      distributions[kind].arguments > 1 ? "A, B" : "A");
}

static void add_distributions(struct doc *doc)
{
    const struct doc_column column = { tr(N_("What stands in it")), -1, true };
    struct doc_table *table =
        doc_table(doc, tr(N_("How uncertain a value is, written behind it")), tr(N_("Written as")), &column, 1);
    for (int i = 0; i < DISTRIBUTION_COUNT; i++) {
        struct doc_row *row = doc_row(doc, table, distribution_form(doc, i), 0);
        row->cells[0] =
            cell_text(tr(distributions[i].meaning), arena_text(doc->arena, "distributions.%s", distributions[i].name));
    }
}

void values_contents(struct doc *doc)
{
    doc_heading(doc, 1, tr(N_("Values in a project file")));
    doc_text(doc, TONE_NEUTRAL,
             tr(N_("? is an amount that is not known yet, and is never taken as zero. Thousands are grouped with "
                   "blanks; decimals stand behind a comma or a point. An amount over time says /month, /year, "
                   "total or once. A percent has its sign.")));
    add_kind_names(doc);
    add_kinds(doc);
    add_periods(doc);
    add_word_keys(doc);
    add_words(doc);
    add_distributions(doc);
}
