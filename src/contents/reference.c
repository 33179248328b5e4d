#include <medfin/contents/reference.h>

#include <medfin/base/text.h>
#include <medfin/contents/names.h>
#include <medfin/model/key_names.h>
#include <medfin/model/keys.h>
#include <medfin/rules/rules.h>

/* "[staff ID]". */
static const char *section_form(struct doc *doc, enum section_id section)
{
    if (section == SECTION_COUNT)
        return tr(N_("Any section"));
    const struct section_row *row = &section_rows[section];
    return arena_text(doc->arena, "[%s%s]", section_word(section, doc->language), row->has_id ? " ID" : "");
}

static const char *default_text(struct doc *doc, enum section_id section, const struct key *key)
{
    const char *named = key_default_name(key, section);
    if (named)
        return named;
    if (!(key->flags & KEY_HAS_DEFAULT))
        return "";
    const struct value value = { .kind = key->kind, .number = key->fallback, .second = key->fallback_second };
    return value_text(doc->arena, &value, key->words, doc->language);
}

/* "[staff ID], [cost ID]": the sections that a name may stand for. */
static const char *targets_text(struct doc *doc, const enum section_id *targets)
{
    struct text list = text_new(doc->arena);
    for (; targets && *targets != SECTION_COUNT; targets++)
        text_addf(&list, "%s%s", list.size ? ", " : "", section_form(doc, *targets));
    return list.bytes;
}

static const char *choices_text(struct doc *doc, const struct key *key)
{
    if (key->words)
        return choice_list(doc, key->words);
    return targets_text(doc, key->targets);
}

/* "percent or name ? ~: [rate ID]". */
static const char *kind_text(struct doc *doc, const struct key *key)
{
    static const char *const marks[] = { "", " ?", " ~", " ?\u00a0~" };
    const char *mark = marks[!!(key->flags & KEY_MAY_BE_UNKNOWN) + 2 * !!(key->flags & KEY_MAY_BE_UNCERTAIN)];
    const char *choices = choices_text(doc, key);
    return arena_text(doc->arena, "%s%s%s%s", tr(value_kinds[key->kind].name), mark, *choices ? ": " : "", choices);
}

static struct doc_cell flag_cell(bool set, const char *key)
{
    return cell_number(KIND_STATUS, set, false, key);
}

/* For programs: the same as the table says, a field each. */
static void add_values(struct doc *doc, enum section_id section, const struct key *key, const char *path)
{
    struct arena *arena = doc->arena;
    struct doc_cell kind = cell_text(tr(value_kinds[key->kind].name), arena_text(arena, "%s.kind", path));
    kind.id = value_kinds[key->kind].name;
    doc_value(doc, cell_text(key_form(arena, key, LANGUAGE_EN), arena_text(arena, "%s.key", path)));
    doc_value(doc, cell_text(key_form(arena, key, LANGUAGE_SV), arena_text(arena, "%s.swedish", path)));
    doc_value(doc, kind);
    doc_value(doc, cell_text(choices_text(doc, key), arena_text(arena, "%s.choices", path)));
    doc_value(doc, cell_text(default_text(doc, section, key), arena_text(arena, "%s.default", path)));
    const struct {
        const char *name;
        bool set;
    } flags[] = { { "required", key->flags & KEY_REQUIRED },
                  { "may_be_unknown", key->flags & KEY_MAY_BE_UNKNOWN },
                  { "may_be_uncertain", key->flags & KEY_MAY_BE_UNCERTAIN },
                  { "takes_lines", key->flags & KEY_LINES } };
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
        doc_value(doc, flag_cell(flags[i].set, arena_text(arena, "%s.%s", path, flags[i].name)));
    doc_value(doc, cell_text(tr(key->meaning), arena_text(arena, "%s.meaning", path)));
}

static void add_key(struct doc *doc, struct doc_table *table, enum section_id section, const struct key *key)
{
    struct doc_row *row = doc_row(doc, table, key_form(doc->arena, key, doc->language), 0);
    row->cells[0] = cell_text(kind_text(doc, key), NULL);
    row->cells[1] = cell_text(key->flags & KEY_REQUIRED ? tr(N_("required")) : default_text(doc, section, key), NULL);
    row->cells[2] = cell_text(tr(key->meaning), NULL);
}

static void add_keys(struct doc *doc, enum section_id section, const char *path)
{
    int count = 0;
    for (int i = 0; i < key_count; i++)
        if (key_is_of(&key_rows[i], section))
            add_values(doc, section, &key_rows[i], arena_text(doc->arena, "%s.keys[%d]", path, count++));
    if (!count)
        return;
    const struct doc_column columns[] = { { tr(N_("Kind of value")), -1, true },
                                          { tr(N_("Default")), -1, false },
                                          { tr(N_("Meaning")), -1, true } };
    struct doc_table *table = doc_table(doc, "", tr(N_("Key")), columns, 3);
    for (int i = 0; i < key_count; i++)
        if (key_is_of(&key_rows[i], section))
            add_key(doc, table, section, &key_rows[i]);
}

static void add_section(struct doc *doc, enum section_id section, int at)
{
    bool any = section == SECTION_COUNT;
    const char *path = arena_text(doc->arena, "sections[%d]", at);
    const char *form = section_form(doc, section);
    const char *meaning = any ? tr(N_("what every section may say")) : tr(section_rows[section].meaning);
    struct doc_cell name = cell_text(form, arena_text(doc->arena, "%s.section", path));
    name.id = any ? "" : section_rows[section].name;
    doc_value(doc, name);
    doc_value(doc, cell_text(any ? "" : section_rows[section].swedish, arena_text(doc->arena, "%s.swedish", path)));
    doc_value(doc, flag_cell(!any && section_rows[section].has_id, arena_text(doc->arena, "%s.has_id", path)));
    doc_value(doc, cell_text(meaning, arena_text(doc->arena, "%s.meaning", path)));
    doc_heading(doc, 2, arena_text(doc->arena, "%s: %s", form, meaning));
    add_keys(doc, section, path);
}

void keys_contents(struct doc *doc)
{
    doc_heading(doc, 1, tr(N_("The keys of a project file")));
    const char *text =
        tr(N_("A file is made of sections, [kind id], and lines of key = value. YYYY stands for a year and "
              "YYYY-MM for a month. Behind the kind of value ? marks what may be unknown and ~ what may be "
              "uncertain. How each kind is written: medfin help values."));
    doc_text(doc, TONE_NEUTRAL, text);
    add_section(doc, SECTION_COUNT, 0);
    for (int i = 0; i < SECTION_COUNT; i++)
        add_section(doc, (enum section_id)i, i + 1);
}

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
