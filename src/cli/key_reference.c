#include "key_reference.h"

#include <string.h>

#include <medfin/base/text.h>
#include <medfin/contents/names.h>
#include <medfin/contents/stated_value.h>
#include <medfin/model/category.h>
#include <medfin/model/key_names.h>

/* "[staff ID]". */
static const char *section_form(struct doc *doc, enum section_id section)
{
    if (section == SECTION_COUNT)
        return tr(N_("Any section"));
    const struct section_row *row = &section_rows[section];
    return arena_text(doc->arena, "[%s%s]", section_word(section, doc->language), row->has_id ? " ID" : "");
}

static const char *section_meaning(enum section_id section)
{
    return section == SECTION_COUNT ? tr(N_("what every section may say")) : tr(section_rows[section].meaning);
}

const char *key_default_text(struct doc *doc, enum section_id section, const struct key *key)
{
    const char *named = key_default_name(key, section);
    if (named)
        return category_word(named, doc->language);
    if (!(key->flags & KEY_HAS_DEFAULT))
        return "";
    const struct value value = { .kind = key->kind, .number = key->fallback, .second = key->fallback_second };
    return value_text(doc->arena, &value, key->words, doc->language);
}

/* "[staff ID], [cost ID]": the sections that a name may stand for. */
static const char *sections_text(struct doc *doc, const enum section_id *sections)
{
    struct text list = text_new(doc->arena);
    for (; sections && *sections != SECTION_COUNT; sections++)
        text_addf(&list, "%s%s", list.size ? ", " : "", section_form(doc, *sections));
    return list.bytes;
}

static const char *choices_text(struct doc *doc, const struct key *key)
{
    return key->words ? choice_list(doc, key->words) : sections_text(doc, key->targets);
}

/* What may be unknown and what uncertain. */
static const char *marks_of(const struct key *key)
{
    static const char *const marks[] = { "", " ?", " ~", " ?\u00a0~" };
    return marks[!!(key->flags & KEY_MAY_BE_UNKNOWN) + 2 * !!(key->flags & KEY_MAY_BE_UNCERTAIN)];
}

/* "percent or name ? ~: [rate ID]". */
static const char *kind_text(struct doc *doc, const struct key *key)
{
    const char *choices = choices_text(doc, key);
    return arena_text(doc->arena, "%s%s%s%s", tr(value_kinds[key->kind].name), marks_of(key), *choices ? ": " : "",
                      choices);
}

static struct doc_cell flag_cell(bool set, const char *key)
{
    return cell_number(KIND_STATUS, set, false, key);
}

static void add_word(struct doc *doc, const char *english, const char *swedish, const char *path, int at)
{
    doc_value(doc, cell_text(english, arena_text(doc->arena, "%s[%d].word", path, at)));
    doc_value(doc, cell_text(swedish, arena_text(doc->arena, "%s[%d].swedish", path, at)));
}

/* The words that a value is one of, and those that may stand behind it. */
static void add_words(struct doc *doc, const struct key *key, const char *path)
{
    const char *words = arena_text(doc->arena, "%s.words", path);
    const bool has_period = key->kind == VALUE_MONEY_OVER_TIME || key->kind == VALUE_IN_KIND;
    for (int i = 0; key->words && key->words[i].english; i++)
        add_word(doc, key->words[i].english, key->words[i].swedish, words, i);
    for (int i = 0; key_takes_category(key) && i < built_in_category_count; i++)
        add_word(doc, built_in_categories[i].id, built_in_categories[i].swedish, words, i);
    for (int i = PERIOD_NONE + 1; has_period && i < PERIOD_COUNT; i++)
        add_word(doc, periods[i].suffix, periods[i].swedish, arena_text(doc->arena, "%s.periods", path), i - 1);
    for (int i = 0; key->targets && key->targets[i] != SECTION_COUNT; i++)
        doc_value(doc,
                  cell_text(section_rows[key->targets[i]].name, arena_text(doc->arena, "%s.targets[%d]", path, i)));
}

/* Of the percent alone, where an amount may stand behind it. */
static struct value bound_of(const struct key *key, int64_t number)
{
    bool has_amount = key->kind == VALUE_ADVANCE || key->kind == VALUE_AT_LEAST;
    return (struct value){ .kind = key->kind, .number = number, .second = has_amount ? -1 : 0 };
}

static void add_bounds(struct doc *doc, const struct key *key, const char *path)
{
    const struct value low = bound_of(key, key->low), high = bound_of(key, key->high);
    if (!key->low && !key->high)
        return;
    doc_value(doc, cell_stated(doc, key, &low, arena_text(doc->arena, "%s.lowest", path)));
    doc_value(doc, cell_stated(doc, key, &high, arena_text(doc->arena, "%s.highest", path)));
}

static const char *date_name(const struct key *key)
{
    static const char *const names[] = {
        [DATE_NONE] = NULL,          [DATE_YEAR] = "year",          [DATE_MONTH] = "month",
        [DATE_SUFFIX_YEAR] = "year", [DATE_SUFFIX_MONTH] = "month", [DATE_PATHS] = "paths",
        [DATE_KEY] = "key"
    };
    return names[key->date];
}

static void add_texts(struct doc *doc, enum section_id section, const struct key *key, const char *path)
{
    struct arena *arena = doc->arena;
    const struct {
        const char *name, *text, *id;
    } texts[] = { { "key", key_form(arena, key, LANGUAGE_EN), NULL },
                  { "swedish", key_form(arena, key, LANGUAGE_SV), NULL },
                  { "name", key->name, NULL },
                  { "date", date_name(key), NULL },
                  { "label", key->label ? tr(key->label) : NULL, NULL },
                  { "kind", tr(value_kinds[key->kind].name), value_kinds[key->kind].name },
                  { "unit", value_kinds[key->kind].unit, NULL },
                  { "choices", choices_text(doc, key), NULL },
                  { "default", key_default_text(doc, section, key), NULL },
                  { "example", key_example(arena, key, section, doc->language), NULL },
                  { "meaning", tr(key->meaning), NULL } };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct doc_cell cell = cell_text(texts[i].text, arena_text(arena, "%s.%s", path, texts[i].name));
        cell.id = texts[i].id;
        if (texts[i].text)
            doc_value(doc, cell);
    }
}

/* For programs: what the table says and what a form needs, a field each. */
static void add_values(struct doc *doc, enum section_id section, const struct key *key, const char *path)
{
    const struct {
        const char *name;
        bool set;
    } flags[] = { { "required", key->flags & KEY_REQUIRED },
                  { "may_be_unknown", key->flags & KEY_MAY_BE_UNKNOWN },
                  { "may_be_uncertain", key->flags & KEY_MAY_BE_UNCERTAIN },
                  { "takes_lines", key->flags & KEY_LINES } };
    if (doc->for_people)
        return;
    add_texts(doc, section, key, path);
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
        doc_value(doc, flag_cell(flags[i].set, arena_text(doc->arena, "%s.%s", path, flags[i].name)));
    add_bounds(doc, key, path);
    add_words(doc, key, path);
}

static void add_section_values(struct doc *doc, enum section_id section, const char *path)
{
    bool any = section == SECTION_COUNT;
    struct doc_cell name = cell_text(section_form(doc, section), arena_text(doc->arena, "%s.section", path));
    name.id = any ? "" : section_rows[section].name;
    doc_value(doc, name);
    doc_value(doc, cell_text(any ? "" : section_rows[section].swedish, arena_text(doc->arena, "%s.swedish", path)));
    const struct {
        const char *name;
        bool set;
    } flags[] = { { "has_id", !any && section_rows[section].has_id },
                  { "costs", !any && section_rows[section].costs },
                  { "pays", !any && section_rows[section].pays } };
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
        doc_value(doc, flag_cell(flags[i].set, arena_text(doc->arena, "%s.%s", path, flags[i].name)));
    doc_value(doc, cell_text(section_meaning(section), arena_text(doc->arena, "%s.meaning", path)));
    int count = 0;
    for (int i = 0; i < key_count; i++)
        if (key_is_of(&key_rows[i], section))
            add_values(doc, section, &key_rows[i], arena_text(doc->arena, "%s.keys[%d]", path, count++));
}

static const char *standing_text(struct doc *doc, enum section_id section, const struct key *key)
{
    return key->flags & KEY_REQUIRED ? tr(N_("required")) : key_default_text(doc, section, key);
}

/* "monthly, quarterly_in_advance …": a long list would leave no room for what the key means. */
static const char *few_words(struct doc *doc, const struct word *words)
{
    enum { ROOM = 24 };
    struct text list = text_new(doc->arena);
    const struct word *word = words;
    for (; word->english && (word == words || text_columns(list.bytes) < ROOM); word++)
        text_addf(&list, "%s%s", list.size ? ", " : "", doc->language == LANGUAGE_SV ? word->swedish : word->english);
    text_add(&list, word->english ? " …" : "");
    return list.bytes;
}

/* "42 000 kr ? ~"; "no, yes". */
static const char *written_text(struct doc *doc, enum section_id section, const struct key *key)
{
    const bool is_word = key->kind == VALUE_WORD || key->kind == VALUE_STATUS;
    const char *written = is_word ? few_words(doc, key->words) : key_example(doc->arena, key, section, doc->language);
    return arena_text(doc->arena, "%s%s", written, marks_of(key));
}

/* What the first column tells of a key. */
typedef const char *telling(struct doc *doc, enum section_id section, const struct key *key);

static const char *kind_told(struct doc *doc, enum section_id section, const struct key *key)
{
    (void)section;
    return kind_text(doc, key);
}

static void add_table(struct doc *doc, enum section_id section, const char *title, telling *tells)
{
    const struct doc_column columns[] = { { title, -1, true },
                                          { tr(N_("Default")), -1, true },
                                          { tr(N_("Meaning")), -1, true } };
    struct doc_table *table = NULL;
    for (int i = 0; i < key_count; i++) {
        const struct key *key = &key_rows[i];
        if (!key_is_of(key, section))
            continue;
        table = table ? table : doc_table(doc, "", tr(N_("Key")), columns, 3);
        struct doc_row *row = doc_row(doc, table, key_form(doc->arena, key, doc->language), 0);
        row->cells[0] = cell_text(tells(doc, section, key), NULL);
        row->cells[1] = cell_text(standing_text(doc, section, key), NULL);
        row->cells[2] = cell_text(tr(key->meaning), NULL);
    }
}

static void add_section(struct doc *doc, enum section_id section, int at)
{
    add_section_values(doc, section, arena_text(doc->arena, "sections[%d]", at));
    doc_heading(doc, 2, arena_text(doc->arena, "%s: %s", section_form(doc, section), section_meaning(section)));
    add_table(doc, section, tr(N_("Kind of value")), kind_told);
}

void keys_contents(struct doc *doc)
{
    doc_heading(doc, 1, tr(N_("The keys of a project file")));
    const char *text =
        tr(N_("A file is made of sections, [kind id], and lines of key = value. YYYY stands for a year and "
              "YYYY-MM for a month. Behind the kind of value ? marks what may be unknown and ~ what may be "
              "uncertain. How each kind is written: medfin help values. More of one of them: medfin help KEY."));
    doc_text(doc, TONE_NEUTRAL, text);
    add_section(doc, SECTION_COUNT, 0);
    for (int i = 0; i < SECTION_COUNT; i++)
        add_section(doc, (enum section_id)i, i + 1);
}

static void section_contents(struct doc *doc, enum section_id section)
{
    add_section_values(doc, section, "sections[0]");
    doc_heading(doc, 1, arena_text(doc->arena, "%s: %s", section_form(doc, section), section_meaning(section)));
    doc_text(
        doc, TONE_NEUTRAL,
        tr(N_("title, note, source, active and new may stand in any section. Behind an example ? marks what may be "
              "unknown and ~ what may be uncertain.")));
    add_table(doc, section, tr(N_("Written, for example")), written_text);
}

static void add_line(struct doc *doc, struct doc_table *table, const char *label, const char *text)
{
    if (*text)
        doc_row(doc, table, label, 0)->cells[0] = cell_text(text, NULL);
}

static const char *date_example(struct doc *doc, const struct key *key)
{
    static const char *const dates[] = { [DATE_NONE] = "",
                                         [DATE_YEAR] = "2027",
                                         [DATE_MONTH] = "2027-04",
                                         [DATE_SUFFIX_YEAR] = ".2027",
                                         [DATE_SUFFIX_MONTH] = ".2027-04",
                                         [DATE_PATHS] = "",
                                         [DATE_KEY] = "" };
    const bool is_swedish = doc->language == LANGUAGE_SV;
    if (key->date == DATE_PATHS)
        return is_swedish ? "uppräkning.lon.2027-04, uppräkning.pris.2028-01" : "index.lon.2027-04, index.pris.2028-01";
    return key->date == DATE_KEY ? (is_swedish ? ".belopp" : ".amount") : dates[key->date];
}

/* What words mean that do not say it themselves. */
static const struct {
    const struct word *words;
    const char *english, *meaning;
} word_meanings[] = {
    { words_basis, "all", N_("of the whole eligible cost, with what is given in kind") },
    { words_basis, "cash", N_("of the eligible cost in money, without what is given in kind") },
    { words_basis, "financing", N_("of all financing") },
    { words_basis, "public", N_("of what state, regions, municipalities and the EU pay") },
    { words_paid, "monthly", N_("each month what it bears of that month, without delay") },
    { words_paid, "quarterly_in_advance", N_("what it bears of a quarter, at the quarter's beginning") },
    { words_paid, "yearly_in_advance", N_("what it bears of a year, at the year's beginning") },
    { words_paid, "claims", N_("behind the cost, when it has been claimed: see claim_every and payment_lag") },
    { words_status, "granted", N_("the funder has said yes: secured") },
    { words_status, "decided", N_("decided by the organisation itself: secured") },
    { words_status, "proposed", N_("not decided yet: unsecured") },
    { words_status, "estimated", N_("reckoned with, and not decided: unsecured") },
    { words_status, "applied", N_("applied for and not answered: unsecured") },
    { words_status, "rejected", N_("the answer was no: it pays nothing") },
    { words_surplus, "repaid", N_("what is over goes back to the funder") },
    { words_surplus, "kept", N_("what is over stays with the owner") },
    { words_balance, "year", N_("cost and financing meet every year") },
    { words_balance, "project", N_("cost and financing meet over the whole project") },
};

/* "cash: of the eligible cost …", a line a word. False: the words say it themselves. */
static bool add_word_meanings(struct doc *doc, struct doc_table *table, const struct key *key)
{
    bool some = false;
    for (size_t i = 0; i < sizeof word_meanings / sizeof *word_meanings; i++) {
        if (word_meanings[i].words != key->words)
            continue;
        const struct word *word = word_of_text(key->words, word_meanings[i].english);
        doc_row(doc, table, some ? "" : tr(N_("One of")), 0)->cells[0] =
            cell_text(arena_text(doc->arena, "%s: %s", doc->language == LANGUAGE_SV ? word->swedish : word->english,
                                 tr(word_meanings[i].meaning)),
                      NULL);
        some = true;
    }
    return some;
}

/* The built-in categories too, which have no section. */
static const char *all_choices_text(struct doc *doc, const struct key *key)
{
    struct text list = text_new(doc->arena);
    for (int i = 0; key_takes_category(key) && i < built_in_category_count; i++)
        text_addf(&list, "%s, ", category_word(built_in_categories[i].id, doc->language));
    text_add(&list, choices_text(doc, key));
    return list.bytes;
}

/* What may be said in the place of a certain number. */
static const char *open_text(const struct key *key)
{
    static const char *const texts[] = { "", N_("? where it is not known yet"), N_("uncertain, behind a ~"),
                                         N_("? where it is not known yet; uncertain, behind a ~") };
    return tr(texts[!!(key->flags & KEY_MAY_BE_UNKNOWN) + 2 * !!(key->flags & KEY_MAY_BE_UNCERTAIN)]);
}

static const char *bounds_text(struct doc *doc, const struct key *key)
{
    const struct value low = bound_of(key, key->low), high = bound_of(key, key->high);
    const bool is_told = (key->low || key->high) && key->high != MONEY_LIMIT && !key->words;
    return is_told ? arena_text(doc->arena, tr(N_("from %s to %s")), value_text(doc->arena, &low, NULL, doc->language),
                                value_text(doc->arena, &high, NULL, doc->language))
                   : "";
}

static const enum section_id *standing_in(struct doc *doc, const struct key *key, enum section_id section)
{
    enum section_id *only = arena_take(doc->arena, 2, sizeof *only);
    only[0] = section;
    only[1] = SECTION_COUNT;
    return section == SECTION_COUNT ? key->sections : only;
}

/* The key in each of the sections, or in all that have it. */
static void key_contents(struct doc *doc, const struct key *key, enum section_id section)
{
    struct arena *arena = doc->arena;
    const struct doc_column column = { "", -1, true };
    const struct value_kind_row *kind = &value_kinds[key->kind];
    const char *form = key_form(arena, key, doc->language);
    const enum language other = doc->language == LANGUAGE_SV ? LANGUAGE_EN : LANGUAGE_SV;
    const enum section_id first = section != SECTION_COUNT || !key->sections ? section : key->sections[0];
    doc_heading(doc, 2, arena_text(arena, "%s: %s", form, tr(key->meaning)));
    struct doc_table *table = doc_table(doc, "", "", &column, 1);
    add_line(doc, table, tr(N_("Stands in")),
             key->sections ? sections_text(doc, standing_in(doc, key, section)) : tr(N_("any section")));
    add_line(doc, table, tr(N_("Example")),
             arena_text(arena, "%s%s = %s", key_word(key, doc->language), date_example(doc, key),
                        key_example(arena, key, first, doc->language)));
    const bool is_word = key->kind == VALUE_WORD && key->words != words_yes_no; /* its words stand below */
    add_line(doc, table, tr(N_("Kind of value")),
             is_word ? tr(kind->name) : arena_text(arena, "%s: %s", tr(kind->name), tr(kind->accepted)));
    if (!add_word_meanings(doc, table, key))
        add_line(doc, table, tr(N_("One of")), all_choices_text(doc, key));
    add_line(doc, table, tr(N_("Within")), bounds_text(doc, key));
    add_line(doc, table, tr(N_("Also")), open_text(key));
    add_line(doc, table, tr(N_("Unless stated")), standing_text(doc, first, key));
    if (*key->name && strcmp(key->name, key->swedish) != 0)
        add_line(doc, table, other == LANGUAGE_SV ? tr(N_("In Swedish")) : tr(N_("In English")),
                 key_form(arena, key, other));
}

static int add_named_keys(struct doc *doc, const char *name, enum section_id only)
{
    int count = 0;
    for (int i = 0; i < key_count; i++) {
        const struct key *key = &key_rows[i];
        bool is_there = only == SECTION_COUNT || !key->sections || sections_hold(key->sections, only);
        if (!*key->name || !key_is_called(key, name) || !is_there)
            continue;
        if (!count)
            doc_heading(doc, 1, name);
        const enum section_id in = only == SECTION_COUNT && key->sections ? key->sections[0] : only;
        const char *path = arena_text(doc->arena, "keys[%d]", count++);
        add_values(doc, in, key, path);
        for (int s = 0, at = 0; !doc->for_people && s < SECTION_COUNT; s++)
            if (key_is_of(key, (enum section_id)s))
                doc_value(doc, cell_text(section_rows[s].name, arena_text(doc->arena, "%s.sections[%d]", path, at++)));
        key_contents(doc, key, only);
    }
    return count;
}

bool key_reference_contents(struct doc *doc, const char *name)
{
    const char *dot = strchr(name, '.'), *bracket = name + (*name == '[');
    const char *word = arena_copy(doc->arena, bracket, strcspn(bracket, ".] "));
    enum section_id section = section_find(word);
    if (dot)
        return section != SECTION_COUNT && add_named_keys(doc, strrchr(name, '.') + 1, section);
    if (section == SECTION_COUNT)
        return add_named_keys(doc, word, SECTION_COUNT);
    section_contents(doc, section);
    add_named_keys(doc, word, SECTION_COUNT);
    return true;
}

const char *const *key_reference_names(struct arena *arena)
{
    LIST(const char *) names = { 0 };
    for (const char *const *name = section_names(arena); *name; name++)
        *list_add(&names, arena) = *name;
    for (int i = 0; i < key_count; i++)
        if (*key_rows[i].name) {
            *list_add(&names, arena) = key_rows[i].name;
            *list_add(&names, arena) = key_rows[i].swedish;
        }
    *list_add(&names, arena) = NULL;
    return names.items;
}
