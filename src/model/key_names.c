#include <medfin/model/key_names.h>

#include <string.h>

#include <medfin/base/text.h>
#include <medfin/model/category.h>
#include <medfin/model/section.h>

bool sections_hold(const enum section_id *sections, enum section_id section)
{
    for (; sections && *sections != SECTION_COUNT; sections++)
        if (*sections == section)
            return true;
    return false;
}

bool key_is_of(const struct key *key, enum section_id section)
{
    return section == SECTION_COUNT ? !key->sections : sections_hold(key->sections, section);
}

static enum section_id section_behind(enum section_id section)
{
    return section == SECTION_COUNT ? (enum section_id)0 : (enum section_id)(section + 1);
}

bool section_key_next(struct section_key *at)
{
    int next = at->key ? (int)(at->key - key_rows) + 1 : 0;
    do {
        for (int i = next; i < key_count; i++)
            if (key_is_of(&key_rows[i], at->section)) {
                at->key = &key_rows[i];
                return true;
            }
        next = 0;
        at->section = section_behind(at->section);
    } while (at->section != SECTION_COUNT);
    return false;
}

const char *key_default_name(const struct key *key, enum section_id section)
{
    return key->default_category ? section_rows[section].category : NULL;
}

bool key_takes_category(const struct key *key)
{
    return sections_hold(key->targets, SECTION_CATEGORY);
}

/* Not what it is without being told. */
static const struct word *telling_word(const struct key *key)
{
    const struct word *word = key->words;
    while (key->flags & KEY_HAS_DEFAULT && word->code == key->fallback && word[1].english)
        word++;
    return word;
}

const char *key_example(struct arena *arena, const struct key *key, enum section_id section, enum language language)
{
    const char *accepted = tr(key->example ? key->example : value_kinds[key->kind].accepted);
    if (key->default_category)
        return category_word(key_default_name(key, section), language);
    if (key->kind == VALUE_WORD || key->kind == VALUE_STATUS)
        return language == LANGUAGE_SV ? telling_word(key)->swedish : telling_word(key)->english;
    return arena_copy(arena, accepted, strcspn(accepted, ";"));
}

static bool belongs(const struct key *key, enum section_id section)
{
    return !key->sections || sections_hold(key->sections, section);
}

const char *section_word(enum section_id section, enum language language)
{
    return language == LANGUAGE_SV ? section_rows[section].swedish : section_rows[section].name;
}

const char *key_word(const struct key *key, enum language language)
{
    return language == LANGUAGE_SV ? key->swedish : key->name;
}

struct diag_arg arg_section(enum section_id section)
{
    return arg_either(section_rows[section].name, section_rows[section].swedish);
}

struct diag_arg arg_key(const struct key *key)
{
    return arg_either(key->name, key->swedish);
}

bool key_is_called(const struct key *key, const char *word)
{
    return strcmp(key->name, word) == 0 || strcmp(key->swedish, word) == 0;
}

/* The bytes of a written name that are the key's word, up to its end or the dot of what it carries; 0: it is not. */
static size_t word_size(const struct key *key, const char *name)
{
    const char *const words[] = { key->name, key->swedish };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t size = strlen(words[i]);
        if (size && strncmp(name, words[i], size) == 0 && (!name[size] || name[size] == '.'))
            return size;
    }
    return 0;
}

/* Whether the written name is this key's, with its date. */
static bool matches(const struct key *key, const char *name, month *at)
{
    size_t word = word_size(key, name);
    bool has_more = word && name[word] == '.';
    *at = -1;
    switch (key->date) {
    case DATE_NONE:
        return word && !has_more;
    case DATE_YEAR:
    case DATE_MONTH:
        return date_read(name, key->date == DATE_YEAR, at);
    case DATE_SUFFIX_YEAR:
    case DATE_SUFFIX_MONTH:
        return has_more && date_read(name + word + 1, key->date == DATE_SUFFIX_YEAR, at);
    case DATE_KEY:
        return has_more && name[word + 1];
    case DATE_PATHS:
        return strchr(name, ',') && strchr(name, '.');
    }
    return false;
}

const struct key *key_find(enum section_id section, const char *name, month *at)
{
    for (int i = 0; i < key_count; i++) {
        const struct key *key = &key_rows[i];
        /* A letter tells most keys apart sooner than their sections do. */
        bool may_match = !*key->name || *key->name == *name || *key->swedish == *name;
        if (may_match && belongs(key, section) && matches(key, name, at))
            return key;
    }
    *at = -1;
    return NULL;
}

const char *key_form(struct arena *arena, const struct key *key, enum language language)
{
    static const struct {
        const char *english, *swedish;
    } forms[] = { [DATE_NONE] = { "", "" },
                  [DATE_YEAR] = { "YYYY", "ÅÅÅÅ" },
                  [DATE_MONTH] = { "YYYY-MM", "ÅÅÅÅ-MM" },
                  [DATE_SUFFIX_YEAR] = { ".YYYY", ".ÅÅÅÅ" },
                  [DATE_SUFFIX_MONTH] = { ".YYYY-MM", ".ÅÅÅÅ-MM" },
                  [DATE_PATHS] = { "PATH, PATH", "SÖKVÄG, SÖKVÄG" },
                  [DATE_KEY] = { ".KEY", ".NYCKEL" } };
    const char *form = language == LANGUAGE_SV ? forms[key->date].swedish : forms[key->date].english;
    return arena_text(arena, "%s%s", key_word(key, language), form);
}

static const char *paths_translated(struct arena *arena, const char *paths, enum language language)
{
    const char *comma = strchr(paths, ','), *second = comma + 1;
    while (*second == ' ')
        second++;
    const char *first = arena_copy(arena, paths, (size_t)(comma - paths));
    return arena_text(arena, "%s, %s", path_translated(arena, first, language),
                      path_translated(arena, second, language));
}

const char *key_translated(struct arena *arena, enum section_id section, const char *written, enum language language)
{
    month at;
    const struct key *key = key_find(section, written, &at);
    if (!key || !*key->name)
        return key && key->date == DATE_PATHS ? paths_translated(arena, written, language) : written;
    const char *more = written + word_size(key, written);
    if (key->date == DATE_KEY)
        more = arena_text(arena, ".%s", key_translated(arena, section, more + 1, language));
    return arena_text(arena, "%s%s", key_word(key, language), more);
}

const char *path_translated(struct arena *arena, const char *path, enum language language)
{
    const char *dot = strchr(path, '.'), *key = dot ? dot + 1 : NULL;
    enum section_id section = section_find(dot ? arena_copy(arena, path, (size_t)(dot - path)) : path);
    if (section == SECTION_COUNT)
        return path;
    const char *word = section_word(section, language);
    if (key && section_rows[section].has_id)
        key = strchr(key, '.') ? strchr(key, '.') + 1 : NULL;
    if (!key)
        return arena_text(arena, "%s%s", word, dot ? dot : "");
    return arena_text(arena, "%s%.*s%s", word, (int)(key - dot), dot, key_translated(arena, section, key, language));
}

const char *const *key_names(enum section_id section, struct arena *arena)
{
    LIST(const char *) names = { 0 };
    for (int i = 0; i < key_count; i++)
        if (belongs(&key_rows[i], section) && *key_rows[i].name) {
            *list_add(&names, arena) = key_rows[i].name;
            *list_add(&names, arena) = key_rows[i].swedish;
        }
    *list_add(&names, arena) = NULL;
    return names.items;
}

const char *const *section_names(struct arena *arena)
{
    const char **names = arena_take(arena, 2 * SECTION_COUNT + 1, sizeof *names);
    for (int i = 0; i < SECTION_COUNT; i++) {
        names[2 * i] = section_rows[i].name;
        names[2 * i + 1] = section_rows[i].swedish;
    }
    return names;
}

/* What else people call a section or a key, and its name in the same language. */
static const struct {
    const char *called, *name;
} everyday[] = {
    { "avgift", "taxa" },
    { "avgifter", "taxa" },
    { "fee", "tariff" },
    { "fees", "tariff" },
    { "kommun", "medlem" },
    { "municipality", "member" },
    { "lön", "personal" },
    { "tjänst", "personal" },
    { "position", "staff" },
    { "salary", "staff" },
    { "bidrag", "finansiär" },
    { "medfinansiär", "finansiär" },
    { "finansiering", "finansiär" },
    { "grant", "funder" },
    { "utgift", "kostnad" },
    { "expense", "cost" },
    { "åtgärd", "aktivitet" },
    { "insats", "aktivitet" },
    { "action", "activity" },
    { "seminarium", "aktivitet" },
    { "seminarier", "aktivitet" },
    { "catering", "aktivitet" },
    { "möte", "aktivitet" },
    { "seminar", "activity" },
    { "meeting", "activity" },
    { "bidragsgivare", "finansiär" },
    { "finansiärer", "finansiär" },
    { "medfinansiering", "finansiär" },
    { "co-financing", "funder" },
    { "oh", "indirekta" },
    { "oh-kostnader", "indirekta" },
    { "overheadkostnader", "indirekta" },
    { "indirect", "overhead" },
    { "konsult", "kostnad" },
    { "consultant", "cost" },
    { "hyra", "kostnad" },
    { "rent", "cost" },
    { "motfinansiering", "matchar" },
    { "1:1", "matchar" },
    { "match", "matches" },
    { "matching", "matches" },
    { "naturabidrag", "annat_än_pengar" },
    { "naturainsats", "annat_än_pengar" },
    { "in-kind", "in_kind" },
    { "in kind", "in_kind" },
    { "annat än pengar", "annat_än_pengar" },
    { "po", "po_pålägg" },
    { "po-pålägg", "po_pålägg" },
    { "lkp", "po_pålägg" },
    { "sociala avgifter", "po_pålägg" },
    { "on-cost", "employer_rate" },
    { "sysselsättningsgrad", "tjänstgöringsgrad" },
    { "omfattning", "tjänstgöringsgrad" },
    { "procentsats", "po_pålägg" },
    { "procentsats", "påslag" },
    { "procentsats", "varje_år" },
    { "procent", "påslag" },
    { "procent", "varje_år" },
    { "sociala_avgifter", "po_pålägg" },
    { "arbetsgivaravgift", "po_pålägg" },
    { "egen", "egna_medel" },
    { "eget", "egna_medel" },
    { "lön", "månadslön" },
    { "summa", "belopp" },
    { "summa", "kostnad_per_gång" },
    { "summa", "högst_belopp" },
    { "kategori", "kostnadsslag" },
    { "kategori", "medlemskategori" },
    { "namn", "titel" },
    { "kommentar", "anteckning" },
    { "fte", "share" },
    { "antal_personer", "deltagare" },
    { "antal_deltagare", "deltagare" },
    { "persons", "participants" },
    { "bokslut", "utfall" },
};

static bool is_section(enum section_id section, const char *name)
{
    (void)section;
    return section_find(name) != SECTION_COUNT;
}

static bool is_key(enum section_id section, const char *name)
{
    month at;
    return key_find(section, name, &at);
}

/* What the word is another one for, among what is taken; NULL: nothing. */
static const char *everyday_name(const char *text, bool (*takes)(enum section_id section, const char *name),
                                 enum section_id section, struct arena *arena)
{
    const char *lower = text_lower(arena, text);
    for (size_t i = 0; i < sizeof everyday / sizeof *everyday; i++)
        if (strcmp(everyday[i].called, lower) == 0 && (!takes || takes(section, everyday[i].name)))
            return everyday[i].name;
    return NULL;
}

const char *section_meant(const char *text, struct arena *arena)
{
    const char *name = everyday_name(text, is_section, SECTION_COUNT, arena);
    return name ? name : text_nearest(text, section_names(arena), arena);
}

const char *key_meant(enum section_id section, const char *text, struct arena *arena)
{
    const char *name = everyday_name(text, is_key, section, arena);
    return name ? name : text_nearest(text, key_names(section, arena), arena);
}

/* "funder.status" of "granted", "finansiär.status" of "beviljad": the first key that has the word. */
static const char *key_of_word(const char *text, struct arena *arena)
{
    for (int i = 0; i < key_count; i++) {
        const struct key *key = &key_rows[i];
        bool is_telling = *key->name && key->sections && key->words && key->words != words_yes_no;
        const struct word *word = is_telling ? word_of_text(key->words, text) : NULL;
        if (!word)
            continue;
        enum language language = text_same(word->english, text) ? LANGUAGE_EN : LANGUAGE_SV;
        return arena_text(arena, "%s.%s", section_word(key->sections[0], language), key_word(key, language));
    }
    return NULL;
}

const char *subject_meant(const char *text, struct arena *arena)
{
    const char *name = everyday_name(text, NULL, SECTION_COUNT, arena);
    return name ? name : key_of_word(text, arena);
}

const struct key *key_of_field(const struct section *section, const struct fact *fact)
{
    for (int i = 0; i < key_count; i++) {
        const struct key *key = &key_rows[i];
        bool is_its = key_is_of(key, section->kind) || key_is_of(key, SECTION_COUNT);
        if (is_its && key->date == DATE_NONE && section_fact(section, key) == fact)
            return key;
    }
    return NULL;
}

enum section_id section_find(const char *name)
{
    int i = 0;
    while (i < SECTION_COUNT && strcmp(section_rows[i].name, name) != 0 && strcmp(section_rows[i].swedish, name) != 0)
        i++;
    return (enum section_id)i;
}
