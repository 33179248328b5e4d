#include <medfin/contents/reference.h>

#include <medfin/base/text.h>
#include <medfin/contents/names.h>
#include <medfin/model/key_names.h>
#include <medfin/model/keys.h>
#include <medfin/rules/rules.h>

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
            text_addf(&list, "%s%s%s%s", list.size ? ", " : "", any ? "" : section_word(at.section, doc->language),
                      any ? "" : ".", key_form(doc->arena, at.key, doc->language));
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

static void add_distributions(struct doc *doc)
{
    const struct doc_column column = { tr(N_("What stands in it")), -1, true };
    struct doc_table *table =
        doc_table(doc, tr(N_("How uncertain a value is, written behind it")), tr(N_("Written as")), &column, 1);
    for (int i = 0; i < DISTRIBUTION_COUNT; i++) {
        struct doc_row *row = doc_row(doc, table, arena_text(doc->arena, "~ %s", distributions[i].form), 0);
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

static void add_rule(struct doc *doc, int at)
{
    const struct rule *rule = &rule_rows[at];
    const struct {
        const char *key, *text;
    } values[] = {
        { "id", rule->id }, { "title", tr(rule->title) }, { "text", tr(rule->text) }, { "source", tr(rule->origin) }
    };
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        doc_value(doc, cell_text(values[i].text, arena_text(doc->arena, "rules[%d].%s", at, values[i].key)));
    doc_heading(doc, 2, arena_text(doc->arena, "%s (%s)", tr(rule->title), rule->id));
    doc_text(doc, TONE_NEUTRAL, tr(rule->text));
    doc_text(doc, TONE_NEUTRAL, arena_text(doc->arena, "%s: %s", tr(N_("Source")), tr(rule->origin)));
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

/* The shortest time that it is told of. */
static const char *figure_time(const struct figure_row *row)
{
    if (row->only_total)
        return N_("in all");
    return row->only_years ? N_("by year") : N_("by month");
}

/* Its path with what may stand behind it, as the reader would ask for it. */
static const char *figure_form(struct doc *doc, const struct figure_row *row)
{
    bool in_swedish = doc->language == LANGUAGE_SV;
    const char *ends = in_swedish ? "[.kontant|.annat_än_pengar]" : "[.cash|.in_kind]";
    return arena_text(doc->arena, "%s%s", in_swedish ? row->swedish : row->path, row->has_forms ? ends : "");
}

static void add_figure_row(struct doc *doc, struct doc_table *table, int at)
{
    const struct figure_row *row = &figure_rows[at];
    const char *path = arena_text(doc->arena, "figures[%d]", at);
    struct doc_row *cells = doc_row(doc, table, figure_form(doc, row), 0);
    cells->cells[0] = cell_text(tr(row->label), arena_text(doc->arena, "%s.meaning", path));
    cells->cells[1] = cell_text(tr(figure_time(row)), arena_text(doc->arena, "%s.time", path));
}

void figures_contents(struct doc *doc)
{
    doc_heading(doc, 1, tr(N_("The figures")));
    doc_text(doc, TONE_NEUTRAL,
             tr(N_("A figure has one path, by which explain, --by, --until, a letter and JSON name it: "
                   "[years.YYYY.|quarters.YYYY-QN.|months.YYYY-MM.|total.]FIGURE. Without a time it is the whole "
                   "plan's; total at its end may be left out. A * is an id, a # a member's id or the number of a "
                   "payment. A line may be named as in the file: staff.projektledare, funder.region. A rule's figures "
                   "stand at rules.RULE[.by_subject.ID].KEY: rules.reserve.margin.")));
    for (int i = 0; i < figure_row_count; i++) {
        doc_value(doc, cell_text(figure_rows[i].path, arena_text(doc->arena, "figures[%d].path", i)));
        doc_value(doc, cell_text(figure_rows[i].swedish, arena_text(doc->arena, "figures[%d].swedish", i)));
    }
    const struct doc_column columns[] = { { tr(N_("Meaning")), -1, true }, { tr(N_("Told")), -1, false } };
    struct doc_table *table = doc_table(doc, tr(N_("Their paths")), tr(N_("Path")), columns, 2);
    table->labels_wrap = true;
    for (int i = 0; i < figure_row_count; i++)
        add_figure_row(doc, table, i);
}
